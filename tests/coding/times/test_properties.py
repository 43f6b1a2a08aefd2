"""What holds for any text at all."""

import sys
from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.coding.times import read_times

PIECES = (
    "may May march on the 3 31 1999 June , – - of last two weeks ago later that year early mid "
    "1990s second night and to from half quarter Q1 BC 99 0 30 February every century Friday "
    "yesterday noon 25:61 5 pm ' 's . ( ) 00/00/00 9999 years Ramadan end decades after Easter"
)
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | st.dates())
def test_spans_are_quotes_and_ranges_are_ordered(text: str, reference: date | None) -> None:
    end = 0
    for found in read_times(text, reference):
        found.span.check(text)
        assert found.span.start >= end
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        end = found.span.end


def test_work_grows_with_length_and_not_faster() -> None:
    passage = "the the 12 to of the last early mid 3 - 4 and the two half of a " * 50
    once, eightfold = (_calls(passage * times) for times in (1, 8))
    assert eightfold < 8 * 1.5 * once


def _calls(text: str) -> int:
    """How many functions are called, which a busy machine does not change."""
    events = Counter[str]()
    sys.setprofile(lambda _frame, event, _argument: events.update((event,)))
    try:
        read_times(text, date(2020, 9, 10))
    finally:
        sys.setprofile(None)
    return events["call"]
