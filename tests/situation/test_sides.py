from khaldun.record import RelationType
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
