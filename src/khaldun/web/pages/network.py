"""Who backs, opposes, leads whom, on a date that can be moved; a script draws it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.record import Account, Tie
from khaldun.store import Kind
from khaldun.web.pages.charts import MOST, drawing, left_out
from khaldun.web.showing import OF_PLACES, path_of
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered

_QUOTES = 3  # sentences that are shown of a tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie between two actors; `evidence` are statements by id, with quote and source."""

    id: str
    source: str
    target: str
    type: str
    began: date | None
    ended: date | None
    evidence: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Actors by id and name, and the ties between them."""

    nodes: tuple[tuple[str, str], ...]
    edges: tuple[Edge, ...]


def answer(view: View) -> Answer:
    """Ties between actors as a network."""
    found = view.record.relations(view.selection, limit=MOST)
    ties = tuple(tie for tie in found if tie.type not in OF_PLACES)
    names = view.record.names(i for tie in ties for i in (tie.subject, tie.target))
    known = {id_ for id_, _ in names}
    account = gathered(view.record, ties, texts=False)
    edges = tuple(_edges((tie for tie in ties if {tie.subject, tie.target} <= known), account))
    return Answer(
        title="Network",
        body=element(
            "div",
            element("p", _slider(), class_="filters"),
            drawing("network", left_out(view, Kind.TIE)),
            _listed(),
        ),
        data=Network(nodes=names, edges=edges),
        scripts=(
            "page.js", "vendor/d3-7.9.0.js", "vendor/graphology-0.26.0.js",
            "vendor/sigma-3.0.3.js", "network.js",
        ),
        filtered=True,
        drawn=True,
        links=(
            *(path_of("actors", id_) for id_ in sorted(known)),
            *(path_of("at", id_) for edge in edges for id_, _, _ in edge.evidence),
        ),
        table="ties",
        forms=("graphml", "gexf"),
    )  # fmt: skip


def _slider() -> Markup:
    return element(
        "label", text("On "), void("input", type="range", id="day"), element("output", id="shown")
    )


def _listed() -> Markup:
    """Where a script lists the ties of the day, for whoever does not point."""
    return element(
        "details",
        element("summary", text("Ties on this day"), id="ties-told"),
        element("ul", id="ties"),
    )


def _edges(ties: Iterable[Tie], account: Account) -> Iterable[Edge]:
    statements = {stated.id: stated for stated in account.relations}
    for tie in ties:
        said = [statements[id_] for id_ in tie.relations if id_ in statements][:_QUOTES]
        yield Edge(
            id=tie.id,
            source=tie.subject,
            target=tie.target,
            type=tie.type.value,
            began=(tie.began.earliest or tie.began.latest) if tie.began else None,
            ended=(tie.ended.latest or tie.ended.earliest) if tie.ended else None,
            evidence=tuple((s.id, s.item.evidence.quote, s.source) for s in said),
        )
