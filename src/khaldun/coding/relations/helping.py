"""Who does what others help them with: "France helps Mali to defeat the rebels"."""

from khaldun.coding.lexicon.loading import words
from khaldun.coding.predicates import subject_of
from khaldun.coding.syntax import Word


def helped_to(verb: Word) -> list[Word]:
    """Who helps, and who is helped, to do what an infinitive says; none without such help."""
    while verb.dep == "conj" and verb.head.pos == "VERB":
        verb = verb.head
    above = verb.head
    if verb.dep in ("acl", "relcl") and above.pos == "NOUN":
        return helped_in(above)
    if verb.dep == "pcomp" and above.lower == "in":
        above = above.head
    elif verb.dep not in ("xcomp", "advcl", "ccomp"):
        return []
    return _helped_by(above)


def helped_in(noun: Word) -> list[Word]:
    """Who helps, and who is helped, in a fight: "supports Mali in its fight against X"."""
    if noun.dep != "pobj" or noun.head.lower not in ("in", "with", "during"):
        return []
    above = noun.head.head
    while above.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        above = above.head
    if above.dep == "pobj" and _is_help(above.head.head):
        above = above.head.head  # "support for Mali in the fight"
    if above.dep == "dobj" and above.pos in ("NOUN", "PROPN") and not _is_help(above):
        above = above.head
    given = above.child("dobj") if above.pos == "VERB" else None
    help_ = given if given is not None and _is_help(given) else above
    return _of_help(help_) if _is_help(help_) else _helped_by(above)


def _is_help(noun: Word) -> bool:
    return noun.pos == "NOUN" and noun.lemma in words("relations", "help")


def _of_help(noun: Word) -> list[Word]:
    """Who gives the help and who has it: "British support for Mali"."""
    given = noun.children_by("poss", "compound", "amod") or givers_of(noun)
    behind = [c for c in noun.children_by("prep") if c.lower in ("for", "to", "of")]
    return [*given, *(p for c in behind for p in c.children_by("pobj"))]


def givers_of(noun: Word) -> list[Word]:
    """Who gives or voices it: "Denmark reiterated support for Ukraine"."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in words("relations", "voicing"):
        return []
    subject = subject_of(verb)
    return [] if subject is None else [subject]


def _helped_by(verb: Word) -> list[Word]:
    """Who helps and is helped, or who works with whom."""
    joins = verb.lemma in words("relations", "joining")
    if verb.pos != "VERB" or not (joins or verb.lemma in words("relations", "helping")):
        return []
    subject = subject_of(verb)
    helped = verb.children_by("dobj", "nsubjpass") or raised(verb)
    if joins:
        helped = [p for c in verb.children_by("prep") if c.lower in ("with", "alongside")
                  for p in c.children_by("pobj")]  # fmt: skip
    return [*([subject] if subject is not None else []), *helped]


def raised(verb: Word) -> list[Word]:
    """The subject of the infinitive behind "help": "helps the army defeat the rebels"."""
    return [s for c in verb.children_by("ccomp", "xcomp") for s in c.children_by("nsubj")]
