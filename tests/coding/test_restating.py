from khaldun.coding import restating
from khaldun.coding.chain import draft_of
from khaldun.record import Document, Segment, SegmentKind, document_id
from tests.coding.helpers import coded


def triggers(text: str) -> list[str]:
    return [r.trigger.quote for r in coded(text).reports]


def test_what_a_headline_says_less_fully_than_its_lead_is_told_once() -> None:
    headline, lead = "Militants kill nine farmers", "Militants killed nine farmers on Monday."
    text = f"{headline}\n\n{lead}"
    document = Document(
        id=document_id(text),
        text=text,
        language="en",
        segments=(
            Segment(start=0, end=len(headline), kind=SegmentKind.HEADLINE),
            Segment(start=len(headline) + 2, end=len(text), kind=SegmentKind.BODY),
        ),
    )
    draft = draft_of(document)
    assert [r.trigger.quote for r in draft.reports] == ["killed"]
    assert any(d.stage == restating.NAME for d in draft.dropped)


def test_a_toll_told_again_is_one_report() -> None:
    text = "Rebels killed nine farmers near Bira. The nine farmers were killed at home."
    assert triggers(text) == ["killed"]


def test_a_mention_that_adds_a_count_stays() -> None:
    text = "Rebels attacked the army. The attack by rebels on the army killed nine soldiers."
    assert len(triggers(text)) == 2


def test_an_act_that_is_done_again_stays() -> None:
    text = "The army attacked the rebels. Later the army attacked the rebels again."
    assert triggers(text) == ["attacked", "attacked"]


def test_another_source_is_another_statement() -> None:
    text = "Rebels killed nine farmers. The mayor said that rebels had killed nine farmers."
    assert len(triggers(text)) == 2


def test_a_capture_told_again_as_an_arrest_is_one_report() -> None:
    text = "Soldiers captured two rebels in Bira. They detained the two rebels at a market."
    assert triggers(text) == ["captured"]


def test_one_more_suspect_is_another() -> None:
    text = "Soldiers arrested a rebel leader in Bira. They also detained one smuggler."
    assert triggers(text) == ["arrested", "detained"]
