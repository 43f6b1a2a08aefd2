import json
from dataclasses import replace

from khaldun.record import Action, EventType, Span
from khaldun.review import training_line
from tests.resolution.builders import report

TEXT = "Earlier words. Rebels attacked Gao on Monday."
CODED = replace(
    report("a").item,
    type=EventType.ASSAULT,
    evidence=Span.of(TEXT, 15, len(TEXT)),
    trigger=Span.of(TEXT, 22, 30),
)


def line(reviewed: object = CODED, verdict: Action = Action.ACCEPT) -> dict[str, object]:
    made = training_line("doc-1", CODED, reviewed, verdict=verdict, by=("Amina",))  # type: ignore[arg-type]
    found: dict[str, object] = json.loads(made)
    return found


def test_spans_are_offsets_into_the_text_of_the_line() -> None:
    found = line()
    [span] = [s for s in found["spans"] if s["field"] == "trigger"]  # type: ignore[attr-defined]
    assert str(found["text"])[span["start"] : span["end"]] == "attacked"


def test_what_was_rejected_has_no_label_but_says_what_was_proposed() -> None:
    found = line(verdict=Action.REJECT)
    assert (found["label"], found["proposed"]) == (None, "ASSAULT")


def test_what_was_corrected_has_the_label_of_the_reviewer() -> None:
    found = line(replace(CODED, type=EventType.COERCE), Action.CORRECT)
    assert (found["label"], found["proposed"]) == ("COERCE", "ASSAULT")


def test_words_outside_the_sentence_are_left_out() -> None:
    found = line(replace(CODED, trigger=Span.of(TEXT, 0, 7)))
    assert [s for s in found["spans"] if s["field"] == "trigger"] == []  # type: ignore[attr-defined]
