from khaldun.record import Bound, Factuality, Means, RelationType
from khaldun.situation.standing import holds, of_type, standing, undated
from tests.situation.accounts import ARMS, day, tie

BACKS = RelationType.BACKS


def test_a_tie_holds_from_the_first_day_known() -> None:
    backing = tie(BACKS, "france", "chad", day(4, 9))
    assert not holds(backing, day(4, 8))
    assert holds(backing, day(4, 9))


def test_a_tie_no_longer_holds_on_the_day_that_it_ends() -> None:
    alliance = tie(BACKS, "a", "b", day(4, 9), ended=Bound(earliest=None, latest=day(6, 24)))
    assert holds(alliance, day(6, 23))
    assert not holds(alliance, day(6, 24))


def test_where_the_end_lies_in_a_range_it_is_over_from_the_start_of_that() -> None:
    end = Bound(earliest=day(5, 1), latest=day(5, 31))
    assert not holds(tie(BACKS, "a", "b", day(4, 9), ended=end), day(5, 15))


def test_an_end_of_unknown_day_leaves_nothing_that_holds() -> None:
    end = Bound(earliest=None, latest=None)
    assert not holds(tie(BACKS, "a", "b", day(4, 9), ended=end), day(4, 10))


def test_what_is_denied_does_not_hold() -> None:
    denied = tie(BACKS, "a", "b", day(4, 9), certainty=Factuality.CERTAINLY_NOT)
    assert of_type([denied], BACKS, day(5, 1)) == ()


def test_an_undated_tie_is_listed_and_does_not_hold() -> None:
    unknown = tie(BACKS, "a", "b", None)
    assert not holds(unknown, day(5, 1))
    assert undated([unknown]) == (unknown.id,)


def test_what_was_last_attested_dates_a_tie_without_a_beginning() -> None:
    assert holds(tie(BACKS, "a", "b", None, attested=day(5, 1)), day(5, 2))


def test_the_age_counts_from_the_last_word_of_it() -> None:
    backing = tie(BACKS, "a", "b", day(4, 9), attested=day(5, 1), means=ARMS)
    found = standing(backing, day(5, 11))
    assert (found.since, found.grounds.seen, found.grounds.age) == (day(4, 9), day(5, 1), 10)
    assert found.means == ARMS
    assert found.grounds.evidence == (backing.id, "l-a-b")


def test_what_later_words_confirm_has_no_age() -> None:
    assert standing(tie(BACKS, "a", "b", day(4, 9), attested=day(7, 1)), day(5, 1)).grounds.age == 0


def test_ties_of_those_who_are_the_same_are_one_with_the_evidence_of_all() -> None:
    ties = [
        tie(BACKS, "r1", "chad", day(4, 9), means=ARMS),
        tie(BACKS, "r2", "chad", day(5, 9), means=(Means.FINANCIAL,)),
    ]
    (found,) = of_type(ties, BACKS, day(6, 1), {"r1": "r1", "r2": "r1"})
    assert (found.since, found.grounds.seen) == (day(4, 9), day(5, 9))
    assert found.means == (Means.WEAPONS, Means.FINANCIAL)
    assert found.grounds.evidence == ("r1-backs-chad", "l-r1-chad", "r2-backs-chad", "l-r2-chad")
