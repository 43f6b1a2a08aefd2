import io
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given

from khaldun.exchange.gexf import to_gexf
from khaldun.exchange.graphml import to_graphml
from khaldun.record import Account, Bound, Means
from tests.exchange.accounts import accounts, few

GEXF = "{http://gexf.net/1.3}"


def _dated(account: Account) -> Account:
    began = Bound(earliest=date(2024, 1, 1), latest=date(2024, 2, 1))
    ended = Bound(earliest=date(2025, 1, 1), latest=date(2025, 3, 1))
    means = (Means.WEAPONS, Means.TRAINING)
    tie = replace(account.ties[0], began=began, ended=ended, means=means)
    return replace(account, ties=(tie,))


def _graphml(account: Account) -> nx.MultiDiGraph:
    graph = nx.read_graphml(io.BytesIO(to_graphml(account).data), force_multigraph=True)
    return nx.MultiDiGraph(graph)


@few
@given(accounts)
def test_others_read_the_same_nodes_and_edges(account: Account) -> None:
    ids = {key for tie in account.ties for key in (tie.subject, tie.target)}
    for data in (to_graphml(account).data, to_gexf(account).data):
        root = ET.fromstring(data)  # noqa: S314 - our own bytes
        assert sum(each.tag.endswith("}node") for each in root.iter()) == len(ids)
        assert sum(each.tag.endswith("}edge") for each in root.iter()) == len(account.ties)


def test_graphml_is_read_by_networkx(account: Account) -> None:
    graph = _graphml(_dated(account))
    assert {label for _, label in graph.nodes(data="label")} == {"Northland", "rebels"}
    [(source, target, values)] = graph.edges(data=True)
    assert (graph.nodes[source]["label"], graph.nodes[target]["label"]) == ("Northland", "rebels")
    assert (values["type"], values["means"]) == ("backs", "weapons; training")
    assert (values["start"], values["end"], values["mutual"]) == ("2024-02-01", "2025-03-01", False)


def test_gexf_has_dated_edges(account: Account) -> None:
    root = ET.fromstring(to_gexf(_dated(account)).data)  # noqa: S314 - our own bytes
    graph, edge = root.find(f"{GEXF}graph"), root.find(f".//{GEXF}edge")
    assert graph is not None
    assert edge is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert (edge.get("start"), edge.get("end")) == ("2024-02-01", "2025-03-01")
    assert (edge.get("type"), edge.get("label")) == ("directed", "backs")


def test_an_open_end_is_not_written(account: Account) -> None:
    root = ET.fromstring(to_gexf(account).data)  # noqa: S314 - our own bytes
    edge = root.find(f".//{GEXF}edge")
    assert edge is not None
    assert (edge.get("start"), edge.get("end")) == (None, None)


def test_gexf_is_read_by_networkx(account: Account) -> None:
    # networkx knows GEXF up to 1.2, whose elements are the same.
    data = to_gexf(_dated(account)).data.replace(b"http://gexf.net/1.3", b"http://gexf.net/1.2")
    data = data.replace(b'version="1.3"', b'version="1.2"')
    graph = nx.read_gexf(
        io.BytesIO(data.replace(b"http://gexf.net/1.2", b"http://www.gexf.net/1.2draft"))
    )
    assert {label for _, label in graph.nodes(data="label")} == {"Northland", "rebels"}


@pytest.mark.parametrize("write", [to_graphml, to_gexf])
def test_names_cannot_break_out(account: Account, write: object) -> None:
    actor = replace(account.entities[2].actor, name='"/><script>&\x00]]>\ud800')
    changed = replace(account, entities=(replace(account.entities[2], actor=actor),))
    root = ET.fromstring(write(changed).data)  # type: ignore[operator]  # noqa: S314
    assert not any("script" in each.tag for each in root.iter())
