"""Whether a verb tells what its subject does or what is done to it."""

from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word

SUBJECTS = ("nsubj", "csubj")
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_passive(verb: Word) -> bool:
    """Whether the subject of `verb` is the one acted upon."""
    if verb.child("nsubjpass", "auxpass", "csubjpass", "agent") is not None:
        if has_both(verb):
            return False
        return verb.lemma not in words("light", "adjectival") or verb.child("agent") is not None
    if _is_bare_toll(verb):
        return True
    if _goes_on_passive(verb):
        return True
    if verb.tag != "VBN" or verb.child("aux") is not None:
        return False
    if verb.dep == "conj":
        return is_passive(verb.head) and verb.child(*SUBJECTS) is None
    if verb.dep == "xcomp" and verb.head.child("auxpass") is not None:
        return verb.child("dobj") is None  # "were found shot dead"
    return verb.dep in ("acl", "advcl", "ROOT") and verb.child("dobj", "nsubj") is None


def keeps_subject(upper: Word, verb: Word) -> bool:
    """Whether the subject does both: "sent men to fight", "called the king to thank him"."""
    said = verb.lemma in words("light", "conveyed")
    return upper.lemma in words("light", "subject_control") or (
        said and upper.lemma in words("modality", "conveying")
    )


def gives_name(verb: Word) -> bool:
    """Whether a clause behind a noun says what it is called: "men whom all call the Fano"."""
    if verb.pos != "VERB" or verb.lemma not in words("light", "naming"):
        return False
    if verb.dep == "acl" and verb.tag == "VBN":
        return verb.child("oprd") is not None and verb.child("dobj") is None
    if verb.dep in ("pcomp", "ccomp") and verb.child("oprd", "attr") is not None:
        return any(c.lower == "what" for c in verb.children)  # "against what he called the Front"
    pronoun = verb.child("dobj") if verb.dep == "relcl" else None
    return pronoun is not None and pronoun.tag in RELATIVES and _begins_name(verb)


def _begins_name(verb: Word) -> bool:
    """Whether a name stands right behind the verb, wherever the parser hung it."""
    near = (*verb.children, *verb.head.children, *verb.head.head.children)
    return any(w.pos == "PROPN" and w.index == verb.index + 1 for w in near)


def is_done_by_somebody(participle: Word) -> bool:
    """Whether a participle tells an act, and not what somebody carries: "men armed with axes"."""
    acts = (participle, *participle.conjuncts())
    return any(w.child("agent") is not None for w in acts) or participle.child("prep") is None


def _goes_on_passive(verb: Word) -> bool:
    """Whether it was done to the same ones: "nine were stopped and shot dead"."""
    if verb.tag != "VBD" or verb.dep != "conj" or verb.child("aux", "dobj", *SUBJECTS) is not None:
        return False
    dead = any(c.lower == "dead" for c in verb.children_by("oprd", "acomp"))
    suffered = dead or verb.lemma in words("parties", "bare_tolls")
    return suffered and verb.head.child("auxpass") is not None


def _is_bare_toll(verb: Word) -> bool:
    """Whether a headline or list leaves out "were": "four people killed, nine wounded in a blast".

    Whoever kills or wounds does so to somebody.
    """
    if verb.tag not in ("VBD", "VBN") or verb.lemma not in words("parties", "bare_tolls"):
        return False
    if verb.child("aux", "dobj", "prt", "ccomp", "xcomp", "dative") is not None:
        return False
    own = verb.child("nsubj")
    return own is not None and own.tag not in RELATIVES and verb.dep in ("ROOT", "conj", "ccomp")


def has_both(verb: Word) -> bool:
    """Whether a doer and an object stand beside a "by": "banned a march by the opposition"."""
    active = verb.tag == "VBD" and verb.child("nsubj") is not None
    return active and verb.child("auxpass") is None and verb.child("dobj") is not None


def names_object(verb: Word) -> bool:
    """Whether the verb says what it calls its object: "called the raid a massacre"."""
    thing = verb.child("oprd")
    calls = verb.lemma in words("light", "naming")
    return calls and thing is not None and verb.child("dobj", "nsubjpass") is not None


def is_held(noun: Word) -> bool:
    """Whether the doer has what the noun says: "has no intention of freeing them"."""
    return noun.dep == "dobj" and noun.head.lemma in ("have", "express", "lack")
