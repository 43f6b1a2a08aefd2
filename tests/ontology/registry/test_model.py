from datetime import date

import pytest

from khaldun.errors import OntologyError
from khaldun.ontology import DatedMembership, DatedOffice


def test_an_office_is_held_from_its_first_day_to_its_last() -> None:
    office = DatedOffice(title="mayor", of="state-x", start=date(2014, 5, 1), end=date(2016, 5, 31))
    assert office.held_on(date(2014, 5, 1))
    assert office.held_on(date(2016, 5, 31))
    assert not office.held_on(date(2014, 4, 30))
    assert not office.held_on(date(2016, 6, 1))


def test_an_unknown_end_excludes_no_day() -> None:
    membership = DatedMembership(of="org-x", start=date(2014, 5, 1))
    assert membership.held_on(date(2100, 1, 1))
    assert DatedMembership(of="org-x").held_on(date(1900, 1, 1))


def test_an_interval_in_the_wrong_order_is_an_error() -> None:
    with pytest.raises(OntologyError, match="ends before it starts"):
        DatedMembership(of="org-x", start=date(2014, 5, 1), end=date(2014, 4, 30))
