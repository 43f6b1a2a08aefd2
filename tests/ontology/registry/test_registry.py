import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.ontology import RegistryKind, fold_name, registry, sectors


def test_every_name_finds_its_entry() -> None:
    for listing in registry().listings:
        for label in listing.names:
            assert listing.entry in registry().find(label.text)


def test_ids_are_slugs_that_get_finds() -> None:
    for entry in registry():
        assert re.fullmatch(r"[a-z0-9-]+", entry.id)
        assert registry().get(entry.id) is entry


def test_every_entry_has_a_sector() -> None:
    assert all(entry.sector in sectors() for entry in registry())


def test_every_country_of_an_entry_is_in_the_registry() -> None:
    assert all(registry().state(entry.country) for entry in registry() if entry.country)


def test_every_state_stands_under_its_code() -> None:
    states = [entry for entry in registry() if entry.kind is RegistryKind.STATE]
    assert len(states) >= 195
    for entry in states:
        assert entry.country
        assert entry.id == f"state-{entry.country.lower()}"
        assert registry().state(entry.country.lower()) is entry


def test_states_of_today_have_a_capital_and_a_demonym() -> None:
    gone = {"SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "VAT"}
    for entry in registry():
        if entry.kind is RegistryKind.STATE and entry.country not in gone:
            assert entry.capital, entry.id
            assert entry.demonyms, entry.id


@pytest.mark.parametrize(
    ("name", "entry_id"),
    [
        ("Russia", "state-rus"),
        ("the Russian Federation", "state-rus"),
        ("Côte d’Ivoire", "state-civ"),
        ("DRC", "state-cod"),
        ("the U.S.", "state-usa"),
        ("Khalifa Hifter", "person-haftar"),
        ("Fayez Serraj", "person-sarraj"),
        ("Mevlüt Çavuşoğlu", "person-cavusoglu"),
        ("LNA", "group-lna"),
        ("Government of National Accord", "inst-gna"),
        ("hayat tahrir al-sham", "group-hts"),
        ("Hay’at Tahrir al-Sham", "group-hts"),
        ("Médecins Sans Frontières", "org-msf"),
        ("Farabundo Marti National Liberation Front", "group-fmln"),
        ("MONUSCO", "org-monusco"),
    ],
)
def test_a_name_finds_who_bears_it(name: str, entry_id: str) -> None:
    assert registry().find(name)[0].id == entry_id


def test_a_new_name_is_not_an_error() -> None:
    assert registry().find("Brigade of the Nine Wells") == ()
    assert registry().find("") == ()


@given(st.text(max_size=40))
def test_looking_up_never_fails(text: str) -> None:
    assert isinstance(registry().find(text), tuple)
    registry().by_demonym(text)
    registry().by_seat(text)
    registry().state(text)


def test_an_entry_is_found_once_however_many_spellings_fit() -> None:
    assert [entry.id for entry in registry().find("MBS")] == ["person-mbs"]
    assert [entry.id for entry in registry().find("MbS")] == ["person-mbs"]


def test_the_better_known_bearer_comes_first() -> None:
    assert [entry.id for entry in registry().find("Congo")] == ["state-cod", "state-cog"]
    assert registry().find("Georgia")[0].id == "state-geo"


def test_acronyms_that_are_words_want_their_capitals() -> None:
    assert registry().find("us") == ()
    assert registry().find("US")[0].id == "state-usa"
    assert registry().find("who") == ()
    assert registry().find("WHO")[0].id == "org-who"


@pytest.mark.parametrize(
    ("word", "entry_id"),
    [
        ("Turkish", "state-tur"),
        ("Turks", "state-tur"),
        ("sudanese", "state-sdn"),
        ("South Sudanese", "state-ssd"),
        ("Congolese", "state-cod"),
        ("Ivorian", "state-civ"),
        ("Chechen", "territory-chechnya"),
        ("Kurdish", "people-kurds"),
    ],
)
def test_a_demonym_speaks_of_its_state_or_people(word: str, entry_id: str) -> None:
    entry = registry().by_demonym(word)
    assert entry is not None
    assert entry.id == entry_id


@pytest.mark.parametrize(
    ("word", "entry_id"),
    [
        ("Moscow", "state-rus"),
        ("the Kremlin", "state-rus"),
        ("Ankara", "state-tur"),
        ("Élysée", "state-fra"),
        ("Sana'a", "state-yem"),
        ("Foggy Bottom", "inst-usa-state"),
        ("Pentagon", "inst-usa-dod"),
        ("Brussels", "org-eu"),
        ("Downing Street", "state-gbr"),
    ],
)
def test_a_seat_stands_for_who_sits_there(word: str, entry_id: str) -> None:
    entry = registry().by_seat(word)
    assert entry is not None
    assert entry.id == entry_id


def test_a_seat_is_no_demonym_and_no_demonym_a_seat() -> None:
    assert registry().by_demonym("Kremlin") is None
    assert registry().by_seat("Turkish") is None


def test_offices_are_dated() -> None:
    lavrov = registry().get("person-lavrov")
    assert lavrov is not None
    (office,) = (o for o in lavrov.offices if o.of == "state-rus")
    assert office.title == "foreign minister"
    assert not office.held_on(date(2004, 3, 8))
    assert office.held_on(date(2020, 8, 20))


def test_no_two_heads_of_a_state_hold_the_same_office_for_years() -> None:
    """Overlaps of some days are transitions; longer ones are mistakes of dating."""
    held: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for entry in registry():
        for office in entry.offices:
            if office.of.startswith("state-") and office.title in ("president", "prime minister"):
                span = (office.start or date.min, office.end or date.max, entry.id)
                held.setdefault((office.title, office.of), []).append(span)
    for (title, state), spans in held.items():
        spans.sort()
        for (_, end, first), (start, _, second) in pairwise(spans):
            assert (end - start).days < 366, (title, state, first, second)


def test_the_version_is_a_digest_of_the_data() -> None:
    assert re.fullmatch(r"registry\.v1/[0-9a-f]{12}", registry().version)


def test_a_person_is_not_the_body_that_he_leads() -> None:
    haftar, army = registry().get("person-haftar"), registry().get("group-lna")
    assert haftar is not None
    assert army is not None
    assert {office.of for office in haftar.offices} == {"group-lna"}
    assert not {fold_name(haftar.name), *map(fold_name, haftar.aliases)} & {
        fold_name(army.name),
        *map(fold_name, army.aliases),
    }


def test_no_two_entries_have_the_same_wikidata_item() -> None:
    items = [entry.wikidata for entry in registry() if entry.wikidata]
    assert len(set(items)) == len(items)


def test_members_of_an_alliance_joined_on_a_day() -> None:
    turkey, finland = registry().state("TUR"), registry().state("FIN")
    assert turkey is not None
    assert finland is not None
    joined = {m.of: m.start for state in (finland, turkey) for m in state.memberships}
    assert joined["org-nato"] == date(1952, 2, 18)
    assert joined["org-eu"] == date(1995, 1, 1)
