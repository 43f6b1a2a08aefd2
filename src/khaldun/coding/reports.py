"""Reports: events put together with their time, place, counts, source and certainty."""

from dataclasses import replace

from khaldun.coding.attribution import attribution_of
from khaldun.coding.certainty import certainty_of, status_of
from khaldun.coding.draft import Claim, Draft, Event
from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word
from khaldun.coding.when import when_of
from khaldun.coding.where import precision_of, where_of
from khaldun.record import Place, Report

NAME = "reports.v1"

# How many sentences back a place may be carried from.
_CARRIED = 3


def run(draft: Draft) -> Draft:
    """Fill `reports`, one an event, in text order."""
    places = {p.id: p for p in draft.places}
    made = (_report(draft, e, n, places) for n, e in enumerate(draft.events, start=1))
    return replace(draft, reports=tuple(made))


def claim_of(draft: Draft, event: Event) -> Claim:
    """Who holds what the event says, how sure, and whether it happened."""
    found = draft.claims.get(event.trigger.index)
    return found or Claim(
        attribution=attribution_of(draft, event.trigger),
        certainty=certainty_of(draft, event.trigger),
        status=status_of(draft, event.trigger),
    )


def _report(draft: Draft, event: Event, number: int, places: dict[str, Place]) -> Report:
    claim = claim_of(draft, event)
    place = _place_of(draft, event)
    return Report(
        id=f"r{number}",
        type=event.type,
        modes=event.modes,
        contexts=event.contexts,
        actors=event.actors,
        recipients=event.recipients,
        instrument=event.instrument,
        when=when_of(draft, event.trigger),
        place=place,
        precision=precision_of(places[place]) if place else None,
        status=claim.status,
        certainty=claim.certainty,
        attribution=claim.attribution,
        quantities=draft.quantities.get(event.trigger.index, ()),
        trigger=draft.syntax.span([event.trigger]),
        evidence=draft.syntax.sentence_span(event.trigger),
        rule=f"events.v1:{event.entry}",
    )


def _place_of(draft: Draft, event: Event) -> str | None:
    """Where it took place; a state or town that only acts nearby is not where it happens."""
    place = where_of(draft, event.trigger)
    sentence = event.trigger.sentence
    near = (s for s in draft.syntax.sentences[max(0, sentence - _CARRIED) : sentence + 1])
    named = (w for s in near for w in s.words if draft.place_ids.get(w.index) == place)
    return place if place and any(not _acts(draft, w) for w in named) else None


def _acts(draft: Draft, word: Word) -> bool:
    """Whether the name stands for an actor: it is one, and no preposition makes it a place."""
    locative = word.dep == "pobj" and word.head.lower in words("modality", "locative")
    return word.index in draft.actor_ids and not locative
