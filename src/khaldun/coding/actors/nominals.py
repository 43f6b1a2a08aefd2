"""Joins noun phrases to the actors that they speak of, or makes them actors of their own."""

from collections.abc import Iterable

from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.owners import owner_of
from khaldun.coding.mentions import NamedMention, NameType, NominalMention
from khaldun.coding.mentions.nouns import (
    OWNED,
    PERSONAL,
    ActorNoun,
    NounKind,
    is_plural,
    lexicon,
    singular,
)
from khaldun.coding.mentions.phrases import full_end
from khaldun.coding.syntax import Syntax, Word

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_ARMED = frozenset({"MIL", "REB", "UAF"})
_PAIRS = frozenset({"both", "two"})
_MEMORY = 400
_PAIR_MEMORY = 160
_GENERIC_MEMORY = 60
_STATE_WORDS = frozenset({"country", "nation", "state", "kingdom", "republic", "neighbour"})


class NominalJoiner:
    """Joins the nominal mentions of a document, in text order."""

    def __init__(self, syntax: Syntax, clusters: Clusters, named: Iterable[NamedMention]) -> None:
        self.syntax = syntax
        self.clusters = clusters
        self.named_heads = {m.head.index: m for m in named}

    def join(self, mention: NominalMention) -> None:
        """Join one mention by the first rule that fits."""
        if self._join_partner(mention) or self._join_pair(mention):
            return
        owner = owner_of(mention.head, self.clusters)
        if mention.noun.kinds[0] in OWNED:
            if owner is not None:
                self._put(mention, owner, "its owner is meant", inferred=True)
            return
        if owner is not None and self._join_owner(mention, owner):
            return
        if owner is None and self._join_without_owner(mention):
            return
        if not _only_refers(mention):
            self._join_same_phrase(mention, owner)

    def _put(
        self, mention: NominalMention, cluster: Cluster, reason: str, *, inferred: bool
    ) -> None:
        cluster.nouns.add(singular(mention.head))
        self.clusters.join(mention, cluster, reason, inferred=inferred)

    def _join_partner(self, mention: NominalMention) -> bool:
        """Join with the name in apposition or across "is": "its leader, X", "X is the head"."""
        for partner, reason in self._partners(mention.head):
            cluster = self.clusters.one_at(partner.index)
            if cluster is not None and _may_be(mention, cluster):
                self._put(mention, cluster, reason, inferred=False)
                cluster.sector = cluster.sector or mention.noun.sector
                return True
        return False

    def _partners(self, head: Word) -> list[tuple[Word, str]]:
        found = [(c, "apposition") for c in head.children_by("appos")]
        if head.dep == "appos":
            found.append((head.head, "apposition"))
        if head.dep == "attr" and head.head.lemma == "be" and not head.head.child("neg"):
            subject = head.head.child("nsubj")
            found.extend([(subject, "said to be the same")] if subject else [])
        follower = self._named_after_comma(head)
        if follower is not None and head.dep != "conj":
            found.append((follower, "apposition"))
        return found

    def _named_after_comma(self, head: Word) -> Word | None:
        """The head of the name that stands right after "head,"."""
        words = self.syntax.words
        start = full_end(head) + 2
        if start >= len(words) or words[start - 1].text != ",":
            return None
        for named in range(start, min(start + 5, len(words))):
            mention = self.named_heads.get(named)
            if mention is not None and mention.words[0].index == start:
                return mention.head
        return None

    def _join_pair(self, mention: NominalMention) -> bool:
        """Join "both sides", "the two countries" with the two that were spoken of last."""
        refers = NounKind.REFERENCE in mention.noun.kinds
        numbered = bool(_PAIRS & {w.lower for w in mention.words[:3]})
        if not is_plural(mention.head) or not (numbered or (refers and _definite(mention))):
            return False
        if not refers and not _definite(mention):
            return False
        pair = self._last_two(mention)
        for cluster in pair:
            self._put(mention, cluster, "the two spoken of last", inferred=True)
        return bool(pair)

    def _last_two(self, mention: NominalMention) -> list[Cluster]:
        index = mention.words[0].index
        owner = owner_of(mention.head, self.clusters)
        country = owner.country if owner is not None else None
        candidates = [
            (cluster.last_before(index), cluster)
            for cluster in self.clusters
            if _fits_pair(mention.noun, cluster) and country in (None, cluster.country)
        ]
        recent = [pair for pair in candidates if pair[0] >= max(index - _PAIR_MEMORY, 0)]
        recent.sort(key=lambda pair: (-pair[1].count_before(index), -pair[0]))
        return [c for _, c in recent[:2]] if len(recent) > 1 else []

    def _join_owner(self, mention: NominalMention, owner: Cluster) -> bool:
        """Join "the Syrian government" with Syria, "Wagner mercenaries" with Wagner."""
        lemma = singular(mention.head)
        if self._join_office(mention, owner):
            return True
        if lemma == "side" and not owner.person and not is_plural(mention.head):
            self._put(mention, owner, "the side of", inferred=True)
            return True
        if owner.type is NameType.STATE and lexicon().has("state_nouns", lemma):
            self._put(mention, owner, "government of the state", inferred=False)
            return True
        armed = mention.noun.sector in _ARMED or lemma == "man"
        fighters = armed and is_plural(mention.head)
        if owner.type is NameType.BODY and (fighters or lemma in ("force", "unit", "troop")):
            self._put(mention, owner, "members of the body", inferred=False)
            return True
        return False

    def _join_office(self, mention: NominalMention, owner: Cluster) -> bool:
        """Join "the Kenyan president" with the person of that country and office."""
        single = _definite(mention) and not is_plural(mention.head)
        if not single or NounKind.OFFICE not in mention.noun.kinds or owner.country is None:
            return False
        holders = [
            c
            for c in self.clusters
            if c.person and c.names and c.country == owner.country and _holds(c, mention)
        ]
        if len(holders) == 1:
            self._put(mention, holders[0], "holder of the office", inferred=True)
        return len(holders) == 1

    def _join_antecedent(self, mention: NominalMention) -> bool:
        """Join "the general", "the group", "the rebels" with the last actor that it fits."""
        if not _definite(mention) and not _bare_plural(mention):
            return False
        if not _definite(mention) and mention.noun.kinds[0] is NounKind.PEOPLE:
            return False
        if mention.words[0].tag == "PRP$":
            return False
        index = mention.words[0].index
        fitting = [
            (cluster.last_before(index), cluster)
            for cluster in self.clusters
            if self._fits(mention, cluster)
        ]
        recent = [f for f in fitting if f[0] >= 0 and index - f[0] <= _MEMORY]
        if not recent:
            return False
        lemma = singular(mention.head)
        if lemma in _STATE_WORDS and len(recent) > 1:
            return False
        if lexicon().has("generic_persons", lemma):
            recent = [f for f in recent if index - f[0] <= _GENERIC_MEMORY]
            if len(recent) != 1:
                return False
        cluster = max(recent, key=lambda f: f[0])[1]
        self._put(mention, cluster, "last actor that the noun fits", inferred=True)
        return True

    def _join_without_owner(self, mention: NominalMention) -> bool:
        return (
            self._join_government(mention)
            or self._join_antecedent(mention)
            or self._join_fighters(mention)
        )

    def _join_fighters(self, mention: NominalMention) -> bool:
        """Join "the rebels" with the one armed group of which the document speaks."""
        armed = mention.noun.sector in ("REB", "UAF") and is_plural(mention.head)
        if not armed or mention.words[0].lower not in _DEFINITE or _marks(mention):
            return False
        index = mention.words[0].index
        groups = [
            c
            for c in self.clusters
            if c.type is NameType.BODY
            and c.names
            and c.sector in ("REB", "UAF")
            and c.last_before(index) >= 0
        ]
        if len(groups) == 1:
            self._put(mention, groups[0], "only armed group so far", inferred=True)
        return len(groups) == 1

    def _join_government(self, mention: NominalMention) -> bool:
        """Join "the government" with the state of which the document speaks most."""
        lemma = singular(mention.head)
        alone = _definite(mention) or mention.head.dep == "compound"
        alone = alone and mention.head.child("poss") is None
        if lemma != "government" or not alone or _marks(mention):
            return False
        states = sorted(
            (c for c in self.clusters if c.type is NameType.STATE), key=lambda c: -len(c.joined)
        )
        dominant = bool(states) and (
            len(states) == 1 or len(states[0].joined) >= 2 * len(states[1].joined)
        )
        if dominant:
            self._put(mention, states[0], "state that the document is about", inferred=True)
        return dominant

    def _fits(self, mention: NominalMention, cluster: Cluster) -> bool:
        lemma = singular(mention.head)
        plural = _many(mention.head)
        if cluster.person and cluster.names and not mention.noun.is_any(PERSONAL):
            return False
        if cluster.person and mention.noun.phrase in cluster.nouns and " " in mention.noun.phrase:
            return not plural
        if lemma in cluster.nouns and plural == cluster.plural:
            return not _marks(mention) or _marks(mention) <= _cluster_marks(cluster)
        if not _definite(mention) or _marks(mention):
            return False
        if plural:
            return False
        if lexicon().has("generic_persons", lemma):
            return cluster.person and _same_gender(lemma, cluster)
        if lemma in _STATE_WORDS:
            return cluster.type is NameType.STATE
        sectors = lexicon().anaphors.get(lemma, frozenset())
        return cluster.type is NameType.BODY and bool(cluster.names) and cluster.sector in sectors

    def _join_same_phrase(self, mention: NominalMention, owner: Cluster | None) -> None:
        """Join with the same phrase elsewhere, or make a new actor."""
        key = self._key(mention, owner)
        cluster = self.clusters.get(key)
        reason = "same words"
        if cluster is None:
            cluster, reason = self.clusters.add(self._new(key, mention, owner)), "new"
        self._put(mention, cluster, reason, inferred=False)

    def _key(self, mention: NominalMention, owner: Cluster | None) -> str:
        lemma = singular(mention.head)
        marks = " ".join(sorted(_marks(mention)))
        if owner is not None and owner.type is NameType.STATE and _military(mention, lemma):
            return f"{owner.key} military"
        if owner is not None:
            return f"{owner.key} {marks} {lemma}"
        if mention.words[0].tag == "PRP$" or NounKind.TRANSPARENT in mention.noun.kinds:
            return f"phrase {mention.head.index}"
        if _counted(mention) or not (is_plural(mention.head) or _definite(mention)):
            return f"phrase {mention.head.index}"
        return f"nominal {marks} {lemma}"

    def _new(self, key: str, mention: NominalMention, owner: Cluster | None) -> Cluster:
        plural = _many(mention.head)
        modifier = mention.head.dep in ("compound", "amod", "nmod")
        single = mention.noun.is_any(PERSONAL) and not plural and not modifier
        cluster = Cluster(key=key, type=NameType.PERSON if single else NameType.BODY)
        cluster.plural = plural
        cluster.sector = sector_of(mention)
        cluster.country = owner.country if owner is not None else None
        lemma = singular(mention.head)
        if lexicon().has("female_titles", lemma):
            cluster.gender = "female"
        elif lexicon().has("male_titles", lemma):
            cluster.gender = "male"
        return cluster


def sector_of(mention: NominalMention) -> str | None:
    """The PLOVER sector of a noun phrase: a modifier's ("rebel forces") or the noun's."""
    modifiers = lexicon().sector_of_modifier
    named = mention.noun.phrase.split()
    if len(named) == 1:
        for word in reversed(mention.words):
            if word.index < mention.head.index and word.lower in modifiers:
                return modifiers[word.lower]
    return mention.noun.sector


def _holds(cluster: Cluster, mention: NominalMention) -> bool:
    """Whether the person's titles fit the office; a "leader" may be a president or a king."""
    lemma = singular(mention.head)
    if lemma == "leader":
        return any(lexicon().has("leading_offices", noun) for noun in cluster.nouns)
    qualified = {w.lower for w in mention.words} & {"foreign", "prime", "defence", "defense"}
    return lemma in cluster.nouns and qualified <= cluster.nouns | {lemma}


def _same_gender(lemma: str, cluster: Cluster) -> bool:
    words = lexicon()
    other = "female" if words.has("male_titles", lemma) else "male"
    gendered = words.has("male_titles", lemma) or words.has("female_titles", lemma)
    return not (gendered and cluster.gender == other)


def _may_be(mention: NominalMention, cluster: Cluster) -> bool:
    """Whether the noun can be said of the actor: offices of persons, bodies of bodies."""
    if mention.noun.is_any((NounKind.REFERENCE,)):
        return True
    if cluster.type is NameType.STATE:
        return lexicon().has("state_nouns", singular(mention.head))
    if cluster.person:
        return mention.noun.is_any(PERSONAL) and not is_plural(mention.head)
    members = NounKind.MEMBERS in mention.noun.kinds and is_plural(mention.head)
    return members or NounKind.BODY in mention.noun.kinds


def _fits_pair(noun: ActorNoun, cluster: Cluster) -> bool:
    if noun.is_any(PERSONAL) and not noun.is_any((NounKind.REFERENCE,)):
        return cluster.person
    if noun.phrase in _STATE_WORDS:
        return cluster.type is NameType.STATE
    pointed_at = bool(cluster.names) or not _is_indefinite(cluster)
    sides = cluster.sector not in ("MED", "NGO", "IGO", "CVL", "REF", "EDU", "BUS", "JUD")
    return cluster.type is NameType.BODY and pointed_at and sides


def _many(head: Word) -> bool:
    """Whether the noun is a plural, or one word for many persons."""
    return is_plural(head) or lexicon().has("collective_nouns", head.lemma)


def _is_indefinite(cluster: Cluster) -> bool:
    return cluster.joined[0].mention.words[0].lower in ("a", "an", "some", "any", "no")


def _only_refers(mention: NominalMention) -> bool:
    """Whether the noun only points at somebody, so that alone it names nobody."""
    alone = not _marks(mention) or not is_plural(mention.head)
    return mention.noun.kinds[0] is NounKind.REFERENCE and (alone or _counted(mention))


def _definite(mention: NominalMention) -> bool:
    first = mention.words[0]
    return first.lower in _DEFINITE or first.tag == "PRP$"


def _bare_plural(mention: NominalMention) -> bool:
    return is_plural(mention.head) and not _counted(mention)


def _military(mention: NominalMention, lemma: str) -> bool:
    marks = _marks(mention)
    return lexicon().has("military_nouns", lemma) and len(marks) < 2 and not _counted(mention)


def _counted(mention: NominalMention) -> bool:
    return any(w.pos == "NUM" or w.dep == "quantmod" for w in mention.words) or (
        mention.words[0].lower in ("a", "an", "another", "some", "other", "several", "many", "no")
    )


def _marks(mention: NominalMention) -> frozenset[str]:
    """The words that tell the phrase apart: its adjectives and nouns before the head."""
    return frozenset(
        c.lower
        for c in mention.head.children
        if c.dep in ("amod", "compound", "nmod")
        and mention.words[0].index <= c.index < mention.head.index
        and c.text != "-"
        and not lexicon().has("alignments", c.lower)
    )


def _cluster_marks(cluster: Cluster) -> frozenset[str]:
    return frozenset(w.lower for j in cluster.joined for w in j.mention.words)
