"""PLV: the report chosen, the labels mapped, the figures of known coders."""

from dataclasses import replace

import pytest

from benchmarks.gold import Row
from benchmarks.halves import Half, half_of
from benchmarks.outcomes import Outcome, SetResult
from benchmarks.running import judge, silent, summarise
from benchmarks.sets.zsp_plv import SET, Item, MarkedEvent, compare, marked
from khaldun.coding.draft import Draft
from khaldun.record import Document, EventType, Report, Status
from tests.benchmarks.drafts import Code, actor, draft, report

_MARKED = "<s>Norland</s> attacked <t>Sudmark</t> after it had praised Westria ."
_TEXT = "Norland attacked Sudmark after it had praised Westria ."


def _item(identifier: str = "1", root: str = "ASSAULT") -> Item:
    event = MarkedEvent(plover_root=root, marked=_MARKED)
    return Item(doc_id=identifier, text=_TEXT, annotations=(event,))


def _coder(*reports: Report) -> Code:
    def code(document: Document) -> Draft:
        names = ("Norland", "Sudmark", "Westria")
        actors = tuple(actor(n[0], _TEXT, n) for n in names)
        return replace(draft(document), actors=actors, reports=reports)

    return code


_ATTACK = report(_TEXT, EventType.ASSAULT, "attacked", "N", "S")
_PRAISE = report(_TEXT, EventType.SUPPORT, "praised", "N", "W")


def _figures(code: Code, *items: Item) -> dict[str, float]:
    judged = [judge(SET, item, code) for item in items]
    result: SetResult = summarise(SET, judged, [i.doc_id for i in items])
    return {f.metric: f.value for f in result.figures}


def test_marks_are_found_where_the_bare_text_has_them() -> None:
    assert marked(_MARKED, "s") == [(0, 7)]
    assert marked(_MARKED, "t") == [(17, 24)]


def test_the_report_that_fits_the_pair_is_judged_whatever_its_place() -> None:
    figures = _figures(_coder(_PRAISE, _ATTACK), _item())
    assert figures["accuracy"] == 1.0
    assert figures["type and both parties"] == 1.0


def test_of_reports_that_fit_alike_the_first_is_judged() -> None:
    other = report(_TEXT, EventType.COERCE, "attacked", "N", "S")
    assert _figures(_coder(other, _ATTACK), _item())["accuracy"] == 0.0


def test_who_says_nothing_scores_nothing() -> None:
    figures = _figures(silent, _item())
    assert figures["accuracy"] == figures["coverage"] == figures["macro-F1"] == 0.0


def test_a_right_type_with_a_wrong_recipient_is_half_right() -> None:
    figures = _figures(_coder(replace(_ATTACK, recipients=("W",))), _item())
    assert figures["accuracy"] == 1.0
    assert figures["actor overlaps"] == 1.0
    assert figures["type and both parties"] == 0.0


def test_both_sides_of_a_meeting_are_its_pair_but_one_side_is_not() -> None:
    meeting = report(_TEXT, EventType.CONSULT, "attacked", ("N", "S"))
    alone = report(_TEXT, EventType.CONSULT, "attacked", ("N",))
    metric = "both parties overlap"
    assert _figures(_coder(meeting), _item())[metric] == 1.0
    assert _figures(_coder(alone), _item())[metric] == 0.0


def test_concede_and_retreat_count_as_yield() -> None:
    for kind in (EventType.CONCEDE, EventType.RETREAT):
        code = _coder(replace(_ATTACK, type=kind))
        assert _figures(code, _item(root="YIELD"))["accuracy"] == 1.0


def test_half_of_the_items_right_is_a_half() -> None:
    items = (_item("1", "ASSAULT"), _item("2", "SUPPORT"))
    assert _figures(_coder(_ATTACK), *items)["accuracy"] == 0.5


@pytest.mark.parametrize(
    ("kind", "modes", "status", "label"),
    [
        (EventType.SANCTION, ("convict",), Status.HAPPENED, "ACCUSE"),
        (EventType.COERCE, ("cyber",), Status.HAPPENED, "ASSAULT"),
        (EventType.CONCEDE, (), Status.PLANNED, "AGREE"),
    ],
)
def test_labels_are_mapped_and_both_figures_are_given(
    kind: EventType, modes: tuple[str, ...], status: Status, label: str
) -> None:
    code = _coder(replace(_ATTACK, type=kind, modes=modes, status=status))
    figures = _figures(code, _item(root=label))
    assert (figures["accuracy"], figures["accuracy, labels as mapped"]) == (0.0, 1.0)


def test_unseen_verbs_are_those_of_the_unread_half_only() -> None:
    read = next(str(n) for n in range(99) if half_of(str(n)) is Half.READ)
    unread = next(str(n) for n in range(99) if half_of(str(n)) is Half.UNREAD)
    seen, unseen = Outcome(item=read, key="attack"), judge(SET, _item(unread), _coder(_ATTACK))
    known = replace(unseen.outcome, key="attack")
    metric = "accuracy, labels as mapped, unseen verbs"
    assert metric in {t.metric for t in compare([seen, unseen.outcome])[1].tallies}
    assert metric not in {t.metric for t in compare([seen, known])[1].tallies}


def test_a_coder_that_raises_has_said_nothing_and_is_told_on() -> None:
    def broken(document: Document) -> Draft:
        raise RuntimeError(document.id)

    judged = judge(SET, _item("7"), broken)
    assert judged.failure is not None
    assert judged.failure.startswith("7: ")
    assert isinstance(_item(), Row)
