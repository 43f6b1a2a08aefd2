"""Which time expressions of a sentence say when: those of a word's clause, nearest first."""

from bisect import bisect_right
from collections.abc import Iterator

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Sentence, Word
from khaldun.coding.times.bounds import word_before
from khaldun.coding.times.clauses import (
    OTHER_CLAUSES,
    beginnings,
    clause_of,
    finite_above,
    has_own_subject,
    verbs_of_clause,
    words_of,
)
from khaldun.coding.times.near import near_children
from khaldun.record import Time, TimexType

_ADVERBIAL = frozenset(["prep", "npadvmod", "advmod", "tmod", "pobj", "agent", "nmod", "punct"])
_NOUN_MODIFIERS = frozenset(
    ["prep", "npadvmod", "amod", "nummod", "poss", "compound", "nmod", "advmod", "pobj"]
)
_DATED = frozenset([TimexType.DATE, TimexType.TIME])
_ARGUMENTS = frozenset(["dobj", "nsubj", "nsubjpass", "attr", "dative", "oprd"])
# A sentence longer than this is no sentence; looking further would cost the square of it.
_LONGEST_SENTENCE = 120


def candidates(draft: Draft, word: Word) -> Iterator[Time]:
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
    for time, head in dates_in_sentence(draft, draft.syntax.sentences[word.sentence]):
        verb = finite_above(head)
        if verb is None or (has_own_subject(word) and time.span.end > verb.start):
            continue
        of_what_is_said = _is_said(word, verb) and head.index > word.index
        if of_what_is_said or (verb.index in holders and _may_date(draft, time, head)):
            yield time


def dates_in_sentence(draft: Draft, sentence: Sentence) -> Iterator[tuple[Time, Word]]:
    """The expressions of a sentence, each with the word that heads it."""
    if not _has_time(draft, sentence):
        return
    for word in sentence.words[:_LONGEST_SENTENCE]:
        identifier = draft.time_ids.get(word.index)
        if identifier is not None and draft.time_ids.get(word.head.index) != identifier:
            yield time_of(draft, identifier), word


def _has_time(draft: Draft, sentence: Sentence) -> bool:
    """Whether any expression stands in a sentence: most sentences have none."""
    place = bisect_right(draft.times, sentence.start, key=lambda t: t.span.end)
    return place < len(draft.times) and draft.times[place].span.start < sentence.end


def _may_date(draft: Draft, time: Time, word: Word) -> bool:
    """Whether an expression stands as an adverbial, not as an attribute ("the 2015 deal")."""
    adverbial = word.dep in ("npadvmod", "pobj", "advmod", "tmod", "dobj", "appos", "conj", "prep")
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
    wanted = [t for t in (time_of(draft, i) for i in ids) if not _is_dateline(draft, t)]
    yield from sorted(wanted, key=lambda t: (t.timex.type not in _DATED, t.span.start))


def _leads_to_time(draft: Draft, child: Word) -> bool:
    """Whether to look on; of attributes only parts of the day: "in an overnight raid"."""
    if child.dep in ("amod", "compound", "nmod") and child.index in draft.time_ids:
        return time_of(draft, draft.time_ids[child.index]).timex.type is TimexType.TIME
    return child.dep in ("prep", "pobj", "npadvmod", "pcomp", "conj", "advmod", "appos")


def time_of(draft: Draft, identifier: str) -> Time:
    """The expression of an id."""
    return draft.times[int(identifier.removeprefix("t")) - 1]


def _is_dateline(draft: Draft, time: Time) -> bool:
    """Whether an expression is the day of publication in brackets or on a line of its own."""
    if not is_publication_day(draft, time):
        return False
    text = draft.document.text
    before = text[max(0, time.span.start - 8) : time.span.start].rstrip(" \t")[-1:]
    after = text[time.span.end : time.span.end + 2].lstrip(" \t")[:1]
    return before == "(" or after in ("", "\n", ")", "–", "—")


def is_publication_day(draft: Draft, time: Time) -> bool:
    """Whether a date is written out and is that of publication: it dates the text, not the tale."""
    published = draft.published
    if published is None or not published.earliest == published.latest == time.earliest:
        return False
    return time.earliest == time.latest and any(c.isdigit() for c in time.span.quote)
