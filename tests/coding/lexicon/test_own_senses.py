"""A user's own files of senses, listed in the environment."""

from pathlib import Path

import pytest

from khaldun.coding.lexicon.loading import OWN_FILES
from khaldun.coding.lexicon.loading import versions as lexicon_versions
from khaldun.coding.lexicon.senses import Senses, senses
from khaldun.errors import LexiconError
from khaldun.record import EventType

OWN = """
senses:
- {id: trick, type: COERCE, modes: [misinformation], verbs: [bomb, hoodwink], recipient: [object],
   example: "<a>The regime</a> hoodwinked <r>the inspectors</r>."}
"""


def _loaded(monkeypatch: pytest.MonkeyPatch, *files: Path) -> Senses:
    monkeypatch.setenv(OWN_FILES, ":".join(map(str, files)))
    found: Senses = senses.__wrapped__()
    return found


def test_own_senses_are_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.yaml").write_text(OWN)
    (sense,) = _loaded(monkeypatch, tmp_path / "mine.yaml").verbs["hoodwink"]
    assert (sense.id, sense.type) == ("own.mine.trick", EventType.COERCE)


def test_between_equals_own_senses_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.yaml").write_text(OWN)
    bare = [s for s in _loaded(monkeypatch, tmp_path / "mine.yaml").verbs["bomb"]
            if s.specificity == 0]  # fmt: skip
    assert bare[0].id == "own.mine.trick"


def test_own_files_are_among_the_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.yaml").write_text(OWN)
    monkeypatch.setenv(OWN_FILES, str(tmp_path / "mine.yaml"))
    assert "own:mine" in dict(lexicon_versions.__wrapped__())


@pytest.mark.parametrize(
    "content",
    [
        "senses: 3",
        "[]",
        "senses: [: :",
        "senses: [bomb]",
        "senses:\n- {id: x, type: COERCE, verbs: [x]}",
        'senses:\n- {id: x, type: BOMB, verbs: [x], example: "y"}',
        'senses:\n- {id: x, type: COERCE, verb: [x], example: "y"}',
    ],
)
def test_a_file_that_breaks_the_rules_is_named(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.yaml").write_text(content)
    with pytest.raises(LexiconError, match="mine"):
        _loaded(monkeypatch, tmp_path / "mine.yaml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LexiconError, match="gone"):
        _loaded(monkeypatch, tmp_path / "gone.yaml")
