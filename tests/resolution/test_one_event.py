"""Three hundred reports of one abduction, through the coder: many reports, one event."""

from collections.abc import Sequence

import pytest

from benchmarks.one_event import A_TOWN_AWAY, A_WEEK_LATER, ABDUCTION, REPORTS, Incident, reports_of
from benchmarks.resolving import resolve
from khaldun.coding.chain import code_document
from khaldun.record import CodedDocument

FEW = 40


@pytest.fixture(scope="module")
def coded() -> Sequence[CodedDocument]:
    return [code_document(document) for document in reports_of(ABDUCTION)]


def test_three_hundred_reports_of_one_abduction_are_one_event(
    coded: Sequence[CodedDocument],
) -> None:
    resolved = resolve(coded)
    [event] = resolved.events
    assert len({c.document.text for c in coded}) == REPORTS
    assert len(event.reports) == len(resolved.reports) >= REPORTS
    assert (event.earliest, event.latest) == (ABDUCTION.day, ABDUCTION.day)


def test_the_event_shows_who_gives_which_number(coded: Sequence[CodedDocument]) -> None:
    [event] = resolve(coded).events
    taken = max(event.counts, key=lambda c: len(c.figures))
    assert taken.low is not None
    assert taken.high is not None
    assert taken.low < taken.high
    assert len({(f.minimum, f.maximum) for f in taken.figures}) > 5


@pytest.mark.parametrize("other", [A_WEEK_LATER, A_TOWN_AWAY], ids=["a week", "a town"])
def test_two_that_look_alike_stay_two(coded: Sequence[CodedDocument], other: Incident) -> None:
    second = [code_document(document) for document in reports_of(other, FEW)]
    resolved = resolve([*coded[:FEW], *second])
    of = {r.id: r.document for r in resolved.reports}
    sides = [{of[r] for r in event.reports} for event in resolved.events]
    first = {c.document.id for c in coded[:FEW]}
    assert len(sides) == 2
    assert all(side <= first or not side & first for side in sides)
