"""An attack spoken of again: "the raid killed three" was done by whoever raided before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from khaldun.coding.draft import Draft, Event, Role
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_BACK = 3  # sentences
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_BEHIND = frozenset({"in", "during", "by"})


def with_known_parties(draft: Draft, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events in text order, open parties filled in from the attack that is spoken of again.

    "The raid killed three": whoever raided before. "A group claimed the killing": that of those
    whose killing was told before.
    """
    sectors = {a.id: a.sector for a in draft.actors}
    found: list[Event] = []
    last: Event | None = None
    for event in events:
        if event.type is not EventType.ASSAULT:
            found.append(event)
            continue
        if last is not None and _reaches(event, last):
            event = _filled(event, last, sectors)  # noqa: PLW2901 - filled in
        found.append(event)
        last = event if event.actors or event.recipients else last
    return tuple(found)


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
