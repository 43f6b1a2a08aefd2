"""An attack spoken of again: "the raid killed three" was done by whoever raided before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft, Event, Role
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.predicates import subject_of
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_BACK = 3  # sentences
_REPROACHES = frozenset({EventType.ACCUSE, EventType.REJECT})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_BEHIND = frozenset({"in", "during", "by"})


def with_known_parties(draft: Draft, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events in text order, open parties filled in from the attack that is spoken of again.

    "The raid killed three": whoever raided before. "A group claimed the killing": that of those
    whose killing was told before.
    """
    sectors = {a.id: a.sector for a in draft.actors}
    claims = _claims(draft)
    found: list[Event] = []
    last: int | None = None
    for event in events:
        if event.type is not EventType.ASSAULT:
            found.append(_aimed(event, None if last is None else found[last]))
            continue
        if last is not None and _reaches(event, found[last]):
            event = _filled(event, found[last], sectors)  # noqa: PLW2901 - filled in
            found[last] = _claimed(found[last], event.actors)
        found.append(event)
        last = len(found) - 1 if event.actors or event.recipients else last
    return tuple(_claimed(e, _claimants(e, found, claims)) for e in found)


def _aimed(event: Event, last: Event | None) -> Event:
    """A reproach for "the attack" is one to whoever attacked."""
    if last is None or event.recipients or event.type not in _REPROACHES:
        return event
    back = event.trigger.sentence - last.trigger.sentence
    blamed = event.trigger.lemma in words("parties", "blamed_on") | words("parties", "blamed_to")
    known = not blamed and any(_is_known_attack(w) for w in event.predicate.by_role(Role.OBJECT))
    if not known or back > _BACK:
        return event
    return replace(event, recipients=tuple(i for i in last.actors if i not in event.actors))


def _claimed(event: Event, actors: tuple[str, ...]) -> Event:
    """The event with the doers that a later sentence names, where it has none itself."""
    others = tuple(i for i in actors if i not in event.recipients)
    return event if event.actors or not others else replace(event, actors=others)


def _claims(draft: Draft) -> list[tuple[Word, tuple[str, ...]]]:
    """Who claimed responsibility without saying for what, with the verb, in text order."""
    found = []
    for predicate in draft.predicates:
        verb = predicate.trigger
        if verb.child("neg") is not None:
            continue
        for noun in _held(verb):
            open_ended = all(_is_pointing(w) for w in (verb, noun))
            subject = subject_of(verb)
            if open_ended and subject is not None:
                found.append((verb, actors_at(draft, subject)))
    return found


def _held(verb: Word) -> list[Word]:
    """The responsibility that somebody claims, or the "responsible" that he is held to be."""
    if verb.lemma in words("light", "responsibility_verbs"):
        return [w for w in verb.children_by("dobj") if w.lemma in words("light", "responsibility")]
    told = (verb, *verb.children_by("xcomp"))
    return [w for v in told for w in v.children_by("acomp", "oprd") if w.lower == "responsible"]


def _is_pointing(word: Word) -> bool:
    """Whether nothing is named behind "for", or only "it", "the incident"."""
    named = [w for p in word.children_by("prep") if p.lower == "for" for w in p.children]
    return all(w.pos == "PRON" or _is_known_incident(w) for w in named)


def _is_known_incident(word: Word) -> bool:
    """Whether it is a noun by which an attack is taken up that it does not tell itself."""
    definite = any(c.dep == "det" and c.lower in _DEFINITE for c in word.children)
    return definite and word.lemma in words("parties", "incidents")


def _claimants(
    event: Event, events: Sequence[Event], claims: Sequence[tuple[Word, tuple[str, ...]]]
) -> tuple[str, ...]:
    """Who claimed the attack before any other attack was told."""
    if event.type is not EventType.ASSAULT:
        return ()
    told = event.trigger
    later = [
        e.trigger.index
        for e in events
        if e.type is EventType.ASSAULT and e.trigger.index > told.index and e.actors
    ]
    until = min(later, default=None)
    for verb, actors in claims:
        near = verb.index > told.index and verb.sentence - told.sentence <= _BACK
        if near and (until is None or verb.index < until):
            return actors
    return ()


def _reaches(event: Event, last: Event) -> bool:
    back = event.trigger.sentence - last.trigger.sentence
    if not 0 < back <= _BACK or ("abduct" in event.modes) is not ("abduct" in last.modes):
        return False
    return any(_is_known_attack(w) for w in (event.trigger, *_attacks(event)))


def _filled(event: Event, last: Event, sectors: Mapping[str, str | None]) -> Event:
    if not event.actors:
        event = replace(event, actors=_doers(event, last, sectors))
    if event.recipients or not _is_known_attack(event.trigger):
        return event
    return replace(event, recipients=tuple(i for i in last.recipients if i not in event.actors))


def _doers(event: Event, last: Event, sectors: Mapping[str, str | None]) -> tuple[str, ...]:
    """Those of the last attack, unless they, or some of their kind, now suffer."""
    suffering = {sectors.get(i) for i in event.recipients} - {None}
    alike = any(i in event.recipients or sectors.get(i) in suffering for i in last.actors)
    return () if alike else last.actors


def _attacks(event: Event) -> Iterator[Word]:
    yield from event.predicate.by_role(Role.SUBJECT)
    for preposition in event.trigger.children_by("prep", "agent"):
        if preposition.lower in _BEHIND:
            yield from preposition.children_by("pobj")


def _is_known_attack(word: Word) -> bool:
    """Whether it is a noun that points back at an attack: "the raid", not "the raid on Goma"."""
    definite = any(c.dep == "det" and c.lower in _DEFINITE for c in word.children)
    named = any(c.dep in ("prep", "poss") for c in word.children)
    kinds = {s.type for s in senses().nouns.get(word.lemma, ())}
    return definite and not named and EventType.ASSAULT in kinds
