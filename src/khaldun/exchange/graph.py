"""Ties as a graph: parties and places as nodes, what holds between them as dated edges."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from khaldun.exchange.account.index import AccountIndex
from khaldun.record import Account, RelationType, Tie

# What holds between two parties alike has no direction.
MUTUAL = (RelationType.ALLIED_WITH, RelationType.OPPOSES, RelationType.LIAISES_WITH)

NODE_FIELDS = ("label", "kind", "sector", "country", "registry_id", "latitude", "longitude")
EDGE_FIELDS = (
    "type",
    "means",
    "certainty",
    "start",
    "end",
    "attested",
    "mutual",
    "relations",
    "sources",
    "contradictions",
)
Value = str | float | bool
Values = dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor or place with what is known of it; fields that are not known are absent."""

    id: str
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie with what is known of it; `start` and `end` are the days on which it surely held."""

    id: str
    source: str
    target: str
    values: Values
    start: date | None
    end: date | None


def graph_of(account: Account) -> tuple[list[Node], list[Edge]]:
    """The nodes that ties name, by id, and the edges in the order of the account."""
    index = AccountIndex(account)
    keys = {key for tie in account.ties for key in (tie.subject, tie.target)}
    nodes = [Node(id=key, values=_node(index, key)) for key in sorted(keys)]
    return nodes, [_edge(tie) for tie in account.ties]


def _node(index: AccountIndex, key: str) -> Values:
    actor, place = index.actors.get(key), index.places.get(key)
    if actor:
        kind = "person" if actor.person else "body"
        return {"label": actor.name} | _present(
            kind=kind,
            sector=actor.sector,
            country=actor.country,
            registry_id=actor.registry_id,
        )
    if place:
        return {"label": place.name} | _present(
            kind="place",
            country=place.country,
            latitude=place.latitude,
            longitude=place.longitude,
        )
    return {"label": key}


def _edge(tie: Tie) -> Edge:
    start, end = _interval(tie)
    values = _present(
        type=tie.type,
        means=_list(tie.means),
        certainty=tie.certainty,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        attested=tie.attested.isoformat() if tie.attested else None,
        mutual=tie.type in MUTUAL,
        relations=float(len(tie.relations)),
        sources=_list(tie.sources),
        contradictions=_list(dict.fromkeys(each.kind for each in tie.contradictions)),
    )
    return Edge(
        id=tie.id, source=tie.subject, target=tie.target, values=values, start=start, end=end
    )


def _interval(tie: Tie) -> tuple[date | None, date | None]:
    """From the first day on which it surely held to the first on which it surely had ended."""
    start = (tie.began.latest or tie.began.earliest) if tie.began else None
    end = (tie.ended.latest or tie.ended.earliest) if tie.ended else None
    return (None, end) if start and end and start > end else (start, end)


def _list(items: Iterable[str]) -> str:
    """Graph formats have no lists."""
    return "; ".join(items)


def _present(**values: Value | None) -> Values:
    return {name: value for name, value in values.items() if value is not None and value != ""}
