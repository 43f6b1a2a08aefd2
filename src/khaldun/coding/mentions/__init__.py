"""Mentions: the words that speak of actors, by name, by noun or by pronoun."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from khaldun.coding.draft import ActorMention, Draft, MentionKind
from khaldun.coding.mentions.givennames import given_gender
from khaldun.coding.mentions.model import NamedMention, NamePiece, NameType, NominalMention
from khaldun.coding.mentions.nominals import NominalReader
from khaldun.coding.mentions.nouns import lexicon
from khaldun.coding.mentions.phrases import core_phrase
from khaldun.coding.mentions.roles import StateReader, first_of_coordination
from khaldun.coding.mentions.runs import may_be_name, name_runs
from khaldun.coding.mentions.segments import name_pieces
from khaldun.coding.mentions.votes import NameVotes
from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.ontology.registry import RegistryKind

__all__ = ["NAME", "NameType", "NamedMention", "NominalMention", "run"]

NAME = "mentions.v1"
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
_NOT_ACTORS = frozenset({"what", "whatever", "which", "whichever", "itself"})
_Pieces = dict[int, list[NamePiece]]


def run(draft: Draft) -> Draft:
    """Fill `draft.mentions`, in text order, longer before shorter.

    Names get one reading per document; countries, capitals and seats are mentions only
    where they speak of the state.
    """
    pieces = _pieces(draft.syntax)
    votes = NameVotes()
    for sentence in draft.syntax.sentences:
        for piece in pieces[sentence.index]:
            votes.count(piece, sentence)
    readings = votes.decide(p for found in pieces.values() for p in found)
    mentions: list[ActorMention] = []
    for sentence in draft.syntax.sentences:
        named = _names(sentence, pieces[sentence.index], readings)
        mentions.extend(_of_sentence(sentence, pieces[sentence.index], named))
    return replace(draft, mentions=tuple(sorted(mentions, key=_reading_order)))


def _reading_order(mention: ActorMention) -> tuple[int, int, int]:
    return mention.words[0].index, -len(mention.words), mention.head.index


def _pieces(syntax: Syntax) -> _Pieces:
    found = {
        sentence.index: [
            piece
            for run in name_runs(sentence)
            for piece in name_pieces(run, sentence, syntax.text)
        ]
        for sentence in syntax.sentences
    }
    _add_surnames(syntax, found)
    return found


def _add_surnames(syntax: Syntax, pieces: _Pieces) -> None:
    """Add surnames of the document's persons where the parser has them for other words.

    "Rivers said" opens a sentence with a noun, unless somebody is called so.
    """
    surnames = {p.name[-1].text for found in pieces.values() for p in found if _is_full_name(p)}
    for sentence in syntax.sentences:
        found = pieces[sentence.index]
        taken = {w.index for p in found for w in (*p.title, *p.name)}
        for word in sentence.words:
            if word.text in surnames and word.index not in taken and may_be_name(word):
                found.append(NamePiece(name=(word,)))
        found.sort(key=lambda p: p.name[0].index)


def _is_full_name(piece: NamePiece) -> bool:
    """Whether a name of several words is a person's beyond doubt."""
    first, last = piece.name[0], piece.name[-1]
    if len(piece.name) < 2 or not last.text[0].isupper():
        return False
    if piece.entries:
        return piece.entries[0].kind is RegistryKind.PERSON
    return bool(piece.title) or given_gender(first.lower) is not None


def _of_sentence(
    sentence: Sentence, pieces: list[NamePiece], named: list[NamedMention]
) -> Iterator[ActorMention]:
    taken = {w.index for p in pieces for w in (*p.title, *p.name)}
    owners = {m.head.index for m in named}
    nominals = list(NominalReader(sentence, taken, owners).mentions())
    yield from named
    yield from nominals
    for word in sentence.words:
        if word.tag in _PRONOUNS and word.lower not in _NOT_ACTORS and word.index not in taken:
            yield ActorMention(words=(word,), head=word, kind=MentionKind.PRONOUN)


def _names(
    sentence: Sentence, pieces: list[NamePiece], readings: Mapping[str, NameType | None]
) -> list[NamedMention]:
    reader = StateReader(sentence)
    found = []
    border = 0  # index of the first word that may belong to the phrase of the next name
    for piece in pieces:
        reading = _reading(piece, readings)
        if _is_actor(piece, reading, reader) and not _is_language(piece, sentence):
            found.append(_named(piece, reading or _guess(piece), sentence, border))
        border = max(border, _border(piece, sentence))
    return found


def _border(piece: NamePiece, sentence: Sentence) -> int:
    """Where the phrase of the next name may start: after "X and", else anywhere."""
    following = piece.name[-1].index - sentence.words[0].index + 1
    linked = following < len(sentence.words) and sentence.words[following].pos == "CCONJ"
    return sentence.words[following].index + 1 if linked else 0


def _is_language(piece: NamePiece, sentence: Sentence) -> bool:
    """Whether it only says in which language another name follows: "(Arabic: …"."""
    position = piece.name[-1].index - sentence.words[0].index + 1
    follows = position < len(sentence.words) and sentence.words[position].text == ":"
    before = piece.name[0].index - sentence.words[0].index - 1
    return follows and before >= 0 and sentence.words[before].text == "("


def _reading(piece: NamePiece, readings: Mapping[str, NameType | None]) -> NameType | None:
    """What the name means here: one with a title is a person, though a seat has it too."""
    if is_people(piece):
        return NameType.PEOPLE
    reading = readings[piece.key]
    return NameType.PERSON if reading is NameType.STATE and not piece.entries else reading


def _is_actor(piece: NamePiece, reading: NameType | None, reader: StateReader) -> bool:
    first = first_of_coordination(piece.head)
    modifies = first.dep in ("amod", "compound", "nmod")
    if modifies and lexicon().has("creed_adjectives", piece.key):
        return False
    if piece.demonym and modifies:
        return reader.names_owner(first)
    if piece.demonym and is_people(piece):
        return True
    if reading is NameType.STATE and piece.entries[0].kind is RegistryKind.TERRITORY and piece.seat:
        return reader.speaks(piece.head)
    if reading in (NameType.STATE, None):
        return reader.acts(piece.head, town=piece.seat or reading is None)
    if reading is NameType.PLACE:
        return reader.governs(piece.head)
    return reading is not NameType.THING


def is_people(piece: NamePiece) -> bool:
    """Whether a demonym stands for people: "Syrians", "two Kuwaitis"."""
    plural = piece.name[-1].tag in ("NNS", "NNPS") or (
        piece.head.pos in ("NOUN", "PROPN", "ADJ")
        and first_of_coordination(piece.head).dep
        not in ("amod", "compound", "nmod", "poss", "npadvmod")
    )
    return piece.demonym and plural


def _guess(piece: NamePiece) -> NameType:
    """What an unknown name that acts most likely is: one word, not an acronym, a person."""
    single = len(piece.name) == 1 and not piece.name[0].text.isupper()
    return NameType.PERSON if single else NameType.BODY


def _named(piece: NamePiece, reading: NameType, sentence: Sentence, border: int) -> NamedMention:
    return NamedMention(
        words=_name_phrase(piece, reading, sentence, border),
        head=piece.head,
        kind=MentionKind.NAME,
        name=piece.name,
        title=piece.title,
        type=reading,
        entries=piece.entries,
    )


def _name_phrase(
    piece: NamePiece, reading: NameType, sentence: Sentence, border: int
) -> tuple[Word, ...]:
    """The whole phrase of a name that heads one; the name alone where it modifies a noun."""
    offset = sentence.words[0].index
    first = min(w.index for w in (*piece.title, *piece.name))
    last = piece.name[-1].index
    if (not piece.demonym or reading is NameType.PEOPLE) and piece.head.dep not in (
        "compound",
        "amod",
        "nmod",
        "npadvmod",
    ):
        core = core_phrase(piece.head, sentence)
        first = min(first, next(w.index for w in core if w is piece.head or w.pos != "NUM"))
        if piece.title:
            first = min(first, _title_start(piece, sentence))
    first = max(first, min(border, piece.name[0].index))
    return sentence.words[first - offset : last - offset + 1]


def _title_start(piece: NamePiece, sentence: Sentence) -> int:
    return core_phrase(piece.title[-1], sentence)[0].index
