"""Tokens of the time grammar: pieces of text with the classes that its rules speak of.

The grammar has a tokenizer of its own because it must see "mid-2020", "3–4" and "5pm" in
pieces, whatever the parser makes of them.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from khaldun.coding.lexicon.loading import load_lexicon

Value = int | str | None

_TOKEN = re.compile(
    r"""
      (?P<ISO>(?<![\d-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?(?![\d-]))
    | (?P<SLASH>(?<![\d/.])\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/]))
    | (?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<DECADE>(?<!\d)(?:1\d|20)\d0['’]?s\b|['’‘]\d0s\b)
    | (?P<SHORTDECADE>(?<![\d.,])[1-9]0['’]?s\b)
    | (?P<APOSTROPHEYEAR>['’‘]\d{2}(?![\w]))
    | (?P<ORDINAL>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<FIGURE>\d+(?:,\d{3})*(?:\.\d+)?)
    | (?P<POSSESSIVE>['’]s\b)
    | (?P<WORD>[ap]\.m\b\.?|b\.c(?:\.e)?\b\.?|a\.d\b\.?|[qh][1-4]\b|[^\W\d_]+)
    | (?P<BREAK>\n\s*\n)
    | (?P<MARK>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPELLINGS = {"ISO", "SLASH", "CLOCK", "DECADE", "SHORTDECADE", "ORDINAL"}


class Token(NamedTuple):
    """A piece of text: offsets, lower-case form, and the symbol of its set of classes.

    A tuple, since a document has thousands and a frozen dataclass takes three times as long.
    """

    start: int
    end: int
    text: str
    lower: str
    symbol: str


def tokenize(
    text: str, start: int, end: int, *, verbs: frozenset[int] = frozenset()
) -> list[Token]:
    """The tokens of `text` from `start` to `end`; an abbreviation keeps its full stop.

    `verbs` are the offsets of words that the parser takes for verbs: "may", "march".
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start, end):
        lower = found.group().lower()
        if lower == "." and tokens and tokens[-1].end == found.start() and _shortens(tokens[-1]):
            last = tokens.pop()
            tokens.append(_token(text, last.start, found.end(), last.lower, "WORD"))
            continue
        kind = found.lastgroup if found.lastgroup != "sep" else "SLASH"
        tokens.append(_token(text, found.start(), found.end(), lower, kind or "MARK"))
    return _without_homonyms(tokens, verbs)


def _without_homonyms(tokens: list[Token], verbs: frozenset[int]) -> list[Token]:
    """The tokens, with "may" and "will fall" and "the Sun" no longer of the calendar."""
    homonyms = vocabulary().homonyms
    plain = vocabulary().symbol(frozenset(["WORD"]))
    for i, token in enumerate(tokens):
        if token.symbol == plain:
            continue
        if token.start in verbs and is_a(token, "SEASON"):
            tokens[i] = token._replace(symbol=plain)
            continue
        if token.lower in homonyms and len(tokens) > 1 and not _beside_figure(tokens, i):
            led = i > 0 and is_a(tokens[i - 1], "LEADING") and token.start not in verbs
            capital = token.text[0].isupper() and (led or not token.text.isupper())
            named = homonyms[token.lower] == "lower" and capital
            if not named or (token.start in verbs and _opens(tokens, i)):
                tokens[i] = token._replace(symbol=plain)
    return tokens


def _opens(tokens: list[Token], i: int) -> bool:
    return i == 0 or not tokens[i - 1].lower[-1].isalnum()


def _beside_figure(tokens: list[Token], i: int) -> bool:
    """Whether a day or a year stands beside, but for a comma, a hyphen or an article."""
    for step in (-1, 1):
        near = [tokens[j] for j in (i + step, i + 2 * step) if 0 <= j < len(tokens)]
        if near and _is_figure(near[0]):
            return True
        if len(near) == 2 and near[0].lower in (",", "-", "of", "the") and _is_figure(near[1]):
            return True
    return False


def _is_figure(token: Token) -> bool:
    return bool(vocabulary().classes_of(token.symbol) & {"DAY", "YEAR", "ORDINAL"})


def _token(text: str, start: int, end: int, lower: str, kind: str) -> Token:
    return Token(start, end, text[start:end], lower, _symbol(lower, kind))


@lru_cache(maxsize=20_000)
def _symbol(lower: str, kind: str) -> str:
    return vocabulary().symbol(_classes(lower.rstrip(".") or lower, kind))


def _shortens(token: Token) -> bool:
    return token.lower in vocabulary().abbreviations


def _classes(lower: str, kind: str) -> frozenset[str]:
    if kind in _SPELLINGS:
        return frozenset([kind])
    if kind == "APOSTROPHEYEAR":
        return frozenset(["YEAR", "APOSTROPHEYEAR"])
    if kind == "FIGURE":
        return _figure_classes(lower)
    if kind == "POSSESSIVE":
        return frozenset(["'s"])
    known = vocabulary().classes.get(lower)
    if known is None:
        return frozenset(["WORD"]) if kind == "WORD" else frozenset([kind])
    return known


def _figure_classes(figure: str) -> frozenset[str]:
    classes = ["NUMBER"]
    if figure in ("1", "2"):
        classes.append(figure)
    if figure.isascii() and figure.isdigit():
        number = int(figure) if len(figure) <= 4 else 0
        if len(figure) <= 2 and 1 <= number <= 31:
            classes.append("DAY")
        if len(figure) == 2:
            classes.append("TWODIGITS")
        if len(figure) == 3 and number >= 100:
            classes.append("HUNDREDS")
        if len(figure) == 4 and (1000 <= number <= 2100):
            classes.append("YEAR")
    return frozenset(classes)


class Vocabulary:
    """Which classes each known word has, and one symbol for each set of classes.

    `names` are words of holidays, which are ordinary words elsewhere: they keep the class WORD.
    """

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, Value]],
        literals: frozenset[str],
        names: frozenset[str],
    ) -> None:
        self.tables = tables
        words = {w for table in tables.values() for w in table} | literals
        self.classes = {
            word: frozenset(
                [name for name, table in tables.items() if word in table]
                + ([word] if word in literals else [])
                + (["WORD"] if word in names else [])
            )
            for word in words
        }
        months = {w for w in (*tables["MONTH"], *tables["WEEKDAY"]) if len(w) <= 5}
        self.abbreviations = frozenset(months - {"march", "april", "june", "july", "may"})
        # "may" is a month when it has a capital or a figure beside it, "Sun" only with a figure.
        self.homonyms = {"may": "lower", "march": "lower"} | dict.fromkeys(
            ("mar", "sun", "sat", "mon", "wed", "jan", "jun", "fri", "thu", "tue"), "any"
        )
        self._symbols: dict[frozenset[str], str] = {}
        self._classes: dict[str, frozenset[str]] = {}

    def symbol(self, classes: frozenset[str]) -> str:
        """The private-use character that stands for this set of classes."""
        if classes not in self._symbols:
            symbol = chr(0xE000 + len(self._symbols))
            self._symbols[classes], self._classes[symbol] = symbol, classes
        return self._symbols[classes]

    def symbols_of(self, name: str) -> str:
        """The symbols of all sets that hold the class or word `name`."""
        return "".join(s for classes, s in self._symbols.items() if name in classes)

    def classes_of(self, symbol: str) -> frozenset[str]:
        """The set of classes that a symbol stands for."""
        return self._classes[symbol]

    def enumerate_symbols(self) -> None:
        """Give every possible set its symbol, so that patterns can be compiled."""
        for classes in sorted(set(self.classes.values()), key=sorted):
            self.symbol(classes)
        for figure in ("1", "2", "3", "12", "32", "01", "00", "100", "1999", "9999"):
            self.symbol(_figure_classes(figure))
        for kind in ("WORD", "MARK", "BREAK", *sorted(_SPELLINGS)):
            self.symbol(frozenset([kind]))
        self.symbol(frozenset(["YEAR", "APOSTROPHEYEAR"]))
        self.symbol(frozenset(["'s"]))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the lexicon, made once a process."""
    lexicon = load_lexicon("times")
    tables: dict[str, Any] = lexicon["classes"]
    pieces = {k: v for k, v in lexicon["pieces"].items() if k != "holiday"}
    rules = [r["pattern"] for r in (*lexicon["rules"], *lexicon["continuations"])]
    literals = _literals([*pieces.values(), *rules, "aged old of , . some"], frozenset(tables))
    named = _literals([lexicon["pieces"]["holiday"]], frozenset(tables))
    made = Vocabulary(
        tables, literals | named, frozenset(n for n in named - literals if n.isalpha())
    )
    made.enumerate_symbols()
    return made


def is_a(token: Token | None, name: str) -> bool:
    """Whether a token is of the class, or the word, `name`."""
    return token is not None and name in vocabulary().classes_of(token.symbol)


def value_of(token: Token, *classes: str) -> Value:
    """The value of the token's word in the first of `classes` that has it."""
    word = token.lower.rstrip(".") or token.lower
    for name in classes:
        table = vocabulary().tables.get(name, {})
        if word in table:
            return table[word]
    return None


def _literals(patterns: Sequence[str], classes: frozenset[str]) -> frozenset[str]:
    """The words that stand in small letters in patterns."""
    words: set[str] = set()
    for element in " ".join(patterns).split():
        if element[0] not in "<(@|" and not element.startswith(")"):
            words.update(element.rstrip("?").partition("=")[2].split("/") or ())
            words.update(element.rstrip("?").rpartition("=")[2].split("/"))
    return frozenset(w for w in words if w and w not in classes and w == w.lower())
