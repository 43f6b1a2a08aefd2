import pytest

from khaldun.ontology import sectors, ucdp
from khaldun.record import Precision


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("MIL", "REB", 1), ("GOV", "MIL", 1), ("REB", "CRM", 2), ("COP", "CVL", 3), ("REB", "REF", 3)],
)
def test_sectors_tell_the_type_of_violence(one: str, other: str, number: int) -> None:
    found = ucdp().type_between(one, other)
    assert found
    assert (found[0].number, found[1]) == (number, False)


def test_the_state_is_side_a_whoever_attacked() -> None:
    found = ucdp().type_between("REB", "MIL")
    assert found
    assert (found[0].number, found[1]) == (1, True)


@pytest.mark.parametrize(("one", "other"), [("CVL", "MIL"), (None, "REB"), ("CVL", "CVL")])
def test_other_violence_has_no_type(one: str | None, other: str) -> None:
    assert ucdp().type_between(one, other) is None


@pytest.mark.parametrize(
    ("days", "precision"), [(1, 1), (5, 2), (7, 3), (8, 4), (31, 4), (200, 5), (400, None)]
)
def test_the_range_of_days_tells_the_precision(days: int, precision: int | None) -> None:
    assert ucdp().date_precision(days) == precision


def test_precision_of_places_comes_back() -> None:
    for precision in Precision:
        code = ucdp().place_precision(precision)
        assert ucdp().place_precisions[code] in (precision, Precision.TOWN)


def test_every_sector_is_of_one_class() -> None:
    assert sorted(ucdp().classes) == sorted(sectors())
