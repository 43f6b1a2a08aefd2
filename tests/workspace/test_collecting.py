import gc

import pytest

from khaldun.workspace.collecting import without_collector


def _fail() -> None:
    with without_collector():
        assert not gc.isenabled()
        raise RuntimeError


def test_the_collector_rests_within_and_works_again_after_an_error() -> None:
    with pytest.raises(RuntimeError):
        _fail()
    assert gc.isenabled()
