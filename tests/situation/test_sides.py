from khaldun.record import Actor, Entity, RelationType
from khaldun.situation.sides import sides_on
from tests.situation.accounts import day, tie

PART, LEADS = RelationType.PART_OF, RelationType.LEADS
FIRST, TODAY = day(1, 1), day(6, 1)


def test_an_army_counts_as_its_state() -> None:
    ties = [tie(PART, "brigade", "army", FIRST), tie(PART, "army", "chad", FIRST)]
    assert sides_on(ties, TODAY) == {"brigade": "chad", "army": "chad"}


def test_a_leader_counts_as_what_he_leads() -> None:
    assert sides_on([tie(LEADS, "tougoumi", "tlf", FIRST)], TODAY) == {"tougoumi": "tlf"}


def test_who_leads_several_counts_as_himself() -> None:
    ties = [tie(LEADS, "haftar", "lna", FIRST), tie(LEADS, "haftar", "office", FIRST)]
    assert sides_on(ties, TODAY) == {}


def test_a_circle_has_one_name() -> None:
    ties = [tie(PART, "b", "a", FIRST), tie(PART, "a", "b", FIRST)]
    assert set(sides_on(ties, TODAY).values()) == {"a"}


def test_other_ties_make_no_side() -> None:
    assert sides_on([tie(RelationType.MEMBER_OF, "commander", "libya", FIRST)], TODAY) == {}


def test_a_tie_that_began_later_makes_no_side() -> None:
    assert sides_on([tie(PART, "army", "chad", day(7, 1))], TODAY) == {}


def test_the_rebels_of_several_documents_are_one_side() -> None:
    actors = (Actor(id="r2", name="Rebels"), Actor(id="r1", name="rebels"))
    assert sides_on([], TODAY, [Entity(actor=actor) for actor in actors]) == {
        "r1": "r1",
        "r2": "r1",
    }


def test_the_rebels_of_two_countries_are_two() -> None:
    actors = [Actor(id=code, name="rebels", country=code) for code in ("TCD", "MLI")]
    assert sides_on([], TODAY, [Entity(actor=actor) for actor in actors]) == {}


def test_who_is_known_by_more_than_a_name_is_joined_to_nobody() -> None:
    actors = [Actor(id=code, name="Georgia", registry_id=code) for code in ("Q230", "Q1428")]
    assert sides_on([], TODAY, [Entity(actor=actor) for actor in actors]) == {}
