from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import UsageError
from khaldun.record import (
    Account,
    Contradiction,
    ContradictionKind,
    EventType,
    Factuality,
    RelationType,
    Status,
)
from khaldun.situation import Phase, Situation, Theatre, situation_on
from tests.situation.accounts import control, day, entity, event, place, tie

ASSAULT, RETREAT = EventType.ASSAULT, EventType.RETREAT
TODAY = day(6, 30)
ATTACKS = tuple(event(f"e{n}", ASSAULT, ("chad",), day(6, n), recipients=("tlf",)) for n in (5, 6))


def on_today(*events: object, **parts: object) -> Situation:
    return situation_on(Account(events=events, **parts), TODAY)  # type: ignore[arg-type]


def test_of_an_empty_account_nothing_is_reported() -> None:
    found = situation_on(Account(), TODAY)
    assert found == Situation(day=TODAY, theatre=Theatre(), window=30)
    assert found.phase is None


def test_a_window_has_a_day() -> None:
    with pytest.raises(UsageError, match="window of 0 days"):
        situation_on(Account(), TODAY, window=0)


def test_a_theatre_is_a_country_or_a_place() -> None:
    with pytest.raises(UsageError, match="not both"):
        Theatre(country="TCD", place="p1")


def test_ties_are_shown_by_kind() -> None:
    kinds = (RelationType.ALLIED_WITH, RelationType.BACKS, RelationType.OPPOSES)
    found = on_today(ties=tuple(tie(kind, "a", "b", day(6, 1)) for kind in kinds))
    assert [len(s) for s in (found.alliances, found.backing, found.opposition)] == [1, 1, 1]


def test_who_attacks_holds_the_initiative() -> None:
    initiative = on_today(*ATTACKS).initiative
    assert initiative is not None
    assert (initiative.holder, initiative.grounds.age) == ("chad", 24)
    assert initiative.grounds.evidence == ("e5", "e6")


def test_one_event_is_too_little_for_an_initiative() -> None:
    assert on_today(ATTACKS[0]).initiative is None


def test_where_both_attack_alike_the_initiative_is_contested() -> None:
    answers = [event(f"r{n}", ASSAULT, ("tlf",), day(6, n), recipients=("chad",)) for n in (7, 8)]
    initiative = on_today(*ATTACKS, *answers).initiative
    assert initiative is not None
    assert initiative.holder is None
    assert on_today(*ATTACKS, *answers).phase is Phase.STALEMATE


def test_a_fight_with_both_sides_as_actors_is_nobodys_attack() -> None:
    clashes = [event(f"f{n}", ASSAULT, ("chad", "tlf"), day(6, n)) for n in (5, 6)]
    found = on_today(*clashes)
    assert found.initiative is None
    assert found.phase is Phase.STALEMATE


def test_what_each_side_lays_to_the_other_is_nobodys_attack() -> None:
    dispute = Contradiction(kind=ContradictionKind.PERPETRATOR, one=("r1",), other=("r2",))
    bombs = [replace(attack, contradictions=(dispute,)) for attack in ATTACKS]
    assert on_today(*bombs).initiative is None


def test_an_army_and_its_state_are_one_side() -> None:
    ties = (tie(RelationType.PART_OF, "army", "chad", day(1, 1)),)
    attack = event("e7", ASSAULT, ("army",), day(6, 7), recipients=("tlf",))
    initiative = on_today(*ATTACKS, attack, ties=ties).initiative
    assert initiative is not None
    assert [(t.party, t.points) for t in initiative.tallies] == [("chad", 3)]


def test_a_place_that_is_taken_is_an_offensive() -> None:
    relations = (
        control("c1", "chad", "faya", None, day(4, 9)),
        control("c2", "tlf", "faya", day(6, 13), None),
    )
    found = on_today(relations=relations)
    assert found.phase is Phase.OFFENSIVE
    assert found.initiative is not None
    assert [(t.party, t.points) for t in found.initiative.tallies] == [("tlf", 3), ("chad", -3)]


def test_ground_that_is_left_after_the_last_attack_is_a_withdrawal() -> None:
    left = event("w", RETREAT, ("tlf",), day(6, 25), modes=("withdraw",))
    found = on_today(*ATTACKS, left)
    assert found.phase is Phase.WITHDRAWAL
    assert found.phases[0].grounds.evidence == ("w",)


def test_fire_that_is_held_is_a_ceasefire_until_the_next_attack() -> None:
    held = event("h", RETREAT, ("tlf",), day(6, 25), modes=("ceasefire",))
    later = event("e9", ASSAULT, ("tlf",), day(6, 26), recipients=("chad",))
    assert on_today(*ATTACKS, held).phase is Phase.CEASEFIRE
    assert on_today(*ATTACKS, held, later).phase is Phase.STALEMATE


@pytest.mark.parametrize("kind", [EventType.CONSULT, EventType.AGREE, EventType.SUPPORT])
def test_enemies_who_meet_are_talking(kind: EventType) -> None:
    met = event("m", kind, ("chad", "tlf"), day(6, 20))
    assert Phase.TALKS in {seen.phase for seen in on_today(*ATTACKS, met).phases}


def test_friends_who_meet_are_not() -> None:
    assert on_today(event("m", EventType.CONSULT, ("chad", "france"), day(6, 20))).phase is None


def test_opponents_by_a_tie_are_enemies() -> None:
    ties = (tie(RelationType.OPPOSES, "tlf", "chad", day(1, 1)),)
    met = event("m", EventType.CONSULT, ("chad",), day(6, 20), recipients=("tlf",))
    assert on_today(met, ties=ties).phase is Phase.TALKS


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.PLANNED},
        {"certainty": Factuality.CERTAINLY_NOT},
        {"certainty": Factuality.POSSIBLE},
        {"earliest": None},
        {"earliest": day(1, 1)},
        {"latest": day(7, 1)},
    ],
)
def test_what_is_not_said_to_have_happened_in_the_window_does_not_count(
    fields: dict[str, object],
) -> None:
    doubtful = [event(f"d{n}", ASSAULT, ("chad",), day(6, n), **fields) for n in (5, 6, 7)]
    assert on_today(*doubtful).phases == ()


def test_an_attack_that_failed_is_an_attack() -> None:
    failed = {"status": Status.ATTEMPTED, "certainty": Factuality.UNCOMMITTED}
    tried = [event(f"t{n}", ASSAULT, ("chad",), day(6, n), **failed) for n in (5, 6)]
    initiative = on_today(*tried).initiative
    assert initiative is not None
    assert initiative.holder == "chad"


def test_what_has_no_date_is_listed() -> None:
    unknown = event("u", ASSAULT, ("chad",), None)
    assert on_today(unknown).undated == ("u",)


def test_a_country_has_its_places_and_its_actors() -> None:
    account = Account(
        entities=(entity("chad", "TCD"), entity("mali", "MLI")),
        places=(place("faya", "TCD"), place("gao", "MLI")),
        events=(
            *(event(f"e{n}", ASSAULT, ("x",), day(6, n), places=("faya",)) for n in (1, 2, 3)),
            *(event(f"g{n}", ASSAULT, ("y",), day(6, n), places=("gao",)) for n in (1, 2, 3)),
            event("h", ASSAULT, ("chad",), day(6, 4)),
        ),
        ties=(
            tie(RelationType.BACKS, "france", "chad", day(6, 1)),
            tie(RelationType.BACKS, "france", "mali", day(6, 1)),
        ),
        relations=(
            control("c1", "chad", "faya", None, day(6, 1)),
            control("c2", "mali", "gao", None, day(6, 1)),
        ),
    )
    found = situation_on(account, TODAY, Theatre(country="TCD"))
    assert [s.target for s in found.backing] == ["chad"]
    assert [c.place for c in found.control] == ["faya"]
    assert found.initiative is not None
    assert [t.party for t in found.initiative.tallies] == ["x", "chad"]


def test_a_place_has_the_parties_to_what_happened_there() -> None:
    account = Account(
        places=(place("faya"),),
        events=(event("e", ASSAULT, ("tlf",), day(6, 2), recipients=("chad",), places=("faya",)),),
        ties=(
            tie(RelationType.OPPOSES, "tlf", "chad", day(6, 1)),
            tie(RelationType.OPPOSES, "tlf", "mali", day(6, 1)),
        ),
    )
    found = situation_on(account, TODAY, Theatre(place="faya"))
    assert [s.target for s in found.opposition] == ["chad"]


@given(st.permutations([*ATTACKS, event("w", RETREAT, ("tlf",), day(6, 25), modes=("withdraw",))]))
def test_the_order_of_the_events_does_not_matter(order: list[object]) -> None:
    assert on_today(*order) == on_today(*sorted(order, key=lambda e: e.id))  # type: ignore[attr-defined]
