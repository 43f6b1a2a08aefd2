"""The time of what a word says: stated, carried by the narrative, or bounded by publication."""

from dataclasses import replace

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.coding.times.bounds import bounded
from khaldun.coding.times.clauses import is_past, looks_ahead, verb_of
from khaldun.coding.times.entries import seen_from
from khaldun.coding.times.intervals import counted_from, side_of
from khaldun.coding.times.near import near_children
from khaldun.coding.times.ranges import joined, narrowest
from khaldun.coding.times.sequence import clause_told_by, clauses_beside, length_from_above
from khaldun.coding.when.carrying import carried
from khaldun.coding.when.dated import candidates, time_of
from khaldun.record import Time, TimeBasis, TimexType, When


def when_of(draft: Draft, word: Word) -> When:
    """When that which `word`, a verb or an event noun, says took place.

    Its own clause is asked first, then the narrative of the paragraph and of the one before,
    if the tense fits; else publication bounds what is past. A publication date is never given
    as the date of an event.
    """
    draft = seen_from(draft, word)
    told = _stated(draft, word) or _counted(draft, word) or _beside(draft, word)
    if told is not None:
        return _not_after_publication(draft, word, told)
    return carried(draft, word) or _bounded(draft, word)


def _stated(draft: Draft, word: Word) -> When | None:
    antecedent = _antecedent(draft, word)
    if antecedent is not None:
        ends = (antecedent.earliest, antecedent.latest)
        return When(earliest=ends[0], latest=ends[1], basis=TimeBasis.STATED, time=antecedent.id)
    verb = verb_of(word)
    over = verb is not None and (is_past(verb) or verb.tag == "VBN")
    for expression in candidates(draft, word):
        if over and expression.timex.value == "PRESENT_REF":
            continue  # "the war, now in its eighth year, has killed thousands"
        when = _when(draft, narrowest(draft.document.text, draft.times, expression))
        if when is not None and not (over and _is_to_come(draft, when) and not looks_ahead(word)):
            return when
    return None


def _is_to_come(draft: Draft, when: When) -> bool:
    """Whether a range begins after the text was published."""
    published = draft.published
    return published is not None and when.earliest is not None and when.earliest > published.latest


def _counted(draft: Draft, word: Word) -> When | None:
    """The time of a clause that the one above it counts from: "two weeks after gunmen killed"."""
    clause = clause_told_by(word)
    counted = length_from_above(draft, clause) if clause is not None else None
    if clause is None or counted is None:
        return None
    above = _stated(draft, clause.head) or carried(draft, clause.head)
    return counted_from(above, counted[0], later=counted[1]) if above else None


def _beside(draft: Draft, word: Word) -> When | None:
    """The side of another act on which it is told: "halted it after he won in May"."""
    clause = clause_told_by(word)
    for other, later in clauses_beside(clause) if clause is not None else ():
        when = _stated(draft, other)
        if when is not None:
            until = draft.published.latest if draft.published else None
            return side_of(when, later=later, until=until)
    return None


def _antecedent(draft: Draft, word: Word) -> Time | None:
    """The time that a clause with "when" takes up: "February 2019, when a bomb killed forty"."""
    verb = clause_told_by(word)
    for mark in near_children(verb, "advmod", "mark") if verb is not None else ():
        if mark.lower != "when" or mark.index < 2:
            continue
        before = draft.syntax.words[mark.index - 1]
        before = draft.syntax.words[mark.index - 2] if before.lower == "," else before
        identifier = draft.time_ids.get(before.index)
        return time_of(draft, identifier) if identifier is not None else None
    return None


def _when(draft: Draft, expression: Time) -> When | None:
    """The range that an expression gives an event, after the word before it and its partner."""
    if expression.timex.type is TimexType.SET:
        return None
    if expression.earliest is None and expression.latest is None:
        return None
    first, last = joined(draft.document.text, draft.times, expression)
    earliest, latest = first.earliest, last.latest
    if first is last:
        earliest, latest = bounded(draft, expression)
    if earliest is not None and latest is not None and earliest > latest:
        return None
    return When(earliest=earliest, latest=latest, basis=TimeBasis.STATED, time=expression.id)


def _not_after_publication(draft: Draft, word: Word, when: When) -> When:
    """What is told as past was over when the text was published."""
    published = draft.published.latest if draft.published else None
    if published is None or when.latest is None or when.latest <= published:
        return when
    verb = verb_of(word)
    over = verb is not None and (is_past(verb) or verb.tag == "VBN") and not looks_ahead(word)
    if not over or (when.earliest is not None and when.earliest > published):
        return when
    return replace(when, latest=published)


def _bounded(draft: Draft, word: Word) -> When:
    published = draft.published
    if published is None:
        return When(earliest=None, latest=None, basis=TimeBasis.PUBLICATION)
    if looks_ahead(word):
        return When(earliest=published.earliest, latest=None, basis=TimeBasis.PUBLICATION)
    return When(earliest=None, latest=published.latest, basis=TimeBasis.PUBLICATION)
