"""Who acts and who is acted upon: the parties of a reading, as actor ids."""

from collections.abc import Iterable, Iterator

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.events.reading import Reading
from khaldun.coding.predicates import subject_of
from khaldun.coding.syntax import Word

Ids = tuple[str, ...]

_CONTENT = ("content.actor", "content.recipient")
_BY_EFFECT = {
    "request": ("object", "indirect", "on", "to", "from", "with", *_CONTENT),
    "accuse": ("object", *_CONTENT),
    "refuse": ("from", "to", "content.recipient", "content.actor", "object", "with"),
    "disapprove": (*_CONTENT, "object", "for", "over"),
    "approve": (*_CONTENT, "object", "for"),
    "discuss": ("with", "content.recipient", "content.actor"),
    "prevent": ("object", *_CONTENT),
}
_DEFAULT = ("object", "indirect", "with", "to", "against", "content.recipient", "content.actor")
_FALLBACK = (
    *("object", "indirect", "against", "on", "with", "to", "at", "for", "from", "in", "into"),
    *("of", "between", "among", "over", "content.recipient", "content.actor"),
)


def parties(draft: Draft, reading: Reading) -> tuple[Ids, Ids]:
    """Actor ids and recipient ids of a reading; an open party stays empty, never invented."""
    actors = _actors(draft, reading)
    recipients = _without(_recipients(draft, reading, actors), actors)
    sense = reading.sense
    if sense is not None and sense.two_sided and reading.content is None:
        both = _without((*actors, *recipients), ())
        return (both if len(both) > 1 else _with_clause(draft, reading, both)), ()
    return actors, recipients


def _with_clause(draft: Draft, reading: Reading, party: Ids) -> Ids:
    """The other side of a meeting told in passing: "in a call with Y, X confirmed"."""
    preposition = reading.predicate.trigger.head
    verb = preposition.head
    if preposition.dep != "prep" or preposition.lower not in _DURING or verb.pos != "VERB":
        return party
    subject = subject_of(verb)
    return _without((*_ids(draft, [subject] if subject else []), *party), ())


_DURING = frozenset({"in", "at", "during", "after", "following", "before"})


def _actors(draft: Draft, reading: Reading) -> Ids:
    places = reading.sense.actor if reading.sense is not None else ("subject",)
    for place in places:
        found = _ids(draft, _at(reading.predicate, place))
        if found:
            return found
    return ()


def _recipients(draft: Draft, reading: Reading, actors: Ids) -> Ids:
    for place in _places(reading):
        if place.startswith("content."):
            found = _of_content(draft, reading, place.removeprefix("content."))
        else:
            found = _ids(draft, _at(reading.predicate, place))
        found = _without(found, actors)
        if found:
            return found
    return ()


def _places(reading: Reading) -> Iterator[str]:
    if reading.governor is not None:
        yield from _BY_EFFECT.get(reading.governor.effect, _DEFAULT)
    elif reading.sense is not None:
        yield from reading.sense.recipient
        if reading.sense.recipient:
            yield from _FALLBACK


def _of_content(draft: Draft, reading: Reading, party: str) -> Ids:
    if reading.content is not None:
        actors, recipients = parties(draft, reading.content)
        return actors if party == "actor" else recipients
    words = [w for clause in reading.contents for w in _clause_parties(clause, party)]
    return _ids(draft, words)


def _clause_parties(clause: Word, party: str) -> list[Word]:
    """Parties of a clause that has no type of its own ("urged that X step in")."""
    if party == "actor":
        return clause.children_by("nsubj", "nsubjpass")
    return clause.children_by("dobj")


def _at(predicate: Predicate, place: str) -> list[Word]:
    if place == "subject":
        return _owners_first(predicate)
    if place == "modifier":
        return [a.word for a in predicate.arguments if a.preposition in ("modifier", "poss")]
    if place in ("object", "indirect"):
        return predicate.by_role(Role(place))
    return predicate.by_role(Role.OBLIQUE, place)


def _owners_first(predicate: Predicate) -> list[Word]:
    """Subjects, with those that only modify an event noun ("Russian strikes") last."""
    subjects = [a for a in predicate.arguments if a.role is Role.SUBJECT]
    return [a.word for a in sorted(subjects, key=lambda a: a.preposition == "modifier")]


def _ids(draft: Draft, words: Iterable[Word]) -> Ids:
    """Actor ids of the first words that have any; coordinated words count together."""
    for word in words:
        found = actors_at(draft, word)
        if found:
            return found
    return ()


def _without(ids: Iterable[str], taken: Ids) -> Ids:
    return tuple(dict.fromkeys(i for i in ids if i not in taken))
