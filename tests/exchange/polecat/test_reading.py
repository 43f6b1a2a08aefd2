from datetime import date

import pytest

from khaldun.errors import FormatError
from khaldun.exchange.polecat import from_polecat
from khaldun.record import CodedDocument, EventType, Precision, Problem
from tests.exchange.polecat.rows import RAID, file_of, line_of


def _only(row: dict[str, str]) -> CodedDocument:
    coded, *problems = from_polecat(file_of(row), "p.tsv")
    assert isinstance(coded, CodedDocument)
    assert problems == []
    return coded


def test_a_row_has_its_type_parties_and_place() -> None:
    coded = _only(RAID)
    report = coded.reports[0]
    assert (report.type, report.modes) == (EventType.ASSAULT, ("firearms",))
    assert report.contexts == ("military", "territory")
    known = [(actor.name, actor.sector, actor.country) for actor in coded.actors]
    assert known == [
        ("Karda Brigade", "REB", "LBY"),
        ("Sons of Karda", None, None),
        ("River Gazette", "MED", "LBY"),
    ]
    assert (coded.places[0].geonames_id, report.precision) == (12345, Precision.TOWN)


def test_each_of_several_parties_has_its_own_words() -> None:
    quotes = [actor.mentions[0].span.quote for actor in _only(RAID).actors]
    assert quotes == ["Karda Brigade", "Sons of Karda", "River Gazette"]


def test_when_it_was_published_is_given() -> None:
    published = _only(RAID).document.published
    assert published
    assert published.earliest == date(2025, 3, 5)


def test_none_is_nothing() -> None:
    coded = _only({"Event ID": "1", "Event Date": "2025-03-04", "Event Type": "CONSULT"})
    assert (coded.actors, coded.places) == ((), ())
    assert "None" not in coded.document.text


def test_a_stray_headline_is_the_evidence() -> None:
    data = file_of(RAID).decode().splitlines()
    stray = "\n".join([f"{data[0]}\tHeadline", f"{data[1]}\tBrigade storms newsroom"])
    [coded] = from_polecat(stray.encode(), "p.tsv")
    assert isinstance(coded, CodedDocument)
    assert coded.reports[0].evidence.quote == "Brigade storms newsroom"


def test_latin_1_is_read() -> None:
    data = file_of(RAID | {"Actor Name": "Milícia"}).decode().encode("iso-8859-1")
    [coded] = from_polecat(data, "p.tsv")
    assert isinstance(coded, CodedDocument)
    assert coded.actors[0].name == "Milícia"


def test_quotes_mean_nothing() -> None:
    rows = [RAID | {"Actor Name": '"Karda'}, RAID]
    assert len([c for c in from_polecat(file_of(*rows), "p") if isinstance(c, CodedDocument)]) == 2


def test_malformed_rows_are_told_and_the_others_read() -> None:
    good = line_of(RAID)
    lines = [file_of().decode().rstrip(), good, "1\t2025-03-04", good + "\textra", good]
    results = list(from_polecat("\n".join(lines).encode(), "p.tsv"))
    assert [getattr(item, "code", "read") for item in results] == ["read", "X002", "X002", "read"]
    assert str(results[1]) == "X002 p.tsv line 3: 2 cells under 40 columns"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"Event Type": "SMILE"}, "X003"),
        ({"Event ID": "None"}, "X002"),
        ({"Event Date": "04.03.25"}, "X004"),
        ({"Event Mode": "phone"}, "X004"),
        ({"Contexts": "weather"}, "X004"),
        ({"Primary Actor Sector": "XYZ"}, "X004"),
        ({"Actor Country": "Atlantis", "Actor COW": "None"}, "X004"),
        ({"Longitude": "181"}, "X004"),
    ],
)
def test_what_cannot_be_read_is_told(change: dict[str, str], code: str) -> None:
    found = [i for i in from_polecat(file_of(RAID | change), "p") if isinstance(i, Problem)]
    assert [problem.code for problem in found] == [code]


def test_another_file_is_refused() -> None:
    with pytest.raises(FormatError, match="lacks the columns Event ID, "):
        list(from_polecat(b"a\tb\n1\t2\n", "p.tsv"))
