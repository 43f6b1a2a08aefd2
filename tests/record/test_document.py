from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import RecordError, SpanError
from khaldun.record import (
    Document,
    Publication,
    PublicationBasis,
    Segment,
    SegmentKind,
    Span,
    document_id,
    text_digest,
)


def _segment(start: int, end: int) -> Segment:
    return Segment(start=start, end=end, kind=SegmentKind.BODY)


@pytest.mark.parametrize(
    "segments", [[(0, 3), (2, 4)], [(2, 2)], [(0, 99)], [(3, 4), (0, 1)], [(-1, 2)]]
)
def test_segments_lie_in_the_text_in_order(segments: list[tuple[int, int]]) -> None:
    with pytest.raises(RecordError):
        Document(
            id="d", text="abcdef", language="en", segments=tuple(_segment(*s) for s in segments)
        )


def test_a_publication_may_not_end_before_it_starts() -> None:
    with pytest.raises(RecordError):
        Publication(
            earliest=date(2020, 2, 1), latest=date(2020, 1, 1), basis=PublicationBasis.GIVEN
        )


def test_the_dateline_must_stand_in_the_text() -> None:
    published = Publication(
        earliest=date(2020, 1, 1),
        latest=date(2020, 1, 1),
        basis=PublicationBasis.DATELINE,
        span=Span(0, 2, "xy"),
    )
    with pytest.raises(SpanError):
        Document(id="d", text="abc", language="en", published=published)


@given(st.text())
def test_any_text_has_a_digest_and_an_id_made_of_it(text: str) -> None:
    assert document_id(text) == f"doc-{text_digest(text)[:16]}"


def test_only_headlines_and_body_are_coded() -> None:
    assert {kind for kind in SegmentKind if kind.coded} == {SegmentKind.BODY, SegmentKind.HEADLINE}
