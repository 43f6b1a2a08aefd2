"""Clauses: which words share a time, which verb carries the tense, and what tense it is."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word
from khaldun.coding.times.hints import is_future
from khaldun.coding.times.near import near_children, near_conjuncts

# Clauses of their own: what they say of time is not of the clause above them.
OTHER_CLAUSES = frozenset(
    ["ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "xcomp", "pcomp", "cc"]
)
_INHERITING = frozenset(["conj", "xcomp", "prt", "aux", "auxpass", "pcomp"])
_MOST_STEPS = 12


def clause_of(word: Word) -> Iterator[tuple[Word, Word | None]]:
    """The word and those above it whose time is also its own, each with the one it came from."""
    yield word, None
    for _ in range(_MOST_STEPS):
        if word.is_root or not _inherits(word):
            return
        word, below = word.head, word
        yield word, below


def _inherits(word: Word) -> bool:
    """Whether the time of its head is also that of `word`."""
    if word.dep in _INHERITING:
        return True
    if is_beside(word):
        return True
    if word.dep == "advcl":  # "attacked on Monday, killing two"
        return word.tag in ("VBG", "VBN") and not near_children(word, "mark", "nsubj", "nsubjpass")
    nominal = word.pos in ("NOUN", "PROPN") or word.dep in ("prep", "pobj", "agent")
    return nominal and word.head.lemma not in words_of("saying") and word.dep not in OTHER_CLAUSES


def is_beside(clause: Word) -> bool:
    """Whether a clause tells what came about at the same time: "while 38 civilians were killed"."""
    return clause.dep == "advcl" and any(
        c.lower in ("while", "whereas") for c in near_children(clause, "mark")
    )


def beginnings(word: Word) -> Iterator[Word]:
    """The clauses that say when an event noun, or the one that is a verb's subject, began.

    "The offensive launched in May", "Operation Lion, which began on Monday, killed forty".
    """
    nouns = [word] if word.pos == "NOUN" else near_children(word, "nsubj")
    for noun in nouns:
        for clause in near_children(noun, "acl", "relcl"):
            if clause.lemma in words_of("beginning"):
                yield clause


def has_own_subject(word: Word | None) -> bool:
    """Whether a coordinated verb has a subject of its own: only a time in front is also its."""
    if word is None or not (word.dep == "conj" or is_beside(word)):
        return False
    return bool(near_children(word, "nsubj", "nsubjpass"))


def opening_verb(verb: Word) -> Word:
    """The first of the coordinated verbs that share a subject: "took" of "took it and killed"."""
    while verb.dep == "conj" and not has_own_subject(verb) and verb.head.pos in ("VERB", "AUX"):
        verb = verb.head
    return verb


def verbs_of_clause(word: Word) -> Iterator[Word]:
    """The verbs that `word` shares its time with, coordinated ones included."""
    for verb in [holder for holder, _ in clause_of(word) if holder.pos in ("VERB", "AUX")]:
        yield verb
        others = near_conjuncts(verb, _MOST_STEPS)
        yield from (other for other in others if not has_own_subject(other))


def finite_above(word: Word) -> Word | None:
    """The finite verb that governs a word, past infinitives, participles and nouns."""
    for above in islice(word.ancestors(), _MOST_STEPS):
        clause = above.dep in ("relcl", "ccomp") and above.pos in ("VERB", "AUX")
        if clause and (above.tag != "VB" or not near_children(above, "aux")):
            return above
        if above.pos in ("VERB", "AUX") and not is_infinite(above):
            return above
    return None


def is_infinite(verb: Word) -> bool:
    """Whether a verb has no time of its own: an infinitive or a present participle."""
    if any(c.tag == "MD" or c.lower == "did" for c in near_children(verb, "aux")):
        return False
    return verb.tag in ("VB", "VBG") or verb.dep in ("xcomp", "amod", "aux", "auxpass")


def looks_ahead(word: Word) -> bool:
    """Whether the clause of the word speaks of what is to come."""
    for step, verb in enumerate((word, *word.ancestors())):
        if step > _MOST_STEPS:
            return False
        if verb.pos in ("VERB", "AUX"):
            if is_future(verb):
                return True
            if verb.dep not in ("xcomp", "conj"):
                return False
    return False


def verb_of(word: Word) -> Word | None:
    """The verb that carries the tense of the word's clause."""
    for step, above in enumerate((word, *word.ancestors())):
        if step > _MOST_STEPS:
            return None
        if above.pos in ("VERB", "AUX") and not is_infinite(above):
            return above
    return None


def is_past(verb: Word) -> bool:
    """Whether a verb, or the first of its auxiliaries, is in the past tense."""
    auxiliaries = near_children(verb, "aux", "auxpass")
    if not auxiliaries and _goes_on_with_perfect(verb):
        return False
    if not auxiliaries and verb.tag == "VBN" and near_children(verb, "nsubj"):
        return True  # "after a brigade mutinied": no participle has a subject
    finite = auxiliaries[0] if auxiliaries else verb
    return finite.tag == "VBD" or (verb.tag == "VBD" and not auxiliaries)


def _goes_on_with_perfect(verb: Word) -> bool:
    """Whether it shares the "have" of the verb before it: "have formed a bloc and left it"."""
    if verb.dep != "conj" or has_own_subject(verb):
        return False
    return any(c.lower in ("have", "has") for c in near_children(verb.head, "aux"))


def is_pluperfect(verb: Word) -> bool:
    """Whether a verb tells of what was over before the time told: "had shelled"."""
    participle = verb.tag == "VBN" or verb.lower.endswith("ed")
    if verb.dep == "conj" and participle and not near_children(verb, "aux", "auxpass"):
        verb = opening_verb(verb)  # "had shelled the port and captured a ship"
    return verb.tag == "VBN" and any(c.lower in ("had", "'d") for c in near_children(verb))


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of the lexicon."""
    return frozenset(load_lexicon("times")[name])
