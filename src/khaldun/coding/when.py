"""The time of what a word says: stated, carried by the narrative, or bounded by publication."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Sentence, Word
from khaldun.coding.times.bounds import bounded, is_within_day, word_before
from khaldun.coding.times.clauses import (
    OTHER_CLAUSES,
    beginnings,
    clause_of,
    finite_above,
    has_own_subject,
    is_past,
    is_pluperfect,
    looks_ahead,
    verb_of,
    verbs_of_clause,
    words_of,
)
from khaldun.coding.times.hints import is_aside
from khaldun.coding.times.intervals import counted_from, side_of
from khaldun.coding.times.near import near_children
from khaldun.coding.times.ranges import joined
from khaldun.coding.times.sequence import clause_told_by, clauses_beside, length_from_above
from khaldun.record import Time, TimeBasis, TimexType, When

NAME = "when.v1"
_ADVERBIAL = frozenset(["prep", "npadvmod", "advmod", "tmod", "pobj", "agent", "nmod", "punct"])
_NOUN_MODIFIERS = frozenset(
    ["prep", "npadvmod", "amod", "nummod", "poss", "compound", "nmod", "advmod", "pobj"]
)
_DATED = frozenset([TimexType.DATE, TimexType.TIME])
_ARGUMENTS = frozenset(["dobj", "nsubj", "nsubjpass", "attr", "dative", "oprd"])
# A sentence longer than this is no sentence; looking further would cost the square of it.
_MOST_STEPS = 12
_LONGEST_SENTENCE = 120
# How far back the narrative carries a date.
_MOST_SENTENCES = 12
_MOST_PARAGRAPHS = 4


def when_of(draft: Draft, word: Word) -> When:
    """When that which `word`, a verb or an event noun, says took place.

    Its own clause is asked first, then the narrative of the paragraph and of the one before,
    if the tense fits; else publication bounds what is past. A publication date is never given
    as the date of an event.
    """
    told = _stated(draft, word) or _counted(draft, word) or _beside(draft, word)
    if told is not None:
        return _not_after_publication(draft, word, told)
    return _carried(draft, word) or _bounded(draft, word)


def _stated(draft: Draft, word: Word) -> When | None:
    antecedent = _antecedent(draft, word)
    if antecedent is not None:
        ends = (antecedent.earliest, antecedent.latest)
        return When(earliest=ends[0], latest=ends[1], basis=TimeBasis.STATED, time=antecedent.id)
    verb = verb_of(word)
    over = verb is not None and (is_past(verb) or verb.tag == "VBN")
    for expression in _candidates(draft, word):
        if over and expression.timex.value == "PRESENT_REF":
            continue  # "the war, now in its eighth year, has killed thousands"
        when = _when(draft, expression)
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
    above = _stated(draft, clause.head) or _carried(draft, clause.head)
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
        return _time(draft, identifier) if identifier is not None else None
    return None


def _candidates(draft: Draft, word: Word) -> Iterator[Time]:
    """The expressions of the word's clause, nearest in syntax first."""
    if not _has_time(draft, draft.syntax.sentences[word.sentence]):
        return
    begun = [t for clause in beginnings(word) for t in _found(draft, clause, _ADVERBIAL)]
    yield from begun if word.pos == "NOUN" else ()
    yield from _of_clause(draft, word)
    yield from _of_sentence(draft, word)
    yield from begun


def _of_clause(draft: Draft, word: Word) -> Iterator[Time]:
    fronted = False
    for holder, below in clause_of(word):
        fronted = fronted or has_own_subject(below)
        found = list(_found(draft, holder, _modifiers(holder)))
        if holder.pos in ("VERB", "AUX"):
            found += _found(draft, holder, _ARGUMENTS)
            found += _of_when_clause(draft, holder)
        if below is not None and below.pos in ("VERB", "AUX"):
            found.sort(key=lambda t: abs(t.span.start - word.start))
        yield from (t for t in found if not fronted or t.span.end <= holder.start)


def _of_sentence(draft: Draft, word: Word) -> Iterator[Time]:
    """What hangs elsewhere in the sentence, but on no other finite verb.

    An infinitive or a noun has no time of its own: in "detained a man in a raid to seize arms
    on Monday" the day is that of the detention, whatever the parser hangs it on.
    """
    holders = {verb.index for verb in verbs_of_clause(word)}
    for time, head in _in_sentence(draft, draft.syntax.sentences[word.sentence]):
        verb = finite_above(head)
        if verb is None or (has_own_subject(word) and time.span.end > verb.start):
            continue
        of_what_is_said = _is_said(word, verb) and head.index > word.index
        if of_what_is_said or (verb.index in holders and _may_date(draft, time, head)):
            yield time


def _in_sentence(draft: Draft, sentence: Sentence) -> Iterator[tuple[Time, Word]]:
    """The expressions of a sentence, each with the word that heads it."""
    if not _has_time(draft, sentence):
        return
    for word in sentence.words[:_LONGEST_SENTENCE]:
        identifier = draft.time_ids.get(word.index)
        if identifier is not None and draft.time_ids.get(word.head.index) != identifier:
            yield _time(draft, identifier), word


def _has_time(draft: Draft, sentence: Sentence) -> bool:
    """Whether any expression stands in a sentence: most sentences have none."""
    place = bisect_right(draft.times, sentence.start, key=lambda t: t.span.end)
    return place < len(draft.times) and draft.times[place].span.start < sentence.end


def _may_date(draft: Draft, time: Time, word: Word) -> bool:
    """Whether an expression stands as an adverbial, not as an attribute ("the 2015 deal")."""
    adverbial = word.dep in ("npadvmod", "pobj", "advmod", "tmod", "dobj", "appos", "conj")
    adverbial = adverbial or word_before(draft, time) in words_of("temporal")
    dated = time.timex.type in _DATED and not time.timex.value.endswith("_REF")
    return adverbial and dated and not _is_dateline(draft, time)


def _is_said(word: Word, verb: Word) -> bool:
    """Whether an event noun is what a verb of saying speaks of."""
    return word.head is verb and word.dep == "dobj" and verb.lemma in words_of("saying")


def _of_when_clause(draft: Draft, verb: Word) -> Iterator[Time]:
    """The time of a clause that says when: "rose when he went to Moscow in 2016"."""
    for clause in near_children(verb, "advcl"):
        if clause.lemma in words_of("saying"):
            continue  # "as a panel reported in January"
        if any(c.lower in ("when", "as", "while") for c in near_children(clause, "advmod", "mark")):
            yield from _found(draft, clause, _ADVERBIAL)


def _modifiers(holder: Word) -> frozenset[str]:
    return _NOUN_MODIFIERS if holder.pos in ("NOUN", "PROPN") else _ADVERBIAL


def _found(draft: Draft, holder: Word, deps: frozenset[str]) -> Iterator[Time]:
    """The expressions among what hangs on `holder` by one of `deps`, in text order."""
    ids: dict[str, None] = {}
    queue = near_children(holder, *deps)
    for seen, word in enumerate(queue):
        if seen > _LONGEST_SENTENCE:
            break
        if word.index in draft.time_ids:
            ids.setdefault(draft.time_ids[word.index])
        elif word.dep not in OTHER_CLAUSES:
            queue.extend(c for c in near_children(word) if _leads_to_time(draft, c))
    wanted = [t for t in (_time(draft, i) for i in ids) if not _is_dateline(draft, t)]
    yield from sorted(wanted, key=lambda t: (t.timex.type not in _DATED, t.span.start))


def _leads_to_time(draft: Draft, child: Word) -> bool:
    """Whether to look on; of attributes only parts of the day: "in an overnight raid"."""
    if child.dep in ("amod", "compound", "nmod") and child.index in draft.time_ids:
        return _time(draft, draft.time_ids[child.index]).timex.type is TimexType.TIME
    return child.dep in ("prep", "pobj", "npadvmod", "pcomp", "conj", "advmod", "appos")


def _time(draft: Draft, identifier: str) -> Time:
    return draft.times[int(identifier.removeprefix("t")) - 1]


def _is_dateline(draft: Draft, time: Time) -> bool:
    """Whether an expression is the day of publication in brackets or on a line of its own."""
    if not _is_publication_day(draft, time):
        return False
    text = draft.document.text
    before = text[max(0, time.span.start - 8) : time.span.start].rstrip(" \t")[-1:]
    after = text[time.span.end : time.span.end + 2].lstrip(" \t")[:1]
    return before == "(" or after in ("", "\n", ")", "–", "—")


def _is_publication_day(draft: Draft, time: Time) -> bool:
    """Whether a date is written out and is that of publication: it dates the text, not the tale."""
    published = draft.published
    if published is None or not published.earliest == published.latest == time.earliest:
        return False
    return time.earliest == time.latest and any(c.isdigit() for c in time.span.quote)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A dated expression of the narrative, and how many paragraphs back it stands.

    `here` says that it stands in the sentence itself, `said` that it dates a verb of saying,
    which only bounds what is said.
    """

    time: Time
    paragraphs: int
    here: bool
    said: bool


def _carried(draft: Draft, word: Word) -> When | None:
    """The time that the narrative carries to a word told in the past tense."""
    verb = verb_of(word)
    if verb is None or not is_past(verb) or looks_ahead(word):
        return None
    if word.lemma in words_of("reporting"):
        return None
    told = _told_before(draft, word)
    if told is None:
        return None
    first, last = joined(draft.document.text, draft.times, told.time)
    if (first is not last and told.paragraphs) or (told.said and not told.here):
        return None
    earliest, latest = first.earliest, last.latest
    published = draft.published.latest if draft.published else None
    marks = {c.lower for c in near_children(verb, "mark")} if verb.dep == "advcl" else set()
    side = _side_of_event(draft, word)
    if is_pluperfect(verb) or told.said or marks & {"after", "since", "once"} or side == "before":
        earliest = None
    elif told.paragraphs or side or (_reacts(word) and not told.here):
        latest = published if published and earliest and published >= earliest else None
    if earliest is None and latest is None:
        return None
    return When(earliest=earliest, latest=latest, basis=TimeBasis.CARRIED, time=told.time.id)


def _side_of_event(draft: Draft, word: Word) -> str | None:
    """The preposition of a length that counts from an event: "two days after the invasion".

    The event may be the one told last, so that its day only bounds what came later or before.
    """
    text = draft.document.text
    for expression in _candidates(draft, word):
        following = text[expression.span.end : expression.span.end + 12].lower().split()[:1]
        counted = following and following[0] in ("after", "before", "into", "following")
        if counted and expression.timex.type is TimexType.DURATION:
            return following[0]
    return None


def _reacts(word: Word) -> bool:
    """Whether it answers what was told before it, on that day or later: "India blamed"."""
    return word.lemma in words_of("saying") or word.lemma in words_of("reacting")


def _told_before(draft: Draft, word: Word) -> _Told | None:
    """The last date told before the word, if that is not too many paragraphs back."""
    sentences = draft.syntax.sentences
    here = sentences[word.sentence].paragraph
    for number in range(word.sentence, max(-1, word.sentence - _MOST_SENTENCES), -1):
        sentence = sentences[number]
        back = here - sentence.paragraph
        dates = _dates_in(draft, sentence, word)
        if dates:
            told, said = dates[-1]
            near = back <= 1 or (back <= _MOST_PARAGRAPHS and _is_news(draft, told))
            here = number == word.sentence
            return _Told(time=told, paragraphs=back, here=here, said=said) if near else None
    return None


def _is_news(draft: Draft, time: Time) -> bool:
    """Whether a date lies in the week before publication: what the text is about."""
    published = draft.published
    if published is None or time.earliest is None or published.earliest != published.latest:
        return False
    return timedelta(0) <= published.latest - time.earliest <= timedelta(days=7)


def _dates_in(draft: Draft, sentence: Sentence, until: Word) -> list[tuple[Time, bool]]:
    """The dates of a sentence before a word that tell when; not since, until or to come.

    With each, whether it dates a verb of saying.
    """
    found: list[tuple[Time, bool]] = []
    for time, head in _in_sentence(draft, sentence):
        if head.index >= until.index:
            break
        dated = time.earliest is not None and time.latest is not None
        if dated and _is_telling(time) and _leads_on(draft, time, head):
            verb = finite_above(head)
            found.append((time, verb is not None and _is_saying(verb)))
    return found


def _is_saying(verb: Word) -> bool:
    """Whether a verb reports speech; "a truce was declared" does not."""
    return verb.lemma in words_of("saying") and not near_children(verb, "nsubjpass")


def _leads_on(draft: Draft, time: Time, head: Word) -> bool:
    bound = load_lexicon("times")["bounds"].get(word_before(draft, time))
    if _is_label(time, head) or (bound is not None and not is_within_day(time, bound)):
        return False
    if len(time.timex.value) <= len("2016-11") and is_aside(head):
        return False
    return not _is_publication_day(draft, time) and not looks_ahead(head)


def _is_label(time: Time, head: Word) -> bool:
    """Whether a year or a month only tells a thing from others like it: "a 2016 peace deal"."""
    attribute = head.dep in ("compound", "nummod", "amod", "nmod")
    noun = head.head.pos == "NOUN" and head.head.index > head.index
    return attribute and noun and len(time.timex.value) <= len("2016-11")


def _is_telling(time: Time) -> bool:
    named = time.timex.type in (TimexType.DATE, TimexType.TIME)
    return named and not time.timex.value.endswith("_REF")


def _bounded(draft: Draft, word: Word) -> When:
    published = draft.published
    if published is None:
        return When(earliest=None, latest=None, basis=TimeBasis.PUBLICATION)
    if looks_ahead(word):
        return When(earliest=published.earliest, latest=None, basis=TimeBasis.PUBLICATION)
    return When(earliest=None, latest=published.latest, basis=TimeBasis.PUBLICATION)
