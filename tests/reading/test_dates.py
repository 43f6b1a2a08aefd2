from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Aug. 20, 2020", date(2020, 8, 20)),
        ("August 20th, 2020", date(2020, 8, 20)),
        ("20 August 2020", date(2020, 8, 20)),
        ("12 JAN 90", date(1990, 1, 12)),
        ("2020-08-20T10:00:00Z", date(2020, 8, 20)),
        ("20.08.2020", date(2020, 8, 20)),
        ("20/08/2020", date(2020, 8, 20)),
        ("Sept 5 2011", date(2011, 9, 5)),
    ],
)
def test_full_dates(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["August 2020", "20 August", "05/06/2020", "31 February 2020", "May 12 10:30", "2020"]
)
def test_what_is_no_full_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(alphabet="0123456789 /-.,MayJunAPR'"))
def test_offsets_are_those_of_the_text(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end].strip() == text[found.start : found.end]
