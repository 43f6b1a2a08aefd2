import json

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from khaldun.errors import ContractError
from khaldun.exchange.json import from_json, schema, to_json
from khaldun.record import CodedDocument, CoderIdentity, Document
from tests.strategies import coded_documents

VALIDATOR = Draft202012Validator(json.loads(schema()))
slow = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@slow
@given(coded_documents())
def test_what_is_written_reads_back_the_same(coded: CodedDocument) -> None:
    assert from_json(to_json(coded)) == coded


@slow
@given(coded_documents())
def test_what_is_written_follows_the_shipped_schema(coded: CodedDocument) -> None:
    VALIDATOR.validate(json.loads(to_json(coded)))


@slow
@given(coded_documents())
def test_writing_twice_gives_the_same_bytes(coded: CodedDocument) -> None:
    assert to_json(from_json(to_json(coded))) == to_json(coded)


def test_the_contract_names_the_ends_of_a_relation_and_of_a_quantity(
    battle: CodedDocument,
) -> None:
    written = json.loads(to_json(battle))
    assert {"from", "to"} <= written["relations"][0].keys()
    assert {"min", "max"} <= written["reports"][0]["quantities"][0].keys()


def test_a_mention_is_written_as_one_flat_object(battle: CodedDocument) -> None:
    mention = json.loads(to_json(battle))["actors"][0]["mentions"][0]
    assert mention.keys() == {"start", "end", "quote", "inferred"}


def _damaged(battle: CodedDocument, *path: str | int, value: object) -> bytes:
    written = json.loads(to_json(battle))
    target = written
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return json.dumps(written).encode()


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("reports", 0, "trigger", "start"), "7", "$.reports[0].trigger.start"),
        (("reports", 0, "type"), "WAR", "$.reports[0].type"),
        (("relations", 0, "from"), None, "$.relations[0].from"),
        (("reports", 0, "quantities", 0, "max"), 3, "$.reports[0].quantities[0]"),
        (("reports", 0, "trigger", "quote"), "x", "$.reports[0].trigger"),
        (("document", "sha256"), "0" * 64, "$.document.sha256"),
        (("schema",), "khaldun/coded-document/2", "$.schema"),
        (("actors", 0, "id"), "elsewhere", "$"),
    ],
)
def test_a_breach_is_named_by_its_path(
    battle: CodedDocument, path: tuple[str | int, ...], value: object, place: str
) -> None:
    with pytest.raises(ContractError) as caught:
        from_json(_damaged(battle, *path, value=value))
    assert f"`{place}`" in str(caught.value)


def test_a_required_field_may_not_be_missing(battle: CodedDocument) -> None:
    written = json.loads(to_json(battle))
    del written["reports"][0]["modes"]
    with pytest.raises(ContractError, match=r"modes.*\$\.reports\[0\]"):
        from_json(json.dumps(written))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b'"x"', b"nul"])
def test_what_is_not_a_coded_document_is_a_contract_error(data: bytes) -> None:
    with pytest.raises(ContractError):
        from_json(data)


def test_a_lone_surrogate_is_a_contract_error() -> None:
    document = Document(id="d", text="a \ud800 b", language="en")
    coder = CoderIdentity(name="rules", version="1", ontology="p")
    with pytest.raises(ContractError, match="UTF-8"):
        to_json(CodedDocument(coder=coder, document=document))
