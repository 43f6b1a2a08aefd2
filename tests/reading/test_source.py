import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.reading import (
    Limits,
    find_files,
    read_bytes,
    read_file,
    read_source,
    read_text,
)
from khaldun.reading.formats import READERS, Format
from khaldun.record import Document, Problem, Publication, PublicationBasis

REPORT = (
    "The army said on Monday that it had taken the bridge on the eastern bank of the river.\n\n"
    "A spokesman for the governor said that talks would go on in the capital.\n"
)


def document(result: Document | Problem) -> Document:
    assert isinstance(result, Document), result
    return result


def code(result: Document | Problem) -> str:
    assert isinstance(result, Problem), result
    assert result.message
    return result.code


def test_a_file_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    reading = read_source(path)
    assert [d.text for d in reading.documents] == [REPORT.strip()]
    assert reading.problems == ()


def test_a_folder_is_read_in_the_order_of_paths(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/one.md", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{REPORT}\n{name} is the name of it.", encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7")
    reading = read_source(tmp_path)
    assert [d.text.split()[-6] for d in reading.documents] == ["a.txt", "b/one.md", "b/two.txt"]
    assert [p.code for p in reading.problems] == ["R006"]


def test_the_same_text_has_the_same_id() -> None:
    assert document(read_text(REPORT)).id == document(read_text(REPORT)).id


def test_what_is_missing_says_so(tmp_path: Path) -> None:
    assert [p.code for p in read_source(tmp_path / "none.txt").problems] == ["R001"]


def test_a_path_with_a_nul_is_a_problem() -> None:
    assert [p.code for p in read_source("a\x00b").problems] in (["R001"], ["R002"])


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert [p.code for p in read_source(tmp_path).problems] == ["R010"]


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path) -> None:
    assert code(read_file(tmp_path / "gone.txt")) == "R002"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert [p.code for p in read_source(tmp_path).problems] == ["R002"]


def test_a_link_to_its_own_folder_ends(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(find_files(tmp_path)) <= 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "R004"),
        (b" \n\t\r\n", "R004"),
        ("\u200b\ufeff".encode(), "R004"),
        (bytes(range(256)) * 20, "R005"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "R005"),
        (b"%PDF-1.7\n1 0 obj", "R006"),
        (b"PK\x03\x04" + b"\x00" * 40, "R006"),
        (b'{"text": "The army withdrew."}', "R006"),
        (b"{\\rtf1 The army withdrew.}", "R006"),
        (b"<html><body><script>load()</script></body></html>", "R007"),
        ("أعلنت القوات المسلحة أنها استعادت السيطرة على المدينة.".encode(), "R008"),
        ("Министр обороны заявил, что войска покинули город.".encode("cp1251"), "R008"),
        ("Le ministre a déclaré que les troupes ont quitté la ville.".encode(), "R008"),
    ],
)
def test_what_cannot_be_read_is_a_problem(data: bytes, expected: str) -> None:
    assert code(read_bytes(data, name="-")) == expected


def test_a_file_over_the_limit_is_refused() -> None:
    assert code(read_bytes(b"a " * 60, name="x", limits=Limits(max_bytes=100))) == "R003"


def test_a_text_over_the_limit_is_refused() -> None:
    result = read_bytes(b"The army withdrew. " * 300_000, name="big.txt")
    assert code(result) == "R009"
    assert "Split it" in str(result)


def test_a_long_text_is_read() -> None:
    assert len(document(read_text(REPORT * 5_000)).text) > 700_000


def test_the_date_given_is_the_date() -> None:
    day = date(2021, 5, 12)
    text = "TRIPOLI, Aug. 20, 2020 (Reuters) - " + REPORT
    published = document(read_text(text, published=day)).published
    assert published == Publication(earliest=day, latest=day, basis=PublicationBasis.GIVEN)


def test_the_dateline_is_the_date_where_none_is_given() -> None:
    found = document(read_text("TRIPOLI, Aug. 20, 2020 (Reuters) - " + REPORT))
    assert found.published is not None
    assert found.published.earliest == found.published.latest == date(2020, 8, 20)
    assert found.published.basis is PublicationBasis.DATELINE
    assert found.published.span is not None
    assert found.published.span.quote == "Aug. 20, 2020"


def test_published_is_taken_over_updated() -> None:
    text = f"Army takes bridge\n\nUpdated: 22 August 2020\n\nPublished: 20 August 2020\n\n{REPORT}"
    found = document(read_text(text)).published
    assert found is not None
    assert found.earliest == date(2020, 8, 20)


def test_no_date_is_invented() -> None:
    text = "KABUL (Reuters) - On August 20, 2020 the army withdrew. " + REPORT
    assert document(read_text(text)).published is None


def test_headline_and_byline_are_known() -> None:
    found = document(read_text(f"Army takes bridge\n\nBy Jane Doe\n\n{REPORT}"))
    assert (found.title, found.byline) == ("Army takes bridge", "Jane Doe")


SHAPES = [
    *("(", "[", "<", "<a ", "<!--", "&#", "*", "_", "`", "[a](", "A ", "a-\n", "By A ", "FILE - "),
    *("A/", "a, ", "1", "12 MAY ", "Photo: ", "—", "\n", " \n", "U.S. ", '"', "the ", "NATIONAL "),
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html"])
def test_repetition_is_no_trouble(shape: str, name: str) -> None:
    result = read_bytes(shape.encode() * 40_000, name=name)
    assert isinstance(result, Document | Problem)


@settings(deadline=None, max_examples=200)
@given(data=st.binary(max_size=400), name=st.sampled_from(["x.txt", "x.md", "x.html", "x"]))
def test_any_bytes_are_a_document_or_a_problem(data: bytes, name: str) -> None:
    result = read_bytes(data, name=name)
    assert isinstance(result, Document | Problem)


@given(st.text())
def test_any_text_is_a_document_or_a_problem(text: str) -> None:
    result = read_text(text)
    if isinstance(result, Document):
        assert all(0 <= s.start < s.end <= len(result.text) for s in result.segments)


MARKUP = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<",
            ">",
            "&amp;",
            "&#0;",
        ),
        *("the", " army said ", "<![CDATA[", "<table><td>", "\x00", "é"),
        "<meta name=date content='2020-08-20'>",
    ]
)


@settings(deadline=None, max_examples=100)
@given(st.lists(MARKUP, max_size=40).map("".join))
def test_any_markup_is_a_document_or_a_problem(markup: str) -> None:
    assert isinstance(read_bytes(markup.encode(), name="page.html"), Document | Problem)


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(Format)


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("TRIPOLI, Aug 20, 2020 (Reuters) -", "Reuters"),
        ("MOSCOW, August 20. /TASS/.", "TASS"),
        ("HAVANA (CUBA), 18 May 1990 (EFE) --", "EFE"),
        ("PARIS (May 4, 2020) -", None),
        ("HAVANA, 18 May 1990 -", None),
    ],
)
def test_the_agency_of_a_dateline_is_the_publisher(dateline: str, agency: str | None) -> None:
    document = read_text(f"{dateline} The army withdrew from the town.")
    assert isinstance(document, Document)
    assert document.publisher == agency


def test_a_title_dates_what_it_tells_of_where_the_text_goes_on_long_after_it() -> None:
    title = "The attack on the church at Tavo, 6 September 1999"
    body = "The army attacked the church. A court acquitted the officers on 15 August 2002."
    document = read_text(f"{title}\n\n{body}")
    assert isinstance(document, Document)
    assert document.published is None
