from datetime import date

import pytest

from khaldun.errors import RecordError
from khaldun.record import Selection


def test_a_selection_that_nothing_can_meet_is_refused() -> None:
    with pytest.raises(RecordError, match="2024-03-02"):
        Selection(first_day=date(2024, 3, 2), last_day=date(2024, 3, 1))


def test_one_day_is_a_selection() -> None:
    assert Selection(first_day=date(2024, 3, 2), last_day=date(2024, 3, 2)).types == ()
