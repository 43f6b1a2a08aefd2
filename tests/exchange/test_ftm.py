import json
from dataclasses import replace
from typing import Any

from hypothesis import given

from khaldun.exchange.ftm import to_ftm
from khaldun.record import Account, RelationType
from tests.exchange.accounts import accounts, few

# Required properties of the schemata that we write (followthemoney 4).
REQUIRED = {
    "PlainText": {"fileName"},
    "Person": {"name"},
    "Organization": {"name"},
    "PublicBody": {"name"},
    "Address": set(),
    "Event": {"name"},
    "UnknownLink": {"subject", "object"},
    "Membership": {"member", "organization"},
    "Directorship": {"director", "organization"},
}
REFERENCES = (
    *("organizer", "involved", "proof", "addressEntity", "subject", "object"),
    *("member", "organization", "director"),
)


def _entities(account: Account) -> list[dict[str, Any]]:
    return [json.loads(line) for line in to_ftm(account).data.splitlines()]


def _one(account: Account, schema: str) -> dict[str, Any]:
    found = [entity for entity in _entities(account) if entity["schema"] == schema]
    assert len(found) == 1
    properties: dict[str, Any] = found[0]["properties"]
    return properties


@few
@given(accounts)
def test_entities_are_whole_and_refer_to_each_other(account: Account) -> None:
    entities = _entities(account)
    known = {entity["id"] for entity in entities}
    for entity in entities:
        properties = entity["properties"]
        assert REQUIRED[entity["schema"]] <= set(properties)
        assert all(isinstance(v, str) and v for values in properties.values() for v in values)
        referred = {v for name in REFERENCES for v in properties.get(name, ())}
        assert referred <= known


def test_an_event_leads_to_its_parties_and_documents(account: Account) -> None:
    event = _one(account, "Event")
    assert event["name"] == ["ASSAULT heavy-weapons: army → rebels, Karda"]
    assert (event["organizer"], event["involved"]) == (["0.a1"], ["0.a2"])
    assert event["proof"] == [account.editions[0].document.id]
    assert (event["startDate"], event["country"]) == (["2025-03-04"], ["no"])


def test_a_tie_is_a_link_with_its_role(account: Account) -> None:
    link = _one(account, "UnknownLink")
    assert (link["subject"], link["object"]) == (["0.a3"], ["0.a2"])
    assert link["role"] == ["backs weapons"]


def test_leading_a_body_is_a_directorship(account: Account) -> None:
    tie = replace(account.ties[0], type=RelationType.LEADS)
    found = _one(replace(account, ties=(tie,)), "Directorship")
    assert (found["director"], found["organization"]) == (["0.a3"], ["0.a2"])


def test_states_are_public_bodies_and_people_persons(account: Account) -> None:
    schemata = {entity["id"]: entity["schema"] for entity in _entities(account)}
    assert (schemata["0.a1"], schemata["0.a2"], schemata["0.a4"]) == (
        "PublicBody",
        "Organization",
        "Person",
    )
