"""Which block a report lies in, and how far a change reaches."""

import pytest

from khaldun.record import EventType, Status, When
from khaldun.resolution import reach, report_key
from tests.resolution.builders import MAY, on, report, undated


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (on(MAY[14]), "ASSAULT|2019-05-14"),
        (on(MAY[12], MAY[14]), "ASSAULT|2019-05-14"),
        (undated(MAY[15]), "ASSAULT|2019-05-15"),
        (on(MAY[1], MAY[31]), "ASSAULT|2019-05-01/2019-05-31"),
    ],
    ids=["a day", "some days", "only published", "a month"],
)
def test_the_block_is_the_family_and_the_last_day(when: When, expected: str) -> None:
    assert report_key(report("a", when=when)) == expected


def test_what_has_no_date_lies_with_its_copies_alone() -> None:
    keys = {report_key(report(name, when=on(None))) for name in ("a", "b")}
    assert len(keys) == 2


def test_what_is_planned_lies_apart_from_what_happened() -> None:
    planned = report("a", status=Status.PLANNED, type=EventType.CONCEDE)
    assert report_key(planned) == "RETREAT-|2019-05-14"


def test_a_change_reaches_a_fortnight_of_its_family() -> None:
    found = reach(["ASSAULT|2019-05-14"])
    assert set(found.owned) <= set(found.needed)
    assert "ASSAULT|2019-05-27" in found.owned
    assert "ASSAULT|2019-05-28" not in found.owned
    assert all(key.startswith("ASSAULT|") for key in found.needed)


def test_a_broad_range_reaches_only_itself() -> None:
    key = "ASSAULT|2019-05-01/2019-05-31"
    assert reach([key]).needed == (key,)


def test_what_people_put_together_is_reached_together() -> None:
    far = "ASSAULT|2021-01-01"
    found = reach(["ASSAULT|2019-05-14"], together=[("ASSAULT|2019-05-20", far)])
    assert far in found.owned


def test_the_first_and_the_last_days_of_the_calendar_do_no_harm() -> None:
    assert reach(["ASSAULT|0001-01-02", "ASSAULT|9999-12-30"]).owned
