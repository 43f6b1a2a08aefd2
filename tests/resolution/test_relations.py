"""Relations of many documents become ties with a beginning and an end."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from khaldun.record import (
    Certainty,
    Factuality,
    Means,
    Relation,
    RelationType,
    Stated,
    TimeBasis,
    When,
)
from khaldun.resolution import Decisions, relation_key, resolve_relations
from tests.resolution.builders import CONTEXT, MAY, on, relation, said_by

NOT = Certainty(value=Factuality.CERTAINLY_NOT)
BREAK = "relations.v1:break"


def _ties(*relations: Stated[Relation]) -> list:  # type: ignore[type-arg]
    return sorted(
        (r.tie for r in resolve_relations(relations, CONTEXT)), key=lambda t: t.relations[0]
    )


def _until(day: date) -> When:
    return When(earliest=None, latest=day, basis=TimeBasis.STATED)


def _since(day: date) -> When:
    return When(earliest=day, latest=None, basis=TimeBasis.STATED)


def test_relations_of_two_documents_are_one_tie() -> None:
    [tie] = _ties(
        relation("a", when=on(MAY[3]), means=(Means.WEAPONS,)),
        relation("b", when=on(MAY[9]), means=(Means.MERCENARIES,)),
    )
    assert (tie.began.latest, tie.attested, tie.ended) == (MAY[3], MAY[9], None)
    assert tie.began.relations == ("a",)
    assert tie.means == (Means.MERCENARIES, Means.WEAPONS)
    assert len(tie.sources) == 2


def test_a_stated_beginning_is_known_from_below() -> None:
    [tie] = _ties(relation("a", when=_since(MAY[2])), relation("b", when=on(MAY[9])))
    assert (tie.began.earliest, tie.began.latest) == (MAY[2], MAY[2])


def test_a_break_ends_a_tie() -> None:
    [tie] = _ties(relation("a", when=on(MAY[3])), relation("b", when=_until(MAY[20]), rule=BREAK))
    assert (tie.ended.latest, tie.ended.relations) == (MAY[20], ("b",))


def test_what_holds_again_is_another_tie() -> None:
    ties = _ties(
        relation("a", when=on(MAY[3])),
        relation("b", when=_until(MAY[10]), rule=BREAK),
        relation("c", when=_since(MAY[20])),
    )
    assert [t.relations for t in ties] == [("a", "b"), ("c",)]
    assert ties[1].ended is None


def test_a_tie_that_others_say_holds_no_longer_has_ended() -> None:
    [tie] = _ties(relation("a", when=on(MAY[3])), relation("b", when=on(MAY[9]), certainty=NOT))
    assert tie.ended.relations == ("b",)


def test_a_party_that_denies_a_tie_contradicts_it() -> None:
    denial = relation("b", when=on(MAY[9]), certainty=NOT, attribution=said_by("army"))
    [tie] = _ties(relation("a", when=on(MAY[3])), denial)
    assert tie.ended is None
    assert [(c.one, c.other) for c in tie.contradictions] == [(("a",), ("b",))]


def test_a_tie_that_is_only_denied_is_no_tie() -> None:
    [tie] = _ties(relation("a", certainty=NOT))
    assert tie.certainty is Factuality.CERTAINLY_NOT


def test_an_alliance_goes_both_ways_and_backing_does_not() -> None:
    def pair(kind: RelationType) -> set[str]:
        there = relation("a", type=kind, subject="army", target="front")
        back = relation("b", type=kind, subject="front", target="army")
        return {relation_key(there), relation_key(back)}

    assert len(pair(RelationType.ALLIED_WITH)) == 1
    assert len(pair(RelationType.BACKS)) == 2


def test_people_can_keep_relations_apart() -> None:
    decided = Decisions(apart=frozenset({("a", "b")}))
    made = resolve_relations([relation("a"), relation("b")], CONTEXT, decided)
    assert [r.tie.relations for r in made] in ([("a",), ("b",)], [("b",), ("a",)])


_fields = st.builds(
    dict,
    target=st.sampled_from(["front", "rivals"]),
    when=st.one_of(
        st.integers(1, 30).map(lambda d: on(MAY[d])),
        st.integers(1, 30).map(lambda d: _until(MAY[d])),
        st.integers(1, 30).map(lambda d: _since(MAY[d])),
        st.just(on(None)),
    ),
    certainty=st.sampled_from([NOT, Certainty(value=Factuality.CERTAIN)]),
    rule=st.sampled_from([None, BREAK]),
    attribution=st.sampled_from([(), said_by("army")]),
    published=st.sampled_from([None, MAY[20]]),
)
_many = st.lists(_fields, max_size=12).map(
    lambda given: [relation(f"r{n:02}", **fields) for n, fields in enumerate(given)]
)


@given(_many, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(given_: list[Stated[Relation]], order: random.Random) -> None:
    expected = resolve_relations(given_, CONTEXT)
    order.shuffle(given_)
    assert resolve_relations(given_, CONTEXT) == expected


@given(_many)
def test_every_relation_is_in_exactly_one_tie(relations: list[Stated[Relation]]) -> None:
    made = [i for r in resolve_relations(relations, CONTEXT) for i in r.tie.relations]
    assert sorted(made) == [r.id for r in relations]


@given(_many)
def test_each_block_can_be_resolved_alone(relations: list[Stated[Relation]]) -> None:
    blocks = {relation_key(r) for r in relations}
    parts = [[r for r in relations if relation_key(r) == b] for b in sorted(blocks)]
    made = [r for part in parts for r in resolve_relations(part, CONTEXT)]
    assert tuple(sorted(made, key=lambda r: r.tie.id)) == resolve_relations(relations, CONTEXT)
