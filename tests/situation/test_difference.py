from khaldun.record import Account, Bound, EventType, RelationType
from khaldun.situation import ChangeKind, Difference, Field, difference, situation_on
from tests.situation.accounts import ARMS, control, day, event, tie

BEFORE, AFTER = day(5, 1), day(7, 1)
ENDED = Bound(earliest=None, latest=day(6, 24))


def between(account: Account) -> tuple[Difference, ...]:
    return difference(situation_on(account, BEFORE), situation_on(account, AFTER))


def test_a_situation_does_not_differ_from_itself() -> None:
    account = Account(ties=(tie(RelationType.BACKS, "a", "b", day(4, 1)),))
    one = situation_on(account, BEFORE)
    assert difference(one, one) == ()


def test_an_alliance_that_ended_has_ended() -> None:
    alliance = tie(RelationType.ALLIED_WITH, "a", "b", day(4, 1), ended=ENDED)
    (found,) = between(Account(ties=(alliance,)))
    assert (found.field, found.change, found.of) == (Field.ALLIANCE, ChangeKind.ENDED, ("a", "b"))
    assert found.evidence == (alliance.id, "l-a-b")


def test_backing_that_began_has_appeared_with_its_means() -> None:
    (found,) = between(Account(ties=(tie(RelationType.BACKS, "a", "b", day(6, 1), means=ARMS),)))
    assert (found.change, found.before, found.after) == (ChangeKind.APPEARED, None, "weapons")


def test_a_place_that_changed_hands_has_changed() -> None:
    relations = (
        control("c1", "army", "faya", None, day(4, 9)),
        control("c2", "rebels", "faya", day(5, 13), None),
    )
    (found,) = between(Account(relations=relations))
    assert (found.field, found.of) == (Field.CONTROL, ("faya",))
    assert (found.before, found.after) == ("army", "rebels")
    assert found.evidence == ("c1", "c2")


def test_initiative_and_phase_are_compared() -> None:
    events = tuple(event(f"e{n}", EventType.ASSAULT, ("a",), day(6, n)) for n in (20, 21, 22))
    found = between(Account(events=events))
    assert [(d.field, d.after) for d in found] == [
        (Field.INITIATIVE, "a"),
        (Field.PHASE, "offensive"),
    ]
