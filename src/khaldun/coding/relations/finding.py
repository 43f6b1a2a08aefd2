"""What the finders of relations share: a relation as found, before it has time and claim."""

from collections.abc import Iterable
from dataclasses import dataclass

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.ties import ties
from khaldun.coding.syntax import Word
from khaldun.record import Means, RelationType


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation between two ids, the word that says so, and the lexicon entry.

    What a noun phrase presupposes ("Iran's ally") holds whatever is said or denied of it.
    """

    type: RelationType
    subject: str
    target: str
    trigger: Word
    entry: str
    means: tuple[Means, ...] = ()
    ended: bool = False
    begins: bool = False
    presupposed: bool = False


def ids_at(draft: Draft, words: Iterable[Word]) -> tuple[str, ...]:
    """Actor ids of all the words, each once."""
    return tuple(dict.fromkeys(i for w in words for i in actors_at(draft, w)))


def means_of(words: Iterable[Word]) -> tuple[Means, ...]:
    """With what one party backs another, as these words say, in the order of the vocabulary."""
    found = {ties().means[w.lemma] for w in words if w.lemma in ties().means}
    return tuple(m for m in Means if m in found)
