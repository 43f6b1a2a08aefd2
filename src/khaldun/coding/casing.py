"""Restores the case of upper-case text, for old archives and wire copy.

A parser trained on newspapers takes every upper-case word for a name. Names that the registry
lists are written as it writes them; common words of English are lowered; what is left is taken
for a name, or for an acronym where it is short or cannot be spoken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import pairwise, takewhile

from khaldun.coding.common_words import CLITICS, casing_words, is_acronym, is_common
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.ontology.registry import registry

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MAX_LOWER_SHARE = 0.05
_MIN_LETTERS = 8
_LONGEST_NAME = 8  # words
_NEAR = 8  # characters before or after a word that bear on its case
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th) $", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]{0,3}\s+[\"“‘'(\[]{0,3}$|[,:] [\"“]['‘(\[]?$|\n$")


class _Case(Enum):
    LOWER = auto()
    NAME = auto()
    UPPER = auto()
    EXACT = auto()


@dataclass(slots=True)
class _Token:
    """A word of the text: offsets, lower-case form, and the case that it is to have."""

    start: int
    end: int
    word: str
    case: _Case = _Case.LOWER
    written: str = ""


def restore_case(text: str) -> str:
    """`text` unless it is all upper case, then with its case restored; same length always."""
    if not _is_upper(text):
        return text
    tokens = [_Token(m.start(), m.end(), _lower(m[0])) for m in _WORD.finditer(text)]
    _mark_listed(tokens, text)
    for index, token in enumerate(tokens):
        if token.case is not _Case.EXACT:
            token.case = _case(tokens, index, text)
    _mark_titles(tokens, text)
    _mark_bodies(tokens, text)
    _mark_particles(tokens, text)
    return _written(tokens, text)


def _is_upper(text: str) -> bool:
    letters = sum(1 for c in text if c.isupper())
    lower = sum(1 for c in text if c.islower())
    return letters >= _MIN_LETTERS and " " in text.strip() and lower <= _MAX_LOWER_SHARE * letters


def _before(text: str, token: _Token) -> str:
    """A few characters before the word: never the whole text, for time must stay linear."""
    return text[max(0, token.start - _NEAR) : token.start]


def _lower(text: str) -> str:
    """Lower case letter by letter: a few letters would become two."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


# Names that the registry lists.


def _mark_listed(tokens: list[_Token], text: str) -> None:
    """Gives names of the registry the case they have there, the longest first."""
    names, index = _listed_names(), 0
    while index < len(tokens):
        length = next(
            (n for n in _lengths(tokens, index, names) if _mark_name(tokens, index, n, text)), 1
        )
        index += length


def _lengths(
    tokens: list[_Token], index: int, names: dict[str, dict[tuple[str, ...], tuple[str, ...]]]
) -> Iterator[int]:
    """How many words from here on are a listed name, longest first."""
    listed = names.get(tokens[index].word)
    if listed is None:
        return
    words = tuple(t.word for t in tokens[index : index + _LONGEST_NAME])
    for length in range(len(words), 0, -1):
        if words[:length] in listed:
            yield length


def _mark_name(tokens: list[_Token], index: int, length: int, text: str) -> bool:
    chosen = tokens[index : index + length]
    gaps = (text[a.end : b.start] for a, b in pairwise(chosen))
    if any(gap not in (" ", "-") for gap in gaps):
        return False
    words = tuple(t.word for t in chosen)
    for token, written in zip(chosen, _listed_names()[words[0]][words], strict=True):
        token.case, token.written = _Case.EXACT, written
    return True


@cache
def _listed_names() -> dict[str, dict[tuple[str, ...], tuple[str, ...]]]:
    """Names by their first word: their words in lower case, and as they are written.

    A single word that is common English as well is no evidence of a name.
    """
    names: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    always = casing_words("always_names")
    for listing in registry().listings:
        for label in (*listing.names, *listing.demonyms, *listing.seats):
            written = tuple(m[0] for m in _WORD.finditer(label.text.removeprefix("The ")))
            words = tuple(_lower(w) for w in written)
            alone = len(words) == 1
            if not words or (alone and words[0] not in always and _is_ordinary(words[0])):
                continue
            if len(words) <= _LONGEST_NAME and not (alone and len(words[0]) < 2):
                names.setdefault(words[0], {}).setdefault(words, written)
    for phrase in load_lexicon("casing")["phrases"]:
        written = tuple(phrase.split())
        words = tuple(_lower(w) for w in written)
        names.setdefault(words[0], {}).setdefault(words, written)
    return names


def _is_ordinary(word: str) -> bool:
    return (
        is_common(word) or word in casing_words("particles") or word in casing_words("short_names")
    )


# One word at a time.


def _case(tokens: list[_Token], index: int, text: str) -> _Case:
    token = tokens[index]
    word = token.word.removesuffix("'s").removesuffix("’s")
    if len(word) == 1:
        return _single_letter(token, word, text)
    if word in casing_words("units") and _before(text, token).rstrip()[-1:].isdigit():
        return _Case.LOWER
    return _ambiguous(tokens, index, text) or _listed(word) or _guessed(tokens, index, text, word)


def _ambiguous(tokens: list[_Token], index: int, text: str) -> _Case | None:
    """Words whose neighbours tell: "US" and "us", the months and the verbs."""
    word = tokens[index].word
    if word == "us":
        return _Case.UPPER if _is_country(tokens, index, text) else _Case.LOWER
    if word in ("may", "march"):
        return _Case.NAME if _is_month(tokens, index, text) else _Case.LOWER
    return None


def _listed(word: str) -> _Case | None:
    if word in casing_words("particles"):
        return _Case.LOWER
    if word in casing_words("always_names") or word in casing_words("abbreviated_titles"):
        return _Case.NAME
    if word in casing_words("acronyms") and not is_common(word):
        return _Case.UPPER
    return None


def _guessed(tokens: list[_Token], index: int, text: str, word: str) -> _Case:
    """A common word, a name, or an acronym, by what the word looks like and what precedes it."""
    if word in casing_words("surnames") and _after_person(tokens, index, text):
        return _Case.NAME
    if word in casing_words("also_common") or is_common(word):
        return _Case.LOWER
    if index and tokens[index - 1].case is _Case.NAME and _adjacent(tokens, index, text):
        return _Case.NAME
    return _Case.UPPER if is_acronym(word) else _Case.NAME


def _is_country(tokens: list[_Token], index: int, text: str) -> bool:
    """Whether "US" is the country: the pronoun opens no sentence and has no article."""
    if index and _adjacent(tokens, index, text) and tokens[index - 1].word == "the":
        return True
    if index + 1 < len(tokens) and tokens[index + 1].word in casing_words("after_us"):
        return True
    return _opens_sentence(tokens[index], tokens[index - 1] if index else None, text)


def _adjacent(tokens: list[_Token], index: int, text: str) -> bool:
    return text[tokens[index - 1].end : tokens[index].start] == " "


def _single_letter(token: _Token, word: str, text: str) -> _Case:
    """Initials, "I" and letters in designations keep their capital."""
    after = text[token.end : token.end + 1]
    before = text[token.start - 1 : token.start]
    if before in ("'", "’"):
        return _Case.LOWER
    if before.isdigit():
        return _Case.LOWER if word == "m" else _Case.UPPER
    if word == "i" or after == "." or before == "." or "-" in (after, before):
        return _Case.UPPER
    return _Case.LOWER if word in "aey" else _Case.UPPER


def _is_month(tokens: list[_Token], index: int, text: str) -> bool:
    token = tokens[index]
    before, after = (
        _before(text, token).rstrip()[-1:],
        text[token.end : token.end + _NEAR].lstrip(" ,")[:1],
    )
    if before.isdigit() or after.isdigit():
        return True
    previous = tokens[index - 1].word if index else ""
    return previous in ("in", "since", "last", "next", "until", "by", "early", "late", "mid", "of")


def _after_person(tokens: list[_Token], index: int, text: str) -> bool:
    """Whether a title, a first name or an initial stands right before."""
    if not index:
        return False
    previous = tokens[index - 1]
    gap = text[previous.end : tokens[index].start]
    if gap not in (" ", ". ", ".  "):
        return False
    if previous.word in casing_words("titles") or previous.word in casing_words(
        "abbreviated_titles"
    ):
        return True
    return (gap == " " and previous.case is _Case.NAME) or len(previous.word) == 1 < len(gap)


# Words that depend on their neighbours.


def _mark_titles(tokens: list[_Token], text: str) -> None:
    """Titles before a name ("President Buhari"), not alone ("the president")."""
    titles, modifiers, particles = (
        casing_words("titles"),
        casing_words("title_modifiers"),
        casing_words("particles"),
    )
    for following, token in pairwise(reversed(tokens)):
        joined = text[token.end : following.start] in (" ", ". ")
        named = following.case is _Case.NAME or following.written[:1].isupper()
        if not joined or not named or token.case is not _Case.LOWER:
            continue
        before_name = token.word in titles and following.word not in particles
        if before_name or (token.word in modifiers and following.word in titles):
            token.case = _Case.NAME


def _mark_bodies(tokens: list[_Token], text: str) -> None:
    """Names of bodies made of common words, such as "National Liberation Front"."""
    heads, modifiers = casing_words("heads"), casing_words("modifiers")
    run: list[_Token] = []
    for index, token in enumerate(tokens):
        bare = token.word.removesuffix("'s").removesuffix("’s")
        if run and text[run[-1].end : token.start] not in (" ", "-"):
            run = []
        if bare in heads and token.case is _Case.LOWER:
            if any(t.case is _Case.LOWER for t in run) or _after_ordinal(token, text):
                _capitalise((*run, token))
            elif bare in casing_words("of_heads"):
                _mark_field(tokens, index)
        keeps = token.word in modifiers or (run and bare in heads)
        run = [*run[-_LONGEST_NAME:], token] if keeps and token.case is not _Case.UPPER else []


def _mark_field(tokens: list[_Token], index: int) -> None:
    """Names of bodies that go on over "of": "Ministry of Defense", "University of Goma"."""
    rest = tokens[index + 1 : index + 2 + _LONGEST_NAME]
    if len(rest) < 2 or rest[0].word != "of":
        return
    fields = list(takewhile(lambda token: token.word in casing_words("fields"), rest[1:]))
    named = rest[1].case in (_Case.NAME, _Case.EXACT) and tokens[index].word in casing_words(
        "of_names"
    )
    if fields or named:
        _capitalise((tokens[index], *fields))


def _after_ordinal(token: _Token, text: str) -> bool:
    return _ORDINAL.search(_before(text, token)) is not None


def _capitalise(tokens: Iterable[_Token]) -> None:
    for token in tokens:
        if token.case is _Case.LOWER:
            token.case = _Case.NAME


def _mark_particles(tokens: list[_Token], text: str) -> None:
    """Particles: "de la" between two names, "La" where it opens one."""
    particles = casing_words("particles")
    inside = False
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.word in particles and token.case is not _Case.EXACT:
            token.case = _Case.LOWER if inside else _Case.NAME
        joined = following is not None and text[token.end : following.start] == " "
        named = token.case in (_Case.NAME, _Case.EXACT) or (inside and token.word in particles)
        inside = named and joined


def _written(tokens: list[_Token], text: str) -> str:
    pieces: list[str] = []
    position, previous, bracket = 0, None, False
    for token in tokens:
        gap = text[position : token.start]
        opens = _opens_sentence(token, previous, text) or (bracket and "]" in gap)
        # An insertion such as "[Reporter]" does not use up the beginning of the sentence.
        bracket = (opens and gap.endswith("[")) or (bracket and "]" not in gap)
        pieces += (gap, _one(token, text, opens=opens))
        previous = token
        position = token.end
    return "".join((*pieces, text[position:]))


def _opens_sentence(token: _Token, previous: _Token | None, text: str) -> bool:
    """Whether a sentence begins here; the full stop of an abbreviation ends none."""
    if previous is None:
        return True
    if not _SENTENCE_END.search(_before(text, token)):
        return False
    short = len(previous.word) == 1 or previous.word in casing_words("abbreviated_titles")
    return not (short and text[previous.end : previous.end + 1] == ".")


def _one(token: _Token, text: str, *, opens: bool) -> str:
    """The word as it is to stand, opened by a capital where a sentence begins."""
    original = text[token.start : token.end]
    match token.case:
        case _Case.EXACT if len(token.written) == len(original):
            return token.written
        case _Case.UPPER:
            return _capitals(original, token.word)
        case _Case.NAME:
            return _name(original, token.word)
        case _:
            return original[0] + token.word[1:] if opens else token.word


def _capitals(original: str, word: str) -> str:
    """An acronym; what follows its apostrophe is lowered."""
    cut = next((i for i, c in enumerate(word) if c in "'’"), len(word))
    return original[:cut] + word[cut:]


def _name(original: str, word: str) -> str:
    """A name: a capital first, and after the apostrophe of "O'Brien" but not of "Haftar's"."""
    cut = next((i for i, c in enumerate(word) if c in "'’"), 0)
    if cut and word[cut + 1 :] not in CLITICS and cut <= 2:
        rest = original[cut + 1] + word[cut + 2 :]
        return original[0] + word[1 : cut + 1] + rest
    if word.startswith("mc") and len(word) > 4:
        return f"{original[0]}c{original[2]}{word[3:]}"
    return original[0] + word[1:]
