from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import FormatError
from khaldun.exchange.account.csv import to_csv
from khaldun.exchange.account.tables import rows
from khaldun.exchange.mapped import from_csv
from khaldun.record import Account, CodedDocument, EventType, Factuality, Precision, Problem, Status
from tests.exchange.accounts import account_of, few

MAPPING = b"""
name: Incident log
date_format: "%d/%m/%Y"
list_separator: "+"
fields:
  id: no
  date_start: day
  event_type: kind
  actors: by
  recipients: against
  actor_sector: who
  place: town
  latitude: lat
  longitude: lon
  killed_best: dead
  quote: remarks
  source: paper
values:
  event_type: {bombing: ASSAULT explosives, rally: PROTEST}
  actor_sector: {soldiers: MIL}
constants: {country_iso3: LBY, geo_precision: town}
"""
HEADER = "no,day,kind,by,against,who,town,lat,lon,dead,remarks,paper\n"
BOMBING = "7,04/03/2025,bombing,Army+Guards,Karda Brigade,soldiers,Karda,26.5,-14,3,A bomb.,Post\n"


def _read(text: str, mapping: bytes | None = MAPPING) -> list[CodedDocument | Problem]:
    return list(from_csv(text.encode(), "log.csv", mapping))


def _only(line: str) -> CodedDocument:
    [coded] = _read(HEADER + line)
    assert isinstance(coded, CodedDocument)
    return coded


def test_a_row_is_read_by_its_mapping() -> None:
    coded = _only(BOMBING)
    report = coded.reports[0]
    assert (report.type, report.modes) == (EventType.ASSAULT, ("explosives",))
    assert report.when.earliest == report.when.latest == date(2025, 3, 4)
    assert [(a.name, a.sector) for a in coded.actors][:2] == [("Army", "MIL"), ("Guards", "MIL")]
    assert report.evidence.quote == "A bomb."
    assert report.quantities[0].maximum == 3
    assert report.attribution[0].holder == "Post"


def test_constants_hold_for_every_row() -> None:
    coded = _only(BOMBING)
    assert (coded.places[0].country, coded.reports[0].precision) == ("LBY", Precision.TOWN)


def test_the_log_is_its_publisher() -> None:
    coded = _only(BOMBING)
    assert (coded.document.publisher, coded.coder.name) == ("Incident log", "import:csv")
    assert coded.document.text.startswith("Incident log 7\n")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (BOMBING.replace("bombing", "tea"), "X003"),
        (BOMBING.replace("04/03/2025", "2025-03-04"), "X004"),
        (BOMBING.replace("soldiers", "scouts"), "X004"),
        (BOMBING.replace("26.5", "north"), "X004"),
        ("7,04/03/2025\n", "X002"),
    ],
)
def test_what_cannot_be_read_is_told(line: str, code: str) -> None:
    found = [item for item in _read(HEADER + line) if isinstance(item, Problem)]
    assert [problem.code for problem in found] == [code]


def test_a_column_that_the_mapping_names_must_be_there() -> None:
    with pytest.raises(FormatError, match=r"log\.csv lacks the columns against"):
        _read("no,day,kind,by\n1,2,3,4\n")


def test_without_a_mapping_only_our_own_table_is_read() -> None:
    with pytest.raises(FormatError, match="is not our table of events: give a mapping"):
        _read(HEADER + BOMBING, None)


def test_our_own_table_comes_back(account: Account) -> None:
    [coded] = from_csv(to_csv(account), "events.csv")
    assert isinstance(coded, CodedDocument)
    kept = [
        *("event_type", "event_mode", "contexts", "status", "certainty", "date_start"),
        *("date_end", "actors", "recipients", "place", "country_iso3", "latitude"),
        *("longitude", "geo_precision", "killed_low"),
    ]
    [before], [after] = rows(account, "events"), rows(account_of([coded]), "events")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


@few
@given(
    st.sampled_from(EventType),
    st.sampled_from(Status),
    st.sampled_from(Factuality),
    st.sampled_from(Precision),
)
def test_our_vocabularies_come_back(
    kind: EventType, status: Status, certainty: Factuality, precision: Precision
) -> None:
    text = (
        "event_id,date_start,event_type,status,certainty,geo_precision,place\n"
        f"1,2025-03-04,{kind},{status},{certainty},{precision},Karda\n"
    )
    [coded] = _read(text, None)
    assert isinstance(coded, CodedDocument)
    report = coded.reports[0]
    assert (report.type, report.status) == (kind, status)
    assert (report.certainty.value, report.precision) == (certainty, precision)


@few
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_is_read_or_told(text: str) -> None:
    for item in _read(HEADER + text):
        assert isinstance(item, CodedDocument | Problem)
