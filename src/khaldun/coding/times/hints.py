"""What syntax tells the time grammar: verbs, counts, and the tense that a date stands under."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word
from khaldun.coding.times.anchor import Direction
from khaldun.coding.times.near import near_children

_MOST_STEPS = 12
_AWAITING = frozenset({"when", "once", "before", "after", "until", "till", "as"})
_DEADLINES = frozenset({"by", "until", "till", "before"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Offsets where verbs start, where numbers that count start, and the word at each offset."""

    verbs: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()
    words: Mapping[int, Word] = field(default_factory=dict)


def hints_from(words: Iterable[Word]) -> Hints:
    """The hints of parsed words."""
    known = {w.start: w for w in words}
    return Hints(
        verbs=frozenset(s for s, w in known.items() if w.pos in ("VERB", "AUX")),
        counted=frozenset(s for s, w in known.items() if _counts(w)),
        words=known,
    )


def _counts(word: Word) -> bool:
    """Whether a number counts the plural noun after it: "1900 men", not "the 1948 wars"."""
    if word.dep != "nummod" or word.head.tag != "NNS" or word.head.index <= word.index:
        return False
    return not near_children(word.head, "det", "poss")


def direction_of(word: Word) -> Direction:
    """To which side of now the clause of `word` looks: the past, unless its verb says future.

    Without a verb, in a headline or a bare phrase, the nearest date is meant.
    """
    direction = Direction.NEAREST
    for verb in _verbs_above(word):
        if is_future(verb) or _arranges(verb):
            return Direction.FUTURE
        direction = Direction.PAST
        if _is_deadline(word, verb):
            return Direction.NEAREST
        if verb.tag in ("VBD", "VBN") and verb.dep != "xcomp":
            break
    return direction


def _is_deadline(word: Word, verb: Word) -> bool:
    """Whether a date says by when a verb without a tense is to be done: "closing it by May"."""
    preposition = word.head if word.dep == "pobj" else word.head.head
    return preposition.lower in _DEADLINES and verb.tag in ("VB", "VBG")


def _arranges(verb: Word) -> bool:
    """Whether a verb in the perfect tells of what is to come: "have invited them for Monday"."""
    perfect = any(c.lower in ("have", "has") for c in near_children(verb, "aux"))
    return perfect and verb.lemma in load_lexicon("times")["future"]["arranging"]


def is_future(verb: Word) -> bool:
    """Whether a verb speaks of what is to come: "will", "is to", "plans to"."""
    words = load_lexicon("times")["future"]
    marks = [c.lower for c in near_children(verb, "aux", "neg", "prt")]
    if any(m in words["auxiliaries"] for m in marks):
        return True
    if verb.tag != "VB" or "to" not in marks or verb.dep not in ("xcomp", "ccomp", "acl", "advcl"):
        return verb.tag in ("VBN", "JJ") and verb.lemma in words["due"] and not _acts(verb)
    return verb.head.lemma in words["governors"] or verb.head.lemma in words["due"]


def _acts(verb: Word) -> bool:
    """Whether a participle is of a verb that does something: "has set up two centres"."""
    perfect = any(c.lemma == "have" for c in near_children(verb, "aux"))
    return perfect and bool(near_children(verb, "dobj", "prt"))


def is_aside(word: Word) -> bool:
    """Whether a date only glances back from what is told.

    It stands in a clause that describes a noun ("the deal that he signed in 2015") or tells
    since when, under a pluperfect, or it tells a thing from others ("the war of 2020").
    """
    if word.dep == "pobj" and word.head.lower == "of" and word.head.head.pos in ("NOUN", "PROPN"):
        return True
    for verb in islice(word.ancestors(), _MOST_STEPS):
        if verb.pos in ("VERB", "AUX"):
            while verb.dep == "conj" and verb.head.pos == "VERB":
                verb = verb.head  # noqa: PLW2901 - the clause that it goes on with
            marks = [c.lower for c in near_children(verb, "mark", "aux")]
            return verb.dep in ("relcl", "acl") or "since" in marks or "had" in marks
    return False


def is_behind(word: Word) -> bool:
    """Whether a date is of what was over before what is told: "had fled in May", "since May"."""
    if word.dep == "pobj" and word.head.lower == "since":
        return True
    for verb in islice(word.ancestors(), _MOST_STEPS):
        if verb.pos in ("VERB", "AUX"):
            while verb.dep == "conj" and verb.head.pos == "VERB" and not near_children(verb, "aux"):
                verb = verb.head  # noqa: PLW2901 - the clause that it goes on with
            marks = [c.lower for c in near_children(verb, "mark", "aux")]
            return "since" in marks or "had" in marks
    return False


def is_of_saying(word: Word) -> bool:
    """Whether a date tells when somebody spoke; "a truce was declared on Sunday" does not."""
    verb = next((a for a in islice(word.ancestors(), 2) if a.pos == "VERB"), None)
    if verb is None or near_children(verb, "nsubjpass"):
        return False
    return verb.lemma in load_lexicon("times")["saying"]


def _awaits(verb: Word) -> bool:
    """Whether a verb in the present tells when something else comes: "when they meet in April"."""
    marks = (c.lower for c in near_children(verb, "mark", "advmod"))
    present = verb.tag in ("VBP", "VBZ") and not near_children(verb, "aux")
    return verb.dep == "advcl" and present and any(m in _AWAITING for m in marks)


def _verbs_above(word: Word) -> Iterator[Word]:
    """The verb that governs `word`, and those it is a complement of, nearest first."""
    for ancestor in islice(chain([word], word.ancestors()), _MOST_STEPS):
        if ancestor.pos in ("VERB", "AUX"):
            yield ancestor
            if ancestor.dep not in ("xcomp", "conj", "aux") and not _awaits(ancestor):
                return
