"""What may be told of nobody, and what is a wish, a plan or a request rather than a deed."""

import pytest

from khaldun.coding.chain import draft_of
from khaldun.record import Document, document_id
from tests.coding.helpers import told


def types(text: str) -> list[str]:
    draft = draft_of(Document(id=document_id(text), text=text, language="en"))
    return [report.type.value for report in draft.reports]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Heavy fighting erupted in Balo on Monday.", "ASSAULT"),
        ("A bomb exploded.", "ASSAULT"),
        ("A car bomb ripped through the market.", "ASSAULT"),
        ("A grenade attack killed two.", "ASSAULT"),
        ("The ceasefire collapsed.", "ASSAULT"),
        ("Police foiled an attack on the airport.", "ASSAULT"),
        ("Riots broke out in Durban.", "PROTEST"),
    ],
)
def test_violence_and_protest_stand_though_nobody_is_named(text: str, kind: str) -> None:
    assert types(text) == [kind]


@pytest.mark.parametrize(
    "text", ["Strikes spread across the country.", "The parade brought traffic to a halt."]
)
def test_other_words_need_a_party(text: str) -> None:
    assert types(text) == []


def test_what_one_wants_of_another_is_a_request() -> None:
    assert types("The union wants the minister to resign.") == ["REQUEST"]


def test_what_an_actor_is_to_do_is_announced() -> None:
    assert types("Ankara is to deliver drones to Morocco.") == ["AGREE"]


def test_aid_to_a_place_stands_without_a_recipient() -> None:
    assert types("The World Food Programme airlifted rice to the besieged town.") == ["AID"]


def test_a_phrase_with_by_behind_an_object_makes_no_passive() -> None:
    assert types("The governor banned a march by the opposition.") == ["COERCE"]


def test_what_a_law_lets_somebody_do_did_not_happen() -> None:
    assert types("The act lets a court freeze the assets of the company.") == []


def test_what_a_film_tells_did_not_happen() -> None:
    assert types("The film follows a soldier who is ordered to kill his brother.") == []


def test_a_convoy_that_comes_under_attack_is_attacked_by_nobody_known() -> None:
    assert types("The convoy came under rocket attack.") == ["ASSAULT"]


def test_what_is_left_unsaid_is_no_refusal() -> None:
    assert types("The minister declined to comment.") == []


def test_who_harbours_rebels_in_general_has_not_harboured_them() -> None:
    assert "AID" not in types("The general said anyone who sheltered rebels would be hanged.")


def test_names_of_no_known_kind_that_hit_nobody_play() -> None:
    assert told("Benfica hit back on the counter.") == []


def test_who_does_not_fight_only_wins() -> None:
    assert told("The pianist defeated the gardener in straight sets.") == []


@pytest.mark.parametrize(
    "text",
    [
        "I am not proud of the deserters.",
        "The residents are armed with machetes.",
        "The premier allowed himself to be fooled by the rebels.",
    ],
)
def test_attitudes_of_the_author_and_states_are_no_events(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman called the truce a sick joke.",
        "The minister spoke of what he called the Maute group.",
        "The generals had been warned.",
    ],
)
def test_names_and_warnings_by_nobody_are_no_events(text: str) -> None:
    assert types(text) == []


def test_who_is_found_shot_was_shot() -> None:
    assert told("Three nurses were found shot dead beside their car.")[0][0] == "ASSAULT"


def test_a_call_that_is_made_to_say_something_is_told_as_what_it_says() -> None:
    ((kind, _, recipients),) = told("Kenya's president phoned the king of Jordan to thank him.")
    assert kind == "SUPPORT"
    assert recipients == ["king of Jordan"]


def test_a_release_that_is_ordered_is_the_rulers_own() -> None:
    assert [kind for kind, _, _ in told("The king ordered the release of the editor.")] == [
        "RETREAT"
    ]


def test_a_lone_player_attacks_nobody() -> None:
    assert told("The chef's attack came late.") == []
