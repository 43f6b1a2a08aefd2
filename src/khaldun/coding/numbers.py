"""Numbers as reporting writes them: "at least 20", "dozens", "between 30 and 40", "no one"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.syntax import Word

NAME = "numbers.v1"

_THOUSAND = 1000
# "A Su-25": a make and its number.
_MODEL = re.compile(r"[a-z]{1,4}-\d+[a-z]{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A range of numbers, the words that say it, and the noun that they count."""

    minimum: float | None
    maximum: float | None
    words: tuple[Word, ...]
    noun: Word


def amount_of(noun: Word) -> Amount | None:
    """The amount that counts `noun`, or that `noun` itself is ("dozens of fighters")."""
    if noun.lower in _vague():
        return _vague_amount(noun)
    part = _part_of(noun)
    if part is not None:
        return part
    number = noun.child("nummod") or _before_name(noun)
    if number is not None:
        return _numbered(number, noun)
    if noun.pos == "NUM":
        return _numbered(noun, _counted_by(noun) or noun)
    unit = next((c for c in noun.children_by("compound", "nmod") if c.lower in _units()), None)
    if unit is not None:
        return _numbered(unit, noun)
    counter = _counter_of(noun)
    if counter is not None:
        return _vague_amount(counter)
    return _determined(noun, _few()) or (
        _determined(noun, _articles()) if _countable(noun) else None
    )


def _before_name(noun: Word) -> Word | None:
    """The number that the parser hangs on a name before the noun: "two Mi-8 helicopters"."""
    names = (c for c in noun.children_by("compound", "nmod") if c.pos == "PROPN")
    numbers = (n for name in names for n in name.children_by("nummod", "compound"))
    return next((n for n in numbers if n.pos == "NUM" and n.index < noun.index), None)


def _part_of(word: Word) -> Amount | None:
    """The amount of "several of his men" and "a number of men"."""
    counted = _counted_by(word)
    if counted is None:
        return None
    loose = any(c.lower == "a" for c in word.children)
    found = _few().get(word.lower) or (_counting().get(word.lower) if loose else None)
    if found is None:
        return None
    return Amount(minimum=found[0], maximum=found[1], words=(word,), noun=counted)


def _counter_of(noun: Word) -> Word | None:
    """The "dozens" of "dozens of fighters", seen from the fighters."""
    found = None
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lower in _vague():
        noun = found = noun.head.head
    return found


def _determined(noun: Word, table: dict[str, tuple[float | None, float | None]]) -> Amount | None:
    word = next((c for c in noun.children if c.lower in table and c.index < noun.index), None)
    if word is None:
        return None
    low, high = table[word.lower]
    return Amount(minimum=low, maximum=high, words=(word,), noun=noun)


def _countable(noun: Word) -> bool:
    if _MODEL.fullmatch(noun.lower):
        return True
    return any(noun.lemma in words("classes", name) for name in ("people", "vehicle", "combatant"))


def number_value(text: str) -> float | None:
    """The value of a number in digits or a single number word, None where it is neither."""
    plain = text.lower().replace(",", "").strip()
    if plain in _cardinals():
        return float(_cardinals()[plain])
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if value == value and abs(value) < 1e15 else None


def _numbered(number: Word, noun: Word) -> Amount | None:
    parts = _parts(number)
    value = _composed(parts)
    if value is None:
        return None
    loose = next((c for c in number.children if c.lower in _loose()), None)
    if loose is not None and number.lower in _units():
        few, words_of_it = _loose()[loose.lower], tuple(dict.fromkeys((loose, *parts)))
        return Amount(minimum=few * value, maximum=None, words=words_of_it, noun=noun)
    qualifiers = [*number.children, *(c for c in noun.children if c.index < number.index)]
    low: float | None = value
    high: float | None = value
    used: list[Word] = [*parts, *(c for c in number.children_by("quantmod") if c not in parts)]
    for word in qualifiers:
        bound = _bounds().get(word.lower)
        if bound is None:
            continue
        used.append(word)
        low = value if bound.get("low", True) else None
        high = value if bound.get("high", True) else None
    other = next((c for c in number.children if c.dep == "conj" and c.pos == "NUM"), None)
    upper = None if other is None or other in parts else _composed(_parts(other))
    if other is not None and upper is not None:
        low, high = _both(value, upper, _parts(other))
        used.extend(_parts(other))
    return Amount(minimum=low, maximum=high, words=tuple(used), noun=noun)


def _both(one: float, other: float, words: list[Word]) -> tuple[float, float]:
    """The ends of a range; a unit behind the second is also the first's: "1.5 to 2 million"."""
    unit = _units().get(words[-1].lower, 1.0)
    if one < _THOUSAND <= unit:
        one *= unit
    return min(one, other), max(one, other)


def _parts(number: Word) -> list[Word]:
    """The words of a number in their order: "two hundred and fifty", "two dozen"."""
    parts = [number, *number.children_by("compound", "nummod")]
    parts += [c for c in number.children_by("quantmod") if c.lower in _units()]
    last = number.child("conj")
    joined = number.lower in _units() and any(c.lower == "and" for c in number.children_by("cc"))
    if last is not None and joined and _less_than(last, number):
        parts += [last, *last.children_by("compound", "nummod")]
    return sorted(parts, key=lambda w: w.index)


def _less_than(last: Word, number: Word) -> bool:
    value = number_value(last.text)
    return value is not None and last.lower not in _units() and value < _units()[number.lower]


def _composed(parts: list[Word]) -> float | None:
    """What the parts come to: "4 million", "forty-two", "three thousand five hundred"."""
    total, current = 0.0, 0.0
    for word in parts:
        value = number_value(word.text)
        if value is None:
            return None
        if word.lower not in _units():
            if current and word.text[0].isdigit():
                break  # "three 40 mm guns"
            current += value
        elif value < _THOUSAND:
            current = (current or 1.0) * value
        else:
            total, current = total + (current or 1.0) * value, 0.0
    return total + current


def _vague_amount(word: Word) -> Amount:
    low, high = _vague()[word.lower]
    counted = _counted_by(word)
    if counted is not None and counted.lower in _vague() and low is not None:
        inner = _vague_amount(counted)
        factor = _multipliers().get(word.lower, 1)
        low = None if inner.minimum is None else inner.minimum * factor
        return Amount(minimum=low, maximum=None, words=(word, *inner.words), noun=inner.noun)
    times = next((c for c in word.children_by("quantmod") if c.lower in _multipliers()), None)
    if times is not None and low is not None:
        low *= _multipliers()[times.lower]
        return Amount(minimum=low, maximum=None, words=(times, word), noun=counted or word)
    return Amount(minimum=low, maximum=high, words=(word,), noun=counted or word)


def _counted_by(word: Word) -> Word | None:
    """What the "of" behind a number names: "13 of its soldiers"."""
    of = next((c for c in word.children if c.lower == "of"), None)
    return of.child("pobj") if of is not None else None


@cache
def _vague() -> dict[str, tuple[float | None, float | None]]:
    return _ranges("vague")


@cache
def _few() -> dict[str, tuple[float | None, float | None]]:
    return _ranges("determiners")


@cache
def _counting() -> dict[str, tuple[float | None, float | None]]:
    return _ranges("counting")


def _ranges(key: str) -> dict[str, tuple[float | None, float | None]]:
    return {str(w): (r[0], r[1]) for w, r in load_lexicon("numbers")[key].items()}


@cache
def _cardinals() -> dict[str, float]:
    return {str(w): float(v) for w, v in load_lexicon("numbers")["cardinals"].items()}


@cache
def _units() -> dict[str, float]:
    """The words that a number before them multiplies."""
    return {str(w): _cardinals()[w] for w in load_lexicon("numbers")["units"]}


@cache
def _multipliers() -> dict[str, float]:
    return {str(w): float(n) for w, n in load_lexicon("numbers")["multipliers"].items()}


@cache
def _articles() -> dict[str, tuple[float | None, float | None]]:
    return _ranges("articles")


@cache
def _loose() -> dict[str, float]:
    """How many at least of the unit behind it a word says: "several hundred"."""
    return {str(w): float(n) for w, n in load_lexicon("numbers")["loose"].items()}


@cache
def _bounds() -> dict[str, dict[str, Any]]:
    return {str(w): b for w, b in load_lexicon("numbers")["bounds"].items()}
