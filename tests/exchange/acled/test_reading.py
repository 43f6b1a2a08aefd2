from datetime import date

import pytest

from khaldun.errors import FormatError
from khaldun.exchange.acled import from_acled
from khaldun.record import CodedDocument, EventType, Precision, Problem
from tests.exchange.acled.rows import CLASH, RALLY, file_of


def _only(row: dict[str, str]) -> CodedDocument:
    coded, *problems = from_acled(file_of(row), "a.csv")
    assert isinstance(coded, CodedDocument)
    assert problems == []
    return coded


def _problems(row: dict[str, str]) -> list[str]:
    return [str(p) for p in from_acled(file_of(row), "a.csv") if isinstance(p, Problem)]


def test_a_row_is_a_report_with_its_cells_as_evidence() -> None:
    coded = _only(CLASH)
    report = coded.reports[0]
    assert (report.type, report.contexts) == (EventType.ASSAULT, ("military",))
    assert report.evidence.quote == CLASH["notes"]
    assert report.trigger.quote == "Armed clash"
    assert [quantity.span.quote for quantity in report.quantities] == ["7"]
    assert [link.holder for link in report.attribution] == ["River Post", "Valley Radio"]


def test_it_is_marked_as_imported() -> None:
    coded = _only(CLASH)
    assert (coded.coder.name, coded.document.publisher) == ("import:acled", "ACLED")


def test_the_order_of_a_clash_is_not_its_direction() -> None:
    coded = _only(CLASH)
    names = {actor.id: actor.name for actor in coded.actors}
    assert [names[key] for key in coded.reports[0].actors] == [
        "Military Forces of Libya (2021-)",
        "Karda Brigade",
        "Sons of Karda",
    ]
    assert coded.reports[0].recipients == ()


def test_kinds_of_actors_become_sectors_and_countries() -> None:
    known = {actor.name: (actor.sector, actor.country) for actor in _only(CLASH).actors}
    assert known["Military Forces of Libya (2021-)"] == ("MIL", "LBY")
    assert known["Karda Brigade"] == ("REB", None)


def test_the_place_has_its_coordinates_and_precision() -> None:
    coded = _only(CLASH)
    place = coded.places[0]
    assert (place.name, place.country, place.longitude) == ("Karda", "LBY", -14.25)
    assert coded.reports[0].precision is Precision.TOWN


def test_a_crowd_gives_way_to_who_was_in_it() -> None:
    assert [actor.name for actor in _only(RALLY).actors] == ["Teachers of Karda"]


def test_a_week_is_not_passed_off_as_a_day() -> None:
    when = _only(RALLY).reports[0].when
    assert (when.earliest, when.latest) == (date(2025, 3, 2), date(2025, 3, 8))


def test_a_month_is_the_whole_month() -> None:
    when = _only(CLASH | {"time_precision": "3"}).reports[0].when
    assert (when.earliest, when.latest) == (date(2025, 3, 1), date(2025, 3, 31))


def test_no_reported_deaths_are_no_count() -> None:
    assert _only(RALLY).reports[0].quantities == ()


def test_without_notes_the_row_is_the_evidence() -> None:
    coded = _only(RALLY)
    assert coded.reports[0].evidence.quote == coded.document.text


def test_a_sub_event_without_equivalent_is_told_and_left() -> None:
    found = _problems(CLASH | {"sub_event_type": "Other"})
    assert found == ["X003 a.csv line 2: sub_event_type 'Other' is no event type of PLOVER"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("event_date", "soon"), ("latitude", "126.5"), ("fatalities", "seven"), ("inter1", "99")],
)
def test_a_cell_that_cannot_be_read_is_told_and_the_rest_kept(column: str, value: str) -> None:
    results = list(from_acled(file_of(CLASH | {column: value}), "a.csv"))
    assert isinstance(results[0], CodedDocument)
    assert [str(problem)[:22] for problem in results[1:]] == ["X004 a.csv line 2: " + column[:3]]


def test_semicolons_are_as_good_as_commas() -> None:
    [coded] = from_acled(file_of(CLASH, delimiter=";"), "a.csv")
    assert isinstance(coded, CodedDocument)
    assert coded.reports[0].attribution[1].holder == "Valley Radio"


def test_a_row_of_another_width_is_told() -> None:
    data = file_of(CLASH) + b"LBY903,2025-03-04\r\n" + file_of(RALLY).splitlines(True)[1]
    kinds = [getattr(item, "code", "read") for item in from_acled(data, "a.csv")]
    assert kinds == ["read", "X002", "read"]


def test_another_file_is_refused() -> None:
    with pytest.raises(FormatError, match="lacks the columns event_id_cnty, "):
        list(from_acled(b"a,b\r\n1,2\r\n", "a.csv"))
