import pytest

from khaldun.coding.checking import Example, examples, fault_of
from khaldun.record import EventType


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.entry)
def test_the_example_of_an_entry_gives_what_it_says(example: Example) -> None:
    fault = fault_of(example)
    assert fault is None, str(fault)


def test_every_event_type_has_examples() -> None:
    shown = {e.type for e in examples()}
    assert shown >= {kind.value for kind in EventType}
