from tests.coding.helpers import coded, names, only_event, told


def test_an_attack_lends_its_toll_doer_and_target() -> None:
    draft, event = only_event("A Saudi-led strike on a Yemeni bus killed 40 children.")
    assert names(draft, event.actors) == ["Saudi Arabia"]
    assert names(draft, event.recipients) == ["40 children", "Yemen"]
    assert event.trigger.text == "killed"


def test_a_toll_in_an_attack_is_told_once() -> None:
    draft, event = only_event("Nine villagers were killed in a raid by the militia.")
    assert names(draft, event.actors) == ["militia"]
    assert any("told by its toll" in d.reason for d in draft.dropped)


def test_coordinated_tolls_are_one_event_with_both_counts() -> None:
    draft, event = only_event("Rebels killed four guards and wounded two nurses.")
    (report,) = draft.reports
    assert names(draft, event.recipients) == ["four guards", "two nurses"]
    assert [(q.role.value, q.minimum) for q in report.quantities] == [("killed", 4), ("wounded", 2)]


def test_attacks_of_two_parties_stay_two() -> None:
    draft = coded("The militia killed a guard in the army's raid.")
    assert len(draft.events) == 2


def test_what_somebody_is_made_to_do_is_one_event() -> None:
    (event,) = coded("The attacks forced thousands to flee.").events
    assert event.trigger.text == "forced"


def test_the_dead_of_a_battle_did_not_fight_it() -> None:
    (found,) = told("At least 3,000 people died in the battle for Goma.")
    assert found == ("ASSAULT", [], ["At least 3,000 people"])


def test_a_toll_and_the_attack_in_which_it_was_suffered_are_one() -> None:
    draft, event = only_event("Two soldiers died when gunmen ambushed a convoy of the militia.")
    assert names(draft, event.actors) == ["gunmen"]
    assert names(draft, event.recipients)[0] == "Two soldiers"


def test_attackers_who_died_attacked_all_the_same() -> None:
    draft = coded("Two soldiers were killed when they attacked a checkpoint of the rebels.")
    assert len(draft.events) == 2


def test_a_toll_behind_a_semicolon_has_the_attackers() -> None:
    draft = coded("Gunmen attacked a funeral in Bria; four mourners died.")
    assert [names(draft, e.actors) for e in draft.events] == [["Gunmen"], ["Gunmen"]]


def test_who_fired_the_shells_that_hit_did_it() -> None:
    text = "Talks ended after shells fired by the rebels hit a village and wounded six farmers."
    assert [e for e in told(text) if e[0] == "ASSAULT"] == [
        ("ASSAULT", ["rebels"], ["village"]),
        ("ASSAULT", ["rebels"], ["six farmers"]),
    ]


def test_who_dies_of_it_was_attacked_once() -> None:
    text = "General Ali Noor was shot on the front line and died of his wounds."
    assert told(text) == [("ASSAULT", [], ["Ali Noor"])]
