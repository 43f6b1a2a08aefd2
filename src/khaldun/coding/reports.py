"""Reports: events put together with their time, place, counts, source and certainty."""

from dataclasses import replace

from khaldun.coding.draft import Claim, Draft, Event, Role
from khaldun.coding.events import NAME as EVENTS
from khaldun.coding.events.contexts import clause_of
from khaldun.coding.foretold import foretold_on
from khaldun.coding.lexicon.loading import words
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.places.nominals import taken_up
from khaldun.coding.restating import without_restated
from khaldun.coding.syntax import Sentence, Word
from khaldun.coding.times.entries import seen_from
from khaldun.coding.times.sequence import goes_on
from khaldun.coding.when import when_of
from khaldun.coding.where import NARRATIVE_SENTENCES, precision_of, where_of
from khaldun.ontology import cameo_of
from khaldun.record import (
    Certainty,
    EventType,
    Factuality,
    Place,
    Report,
    Status,
    TimeBasis,
    TimexType,
    When,
)

NAME = "reports.v1"

# How many sentences back the place of a physical act may be carried from.
_CARRIED = NARRATIVE_SENTENCES
_DATED = (TimexType.DATE, TimexType.TIME)
_PHYSICAL = frozenset(
    {
        EventType.ASSAULT,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.PROTEST,
        EventType.RETREAT,
    }
)


def run(draft: Draft) -> Draft:
    """Fill `reports`, one an event, in text order, without those that only tell again."""
    places = {p.id: p for p in draft.places}
    made = [_report(draft, e, n, places) for n, e in enumerate(draft.events, start=1)]
    kept, restated = without_restated(draft, made)
    return replace(draft, reports=kept, dropped=(*draft.dropped, *restated))


def _report(draft: Draft, event: Event, number: int, places: dict[str, Place]) -> Report:
    claim = _claim(draft, event)
    place = _place_of(draft, event)
    return Report(
        id=f"r{number}",
        type=event.type,
        modes=event.modes,
        contexts=event.contexts,
        actors=event.actors,
        recipients=event.recipients,
        instrument=event.instrument,
        when=_when(draft, event, claim.status),
        place=place,
        precision=precision_of(places[place]) if place else None,
        status=claim.status,
        certainty=claim.certainty,
        attribution=claim.attribution,
        quantities=draft.quantities.get(event.trigger.index, ()),
        trigger=draft.syntax.span([event.trigger]),
        evidence=draft.syntax.sentence_span(event.trigger),
        rule=f"{EVENTS}:{event.entry}",
        cameo=cameo_of(event.type, event.modes),
    )


def _claim(draft: Draft, event: Event) -> Claim:
    """The claim about the event; that somebody "will not" is a refusal that happened."""
    claim = draft.claims[event.trigger.index]
    if event.type is not EventType.REJECT or not event.future:
        return claim
    certainty = Certainty(value=Factuality.CERTAIN, cues=claim.certainty.cues)
    return replace(claim, certainty=certainty, status=Status.HAPPENED)


def _when(draft: Draft, event: Event, status: Status) -> When:
    """When it took place; what is only planned does not lie before the publication."""
    draft = seen_from(draft, event.trigger)
    when = when_of(draft, event.trigger)
    to_come = status in (Status.PLANNED, Status.HYPOTHETICAL)
    if not to_come or when.basis is not TimeBasis.PUBLICATION or draft.published is None:
        return when
    said = foretold_on(draft, event.trigger)
    if said is not None:
        return replace(said, latest=None, basis=TimeBasis.CARRIED)
    return replace(when, earliest=draft.published.earliest, latest=None)


def _place_of(draft: Draft, event: Event) -> str | None:
    """Where it took place; a state or town that only acts nearby is not where it happens."""
    taken = _acted_upon(draft, event)
    if taken is not None:
        return taken
    here = draft.syntax.sentences[event.trigger.sentence]
    physical = event.type in _PHYSICAL
    place = where_of(draft, event.trigger, carries=physical and not _sets_scene(draft, here))
    if place is None:
        return None
    near = draft.syntax.sentences[max(0, here.index - _CARRIED) : here.index + 1]
    around = [w for s in near for w in s.words] if physical else clause_of(event.trigger)
    named = (w for w in around if place in (draft.place_ids.get(w.index), taken_up(draft, w)))
    return place if any(not _acts(draft, w) for w in named) else None


def _sets_scene(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence has a date of its own that does not count from what was told."""
    ids = {draft.time_ids[w.index] for w in sentence.words if w.index in draft.time_ids}
    times = [draft.times[int(i[1:]) - 1] for i in ids]
    return any(t.timex.type in _DATED and not goes_on(t) for t in times)


def _acted_upon(draft: Draft, event: Event) -> str | None:
    """A place that is itself taken, shelled or left is where it happens."""
    if event.type not in _PHYSICAL:
        return None
    objects = event.predicate.by_role(Role.OBJECT)
    found = (draft.place_ids.get(w.index) for w in objects)
    return next((p for p in found if p is not None), None)


def _acts(draft: Draft, word: Word) -> bool:
    """Whether the name stands for an actor: it is one, and no preposition makes it a place."""
    if word.dep in ("compound", "amod", "nmod") and word.head.lemma in words("classes", "weapon"):
        return True  # "Bayraktar drones" are not at Bayraktar
    top = word
    while top.dep in ("compound", "poss", "nmod") and not top.is_root:
        top = top.head
    if top.dep == "pobj" and top.head.lower == "from" and top.head.head.index in draft.actor_ids:
        return True  # "soldiers from Balo" need not be in Balo
    if word.index not in draft.actor_ids or word.dep != "pobj":
        return word.index in draft.actor_ids
    preposition = word.head.lower
    motion = preposition in words("where", "motion")
    moved = motion and word.head.head.lemma in place_lexicon().motion_verbs
    return not (moved or preposition in words("modality", "locative"))
