"""Whose somebody is: the actors named before, or after, an actor noun."""

from collections.abc import Iterator

from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.mentions.nouns import lexicon
from khaldun.coding.syntax import Word

_BEFORE = frozenset({"compound", "amod", "poss", "nmod"})
_AFTER = frozenset({"of", "from"})
_JOINTS = frozenset({"/", "-", "–"})


def owner_words(head: Word) -> Iterator[Word]:
    """The words that may name an owner of `head`, nearest first, possessors before others."""
    before = [c for c in head.children if c.dep in _BEFORE and c.index < head.index]
    yield from (c for c in reversed(before) if c.dep == "poss")
    for child in reversed(before):
        if child.dep != "poss":
            yield child
            yield from (c for c in reversed(child.children) if c.dep in _BEFORE)
    for child in before:
        if child.dep == "poss" and not child.entity:
            yield from (c for c in child.children if c.dep in _BEFORE)
    for preposition in head.children_by("prep"):
        yield from _after_preposition(preposition)


def _after_preposition(preposition: Word) -> Iterator[Word]:
    target = preposition.child("pobj")
    if preposition.lower not in _AFTER or target is None:
        return
    yield target
    yield from (c for c in target.children if c.dep in _BEFORE)
    if lexicon().has("title_modifiers", target.lower):
        for field in target.children_by("prep"):  # "minister of foreign affairs of Qatar"
            yield from _after_preposition(field)


def owner_of(head: Word, clusters: Clusters) -> Cluster | None:
    """The actor whose `head` is: "Wagner" for "Russian Wagner mercenaries"."""
    return next(
        (c for w in owner_words(head) if not _aligned(w) and (c := clusters.one_at(w.index))), None
    )


def coordinated_owners(head: Word, clusters: Clusters) -> list[tuple[Word, Cluster]]:
    """The owners that "and" joins before a noun: "Israeli and Palestinian negotiators".

    Each with the word that names it; fewer than two where there is no such coordination.
    """
    before = [c for c in head.children if c.dep in _BEFORE and c.index < head.index]
    slashed = [w for c in before for w in slashed_with(c)]
    words = [*slashed, *(w for c in before for w in (c, *c.conjuncts()) if not _aligned(w))]
    if not slashed and not any(w.child("cc") for w in words):
        return []
    found: dict[Cluster, Word] = {}
    for word in words:
        cluster = clusters.one_at(word.index)
        if cluster is not None and word.index < head.index:
            found.setdefault(cluster, word)
    return [(word, cluster) for cluster, word in found.items()]


def slashed_with(name: Word) -> Iterator[Word]:
    """The names that a slash or hyphen joins with this one: the "GNA" of "GNA/LNA talks"."""
    joints = {c.index for c in name.children if c.text in _JOINTS}
    if joints:
        yield from (c for c in name.children_by("compound", "nmod") if c.index + 1 in joints)


def _aligned(word: Word) -> bool:
    """Whether the word only says who backs the noun: "Kremlin-backed"."""
    return word.dep == "npadvmod" or lexicon().has("alignments", word.lower)


def loyal_to(head: Word, clusters: Clusters) -> Cluster | None:
    """The actor of "forces loyal to the GNA"."""
    for adjective in head.children_by("amod", "acomp", "relcl"):
        preposition = adjective.child("prep")
        target = preposition.child("pobj") if preposition is not None else None
        if adjective.index > head.index and target is not None:
            return clusters.one_at(target.index)
    return None


def aligned_words(head: Word) -> Iterator[Word]:
    """Who leads, holds or makes it: "a Saudi-led strike", "an offer by the Taliban"."""
    for participle in head.children_by("amod"):
        if lexicon().has("alignments", participle.lower):
            yield from (c for c in participle.children if c.index < participle.index)
    for preposition in head.children_by("prep"):
        target = preposition.child("pobj")
        if preposition.lower == "by" and target is not None:
            yield target
