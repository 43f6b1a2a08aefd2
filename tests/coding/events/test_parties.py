"""Parties that no place of the frame names: deeper in the phrase, beside an "of", in parts."""

import pytest

from tests.coding.helpers import coded, names, only_event, told


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "The government of Chad and the Tibesti Liberation Front signed an accord.",
            ["Chad", "Tibesti Liberation Front"],
        ),
        ("The armies of Peru and Chile held joint exercises.", ["armies of Peru", "Chile"]),
        ("The government of Chad signed an accord.", ["Chad"]),
    ],
)
def test_who_is_coordinated_with_the_state_of_a_government_acts_too(
    text: str, actors: list[str]
) -> None:
    assert told(text)[0][1] == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Norway paid a million in aid as compensation for the widows.", ["widows"]),
        ("Kenya lifted its blockade of Somalia in an accord that calmed Sudan.", ["Somalia"]),
        ("The envoy ended his efforts to mediate between the Chadian rebels.", ["Chadian rebels"]),
    ],
)
def test_a_recipient_may_stand_deep_in_the_phrase(text: str, recipients: list[str]) -> None:
    assert told(text)[0][2] == recipients


def test_what_the_paper_of_two_is_about_is_no_third_party() -> None:
    assert told("Chad and Libya signed a pact to stop the smugglers.")[0][2] == []


def test_own_forces_are_no_recipient() -> None:
    assert told("Honduras withdrew its troops from Nicaragua.")[0][2] == ["Nicaragua"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The bishop's murder shocked Chile.", [], ["bishop"]),
        ("The junta's murder of the bishop shocked Chile.", ["junta"], ["bishop"]),
        ("Four farmers killed in a raid.", [], ["Four farmers"]),
        ("The guerrillas killed four farmers.", ["guerrillas"], ["four farmers"]),
    ],
)
def test_whose_murder_it_is_undergoes_it(
    text: str, actors: list[str], recipients: list[str]
) -> None:
    assert (actors, recipients) in [(a, r) for kind, a, r in told(text) if kind == "ASSAULT"]


def test_a_place_beside_those_who_are_taken_undergoes_nothing() -> None:
    (found,) = told("Rebels kidnapped them on the road to Balo.")
    assert found[2] == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "Soldiers killed two reporters, Ali Bah and Musa Kone, at a checkpoint.",
            ["two reporters", "Ali Bah", "Musa Kone"],
        ),
        (
            "Gunmen killed Maria Pulido, 42; Pilar Gomez, 19; and Efrain Rincon, a student.",
            ["Maria Pulido", "Pilar Gomez", "Efrain Rincon"],
        ),
        ("Gunmen killed Maria Pulido, President Kone said.", ["Maria Pulido"]),
        ("Gunmen killed Ali Bah, the brother of Musa Kone.", ["Ali Bah"]),
    ],
)
def test_whoever_is_named_in_the_list_is_a_recipient(text: str, recipients: list[str]) -> None:
    assert told(text)[0][2] == recipients


def test_who_planted_it_did_what_it_did() -> None:
    assert ("ASSAULT", ["rebels"], ["two nurses"]) in told(
        "The rebels planted a mine that killed two nurses."
    )


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad/Sudan talks collapsed on Monday.", {"Chad", "Sudan"}),
        ("The Kenyan envoy visited the Russian capital.", {"Kenyan envoy", "Russia"}),
    ],
)
def test_both_sides_of_a_meeting_are_found(text: str, parties: set[str]) -> None:
    assert parties in [{*actors, *recipients} for _, actors, recipients in told(text)]


def test_what_an_attack_is_aimed_at_did_not_do_it() -> None:
    assert told("The bombing of a clinic in Hajjah left 22 villagers dead.")[0][1] == []


def test_the_heads_of_two_bodies_are_not_the_second_body() -> None:
    (found,) = told("The president dismissed the heads of the army and the police.")
    assert found[2] == ["heads of the army"]


def test_those_who_die_in_an_attack_come_before_whose_the_convoy_is() -> None:
    (found,) = told("Militants ambushed a convoy of trucks from Senegal, killing nine drivers.")
    assert found[2] == ["nine drivers"]


def test_names_with_a_slash_are_two() -> None:
    draft, event = only_event("The envoy affirmed support for Hamas/Fatah unity talks.")
    assert names(draft, event.recipients) == ["Hamas", "Fatah"]


def test_talks_that_begin_are_one_event() -> None:
    draft, event = only_event("Chad/Sudan talks began in Doha.")
    assert names(draft, event.actors) == ["Chad", "Sudan"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Israel and Hamas exchanged prisoners.", ["Israel", "Hamas"], []),
        ("Cooperation between Chad and Niger was strengthened.", ["Chad", "Niger"], []),
        (
            "The mayor of Tavo died at the hands of the gunmen.",
            ["gunmen"],
            ["mayor of Tavo"],
        ),
        ("Farmers took a mill, and guards shot two of them dead.", ["guards"], ["Farmers"]),
    ],
)
def test_who_stands_on_which_side(text: str, actors: list[str], recipients: list[str]) -> None:
    assert (actors, recipients) in [(a, r) for _, a, r in told(text)]


def test_who_says_that_somebody_will_be_dismissed_threatens() -> None:
    found = told("The president told the judges that they would be dismissed.")
    assert found == [("THREATEN", ["president"], ["judges"])]


def test_those_on_whose_side_one_fights_are_no_foes() -> None:
    draft = coded("The militia fought on the side of the army.")
    assert [names(draft, e.actors) for e in draft.events] in ([], [["militia"]])


def test_the_place_of_an_agreement_is_no_party_to_it() -> None:
    draft = coded("Iran opposed the Pretoria agreement.")
    assert all("South Africa" not in names(draft, e.recipients) for e in draft.events)


def test_whom_an_attack_is_on_is_not_backed_by_who_backs_it() -> None:
    draft = coded("Belarus continues to support the armed aggression against Ukraine.")
    assert all("Ukraine" not in names(draft, e.recipients) for e in draft.events)


def test_an_and_adds_a_recipient_behind_its_own_preposition() -> None:
    text = "Norway imposed sanctions on Kabila and, a week later, on Wagner."
    draft, event = only_event(text)
    assert names(draft, event.recipients) == ["Kabila", "Wagner"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Russia, along with Iran, backs the general.", ["Russia", "Iran"]),
        ("Together with France, Germany urged Turkey to free them.", ["Germany", "France"]),
    ],
)
def test_who_is_named_along_with_the_doer_does_it_too(text: str, actors: list[str]) -> None:
    assert told(text)[0][1] == actors


def test_whom_nobody_knows_is_asked_before_whom_it_concerns() -> None:
    text = "The envoy took a letter from the bloc to the junta, urging it to free the minister."
    assert told(text)[0][2] == ["junta"]


def test_whose_harm_is_decried_is_not_reproached_with_it() -> None:
    assert told("Chad executed two Sudanese. Kenya called their trial a farce.")[1][2] == []


def test_whose_a_thing_is_stands_before_a_hyphen() -> None:
    assert told("A Greek-owned ship was seized by Iran.")[0][2] == ["Greece"]


def test_a_weapon_acts_for_whoever_fires_it() -> None:
    assert told("A Tomahawk destroyed the base.")[0][1] == []


def test_what_a_deed_is_blamed_on_is_not_sought_in_the_deed_before() -> None:
    text = "Kenyan drones hit a depot. The governor blamed the fire on falling debris."
    assert told(text)[1][2] == []


def test_the_envoy_who_is_sent_is_not_who_is_visited() -> None:
    events = told("Chad dispatched an envoy, Ali Noor, and urged Niger to withdraw.")
    assert ("CONSULT", ["Chad"], []) in events


def test_who_vows_that_his_capital_will_respond_does_not_threaten_it() -> None:
    text = "Putin, the Russian president, vowed that Moscow would respond."
    assert told(text) == [("THREATEN", ["Putin"], [])]


def test_men_who_are_sent_with_arms_do_not_receive_them() -> None:
    assert told("Turkey has sent drones and officers.")[0] == ("AID", ["Turkey"], [])


def test_a_panel_still_to_be_made_is_nobodys_partner() -> None:
    assert told("The mediator has promised to appoint a commission.")[0][2] == []
