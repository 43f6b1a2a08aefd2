"""The offices that the text gives its persons."""

from dataclasses import replace

from khaldun.coding.actors.memberships import serves, ties, title_of
from khaldun.coding.draft import Draft
from khaldun.coding.mentions import NamedMention
from khaldun.coding.mentions.nouns import lexicon
from khaldun.record import Actor, Office

# Those who work for these need not be of their country.
_WITHOUT_COUNTRY = frozenset({"NGO", "IGO", "MED", "BUS", "EDU"})
# Who speaks or fights for these is of their sector: a rebel group's negotiator is REB.
_OWN_SECTOR = frozenset({"REB", "UAF", "PRM", "OPP", "PAR", "IGO", "NGO", "MIL", "COP", "CRM"})

_Held = dict[str, dict[str, Office]]


def offices_of(draft: Draft) -> tuple[Actor, ...]:
    """The draft's actors, persons with the offices that titles and appositions give them.

    Sector and country of a person who has none come from the body or state of the office.
    """
    actors = {actor.id: actor for actor in draft.actors}
    held: _Held = {}
    for membership in ties(draft):
        subject = _placed(actors[membership.subject], actors[membership.target])
        actors[subject.id] = subject
        if membership.title is not None and subject.person:
            span = draft.syntax.span(membership.words)
            body = membership.target if serves(subject, actors[membership.target]) else None
            office = Office(title=membership.title, of=body, span=span)
            held.setdefault(subject.id, {})[office.title.lower()] = office
    _add_bare_titles(draft, held)
    for actor_id, offices in held.items():
        actors[actor_id] = replace(actors[actor_id], offices=tuple(offices.values()))
    return tuple(actors.values())


def _placed(subject: Actor, target: Actor) -> Actor:
    """The subject with the country and sector that membership in the target gives it."""
    if subject.country is None and target.sector not in _WITHOUT_COUNTRY:
        subject = replace(subject, country=target.country)
    if subject.person and subject.registry_id is None and target.sector in _OWN_SECTOR:
        subject = replace(subject, sector=target.sector)
    return subject


def _add_bare_titles(draft: Draft, held: _Held) -> None:
    """Titles whose body the text does not name: "General X", "his defence minister, Y"."""
    persons = _named_persons(draft)
    for mention in draft.mentions:
        title = title_of(draft, mention)
        if title is None or lexicon().has("courtesies", title.lower().rstrip(".")):
            continue
        office = Office(title=title, span=draft.syntax.span(mention.words))
        for actor_id in draft.actor_ids.get(mention.head.index, ()):
            if actor_id in persons:
                held.setdefault(actor_id, {}).setdefault(title.lower(), office)


def _named_persons(draft: Draft) -> set[str]:
    named = {
        actor_id
        for mention in draft.mentions
        if isinstance(mention, NamedMention)
        for actor_id in draft.actor_ids.get(mention.head.index, ())
    }
    return {actor.id for actor in draft.actors if actor.person} & named
