"""Recipients who are told by where they are: "tents for refugees in Lebanon"."""

from collections.abc import Iterable
from dataclasses import replace

from khaldun.coding.draft import ActorMention, Draft, Event, MentionKind
from khaldun.coding.syntax import Word
from khaldun.record import Actor, Place, Span

_AT = frozenset({"in", "across", "throughout", "inside"})
_CIVIL = frozenset({"CVL", "REF"})


def with_whereabouts(draft: Draft, events: Iterable[Event]) -> Draft:
    """The draft with such recipients' mentions up to the place, and civilians in its country.

    Only behind a preposition: in "killed two nurses in Goma" the place is where it happened.
    """
    wanted = {i for e in events for i in e.recipients}
    places = {p.id: p for p in draft.places}
    found: dict[str, list[tuple[Span, Span, Place]]] = {}
    for mention in draft.mentions:
        ids = draft.actor_ids.get(mention.head.index, ())
        last = _last(draft, mention) if len(ids) == 1 and wanted.issuperset(ids) else None
        if last is not None:
            first = mention.words[0].index
            longer = draft.syntax.span(draft.syntax.words[first : last.index + 1])
            place = places[draft.place_ids[last.index]]
            found.setdefault(ids[0], []).append((draft.syntax.span(mention.words), longer, place))
    if not found:
        return draft
    return replace(draft, actors=tuple(_located(a, found.get(a.id, ())) for a in draft.actors))


def _last(draft: Draft, mention: ActorMention) -> Word | None:
    """The last word of the place right behind a nominal mention that follows a preposition."""
    head = mention.head
    if mention.kind is not MentionKind.NOMINAL or head.dep != "pobj":
        return None
    behind = mention.words[-1].index + 1
    for preposition in head.children_by("prep"):
        place = preposition.child("pobj")
        if preposition.index == behind and preposition.lower in _AT and place is not None:
            return place if place.index in draft.place_ids else None
    return None


def _located(actor: Actor, found: Iterable[tuple[Span, Span, Place]]) -> Actor:
    for short, longer, place in found:
        mentions = (replace(m, span=longer) if m.span == short else m for m in actor.mentions)
        country = actor.country or (place.country if actor.sector in _CIVIL else None)
        actor = replace(actor, mentions=tuple(mentions), country=country)
    return actor
