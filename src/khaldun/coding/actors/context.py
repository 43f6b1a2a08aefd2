"""Countries that a document leaves to its context: "the Ministry of Defense", "the army"."""

from collections.abc import Iterable

from khaldun.coding.actors.model import Cluster
from khaldun.coding.syntax import Word

OF_STATES = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_FROM_ELSEWHERE = frozenset({"MED", "NGO", "IGO", "BUS"})
_NEW = frozenset({"a", "an", "another", "some", "any"})


def fill_countries(clusters: Iterable[Cluster]) -> None:
    """Give bodies of a state that lack a country the one that the context gives them.

    It is that of the last body before it under the same noun ("Russian ministries … the
    Ministry of Defense"), or the one country that any body of the document has.
    """
    ordered = sorted((c for c in clusters if c.joined), key=_position)
    about = _only_country(ordered)
    last: dict[str, str] = {}
    for cluster in ordered:
        if _lacks_country(cluster):
            same = (last[noun] for noun in sorted(cluster.nouns) if noun in last)
            cluster.country = next(same, None) or about
        elif cluster.country is not None and not cluster.person:
            last.update(dict.fromkeys(cluster.nouns, cluster.country))


def _lacks_country(cluster: Cluster) -> bool:
    opening = cluster.joined[0].mention.words[0]
    known = cluster.country is not None or cluster.entry is not None or cluster.person
    new = opening.lower in _NEW or opening.pos == "NUM" or opening.dep == "amod"
    return not known and cluster.sector in OF_STATES and not (new or cluster.plural)


def _only_country(clusters: Iterable[Cluster]) -> str | None:
    """The one country that any body of the document has, its newspapers and charities apart.

    Nor is it that of who only backs somebody: "the Kremlin-backed government".
    """
    countries = {
        c.country
        for c in clusters
        if c.country is not None
        and not (c.person or _only_backs(c))
        and c.sector not in _FROM_ELSEWHERE
    }
    return next(iter(countries)) if len(countries) == 1 else None


def _only_backs(cluster: Cluster) -> bool:
    """Whether it is only named before a hyphen: "Iranian-backed"."""
    return all(_is_before_hyphen(j.mention.head) for j in cluster.joined)


def _is_before_hyphen(word: Word) -> bool:
    after = word.head.children_by("punct")
    return word.index < word.head.index and any(c.tag == "HYPH" for c in after)


def _position(cluster: Cluster) -> int:
    return min(j.mention.head.index for j in cluster.joined)
