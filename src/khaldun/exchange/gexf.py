"""Ties as GEXF 1.3, with edges that appear and vanish on their days: for Gephi and others."""

from collections.abc import Iterable, Iterator, Sequence

from khaldun.exchange.encoding import xml_attribute
from khaldun.exchange.graph import EDGE_FIELDS, NODE_FIELDS, Edge, Node, Values, graph_of
from khaldun.exchange.graphml import text_of
from khaldun.exchange.problems import Written
from khaldun.record import Account

_NUMBERS = ("latitude", "longitude", "relations")
# These are attributes of their own in GEXF.
_OWN = ("label", "start", "end")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" version="1.3"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">\n'
    "<meta><creator>Khaldun</creator></meta>\n"
    '<graph mode="dynamic" defaultedgetype="directed" timeformat="date"'
    ' timerepresentation="interval">\n'
)


def to_gexf(account: Account) -> Written:
    """Actors and places as nodes, ties as edges with `start` and `end`; the latter is inclusive."""
    nodes, edges = graph_of(account)
    parts = [
        _HEAD,
        *_attributes("node", NODE_FIELDS),
        *_attributes("edge", EDGE_FIELDS),
        "<nodes>\n",
        *map(_node, nodes),
        "</nodes>\n<edges>\n",
        *map(_edge, edges),
        "</edges>\n</graph>\n</gexf>\n",
    ]
    return Written(data="".join(parts).encode())


def _attributes(part: str, names: Sequence[str]) -> Iterator[str]:
    yield f'<attributes class="{part}" mode="static">\n'
    for name in _shown(names):
        kind = "double" if name in _NUMBERS else "boolean" if name == "mutual" else "string"
        yield f'<attribute id="{part}.{name}" title="{name}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _node(node: Node) -> str:
    label = xml_attribute(str(node.values["label"]))
    values = "".join(_values("node", node.values))
    return f"<node id={xml_attribute(node.id)} label={label}>{values}</node>\n"


def _edge(edge: Edge) -> str:
    spell = "".join(
        f' {name}="{day.isoformat()}"'
        for name, day in (("start", edge.start), ("end", edge.end))
        if day
    )
    kind = "undirected" if edge.values["mutual"] else "directed"
    ends = f"source={xml_attribute(edge.source)} target={xml_attribute(edge.target)}"
    label = xml_attribute(str(edge.values["type"]))
    values = "".join(_values("edge", edge.values))
    return (
        f'<edge id={xml_attribute(edge.id)} {ends} type="{kind}" label={label}{spell}>'
        f"{values}</edge>\n"
    )


def _values(part: str, values: Values) -> Iterator[str]:
    shown = list(_shown(values))
    if shown:
        yield "<attvalues>"
        for name in shown:
            yield f'<attvalue for="{part}.{name}" value={xml_attribute(text_of(values[name]))}/>'
        yield "</attvalues>"


def _shown(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if name not in _OWN)
