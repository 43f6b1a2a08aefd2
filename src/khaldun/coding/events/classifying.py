"""What looks like an event between two actors but has no type: shown, never guessed."""

from collections.abc import Iterable

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft, Event, Predicate, Role
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.lexicon.ties import ties
from khaldun.record import Unclassified


def unclassified(
    draft: Draft, events: Iterable[Event], consumed: set[int]
) -> tuple[Unclassified, ...]:
    """Verbs without a sense by which one actor acts on another, in text order."""
    taken = {e.trigger.index for e in events} | consumed
    found = (_open(draft, p) for p in draft.predicates if p.trigger.index not in taken)
    return tuple(u for u in found if u is not None)


def _open(draft: Draft, predicate: Predicate) -> Unclassified | None:
    trigger = predicate.trigger
    known = trigger.lemma in senses().verbs or trigger.lemma in ties().verbs
    if trigger.pos != "VERB" or known or _says_nothing(trigger.lemma):
        return None
    actors = _ids(draft, predicate, Role.SUBJECT)
    recipients = tuple(i for i in _ids(draft, predicate, Role.OBJECT) if i not in actors)
    if not actors or not recipients:
        return None
    return Unclassified(trigger=draft.syntax.span([trigger]), actors=actors, recipients=recipients)


def _says_nothing(lemma: str) -> bool:
    return lemma in words("light", "carriers") or lemma in words("light", "statives")


def _ids(draft: Draft, predicate: Predicate, role: Role) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for w in predicate.by_role(role) for i in actors_at(draft, w)))
