"""Events for TimelineJS, as its JSON and as the table that its spreadsheet template has."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from html import escape

from khaldun.exchange import wording
from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.csv import guarded
from khaldun.exchange.encoding import json_bytes, utf8
from khaldun.exchange.events import headline, outlets_of, words_of
from khaldun.exchange.problems import ExchangeProblem, Written
from khaldun.record import Account, Event, Problem

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time"),
    *("Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption"),
    *("Alt Text", "Type", "Group", "Background"),
)


def to_timeline_json(account: Account) -> Written:
    """The dated events as TimelineJS's JSON; a Problem for each that has no first day."""
    index = AccountIndex(account)
    events = [_slide(event, index) for event in _dated(account)]
    data = json_bytes({"events": events}) + b"\n"
    return Written(data=data, problems=tuple(_undated(account)))


def to_timeline_csv(account: Account) -> Written:
    """The same as CSV with the columns of the template; text never starts as a formula."""
    index = AccountIndex(account)
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(_row(event, index) for event in _dated(account))
    return Written(data=utf8(stream.getvalue()), problems=tuple(_undated(account)))


def _dated(account: Account) -> Iterator[Event]:
    return (event for event in account.events if event.earliest)


def _undated(account: Account) -> Iterator[Problem]:
    for event in account.events:
        if event.earliest is None:
            why = "its first day is not known, and a timeline needs one"
            yield ExchangeProblem.LEFT_OUT.of(event.id, why)


def _slide(event: Event, index: AccountIndex) -> dict[str, object]:
    end = {"end_date": _date(event.latest)} if _spans(event) else {}
    return {
        "unique_id": event.id,
        "start_date": _date(event.earliest),
        **end,
        "display_date": wording.days(event.earliest, event.latest),
        "text": {
            "headline": escape(headline(event, index)),
            "text": _text(event, index),
        },
        "group": event.type,
    }


def _row(event: Event, index: AccountIndex) -> dict[str, str]:
    first, last = event.earliest, event.latest if _spans(event) else None
    return {
        **_cells("", first),
        **_cells("End ", last),
        "Display Date": guarded(wording.days(event.earliest, event.latest)),
        "Headline": guarded(escape(headline(event, index))),
        "Text": guarded(_text(event, index)),
        "Group": event.type,
    }


def _spans(event: Event) -> bool:
    return event.latest is not None and event.latest != event.earliest


def _date(day: date | None) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day} if day else {}


def _cells(prefix: str, day: date | None) -> dict[str, str]:
    return {f"{prefix}{name.title()}": str(number) for name, number in _date(day).items()}


def _text(event: Event, index: AccountIndex) -> str:
    """What is said, how sure it is, and who says it; TimelineJS takes text for HTML."""
    reports, outlets = len(event.reports), outlets_of(event, index)
    tally = f"{wording.plural(reports, 'report')}: {', '.join(outlets)}"
    sure = f"{event.status}, {wording.certainty(event.certainty)}"
    parts = (words_of(event, index), f"{sure}. {tally}.")
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)
