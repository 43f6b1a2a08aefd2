import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given

from khaldun.exchange.timeline import COLUMNS, to_timeline_csv, to_timeline_json
from khaldun.record import Account
from tests.exchange.accounts import accounts, few


def _slides(account: Account) -> list[dict[str, Any]]:
    slides: list[dict[str, Any]] = json.loads(to_timeline_json(account).data)["events"]
    return slides


def _rows(account: Account) -> list[dict[str, str]]:
    text = to_timeline_csv(account).data.decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _lasting(account: Account) -> Account:
    event = replace(account.events[0], latest=date(2025, 3, 9))
    return replace(account, events=(event,))


def _renamed(account: Account, name: str) -> Account:
    actor = replace(account.entities[0].actor, name=name)
    return replace(account, entities=(replace(account.entities[0], actor=actor),))


@few
@given(accounts)
def test_every_event_is_a_slide_or_told(account: Account) -> None:
    slides, written = _slides(account), to_timeline_json(account)
    assert len(slides) + len(written.problems) == len(account.events)
    assert all({"year", "month", "day"} == set(slide["start_date"]) for slide in slides)
    assert len(_rows(account)) == len(slides)


def test_a_slide_says_when_what_and_who_says_so(account: Account) -> None:
    [slide] = _slides(_lasting(account))
    assert slide["start_date"] == {"year": 2025, "month": 3, "day": 4}
    assert slide["end_date"] == {"year": 2025, "month": 3, "day": 9}
    assert slide["display_date"] == "2025-03-04 to 2025-03-09"
    assert slide["text"]["headline"] == "ASSAULT heavy-weapons: army → rebels, Karda"
    assert "happened, probable. 1 report: somewhere." in slide["text"]["text"]


def test_names_are_no_markup(account: Account) -> None:
    [slide] = _slides(_renamed(account, "<img src=x onerror=alert(1)>"))
    assert "<img" not in slide["text"]["headline"]


def test_the_table_has_the_columns_of_the_template(account: Account) -> None:
    [row] = _rows(_lasting(account))
    assert tuple(row) == COLUMNS
    assert (row["Year"], row["Month"], row["Day"], row["End Day"]) == ("2025", "3", "4", "9")
    assert row["Group"] == "ASSAULT"


def test_no_cell_of_the_table_is_a_formula(account: Account) -> None:
    event = replace(account.events[0], reports=(), actors=(), recipients=(), places=())
    [row] = _rows(replace(account, events=(event,)))
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_what_has_no_first_day_is_told(account: Account) -> None:
    event = replace(account.events[0], earliest=None)
    written = to_timeline_json(replace(account, events=(event,)))
    assert [problem.code for problem in written.problems] == ["X001"]
