"""When a text was published, where nothing but the text says so."""

from datetime import date

from khaldun.coding.draft import Draft
from khaldun.coding.publication import Dated, infer_publication
from khaldun.coding.syntax import parse
from khaldun.coding.times import run
from khaldun.record import (
    Document,
    Publication,
    PublicationBasis,
    Segment,
    SegmentKind,
    Span,
)


def published(text: str, *segments: Segment) -> Publication | None:
    document = Document(id="d", text=text, language="en", segments=segments)
    return run(Draft(document=document, syntax=parse(document))).published


def test_it_is_not_before_the_latest_thing_told_as_past() -> None:
    found = published("In 2016 he came to power. By mid-2020 he had lost. On August 20 he left.")
    assert found is not None
    assert (found.earliest, found.basis) == (date(2020, 8, 20), PublicationBasis.INFERRED)
    assert found.latest == date(2020, 12, 31)
    assert found.span is not None
    assert found.span.quote == "August 20"


def test_a_year_nearly_over_leaves_ninety_days() -> None:
    found = published("The army lost the pass in 2019. On December 20 it sued for peace.")
    assert found is not None
    assert (found.earliest, found.latest) == (date(2019, 12, 20), date(2020, 3, 19))


def test_what_is_to_come_does_not_date_a_text() -> None:
    found = published(
        "In June 2020 they signed. They will vote in December 2021, he said recently."
    )
    assert found is not None
    assert found.earliest == date(2020, 6, 1)


def test_without_a_dated_thing_nothing_is_inferred() -> None:
    assert published("The army withdrew from the town and burned the bridge.") is None


def test_a_text_that_gives_every_year_may_be_of_any_later_time() -> None:
    assert published("On 7 May 1954 the base fell. In July 1954 a truce was signed.") is None


def test_a_weekday_alone_dates_nothing() -> None:
    assert published("Troops shelled the town on Monday.") is None


def test_a_serial_number_gives_a_dateline_its_year() -> None:
    text = "Release 2019-04-PR-017\n\nJUBA (April 12) - The army withdrew."
    found = published(
        text,
        Segment(start=0, end=22, kind=SegmentKind.PROMOTION),
        Segment(start=24, end=41, kind=SegmentKind.DATELINE),
        Segment(start=42, end=len(text), kind=SegmentKind.BODY),
    )
    assert found is not None
    assert (found.earliest, found.latest) == (date(2019, 4, 12), date(2019, 4, 12))
    assert found.basis is PublicationBasis.DATELINE


def test_a_serial_number_alone_gives_its_month() -> None:
    found = published("Release 2019-02-PR-017\n\nThe army withdrew yesterday.")
    assert found is not None
    assert (found.earliest, found.latest) == (date(2019, 2, 1), date(2019, 2, 28))


def test_the_end_of_the_calendar_is_no_error() -> None:
    span = Span(0, 1, "x")
    last = infer_publication(
        [Dated(first=date(9999, 12, 31), span=span, yearless=True)], speaks_of_now=False
    )
    assert last is not None
    assert last.latest == date.max


def test_what_has_gone_on_since_a_year_does_not_tell_the_year_of_a_weekday() -> None:
    text = "Angola has mediated since 2022. On Tuesday the rebels took the town."
    assert published(text) is None
