import io
import sys
from datetime import date
from pathlib import Path

import pytest

from khaldun.coding import chain
from khaldun.errors import UsageError
from khaldun.exchange.json import to_json
from khaldun.record import CodedDocument, Document, Problem, PublicationBasis
from khaldun.workspace import Coder, code, coder, drafts, explain, sentences_of
from tests.dying import die_for_mines

TEXT = "Rebels attacked the army base near Goma on 3 March 2024. The army denied it."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_text_and_file_give_the_same_records(report: Path) -> None:
    assert code(TEXT).reports == code(report).reports == code(str(report)).reports


def test_a_publication_date_given_is_taken_as_given() -> None:
    published = code(TEXT, published="2024-03-05").document.published
    assert published is not None
    assert (published.earliest, published.basis) == (date(2024, 3, 5), PublicationBasis.GIVEN)


def test_a_day_that_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="2020-08-20"):
        code(TEXT, published="yesterday")


@pytest.mark.parametrize("source", ["missing.txt", Path("missing.txt"), ""])
def test_what_cannot_be_read_is_a_usage_error(source: str | Path) -> None:
    with pytest.raises(UsageError, match=r"R\d{3}"):
        code(source)


def test_a_folder_is_not_one_document(report: Path) -> None:
    (report.parent / "second.txt").write_text(TEXT, "utf-8")
    with pytest.raises(UsageError, match="2 documents"):
        code(report.parent)


def test_results_come_in_the_order_of_the_sources(report: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    results = list(Coder().code([report, missing, str(report)]))
    assert [type(result) for result in results] == [CodedDocument, Problem, CodedDocument]


def test_more_workers_give_the_same_bytes(report: Path, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{TEXT} Troops left in {2010 + number}.", "utf-8")
    alone = [to_json(r) for r in Coder().code([tmp_path]) if isinstance(r, CodedDocument)]
    shared = [to_json(r) for r in Coder(workers=2).code([tmp_path]) if isinstance(r, CodedDocument)]
    assert len(alone) == 4
    assert shared == alone


def test_no_workers_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="0 workers"):
        Coder(workers=0)


def test_a_document_that_breaks_the_coder_is_a_problem_and_the_rest_goes_on(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> CodedDocument:
        raise RuntimeError("a bug")

    monkeypatch.setattr(chain, "code_document", fail)
    results = list(Coder().code([report, report]))
    lost = [(r.code, r.source) for r in results if isinstance(r, Problem)]
    assert lost == [("C001", str(report))] * 2
    with pytest.raises(UsageError, match=r"C001.*a bug"):
        code(TEXT)


def test_a_document_that_kills_its_process_is_a_problem_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = Document(id="d", text=TEXT, language="en")
    names = ("mine", "other", "mine", "last")
    monkeypatch.setattr(coder, "_code_one", die_for_mines)
    items = [coder.Source(name=name, document=document) for name in names]
    results = [result for _, result in coder.code_all(items, workers=2)]
    assert [r.code for r in results if isinstance(r, Problem)] == [
        "C002",
        "spared",
        "C002",
        "spared",
    ]


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    (result,) = Coder().code(["-"])
    assert isinstance(result, CodedDocument)
    assert result.document.text == TEXT


def test_sentences_are_numbered_as_explain_numbers_them() -> None:
    second = sentences_of(TEXT)[1]
    sentence = explain(TEXT, sentence=2).sentence
    assert (second.start, second.end) == (sentence.start, sentence.end)


def test_a_sentence_that_is_not_there_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="the text has 2"):
        explain(TEXT, sentence=3)


def test_drafts_keep_what_the_records_leave_out(report: Path) -> None:
    (draft,) = drafts([report])
    assert not isinstance(draft, Problem)
    assert draft.predicates
