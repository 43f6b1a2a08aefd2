import pytest

from khaldun.coding import places
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word, parse
from khaldun.coding.where import precision_of, where_of
from khaldun.record import Document, Place, Precision
from tests.coding.helpers import coded


def draft_of(text: str) -> Draft:
    document = Document(id="d", text=text, language="en")
    return places.run(Draft(document=document, syntax=parse(document)))


def word(draft: Draft, text: str) -> Word:
    return next(w for w in draft.syntax.words if w.text == text)


def place_at(text: str, event: str) -> str | None:
    draft = draft_of(text)
    identifier = where_of(draft, word(draft, event))
    return next((p.name for p in draft.places if p.id == identifier), None)


@pytest.mark.parametrize("example", load_lexicon("where")["examples"])
def test_examples_hold(example: dict[str, str]) -> None:
    assert place_at(example["text"], example["event"]) == example["place"]


def test_each_clause_has_its_own_place() -> None:
    text = "Two soldiers were killed in Kherson and three were wounded in Izium."
    assert place_at(text, "killed") == "Kherson"
    assert place_at(text, "wounded") == "Izium"


def test_a_clause_with_a_subject_of_its_own_lends_no_place() -> None:
    text = "Destroyers shot down the drones, but a missile struck a tanker off Aden."
    assert place_at(text, "struck") == "Aden"
    assert place_at(text, "shot") is None


def test_a_capital_that_a_sentence_is_about_is_no_scene() -> None:
    text = "Beijing is in an awkward position. China has closed two border gates."
    assert place_at(text, "closed") is None


def test_a_town_goes_before_the_region_around_it() -> None:
    assert (
        place_at("Rebels ambushed a bus in Djibo in northern Burkina Faso.", "ambushed") == "Djibo"
    )


def test_a_noun_takes_the_place_before_it() -> None:
    assert place_at("The Tripoli attack was condemned.", "attack") == "Tripoli"


def test_a_state_that_acts_is_not_where_it_happens() -> None:
    assert place_at("Eritrea denied the report.", "denied") is None


def test_a_place_in_another_paragraph_does_not_carry_among_scenes() -> None:
    text = "Protesters marched in Lima.\n\nPolice in Manila were on alert.\n\nA man was shot."
    assert place_at(text, "shot") is None


def test_the_narrative_carries_within_a_paragraph() -> None:
    text = "Gunmen raided a market in Maiduguri. They killed nine traders."
    assert place_at(text, "killed") == "Maiduguri"


@pytest.mark.parametrize(
    ("kind", "precision"),
    [
        ("facility", Precision.POINT),
        ("city", Precision.TOWN),
        ("district", Precision.DISTRICT),
        ("region", Precision.REGION),
        ("country", Precision.COUNTRY),
        ("continent", None),
        (None, None),
    ],
)
def test_precision_follows_kind(kind: str | None, precision: Precision | None) -> None:
    assert precision_of(Place(id="p1", name="X", kind=kind)) is precision


def test_a_town_is_preferred_to_the_district_it_lies_in() -> None:
    text = "Militants attacked a post near Miranshah in North Waziristan, killing two."
    assert place_at(text, "attacked") == "Miranshah"


def test_where_soldiers_come_from_is_not_where_they_fight() -> None:
    (report,) = coded("Soldiers from Kenya's Turkana region fought the rebels.").reports
    assert report.place is None


def test_what_one_subject_did_somewhere_another_did_not() -> None:
    text = "Its planes bombed the market of Kherson, and the police have arrested dozens of men."
    assert place_at(text, "arrested") is None
    assert place_at("In Izium soldiers fled and rebels seized the bank.", "seized") == "Izium"


def test_numbers_share_the_place_of_the_toll() -> None:
    text = "Two soldiers were killed and twelve wounded when gunmen ambushed a convoy in Izium."
    assert place_at(text, "killed") == "Izium"


def test_where_somebody_spoke_is_not_where_it_happened() -> None:
    draft = coded('"We have retaken the airstrip," a spokesman told reporters in Maputo.')
    assert where_of(draft, word(draft, "retaken")) is None


def test_the_last_main_clause_sets_the_scene_whoever_tells_it() -> None:
    text = "Gunmen raided a market in Ansongo, residents said. They burned two trucks."
    assert place_at(text, "burned") == "Ansongo"


def test_a_sentence_with_a_place_of_its_own_has_no_other_carried_to_it() -> None:
    text = "Gunmen raided Ansongo. A strike killed women, said a man who sheltered them in Kidal."
    assert place_at(text, "killed") != "Ansongo"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels met in Nakuru. Troops from Kenya bombed a shop in the town.", "Nakuru"),
        ("Rebels met in Nakuru. Days later they bombed the town of Kisumu.", "Kisumu"),
        ("Shells fell near Dakar and Thies. A shop was bombed in the capital.", "Dakar"),
    ],
)
def test_a_definite_noun_takes_up_a_place(text: str, place: str) -> None:
    assert place_at(text, "bombed") == place


def test_only_a_date_that_names_its_day_sets_a_new_scene() -> None:
    told = "On 3 May 2019 rebels took Djibo. {} they killed two men."
    later = coded(told.format("Two days later"))
    dated = coded(told.format("On 9 July 2020"))
    assert [r.place for r in later.reports if r.trigger.quote == "killed"] == ["p1"]
    assert [r.place for r in dated.reports if r.trigger.quote == "killed"] == [None]


def test_what_troops_leave_is_where_they_leave() -> None:
    document = coded("France withdrew its last 400 troops from Gao in June 2022.")
    names = {p.id: p.name for p in document.places}
    assert [names.get(r.place or "") for r in document.reports] == ["Gao"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldiers killed 40 men at Wiramo, in the Tete district.", "Wiramo"),
        ("Rebels killed two men at nearby Erusko on Friday.", "Erusko"),
        ("Ganja, a city in Azerbaijan, was shelled; a man was killed.", "Ganja"),
    ],
)
def test_an_unknown_name_is_a_place_where_it_is_said_where_it_lies(text: str, place: str) -> None:
    assert place_at(text, "killed") == place


def test_a_toll_is_told_where_the_clause_before_it_was() -> None:
    text = "Jets bombed Nyala on Monday, and activists said that 32 people were killed."
    assert place_at(text, "killed") == "Nyala"
