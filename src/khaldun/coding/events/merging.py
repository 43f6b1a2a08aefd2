"""An attack and its toll told by two words of one clause are one event."""

from collections.abc import Sequence
from dataclasses import replace

from khaldun.coding.draft import Event, Role
from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_BEHIND = frozenset({"in", "by", "from", "during", "with", "when"})


def merged(events: Sequence[Event]) -> tuple[tuple[Event, ...], dict[int, Event]]:
    """The events with what their attacks add, and by trigger the attacks that were taken in.

    "The shelling of the camp killed nine", "nine were killed in a raid by the militia": the verb
    stands for both; the noun lends it doers, targets, means and modes.
    """
    taken: dict[int, Event] = {}
    events = _without_clauses(_without_nouns(events, taken), taken)
    return tuple(_without_tolls(events, taken)), taken


def _without_clauses(events: list[Event], taken: dict[int, Event]) -> list[Event]:
    """A toll of which nobody is said to be the doer, and the attack in which it was suffered.

    "Two soldiers died when gunmen ambushed their convoy" tells one event.
    """
    verbs = {e.trigger.index: e for e in events if _is_attack(e) and not _is_toll(e)}
    found = []
    for event in events:
        attack = verbs.get(clause.index) if (clause := _when_clause(event)) else None
        if attack is not None and not {*event.recipients} & {*attack.actors}:
            event = taken[attack.trigger.index] = _joined(event, attack)  # noqa: PLW2901 - it grows
        found.append(event)
    return [e for e in found if e.trigger.index not in taken]


def _when_clause(event: Event) -> Word | None:
    """The clause that says when the harm of a toll was done, if the toll has no doer."""
    if not _is_toll(event) or event.trigger.pos != "VERB" or event.actors:
        return None
    verbs = [event.trigger, *(w for w in event.trigger.conjuncts() if _tells_toll(w))]
    clauses = (c for v in verbs for c in v.children_by("advcl") if c.index > event.trigger.index)
    return next((c for c in clauses if _opens_with_when(c)), None)


def _opens_with_when(clause: Word) -> bool:
    return any(w.lower == "when" for w in clause.children_by("advmod", "mark"))


def _without_nouns(events: Sequence[Event], taken: dict[int, Event]) -> list[Event]:
    nouns = {e.trigger.index: e for e in events if _is_attack(e) and _tells_of_noun(e.trigger)}
    if not nouns:
        return list(events)
    found = []
    for event in events:
        if event.trigger.index not in nouns and _is_attack(event):
            for word in _attacks_of(event):
                noun = nouns.get(word.index)
                if noun is not None and word.index not in taken and _compatible(event, noun):
                    event = _joined(event, noun)  # noqa: PLW2901 - it grows
                    taken[word.index] = event
        found.append(event)
    return [e for e in found if e.trigger.index not in taken]


def _tells_of_noun(word: Word) -> bool:
    """Whether it is a noun, or says of arms whose they are: "rockets fired by the rebels hit"."""
    arms = word.dep == "acl" and word.head.lemma in words("classes", "weapon")
    return word.pos != "VERB" or arms


def _without_tolls(events: Sequence[Event], taken: dict[int, Event]) -> list[Event]:
    """Coordinated tolls are one: "killed a guard and wounded two nurses"."""
    found: list[Event] = []
    for event in events:
        last = found[-1] if found else None
        if last is not None and _continues(event, last):
            found[-1] = taken[event.trigger.index] = _joined(last, event)
        else:
            found.append(event)
    return found


def _continues(event: Event, last: Event) -> bool:
    return (
        event.trigger.dep == "conj"
        and last.trigger in (event.trigger.head, event.trigger.head.head)
        and _is_toll(event)
        and ((event.actors == last.actors and _is_toll(last)) or _dies_of(event, last))
    )


def _dies_of(event: Event, attack: Event) -> bool:
    """Whether those attacked die of it: "he was shot on the front and died of his wounds"."""
    same = set(event.recipients) == set(attack.recipients)
    return event.trigger.lemma == "die" and not event.actors and same and _is_attack(attack)


def _is_toll(event: Event) -> bool:
    return _is_attack(event) and _tells_toll(event.trigger)


def _tells_toll(word: Word) -> bool:
    return word.lemma in words("quantities", "tolls")


def _is_attack(event: Event) -> bool:
    return event.type is EventType.ASSAULT


def _attacks_of(event: Event) -> list[Word]:
    """The nouns that may say what brought the toll about: subjects and "in" or "by" phrases."""
    verbs = [event.trigger, *(w for w in event.trigger.conjuncts() if _tells_toll(w))]
    phrases = [p for v in verbs for p in v.children_by("prep", "agent") if p.lower in _BEHIND]
    found = [
        *event.predicate.by_role(Role.SUBJECT),
        *(w for p in phrases for w in p.children_by("pobj")),
    ]
    parts = [part for word in found for part in (word, *word.conjuncts())]
    return [*parts, *(c for part in parts for c in part.children_by("acl"))]


def _compatible(event: Event, attack: Event) -> bool:
    """Whether no two different doers are named."""
    return not event.actors or not attack.actors or bool({*event.actors} & {*attack.actors})


def _joined(event: Event, attack: Event) -> Event:
    suffered = set(event.recipients)  # the dead of a battle did not fight it
    actors = event.actors or tuple(i for i in attack.actors if i not in suffered)
    recipients = (*event.recipients, *attack.recipients)
    return replace(
        event,
        actors=actors,
        recipients=tuple(dict.fromkeys(i for i in recipients if i not in actors)),
        modes=tuple(dict.fromkeys((*event.modes, *attack.modes))),
        contexts=tuple(dict.fromkeys((*event.contexts, *attack.contexts))),
        instrument=event.instrument or attack.instrument,
    )
