"""Who speaks in a quote, and for whom: joins "I" and "we"."""

from khaldun.coding.actors.context import OF_STATES
from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.quotations import Quotation, Quotations
from khaldun.coding.draft import ActorMention
from khaldun.coding.mentions.nouns import lexicon
from khaldun.coding.syntax import Syntax, Word
from khaldun.ontology.registry import registry

_SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PERSON = _SPEAKERS | _SPEAKER
_GOING_ON = 8  # quotes back to which a speaker who is not named again may go on
_GAP = 6  # words that may stand between two quotes of one speaker without a new one


class SpeakerJoiner:
    """Joins the pronouns of the first person with who is said to speak."""

    def __init__(self, syntax: Syntax, clusters: Clusters) -> None:
        self.syntax = syntax
        self.clusters = clusters
        self.quotations = Quotations(syntax)

    def join(self, mention: ActorMention) -> None:
        """Join "I" with the speaker, "we" with the body or state for which he speaks.

        All other mentions must have been joined: a speaker is often named after his words.
        """
        speaker = self._speaker(mention.head)
        if speaker is None:
            return
        if mention.head.lower in _SPEAKER:
            if speaker.person:
                self.clusters.join(mention, speaker, "speaker", inferred=True)
            return
        side = self._side(speaker) if speaker.person else speaker
        if side is not None:
            self.clusters.join(mention, side, "the speaker's side", inferred=True)

    def of(self, quotation: Quotation | None) -> Cluster | None:
        """Who speaks a quote: its own speaker, or that of the quotes before that go on in it."""
        for _ in range(_GOING_ON):
            if quotation is None:
                return None
            word = quotation.speaker
            if word is not None:
                cluster = self.clusters.one_at(word.index)
                if cluster is not None or word.pos != "PRON":
                    return cluster
            elif not _close(quotation):
                return None
            quotation = quotation.before
        return None

    def _speaker(self, word: Word) -> Cluster | None:
        quotation = self.quotations.at(word.index)
        return self.of(quotation) if quotation is not None else self._reported(word)

    def _reported(self, word: Word) -> Cluster | None:
        """The person who says the clause in which `word` stands: "He said I was right"."""
        for ancestor in word.ancestors():
            subject = ancestor.child("nsubj")
            speaks = lexicon().has("speech_verbs", ancestor.lemma) and subject is not None
            if speaks and subject is not word:
                cluster = self.clusters.one_at(subject.index) if subject is not None else None
                return cluster if cluster is not None and cluster.person else None
        return None

    def _side(self, speaker: Cluster) -> Cluster | None:
        """The body that text or registry gives the speaker, or the state that he serves."""
        if speaker.body is not None and not speaker.body.person:
            return speaker.body
        entry = speaker.entry
        bodies = [m.of for m in entry.memberships] if entry is not None else []
        bodies += [o.of for o in entry.offices] if entry is not None else []
        known = (self.clusters.get(body) for body in reversed(bodies))
        body = next((c for c in known if c is not None), None)
        state = registry().state(speaker.country) if speaker.country is not None else None
        if body is None and state is not None and speaker.sector in OF_STATES:
            return self.clusters.get(state.id)
        return body


def _close(quotation: Quotation) -> bool:
    before = quotation.before
    return before is not None and quotation.first - before.last <= _GAP
