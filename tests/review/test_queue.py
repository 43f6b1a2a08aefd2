from dataclasses import replace

from khaldun.record import Certainty, Factuality, Report, Stated
from khaldun.review import Candidate, Ground, grounds, in_order
from tests.resolution.builders import report


def stated(name: str, *, sure: bool = True, confidence: float | None = None) -> Stated[Report]:
    made = report(name)
    value = Factuality.CERTAIN if sure else Factuality.POSSIBLE
    certainty = Certainty(value=value)
    return replace(made, item=replace(made.item, certainty=certainty, confidence=confidence))


def test_a_certain_undisputed_statement_needs_no_look() -> None:
    assert grounds(Candidate(stated=stated("a"))) == ()


def test_all_grounds_are_told_the_strongest_first() -> None:
    unsure = stated("a", sure=False, confidence=0.2)
    assert grounds(Candidate(stated=unsure, disputed=True, new_actor=True)) == tuple(Ground)


def test_doubt_comes_before_contradiction_and_that_before_a_new_actor() -> None:
    plain = Candidate(stated=stated("a"))
    newcomer = Candidate(stated=stated("b"), new_actor=True)
    disputed = Candidate(stated=stated("c"), disputed=True)
    unsure = Candidate(stated=stated("d", sure=False))
    ordered = in_order([plain, newcomer, disputed, unsure])
    assert ordered == (unsure, disputed, newcomer, plain)


def test_of_equal_grounds_the_one_with_more_comes_first() -> None:
    once = Candidate(stated=stated("a"), disputed=True)
    twice = Candidate(stated=stated("b"), disputed=True, new_actor=True)
    assert in_order([once, twice]) == (twice, once)


def test_each_statement_is_queued_once() -> None:
    assert len(in_order([Candidate(stated=stated("a")), Candidate(stated=stated("a"))])) == 1


def test_of_what_is_alike_the_least_sure_comes_first() -> None:
    unknown, sure = Candidate(stated=stated("a")), Candidate(stated=stated("b", confidence=0.9))
    less_sure = Candidate(stated=stated("c", confidence=0.6))
    assert in_order([unknown, sure, less_sure]) == (less_sure, sure, unknown)
