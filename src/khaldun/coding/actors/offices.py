"""The offices that the text gives its persons."""

from dataclasses import replace

from khaldun.coding.actors.memberships import memberships
from khaldun.coding.draft import Draft
from khaldun.coding.mentions import NamedMention
from khaldun.coding.mentions.nouns import lexicon
from khaldun.record import Actor, Office

# Those who work for these need not be of their country.
_WITHOUT_COUNTRY = frozenset({"NGO", "IGO", "MED", "BUS", "EDU"})
# Who speaks or fights for these is of their sector: a rebel group's negotiator is REB.
_OWN_SECTOR = frozenset({"REB", "UAF", "PRM", "OPP", "PAR", "IGO", "NGO", "MIL", "COP", "CRM"})


def offices_of(draft: Draft) -> tuple[Actor, ...]:
    """The draft's actors, persons with the offices that titles and appositions give them.

    Sector and country of a person who has none come from the body or state of the office.
    """
    actors = {actor.id: actor for actor in draft.actors}
    held: dict[str, dict[tuple[str, str | None], Office]] = {}
    for membership in memberships(draft):
        target = actors[membership.target]
        subject = actors[membership.subject]
        if target.sector not in _WITHOUT_COUNTRY:
            subject = replace(subject, country=subject.country or target.country)
        if subject.person and subject.registry_id is None and target.sector in _OWN_SECTOR:
            subject = replace(subject, sector=target.sector)
        actors[subject.id] = subject
        if membership.title is not None and subject.person:
            span = draft.syntax.span(membership.words)
            office = Office(title=membership.title, of=target.id, span=span)
            held.setdefault(subject.id, {})[membership.title.lower(), target.id] = office
    _add_bare_titles(draft, held)
    return tuple(
        replace(actor, offices=tuple(held.get(actor.id, {}).values())) for actor in actors.values()
    )


def _add_bare_titles(draft: Draft, held: dict[str, dict[tuple[str, str | None], Office]]) -> None:
    """Titles whose body the text does not name: "General Haftar"."""
    for mention in draft.mentions:
        if not isinstance(mention, NamedMention) or not mention.title:
            continue
        title = draft.syntax.span(mention.title).quote
        if lexicon().has("courtesies", title.lower().rstrip(".")):
            continue
        for actor_id in draft.actor_ids.get(mention.head.index, ()):
            offices = held.setdefault(actor_id, {})
            if not any(known == title.lower() for known, _ in offices):
                span = draft.syntax.span(mention.words)
                offices[title.lower(), None] = Office(title=title, span=span)
