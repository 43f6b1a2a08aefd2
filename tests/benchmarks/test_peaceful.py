import re
from dataclasses import replace
from pathlib import Path

from benchmarks.running import Options, figures, run, silent
from benchmarks.sets import peaceful
from khaldun.coding.draft import Draft
from khaldun.record import Document, EventType
from tests.benchmarks.drafts import draft, report


def test_there_are_at_least_five_hundred_sentences() -> None:
    texts = [row.text for row in peaceful.rows()]
    assert len(texts) == len(set(texts)) >= 500


def test_every_choice_is_made() -> None:
    assert not [r.text for r in peaceful.rows() if re.search(r"[{}|]", r.text)]


def test_a_template_takes_the_first_choices_together() -> None:
    made = peaceful.sentences("{cats|dogs|owls} sleep {late|well|by day}.")
    assert made == ["Cats sleep late.", "Dogs sleep well.", "Owls sleep by day."]


def test_a_sentence_with_a_report_is_a_false_alarm() -> None:
    row = peaceful.rows()[0]

    def code(document: Document) -> Draft:
        said = report(document.text, EventType.ASSAULT, "fired")
        return replace(draft(document), reports=(said,))

    values = [
        figure.value
        for coder in (code, silent)
        for figure in figures(peaceful.SET, [peaceful.judge(row, coder)])
    ]
    assert values == [1.0, 0.0]


def test_the_set_needs_no_file_in_the_gold_folder(tmp_path: Path) -> None:
    found = run("peaceful", tmp_path, Options(limit=1))
    assert found.error is None
    assert found.items == 1
