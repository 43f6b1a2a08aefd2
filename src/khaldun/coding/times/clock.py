"""Clock times."""

from khaldun.coding.times.anchor import Anchor, Reading
from khaldun.coding.times.phrase import Phrase
from khaldun.record import TimexType


def read_clock(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A clock time on the day told last, if a day was told."""
    hour, minute = _hour_and_minute(phrase)
    if not (0 <= hour <= 24 and 0 <= minute <= 59):
        return None
    clock = f"T{hour:02}:{minute:02}" if minute or ":" in phrase.spelled else f"T{hour:02}"
    return Reading(type=TimexType.TIME, value=f"XXXX-XX-XX{clock}{phrase.zone or ''}")


def _hour_and_minute(phrase: Phrase) -> tuple[int, int]:
    pieces = phrase.spelled.split(":")
    hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    if phrase.meridiem is not None and hour <= 12:
        hour = hour % 12 + phrase.meridiem
    return hour, minute
