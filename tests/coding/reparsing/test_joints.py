import pytest

from khaldun.coding.reparsing.joints import joints
from khaldun.coding.syntax import parse
from khaldun.record import Document


def _clauses(text: str) -> list[str]:
    words = parse(Document(id="d", text=text, language="en")).words
    return [text[words[j.opening].start :] for j in joints(words, frozenset())]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The front took Tavo, and the army fled.", "the army fled."),
        ("The front took Tavo, while the army fled.", "the army fled."),
        ("The front took Tavo; the army fled.", "the army fled."),
        ("The front took Tavo; but the army fled.", "the army fled."),
    ],
)
def test_a_clause_opens_behind_a_mark_with_its_own_subject(text: str, clause: str) -> None:
    assert _clauses(text) == [clause]


@pytest.mark.parametrize(
    "text",
    [
        "The front took Tavo, and then left.",
        "A colonel said two lieutenants, four sergeants, and two soldiers were held.",
        "The front took Tavo, and the army fled, residents say.",
        'Chad said "the front took Tavo, and the army fled".',
        "The front took Tavo, and the army that fled",
    ],
)
def test_what_goes_on_is_no_clause_of_its_own(text: str) -> None:
    assert _clauses(text) == []
