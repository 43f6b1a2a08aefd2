"""The actors of a document while they are being put together."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from khaldun.coding.draft import ActorMention
from khaldun.coding.mentions import NamedMention, NameType
from khaldun.coding.syntax import Word
from khaldun.ontology.registry import RegistryEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A mention with why it was joined and whether only a rule says so."""

    mention: ActorMention
    reason: str
    inferred: bool = False


@dataclass(slots=True, eq=False, kw_only=True)
class Cluster:
    """One actor to be: its mentions so far and what they say of it."""

    key: str
    type: NameType
    entry: RegistryEntry | None = None
    sector: str | None = None
    country: str | None = None
    plural: bool = False
    gender: str | None = None
    names: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    joined: list[Joined] = field(default_factory=list)
    label: str | None = None  # what it is called where the text names several at once
    body: "Cluster | None" = None  # which a person serves, leads or speaks for

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.type is NameType.PERSON

    @property
    def fullest(self) -> str:
        """The longest of its names; the registry's where no name stands in the text."""
        if self.entry is not None and self.type is NameType.STATE:
            return self.entry.name
        return max(self.names, key=len) if self.names else self.key


class Clusters:
    """The actors of one document, by key and by the head word of each mention."""

    def __init__(self) -> None:
        self._by_key: dict[str, Cluster] = {}
        self._by_head: dict[int, tuple[Cluster, ...]] = {}
        self._by_word: dict[int, Cluster] = {}
        self._heads: list[int] = []
        self._words: dict[int, Word] = {}

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self._by_key.values())

    def get(self, key: str) -> Cluster | None:
        """The cluster with this key."""
        return self._by_key.get(key)

    def add(self, cluster: Cluster) -> Cluster:
        """Take in a new cluster; its key must be new."""
        self._by_key[cluster.key] = cluster
        return cluster

    def drop(self, cluster: Cluster) -> None:
        """Forget a cluster that another has taken over."""
        self._by_key.pop(cluster.key, None)

    def merge(self, one: Cluster, other: Cluster) -> None:
        """Make all mentions of `other`, an actor without a name, mentions of `one`."""
        self._by_key.pop(other.key, None)
        one.joined.extend(other.joined)
        one.nouns |= other.nouns
        one.marks |= other.marks
        one.sector, one.country = one.sector or other.sector, one.country or other.country
        one.body = one.body or other.body
        for joined in other.joined:
            head = joined.mention.head.index
            held = (one if c is other else c for c in self._by_head[head])
            self._by_head[head] = tuple(dict.fromkeys(held))

    def recent(self, index: int, reach: int) -> list[tuple[int, Cluster]]:
        """The clusters with a mention in the `reach` words before word `index`, last first.

        Each with the head of its last mention there.
        """
        first = bisect_left(self._heads, index - reach)
        heads = self._heads[first : bisect_left(self._heads, index)]
        found: dict[Cluster, int] = {}
        for head in reversed(heads):
            for cluster in self._by_head[head]:
                found.setdefault(cluster, head)
        return [(head, cluster) for cluster, head in found.items()]

    def join(self, mention: ActorMention, cluster: Cluster, reason: str, *, inferred: bool) -> None:
        """Make `mention` one of the cluster's; one mention may speak of several."""
        cluster.joined.append(Joined(mention=mention, reason=reason, inferred=inferred))
        if mention.head.index not in self._by_head:
            insort(self._heads, mention.head.index)
            self._words[mention.head.index] = mention.head
        self._by_head[mention.head.index] = (*self.at(mention.head.index), cluster)
        if isinstance(mention, NamedMention):
            self._by_word.update((w.index, cluster) for w in mention.name)

    def head(self, index: int) -> Word:
        """The head word at `index` of a mention joined before."""
        return self._words[index]

    def at(self, head: int) -> tuple[Cluster, ...]:
        """The clusters of the mention with this head word."""
        return self._by_head.get(head, ())

    def around(self, index: int) -> tuple[Cluster, ...]:
        """The clusters of the mention with this head, or of the name with this word in it."""
        named = self._by_word.get(index)
        return self.at(index) or ((named,) if named is not None else ())

    def one_at(self, head: int) -> Cluster | None:
        """The only cluster of the mention with this head word."""
        found = self.at(head)
        return found[0] if len(found) == 1 else None
