"""Joins noun phrases to the actors that they speak of, or makes them actors of their own."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from khaldun.coding.actors import fitting
from khaldun.coding.actors.antecedents import AntecedentFinder
from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.owners import coordinated_owners, loyal_to, owner_of
from khaldun.coding.mentions import NamedMention, NameType, NominalMention
from khaldun.coding.mentions.nouns import OWNED, PERSONAL, NounKind, is_plural, lexicon, singular
from khaldun.coding.mentions.phrases import full_end
from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.ontology.registry import RegistryEntry, RegistryKind, registry
from khaldun.record import SegmentKind

_FIGHTING = frozenset({"MIL", "REB", "UAF"})
_ENEMIES = frozenset({"enemy", "occupier", "invader", "aggressor"})
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM"})


class NominalJoiner:
    """Joins the nominal mentions of a document, in text order, once its names are joined."""

    def __init__(self, syntax: Syntax, clusters: Clusters, named: Iterable[NamedMention]) -> None:
        self.syntax = syntax
        self.clusters = clusters
        self.finder = AntecedentFinder(clusters)
        found = list(named)
        self.named_starts = {m.words[0].index: m for m in found}
        self.bodies = {m.name[0].index: m for m in found if m.type is NameType.BODY}

    def join(self, mention: NominalMention) -> None:
        """Join one mention by the first rule that fits."""
        if self._join_partner(mention) or self._join_known(mention) or self._join_pair(mention):
            return
        if self._join_shares(mention) or self._join_enemy(mention):
            return
        owner = owner_of(mention.head, self.clusters)
        if mention.noun.kinds[0] in OWNED:
            if owner is not None:
                self._put(mention, owner, "its owner is meant", inferred=True)
            return
        joined = (
            self._join_owner(mention, owner)
            if owner is not None
            else self._join_without_owner(mention)
        )
        if not joined and not fitting.only_refers(mention) and not _predicates(mention.head):
            self._join_same_phrase(mention, owner)

    def _put(
        self, mention: NominalMention, cluster: Cluster, reason: str, *, inferred: bool
    ) -> bool:
        cluster.nouns.add(singular(mention.head))
        cluster.marks.update(fitting.marks(mention))
        self.clusters.join(mention, cluster, reason, inferred=inferred)
        return True

    def _join_partner(self, mention: NominalMention) -> bool:
        """Join with the name in apposition or across "is": "its leader, X", "X is the head"."""
        fitting_partners: dict[Cluster, str] = {}
        for partner, reason in self._partners(mention.head):
            found = self.clusters.one_at(partner.index)
            if found is not None and fitting.may_be(mention, found):
                fitting_partners.setdefault(found, reason)
        if not fitting_partners:
            return False
        cluster, *others = sorted(fitting_partners, key=lambda c: not c.names)
        reason = fitting_partners[cluster]
        cluster.sector = cluster.sector or mention.noun.sector
        cluster.body = cluster.body or owner_of(mention.head, self.clusters)
        for other in (*others, *self._nameless_before(mention)):
            if other is not cluster and cluster.person and other.person and not other.names:
                self.clusters.merge(cluster, other)
        return self._put(mention, cluster, reason, inferred=False)

    def _nameless_before(self, mention: NominalMention) -> list[Cluster]:
        """Who was not named so far: "a teacher was shot … the teacher, Ana Silva"."""
        back = self.finder.last(mention) if fitting.definite(mention) else None
        return [back] if back is not None and not back.names else []

    def _partners(self, head: Word) -> list[tuple[Word, str]]:
        found = [(c, "apposition") for c in head.children_by("appos")]
        if head.dep == "appos":
            found.append((head.head, "apposition"))
        if head.dep == "attr" and head.head.lemma == "be" and not head.head.child("neg"):
            subject = head.head.child("nsubj")
            found.extend([(subject, "said to be the same")] if subject else [])
        found.extend((name, "said to be the same") for name in _own_names(head))
        appointed = head.head.child("dobj", "nsubjpass") if _says_appointed(head) else None
        if appointed is not None:
            found.append((appointed, "appointed"))
        found.extend((name, "said to be the same") for name in _identified_as(head))
        body = self.bodies.get(head.index + 1)
        if body is not None:
            found.append((body.head, "apposition"))
        follower = self._named_after_comma(head)
        if follower is not None and head.dep != "conj":
            found.append((follower, "apposition"))
        return found

    def _named_after_comma(self, head: Word) -> Word | None:
        """The head of the name that stands right after "head,"."""
        start = full_end(head) + 2
        words = self.syntax.words
        if start >= len(words) or words[start - 1].text != ",":
            return None
        polite = start
        while polite + 1 < len(words) and _is_courtesy(words[polite]):
            polite += 1
        named = self.named_starts.get(start) or self.named_starts.get(polite)
        if named is None or (named.head.child("conj") is not None and not _is_the_office(head)):
            return None
        return None if self._begins_another_clause(named.head) else named.head

    def _begins_another_clause(self, name: Word) -> bool:
        """Whether the verb of the name stands right behind it: "killing three sailors, X said"."""
        after = full_end(name) + 1
        following = self.syntax.words[after : after + 1]
        return name.dep == "nsubj" and bool(following) and following[0] is name.head

    def _join_known(self, mention: NominalMention) -> bool:
        """Join what the registry has as a name: "the UN refugee agency", "the Jewish state"."""
        words = mention.words
        first = int(words[0].tag in ("DT", "PRP$"))
        last = mention.head.index - words[0].index + 1
        if last - first < 2:
            return False
        phrase = self.syntax.text[words[first].start : words[last - 1].end]
        named = any(w.text[0].isupper() for w in words[first:last])
        entry = next(iter(registry().find(phrase)), None) if named else None
        if entry is None or entry.kind in (RegistryKind.PERSON, RegistryKind.MILITARY):
            return False
        return self._put_entry(mention, entry, phrase)

    def _join_seated(self, mention: NominalMention) -> bool:
        """Join "the government in Jakarta" with the state that has its seat there."""
        governs = singular(mention.head) in ("government", "authority", "regime")
        behind = mention.head.children_by("prep") if governs else []
        seats = [w.text for p in behind if p.lower == "in" for w in p.children_by("pobj")]
        entry = registry().by_seat(seats[0]) if seats and not fitting.marks(mention) else None
        if entry is None or entry.kind is not RegistryKind.STATE:
            return False
        return self._put_entry(mention, entry, seats[0])

    def _put_entry(self, mention: NominalMention, entry: RegistryEntry, phrase: str) -> bool:
        """Join with the actor that the registry has, named by the phrase if it has no name yet."""
        state = entry.kind is RegistryKind.STATE
        made = Cluster(key=entry.id, type=NameType.STATE if state else NameType.BODY, entry=entry)
        made.sector, made.country = entry.sector, entry.country
        cluster = self.clusters.get(entry.id) or self.clusters.add(made)
        if not cluster.names:
            cluster.names.append(phrase)
        return self._put(mention, cluster, "name", inferred=False)

    def _join_pair(self, mention: NominalMention) -> bool:
        """Join "both sides", "the two countries" with the two that are most spoken of."""
        pair = self.finder.pair(mention)
        for cluster in pair:
            self._put(mention, cluster, "the two spoken of", inferred=True)
        return bool(pair)

    def _join_enemy(self, mention: NominalMention) -> bool:
        """Join "the enemy", in what a side publishes of its own war, with the other state."""
        lone = mention.words[0].lower == "the" and owner_of(mention.head, self.clusters) is None
        if singular(mention.head) not in _ENEMIES or not lone or fitting.marks(mention):
            return False
        heads = (w.index for s in self._headlines() for w in s.words)
        own = next((c.country for i in heads for c in self.clusters.around(i) if c.country), None)
        others = [c for c in self.finder.states if c.country != own and c.joined]
        first = min(others, key=lambda c: c.joined[0].mention.head.index, default=None)
        if own is None or first is None:
            return False
        return self._put(mention, first, "the other side of the war", inferred=True)

    def _headlines(self) -> Iterator[Sentence]:
        return takewhile(lambda s: s.kind is SegmentKind.HEADLINE, self.syntax.sentences)

    def _join_shares(self, mention: NominalMention) -> bool:
        """Read "Israeli and Palestinian negotiators" as two actors, one of each side."""
        owners = coordinated_owners(mention.head, self.clusters)
        owned = mention.noun.kinds[0] in OWNED
        if len(owners) < 2 or not (owned or is_plural(mention.head)):
            return False
        for word, owner in owners:
            if owned:
                self._put(mention, owner, "its owner is meant", inferred=True)
            elif not self._join_owner(mention, owner):
                self._join_share(mention, word, owner)
        return True

    def _join_share(self, mention: NominalMention, word: Word, owner: Cluster) -> None:
        key = f"{owner.key} {word.lower} {singular(mention.head)}"
        if owner.type is NameType.STATE and fitting.military(mention):
            key = f"{owner.key} military"
        cluster = self.clusters.get(key)
        if cluster is None:
            cluster = self.clusters.add(_new(key, mention, owner, owner.country))
            cluster.label = f"{self._named_by(word, owner)} {self._noun_text(mention)}"
        self._put(mention, cluster, "one of several", inferred=False)

    def _named_by(self, word: Word, owner: Cluster) -> str:
        """How the text names the owner there: "South African"."""
        words = next((j.mention.words for j in owner.joined if j.mention.head is word), (word,))
        return self.syntax.span(words).quote

    def _noun_text(self, mention: NominalMention) -> str:
        length = len(mention.noun.phrase.replace("-", " - ").split())
        last = mention.head.index
        return self.syntax.span(self.syntax.words[max(last - length + 1, 0) : last + 1]).quote

    def _join_owner(self, mention: NominalMention, owner: Cluster) -> bool:
        """Join "the Syrian government" with Syria, "Wagner mercenaries" with Wagner."""
        lemma = singular(mention.head)
        kind = self.syntax.sentences[mention.head.sentence].kind
        headline = kind is SegmentKind.HEADLINE
        holder = self.finder.office_holder(mention, owner, headline=headline)
        if holder is not None:
            return self._put(mention, holder, "holder of the office", inferred=True)
        if lemma == "side" and not owner.person and not is_plural(mention.head):
            return self._put(mention, owner, "the side of", inferred=True)
        forces = self.finder.armed_forces(owner) if fitting.military(mention) else None
        if forces is not None:
            return self._put(mention, forces, "armed forces of the state", inferred=False)
        if owner.type is NameType.STATE and lexicon().has("state_nouns", lemma):
            return self._put(mention, owner, "government of the state", inferred=False)
        armed = mention.noun.sector in _FIGHTING or lemma == "man"
        fighters = armed and is_plural(mention.head)
        same = lexicon().has("kind_nouns", lemma)
        if owner.type is NameType.BODY and owner.names and (fighters or same):
            owner.sector = owner.sector or (mention.noun.sector if same else None)
            return self._put(mention, owner, "members of the body", inferred=False)
        return False

    def _join_without_owner(self, mention: NominalMention) -> bool:
        if self._join_seated(mention):
            return True
        found = self.finder.government(mention)
        if found is not None:
            return self._put(mention, found, "state that the document is about", inferred=True)
        found = self.finder.state(mention)
        if found is not None and not self._is_other_named(mention, found):
            return self._put(mention, found, "only state that it can be", inferred=True)
        found = self.finder.last(mention)
        if found is not None:
            return self._put(mention, found, "last actor that the noun fits", inferred=True)
        found = self.finder.armed_group(mention)
        if found is not None:
            return self._put(mention, found, "only armed group so far", inferred=True)
        return False

    def _is_other_named(self, mention: NominalMention, state: Cluster) -> bool:
        """Whether another country is named just before, be it as a place: "… troops to Mali"."""
        first = max(mention.head.sentence - 1, 0)
        near = self.syntax.sentences[first : mention.head.sentence + 1]
        names = (w for s in near for w in s.words if w.text[0].isupper())
        found = (e for w in names if w.index < mention.head.index for e in registry().find(w.text))
        return any(e.kind is RegistryKind.STATE and e.country != state.country for e in found)

    def _join_same_phrase(self, mention: NominalMention, owner: Cluster | None) -> None:
        """Join with the same phrase elsewhere, or make a new actor."""
        key = _key(mention, owner)
        cluster = self.clusters.get(key)
        reason = "same words"
        if cluster is None:
            patron = owner or loyal_to(mention.head, self.clusters)
            country = patron.country if patron is not None else None
            cluster, reason = self.clusters.add(_new(key, mention, owner, country)), "new"
        self._put(mention, cluster, reason, inferred=False)


def _says_appointed(head: Word) -> bool:
    """Whether the noun says what somebody is made: "they named Ana Silva the chief envoy"."""
    made = head.dep in ("oprd", "attr") and head.index > head.head.index
    return made and lexicon().has("appointing_verbs", head.head.lemma)


def _identified_as(head: Word) -> list[Word]:
    """The name by which somebody is identified: "identified the student as Roberto Brenow"."""
    verb = head.head
    if head.dep not in ("dobj", "nsubjpass") or verb.lemma != "identify":
        return []
    behind = (n for p in verb.children_by("prep") if p.lower == "as" for n in p.children)
    return [name for name in behind if name.pos == "PROPN"]


def _own_names(head: Word) -> list[Word]:
    """What a group calls itself: "a group calling itself the Sons of the South"."""
    clauses = [c for c in head.children_by("acl", "relcl") if c.lemma in ("call", "name", "style")]
    selves = ("itself", "themselves", "himself", "herself")
    own = [c for c in clauses if any(o.lower in selves for o in c.children_by("dobj", "dative"))]
    return [n for c in own for n in c.children_by("oprd", "dobj", "attr") if n.pos == "PROPN"]


def _is_courtesy(word: Word) -> bool:
    return lexicon().has("courtesies", word.lower.rstrip("."))


def _is_the_office(head: Word) -> bool:
    """Whether the noun can only mean one holder, so that a list after it starts anew."""
    article = head.child("det")
    pointed = head.text[0].isupper() or (article is not None and article.lower == "the")
    return pointed and not is_plural(head)


def _predicates(head: Word) -> bool:
    """Whether the noun only says what somebody is: "he wants to be president".

    Not so "killed what it called spies", "it was the rebels who fled".
    """
    verb = head.head
    pointed = any(c.lower in ("it", "what") for c in verb.children)
    cleft = pointed and verb.child("nsubj") is not None
    return head.dep in ("attr", "oprd") and not cleft


def sector_of(mention: NominalMention) -> str | None:
    """The PLOVER sector of a noun phrase: a modifier's ("rebel forces") or the noun's."""
    modifiers = lexicon().sector_of_modifier
    if " " not in mention.noun.phrase:
        for word in reversed(mention.words):
            if word.index < mention.head.index and word.lower in modifiers:
                armed = mention.noun.sector == "MIL" and modifiers[word.lower] == "GOV"
                return "MIL" if armed else modifiers[word.lower]
    return mention.noun.sector


def _key(mention: NominalMention, owner: Cluster | None) -> str:
    """What makes two phrases one actor: owner, modifiers and noun; nothing if it is new."""
    lemma = singular(mention.head)
    marks = " ".join(sorted(fitting.marks(mention)))
    if owner is not None and owner.type is NameType.STATE and fitting.military(mention):
        return f"{owner.key} military"
    if owner is not None:
        return f"{owner.key} {marks} {lemma}"
    transparent = NounKind.TRANSPARENT in mention.noun.kinds
    pointed = is_plural(mention.head) or fitting.definite(mention)
    alone = mention.words[0].tag == "PRP$" or transparent or fitting.counted(mention)
    return f"phrase {mention.head.index}" if alone or not pointed else f"nominal {marks} {lemma}"


def _new(key: str, mention: NominalMention, owner: Cluster | None, country: str | None) -> Cluster:
    plural = fitting.many(mention.head)
    modifier = mention.head.dep in ("compound", "amod", "nmod", "npadvmod")
    single = mention.noun.is_any(PERSONAL) and not plural and not modifier
    cluster = Cluster(key=key, type=NameType.PERSON if single else NameType.BODY)
    cluster.plural = plural
    cluster.sector = sector_of(mention)
    cluster.country = country
    lemma = singular(mention.head)
    if owner is not None and (owner.sector in _ARMED or owner.person):
        envoys = cluster.sector == "GOV" and not owner.person  # "Hamas negotiators" govern nothing
        borrowed = lemma in ("man", "deputy") or cluster.sector is None or envoys
        cluster.sector = owner.sector if borrowed and owner.sector else cluster.sector
    if lexicon().has("female_titles", lemma):
        cluster.gender = "female"
    elif lexicon().has("male_titles", lemma):
        cluster.gender = "male"
    return cluster
