"""Words that hang on the wrong word are put where they belong."""

from typing import Any

import pytest

from khaldun.coding.lexicon.loading import load_lexicon
from tests.coding.helpers import coded, word

_LEXICON = load_lexicon("mending")


@pytest.mark.parametrize("example", [*_LEXICON["members_examples"], *_LEXICON["parted_examples"]])
def test_the_subject_is_found_again(example: dict[str, Any]) -> None:
    subject = word(coded(example["text"]), example["verb"]).child("nsubj")
    assert subject is not None
    assert subject.text == example["subject"]


@pytest.mark.parametrize("example", _LEXICON["raided_examples"])
def test_an_object_does_not_do_what_its_clause_goes_on_with(example: dict[str, Any]) -> None:
    draft = coded(example["text"])
    thing = word(draft, example["verb"]).child("dobj")
    assert thing is not None
    assert thing.text == example["object"]
    assert word(draft, example["after"]).head.text == example["before"]
