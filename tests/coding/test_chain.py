import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khaldun.coding import chain
from khaldun.record import Document, document_id


def code(text: str) -> object:
    return chain.code_document(Document(id=document_id(text), text=text, language="en"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_is_coded_without_an_exception(text: str) -> None:
    code(text)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "rebels",
                "army",
                "attacked",
                "by",
                "was",
                "in",
                "said",
                "that",
                ",",
                ".",
                "not",
                "to",
                "kill",
                "20",
                "Moscow",
                "'s",
                "on",
                "Monday",
                "may",
                "have",
                "been",
                "and",
                "who",
                "with",
                "against",
                "talks",
                "refused",
            ]
        ),
        max_size=40,
    )
)
def test_any_salad_of_our_words_is_coded_without_an_exception(words: list[str]) -> None:
    code(" ".join(words))


def test_the_same_text_gives_the_same_records() -> None:
    text = "Rebels attacked the army near Goma on 3 May 2021, killing 12 soldiers."
    assert code(text) == code(text)


def test_an_empty_document_has_no_records() -> None:
    coded = chain.code_document(Document(id="x", text="", language="en"))
    assert coded.reports == ()


def test_every_stage_has_a_versioned_name() -> None:
    assert all("." in stage.name for stage in chain.STAGES)


@pytest.mark.parametrize("key", ["spacy", "gazetteer", "registry", "stage:events", "lexicon:agree"])
def test_the_versions_name_what_decides_the_result(key: str) -> None:
    assert key in dict(chain.versions())
