"""Joins a pronoun with an actor where just one fits; every such joining is inferred."""

from collections.abc import Iterable
from enum import Enum

from khaldun.coding.actors.antecedents import are_killed
from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.speakers import FIRST_PERSON, SpeakerJoiner
from khaldun.coding.draft import ActorMention
from khaldun.coding.lexicon.loading import words
from khaldun.coding.mentions import NameType
from khaldun.coding.mentions.nominals import counted_by, counted_in
from khaldun.coding.mentions.nouns import lexicon
from khaldun.coding.syntax import Syntax, Word

_REACH = 2
_FIGHTING = frozenset({"REB", "UAF", "MIL", "CRM", "PRM"})
_MOST_CANDIDATES = 60
_SUBJECTS = ("nsubj", "nsubjpass")
_AIMED = frozenset({"on", "against", "at"})
_DONE_TO = frozenset({"dobj", "iobj", "dative"})


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
    """Joins the pronouns of a document, in text order; `finish` joins what waits for the rest."""

    def __init__(self, syntax: Syntax, clusters: Clusters, heads: Iterable[ActorMention]) -> None:
        self.syntax = syntax
        self.clusters = clusters
        self.speakers = SpeakerJoiner(syntax, clusters)
        self.quotations = self.speakers.quotations
        self.waiting: list[ActorMention] = []
        self.heads: dict[int, list[Word]] = {}
        self.last: dict[_Class, tuple[Word, Cluster]] = {}
        for mention in heads:
            self.heads.setdefault(mention.head.sentence, []).append(mention.head)

    def join(self, mention: ActorMention) -> None:
        """Join one pronoun, or leave it alone."""
        if mention.head.lower in FIRST_PERSON:
            self.waiting.append(mention)
        kind = _CLASSES.get(mention.head.lower)
        if kind is None:
            return
        if kind is _Class.RELATIVE:
            found = self._antecedents(mention.head)
            reason = "relative pronoun"
        else:
            found, reason = self._meant(mention.head, kind), "only candidate that fits"
        for cluster in found:
            if kind in (_Class.MALE, _Class.FEMALE):
                cluster.gender = cluster.gender or kind.value
            self.clusters.join(mention, cluster, reason, inferred=True)
            self.last[kind] = (mention.head, cluster)

    def finish(self) -> None:
        """Join the first persons: who speaks may be named after what is said."""
        for mention in self.waiting:
            self.speakers.join(mention)

    def _antecedents(self, word: Word) -> tuple[Cluster, ...]:
        """The actors of the noun that the relative clause of `word` hangs on."""
        for ancestor in (word, *word.ancestors()):
            if ancestor.dep == "relcl":
                return self.clusters.around(ancestor.head.index)
        before = self.syntax.words[max(word.index - 2, 0) : word.index]
        if word.lower.startswith("who") and before and before[-1].text == ",":
            return self.clusters.around(before[0].index)
        return ()

    def _meant(self, word: Word, kind: _Class) -> tuple[Cluster, ...]:
        together = self._together(word) if kind is _Class.PLURAL else ()
        one = None if together else self._only_candidate(word, kind)
        return together if one is None else (one,)

    def _together(self, word: Word) -> tuple[Cluster, ...]:
        """Those of "X and Y", of "the two allies", who alone are many in what was just said."""
        for back in range(2):
            sentence = word.sentence - back
            several = self._joint_subject(word, sentence)
            many = {cluster for _, cluster in self._fitting(word, sentence, _Class.PLURAL)}
            if several:
                return several if many <= set(several) else ()
            if many:
                return ()
        return ()

    def _joint_subject(self, word: Word, sentence: int) -> tuple[Cluster, ...]:
        """The actors of the main subject, or of that of a clause before `word`, if several."""
        heads = [h for h in self.heads.get(sentence, ()) if h.index < word.index]
        chosen = _is_clause_subject if sentence == word.sentence else _is_main_subject
        subject = next((h for h in reversed(heads) if chosen(h)), None)
        words = (subject, *subject.conjuncts()) if subject is not None else ()
        found = dict.fromkeys(c for w in words for c in self.clusters.around(w.index))
        return tuple(found) if len(found) > 1 else ()

    def _only_candidate(self, word: Word, kind: _Class) -> Cluster | None:
        """The one actor that fits, nearest sentence first; a lone subject goes before others."""
        partner = (
            self._coordinated(word, kind)
            or self._goes_on(word, kind)
            or self._taken_up(word, kind)
            or self._parallel(word, kind)
        )
        if partner is not None:
            return partner
        if kind is _Class.NEUTER and self._may_be_a_thing(word):
            return None
        for back in range(_REACH + 1):
            fitting = self._fitting(word, word.sentence - back, kind)
            if fitting:
                return _lone(fitting) if back else self._governing(word, fitting) or _lone(fitting)
        return None

    def _goes_on(self, word: Word, kind: _Class) -> Cluster | None:
        """The speaker of the quote before, in "he added" after the next one."""
        quotation = self.quotations.spoken_by(word)
        before = quotation.before if quotation is not None else None
        speaker = self.speakers.of(before)
        if before is None or speaker is None or not _agrees(speaker, kind):
            return None
        first = self.syntax.words[before.last].sentence
        between = {
            cluster
            for sentence in range(first, word.sentence + 1)
            for head, cluster in self._fitting(word, sentence, kind)
            if head.index > before.last and self.quotations.at(head.index) is None
        }
        return speaker if between <= {speaker} else None

    def _coordinated(self, word: Word, kind: _Class) -> Cluster | None:
        """The X of "X and its leader"."""
        if word.tag != "PRP$" or word.head.dep != "conj" or word.head.head is word.head:
            return None
        cluster = self.clusters.one_at(word.head.head.index)
        return cluster if cluster is not None and _agrees(cluster, kind) else None

    def _taken_up(self, word: Word, kind: _Class) -> Cluster | None:
        """Whom the object before means, for the possessive after it: "armed it and trained its"."""
        before, cluster = self.last.get(kind, (None, None))
        if before is None or before.sentence != word.sentence or word.tag != "PRP$":
            return None
        return cluster if before.dep in ("dobj", "dative", "pobj") else None

    def _parallel(self, word: Word, kind: _Class) -> Cluster | None:
        """The object before, where a verb goes on: "called on the rebels and promised them land".

        Also where another does so: "Chad arms the Front, and Niger trains it".
        """
        verb = word.head
        if word.dep not in _DONE_TO or verb.dep != "conj":
            return None
        verbs = (v for v in (verb.head, *verb.head.conjuncts()) if v.index < verb.index)
        objects = [w for v in verbs for w in _addressed(v)]
        cluster = self.clusters.one_at(objects[-1].index) if objects else None
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
        """The actors of a sentence that the pronoun may mean, by the heads of their mentions.

        In a quote "he" is not its speaker; beside a quote, not sooner somebody in it.
        """
        found = []
        quotation = self.quotations.at(word.index)
        speaker = self.speakers.of(quotation)
        others = (self._doer_to(word), self._modified_by(word), self._done_by(word))
        for head in self.heads.get(sentence, ())[-_MOST_CANDIDATES:]:
            cluster = self.clusters.one_at(head.index)
            if cluster is None or head.index >= word.index or cluster is speaker:
                continue
            many = _spoken_of_as_many(_members_of(head), kind, cluster)
            if not (_agrees(cluster, kind) or many):
                continue
            if kind is _Class.NEUTER and _is_of_many(head, cluster):
                continue
            if _goes_on_acting(word) and head.dep == "dobj" and are_killed(head):
                continue
            if cluster not in others:
                found.append((_members_of(head), cluster))
        return found if quotation is not None else self._unquoted(word, found)

    def _doer_to(self, word: Word) -> Cluster | None:
        """Whoever does something to `word`, which is then another: the X of "X hit him".

        What one attacks or accuses is not one's own either: the X of "X killed its leader".
        """
        part = _whole_of(word)
        deed = _deed_to_owner(word) or (part.head if part.dep in _DONE_TO else None)
        if deed is None or word.lower.endswith(("self", "selves")):
            return None
        subject = _own_subject(deed)
        return self.clusters.one_at(subject.index) if subject is not None else None

    def _done_by(self, word: Word) -> Cluster | None:
        """Whoever `word` does it to in a clause behind: the leader of "whose leader he jailed"."""
        done = word.head.child(*_DONE_TO) if word.dep == "nsubj" else None
        before = done is not None and done.index < word.index
        return self.clusters.one_at(done.index) if done is not None and before else None

    def _modified_by(self, word: Word) -> Cluster | None:
        """Whom the relative clause of `word` lacks as object: "soldiers whom they had captured"."""
        verb = word.head
        if word.dep != "nsubj" or verb.dep != "relcl":
            return None
        return self.clusters.one_at(verb.head.index)

    def _governing(self, word: Word, fitting: list[tuple[Word, Cluster]]) -> Cluster | None:
        """The nearest subject of the clauses in which the pronoun stands, if it fits."""
        heads = {head.index: cluster for head, cluster in fitting}
        for ancestor in word.ancestors():
            subject = ancestor.child("nsubj", "nsubjpass")
            if subject is not None and subject.index in heads and subject.index < word.index:
                return heads[subject.index] if subject.child("conj") is None else None
        return None

    def _unquoted(
        self, word: Word, found: list[tuple[Word, Cluster]]
    ) -> list[tuple[Word, Cluster]]:
        outside = [(head, c) for head, c in found if self.quotations.at(head.index) is None]
        return outside or ([] if self.quotations.spoken_by(word) is not None else found)


def _members_of(head: Word) -> Word:
    """The members as whom a body acts: "the members of the Council condemned … They urged"."""
    noun = head.head.head
    behind = head.dep == "pobj" and head.head.lower == "of" and noun.tag == "NNS"
    return noun if behind and noun.lemma in words("relations", "constituents") else head


def _goes_on_acting(word: Word) -> bool:
    """Whether it is the subject of a main clause, not of "killed two as they prayed"."""
    return word.dep == "nsubj" and word.head.dep in ("ROOT", "conj")


def _addressed(verb: Word) -> list[Word]:
    """Whom the verb acts upon, or who is called on or spoken to."""
    behind = (p for p in verb.children_by("prep") if p.lower in ("on", "upon", "to"))
    return verb.children_by(*_DONE_TO) or [w for p in behind for w in p.children_by("pobj")]


def _whole_of(word: Word) -> Word:
    """The number of which the pronoun is the whole: "shot two of them"."""
    count = word.head.head
    partitive = word.dep == "pobj" and word.head.lower == "of"
    return count if partitive and count.pos in ("NUM", "PRON", "DET", "ADJ") else word


def _deed_to_owner(word: Word) -> Word | None:
    """The verb of what is done to somebody by doing it to what is theirs: "killed its leader"."""
    owned = word.head
    is_own = lexicon().has("ones_own", owned.lemma) or any(
        a.lower == "own" for a in owned.children_by("amod")
    )
    if word.tag != "PRP$" or is_own:
        return None
    deed = owned.head.head if owned.dep == "pobj" and owned.head.lower in _AIMED else owned.head
    given = owned.dep == "dative" or lexicon().has("done_for_others", deed.lemma)
    for_others = given and deed.dep == "conj"
    if not for_others and not lexicon().has("done_to_others", deed.lemma):
        return None
    return deed.head if deed.pos == "NOUN" and deed.dep == "dobj" else deed


def _own_subject(verb: Word) -> Word | None:
    """The subject of a verb, or of the verb that it goes on from: "met him and thanked him"."""
    while verb.child(*_SUBJECTS) is None and verb.dep == "conj" and not verb.is_root:
        verb = verb.head
    return verb.child(*_SUBJECTS)


def _agrees(cluster: Cluster, kind: _Class) -> bool:
    if kind in (_Class.MALE, _Class.FEMALE):
        return cluster.person and cluster.gender in (None, kind.value)
    if kind is _Class.PLURAL:
        return cluster.plural
    return not cluster.person and not cluster.plural and cluster.type is not NameType.PEOPLE


def _is_of_many(head: Word, cluster: Cluster) -> bool:
    """Whether the words speak of many, as "it" does not: "Army helicopters", not "the Taliban"."""
    phrase = head.head if head.dep in ("compound", "nmod", "amod") else head
    named = any(name.endswith(phrase.text) for name in cluster.names)
    return phrase.tag in ("NNS", "NNPS") and not named


def _spoken_of_as_many(head: Word, kind: _Class, cluster: Cluster) -> bool:
    """A body may be one and its people many: "Wagner mercenaries … they", "the Taliban … they"."""
    if kind is not _Class.PLURAL:
        return False
    members = counted_in(head)
    if any(w.tag in ("NNS", "NNPS") for w in (head, members) if w is not None):
        return True
    if _CLASSES.get(head.lower) is _Class.PLURAL:
        return True
    article = head.child("det")
    alone = head.pos == "PROPN" and head.child("compound", "amod") is None
    people = alone and article is not None and article.lower == "the" and not head.text.isupper()
    return people and cluster.type is NameType.BODY and cluster.sector in _FIGHTING


def _lone(fitting: list[tuple[Word, Cluster]]) -> Cluster | None:
    """The only cluster, or the only one that stands as a subject, or as the main one."""
    clusters = list(dict.fromkeys(c for _, c in fitting))
    if len(clusters) == 1:
        return clusters[0]
    fitting = [(head, c) for head, c in fitting if not _only_tells(head)] or fitting
    for chosen in (_is_subject, _is_only_subject):
        subjects = list(dict.fromkeys(c for head, c in fitting if chosen(head)))
        if len(subjects) == 1:
            return subjects[0]
    return None


def _only_tells(head: Word) -> bool:
    """Whether it says what others did: in "Witnesses said gunmen came. They shot" those shot."""
    verb = head.head
    told = verb.child("ccomp") is not None and lexicon().has("speech_verbs", verb.lemma)
    return told and head.dep == "nsubj"


def _is_subject(head: Word) -> bool:
    """Whether it is a subject, or coordinated with one, of a clause that does not tell which.

    Also the X of "hundreds of X rallied".
    """
    head = counted_by(head) or head
    while head.dep == "conj" and not head.is_root:
        head = head.head
    return head.dep in _SUBJECTS and not any(a.dep == "relcl" for a in head.ancestors())


def _is_main_subject(head: Word) -> bool:
    """Whether it is the subject of the sentence's main verb."""
    head = counted_by(head) or head
    return head.dep in _SUBJECTS and head.head.is_root


def _is_clause_subject(head: Word) -> bool:
    return head.dep in _SUBJECTS


def _is_only_subject(head: Word) -> bool:
    return _is_main_subject(head) and head.child("conj") is None


def _clause_subject(word: Word) -> Word | None:
    """The subject of the clause in which `word` stands."""
    for ancestor in word.ancestors():
        subject = ancestor.child("nsubj", "nsubjpass")
        if subject is not None:
            return subject
    return None
