from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import OntologyError
from khaldun.ontology.registry.cells import (
    read_interval,
    read_labels,
    read_memberships,
    read_offices,
)
from khaldun.ontology.registry.index import Label


def test_labels_carry_their_marks() -> None:
    assert read_labels("United States; US=; Congo~; ME=~") == (
        Label(text="United States"),
        Label(text="US", exact=True),
        Label(text="Congo", weak=True),
        Label(text="ME", weak=True, exact=True),
    )


@pytest.mark.parametrize("cell", [None, "", " ; "])
def test_an_empty_cell_has_no_labels(cell: str | None) -> None:
    assert read_labels(cell) == ()


def test_a_mark_without_a_name_is_an_error() -> None:
    with pytest.raises(OntologyError, match="only a mark"):
        read_labels("Congo; ~")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2004-03-09/", date(2004, 3, 9), None),
        ("/2011", None, date(2011, 12, 31)),
        ("2016-03/2021-02", date(2016, 3, 1), date(2021, 2, 28)),
        ("1999/2000-12", date(1999, 1, 1), date(2000, 12, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("", None, None),
    ],
)
def test_partial_dates_reach_as_far_as_they_may(
    text: str, start: date | None, end: date | None
) -> None:
    assert read_interval(text) == (start, end)


@pytest.mark.parametrize(
    "text", ["spring 2014/", "2014-13/", "2014-02-30/", "14/15", "2014/2015/2016"]
)
def test_what_is_no_date_is_an_error(text: str) -> None:
    with pytest.raises(OntologyError):
        read_interval(text)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_days_are_read_as_written(start: date, end: date) -> None:
    assert read_interval(f"{start.isoformat()}/{end.isoformat()}") == (start, end)


def test_offices_have_title_body_and_dates() -> None:
    first, second = read_offices("foreign minister @state-rus 2004-03-09/; leader @group-lna")
    assert (first.title, first.of, first.start, first.end) == (
        "foreign minister",
        "state-rus",
        date(2004, 3, 9),
        None,
    )
    assert (second.title, second.of, second.start) == ("leader", "group-lna", None)


def test_an_office_that_ends_before_it_starts_is_an_error() -> None:
    with pytest.raises(OntologyError, match="ends before it starts"):
        read_offices("president @state-xxx 2014/2012")


@pytest.mark.parametrize("cell", ["president of Utopia", "@state-rus 2004/", "president @"])
def test_an_office_names_title_and_body(cell: str) -> None:
    with pytest.raises(OntologyError):
        read_offices(cell)


def test_a_membership_has_no_title() -> None:
    (membership,) = read_memberships("@org-nato 1952-02-18/")
    assert (membership.of, membership.start) == ("org-nato", date(1952, 2, 18))
    with pytest.raises(OntologyError, match="a membership is written"):
        read_memberships("member @org-nato")
