"""From cues to frames: contents completed over quotations and sentences, holders named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from khaldun.coding.attribution.chain import REACH
from khaldun.coding.attribution.cues import Context, Cue
from khaldun.coding.attribution.extents import Range
from khaldun.coding.attribution.nouns import (
    adjective_cues,
    hearsay_cues,
    noun_cues,
    source_phrase_cues,
)
from khaldun.coding.attribution.quotations import OPENING, Quotation
from khaldun.coding.attribution.rules import attribution_rules
from khaldun.coding.attribution.sources import name_range, named_apposition, source_range
from khaldun.coding.attribution.verbs import verb_cues
from khaldun.coding.draft import Draft, Frame
from khaldun.coding.lexicon.loading import words as lexicon_words
from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.ontology.registry import RegistryKind, registry
from khaldun.record import HolderKind, SegmentKind

_FARTHEST_SENTENCE = 2
_MEMORY = 1
_NOBODY = frozenset({"nobody", "none", "noone", "neither", "nothing"})
_EXPLAINED = 4
_TAG = 12
_NEAR = 20
_LABEL = 5
_LABEL_PARTS = frozenset({"PROPN", "ADJ", "DET", "NOUN"})
_DASHES = frozenset({"―", "—", "–", "--", "-"})
_LINE = 30
_CARRIED = frozenset({"it", "he", "she", "they", "this", "these", "that"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_BODIES = frozenset({"ORG", "GPE"})
_THIRD_PERSON = frozenset({"he", "she", "they"})


class CueFinder:
    """Finds the cues of a document, sentence by sentence in text order."""

    def __init__(self, syntax: Syntax, context: Context, quoted: tuple[Quotation, ...]) -> None:
        self._syntax = syntax
        self._context = context
        self._quoted = quoted
        self._next = 0
        self._utterances = {q.last: q for q in quoted if q.utterance}

    def cues(self, sentence: Sentence) -> list[Cue]:
        """The cues of a sentence that have a content, in text order."""
        near = self._quotations_of(sentence)
        found = [c for w in sentence.words for c in self._at(w, near) if c.contents]
        found = [c for c in found if not _is_nobody(c.source)]
        found.extend(labelled(self._syntax, sentence, self._utterances))
        return sorted(found, key=lambda cue: cue.word.index)

    def _quotations_of(self, sentence: Sentence) -> list[Quotation]:
        """The quotations of a sentence; of a short one without any, those that it stands at."""
        first, last = sentence.words[0].index, sentence.words[-1].index
        while self._next < len(self._quoted) and self._quoted[self._next].last < first - 1:
            self._next += 1
        near = []
        for position in range(self._next, min(self._next + _NEAR, len(self._quoted))):
            if self._quoted[position].first > last + 1:
                break
            near.append(self._quoted[position])
        within = [q for q in near if q.last > first and q.first <= last]
        if within:
            return within
        colon = sentence.words[-1].text == ":"
        short = len(sentence.words) <= _TAG
        return [q for q in near if (colon if q.first > last else short)]

    def _at(self, word: Word, near: list[Quotation]) -> Iterator[Cue]:
        context = self._context
        if word.lower in context.rules.source_words or word.lemma in context.rules.source_words:
            sourced = list(source_phrase_cues(context, word))
            yield from sourced
            if word.lower == "according" or (sourced and word.dep == "advcl"):
                return
        if word.pos == "VERB" and word.tag == "VBN" and word.lower in context.rules.adjectives:
            yield from adjective_cues(context, word)
        elif word.pos == "VERB" and word.dep != "amod":
            yield from verb_cues(context, word, near)
        elif word.pos == "NOUN":
            yield from noun_cues(context, word)
        elif word.pos in ("ADJ", "ADV", "VERB"):
            yield from adjective_cues(context, word)
            yield from hearsay_cues(context, word)


def hold_quotations(syntax: Syntax, cues: list[Cue], quoted: tuple[Quotation, ...]) -> None:
    """Give utterances that no cue holds to the speaker of the quotation just before them."""
    speaking = [c for c in cues if c.direct and c.word.pos != "PUNCT"]
    speakers = {r[0]: c for c in speaking for r in c.contents}
    covered = _covered(len(syntax.words), [r for c in cues for r in c.contents])
    speaker: Cue | None = None
    reached = 0
    for quotation in (q for q in quoted if q.utterance):
        own = speakers.get(quotation.first) or speakers.get(quotation.first + 1)
        if own is not None:
            speaker = own
        elif covered[quotation.first] or covered[quotation.last]:
            continue
        elif speaker is not None and syntax.words[quotation.first].sentence <= reached:
            speaker.contents.append((quotation.first, quotation.last))
        reached = syntax.words[quotation.last].sentence + _FARTHEST_SENTENCE


def _is_nobody(source: Word | None) -> bool:
    return source is not None and (source.lower in _NOBODY or _is_none_of(source))


def _is_none_of(source: Word) -> bool:
    """Whether nobody says it: "no witness", "neither the army nor the rebels"."""
    none = any(c.lower == "no" for c in source.children_by("det"))
    return none or any(c.lower == "neither" for c in source.children_by("preconj"))


def labelled(syntax: Syntax, sentence: Sentence, quoted: Mapping[int, Quotation]) -> Iterator[Cue]:
    """Speakers set before a colon ("UN: 40 dead in Darfur") or behind a dash (“…” — Mary Ali)."""
    opened = sentence.words[0].text in OPENING
    for position, mark in enumerate(sentence.words):
        if mark.text == ":" and 0 < position <= _LABEL and position + 1 < len(sentence.words):
            label = sentence.words[opened:position]
            if _is_speaker(label) and not _heads_news(sentence, label, mark):
                content = (mark.index + 1, _line_end(syntax, mark))
                yield Cue(word=mark, last=mark, source=label[-1], contents=[content], claims=True)
        elif mark.text in _DASHES and mark.index - 1 in quoted:
            following = syntax.words[mark.index + 1 : mark.index + 2]
            if following and following[0].pos == "PROPN":
                quotation = quoted[mark.index - 1]
                head = following[0].head if following[0].dep == "compound" else following[0]
                content = (quotation.first, quotation.last)
                yield Cue(
                    word=mark, last=mark, source=head, contents=[content], claims=True, direct=True
                )


def _is_speaker(label: Sequence[Word]) -> bool:
    parts = bool(label) and all(w.pos in _LABEL_PARTS for w in label)
    return parts and label[-1].pos == "PROPN"


def _heads_news(sentence: Sentence, label: Sequence[Word], mark: Word) -> bool:
    """Whether a headline only says where: "Angola: army reports fighting, accuses the rebels"."""
    entry = next(iter(registry().find(" ".join(w.text for w in label))), None)
    state = entry is not None and entry.kind is RegistryKind.STATE
    if sentence.kind is not SegmentKind.HEADLINE or not state:
        return False
    verbs = (w for w in sentence.words if w.index > mark.index and w.pos == "VERB")
    verb = next(verbs, None)
    spoken = verb is not None and verb.lemma in attribution_rules().verbs
    return spoken and verb is not None and verb.child("nsubj") is not None


def _line_end(syntax: Syntax, mark: Word) -> int:
    """The last word of the line, or of the sentence where the line ends within it."""
    sentence = syntax.sentences[mark.sentence]
    line = syntax.text.find("\n", sentence.end)
    last = sentence.words[-1].index
    for following in syntax.sentences[mark.sentence + 1 : mark.sentence + _LINE]:
        if 0 <= line <= following.start or "\n" in syntax.text[sentence.end : following.start]:
            break
        last = following.words[-1].index
    return last


def outer_and_sourced(syntax: Syntax, cues: list[Cue], quoted: tuple[Quotation, ...]) -> list[Cue]:
    """The cues that are worth keeping where they stand inside what somebody else says.

    What a speaker wants, thinks or praises is part of what he says; a source that he names
    is a holder of its own.
    """
    utterances = [(q.first + 1, q.last - 1) for q in quoted if q.utterance]
    ranges = [r for c in cues if c.claims for r in c.contents] + utterances
    depth = _covered(len(syntax.words), ranges)
    return [c for c in cues if not depth[c.word.index] or _is_third_party(c)]


def _is_third_party(cue: Cue) -> bool:
    if not cue.claims:
        return False
    if cue.source is None:
        return cue.word.pos == "NOUN"
    if cue.word.lemma in attribution_rules().mental:
        return cue.source.entity in _BODIES  # "NATO believes that …, diplomats said"
    return cue.source.pos != "PRON"


def carry_over_semicolons(syntax: Syntax, cues: list[Cue]) -> None:
    """Let what is said run on behind a semicolon: "X noted that A is weak; it cannot win"."""
    for cue in cues:
        last = max(r[1] for r in cue.contents)
        denied = cue.word.lemma in lexicon_words("parties", "denials")  # what is denied ends there
        if not cue.claims or cue.direct or denied or last + 2 >= len(syntax.words):
            continue
        semicolon, following = syntax.words[last + 1 : last + 3]
        sentence = syntax.sentences[cue.word.sentence].words
        if (
            semicolon.text == ";"
            and following.lower in _CARRIED
            and following.sentence == cue.word.sentence
        ):
            end = sentence[-1].index - (sentence[-1].pos == "PUNCT")
            cue.contents.append((following.index, end))


def carry_explanations(syntax: Syntax, cues: list[Cue]) -> None:
    """Let "as X explained, A." run on over the sentences of the paragraph that spell A out."""
    own = {cue.word.sentence for cue in cues}
    for cue in cues:
        if not cue.explains:
            continue
        for sentence in syntax.sentences[cue.word.sentence + 1 : cue.word.sentence + _EXPLAINED]:
            before = syntax.sentences[sentence.index - 1]
            if sentence.index in own or "\n" in syntax.text[before.end : sentence.start]:
                break
            cue.contents.append((sentence.words[0].index, sentence.words[-1].index))


def _covered(size: int, ranges: list[Range]) -> list[bool]:
    """For each word, whether one of the ranges covers it."""
    change = [0] * (size + 2)
    for first, last in ranges:
        change[first] += 1
        change[last + 1] -= 1
    return [depth > 0 for depth in accumulate(change)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speaker:
    """The holder of a frame as the text names it, and the head of the words that do, if any."""

    holder: str
    kind: HolderKind
    head: Word | None
    sentence: int


def frames(draft: Draft, context: Context, cues: list[Cue]) -> Iterator[Frame]:
    """The cues as frames, in text order, with their holders named."""
    last: _Speaker | None = None
    for cue in cues:
        speaker = _speaker(draft, context, cue, last)
        yield _frame(draft, context, cue, speaker)
        if cue.source is not None and (last is None or _is_known(draft, cue.source, speaker, last)):
            last = speaker


def _speaker(draft: Draft, context: Context, cue: Cue, last: _Speaker | None) -> _Speaker:
    sentence = cue.word.sentence
    if cue.source is None:
        holder, kind = _implied(draft, cue)
    elif last is not None and _goes_on(draft, cue, cue.source, last):
        document = last.kind is HolderKind.DOCUMENT
        return replace(last, head=last.head if document else cue.source, sentence=sentence)
    else:
        holder, kind = _holder(draft, context, cue, cue.source)
    return _Speaker(holder=holder, kind=kind, head=cue.source, sentence=sentence)


def _is_known(draft: Draft, source: Word, speaker: _Speaker, last: _Speaker) -> bool:
    """Whether it is told who speaks, so that a pronoun may stand for him afterwards."""
    resolved = source.pos != "PRON" or bool(draft.actor_ids.get(source.index))
    return resolved or speaker.holder == last.holder


def _goes_on(draft: Draft, cue: Cue, source: Word, last: _Speaker) -> bool:
    """Whether a pronoun stands for the speaker before it, and "it" for a document."""
    if cue.word.sentence - last.sentence > _MEMORY:
        return False
    if source.lower == "it":
        return last.kind is HolderKind.DOCUMENT
    return source.lower in _THIRD_PERSON and not draft.actor_ids.get(source.index)


def _frame(draft: Draft, context: Context, cue: Cue, speaker: _Speaker) -> Frame:
    words, syntax = draft.syntax.words, draft.syntax
    source: tuple[Word, ...] = ()
    if cue.source is not None:
        first, last = source_range(context.extents, cue.source, cue.word)
        source = words[first : last + 1]
    return Frame(
        cue=cue.word,
        cue_span=cue.label or syntax.span((cue.word, cue.last)),
        holder=speaker.holder,
        kind=speaker.kind,
        contents=tuple(syntax.span((words[a], words[b])) for a, b in _near(cue)),
        source=source,
        source_head=speaker.head,
        direct_quote=cue.direct,
        claims=cue.claims,
    )


def _near(cue: Cue) -> list[Range]:
    """The contents as far as they are looked for around the cue."""
    low, high = cue.word.index - REACH, cue.word.index + REACH
    clipped = [(max(first, low), min(last, high)) for first, last in merged(cue.contents)]
    return [(first, last) for first, last in clipped if first <= last]


def merged(ranges: list[Range]) -> list[Range]:
    """Ranges in text order, those that touch or overlap joined."""
    joined: list[Range] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _implied(draft: Draft, cue: Cue) -> tuple[str, HolderKind]:
    """The cue in place of a source that is not named."""
    before = draft.syntax.words[max(cue.word.index - 2, 0) : cue.word.index]
    joined = before if before and before[-1].text == "-" else ()  # "so-called"
    return draft.syntax.span((*joined, cue.word)).quote, HolderKind.UNNAMED


def _holder(draft: Draft, context: Context, cue: Cue, source: Word) -> tuple[str, HolderKind]:
    """The source as the text names it, and its kind."""
    known = draft.actor_ids.get(source.index, ()) if source.pos == "PRON" else ()
    if len(known) == 1:
        name = next((a.name for a in draft.actors if a.id == known[0]), None)
        if name is not None:
            return name, HolderKind.NAMED
    head = named_apposition(source)
    first, last = _beside_cue(name_range(context.extents, head), head, cue)
    words = draft.syntax.words[first : last + 1] or (head,)
    actors = draft.actor_ids.get(source.index, ())
    return draft.syntax.span(words).quote, _kind(context, head, words, bool(actors))


def _beside_cue(name: Range, head: Word, cue: Cue) -> Range:
    """The name without the word of saying, round which an apposition may stand."""
    if not name[0] <= cue.word.index <= name[1]:
        return name
    if head.index < cue.word.index:
        return name[0], cue.word.index - 1
    return cue.word.index + 1, name[1]


def _kind(context: Context, head: Word, words: tuple[Word, ...], is_actor: bool) -> HolderKind:
    rules = context.rules
    if head.lemma in rules.media or any(w.lower in rules.media_modifiers for w in words):
        return HolderKind.MEDIA
    if head.lemma in rules.documents and head.pos != "PROPN":
        return HolderKind.DOCUMENT
    known = is_actor or any(w.pos == "PROPN" or w.entity for w in words)
    if head.pos == "PROPN" or (known and _is_one(context, head, is_actor)):
        return HolderKind.NAMED
    return HolderKind.UNNAMED


def _is_one(context: Context, head: Word, is_actor: bool) -> bool:
    """Whether a common noun says who it is: "the army", "its envoy", "police", no "officials"."""
    if head.lemma in context.rules.officials:
        return is_actor
    if head.pos != "NOUN" or (not is_actor and head.tag == "NNS"):
        return False  # "one of those released"
    determiner = head.child("poss", "det")
    if determiner is None:
        body = head.lower in lexicon_words("actors", "state_bodies")
        return body or (head.tag != "NNS" and head.child("nummod") is None)
    return determiner.dep == "poss" or determiner.lower in _DEFINITE
