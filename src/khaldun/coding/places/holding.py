"""Whether what is said of a name makes it ground that somebody holds or takes."""

from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.syntax import Word

_CLAUSES = ("acl", "relcl")


def is_held(head: Word) -> bool:
    """Whether somebody holds it: "rebel-held Kidal", "Kidal fell to", "Kidal, held by the army"."""
    return _is_described(head) or _has_fallen(head)


def is_ruled(head: Word) -> bool:
    """Whether it is under a rule that somebody has: "control of Kidal", not "under control of"."""
    rule = head.head.head if head.dep == "pobj" and head.head.lower == "of" else None
    ruled = rule is not None and rule.lemma in place_lexicon().rule
    return ruled and rule is not None and rule.lemma != "hand" and rule.head.lower != "under"


def _is_described(head: Word) -> bool:
    lexicon = place_lexicon()
    takes = lexicon.place_verbs | lexicon.goal_verbs
    return (
        any(c.lower in lexicon.held for c in head.children_by("amod"))
        or any(c.lower in lexicon.strongholds for c in head.children_by("appos"))
        or any(c.lemma in takes and _is_done_to_it(c) for c in head.children_by(*_CLAUSES))
    )


def _is_done_to_it(clause: Word) -> bool:
    """Whether the clause says what is done to its noun: "which they hold", "held by"."""
    if clause.tag == "VBN":
        return clause.child("agent", "auxpass") is not None or clause.dep == "acl"
    return clause.dep == "relcl" and clause.child("dobj") is None


def _has_fallen(head: Word) -> bool:
    """Whether it falls, or stands under somebody's control or in his hands."""
    if head.dep not in ("nsubj", "nsubjpass"):
        return False
    verb, rule = head.head, place_lexicon().rule
    phrases = [(c.lower, p) for c in verb.children_by("prep") for p in c.children_by("pobj")]
    falls = verb.lemma == "fall" and any(p in ("to", "into") for p, _ in phrases)
    return falls or any(
        preposition in ("under", "in", "into") and noun.lemma in rule
        for preposition, noun in phrases
    )
