from datetime import date
from typing import Any

import pytest

from khaldun.reading.datelines import (
    date_line,
    dated_title,
    dateline_length,
    is_dateline,
    undated,
)
from khaldun.reading.furniture import is_upper
from khaldun.reading.resource import load_resource

PATTERNS: list[dict[str, Any]] = load_resource("datelines")["patterns"]
LINE: dict[str, Any] = load_resource("datelines")["line"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [(e["text"], e["dateline"]) for p in PATTERNS for e in p.get("examples", [])],
)
def test_examples_of_the_patterns(text: str, dateline: str) -> None:
    assert text[: dateline_length(text, upper=is_upper(text), first=True)] == dateline


@pytest.mark.parametrize("text", [c for p in PATTERNS for c in p.get("counter", [])])
def test_counter_examples_have_no_dateline(text: str) -> None:
    assert dateline_length(text, upper=is_upper(text), first=True) == 0


@pytest.mark.parametrize(("text", "day"), [(e["text"], e["date"]) for e in LINE["examples"]])
def test_lines_that_are_dates(text: str, day: date) -> None:
    found = date_line(text)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("text", LINE["counter"])
def test_lines_that_are_not_dates(text: str) -> None:
    assert date_line(text) is None


def test_one_dateline_may_follow_another() -> None:
    text = "BOGOTA, 18 AUG 89 (EFE) -- [TEXT] MEDELLIN -- THE CHIEF WAS KILLED."
    assert text[: dateline_length(text, upper=True, first=True)].endswith("MEDELLIN --")


def test_a_dateline_on_a_line_of_its_own() -> None:
    assert is_dateline("KABUL, Afghanistan (June 25, 2011)")
    assert not is_dateline("Kabul falls")


@pytest.mark.parametrize("text", [e for p in PATTERNS for e in p.get("alone_examples", [])])
def test_place_and_whole_date_alone_are_a_dateline(text: str) -> None:
    assert is_dateline(text)


def test_what_happened_on_a_day_is_no_dateline() -> None:
    assert not is_dateline("Attack on Tavo, 19 May 2008")


@pytest.mark.parametrize("title", ["Weekly brief, 20 May 2021", "Nairobi | May 20, 2021"])
def test_the_date_that_a_title_closes_with(title: str) -> None:
    found = dated_title(title)
    assert found is not None
    assert found.day == date(2021, 5, 20)


@pytest.mark.parametrize("title", ["What 20 May 2021 changed", "The town that fell on 20 May 2021"])
def test_a_date_within_a_title_is_not_its_own(title: str) -> None:
    assert dated_title(title) is None


def test_the_author_of_a_dated_line() -> None:
    assert undated("Jane Doe, 20 June 2025") == "Jane Doe"


def test_a_letterhead_with_a_dash_is_no_dateline() -> None:
    assert dateline_length("COMBINED FORCE – CHAD", upper=False, first=True) == 0
    assert dateline_length("KABUL – The army withdrew.", upper=False, first=True) > 0
