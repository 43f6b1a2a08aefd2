import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from khaldun.exchange.geojson import to_geojson
from khaldun.record import Account, Precision
from tests.exchange.accounts import accounts, few


def _features(account: Account) -> list[dict[str, Any]]:
    collection = json.loads(to_geojson(account).data)
    assert collection["type"] == "FeatureCollection"
    features: list[dict[str, Any]] = collection["features"]
    return features


def _with(account: Account, precision: Precision | None) -> Account:
    return replace(account, events=(replace(account.events[0], precision=precision),))


@few
@given(accounts)
def test_every_event_is_a_feature_with_a_point_or_none(account: Account) -> None:
    features = _features(account)
    assert [feature["id"] for feature in features] == [event.id for event in account.events]
    for feature in features:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        if feature["geometry"]:
            assert feature["geometry"]["type"] == "Point"
            assert feature["properties"]["geo_precision"] in ("point", "town")


@pytest.mark.parametrize("precision", [Precision.POINT, Precision.TOWN])
def test_longitude_comes_first(account: Account, precision: Precision) -> None:
    [feature] = _features(_with(account, precision))
    assert feature["geometry"] == {"type": "Point", "coordinates": [-7.25, 61.5]}


@pytest.mark.parametrize(
    "precision", [Precision.DISTRICT, Precision.REGION, Precision.COUNTRY, None]
)
def test_what_is_no_point_is_not_drawn_as_one(account: Account, precision: Precision) -> None:
    [feature] = _features(_with(account, precision))
    assert feature["geometry"] is None
    assert feature["properties"]["latitude"] == 61.5


def test_days_are_text_and_nothing_is_left_out(account: Account) -> None:
    properties = _features(account)[0]["properties"]
    assert (properties["date_start"], properties["date_end"]) == ("2025-03-04", "2025-03-04")
    assert "url" not in properties
