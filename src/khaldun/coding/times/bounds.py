"""What the word before an expression leaves open: "since May", "by Friday", "before 2019"."""

from datetime import date, timedelta

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.record import Time, TimexType

_OWNING = ("'s", "’s")


def bounded(draft: Draft, expression: Time) -> tuple[date | None, date | None]:
    """The ends that the word before the expression leaves open or closes."""
    bound = load_lexicon("times")["bounds"].get(word_before(draft, expression))
    if _owns(draft, expression):
        bound = None  # "the toll from Sunday's strike"
    earliest, latest = expression.earliest, expression.latest
    published = draft.published.latest if draft.published else None
    if expression.timex.type is TimexType.DURATION or is_within_day(expression, bound):
        return earliest, latest
    if bound == "onward":
        return earliest, None if earliest and published and published < earliest else published
    if bound == "beyond":
        return earliest, None if earliest and published and published < earliest else published
    if bound == "upto":
        return None, latest
    if bound == "short_of":
        return None, _day_before(earliest)
    return earliest, latest


def _owns(draft: Draft, expression: Time) -> bool:
    """Whether it says whose something is: the word before it then governs that."""
    behind = draft.document.text[expression.span.end : expression.span.end + 2]
    return behind in _OWNING or expression.span.quote.endswith(_OWNING)


def is_within_day(expression: Time, bound: str | None) -> bool:
    """Whether only a part of a day is bounded: "before dawn on Sunday" is on Sunday."""
    return expression.timex.type is TimexType.TIME and bound in ("short_of", "beyond", "upto")


def _day_before(day: date | None) -> date | None:
    return None if day is None or day == date.min else day - timedelta(days=1)


def word_before(draft: Draft, expression: Time) -> str:
    """The word before an expression, an article skipped; empty where none is near."""
    text = draft.document.text
    before = text[max(0, expression.span.start - 30) : expression.span.start].split()
    if before and before[-1].lower() == "the":
        before.pop()
    return before[-1].lower() if before else ""
