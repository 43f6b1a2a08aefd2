"""Finds the actor, spoken of before, that a noun phrase points back to."""

from collections import Counter
from collections.abc import Iterable

from khaldun.coding.actors import fitting
from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.owners import owner_of
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.mentions import NameType, NominalMention
from khaldun.coding.mentions.nouns import NounKind, is_plural, lexicon, singular
from khaldun.coding.syntax import Word
from khaldun.ontology.registry import RegistryKind

_ACTING = frozenset({"nsubj", "agent", "poss", "pobj", "dobj"})
_PAIRS = frozenset({"both", "two"})
_SUFFERING = frozenset({"dobj", "nsubjpass"})
_EACH = frozenset({"each", "neither", "either"})
_MEMORY = 400  # words back
_PAIR_MEMORY = 160
_TOGETHER = 40  # words within which a pair that "and" joins goes before whoever is named more
_GENERIC_MEMORY = 60
_NEARER = 50  # words by which another that fits may stand nearer than one under the same noun
_DOMINANT = 3  # times as many mentions as the next state
_ARMED = frozenset({"REB", "UAF"})


class AntecedentFinder:
    """Looks back over a document; built when all its names are joined."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        named = [c for c in clusters if c.names]
        self.weights = _weights(named)
        states = (c for c in named if c.type is NameType.STATE)
        self.states = sorted(states, key=lambda c: -self.weights.get(c.country, 0))
        self.groups = [c for c in named if c.type is NameType.BODY and c.sector in _ARMED]
        self.persons = [c for c in named if c.person]
        self.forces = {c.country: c for c in named if _is_armed_forces(c)}
        self.holders: dict[str | None, list[Cluster]] = {}
        for cluster in self.persons:
            self.holders.setdefault(cluster.country, []).append(cluster)

    def armed_forces(self, state: Cluster) -> Cluster | None:
        """The state's armed forces, where the document has them by their registered name."""
        if state.type is not NameType.STATE or state.country is None:
            return None
        return self.forces.get(state.country)

    def pair(self, mention: NominalMention) -> list[Cluster]:
        """The two that "both sides" and "the two countries" speak of, or none."""
        if not _asks_for_two(mention):
            return []
        index = mention.words[0].index
        owner = owner_of(mention.head, self.clusters)
        country = owner.country if owner is not None else None
        doer = self._doer(mention)
        named = self.clusters.recent(index, _PAIR_MEMORY)
        recent = [(head, c) for head, c in named if not _is_of(c, doer)]
        fitting_pairs = [
            (head, c)
            for head, c in recent
            if fitting.fits_pair(mention.noun, c) and country in (None, c.country)
        ]
        sided = [(head, c) for head, c in fitting_pairs if c.sector is not None]
        fitting_pairs = sided if len(sided) > 1 else fitting_pairs
        if len(sided) < len(_PAIRS) and country is None:
            fitting_pairs = _the_only_two(recent) or fitting_pairs
        together = self._named_together(fitting_pairs, index)
        if together:
            return together
        if not all(c.person for _, c in fitting_pairs):  # "the two men" are those just named
            fitting_pairs.sort(key=lambda pair: (-_mentions_before(pair[1], index), -pair[0]))
        return [c for _, c in fitting_pairs[:2]] if len(fitting_pairs) > 1 else []

    def _doer(self, mention: NominalMention) -> Cluster | None:
        """Whoever does something to the two, and so is neither: "left both countries"."""
        verb = next((a for a in mention.head.ancestors() if a.pos == "VERB"), None)
        subject = verb.child("nsubj") if verb is not None else None
        found = self.clusters.one_at(subject.index) if subject is not None else None
        return None if subject is mention.head else found

    def _named_together(self, pairs: list[tuple[int, Cluster]], index: int) -> list[Cluster]:
        """The two that "and" joined just before: "Ireland and Spain … both countries"."""
        near = {head: cluster for head, cluster in pairs if index - head <= _TOGETHER}
        for head, cluster in near.items():
            word = self.clusters.head(head)
            first = near.get(word.head.index) if word.head.conjuncts() == [word] else None
            if first is not None and first is not cluster:
                return [first, cluster]
        return []

    def office_holder(
        self, mention: NominalMention, owner: Cluster, *, headline: bool
    ) -> Cluster | None:
        """The person whom "the Kenyan president" means: of that country, in that office.

        A headline needs no article: "Kenyan president flies to Juba".
        """
        single = fitting.definite(mention) or (headline and not fitting.counted(mention))
        if NounKind.OFFICE not in mention.noun.kinds or is_plural(mention.head):
            return None
        of_body = [c for c in self.persons if c.body is owner and fitting.holds(c, mention)]
        if of_body and not fitting.counted(mention):
            return _only(of_body)
        if not single or owner.country is None:
            return None
        of_country = self.holders.get(owner.country, ())
        return _only([c for c in of_country if fitting.holds(c, mention)])

    def last(self, mention: NominalMention) -> Cluster | None:
        """The last actor that "the general", "the group", "the rebels" fits.

        "The country" is left alone: it is as often one that the text names only as a place.
        """
        lemma = singular(mention.head)
        if lemma in fitting.STATE_WORDS or not _points_back(mention):
            return None
        generic = lexicon().has("generic_persons", lemma)
        reach = _GENERIC_MEMORY if generic else _MEMORY
        recent = self.clusters.recent(mention.words[0].index, reach)
        fits = [(head, c) for head, c in recent if fitting.fits(mention, c)]
        if not fitting.definite(mention):
            fits = [(head, c) for head, c in fits if not _is_a_number_of(c)]
        elif is_plural(mention.head):
            fits = [(head, c) for head, c in fits if not _are_dead(c)]
        found = [c for _, c in fits]
        same_noun = [(head, c) for head, c in fits if lemma in c.nouns]
        if same_noun and fits[0][0] - same_noun[0][0] <= _NEARER:
            return same_noun[0][1]
        if generic:
            return _only(found)
        # "The group" is sooner a known party of the war than a body of no known kind.
        known = [c for c in found if c.sector is not None]
        return next(iter(known or found), None)

    def state(self, mention: NominalMention) -> Cluster | None:
        """The state that "the country" or "the kingdom" is, where it acts and only one can be.

        Of kingdoms that may be one named later: "the kingdom cut all ties, Saudi officials said".
        """
        lemma = singular(mention.head)
        acts = mention.head.dep in _ACTING and not is_plural(mention.head)
        if lemma not in fitting.STATE_WORDS or not (acts and mention.words[0].lower == "the"):
            return None
        if lemma == "kingdom":
            return _only([s for s in self.states if lexicon().has("kingdoms", s.country or "")])
        return _only(self.states) if lemma in ("country", "republic", "nation") else None

    def armed_group(self, mention: NominalMention) -> Cluster | None:
        """The one armed group of the document that "the rebels" can be."""
        fighters = lexicon().has("group_fighters", singular(mention.head))
        pointed = mention.words[0].lower in fitting.DEFINITE and not fitting.marks(mention)
        if not (fighters and pointed and is_plural(mention.head)):
            return None
        index = mention.words[0].index
        return _only([c for c in self.groups if c.joined[0].mention.head.index < index])

    def government(self, mention: NominalMention) -> Cluster | None:
        """The state of whose people the document speaks most, for "the government" alone."""
        pointed = fitting.definite(mention) or mention.head.dep == "compound"
        owned = mention.head.child("poss") is not None or bool(fitting.marks(mention))
        if singular(mention.head) != "government" or owned or not pointed or not self.states:
            return None
        first = self.states[0]
        others = (n for c, n in self.weights.items() if c not in (None, first.country))
        weight = self.weights.get(first.country, 0)
        return first if weight >= _DOMINANT * max(others, default=0) else None


def _is_of(cluster: Cluster, state: Cluster | None) -> bool:
    """Whether it is that state, or a body of its: Kenya's mediators where Kenya acts."""
    if state is None or state.type is not NameType.STATE:
        return cluster is state
    return cluster.country == state.country


def _the_only_two(recent: Iterable[tuple[int, Cluster]]) -> list[tuple[int, Cluster]]:
    """Two states, or a state and a body that may be a side, where nobody else is spoken of."""
    states = [(head, c) for head, c in recent if c.type is NameType.STATE]
    if len(states) != 1:
        return states if len(states) == len(_PAIRS) else []
    bodies = [(head, c) for head, c in recent if c.type is NameType.BODY and c.sector in _ARMED]
    return [*states, *bodies] if len(bodies) == 1 else []


def _is_armed_forces(cluster: Cluster) -> bool:
    """Whether it is all of a state's forces, not a fleet or a command."""
    entry = cluster.entry
    if entry is None or entry.kind is not RegistryKind.MILITARY:
        return False
    return any(name.rpartition(" ")[2] in ("army", "military") for name in entry.aliases)


def are_killed(head: Word) -> bool:
    """Whether they are said to have been killed, so that they do nothing after it."""
    told = load_lexicon("quantities")["roles"].get(head.head.lemma)
    return head.dep in _SUFFERING and told == "killed"


def _are_dead(cluster: Cluster) -> bool:
    """Whether it is a number of dead: "the rebels" are others than the nine that were killed."""
    heads = [j.mention.head for j in cluster.joined]
    fallen = any(map(are_killed, heads))
    died = any(w.dep == "nsubj" and w.head.lemma in ("die", "perish") for w in heads)
    return (fallen or died) and _is_a_number_of(cluster)


def _is_a_number_of(cluster: Cluster) -> bool:
    """Whether it is so and so many, whom a plural without "the" does not take up again.

    "Seventeen gunmen were killed. Gunmen fired on the port": the dead did not.
    """
    opening = cluster.joined[0].mention.words[0]
    return not cluster.names and (opening.pos == "NUM" or opening.text[0].isdecimal())


def _points_back(mention: NominalMention) -> bool:
    if mention.words[0].tag == "PRP$":
        return False
    if fitting.definite(mention):
        return True
    return fitting.bare_plural(mention) and mention.noun.kinds[0] is not NounKind.PEOPLE


def _asks_for_two(mention: NominalMention) -> bool:
    refers = NounKind.REFERENCE in mention.noun.kinds
    if refers and mention.words[0].lower in _EACH:
        return mention.words[-1].lemma in ("side", "party", "country")
    numbered = bool(_PAIRS & {w.lower for w in mention.words[:3]})
    definite = fitting.definite(mention)
    return (
        is_plural(mention.head)
        and (definite if not refers else numbered or definite)
        and (numbered or refers)
    )


def _mentions_before(cluster: Cluster, index: int) -> int:
    return sum(j.mention.head.index < index for j in cluster.joined)


def _weights(named: Iterable[Cluster]) -> Counter[str | None]:
    """How often each country is spoken of by a name: its own, its leaders' or its parties'."""
    found: Counter[str | None] = Counter()
    for cluster in named:
        found[cluster.country] += len(cluster.joined)
    return found


def _only(found: list[Cluster]) -> Cluster | None:
    return found[0] if len(found) == 1 else None
