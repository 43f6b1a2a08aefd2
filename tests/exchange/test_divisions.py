from khaldun.exchange.divisions import admin1_of
from khaldun.gazetteer import gazetteer
from khaldun.record import Place

CITY = gazetteer().find("Kharkiv")[0]


def _place(**changes: object) -> Place:
    values = {
        "id": "p1",
        "name": CITY.name,
        "country": CITY.country,
        "latitude": CITY.latitude,
        "longitude": CITY.longitude,
        "geonames_id": CITY.geonames_id,
    }
    return Place(**(values | changes))  # type: ignore[arg-type]


def test_a_town_lies_in_its_division() -> None:
    assert CITY.region is not None
    assert admin1_of(_place()) == CITY.region


def test_without_an_id_the_coordinates_must_be_the_same() -> None:
    assert admin1_of(_place(geonames_id=None)) == CITY.region
    assert admin1_of(_place(geonames_id=None, latitude=1.0, longitude=1.0)) is None


def test_a_namesake_is_not_taken_for_it() -> None:
    assert admin1_of(_place(geonames_id=1)) is None


def test_a_place_of_no_gazetteer_has_none() -> None:
    assert admin1_of(Place(id="p1", name="Karda")) is None
