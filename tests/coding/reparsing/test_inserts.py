import pytest

from khaldun.coding.reparsing.inserts import Kind, inserts
from khaldun.coding.syntax import parse
from khaldun.record import Document


def _found(text: str) -> list[tuple[str, Kind]]:
    words = parse(Document(id="d", text=text, language="en")).words
    return [(text[words[i.opening].start : words[i.closing].end], i.kind) for i in inserts(words)]


@pytest.mark.parametrize(
    ("text", "insert", "kind"),
    [
        ("The front, which Chad backs, took Tavo.", ", which Chad backs,", Kind.RELATIVE),
        ("Some men, many of whom lied, have left.", ", many of whom lied,", Kind.RELATIVE),
        ("The front, armed by Chad, took Tavo.", ", armed by Chad,", Kind.PARTICIPLE),
        ("The front, in a raid, took Tavo.", ", in a raid,", Kind.ADJUNCT),
        ("The chief, General Marek, took Tavo.", ", General Marek,", Kind.APPOSITION),
        ("Chad, the ministry said, took Tavo.", ", the ministry said,", Kind.SPEAKER),
        ("The front (a young one) took Tavo.", "(a young one)", Kind.BRACKET),
        ("The front – a young one – took Tavo.", "– a young one –", Kind.BRACKET),
    ],
)
def test_what_stands_between_marks_may_be_taken_out(text: str, insert: str, kind: Kind) -> None:
    assert _found(text) == [(insert, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Niger and Mali took Tavo.",
        "The front took Tavo, burned it, and left.",
        "Soldiers took flour, tents and medicine, officials said.",
        "If the front, though, and Chad",
        "The front, which",
    ],
)
def test_parts_of_a_list_and_of_a_broken_sentence_stay(text: str) -> None:
    assert _found(text) == []
