from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.exchange.polecat import from_polecat, to_polecat
from khaldun.exchange.polecat.columns import COLUMNS
from khaldun.ontology import contexts, modes_of, sectors
from khaldun.record import Account, CodedDocument, EventType, Status
from tests.exchange.accounts import account_of, accounts, few
from tests.exchange.polecat.rows import RAID, file_of


def _rows(account: Account) -> list[dict[str, str]]:
    header, *lines = to_polecat(account).data.decode().split("\n")[:-1]
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def _again(row: dict[str, str]) -> dict[str, str]:
    read = [item for item in from_polecat(file_of(row), "p") if isinstance(item, CodedDocument)]
    [written] = _rows(account_of(read))
    return written


@few
@given(accounts)
def test_every_event_is_written_or_told(account: Account) -> None:
    written = to_polecat(account)
    lines = written.data.decode().split("\n")
    assert lines[0] == "\t".join(COLUMNS)
    assert len(lines) - 2 + len(written.problems) == len(account.events)
    assert all(line.count("\t") == len(COLUMNS) - 1 for line in lines[:-1])


def test_an_event_has_its_codes(account: Account) -> None:
    [row] = _rows(account)
    assert (row["Event Type"], row["Event Mode"], row["Contexts"]) == (
        "ASSAULT",
        "heavy-weapons",
        "military",
    )
    assert (row["Intensity"], row["Quad Code"]) == ("-9.5", "MATERIAL CONFLICT")
    assert (row["Actor Name"], row["Primary Actor Sector"], row["Actor COW"]) == (
        "army",
        "MIL",
        "None",
    )
    assert (row["Placename"], row["Country"], row["Publication Date"]) == (
        "Karda",
        "NOR",
        "2025-03-04",
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": Status.HYPOTHETICAL}, "it is hypothetical"),
        ({"latest": None}, "it is not dated"),
    ],
)
def test_what_polecat_cannot_hold_is_told(
    account: Account, change: dict[str, object], why: str
) -> None:
    event = replace(account.events[0], **change)  # type: ignore[arg-type]
    written = to_polecat(replace(account, events=(event,)))
    assert [problem.code for problem in written.problems] == ["X001"]
    assert why in written.problems[0].message


LOST = {"Event ID", "Actor Name Raw", "Recipient Name Raw", "Raw Placename", "Version"}
typed = st.sampled_from(EventType).flatmap(
    lambda t: st.tuples(st.just(t), st.sampled_from(("", *modes_of(t))))
)


@few
@given(
    typed,
    st.dates(date(2018, 1, 1), date(2030, 1, 1)).map(date.isoformat),
    st.lists(st.sampled_from(contexts()), max_size=3, unique=True),
    st.sampled_from(["Karda Brigade", 'The "Free" Army', "Ünit 5", "=1+1"]),
    st.sampled_from([sector.plover for sector in sectors().values()]),
    st.floats(-180, 180).map(repr),
)
def test_round_trip_keeps_all_but_the_listed_columns(
    kind: tuple[EventType, str], day: str, given: list[str], actor: str, sector: str, lon: str
) -> None:
    row = {name: RAID.get(name, "None") for name in COLUMNS} | {
        "Event Type": kind[0],
        "Event Mode": kind[1] or "None",
        "Event Date": day,
        "Contexts": ";".join(given) or "None",
        "Actor Name": actor,
        "Primary Actor Sector": sector,
        "Actor Sectors": sector,
        "Recipient Sectors": "JRN",
        "Recipient COW": "620",
        "Longitude": lon,
    }
    written = _again(row)
    compared = set(COLUMNS) - LOST - {"Intensity", "Quad Code"}
    assert {name: written[name] for name in compared} == {name: row[name] for name in compared}
