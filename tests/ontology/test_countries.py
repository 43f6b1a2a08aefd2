import pytest

from khaldun.ontology import countries, country_named, country_numbered, registry


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Libya", "LBY"),
        ("LBY", "LBY"),
        ("Russia (Soviet Union)", "RUS"),
        ("Yemen (North Yemen)", "YEM"),
        ("DR Congo (Zaire)", "COD"),
        ("United States of America", "USA"),
        ("Syrian Arab Republic", "SYR"),
        ("Atlantis", None),
    ],
)
def test_names_of_data_sets_are_known(name: str, iso3: str | None) -> None:
    assert country_named(name) == iso3


@pytest.mark.parametrize(
    ("number", "code_list", "iso3"),
    [(434, "numeric", "LBY"), (620, "gw", "LBY"), (255, "cow", "DEU"), (260, "gw", "DEU")],
)
def test_numbers_are_those_of_their_list(number: int, code_list: str, iso3: str) -> None:
    assert country_numbered(number, code_list) == iso3


@pytest.mark.parametrize("code_list", ["numeric", "gw", "cow"])
def test_no_number_is_given_twice(code_list: str) -> None:
    numbers = [getattr(country, code_list) for country in countries().values()]
    present = [number for number in numbers if number is not None]
    assert len(present) == len(set(present))


def test_regions_of_ucdp_follow_from_its_numbers() -> None:
    regions = {iso3: countries()[iso3].ucdp_region for iso3 in ("LBY", "SYR", "UKR", "MMR", "COL")}
    assert list(regions.values()) == ["Africa", "Middle East", "Europe", "Asia", "Americas"]


def test_every_state_of_the_registry_that_still_exists_is_a_country() -> None:
    ended = {"CSK", "DDR", "SCG", "SUN", "YUG", "YMD", "VDR"}
    states = {e.country for e in registry() if e.kind == "state" and e.country} - ended
    assert states <= set(countries())
