"""The order in which the tree of a sentence is mended: each file counts on those before it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.mending.clauses import mend_clauses
from khaldun.coding.mending.relatives import mend_relatives
from khaldun.coding.mending.repair import repair
from khaldun.coding.mending.subjects import mend_subjects

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word


def mend(words: Sequence["Word"]) -> None:
    """Mend the tree of one sentence in place; heads and labels change, words and offsets do not."""
    mend_clauses(words)
    mend_relatives(words)
    mend_subjects(words)
    repair(words)
