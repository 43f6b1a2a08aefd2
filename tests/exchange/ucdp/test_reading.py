from datetime import date

import pytest

from khaldun.errors import FormatError
from khaldun.exchange.ucdp import from_ucdp
from khaldun.record import CodedDocument, Precision, Problem
from tests.exchange.ucdp.rows import CLASH, MASSACRE, file_of


def _only(row: dict[str, str]) -> CodedDocument:
    coded, *problems = from_ucdp(file_of(row), "g.csv")
    assert isinstance(coded, CodedDocument)
    assert problems == []
    return coded


def _named(coded: CodedDocument, keys: tuple[str, ...]) -> list[str]:
    names = {actor.id: actor.name for actor in coded.actors}
    return [names[key] for key in keys]


def test_the_sides_of_a_battle_are_both_actors() -> None:
    coded = _only(CLASH)
    report = coded.reports[0]
    assert _named(coded, report.actors) == ["Government of Libya", "Karda Brigade"]
    known = [(actor.sector, actor.country) for actor in coded.actors]
    assert known == [("GOV", "LBY"), ("REB", None)]


def test_one_sided_violence_has_a_direction() -> None:
    coded = _only(MASSACRE)
    report = coded.reports[0]
    assert _named(coded, report.actors) == ["Karda Brigade"]
    assert _named(coded, report.recipients) == ["Civilians"]


def test_the_headline_is_the_evidence() -> None:
    assert _only(CLASH).reports[0].evidence.quote == CLASH["source_headline"]


def test_the_best_figure_comes_before_the_range() -> None:
    figures = [(q.minimum, q.maximum) for q in _only(CLASH).reports[0].quantities]
    assert figures == [(7, 7), (6, 9)]


def test_equal_figures_are_one_count() -> None:
    assert len(_only(MASSACRE).reports[0].quantities) == 1


def test_days_and_places_keep_their_precision() -> None:
    report = _only(MASSACRE).reports[0]
    assert (report.when.earliest, report.when.latest) == (date(2025, 3, 1), date(2025, 3, 6))
    assert report.precision is Precision.TOWN


def test_who_said_it_comes_behind_who_published_it() -> None:
    holders = [link.holder for link in _only(CLASH).reports[0].attribution]
    assert holders == ["River Post", "hospital", "police"]


def test_a_file_without_header_is_read() -> None:
    bare = list(from_ucdp(file_of(CLASH, MASSACRE, header=False), "g.csv"))
    assert bare == list(from_ucdp(file_of(CLASH, MASSACRE), "g.csv"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"type_of_violence": "4"}, "X003"),
        ({"id": ""}, "X002"),
        ({"best": "many"}, "X004"),
        ({"date_end": "2025-03-01"}, "X004"),
        ({"where_prec": "9"}, "X004"),
        ({"country": "Atlantis", "country_id": ""}, "X004"),
    ],
)
def test_what_cannot_be_read_is_told(change: dict[str, str], code: str) -> None:
    found = [i for i in from_ucdp(file_of(CLASH | change), "g.csv") if isinstance(i, Problem)]
    assert [problem.code for problem in found] == [code]


def test_another_file_is_refused() -> None:
    with pytest.raises(FormatError, match="lacks the columns id, "):
        list(from_ucdp(b"a,b\r\n1,2\r\n", "g.csv"))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(FormatError, match=r"g\.csv is empty"):
        list(from_ucdp(b"", "g.csv"))
