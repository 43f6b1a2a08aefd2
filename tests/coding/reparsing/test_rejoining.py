import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.coding.predicates import subject_of
from khaldun.coding.syntax import parse
from khaldun.record import Document
from tests.coding.helpers import coded, word


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Orsia's security forces, acting on a tip from Chad, raided a warehouse in Tavo, found "
            "nine tonnes of cocaine and arrested a retired admiral, whose lawyer protested.",
            "raided",
            "forces",
        ),
        (
            "The coalition, led by the premier, called a strike for Monday, while the president's "
            "supporters, waving portraits of the late marshal, blocked the bridge.",
            "blocked",
            "supporters",
        ),
        (
            "The deal, which Chad brokered and both sides signed, obliges the rebels to leave, but "
            "they have appointed mayors, levied taxes and recruited boys from the camps.",
            "levied",
            "they",
        ),
    ],
)
def test_subjects_of_sentences_that_are_parsed_in_pieces(
    text: str, verb: str, subject: str
) -> None:
    found = subject_of(word(coded(text), verb))
    assert found is not None
    assert found.text == subject


_PIECES = st.sampled_from(
    [
        "the front", "Chad", ",", ";", ", and", ", which", "took", "has taken", "said", "Tavo", "–",
        "(", ")", "armed by", "residents", ", but", "while", "they", "fled", '"', ".", "of whom",
    ]
)  # fmt: skip


def test_brackets_that_open_a_sentence_stay() -> None:
    text = "(Tavo) The front, which Chad backs, by then in a bad way took Tavo; they fled."
    assert len(parse(Document(id="d", text=text, language="en")).words) > 0


@given(st.lists(_PIECES, min_size=1, max_size=30).map(" ".join))
def test_the_words_of_a_sentence_always_make_one_tree(text: str) -> None:
    syntax = parse(Document(id="d", text=text, language="en"))
    for sentence in syntax.sentences:
        assert [w for w in sentence.words if w.is_root] == [sentence.root]
        assert set(sentence.root.subtree()) == set(sentence.words)
    assert all(text[w.start : w.end] == w.text for w in syntax.words)
