"""EDTF strings against the reference implementation."""

from datetime import date

import edtf
import pytest

from khaldun.coding.times import normalise_phrase

PHRASES = [
    ("20 August 2020", "2020-08-20"),
    ("March 2019", "2019-03"),
    ("2016", "2016"),
    ("this spring", "2020-21"),
    ("the 1990s", "199X"),
    ("the 20th century", "19XX"),
    ("the first quarter of 2020", "2020-33"),
    ("H2 2019", "2019-41"),
    ("mid-2020", "2020-04-01~/2020-09-30~"),
    ("earlier this month", "2020-09-01/2020-09-10"),
    ("last week", "2020-08-31/2020-09-06"),
    ("the last two years", "2018-09-10~/2020-09-10~"),
]


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_what_is_written_is_edtf(phrase: str, expected: str) -> None:
    found = normalise_phrase(phrase, date(2020, 9, 10))
    assert found is not None
    assert found.edtf == expected
    assert edtf.parse_edtf(expected)


@pytest.mark.parametrize("phrase", ["for months", "every Friday", "daily"])
def test_what_has_no_days_has_no_edtf(phrase: str) -> None:
    found = normalise_phrase(phrase, date(2020, 9, 10))
    assert found is not None
    assert found.edtf is None
