"""Ties as GraphML, the XML that most programs for graphs read."""

from collections.abc import Iterable, Iterator

from khaldun.exchange.encoding import xml_attribute, xml_text
from khaldun.exchange.graph import EDGE_FIELDS, NODE_FIELDS, Edge, Node, Value, graph_of
from khaldun.exchange.problems import Written
from khaldun.record import Account

_NUMBERS = ("latitude", "longitude", "relations")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def to_graphml(account: Account) -> Written:
    """Actors and places as nodes, ties as directed edges with their days as attributes."""
    nodes, edges = graph_of(account)
    parts = [
        _HEAD,
        *_keys(),
        '<graph id="ties" edgedefault="directed">\n',
        *map(_node, nodes),
        *map(_edge, edges),
        "</graph>\n</graphml>\n",
    ]
    return Written(data="".join(parts).encode())


def _keys() -> Iterator[str]:
    for part, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name in names:
            kind = "double" if name in _NUMBERS else "boolean" if name == "mutual" else "string"
            yield (
                f'<key id="{part}.{name}" for="{part}" attr.name="{name}" attr.type="{kind}"/>\n'
            )


def _node(node: Node) -> str:
    data = "".join(_data("node", node.values.items()))
    return f"<node id={xml_attribute(node.id)}>{data}</node>\n"


def _edge(edge: Edge) -> str:
    data = "".join(_data("edge", edge.values.items()))
    ends = f"source={xml_attribute(edge.source)} target={xml_attribute(edge.target)}"
    return f"<edge id={xml_attribute(edge.id)} {ends}>{data}</edge>\n"


def _data(part: str, values: Iterable[tuple[str, Value]]) -> Iterator[str]:
    for name, value in values:
        yield f'<data key="{part}.{name}">{xml_text(text_of(value))}</data>'


def text_of(value: Value) -> str:
    """A value as XML Schema writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, float) else str(value)
