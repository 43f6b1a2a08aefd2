import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.coding.syntax import parse
from khaldun.record import Document, Segment, SegmentKind
from tests.coding.helpers import coded, word


def document(text: str, *segments: Segment) -> Document:
    return Document(id="x", text=text, language="en", segments=segments)


def test_only_coded_segments_are_parsed() -> None:
    text = "Photo: Ali Hassan\n\nRebels attacked."
    parsed = parse(
        document(
            text,
            Segment(start=0, end=17, kind=SegmentKind.CAPTION),
            Segment(start=19, end=len(text), kind=SegmentKind.BODY),
        )
    )
    assert [w.text for w in parsed.words] == ["Rebels", "attacked", "."]
    assert parsed.words[0].start == 19


def test_a_sentence_never_runs_over_a_paragraph() -> None:
    parsed = parse(document("Rebels attacked\n\nThe army fled"))
    assert len(parsed.sentences) == 2
    assert [s.paragraph for s in parsed.sentences] == [0, 1]


def test_a_compound_stays_one_word() -> None:
    assert word(coded("A cease-fire held."), "cease-fire").pos in ("NOUN", "ADJ", "PROPN")


def test_a_wrong_lemma_is_mended() -> None:
    assert word(coded("Teachers staged a protest."), "staged").lemma == "stage"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_every_word_stands_at_its_offsets(text: str) -> None:
    for found in parse(document(text)).words:
        assert text[found.start : found.end].lower() == found.text.lower()


def test_a_dash_that_the_parser_has_not_met_is_no_word() -> None:
    words = parse(document("“The town has fallen,” ― Mary Ali")).words
    dash = next(w for w in words if w.start == 23)
    assert dash.pos == "PUNCT"


@pytest.mark.parametrize("marker", ["• ", "12. ", "(iv) ", "- ", "b) "])
def test_the_mark_of_a_list_is_no_word(marker: str) -> None:
    found = parse(document(f"{marker}The army left Tavo."))
    assert found.words[0].text == "The"


def test_a_decimal_number_is_no_mark_of_a_list() -> None:
    found = parse(document("3.5 tonnes of explosives were found."))
    assert found.words[0].text == "3.5"


def test_the_hour_of_a_post_is_no_word_of_it() -> None:
    found = parse(document("21:40 – The Council will meet tonight.\n\n20:55 – Rebels fled."))
    assert [s.words[0].text for s in found.sentences] == ["The", "Rebels"]


@pytest.mark.parametrize("mark", ["14:20 ", "14:20 – ", "(C) ", "3. (SBU) ", "2. "])
def test_hours_of_posts_and_marks_of_portions_are_no_words(mark: str) -> None:
    parsed = parse(document(f"{mark}Rebels attacked Goma."))
    assert parsed.words[0].text == "Rebels"
