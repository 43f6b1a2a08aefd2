"""Expressions that make one range: "from 12 to 15 June", "between 2014 and 2016"."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.record import Time, TimexType

# "On 3, 5, 8 and 12 May": no more than this many expressions make one range.
_MOST = 8


def joined(text: str, times: Sequence[Time], time: Time) -> tuple[Time, Time]:
    """The first and the last of the expressions that `time` makes a range with.

    TIMEX3 has no ranges: each end is an expression of its own. Both are `time` itself where it
    stands alone. `times` are all those of `text`, in their order.
    """
    position = int(time.id.removeprefix("t")) - 1
    chain = [time]
    for step in (1, -1):
        at = position + step
        while 0 <= at < len(times) and abs(at - position) <= _MOST:
            if not _makes_range(text, times[min(at, at - step)], times[max(at, at - step)]):
                break
            chain.append(times[at])
            at += step
    return (
        min(chain, key=lambda t: t.earliest or date.max),
        max(chain, key=lambda t: t.latest or date.min),
    )


def _makes_range(text: str, low: Time, high: Time) -> bool:
    if low.timex.type is not TimexType.DATE or high.timex.type is not TimexType.DATE:
        return False
    if low.timex.value.endswith("_REF") or high.timex.value.endswith("_REF"):
        return False
    if None in (low.earliest, low.latest, high.earliest, high.latest):
        return False
    return text[low.span.end : high.span.start].strip().lower() in _joins()


@cache
def _joins() -> frozenset[str]:
    return frozenset(load_lexicon("times")["joins"])
