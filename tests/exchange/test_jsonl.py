import pytest

from khaldun.errors import ContractError
from khaldun.exchange.jsonl import from_jsonl, to_jsonl
from khaldun.record import CodedDocument


def test_each_document_is_one_line(battle: CodedDocument) -> None:
    lines = list(to_jsonl([battle, battle]))
    assert [line.count(b"\n") for line in lines] == [1, 1]


def test_lines_read_back(battle: CodedDocument) -> None:
    assert list(from_jsonl([*to_jsonl([battle]), b"\n"])) == [battle]


def test_a_breach_is_named_by_its_line(battle: CodedDocument) -> None:
    with pytest.raises(ContractError, match="line 2"):
        list(from_jsonl([*to_jsonl([battle]), b"{}\n"]))
