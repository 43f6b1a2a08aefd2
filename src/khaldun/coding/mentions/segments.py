"""Splits a stretch of capitals into the names and titles that it is made of."""

from collections.abc import Iterator

from khaldun.coding.mentions.model import NamePiece
from khaldun.coding.mentions.nouns import NounKind, lexicon, noun_ending_at
from khaldun.coding.syntax import Sentence, Word
from khaldun.ontology.registry import Registry, RegistryEntry, RegistryKind, registry

_GEOGRAPHIC = (RegistryKind.STATE, RegistryKind.TERRITORY)
_OFFICE = (NounKind.OFFICE,)
_TITLED = frozenset({NounKind.OFFICE, NounKind.MEMBERS, NounKind.PEOPLE})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
Words = tuple[Word, ...]


def name_pieces(run: Words, sentence: Sentence, text: str) -> Iterator[NamePiece]:
    """The names in `run`, each with the title before it, in text order."""
    yield from _Splitter(sentence, text).split(run)


class _Splitter:
    """Splits the runs of one sentence."""

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.words = sentence.words
        self.offset = sentence.words[0].index
        self.text = text
        self.registry: Registry = registry()

    def split(self, run: Words) -> Iterator[NamePiece]:
        """The pieces of `run`: what stands before a title, then the titled name, or names."""
        known = self.entries(run)
        if known:
            yield self.known_piece(run, known)
            return
        if self.registry.by_seat(self.surface(run)) is not None:
            yield self.with_lower_title(run)
            return
        title_end = None if self.is_body(run) else self.title_end(run)
        if title_end is None:
            yield from self.untitled(run)
            return
        title_start = self.title_start(run, title_end)
        yield from self.untitled(run[:title_start])
        rest = run[title_end + 1 :]
        if not all(_belongs_to_title(w) for w in rest):
            title = run[title_start : title_end + 1]
            yield self.titled(rest, self.before_title(title) + title)

    def entries(self, words: Words) -> tuple[RegistryEntry, ...]:
        """The registry's entries with this name."""
        return self.registry.find(self.surface(words)) if words else ()

    def surface(self, words: Words) -> str:
        """The words as they stand in the text, on one line."""
        return " ".join(self.text[words[0].start : words[-1].end].split())

    def title_end(self, run: Words) -> int | None:
        """The position in `run` of the last word of a title, where it holds one."""
        found = None
        for position, word in enumerate(run):
            noun = noun_ending_at(self.words, word.index - self.offset)
            kinds = _OFFICE if position else _TITLED
            is_title = noun is not None and noun.is_any(kinds) and word.tag not in ("NNS", "NNPS")
            if is_title or lexicon().has("honorifics", word.lower.rstrip(".")):
                if position == len(run) - 1 and not self.ends_in_title(run):
                    break
                found = position
        return found

    def ends_in_title(self, run: Words) -> bool:
        """Whether the last word is a title ("UN Envoy") and not a surname ("Martin King")."""
        if len(run) == 1:
            return True
        before = run[-2]
        if before.entity == "PERSON" == run[-1].entity:
            return False
        word = before.lower
        if lexicon().has("title_modifiers", word) or before.text in ("-", "‑"):
            return True
        return bool(self.demonym(run[:-1]) or self.entries(run[:-1]) or self.entries(run[-2:-1]))

    def title_start(self, run: Words, end: int) -> int:
        """Where the title that ends at `end` starts."""
        noun = noun_ending_at(self.words, run[end].index - self.offset)
        length = len(noun.phrase.replace("-", " - ").split()) if noun is not None else 1
        start = max(end - length + 1, 0)
        while start > 0 and self.in_title(run[start - 1], run[start]):
            start -= 1
        return start

    def in_title(self, word: Word, after: Word) -> bool:
        """Whether `word` belongs to the title that goes on with `after`."""
        if lexicon().has("title_modifiers", word.lower) or word.text in ("-", "‑"):
            return True
        if word.text[0].islower() or lexicon().has("honorifics", word.lower.rstrip(".")):
            return True
        noun = noun_ending_at(self.words, word.index - self.offset)
        return noun is not None and noun.is_any(_OFFICE) and after.lower != "of"

    def before_title(self, title: Words) -> Words:
        """The words of the office that stand before its capitals: "deputy [Prime Minister]"."""
        start = title[0].index - self.offset
        last = title[-1].index - self.offset
        noun = noun_ending_at(self.words, last)
        length = len(noun.phrase.replace("-", " - ").split()) if noun is not None else 1
        first = min(start, max(last - length + 1, 0))
        while first > 0 and self.words[first - 1].text[0].islower():
            if not lexicon().has("title_modifiers", self.words[first - 1].lower):
                break
            first -= 1
        return self.words[first:start]

    def titled(self, name: Words, title: Words) -> NamePiece:
        """A name after a title; further honorifics at its start go to the title."""
        while len(name) > 1 and _belongs_to_title(name[0]):
            title, name = (*title, name[0]), name[1:]
        return NamePiece(name=name, title=title, entries=self.entries(name))

    def untitled(self, run: Words) -> Iterator[NamePiece]:
        """Names without a title, longest known name first, demonyms split from what follows."""
        run = _trimmed(run)
        if all(_names_nothing(w.lower) for w in run):
            return
        known = self.entries(run)
        if known:
            yield self.known_piece(run, known)
            return
        border = _label_border(run)
        if border:
            yield from self.untitled(run[:border])
            yield from self.untitled(run[border:])
            return
        cut = self.known_prefix(run)
        if cut and not self.is_body(run):
            if self.is_branch(run, cut):
                yield NamePiece(name=run, entries=self.entries(run[:cut]))
                return
            yield self.prefix_piece(run[:cut])
            yield from self.untitled(run[cut:])
            return
        if cut and cut < len(run):
            if self.is_known_body(run[:cut]):
                yield NamePiece(name=run, entries=self.entries(run[:cut]))
                return
            yield self.prefix_piece(run[:cut])
            if self.demonym(run[:cut]) and (known := self.entries(run[cut:])):
                yield NamePiece(name=run, entries=known)
                return
        elif not cut and (suffix := self.known_suffix(run)):
            yield from self.untitled(run[:suffix])
            yield from self.untitled(run[suffix:])
            return
        yield self.with_lower_title(run)

    def is_branch(self, run: Words, cut: int) -> bool:
        """Whether a body's name is followed by the place of its branch: "Carnegie Moscow"."""
        if cut == len(run) or self.demonym(run[:cut]):
            return False
        return (
            self.is_known_body(run[:cut])
            and self.registry.by_seat(self.surface(run[cut:])) is not None
        )

    def is_known_body(self, words: Words) -> bool:
        """Whether the registry has the words as the name of a body."""
        entries = self.entries(words)
        return bool(entries) and entries[0].kind not in (*_GEOGRAPHIC, RegistryKind.PERSON)

    def known_prefix(self, run: Words) -> int:
        """How many words at the start are a state, a demonym, or a name that is known."""
        for end in range(len(run), 0, -1):
            head = run[:end]
            if _ends_open(head):
                continue
            if self.demonym(head) or (self.entries(head) and self.prefix_allowed(head, run)):
                return end
        return 0

    def prefix_allowed(self, head: Words, run: Words) -> bool:
        """Whether a known name may be cut from what follows it, and is no forename."""
        if len(head) == len(run):
            return True
        return run[len(head)].entity != "PERSON" or head[0].entity != "PERSON"

    def known_suffix(self, run: Words) -> int:
        """Where a known name starts that ends the run, not after a particle; 0 for none."""
        for start in range(1, len(run)):
            before = run[start - 1]
            if before.text in ("-", "‑") or before.text[0].islower():
                continue
            rest = run[start:]
            if len(rest) > 1 and before.entity != "PERSON" and self.entries(rest):
                return start
            if self.is_dateline(before, rest):
                return start
        return 0

    def is_dateline(self, before: Word, rest: Words) -> bool:
        """Whether the town of a dateline follows a byline: "Jane Roe NAIROBI"."""
        capitals = len(rest) == 1 and rest[0].text.isupper() and not before.text.isupper()
        return capitals and self.registry.by_seat(rest[0].text) is not None

    def is_body(self, run: Words) -> bool:
        """Whether the whole is the name of one body: "Syrian Democratic Forces"."""
        if self.opens_with_office(run):
            return False
        names = [lexicon().has("body_name_nouns", w.lower) for w in run]
        linked = any(
            name and after.lower in ("of", "for")
            for name, after in zip(names, run[1:], strict=False)
        )
        ends = names[-1] and not any(w.lower == "of" for w in run)
        return len(run) > 1 and (linked or ends)

    def opens_with_office(self, run: Words) -> bool:
        """Whether it is the title of an office, not of a body: "Minister of State for Trade"."""
        linker = next((n for n, w in enumerate(run) if w.lower in ("of", "for")), 0)
        if not linker:
            return False
        noun = noun_ending_at(self.words, run[linker - 1].index - self.offset)
        return noun is not None and noun.is_any(_OFFICE)

    def demonym(self, words: Words) -> RegistryEntry | None:
        """The state or people of a demonym."""
        return self.registry.by_demonym(self.surface(words)) if len(words) < 4 else None

    def prefix_piece(self, words: Words) -> NamePiece:
        """The piece of a state, a demonym or another known name."""
        demonym = self.demonym(words)
        if demonym is not None:
            return NamePiece(name=words, entries=(demonym,), demonym=True)
        return self.known_piece(words, self.entries(words))

    def known_piece(self, words: Words, entries: tuple[RegistryEntry, ...]) -> NamePiece:
        """The piece of a name that the registry has."""
        if entries[0].kind in _GEOGRAPHIC:
            return NamePiece(name=words, entries=entries)
        piece = self.with_lower_title(words)
        return NamePiece(name=words, entries=entries, title=piece.title)

    def with_lower_title(self, run: Words) -> NamePiece:
        """A name with the lower-case title that stands before it, if any."""
        if (demonym := self.demonym(run)) is not None:
            return NamePiece(name=run, entries=(demonym,), demonym=True)
        seat = self.registry.by_seat(self.surface(run))
        if seat is not None:
            return NamePiece(name=run, entries=(seat,), seat=True)
        title = () if self.is_body(run) else self.noun_title(run)
        return NamePiece(name=run, title=title, entries=self.entries(run))

    def noun_title(self, run: Words) -> Words:
        """The lower-case office or person noun before the name, with its modifiers."""
        start = run[0].index - self.offset
        if not start or not self.words[start - 1].text[0].islower():
            return ()
        before = self.words[start - 1]
        noun = noun_ending_at(self.words, start - 1)
        if noun is None or not noun.is_any(_TITLED) or before.tag not in ("NN", "NNP", "JJ"):
            return ()
        first = start - len(noun.phrase.replace("-", " - ").split())
        while first > 0 and lexicon().has("title_modifiers", self.words[first - 1].lower):
            first -= 1
        return self.words[max(first, 0) : start]


def _belongs_to_title(word: Word) -> bool:
    """Whether a word after a title is still part of it: "of Foreign Affairs", "Dr"."""
    words = lexicon()
    return (
        words.has("honorifics", word.lower.rstrip("."))
        or words.has("title_modifiers", word.lower)
        or words.has("name_linkers", word.lower)
    )


def _names_nothing(word: str) -> bool:
    """Whether a word in capitals is no name by itself: "Foreign", "Northern"."""
    return lexicon().has("title_modifiers", word) or lexicon().has("directions", word)


def _label_border(run: Words) -> int:
    """Where a place ends and a person starts, by the model's labels; 0 for nowhere."""
    for position in range(1, len(run)):
        if run[position].entity == "PERSON":
            before = {w.entity for w in run[:position]}
            return position if before <= _PLACE_LABELS else 0
    return 0


def _ends_open(words: Words) -> bool:
    return words[-1].text in ("-", "‑", "–") or words[-1].tag == "POS"


def _trimmed(run: Words) -> Words:
    """The run without hyphens and linkers at its ends."""
    while run and (run[-1].text in ("-", "‑", "–") or run[-1].lower in ("of", "for", "the", "and")):
        run = run[:-1]
    while run and (run[0].text in ("-", "‑", "–") or run[0].lower in ("of", "for", "the", "and")):
        run = run[1:]
    return run
