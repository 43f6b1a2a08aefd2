from datetime import date

import pytest

from khaldun.coding.times.intervals import counted_from
from khaldun.record import TimeBasis, When

_DAY = When(earliest=date(2020, 5, 6), latest=date(2020, 5, 6), basis=TimeBasis.STATED)


@pytest.mark.parametrize(
    ("length", "first", "last"),
    [
        ("P3D", date(2020, 5, 9), date(2020, 5, 9)),
        ("P1W", date(2020, 5, 10), date(2020, 5, 16)),
        ("P1Y", date(2020, 11, 5), date(2021, 11, 4)),
    ],
)
def test_a_count_is_as_exact_as_its_unit(length: str, first: date, last: date) -> None:
    found = counted_from(_DAY, length, later=True)
    assert found is not None
    assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize("length", ["PXW", "PT5H", ""])
def test_a_length_without_a_number_of_days_gives_nothing(length: str) -> None:
    assert counted_from(_DAY, length, later=False) is None


def test_an_open_end_stays_open() -> None:
    bounded = When(earliest=None, latest=date(2020, 5, 6), basis=TimeBasis.CARRIED)
    found = counted_from(bounded, "P3D", later=False)
    assert found == When(earliest=None, latest=date(2020, 5, 3), basis=TimeBasis.CARRIED)


def test_beyond_the_calendar_the_end_is_open() -> None:
    found = counted_from(_DAY, "P9999Y", later=False)
    assert found is not None
    assert found.earliest is None
