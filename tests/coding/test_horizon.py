from datetime import date

import pytest

from khaldun.coding.chain import draft_of
from khaldun.record import Document, Publication, PublicationBasis, TimeBasis, When

_DAY = date(2024, 5, 15)


def _horizon(text: str) -> When:
    published = Publication(earliest=_DAY, latest=_DAY, basis=PublicationBasis.GIVEN)
    (found,) = draft_of(Document(id="d", text=text, language="en", published=published)).forecasts
    return found.horizon


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("this year", _DAY, date(2024, 12, 31)),
        ("by the end of the year", _DAY, date(2024, 12, 31)),
        ("within two weeks", _DAY, date(2024, 5, 29)),
        ("in August", date(2024, 8, 1), date(2024, 8, 31)),
    ],
)
def test_a_horizon_begins_with_publication(when: str, first: date, last: date) -> None:
    found = _horizon(f"The truce will probably collapse {when}.")
    assert (found.earliest, found.latest, found.basis) == (first, last, TimeBasis.STATED)


@pytest.mark.parametrize("when", ["within weeks", "for years", "as it did in 2019"])
def test_what_has_no_end_in_days_leaves_it_open(when: str) -> None:
    found = _horizon(f"The truce will probably collapse {when}.")
    assert (found.earliest, found.latest, found.basis) == (_DAY, None, TimeBasis.PUBLICATION)


def test_what_was_foretold_long_ago_begins_then() -> None:
    found = _horizon("In April 2019 diplomats predicted that the army would take the town.")
    assert (found.earliest, found.basis) == (date(2019, 4, 1), TimeBasis.CARRIED)
    soon = _horizon("On Monday diplomats predicted that the army would take the town.")
    assert (soon.earliest, soon.basis) == (_DAY, TimeBasis.PUBLICATION)
