"""Clauses told from each other: "a week after gunmen struck", "halted it after he won in May"."""

from collections.abc import Iterator
from datetime import timedelta

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.coding.times.clauses import opening_verb, verb_of, words_of
from khaldun.coding.times.near import near_children
from khaldun.record import Time, TimexType

# No scene lasts longer: "that summer" is of many places.
_ONE_SCENE = timedelta(days=45)
_SIDES = frozenset({"after", "before"})
_LATER = frozenset({"after", "since", "once"})
_EARLIER = frozenset({"before", "until", "till"})


def clause_told_by(word: Word) -> Word | None:
    """The verb of the clause in which a word stands, the first of those that share a subject."""
    verb = verb_of(word)
    return opening_verb(verb) if verb is not None else None


def length_from_above(draft: Draft, clause: Word) -> tuple[str, bool] | None:
    """The TIMEX3 duration at which a clause lies from the one above it, and whether later.

    "The army struck, two weeks after gunmen killed ten": the killing is two weeks earlier.
    """
    mark = _mark(clause, _SIDES)
    if mark is None:
        return None
    measures = (c for w in (clause, mark) for c in near_children(w, "npadvmod"))
    times = {time.id: time for time in draft.times}
    for measure in measures:
        time = times.get(draft.time_ids.get(measure.index, ""))
        if time is not None:
            counted = time.timex.type is TimexType.DURATION
            return (time.timex.value, mark.lower == "before") if counted else None
    return None


def clauses_beside(clause: Word) -> Iterator[tuple[Word, bool]]:
    """The clauses after or before which this one is told, each with whether this one is later."""
    for other in near_children(clause, "advcl"):
        mark = _mark(other, _LATER | _EARLIER)
        measured = mark is not None and any(near_children(w, "npadvmod") for w in (other, mark))
        if mark is not None and not measured:
            yield other, mark.lower in _LATER


def _mark(clause: Word, sides: frozenset[str]) -> Word | None:
    """The one of `sides` that joins a clause to the one above it."""
    marks = [c for c in near_children(clause, "mark") if c.lower in sides]
    return marks[0] if clause.dep in ("advcl", "conj") and len(marks) == 1 else None


def goes_on(time: Time) -> bool:
    """Whether an expression counts from what was told: "the next day", "two weeks later"."""
    said = time.span.quote.lower().split()
    pointing = not words_of("narrative").isdisjoint((*said[:2], said[-1]))  # not "May of that year"
    if time.earliest is None or time.latest is None:
        return pointing
    return pointing and time.latest - time.earliest <= _ONE_SCENE
