import pytest

from khaldun.record import EventType
from tests.coding.helpers import coded, names

_LIST = "To the government of Chad:\n\n• {}\n\nThe group wrote to the ministry."


@pytest.mark.parametrize(
    "line",
    [
        "Release the hostages taken by the police.",
        "End arbitrary arrests and free the detainees;",
        "Immediately cease attacks on teachers and schools.",
    ],
)
def test_what_a_list_asks_for_is_a_request_to_whom_it_addresses(line: str) -> None:
    draft = coded(_LIST.format(line))
    event = draft.events[0]
    assert event.type is EventType.REQUEST
    assert names(draft, event.recipients) == ["Chad"]
    assert event.actors == ()


def test_what_readers_are_told_to_do_happened_to_nobody() -> None:
    assert coded("Cut military aid to Chad.").events == ()


def test_what_a_request_recalls_has_happened() -> None:
    draft = coded(_LIST.format("Withdraw from the town that soldiers seized in May."))
    assert EventType.ASSAULT in [e.type for e in draft.events]
