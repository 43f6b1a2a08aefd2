import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.exchange.ucdp import from_ucdp, to_ucdp
from khaldun.exchange.ucdp.columns import COLUMNS
from khaldun.record import Account, CodedDocument, EventType, Status
from tests.exchange.accounts import account_of, accounts, few
from tests.exchange.ucdp.rows import CLASH, MASSACRE, file_of

KEPT = [
    *("type_of_violence", "side_a", "side_b", "where_coordinates", "latitude", "longitude"),
    *("country", "country_id", "date_prec", "date_start", "date_end"),
    *("source_office", "source_headline", "source_original"),
]


def _rows(account: Account) -> list[dict[str, str]]:
    text = to_ucdp(account).data.decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _again(row: dict[str, str]) -> dict[str, str]:
    read = [item for item in from_ucdp(file_of(row), "g") if isinstance(item, CodedDocument)]
    [written] = _rows(account_of(read))
    return written


@few
@given(accounts)
def test_every_event_is_written_or_told(account: Account) -> None:
    written = to_ucdp(account)
    rows = list(csv.reader(io.StringIO(written.data.decode(), newline=""), strict=True))
    assert rows[0] == list(COLUMNS)
    assert len(rows) - 1 + len(written.problems) == len(account.events)


def test_an_event_has_its_codes(account: Account) -> None:
    [row] = _rows(account)
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "army", "rebels")
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("12", "12", "12", "12")
    assert (row["country_id"], row["region"], row["geom_wkt"]) == (
        "385",
        "Europe",
        "POINT (-7.25 61.5)",
    )
    assert (row["date_prec"], row["where_prec"], row["source_original"]) == (
        "1",
        "",
        "a hospital official",
    )


def test_a_grid_cell_is_that_of_prio(account: Account) -> None:
    # PRIO-GRID: cell 1 is the south-western corner of the world, 259200 the north-eastern.
    corners = [(-90.0, -180.0, "1"), (90.0, 180.0, "259200"), (0.1, 0.1, "129961")]
    for latitude, longitude, cell in corners:
        place = replace(account.places[0], latitude=latitude, longitude=longitude)
        [row] = _rows(replace(account, places=(place,)))
        assert row["priogrid_gid"] == cell


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": Status.ATTEMPTED}, "it is attempted"),
        ({"type": EventType.PROTEST, "modes": ()}, "PROTEST is no violence"),
        ({"counts": ()}, "nobody is reported killed"),
        ({"recipients": ()}, "its sides are no two"),
        ({"earliest": date(2020, 1, 1)}, "not known to the year"),
    ],
)
def test_what_ged_cannot_hold_is_told(
    account: Account, change: dict[str, object], why: str
) -> None:
    event = replace(account.events[0], **change)  # type: ignore[arg-type]
    written = to_ucdp(replace(account, events=(event,)))
    assert [problem.code for problem in written.problems] == ["X001"]
    assert why in written.problems[0].message


def test_sources_are_those_of_the_row_not_the_data_set() -> None:
    assert _again(CLASH | {"source_original": "police"})["source_original"] == "police"


def test_one_sided_deaths_are_those_of_civilians() -> None:
    written = _again(MASSACRE)
    assert (written["deaths_civilians"], written["deaths_unknown"]) == ("4", "0")


figures = st.lists(st.integers(1, 5000), min_size=3, max_size=3).map(sorted)


@few
@given(
    st.sampled_from([CLASH, MASSACRE]),
    st.dates(date(1989, 1, 1), date(2030, 1, 1)),
    st.sampled_from([(0, "1"), (4, "2"), (6, "3"), (30, "4"), (300, "5")]),
    figures,
    st.floats(-90, 90),
)
def test_round_trip_keeps_the_listed_columns(
    base: dict[str, str], start: date, length: tuple[int, str], deaths: list[int], latitude: float
) -> None:
    row = base | {
        "source_original": "a hospital;police",
        "date_start": start.isoformat(),
        "date_end": (start + timedelta(days=length[0])).isoformat(),
        "date_prec": length[1],
        "low": str(deaths[0]),
        "best": str(deaths[1]),
        "high": str(deaths[2]),
        "latitude": repr(latitude),
    }
    written = _again(row)
    kept = [*KEPT, "high"]
    assert {name: written[name] for name in kept} == {name: row[name] for name in kept}
