from khaldun.exchange.account.jsonl import to_jsonl
from khaldun.exchange.account.lossless import to_account
from khaldun.exchange.json import to_json
from khaldun.exchange.lines import from_lines
from khaldun.record import Account, CodedDocument


def test_coded_documents_are_read(battle: CodedDocument) -> None:
    assert list(from_lines(to_json(battle) + b"\n\n", "a.jsonl")) == [battle]


def test_an_account_is_read(account: Account) -> None:
    [coded] = from_lines(b"".join(to_account(account)), "a.jsonl")
    assert isinstance(coded, CodedDocument)
    assert coded.reports == (account.reports[0].item,)


def test_our_table_of_events_is_read(account: Account) -> None:
    data = to_jsonl(account)
    coded, bad = from_lines(data + b'{"event_id": {}}\n', "a.jsonl")
    assert isinstance(coded, CodedDocument)
    assert (coded.coder.name, coded.reports[0].type) == ("import:jsonl", "ASSAULT")
    assert [actor.name for actor in coded.actors] == ["army", "rebels"]
    assert str(bad).startswith("X002 a.jsonl line 2: ")


def test_a_line_that_is_neither_is_told(battle: CodedDocument) -> None:
    good, bad = from_lines(to_json(battle) + b'\n{"id": 1}\n', "a.jsonl")
    assert good == battle
    assert str(bad).startswith("X002 a.jsonl line 2: ")
