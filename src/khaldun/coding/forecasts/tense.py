"""Tense and mood, as far as telling forecasts from narrative needs them."""

from itertools import islice, takewhile

from khaldun.coding.syntax import Word

_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did"})
_FARTHEST = 4


def is_perfect(verb: Word) -> bool:
    """Whether "have" stands before it: "may have joined"; "will have joined" lies ahead."""
    auxiliaries = [c.lower for c in verb.children_by("aux")]
    ahead = "will" in auxiliaries or "wo" in auxiliaries
    return not ahead and any(a in ("have", "'ve", "’ve") for a in auxiliaries)


def is_infinitive(verb: Word) -> bool:
    """Whether "to" stands before it."""
    return any(c.lower == "to" for c in verb.children_by("aux"))


def is_thing(head: Word) -> bool:
    """Whether what is foretold is no clause: "an attack", "fighting"."""
    return head.pos == "NOUN" or (head.tag == "VBG" and head.child("aux", "nsubj") is None)


def is_to_come(clause: Word) -> bool:
    """Whether a complement can lie ahead: an infinitive, a modal or a present, no past."""
    if is_perfect(clause) or clause.tag == "VBD":
        return False
    return clause.child("aux") is None or clause.tag != "VBN" or is_infinitive(clause)


def is_state_of_now(clause: Word) -> bool:
    """Whether a complement says how things stand: "it is possible that he is dead"."""
    modal = any(c.tag == "MD" for c in clause.children_by("aux"))
    return clause.lemma == "be" and clause.tag in ("VBZ", "VBP") and not modal


def is_told_in_past(verb: Word, top: Word | None) -> bool:
    """Whether the clause, or one above it, is narrated in the past.

    `top` is the word of saying that the clause stands under, whose tense does not count.
    """
    if verb.tag in ("VBZ", "VBP"):
        return False
    above = takewhile(lambda word: word is not top, (verb, *_above(verb)))
    return any(word.tag == "VBD" or _has_past_auxiliary(word) for word in above)


def _above(verb: Word) -> list[Word]:
    """What governs a verb; the clause before a coordinated one with a subject of its own does not.

    "It said it was hopeful and that a truce could hold": the hope lies in the past, not the truce.
    """
    if verb.dep == "conj" and verb.child("nsubj", "nsubjpass", "expl") is not None:
        return [] if verb.head.is_root else list(islice(verb.head.ancestors(), _FARTHEST))
    return list(islice(verb.ancestors(), _FARTHEST))


def _has_past_auxiliary(verb: Word) -> bool:
    return any(c.lower in _PAST_AUXILIARIES for c in verb.children_by("aux", "auxpass"))


def asks(verb: Word) -> bool:
    """Whether the clause asks something: "it is hard to see who could make him leave"."""
    asked = verb.children_by("nsubj", "nsubjpass", "dobj", "advmod", "attr")
    words = (w for c in asked if c.index < verb.index for w in (c, *c.children_by("det", "advmod")))
    return verb.dep in _CONTENT and any(w.tag in _ASKING for w in words)


_CONTENT = frozenset({"ccomp", "pcomp", "csubj"})
_ASKING = frozenset({"WP", "WDT", "WRB", "WP$"})


def describes_noun(verb: Word) -> bool:
    """Whether the verb only describes a noun; a cleft ("it is X that may …") does not."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and any(
        p.child("pobj") is not None and _is_which(p) for p in subject.children
    ):
        return True
    return verb.dep == "relcl" and cleft_of(verb) is None


def cleft_of(verb: Word) -> Word | None:
    """The copula of the cleft whose clause `verb` is: "it is Turkey that may hold the key"."""
    if verb.dep not in ("relcl", "ccomp", "advcl"):
        return None
    copula = verb.head if verb.head.lemma == "be" else verb.head.head
    subject = copula.child("nsubj")
    if copula.lemma != "be" or subject is None or subject.lower != "it":
        return None
    return copula if copula.child("attr") is not None else None


def _is_which(preposition: Word) -> bool:
    behind = preposition.child("pobj")
    return behind is not None and behind.tag in ("WDT", "WP")


def clause_of(noun: Word) -> Word | None:
    """The verb whose clause a noun stands in."""
    return next((w for w in _above(noun) if w.pos in ("VERB", "AUX")), None)
