import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import SpanError
from khaldun.record import Span
from tests.strategies import spans, texts


@given(st.data(), texts)
def test_a_span_of_a_text_is_its_exact_quote(data: st.DataObject, text: str) -> None:
    span = data.draw(spans(text))
    span.check(text)
    assert text[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    ("start", "end", "quote"), [(0, 0, ""), (-1, 1, "ab"), (3, 2, "x"), (0, 2, "x")]
)
def test_offsets_that_cannot_hold_the_quote_are_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(SpanError):
        Span(start, end, quote)


def test_a_quote_that_does_not_stand_there_is_refused() -> None:
    with pytest.raises(SpanError, match="reads 'ab'"):
        Span(0, 2, "xy").check("abc")


def test_a_span_covers_what_lies_in_it_and_overlaps_what_shares_a_character() -> None:
    text = "abcdef"
    outer, inner, beside = (Span.of(text, *ends) for ends in ((0, 4), (1, 3), (4, 6)))
    assert outer.covers(inner)
    assert not inner.covers(outer)
    assert outer.overlaps(inner)
    assert not outer.overlaps(beside)
