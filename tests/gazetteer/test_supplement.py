from importlib.resources import files

import pytest
import yaml

from khaldun.gazetteer import gazetteer

FOLDER = files("khaldun.gazetteer") / "supplement"
PLACES = [
    row
    for name in ("areas", "waters", "sites")
    for row in yaml.safe_load((FOLDER / f"{name}.yaml").read_bytes())["places"]
]


def test_every_place_of_the_supplement_is_found_where_it_lies() -> None:
    for row in PLACES:
        found = gazetteer().find(row["name"])
        near = [e for e in found if abs(e.latitude - row["at"][0]) < 4]
        assert near, row["name"]


def test_every_spelling_of_the_supplement_finds_its_country() -> None:
    for row in yaml.safe_load((FOLDER / "spellings.yaml").read_bytes())["spellings"]:
        for spelling in row["also"]:
            assert row["in"] in {e.country for e in gazetteer().find(spelling)}, spelling


@pytest.mark.parametrize("code", ["USA", "GBR", "COD", "XKX"])
def test_countries_have_points(code: str) -> None:
    names = {"USA": "U.S.", "GBR": "UK", "COD": "DRC", "XKX": "Kosovo"}
    assert gazetteer().find(names[code])[0].country == code
