"""The time that the narrative carries to a word which has none of its own."""

from dataclasses import dataclass
from datetime import timedelta

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Sentence, Word
from khaldun.coding.times.bounds import is_within_day, word_before
from khaldun.coding.times.clauses import (
    finite_above,
    is_past,
    is_pluperfect,
    looks_ahead,
    opening_verb,
    verb_of,
    words_of,
)
from khaldun.coding.times.hints import is_aside
from khaldun.coding.times.near import near_children
from khaldun.coding.times.ranges import joined
from khaldun.coding.when.dated import candidates, dates_in_sentence, is_publication_day
from khaldun.record import Time, TimeBasis, TimexType, When

# How far back the narrative carries a date.
_MOST_SENTENCES = 12
_MOST_PARAGRAPHS = 4


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


def carried(draft: Draft, word: Word) -> When | None:
    """The time that the narrative carries to a word told in the past tense."""
    verb = verb_of(word)
    if verb is None or not is_past(verb) or looks_ahead(word):
        return None
    if word.lemma in words_of("reporting"):
        return None
    told = _told_before(draft, word)
    if told is None or (_is_said_to_be_over(verb) and not told.here):
        return None
    first, last = joined(draft.document.text, draft.times, told.time)
    if (first is not last and told.paragraphs) or (told.said and not told.here):
        return None
    earliest, latest = first.earliest, last.latest
    published = draft.published.latest if draft.published else None
    side = _side_of_clause(verb) or _side_of_event(draft, word)
    if is_pluperfect(verb) or told.said or side == "before":
        earliest = None
    elif told.paragraphs or side or (_reacts(word) and not told.here):
        latest = published if published and earliest and published >= earliest else None
    if earliest is None and latest is None:
        return None
    return When(earliest=earliest, latest=latest, basis=TimeBasis.CARRIED, time=told.time.id)


def _is_said_to_be_over(verb: Word) -> bool:
    """Whether it was over when somebody spoke, which may be any day: "said 12 had been killed"."""
    clause = opening_verb(verb)
    said = clause.dep == "ccomp" and clause.head.lemma in words_of("saying")
    return said and is_pluperfect(verb)


def _side_of_clause(verb: Word) -> str | None:
    """On which side of the clause above it a clause lies: "fled, hours before rebels came"."""
    marks = {c.lower for c in near_children(verb, "mark")} if verb.dep == "advcl" else set()
    if marks & {"after", "since", "once"}:
        return "before"
    return "after" if "before" in marks else None


def _side_of_event(draft: Draft, word: Word) -> str | None:
    """The preposition of a length that counts from an event: "two days after the invasion".

    The event may be the one told last, so that its day only bounds what came later or before.
    """
    text = draft.document.text
    for clause in near_children(word, "advcl"):
        for mark in near_children(clause, "mark"):
            if mark.lower in ("after", "before"):
                return mark.lower
    for expression in candidates(draft, word):
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
        if not dates and number < word.sentence and _sums_up(sentence.root):
            return None
        if dates:
            told, said = dates[-1]
            near = back <= 1 or (back <= _MOST_PARAGRAPHS and _is_news(draft, told))
            here = number == word.sentence
            return _Told(time=told, paragraphs=back, here=here, said=said) if near else None
    return None


def _sums_up(root: Word) -> bool:
    """Whether a sentence tells what has come of it all, so that no story goes on past it."""
    perfect = any(c.lower in ("have", "has") for c in near_children(root, "aux"))
    return perfect and root.tag == "VBN" and root.lemma not in words_of("saying")


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
    aside: list[tuple[Time, bool]] = []
    for time, head in dates_in_sentence(draft, sentence):
        if head.index >= until.index:
            break
        dated = time.earliest is not None and time.latest is not None
        if dated and _is_telling(time) and _leads_on(draft, time, head):
            verb = finite_above(head)
            told = (time, verb is not None and _is_saying(verb))
            # What describes a noun is told beside the story: it leads on where nothing else does.
            (aside if sentence.index != until.sentence and is_aside(head) else found).append(told)
    return found or aside


def _is_saying(verb: Word) -> bool:
    """Whether a verb reports speech; "a truce was declared" does not."""
    return verb.lemma in words_of("saying") and not near_children(verb, "nsubjpass")


def _leads_on(draft: Draft, time: Time, head: Word) -> bool:
    bound = load_lexicon("times")["bounds"].get(word_before(draft, time))
    if _is_label(time, head) or (bound is not None and not is_within_day(time, bound)):
        return False
    if len(time.timex.value) <= len("2016-11") and is_aside(head):
        return False
    return not is_publication_day(draft, time) and not looks_ahead(head)


def _is_label(time: Time, head: Word) -> bool:
    """Whether a year or a month only tells a thing from others like it: "a 2016 peace deal"."""
    attribute = head.dep in ("compound", "nummod", "amod", "nmod")
    noun = head.head.pos == "NOUN" and head.head.index > head.index
    return attribute and noun and len(time.timex.value) <= len("2016-11")


def _is_telling(time: Time) -> bool:
    named = time.timex.type in (TimexType.DATE, TimexType.TIME)
    return named and not time.timex.value.endswith("_REF")
