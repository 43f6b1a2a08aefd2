"""Dates that the parser runs together with the subject behind them: "On 3 May soldiers burned"."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.mending.tree import attach, cut_loose

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

_PREPOSITIONS = frozenset(
    {"on", "in", "since", "by", "until", "before", "after", "from", "during", "between"}
)
# "Wednesday, 29 January 2025".
_LONGEST_DATE = 6
_LAST_DAY = 31
_YEARS = range(1900, 2100)
_PAIR = 2
_EDGES = frozenset({"early", "late", "mid"})
# "On the night of 3 May soldiers came".
_PARTS = frozenset({"night", "morning", "evening", "afternoon", "dawn", "day", "eve", "week"})


def part_dates(words: Sequence["Word"], position: int) -> None:
    """Part the date at this position, or the number behind it, from what stands around it."""
    word = words[position]
    if word.dep != "pobj" and (word.lower in _PREPOSITIONS or _tells_part_of(word)):
        _part_date(words, position)
    if word.dep == "nummod" and _names_day(word.head):
        _give_number(words, position)
    if word.dep == "nsubj" and word.pos == "NUM" and position > 1:
        _join_day(words[position - 2], words[position - 1], word)


def _join_day(first: "Word", link: "Word", second: "Word") -> None:
    """A second day behind the first does nothing: "on May 28 and 29 murdered several hundred"."""
    days = all(w.text.isdecimal() and int(w.text) <= _LAST_DAY for w in (first, second))
    if days and link.dep == "cc" and first.dep == "nummod" and _names_day(first.head):
        attach(second, first, "conj")


def _tells_part_of(word: "Word") -> bool:
    """Whether it is the "of" of "the night of 3 May"."""
    return word.lower == "of" and word.head.lower in _PARTS


def _part_date(words: Sequence["Word"], position: int) -> None:
    """A date behind a preposition is no part of the noun phrase that follows it."""
    preposition = words[position]
    date = _date_after(words, position) or _bare_day(words, position)
    rest = words[position + 1 + len(date) :]
    name = next((w for w in date if _names_day(w) or w.tag == "JJ"), None)
    if name is None or not rest or rest[0].pos in ("PUNCT", "VERB", "AUX", "ADP"):
        return
    last = date[-1].index
    heads = [w.head for w in date if w.head.index > last and w.head is not preposition]
    if not heads:
        return
    noun = max(heads, key=lambda w: w.index)
    for part in date:
        below = "det" if part.pos == "DET" else "nummod"
        attach(part, *((preposition, "pobj") if part is name else (name, below)))
    if noun.head is preposition or len(noun.head.children_by("nsubj")) > 1:
        _free_subject(preposition, noun)
    if preposition.dep == "mark":
        preposition.dep, preposition.pos = "prep", "ADP"


def _date_after(words: Sequence["Word"], position: int) -> Sequence["Word"]:
    """The words of the date that stands right behind the word at `position`."""
    end = position + 1
    for word in words[end : end + _LONGEST_DATE]:
        before = words[end - 1]
        if before is words[position] and word.lower in _EDGES:
            end += 1
            continue
        if _joins_days(words, end):
            end += 1
            continue
        number = _belongs(word, before, words[position])
        comma = word.text == "," and _names_day(before)
        if not (_names_day(word) or number or comma):
            break
        end += 1
    date = words[position + 1 : end]
    if len(date) > _PAIR and date[-1].pos == "NUM" and date[-2].text == "," and _has_day(date):
        date = date[:-1]  # "On 7 June, 13 persons"
    return date[:-1] if date and date[-1].text == "," else date


def _bare_day(words: Sequence["Word"], position: int) -> Sequence["Word"]:
    """A day without its month that opens a sentence: "On the 28th soldiers fled"."""
    if position or words[0].lower not in ("on", "by"):
        return ()
    day = words[2] if len(words) > _PAIR and words[1].lower == "the" else words[0]
    digits = day.text.rstrip("dhnrst")
    named = digits.isdecimal() and digits != day.text and int(digits) <= _LAST_DAY
    return words[1:3] if named and day.head.tag in ("NNS", "NNP", "NNPS") else ()


def _has_day(date: Sequence["Word"]) -> bool:
    """Whether the date has its day, so that a number from 1 to 31 behind it counts something."""
    last = date[-1].text
    return date[0].pos == "NUM" and last.isdecimal() and int(last) <= _LAST_DAY


def _give_number(words: Sequence["Word"], position: int) -> None:
    """The number behind a comma and before a noun counts that: "On 7 June, 13 persons died"."""
    number, following = words[position], words[position + 1 : position + 2]
    counted = following[0] if following else number
    before = words[position - 1] if position else number
    weekday = before.lower in load_lexicon("times")["classes"]["WEEKDAY"]
    # "On Friday 11 men died", "Since January 390,000 men fled".
    behind = before.text == "," or weekday or "," in number.text
    if behind and number.index > number.head.index and counted.tag in ("NNS", "NNPS"):
        attach(number, counted, "nummod")


def _joins_days(words: Sequence["Word"], place: int) -> bool:
    """Whether the word there stands between two days of a month: "On 7 and 8 April"."""
    days = (words[place - 1], words[place + 1]) if place + 1 < len(words) else ()
    between = words[place].lower in ("and", "or", "to", "-", "–") and bool(days)
    numbers = all(d.text.isdecimal() and len(d.text) <= _PAIR for d in days)
    return between and (numbers or all(map(_names_day, days)))


def _belongs(number: "Word", before: "Word", preposition: "Word") -> bool:
    """Whether a number is the day or year of a date: "On May 10", but "In May 10 men"."""
    digits = number.text.rstrip("dhnrst")
    if before.lower in load_lexicon("times")["classes"]["WEEKDAY"] and digits == number.text:
        return False  # "On Friday 11 men died"
    if not digits.isdecimal() or (digits == number.text and number.pos != "NUM"):
        return False
    value = int(digits)
    if before is preposition or preposition.lower == "on":
        return value <= _LAST_DAY or value in _YEARS
    return value in _YEARS


def _names_day(word: "Word") -> bool:
    return word.lower in _calendar() and word.text[0].isupper()


@cache
def _calendar() -> frozenset[str]:
    """The names of months and days of the week."""
    classes = load_lexicon("times")["classes"]
    return frozenset((*classes["MONTH"], *classes["WEEKDAY"]))


def _free_subject(preposition: "Word", noun: "Word") -> None:
    """The noun that stood behind the preposition is the subject of the verb behind it."""
    verb = noun.child("acl")
    if verb is None or verb.tag not in ("VBN", "VBD"):
        noun.dep = "dep" if noun.head is preposition else noun.dep
        return
    if preposition.is_root:
        cut_loose(verb)
    else:
        attach(verb, preposition.head, "ccomp")
    attach(preposition, verb, "prep")
    verb.tag = "VBD"
    attach(noun, verb, "nsubj")
    for part in [c for c in preposition.children if c.index > verb.index]:
        attach(part, verb, part.dep)
