import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.language import language_name, language_of
from khaldun.reading.resource import load_resource


@pytest.mark.parametrize("example", load_resource("language")["examples"])
def test_examples(example: dict[str, str]) -> None:
    assert language_of(example["text"]) == example["language"]


def test_every_language_has_a_name() -> None:
    content = load_resource("language")
    codes = [*content["latin"], *content["letters"], *(s["language"] for s in content["scripts"])]
    assert [code for code in codes if "not recognised" in language_name(code)] == []


def test_every_function_word_is_text() -> None:
    content = load_resource("language")
    lists = [content["english"], *content["latin"].values()]
    assert [word for words in lists for word in words if not isinstance(word, str)] == []


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert len(language_of(text)) in (2, 3)
