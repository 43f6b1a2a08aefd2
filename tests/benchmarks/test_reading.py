"""Gold offsets are carried into the text as the program reads it."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.gold import Row
from benchmarks.reading import as_it_stands, carried, read

_TEXT = "PORT ROSA, 3 May -- The army shelled\nthe  harbour on Sunday.\n\nRebels said ten died."


def test_words_stay_the_same_words() -> None:
    item = read(Row(doc_id="1", text=_TEXT))
    for word in ("shelled", "the  harbour", "Rebels said"):
        start = _TEXT.index(word)
        begin, end = item.at((start, start + len(word)))
        assert item.document.text[begin:end].split() == word.split()


def test_the_publication_day_is_the_given_one() -> None:
    item = as_it_stands(Row(doc_id="1", text="yesterday", dct="1990-05-04T12:00:00"))
    assert item.document.published is not None
    assert item.document.published.latest.isoformat() == "1990-05-04"


def test_texts_that_differ_in_more_than_white_space_are_not_carried() -> None:
    assert carried("abc", "ab c") == (0, 1, 3)
    assert carried("abc", "abcd") is None


@given(st.text())
def test_a_text_is_carried_into_itself(text: str) -> None:
    positions = carried(text, text)
    assert positions is not None
    assert all(p in (-1, i) for i, p in enumerate(positions))
