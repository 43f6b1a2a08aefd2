import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.exchange.acled import from_acled, to_acled
from khaldun.exchange.acled.columns import COLUMNS
from khaldun.ontology import acled
from khaldun.record import Account, CodedDocument, EventType, Factuality, Status
from tests.exchange.accounts import account_of, accounts, few
from tests.exchange.acled.rows import CLASH, RALLY, file_of

KEPT = [
    "event_date",
    "time_precision",
    "sub_event_type",
    "actor1",
    "actor2",
    "iso",
    "country",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "fatalities",
]


def _rows(account: Account) -> list[dict[str, str]]:
    text = to_acled(account).data.decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _again(row: dict[str, str]) -> dict[str, str]:
    read = [item for item in from_acled(file_of(row), "a") if isinstance(item, CodedDocument)]
    [written] = _rows(account_of(read))
    return written


@few
@given(accounts)
def test_every_event_is_written_or_told(account: Account) -> None:
    written = to_acled(account)
    rows = list(csv.reader(io.StringIO(written.data.decode(), newline=""), strict=True))
    assert rows[0] == list(COLUMNS)
    assert len(rows) - 1 + len(written.problems) == len(account.events)
    assert all(len(row) == len(COLUMNS) for row in rows)


def test_an_event_has_its_codes(account: Account) -> None:
    [row] = _rows(account)
    assert (row["sub_event_type"], row["disorder_type"]) == (
        "Shelling/artillery/missile attack",
        "Political violence",
    )
    assert (row["actor1"], row["inter1"], row["inter2"]) == ("army", "1", "2")
    assert (row["interaction"], row["civilian_targeting"]) == ("12", "")
    assert (row["iso"], row["region"], row["country"]) == ("578", "Europe", "Norway")
    assert (row["event_date"], row["fatalities"]) == ("2025-03-04", "12")


def test_forces_of_another_state_are_external(account: Account) -> None:
    army = account.entities[0]
    abroad = replace(army, actor=replace(army.actor, country="SWE"))
    [row] = _rows(replace(account, entities=(abroad, *account.entities[1:])))
    assert (row["inter1"], row["interaction"]) == ("8", "28")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": Status.PLANNED}, "it is planned"),
        ({"certainty": Factuality.CERTAINLY_NOT}, "its certainty is CT-"),
        ({"type": EventType.ACCUSE, "modes": ()}, "ACCUSE of these actors is no sub-event"),
        ({"latest": date(2025, 12, 1)}, "not known to the month"),
        ({"earliest": None}, "not known to the month"),
    ],
)
def test_what_acled_cannot_hold_is_told(
    account: Account, change: dict[str, object], why: str
) -> None:
    event = replace(account.events[0], **change)  # type: ignore[arg-type]
    written = to_acled(replace(account, events=(event,)))
    assert [problem.code for problem in written.problems] == ["X001"]
    assert why in written.problems[0].message


def test_what_was_read_is_written_again() -> None:
    written = _again(CLASH)
    assert {name: written[name] for name in KEPT} == {name: CLASH[name] for name in KEPT}
    assert (written["notes"], written["source"]) == (CLASH["notes"], CLASH["source"])


def test_civilians_have_their_own_name_and_are_named_beside_it(account: Account) -> None:
    rebels = account.entities[1]
    market = replace(rebels, actor=replace(rebels.actor, name="market goers", sector="CVL"))
    entities = (account.entities[0], market, *account.entities[2:])
    [row] = _rows(replace(account, entities=entities))
    assert (row["actor2"], row["assoc_actor_2"]) == ("Civilians (Norway)", "market goers")
    assert (row["inter2"], row["civilian_targeting"]) == ("7", "Civilian targeting")


def test_whom_reports_put_on_both_sides_stands_on_one(account: Account) -> None:
    event = replace(account.events[0], recipients=("0.a1", "0.a2"))
    [row] = _rows(replace(account, events=(event,)))
    assert (row["actor1"], row["actor2"]) == ("army", "rebels")


def test_a_row_without_notes_gets_none() -> None:
    assert _again(CLASH | {"notes": ""})["notes"] == ""


def test_a_demonstration_has_its_crowd_again() -> None:
    written = _again(RALLY)
    assert (written["actor1"], written["assoc_actor_1"]) == (
        "Protesters (Libya)",
        "Teachers of Karda",
    )


names = st.sampled_from(["Karda Brigade", 'The "Free", Army', "Militia – Nord", "Ünit 5"])
again = sorted(
    {
        *(name for name, s in acled().sub_events.items() if s.type and not s.mutual),
        "Armed clash",
    }
    - {"Protest with intervention", "Grenade", "Mob violence", "Headquarters or base established"}
)


@few
@given(
    st.fixed_dictionaries(
        {
            "sub_event_type": st.sampled_from(again),
            "actor1": names,
            "actor2": st.just("Civilians (Libya)"),
            "event_date": st.dates(date(1997, 1, 1), date(2030, 1, 1)).map(date.isoformat),
            "latitude": st.floats(-90, 90).map(repr),
            "longitude": st.floats(-180, 180).map(repr),
            "fatalities": st.integers(0, 10**6).map(str),
            "time_precision": st.sampled_from(["1", "2"]),
            "geo_precision": st.sampled_from(["1", "2", "3"]),
            "notes": st.sampled_from(["=1+1, they say", "", "“Quoted”; and more"]),
        }
    )
)
def test_round_trip_keeps_the_listed_columns(cells: dict[str, str]) -> None:
    clash = cells["sub_event_type"] == "Armed clash"
    row = CLASH | {"assoc_actor_2": ""} | cells | {"inter2": "2" if clash else "7"}
    written = _again(row)
    crowd = cells["sub_event_type"] in ("Peaceful protest", "Violent demonstration") or (
        cells["sub_event_type"] == "Excessive force against protesters"
    )
    kept = [name for name in KEPT if not (crowd and name == "actor1")]
    assert {name: written[name] for name in kept} == {name: row[name] for name in kept}
