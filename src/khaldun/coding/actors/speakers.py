"""Who speaks in a quote, and for whom: joins "I" and "we"."""

from itertools import takewhile

from khaldun.coding.actors.context import OF_STATES
from khaldun.coding.actors.model import Cluster, Clusters
from khaldun.coding.actors.quotations import Quotation, Quotations
from khaldun.coding.draft import ActorMention
from khaldun.coding.interviews import interview_in
from khaldun.coding.syntax import Syntax, Word
from khaldun.ontology.registry import registry
from khaldun.record import SegmentKind

_SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PERSON = _SPEAKERS | _SPEAKER
_GOING_ON = 8  # quotes back to which a speaker who is not named again may go on
_PAPERS = frozenset(
    {"report", "letter", "statement", "message", "remarks", "address", "testimony",
     "communique", "communiqué", "declaration", "proclamation"}
)  # fmt: skip
_SIGNING = frozenset({"of", "by", "from"})
_SIDES = frozenset({"REB", "OPP", "PAR"})
_GAP = 6  # words that may stand between two quotes of one speaker without a new one


class SpeakerJoiner:
    """Joins the pronouns of the first person with who is said to speak."""

    def __init__(self, syntax: Syntax, clusters: Clusters) -> None:
        self.syntax = syntax
        self.clusters = clusters
        self.quotations = Quotations(syntax)
        self.interview = interview_in(syntax)

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
        if side is None and self.quotations.at(mention.head.index) is None:
            side = self._introduced_side(mention.head)
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
        if quotation is not None:
            return self.of(quotation)
        answer = self.interview.answer_at(word.index) if self.interview is not None else None
        if answer is not None:
            named = answer.speaker
            return self._interviewee() if named is None else self.clusters.one_at(named.index)
        author = self._author()
        alone = word.lower in _SPEAKER
        return author if author is not None and author.person == alone else None

    def _introduced_side(self, word: Word) -> Cluster | None:
        """The one party of the war that the introduction of an interview names."""
        if self.interview is None or not self.interview.is_answered_at(word.index):
            return None
        sides = [
            c
            for c in self.clusters
            if c.sector in _SIDES and c.names and not c.person
            if any(j.mention.head.index < self.interview.opening for j in c.joined)
        ]
        return sides[0] if len(sides) == 1 else None

    def _interviewee(self) -> Cluster | None:
        """The person of whom the introduction of the interview speaks most."""
        opening = self.interview.opening if self.interview is not None else 0
        told = {
            c: sum(j.mention.head.index < opening for j in c.joined)
            for c in self.clusters
            if c.person and c.names
        }
        most = max(told.values(), default=0)
        return next((c for c, count in told.items() if most and count == most), None)

    def _author(self) -> Cluster | None:
        """Whose paper it is by its title: "Report of the Secretary-General", "Letter from X"."""
        for sentence in takewhile(lambda s: s.kind is SegmentKind.HEADLINE, self.syntax.sentences):
            for word in sentence.words:
                if word.lemma.lower() in _PAPERS:
                    signed = (p for p in word.children_by("prep") if p.lower in _SIGNING)
                    found = (self.clusters.one_at(w.index) for p in signed for w in p.children)
                    return next((c for c in found if c is not None), None)
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
