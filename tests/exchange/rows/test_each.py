from collections.abc import Iterator

from khaldun.exchange.problems import ExchangeProblem
from khaldun.exchange.rows.each import csv_of_each, made_of_each, read_each
from khaldun.record import Account, Problem

WRONG = ExchangeProblem.MALFORMED_ROW.of("table.csv line 3", "2 cells under 3 columns")


def test_a_row_that_could_not_be_read_is_passed_on() -> None:
    assert list(read_each([WRONG], lambda _: iter(()))) == [WRONG]


def test_each_row_is_read_in_its_order() -> None:
    seen: list[str] = []

    def read(row: str) -> Iterator[Problem]:
        seen.append(row)
        return iter((WRONG,))

    assert list(read_each(["one", "two"], read)) == [WRONG, WRONG]
    assert seen == ["one", "two"]


def test_an_event_has_a_row_or_a_reason(account: Account) -> None:
    rows, problems = made_of_each(account, lambda event, _: {"id": event.id})
    assert [row["id"] for row in rows] == [event.id for event in account.events]
    assert problems == ()
    rows, problems = made_of_each(account, lambda *_: WRONG)
    assert (rows, problems) == ([], (WRONG,) * len(account.events))


def test_a_column_that_a_row_lacks_is_empty(account: Account) -> None:
    written = csv_of_each(account, ("id", "note"), lambda event, _: {"id": event.id})
    assert written.data.decode().splitlines()[1] == f"{account.events[0].id},"
