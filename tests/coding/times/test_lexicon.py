"""The examples of the lexicon, each rule beside its own."""

from datetime import date
from typing import Any

import pytest

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.times import read_times

LEXICON = load_lexicon("times")
EXAMPLES = [r["example"] for r in (*LEXICON["rules"], *LEXICON["continuations"])]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: str(e["text"]))
def test_a_rule_reads_its_example(example: dict[str, Any]) -> None:
    times = read_times(example["text"], date(2020, 9, 10))
    found = times[example.get("nth", 0)].timex
    assert (found.value, found.mod) == (str(example["value"]), example.get("mod"))
