"""Row after row of a data set, in and out: what cannot be one is a Problem."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.encoding import utf8
from khaldun.exchange.problems import Written
from khaldun.record import Account, CodedDocument, Event, Problem

Row = TypeVar("Row")
CellsByName = dict[str, str]


def read_each(
    rows: Iterable[Row | Problem], read: Callable[[Row], Iterator[CodedDocument | Problem]]
) -> Iterator[CodedDocument | Problem]:
    """What `read` makes of each row; a row that is a Problem already stays one."""
    for row in rows:
        if isinstance(row, Problem):
            yield row
        else:
            yield from read(row)


def made_of_each(
    account: Account, make: Callable[[Event, AccountIndex], CellsByName | Problem]
) -> tuple[list[CellsByName], tuple[Problem, ...]]:
    """The row of each event that the format has a place for, and why the others have none."""
    index = AccountIndex(account)
    rows: list[CellsByName] = []
    problems: list[Problem] = []
    for event in account.events:
        made = make(event, index)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            rows.append(made)
    return rows, tuple(problems)


def csv_of_each(
    account: Account,
    columns: Sequence[str],
    make: Callable[[Event, AccountIndex], CellsByName | Problem],
) -> Written:
    """The rows as CSV under these columns; a column that a row lacks is empty."""
    rows, problems = made_of_each(account, make)
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return Written(data=utf8(stream.getvalue()), problems=problems)
