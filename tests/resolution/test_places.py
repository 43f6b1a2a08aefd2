"""How two places stand to each other."""

from dataclasses import replace

import pytest

from khaldun.record import Place
from khaldun.resolution import place_id
from khaldun.resolution.places import Whereabouts, distance, whereabouts
from tests.resolution.builders import COUNTRY, NEXT_TOWN, REGION, TOWN

UNPLACED = replace(TOWN, id="x", name="Kouloum", latitude=None, longitude=None)
ABROAD = replace(TOWN, id="abroad", country="CMR")
QUARTER = replace(TOWN, id="quarter", name="Quarter", kind="quarter", latitude=8.6)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TOWN, TOWN, Whereabouts.SAME),
        (TOWN, replace(TOWN, id="again", latitude=8.571), Whereabouts.SAME),
        (TOWN, NEXT_TOWN, Whereabouts.APART),
        (TOWN, REGION, Whereabouts.WITHIN),
        (TOWN, COUNTRY, Whereabouts.WITHIN),
        (TOWN, QUARTER, Whereabouts.WITHIN),
        (TOWN, ABROAD, Whereabouts.APART),
        (TOWN, UNPLACED, Whereabouts.APART),
        (REGION, UNPLACED, Whereabouts.UNKNOWN),
        (UNPLACED, replace(UNPLACED, id="y", name="kouloum"), Whereabouts.SAME),
    ],
)
def test_two_places(one: Place, other: Place, expected: Whereabouts) -> None:
    assert whereabouts(one, other) is whereabouts(other, one) is expected


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    away = distance(TOWN, replace(TOWN, latitude=9.57))
    assert away == pytest.approx(111.2, abs=0.1)
    assert distance(TOWN, UNPLACED) is None


def test_the_id_is_that_of_geonames_or_made_of_name_and_country() -> None:
    assert place_id(replace(TOWN, geonames_id=7)) == "geo-7"
    assert place_id(UNPLACED) == place_id(replace(UNPLACED, id="z", name="KOULOUM"))
    assert place_id(UNPLACED) != place_id(replace(UNPLACED, country="CMR"))
