"""Victims who are named in another sentence than the attack."""

import pytest

from tests.coding.helpers import coded, names


@pytest.mark.parametrize(
    "text",
    [
        "A blast killed three people. One of the dead was Karim Aziz.",
        "A blast killed three people. Among the dead was Karim Aziz.",
        "A blast killed three people. The victims included Karim Aziz.",
        "One of the dead was Karim Aziz. The blast killed three people.",
    ],
)
def test_who_is_named_as_one_of_the_dead_was_killed_in_the_attack(text: str) -> None:
    draft = coded(text)
    (event,) = draft.events
    assert names(draft, event.recipients) == ["three people", "Karim Aziz"]


def test_who_is_not_one_of_them_was_not() -> None:
    draft = coded("A blast killed three people. Karim Aziz was not among the dead.")
    assert names(draft, draft.events[0].recipients) == ["three people"]
