from datetime import date

import pytest

from khaldun.errors import RecordError
from khaldun.record import (
    Place,
    Probability,
    Problem,
    Quantity,
    QuantityRole,
    Span,
    TimeBasis,
    When,
)


def test_a_range_may_not_end_before_it_starts() -> None:
    with pytest.raises(RecordError, match="ends before it starts"):
        When(earliest=date(2020, 2, 1), latest=date(2020, 1, 1), basis=TimeBasis.STATED)


def test_an_end_may_be_unknown() -> None:
    assert When(earliest=None, latest=date(2020, 1, 1), basis=TimeBasis.STATED).earliest is None


@pytest.mark.parametrize(("low", "high"), [(0.5, 0.4), (-0.1, 0.5), (0.5, 1.1)])
def test_a_probability_is_a_range_from_0_to_1(low: float, high: float) -> None:
    with pytest.raises(RecordError):
        Probability(low=low, high=high)


def test_a_count_may_not_have_its_ends_swapped() -> None:
    with pytest.raises(RecordError):
        Quantity(role=QuantityRole.KILLED, unit="men", minimum=5, maximum=3, span=Span(0, 1, "x"))


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (0, 181), (1, None), (None, 1)])
def test_coordinates_are_on_the_globe_and_both_there(
    latitude: float | None, longitude: float | None
) -> None:
    with pytest.raises(RecordError):
        Place(id="p", name="x", latitude=latitude, longitude=longitude)


def test_a_problem_reads_as_one_line() -> None:
    assert str(Problem(code="R001", source="a.txt", message="gone")) == "R001 a.txt: gone"
