import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.hyphens import Hyphens
from khaldun.reading.normal import normalise
from khaldun.reading.resource import load_resource

WRAPPED = """\
The army said on Monday that it had taken the bridge and the
mill on the eastern bank after two days of fighting with the
rebels, who denied it.

   A spokesman for the governor said that talks would go on in
the capital, where envoys of three states have met since June.
"""


def test_wrapped_lines_become_paragraphs() -> None:
    assert normalise(WRAPPED).split("\n\n") == [
        "The army said on Monday that it had taken the bridge and the mill on the eastern bank "
        "after two days of fighting with the rebels, who denied it.",
        "A spokesman for the governor said that talks would go on in the capital, where envoys "
        "of three states have met since June.",
    ]


def test_lines_of_a_letterhead_stay_apart() -> None:
    lines = [
        "MINISTRY OF DEFENCE OF THE REPUBLIC OF ORSIA",
        "Joint Operations Command – Release No. 118 of the press",
        "Port Tavo, 19 May 2008",
    ]
    assert normalise("\n".join(lines) + "\n\n" + WRAPPED).split("\n\n")[:3] == lines


def test_a_paragraph_a_line_stays_so() -> None:
    lines = [f"Sentence {n} says that the army took the bridge. " * 5 for n in range(4)]
    assert normalise("\n".join(lines)) == "\n\n".join(line.strip() for line in lines)


def test_a_sentence_a_line_stays_so() -> None:
    lines = ["The army took the bridge on Monday.", "Rebels denied it.", "Talks go on in Goma."]
    assert normalise("\n".join(lines)).split("\n\n") == lines


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    assert normalise("The army took the bridge and\nthe mill.") == (
        "The army took the bridge and the mill."
    )


def test_short_lines_above_long_ones_stay_apart() -> None:
    long = "The army said on Monday that it had taken the bridge after days of fighting. " * 3
    assert normalise(f"Army takes bridge\nBy Jane Doe\n{long}").split("\n\n")[:2] == [
        "Army takes bridge",
        "By Jane Doe",
    ]


def test_indented_lines_open_paragraphs() -> None:
    text = (
        "  The army said on Monday that it had taken the bridge and\n"
        "the mill.\n"
        "  The rebels denied it and said that they would fight on in\n"
        "the hills above the town.\n"
    )
    assert len(normalise(text).split("\n\n")) == 2


def test_list_items_stay_apart() -> None:
    assert normalise("The terms are:\n- a truce\n- an exchange of captives") == (
        "The terms are:\n\n- a truce\n\n- an exchange of captives"
    )


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\n\r\nb", "a\n\nb"),
        ("a\u00a0\u2009\tb", "a b"),
        ("cease\u00adfire", "ceasefire"),
        ("Haf\u200btar\u202e said\ufeff", "Haftar said"),
        ("a\x00b", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("e\u0301", "é"),
        ("one\u2029two", "one\n\ntwo"),
        ("hidden\U000e0041", "hidden"),
        ("the town.[12][a] The army", "the town. The army"),
        ("a [3] b and x[12]y", "a [3] b and x[12]y"),
    ],
)
def test_characters(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


@pytest.mark.parametrize("example", load_resource("hyphens")["examples"])
def test_broken_words(example: dict[str, object]) -> None:
    lines = example["lines"]
    assert isinstance(lines, list)
    assert Hyphens("").join(lines) == example["joined"]


def test_a_broken_word_is_spelled_as_elsewhere() -> None:
    assert Hyphens("the counter-attack").join(["a counter-", "attack"]) == "a counter-attack"
    assert Hyphens("the counterattack").join(["a counter-", "attack"]) == "a counterattack"


@given(st.text())
def test_normal_text_is_clean(raw: str) -> None:
    text = normalise(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert not any("\ud800" <= c <= "\udfff" or c in "\x00\r\t\u00ad\u200b\u202e" for c in text)
    for paragraph in text.split("\n\n"):
        assert paragraph == paragraph.strip()
        assert "\n" not in paragraph


@given(st.text(alphabet="abcXYZ019 .,-\n\r\t\u00a0\u200b\u00ad\u2028"))
def test_words_are_not_lost(raw: str) -> None:
    letters = [c for c in raw if c.isalnum()]
    assert [c for c in normalise(raw) if c.isascii() and c.isalnum()] == letters


def test_a_byline_is_no_part_of_the_headline_above_it() -> None:
    text = "Harun and the sea\nBy Hana Idris\n12 June 2024\n\nThe army moved.\nIt is a long story."
    assert normalise(text).split("\n\n")[:2] == ["Harun and the sea", "By Hana Idris"]
