import pytest

from benchmarks.running import figures
from benchmarks.sets import arguments
from benchmarks.sets.arguments import items, line_of
from khaldun.coding.chain import draft_of

_TEXT = "Chad and Mali armed the rebels, and the army was driven out by them."


def _values(*lines: str) -> dict[str, float]:
    (item,) = items([_TEXT, *(f"  {line}" for line in lines)])
    return {f.metric: f.value for f in figures(arguments.SET, [arguments.judge(item, draft_of)])}


def test_there_are_more_than_a_hundred_sentences() -> None:
    texts = [row.text for row in arguments.rows()]
    assert len(texts) == len(set(texts)) >= 120


def test_every_verb_and_argument_stands_in_its_sentence() -> None:
    for row in arguments.rows():
        for line in row.annotations:
            heads = (*line.subjects, *(line.objects or ()))
            for spelled in (line.verb, *(word for spellings in heads for word in spellings)):
                assert spelled in row.text, (spelled, row.text)


def test_coordinated_subjects_and_the_passive_are_undone() -> None:
    values = _values("armed: Chad, Mali > rebels", "driven: them > army")
    assert set(values.values()) == {1.0}


def test_what_is_missing_and_what_is_too_much_count() -> None:
    values = _values("armed: Chad > rebels, army")
    assert (values["subjects P"], values["subjects R"]) == (0.5, 1.0)
    assert (values["objects P"], values["objects R"]) == (1.0, 0.5)
    assert values["sentences right"] == 0.0


@pytest.mark.parametrize("objects", [None, ()])
def test_objects_are_judged_where_there_is_a_mark(objects: tuple[()] | None) -> None:
    assert line_of("fled: they/men" if objects is None else "fled: they/men >").objects == objects
    assert line_of("fled#2: they/men").occurrence == 2
