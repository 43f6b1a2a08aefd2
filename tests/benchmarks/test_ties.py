from collections.abc import Callable
from dataclasses import replace

import pytest

from benchmarks.running import figures, silent
from benchmarks.sets import ties
from benchmarks.sets.tie_lines import Item, Line, items, line_of
from khaldun.coding.draft import Draft
from khaldun.record import Certainty, Document, Factuality, Means, Relation, RelationType
from tests.benchmarks.drafts import actor, draft, on, span_of

_TEXT = "Chad armed the rebels of Mali in 2019 ."
_UNTIL = replace(on("2019-12-31"), earliest=None)
_EXPECTED = "backs: Chad > rebels; with weapons; since 2019"


def _item(*lines: str) -> Item:
    (found,) = items([_TEXT, *(f"  {line}" for line in lines)])
    return found


def _told(**fields: object) -> Relation:
    made = Relation(
        id="l1",
        type=RelationType.BACKS,
        subject="Chad",
        target="rebels",
        means=(Means.WEAPONS,),
        when=replace(on("2019-01-01"), latest=None),
        certainty=Certainty(value=Factuality.CERTAIN),
        evidence=span_of(_TEXT, _TEXT),
        rule="relations.v1:relations.arm",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def _coder(*relations: Relation) -> Callable[[Document], Draft]:
    def code(document: Document) -> Draft:
        actors = tuple(actor(name, _TEXT, name) for name in ("Chad", "rebels", "Mali"))
        return replace(draft(document), actors=actors, relations=relations)

    return code


def _values(item: Item, *relations: Relation) -> dict[str, float]:
    return {f.metric: f.value for f in figures(ties.SET, [ties.judge(item, _coder(*relations))])}


def test_there_are_more_than_two_hundred_texts() -> None:
    texts = [row.text for row in ties.rows()]
    assert len(texts) == len(set(texts)) >= 200


def test_both_ends_of_every_tie_stand_in_its_text() -> None:
    for row in ties.rows():
        for line in row.annotations:
            assert line.source == ties.ANYBODY or line.source in row.text, row.text
            assert line.target == ties.ANYBODY or line.target in row.text, row.text


def test_a_line_is_read_part_by_part() -> None:
    line = line_of("? backs/allied_with: Chad > rebels; over; with weapons; until 2019-03")
    assert line == Line(
        types=(RelationType.BACKS, RelationType.ALLIED_WITH),
        source="Chad",
        target="rebels",
        optional=True,
        over=True,
        means=Means.WEAPONS,
        until="2019-03",
    )


def test_a_part_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="what is near Mali"):
        line_of("backs: Chad > rebels; near Mali")


def test_a_tie_of_which_everything_is_right() -> None:
    found = _values(_item(_EXPECTED), _told())
    judged = ("ties P", "ties R", "ties F", "means right", "beginning right")
    assert [found[m] for m in judged] == [1.0] * 5


@pytest.mark.parametrize(
    "fields",
    [
        {"type": RelationType.LEADS},
        {"subject": "Mali"},
        {"subject": "rebels", "target": "Chad"},
        {"certainty": Certainty(value=Factuality.CERTAINLY_NOT)},
        {"rule": "relations.v1:relations.arm.break", "when": _UNTIL},
    ],
)
def test_another_tie_is_a_miss_and_a_false_alarm(fields: dict[str, object]) -> None:
    found = _values(_item(_EXPECTED), _told(**fields))
    assert (found["ties P"], found["ties R"]) == (0.0, 0.0)


def test_what_goes_both_ways_may_be_told_either_way_round() -> None:
    opposed = _told(type=RelationType.OPPOSES, subject="rebels", target="Chad")
    assert _values(_item("opposes: Chad > rebels"), opposed)["ties F"] == 1.0


def test_wrong_means_and_times_are_told_apart_from_the_tie() -> None:
    found = _values(_item(_EXPECTED), _told(means=(), when=on("2018-01-01")))
    assert (found["ties F"], found["means right"], found["beginning right"]) == (1.0, 0.0, 0.0)


def test_what_may_be_there_is_neither_asked_for_nor_an_alarm() -> None:
    item = _item("? *: * > rebels")
    assert _values(item, _told())[ties.ALARM] == 0.0
    assert _values(item, _told(target="Mali"))[ties.ALARM] == 1.0


def test_a_coder_that_says_nothing_finds_nothing() -> None:
    judged = [ties.judge(row, silent) for row in ties.rows()]
    assert {f.value for f in figures(ties.SET, judged)} == {0.0}
