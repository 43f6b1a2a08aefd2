from khaldun.coding.reparsing.plans import faults, plan
from khaldun.coding.syntax import parse
from khaldun.record import Document


def test_a_tree_that_keeps_clauses_and_inserts_apart_is_left_alone() -> None:
    text = "The front, which Chad backs, took Tavo, and the army fled."
    assert plan(parse(Document(id="d", text=text, language="en")).words) is None


def test_a_verb_without_the_subject_before_the_insert_is_a_fault() -> None:
    text = "The front, which Chad backs, took Tavo, and the army, armed by Niger, fled to Bria."
    words = parse(Document(id="d", text=text, language="en")).words
    took = next(w for w in words if w.text == "took")
    subject = took.child("nsubj")
    assert subject is not None
    subject.dep = "dep"
    again = plan(words)
    assert again is not None
    assert faults(again) == 1
    pieces = [" ".join(w.text for w in piece) for piece in again.pieces]
    assert pieces == ["The front took Tavo ,", "the army fled to Bria ."]
