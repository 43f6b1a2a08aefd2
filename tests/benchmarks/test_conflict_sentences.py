import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from benchmarks.running import figures, silent
from benchmarks.sets import conflict_sentences
from benchmarks.sets.conflict_lines import NOBODY, Item, Line, Words, items, line_of
from khaldun.coding.draft import Draft
from khaldun.record import (
    Attribution,
    Certainty,
    Document,
    EventType,
    Factuality,
    HolderKind,
    Quantity,
    QuantityRole,
    Report,
    Status,
)
from tests.benchmarks.drafts import actor, draft, on, report, span_of

_TEXT = "Rebels killed nine soldiers on Sunday , officers said ."
_EXPECTED = "ASSAULT: Rebels > soldiers; killed 9; on 2024-05-12; says officers"


def _item(*lines: str, text: str = _TEXT) -> Item:
    (found,) = items([text, *(f"  {line}" for line in lines)])
    return found


def _said(**fields: object) -> Report:
    nine = Quantity(
        role=QuantityRole.KILLED, unit="person", minimum=9, maximum=9, span=span_of(_TEXT, "nine")
    )
    link = Attribution(
        holder="officers", kind=HolderKind.UNNAMED, cue=span_of(_TEXT, "said"), actor="officers"
    )
    made = report(_TEXT, EventType.ASSAULT, "killed", ("Rebels",), ("soldiers",))
    made = replace(made, quantities=(nine,), attribution=(link,), when=on("2024-05-12"))
    return replace(made, **fields)  # type: ignore[arg-type]


def _coder(*reports: Report) -> Callable[[Document], Draft]:
    def code(document: Document) -> Draft:
        actors = tuple(actor(name, _TEXT, name) for name in ("Rebels", "soldiers", "officers"))
        return replace(draft(document), actors=actors, reports=reports)

    return code


def _values(item: Item, *reports: Report) -> dict[str, float]:
    judged = conflict_sentences.judge(item, _coder(*reports))
    return {f.metric: f.value for f in figures(conflict_sentences.SET, [judged])}


def test_there_are_four_hundred_sentences_with_every_choice_made() -> None:
    texts = [row.text for row in conflict_sentences.rows()]
    assert len(texts) == len(set(texts)) >= 400
    assert not [text for text in texts if re.search(r"[{}|]", text)]


def test_every_sentence_says_what_is_to_be_found() -> None:
    types = {*EventType}
    for row in conflict_sentences.rows():
        assert types.issuperset(t for line in row.annotations for t in line.types), row.text


def test_the_words_of_every_line_stand_in_its_sentence() -> None:
    for row in conflict_sentences.rows():
        for line in row.annotations:
            fields = (line.actors, line.recipients, line.place, line.holder)
            words = [w for f in fields if f is not None for w in (*f.needed, *f.tolerated)]
            assert not [w for w in words if w not in row.text], row.text


def test_a_line_is_read_field_by_field() -> None:
    line = line_of("ASSAULT/COERCE: army, ~it >; at Oru; killed 3-?; on 2024-05-02; says *; denied")
    assert line == Line(
        types=("ASSAULT", "COERCE"),
        actors=Words(needed=("army",), tolerated=("it",)),
        recipients=NOBODY,
        place=Words(needed=("Oru",)),
        killed=(3.0, None),
        day=("2024-05-02", "2024-05-02"),
        holder=None,
        status="denied",
    )


def test_a_part_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="what is near Oru"):
        line_of("ASSAULT: army >; near Oru")


def test_choices_are_made_together_in_sentence_and_lines() -> None:
    found = list(items(["{Rebels|Troops} fled {Oru|Tan}.", "  RETREAT: {Rebels|Troops} >"]))
    assert [row.text for row in found] == ["Rebels fled Oru.", "Troops fled Tan."]
    assert [row.annotations[0].actors for row in found] == [
        Words(needed=("Rebels",)),
        Words(needed=("Troops",)),
    ]


def test_a_line_of_which_everything_is_right() -> None:
    found = _values(_item(_EXPECTED), _said())
    assert set(found.values()) == {1.0, 0.0}
    assert [m for m, value in found.items() if value == 0.0] == [
        "forecasts P",
        "forecasts R",
        "forecasts F",
    ]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"actors": ("Rebels", "soldiers")}, "actors right"),
        ({"recipients": ()}, "recipients right"),
        ({"quantities": ()}, "killed right"),
        ({"when": on("2024-05-11")}, "day right"),
        ({"status": Status.PLANNED}, "status right"),
        ({"certainty": Certainty(value=Factuality.CERTAINLY_NOT)}, "status right"),
        ({"attribution": ()}, "holder right"),
    ],
)
def test_a_wrong_field_spoils_the_line(fields: dict[str, object], wrong: str) -> None:
    found = _values(_item(_EXPECTED), _said(**fields))
    assert (found[wrong], found["whole lines right"], found["events F"]) == (0.0, 0.0, 1.0)


def test_a_report_of_another_type_is_a_miss_and_a_false_alarm() -> None:
    found = _values(_item(_EXPECTED), _said(type=EventType.PROTEST))
    assert (found["events P"], found["events R"], found["whole lines right"]) == (0.0, 0.0, 0.0)


def test_what_may_be_there_is_neither_asked_for_nor_an_alarm() -> None:
    item = _item("NONE", "? ASSAULT")
    assert _values(item, _said())[conflict_sentences.ALARM] == 0.0
    assert _values(item, _said(), _said())[conflict_sentences.ALARM] == 1.0


def test_the_author_is_the_holder_of_a_forecast_that_names_none() -> None:
    item = _item("FORECAST", text="The truce will not last .")
    assert item.forecasts == (NOBODY,)
    assert not item.annotations


def test_a_coder_that_says_nothing_finds_nothing() -> None:
    judged = [conflict_sentences.judge(row, silent) for row in conflict_sentences.rows()]
    found = {f.metric: f.value for f in figures(conflict_sentences.SET, judged)}
    assert set(found.values()) == {0.0}


def test_the_place_may_stand_for_a_recipient_that_is_not_named() -> None:
    asked = _item(_EXPECTED.replace("> soldiers", ">") + "; at soldiers")
    assert _values(asked, _said())["recipients right"] == 1.0
