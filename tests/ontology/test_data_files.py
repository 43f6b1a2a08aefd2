import pytest

from khaldun.errors import OntologyError
from khaldun.ontology.data_files import load_data


def test_a_missing_file_is_an_ontology_error() -> None:
    with pytest.raises(OntologyError, match=r"weather\.yaml cannot be read"):
        load_data("weather")
