import pytest

from khaldun.coding.checking import Example, fault_of
from khaldun.record import EventType
from tests.coding.helpers import coded, names, only_event, told


def test_a_threatened_attack_is_a_threat_with_its_content_as_mode() -> None:
    draft, event = only_event("The warlord threatened to attack the army.")
    assert (event.type, event.modes) == (EventType.THREATEN, ("violence",))
    assert names(draft, event.recipients) == ["army"]


def test_what_is_demanded_did_not_happen() -> None:
    assert [t for t, _, _ in told("The union urged the government to free the miners.")] == [
        "REQUEST"
    ]


def test_a_future_withdrawal_is_a_concession() -> None:
    _, event = only_event("Ethiopia will withdraw its troops from Somalia.")
    assert event.type is EventType.CONCEDE
    assert event.future


def test_a_future_attack_stays_an_attack_to_come_as_a_threat() -> None:
    _, event = only_event("The junta will bomb the rebels.")
    assert event.type is EventType.THREATEN


def test_a_refusal_of_talks_has_the_mode_meet() -> None:
    _, event = only_event("The rebels refused to meet the envoy.")
    assert (event.type, event.modes) == (EventType.REJECT, ("meet",))


def test_ending_an_aid_programme_is_a_sanction() -> None:
    _, event = only_event("Norway suspended aid to Uganda.")
    assert (event.type, event.modes) == (EventType.SANCTION, ("discontinue",))


def test_what_must_be_done_according_to_a_speaker_is_a_request() -> None:
    draft, event = only_event("The envoy said that the militia must leave the town.")
    assert event.type is EventType.REQUEST
    assert names(draft, event.actors) == ["envoy"]
    assert names(draft, event.recipients) == ["militia"]


def test_both_sides_of_a_meeting_are_actors() -> None:
    draft, event = only_event("The minister held talks with the rebels.")
    assert names(draft, event.actors) == ["minister", "rebels"]
    assert event.recipients == ()


def test_the_other_side_of_a_call_is_the_subject_of_the_clause() -> None:
    text = "In a call with the rebel leader, the foreign minister laid aside all doubts."
    (kind, actors, recipients) = told(text)[0]
    assert kind == "CONSULT"
    assert len(actors) == 2
    assert recipients == []


def test_an_open_agent_stays_open() -> None:
    draft, event = only_event("Twenty villagers were killed.")
    assert event.actors == ()
    assert names(draft, event.recipients) == ["Twenty villagers"]


def test_a_toll_is_part_of_the_attack_that_it_tells() -> None:
    draft, event = only_event("Militants seized the town, killing dozens of civilians.")
    assert names(draft, event.recipients) == ["dozens of civilians"]
    assert event.trigger.text == "seized"


def test_a_purpose_is_not_an_event() -> None:
    draft = coded("The army moved north to attack the rebels.")
    assert EventType.ASSAULT not in [e.type for e in draft.events]
    assert any("purpose" in d.reason for d in draft.dropped)


def test_an_abstract_subject_attacks_nobody() -> None:
    assert told("Reality hit the government.") == []


def test_aid_to_a_country_goes_to_its_state() -> None:
    draft, event = only_event("Sweden sent food to Chad.")
    assert names(draft, event.recipients) == ["Chad"]
    assert draft.actors[-1].country == "TCD"


def test_fighting_in_a_country_is_not_done_to_its_state() -> None:
    assert all("Syria" not in r for _, _, r in told("Hezbollah fought the rebels in Syria."))


def test_an_instrument_is_named_and_brings_its_mode() -> None:
    _, event = only_event("Turkish drones destroyed a tank of the militia.")
    assert event.instrument == "drone"
    assert "drone" in event.modes


def test_mobilizing_gives_way_to_the_assault_that_it_led_to() -> None:
    kinds = [t for t, _, _ in told("The army deployed troops and attacked the rebels.")]
    assert kinds == ["ASSAULT"]


def test_troops_sent_elsewhere_do_not_give_way_to_what_else_is_done() -> None:
    draft = coded("Russia poured troops into South Ossetia and bombed an air base near Tbilisi.")
    assert {e.type for e in draft.events} == {EventType.MOBILIZE, EventType.ASSAULT}


def test_an_unknown_verb_between_actors_is_shown_and_not_guessed() -> None:
    draft = coded("The militia hoodwinked the army.")
    assert draft.events == ()
    assert [u.trigger.quote for u in draft.unclassified] == ["hoodwinked"]


def test_a_standing_tie_is_no_event() -> None:
    assert "SUPPORT" not in [t for t, _, _ in told("M23, backed by Rwanda, captured Goma.")]


def test_an_example_that_does_not_hold_is_a_fault() -> None:
    wrong = Example(
        entry="x", text="Rebels attacked the army.", type="AID", actor=None, recipient=None
    )
    fault = fault_of(wrong)
    assert fault is not None
    assert "wanted AID" in str(fault)


def test_sport_and_markets_are_no_events() -> None:
    assert told("The striker fired wide in the first half.") == []
    assert told("Shares in the bank were hit by inflation.") == []


def test_what_happens_in_general_is_no_event() -> None:
    assert told("The militia rarely attacks the army.") == []


def test_what_somebody_is_told_is_no_request() -> None:
    kinds = [t for t, _, _ in told("The minister told the envoy that rebels had shelled the camp.")]
    assert "REQUEST" not in kinds


def test_a_participle_tells_whom_a_statement_is_about() -> None:
    text = "The EU issued a communique denouncing the recent abuses in Kenya."
    assert told(text) == [("ACCUSE", ["EU"], ["Kenya"])]


def test_what_must_happen_first_tells_to_whom_it_is_refused() -> None:
    draft = coded("The rebels will not lift the siege until Chad frees the prisoners.")
    assert names(draft, draft.events[0].recipients) == ["Chad"]


def test_who_receives_it_does_not_do_it() -> None:
    assert told("The rebels have received support from Sudan.") == [("AID", ["Sudan"], ["rebels"])]
    assert told("Uganda faces sanctions by the EU.") == [("SANCTION", ["EU"], ["Uganda"])]


def test_a_committed_party_is_who_will_act() -> None:
    draft = coded("Kenya is committed to sending aid to Chad.")
    assert names(draft, draft.events[0].actors) == ["Kenya"]


def test_the_state_that_expels_is_where_they_are_expelled_from() -> None:
    assert told("Two inspectors have been expelled from Chad.") == [
        ("SANCTION", ["Chad"], ["Two inspectors"])
    ]


def test_violence_that_somebody_is_accused_of_is_the_accusers_claim() -> None:
    draft = coded("The minister accused the rebels of killing nine farmers.")
    accused, killed = draft.reports
    assert accused.type is EventType.ACCUSE
    assert names(draft, killed.actors) == ["rebels"]
    assert [link.cue.quote for link in killed.attribution] == ["accused"]


def test_whoever_is_charged_with_it_is_said_to_have_done_it() -> None:
    draft = coded("Two officers were charged with the killing of the priests.")
    assert names(draft, draft.events[-1].actors) == ["Two officers"]


def test_violence_done_to_a_thing_by_nobody_named_is_a_report() -> None:
    (event,) = coded("In Gao, a market was bombed on Tuesday.").events
    assert event.type is EventType.ASSAULT
    assert (event.actors, event.recipients) == ((), ())


def test_an_attack_in_the_west_of_a_country_is_no_fiction() -> None:
    assert [t for t, _, _ in told("The militia attacked a base in western Kenya.")] == ["ASSAULT"]


def test_a_light_verb_and_its_noun_are_one_event() -> None:
    draft, event = only_event("Khalifa Haftar made a pair of visits to the Russian capital.")
    assert names(draft, event.recipients) == ["Russia"]


def test_to_describe_is_no_reproach_unless_the_words_are() -> None:
    assert told("The president described Chad as a friend.") == []
    assert [e[0] for e in told("The minister described the rebels as terrorists.")] == ["ACCUSE"]


def test_calling_something_names_it_and_asks_for_nothing() -> None:
    assert [t for t, _, _ in told("The envoy called the attack a massacre.")] == ["ACCUSE"]


def test_who_vows_to_march_threatens() -> None:
    assert [t for t, _, _ in told("The general vowed to march on the capital.")] == ["THREATEN"]


def test_who_brings_others_together_does_not_talk_with_them() -> None:
    text = "Talks in Jeddah, brokered by Saudi Arabia and Oman, collapsed in late 2023."
    draft, event = only_event(text)
    assert event.trigger.text == "brokered"
    assert names(draft, event.actors) == ["Saudi Arabia", "Oman"]


@pytest.mark.parametrize(
    "text",
    [
        "Kabila warned that lifting the ban would put NATO at war with Russia.",
        "Bombing the port would provoke Iran, the minister said.",
        "Killing civilians is a crime.",
    ],
)
def test_an_act_that_is_only_weighed_is_no_event(text: str) -> None:
    assert told(text) == []


def test_an_act_that_had_an_effect_has_happened() -> None:
    assert [e[0] for e in told("Bombing the port angered Iran.")] == ["ASSAULT"]


def test_what_somebody_calls_himself_is_no_reproach() -> None:
    found = told("A group calling itself the Red Column abducted two engineers.")
    assert [kind for kind, _, _ in found] == ["ASSAULT"]


def test_who_vows_never_to_resign_refuses() -> None:
    assert [t for t, _, _ in told("The president vowed never to step down.")] == ["REJECT"]


def test_a_threat_follows_a_command_behind_or() -> None:
    found = told("“Leave now or we burn the village,” the rebels told the farmers.")
    assert [t for t, _, _ in found] == ["THREATEN"]


def test_arms_that_were_delivered_went_to_somebody_who_is_not_named() -> None:
    draft, event = only_event("Iran delivered more than 200 ballistic missiles in September.")
    assert event.type is EventType.AID
    assert (names(draft, event.actors), event.recipients) == (["Iran"], ())


def test_a_demand_said_again_is_one() -> None:
    _, event = only_event("The president repeated a demand he has made for months.")
    assert (event.type, event.trigger.text) == (EventType.REQUEST, "repeated")


def test_who_is_presented_as_something_is_not_honoured() -> None:
    assert told("Turkey is often presented as the junior partner to Russia.") == []


def test_a_deed_that_somebody_is_accused_of_is_told_too() -> None:
    found = [e[0] for e in told("Chad accused the general of arming the front.")]
    assert found == ["ACCUSE", "AID"]


def test_who_promises_to_march_on_somebody_threatens() -> None:
    assert told("The rebel leader promised to march on the capital.")[0][0] == "THREATEN"
    assert told("The president promised to send troops to help Chad.")[0][0] == "AGREE"


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("A car bomb killed two soldiers of the militia.", "car bomb"),
        ("Suicide bombers killed two soldiers of the militia.", "suicide bomb"),
        ("The army used drones to destroy a tank of the militia.", "drone"),
        ("An army convoy hit a roadside bomb.", "roadside bomb"),
        ("MiG-23s bombed the camp of the militia.", "aircraft"),
        ("Men with Kalashnikovs killed two soldiers of the militia.", "rifle"),
    ],
)
def test_the_instrument_is_found_wherever_it_stands(text: str, instrument: str) -> None:
    _, event = only_event(text)
    assert event.instrument == instrument
