from pathlib import Path
from typing import Any

import msgspec
import pytest

import khaldun
from khaldun.errors import UsageError
from khaldun.record import Report
from khaldun.web.correcting import FIELDS, Asked, value_of
from khaldun.workspace import Record
from tests.web.conftest import TEXT


def corrected(record: Record, field: str, words: str = "", of: str | None = None) -> Any:
    """The value that a reviewer gets who writes `words` and selects `of` in the text."""
    stated = next(s for s in record.reports() if s.item.type == "ASSAULT")
    whole = record.coded(stated.document).document.text
    start = whole.index(of) if of else 0
    span = (start, start + len(of)) if of else None
    value = value_of(field, Asked(record=record, stated=stated, words=words, span=span))
    record.correct(stated.id, field, value, by="Amina")
    return msgspec.json.decode(value)


@pytest.fixture
def opened(record: Path) -> Any:
    with khaldun.open(record) as found:
        yield found


def now(record: Record) -> Report:
    return next(s.item for s in record.reports() if s.item.type == "ASSAULT")


def test_a_party_is_selected_in_the_text(opened: Record) -> None:
    corrected(opened, "recipients", of="France")
    names = dict(opened.names(now(opened).recipients))
    assert list(names.values()) == ["France"]


def test_parties_are_written_by_name(opened: Record) -> None:
    corrected(opened, "recipients", "France; rebels")
    assert len(now(opened).recipients) == 2


def test_a_name_that_nobody_has_is_told(opened: Record) -> None:
    with pytest.raises(UsageError, match="no actor is called 'Ruritania'"):
        corrected(opened, "actors", "Ruritania")


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("2024-03-02", "2024-03-02", "2024-03-02"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-03-01/2024-03-04", "2024-03-01", "2024-03-04"),
        ("../2024-03", None, "2024-03-31"),
        ("", None, None),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(
    opened: Record, words: str, earliest: str | None, latest: str | None
) -> None:
    value = corrected(opened, "when", words)
    assert (value["earliest"], value["latest"]) == (earliest, latest)


def test_a_date_is_selected_in_the_text(opened: Record) -> None:
    assert corrected(opened, "when", of="April")["earliest"] == "2024-04-01"


def test_what_is_no_day_is_told(opened: Record) -> None:
    with pytest.raises(UsageError, match="write 2019-05-14"):
        corrected(opened, "when", "last week")


def test_a_source_is_written_and_its_cue_selected(opened: Record) -> None:
    [link] = corrected(opened, "attribution", "the defence ministry", of="said")
    assert (link["holder"], link["cue"]["quote"]) == ("the defence ministry", "said")


def test_nobody_but_the_author_says_it(opened: Record) -> None:
    assert corrected(opened, "attribution") == []


def test_a_count_is_written_with_its_words_selected(opened: Record) -> None:
    [count] = corrected(opened, "quantities", "killed 10-12 fighters", of="12 fighters")
    assert (count["role"], count["minimum"], count["maximum"]) == ("killed", 10, 12)
    assert count["span"]["quote"] == "12 fighters"


def test_how_sure_keeps_its_cue(opened: Record) -> None:
    value = corrected(opened, "certainty", "PR+", of="said")
    assert value["value"] == "PR+"
    assert [cue["quote"] for cue in value["cues"]] == ["said"]


def test_a_span_must_be_selected(opened: Record) -> None:
    with pytest.raises(UsageError, match="select the words"):
        corrected(opened, "evidence", "the whole")


def test_words_outside_the_text_are_none(opened: Record) -> None:
    stated = next(iter(opened.reports()))
    asked = Asked(record=opened, stated=stated, words="", span=(0, len(TEXT) + 10))
    with pytest.raises(UsageError, match="there are no words"):
        value_of("trigger", asked)


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_that_is_offered_is_one_of_its_kind(kind: type) -> None:
    names = {field.name for field in FIELDS[kind]}
    assert names < set(kind.__dataclass_fields__)
    left = set(kind.__dataclass_fields__) - names
    assert left <= {"id", "rule", "confidence", "cameo"}
