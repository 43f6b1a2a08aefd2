"""Relations that a noun names: "the GNA's main backer, Turkey", "an ally of Russia"."""

from collections.abc import Iterator
from functools import partial

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.predicates import subject_of
from khaldun.coding.relations.finding import Found, Known, fitting, ids_at_first, means_of, pairs
from khaldun.coding.syntax import Word
from khaldun.record import RelationType

_BEFORE = ("compound", "amod", "nmod")
_OWNING = ("of", "to")
_MUTUAL = frozenset({RelationType.ALLIED_WITH, RelationType.OPPOSES, RelationType.LIAISES_WITH})


def noun_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations that nouns name between a referent, or a doer, and an owner."""
    for word in draft.syntax.words:
        if word.pos in ("NOUN", "PROPN"):
            for tie in ties().nouns.get(word.lemma, ()):
                yield from _of_tie(draft, known, word, tie)


def _of_tie(draft: Draft, known: Known, noun: Word, tie: Tie) -> Iterator[Found]:
    if any(c.lower in words("relations", "unreal") for c in noun.children):
        return
    places = partial(words_at, noun)
    subjects = fitting(known, ids_at_first(draft, tie.subject, places), tie)
    targets = ids_at_first(draft, tie.target, places)
    means = tie.means
    if tie.type is RelationType.BACKS and not means:
        means = means_of(noun.children_by("amod", "compound"))
    if subjects and not targets and tie.type in _MUTUAL and noun.dep == "attr":
        subjects, targets = subjects[:1], subjects[1:]
    for subject, target in pairs(subjects, targets):
        yield Found(
            type=tie.type,
            subject=subject,
            target=target,
            trigger=noun,
            entry=tie.id,
            presupposed=noun.dep != "attr",
            means=means,
        )


def words_at(noun: Word, place: str) -> list[Word]:
    """The words at a place around a noun: its referent, owner, doer, or a preposition's."""
    if place == "referent":
        return referents_of(noun)
    if place == "owner":
        return owners_of(noun)
    if place == "modifier":
        return [c for c in noun.children_by(*_BEFORE) if c.index < noun.index]
    if place == "doer":
        return _doers_of(noun)
    return _after(noun, place)


def referents_of(noun: Word) -> list[Word]:
    """Who the noun speaks of: its apposition, what it is in apposition to, its subject, itself."""
    top = _counted(noun)
    found = top.children_by("appos")
    if top.dep == "appos":
        found.append(top.head)
    if top.dep == "attr":
        subject = subject_of(top.head)
        found.extend([subject] if subject is not None else [])
    if noun.dep == "compound" and noun.head.pos == "PROPN":
        found.append(noun.head)
    if noun.dep == "pobj" and noun.head.lower == "as" and noun.head.head.pos == "VERB":
        described = noun.head.head.child("dobj", "nsubjpass", "nsubj")
        if described is not None and described.pos == "NOUN":
            described = noun.head.head.child("nsubj", "nsubjpass")
        found.extend([described] if described is not None else [])
    return found or _named_before(noun) or [noun]


def _counted(noun: Word) -> Word:
    """What counts the noun, where something does: "one of the founders"."""
    counts = noun.dep == "pobj" and noun.head.lower == "of"
    above = noun.head.head
    return above if counts and above.lemma in words("light", "transparent_nouns") else noun


def _named_before(noun: Word) -> list[Word]:
    """The name between a possessor and the noun: "its Hezbollah allies"."""
    return noun.children_by("compound", "nmod") if noun.child("poss") is not None else []


def owners_of(noun: Word) -> list[Word]:
    """Whose it is: the possessor, or what "of" or "to" names."""
    owned = noun.children_by("poss")
    for preposition in _OWNING:
        owned = owned or _after(noun, preposition)
    return owned or _after_comma(noun)


def _after_comma(noun: Word) -> list[Word]:
    """The body behind a bare title: "Colonel Idris, commander, Third Brigade"."""
    bare = noun.dep == "appos" and noun.child("det") is None
    beside = [*noun.children_by("appos"), *noun.head.children_by("appos")] if bare else []
    return [w for w in beside if w.index > noun.index and w.pos == "PROPN"]


def _doers_of(noun: Word) -> list[Word]:
    """Who does what the noun says: its possessor or modifier, or the subject above it."""
    own = noun.children_by("poss", *_BEFORE)
    verb = noun.head if noun.dep != "pobj" else noun.head.head
    subject = subject_of(verb) if verb.pos == "VERB" and noun.dep in ("dobj", "pobj") else None
    return [*own, *([subject] if subject is not None else [])]


def _after(noun: Word, preposition: str) -> list[Word]:
    found = (c for c in noun.children_by("prep") if c.lower == preposition)
    return [p for c in found for p in c.children_by("pobj")]
