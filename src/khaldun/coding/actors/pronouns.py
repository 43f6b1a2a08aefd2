"""Joins a pronoun with an actor where just one fits; every such joining is inferred."""

from collections.abc import Iterable
from enum import Enum

from khaldun.coding.actors.context import OF_STATES
from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.draft import ActorMention
from khaldun.coding.mentions import NameType
from khaldun.coding.mentions.nouns import lexicon
from khaldun.coding.syntax import Syntax, Word
from khaldun.ontology.registry import registry

_REACH = 2
_MOST_CANDIDATES = 60
_SPEAKERS = frozenset({"we", "us", "our", "ourselves"})
_SPEAKER = frozenset({"i", "me", "my", "myself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class _Class(Enum):
    MALE = "male"
    FEMALE = "female"
    NEUTER = "neuter"
    PLURAL = "plural"
    RELATIVE = "relative"


_CLASSES = {
    **dict.fromkeys(("he", "him", "his", "himself"), _Class.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), _Class.FEMALE),
    **dict.fromkeys(("it", "its", "itself"), _Class.NEUTER),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), _Class.PLURAL),
    **dict.fromkeys(("who", "whom", "whose", "that", "which"), _Class.RELATIVE),
}


class PronounJoiner:
    """Joins the pronouns of a document, in text order."""

    def __init__(self, syntax: Syntax, clusters: Clusters, heads: Iterable[ActorMention]) -> None:
        self.syntax = syntax
        self.clusters = clusters
        self.heads: dict[int, list[Word]] = {}
        for mention in heads:
            self.heads.setdefault(mention.head.sentence, []).append(mention.head)

    def join(self, mention: ActorMention) -> None:
        """Join one pronoun, or leave it alone."""
        kind = _CLASSES.get(mention.head.lower)
        if mention.head.lower in _SPEAKER:
            self._join_speaker(mention)
        if mention.head.lower in _SPEAKERS:
            self._join_speakers(mention)
        if kind is None:
            return
        if kind is _Class.RELATIVE:
            found = self._antecedents(mention.head)
            reason = "relative pronoun"
        else:
            one = self._only_candidate(mention.head, kind)
            found, reason = ((one,) if one is not None else ()), "only candidate that fits"
        for cluster in found:
            if kind in (_Class.MALE, _Class.FEMALE):
                cluster.gender = kind.value
            self.clusters.join(mention, cluster, reason, inferred=True)

    def _join_speaker(self, mention: ActorMention) -> None:
        """Join "I" with the person who is said, in the same sentence, to speak."""
        speaker = self._speaker(mention)
        if speaker is not None:
            self.clusters.join(mention, speaker, "speaker", inferred=True)

    def _join_speakers(self, mention: ActorMention) -> None:
        """Join "we" with the body or state for which the speaker of the sentence speaks."""
        speaker = self._speaker(mention)
        side = self._side(speaker) if speaker is not None else None
        if side is not None:
            self.clusters.join(mention, side, "the speaker's side", inferred=True)

    def _speaker(self, mention: ActorMention) -> Cluster | None:
        for head in self.heads.get(mention.head.sentence, ())[:_MOST_CANDIDATES]:
            cluster = self.clusters.one_at(head.index)
            speaks = head.dep == "nsubj" and lexicon().has("speech_verbs", head.head.lemma)
            if cluster is not None and cluster.person and speaks:
                return cluster
        return None

    def _side(self, speaker: Cluster) -> Cluster | None:
        """The body that the registry gives the speaker, or the state that he serves."""
        entry = speaker.entry
        bodies = [m.of for m in entry.memberships] if entry is not None else []
        bodies += [o.of for o in entry.offices] if entry is not None else []
        known = (self.clusters.get(body) for body in reversed(bodies))
        body = next((c for c in known if c is not None), None)
        state = registry().state(speaker.country) if speaker.country is not None else None
        if body is None and state is not None and speaker.sector in OF_STATES:
            return self.clusters.get(state.id)
        return body

    def _antecedents(self, word: Word) -> tuple[Cluster, ...]:
        """The actors of the noun that the relative clause of `word` hangs on."""
        for ancestor in (word, *word.ancestors()):
            if ancestor.dep == "relcl":
                return self.clusters.around(ancestor.head.index)
        before = self.syntax.words[max(word.index - 2, 0) : word.index]
        if word.lower.startswith("who") and before and before[-1].text == ",":
            return self.clusters.around(before[0].index)
        return ()

    def _only_candidate(self, word: Word, kind: _Class) -> Cluster | None:
        """The one actor that fits, nearest sentence first; a lone subject goes before others."""
        partner = self._coordinated(word, kind)
        if partner is not None:
            return partner
        if kind is _Class.NEUTER and self._may_be_a_thing(word):
            return None
        for back in range(_REACH + 1):
            fitting = self._fitting(word, word.sentence - back, kind)
            if fitting:
                return _lone(fitting)
        return None

    def _coordinated(self, word: Word, kind: _Class) -> Cluster | None:
        """The X of "X and its leader"."""
        if word.tag != "PRP$" or word.head.dep != "conj" or word.head.head is word.head:
            return None
        cluster = self.clusters.one_at(word.head.head.index)
        return cluster if cluster is not None and _agrees(cluster, kind) else None

    def _may_be_a_thing(self, word: Word) -> bool:
        """Whether "it" fills the subject's place, or its clause speaks of a thing."""
        if word.dep == "expl" or (
            word.dep == "nsubj"
            and any(c.dep in ("ccomp", "xcomp") for c in word.head.children)
            and word.head.lemma in ("be", "seem", "appear")
        ):
            return True
        subject = _clause_subject(word)
        return (
            subject is not None
            and subject is not word
            and subject.index < word.index
            and not self.clusters.at(subject.index)
        )

    def _fitting(self, word: Word, sentence: int, kind: _Class) -> list[tuple[Word, Cluster]]:
        found = []
        for head in self.heads.get(sentence, ())[-_MOST_CANDIDATES:]:
            cluster = self.clusters.one_at(head.index)
            if cluster is None or head.index >= word.index:
                continue
            if not (_agrees(cluster, kind) or _spoken_of_as_many(head, kind)):
                continue
            if not _same_clause_subject(head, word):
                found.append((head, cluster))
        return found


def _agrees(cluster: Cluster, kind: _Class) -> bool:
    if kind in (_Class.MALE, _Class.FEMALE):
        return cluster.person and cluster.gender in (None, kind.value)
    if kind is _Class.PLURAL:
        return cluster.plural
    return not cluster.person and not cluster.plural and cluster.type is not NameType.PEOPLE


def _spoken_of_as_many(head: Word, kind: _Class) -> bool:
    """A body may be one and its people many: "Wagner mercenaries … they"."""
    return kind is _Class.PLURAL and head.tag in ("NNS", "NNPS")


def _lone(fitting: list[tuple[Word, Cluster]]) -> Cluster | None:
    """The only cluster, or the only one that stands as a subject, or as the main one."""
    clusters = list(dict.fromkeys(c for _, c in fitting))
    if len(clusters) == 1:
        return clusters[0]
    for chosen in (_is_subject, _is_main_subject):
        subjects = list(dict.fromkeys(c for head, c in fitting if chosen(head)))
        if len(subjects) == 1:
            return subjects[0]
    return None


def _is_subject(head: Word) -> bool:
    """Whether it is a subject or coordinated with one."""
    while head.dep == "conj" and not head.is_root:
        head = head.head
    return head.dep in _SUBJECTS


def _is_main_subject(head: Word) -> bool:
    """Whether it is the subject of the sentence's main verb."""
    return head.dep in _SUBJECTS and head.head.is_root and head.child("conj") is None


def _clause_subject(word: Word) -> Word | None:
    """The subject of the clause in which `word` stands."""
    for ancestor in word.ancestors():
        subject = ancestor.child("nsubj", "nsubjpass")
        if subject is not None:
            return subject
    return None


def _same_clause_subject(head: Word, word: Word) -> bool:
    """Whether `word` is the object of the verb whose subject is `head`: "X hit him"."""
    return (
        head.dep in _SUBJECTS
        and word.dep in ("dobj", "iobj", "dative")
        and (head.head is word.head and not word.lower.endswith(("self", "selves")))
    )
