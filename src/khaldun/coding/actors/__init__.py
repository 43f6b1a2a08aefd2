"""Actors: one record for each real actor of a document, with what was joined and why."""

from collections.abc import Sequence
from dataclasses import replace

from khaldun.coding.actors.context import fill_countries
from khaldun.coding.actors.lookup import actors_at
from khaldun.coding.actors.memberships import Membership, memberships
from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.naming import NameJoiner
from khaldun.coding.actors.nominals import NominalJoiner
from khaldun.coding.actors.offices import offices_of
from khaldun.coding.actors.pronouns import PronounJoiner
from khaldun.coding.draft import ActorMention, Draft, Joining, MentionKind
from khaldun.coding.mentions import NamedMention, NominalMention
from khaldun.record import Actor, Mention, Span

__all__ = ["NAME", "Membership", "actors_at", "memberships", "run"]

NAME = "actors.v1"

_POSSESSIVES = frozenset({"PRP$", "WP$"})
_OPENING = frozenset({"the", "a", "an", "some", "whose"})


def run(draft: Draft) -> Draft:
    """Fill `draft.actors`, `actor_ids` and `joinings` from the mentions.

    Ids are a1, a2 … in order of first mention. A mention that speaks of two actors ("both
    sides") has two ids; one that nothing fits has none.
    """
    clusters = _joined(draft)
    ordered = sorted((c for c in clusters if c.joined), key=_first_mention)
    ids = {cluster: f"a{number}" for number, cluster in enumerate(ordered, start=1)}
    heads = sorted({j.mention.head.index for c in ordered for j in c.joined})
    spans = {c: [draft.syntax.span(j.mention.words) for j in c.joined] for c in ordered}
    numbered = replace(
        draft,
        actor_ids={head: tuple(ids[c] for c in clusters.at(head)) for head in heads},
        actors=tuple(_actor(draft, clusters, c, ids[c], spans[c]) for c in ordered),
        joinings=tuple(j for c in ordered for j in _joinings(c, ids[c], spans[c])),
    )
    return replace(numbered, actors=offices_of(numbered))


def _joined(draft: Draft) -> Clusters:
    clusters = Clusters()
    named = [m for m in draft.mentions if isinstance(m, NamedMention)]
    NameJoiner(draft.syntax, clusters).join(named)
    nominals = NominalJoiner(draft.syntax, clusters, named)
    pronouns = PronounJoiner(draft.syntax, clusters, draft.mentions)
    # Inner phrases first: an owner must be known before what it owns.
    for mention in sorted(draft.mentions, key=_resolution_order):
        if isinstance(mention, NominalMention):
            nominals.join(mention)
        elif mention.kind is MentionKind.PRONOUN:
            pronouns.join(mention)
    pronouns.finish()
    fill_countries(clusters)
    return clusters


def _resolution_order(mention: ActorMention) -> tuple[int, int, int]:
    return mention.head.sentence, mention.words[-1].index, -mention.words[0].index


def _first_mention(cluster: Cluster) -> tuple[int, int, int]:
    first = min(cluster.joined, key=lambda j: j.mention.words[0].index).mention
    return first.words[0].index, -len(first.words), first.head.index


def _actor(
    draft: Draft, clusters: Clusters, cluster: Cluster, actor_id: str, spans: Sequence[Span]
) -> Actor:
    places = {(s.start, -s.end, j.inferred): s for s, j in zip(spans, cluster.joined, strict=True)}
    mentions = [Mention(span=s, inferred=inferred) for (*_, inferred), s in sorted(places.items())]
    name = _name(draft, clusters, cluster)
    return Actor(
        id=actor_id,
        name=name,
        sector=cluster.sector,
        country=cluster.country,
        person=cluster.person,
        registry_id=_registry_id(cluster),
        aliases=tuple(dict.fromkeys(n for n in cluster.names if n != name)),
        mentions=tuple(mentions),
    )


def _registry_id(cluster: Cluster) -> str | None:
    if cluster.entry is None:
        return None
    return cluster.entry.wikidata or cluster.entry.id


def _name(draft: Draft, clusters: Clusters, cluster: Cluster) -> str:
    """The fullest name, or the first phrase that spoke of an actor without one."""
    if cluster.names:
        return cluster.fullest
    return cluster.label or _phrase_name(draft, clusters, cluster)


def _phrase_name(draft: Draft, clusters: Clusters, cluster: Cluster) -> str:
    """The phrase less its article, and with its owner's name for a pronoun: "Sudan's army"."""
    first = min(cluster.joined, key=lambda j: (j.inferred, j.mention.words[0].index)).mention
    words, owner = first.words, ""
    if len(words) > 1 and words[0].tag in _POSSESSIVES:
        owning = clusters.one_at(words[0].index)
        owner = f"{owning.fullest}'s " if owning is not None and owning.names else ""
    if owner or (len(words) > 1 and words[0].lower in _OPENING):
        words = words[1:]
    return owner + " ".join(draft.syntax.span(words).quote.split())


def _joinings(cluster: Cluster, actor_id: str, spans: Sequence[Span]) -> list[Joining]:
    found = zip(cluster.joined, spans, strict=True)
    return [
        Joining(actor=actor_id, span=span, reason=joined.reason)
        for joined, span in sorted(found, key=lambda pair: pair[0].mention.head.index)
    ]
