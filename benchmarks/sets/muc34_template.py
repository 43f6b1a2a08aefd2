"""MUC-3/4 templates: slots with fills, how an answer key is read, and what matches what.

Sundheim 1991 and 1992. In a key `*` is "does not apply", a leading `?` marks a fill that may
be missing, `/` separates alternatives, and `VALUE: "STRING"` ties a value to the words that
it is about.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

SLOTS = {
    "type": "INCIDENT: TYPE",
    "date": "INCIDENT: DATE",
    "place": "INCIDENT: LOCATION",
    "perpetrator individual": "PERP: INDIVIDUAL ID",
    "perpetrator organisation": "PERP: ORGANIZATION ID",
    "perpetrator confidence": "PERP: ORGANIZATION CONFIDENCE",
    "human target name": "HUM TGT: NAME",
    "human target number": "HUM TGT: NUMBER",
    "human target effect": "HUM TGT: EFFECT OF INCIDENT",
    "physical target": "PHYS TGT: ID",
    "stage": "INCIDENT: STAGE OF EXECUTION",
    "instrument": "INCIDENT: INSTRUMENT ID",
}
_VALUED = ("perpetrator confidence", "human target number", "human target effect")
_PLAIN = ("type", "stage", "date", "place")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WORD = re.compile(r"[a-z0-9]+")
_KIND = re.compile(r"\s*\([^()]*\)\s*$")
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_PARTIAL = 0.5  # the credit of MUC-4 for a place that is right but less exact
_UNSPECIFIC = frozenset({"a", "an", "the", "of", "and", "some", "several"})


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a slot: alternative values, and alternative strings it is about."""

    values: tuple[str, ...] = ()
    strings: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """An incident: fills of its slots; an optional one need not be found."""

    fills: Mapping[str, tuple[Fill, ...]]
    optional: bool = False

    def of(self, slot: str) -> tuple[Fill, ...]:
        """The fills of a slot, none where it is empty."""
        return self.fills.get(slot, ())


def read_key(slots: Mapping[str, Sequence[str]], *, optional: bool) -> Template:
    """A template from the slots of an answer key."""
    fills = {
        slot: tuple(_read(slot, raw) for raw in slots.get(name, ()) if raw.strip() != "*")
        for slot, name in SLOTS.items()
    }
    return Template({slot: found for slot, found in fills.items() if found}, optional)


def _read(slot: str, raw: str) -> Fill:
    optional = raw.lstrip().startswith("?")
    text = raw.strip().lstrip("?").strip()
    if slot == "date":
        return Fill(tuple(_date(a) for a in _alternatives(text)), (), optional)
    if slot in _PLAIN:
        return Fill(_alternatives(text), (), optional)
    strings = tuple(s.replace('\\"', '"') for s in _QUOTED.findall(text))
    if slot in _VALUED:
        value = text.split(":", 1)[0]
        named = tuple(s for s in strings if s.strip("- "))
        return Fill(tuple(v.strip() for v in value.split("/")), named, optional)
    return Fill((), strings or (text.strip('"'),), optional)


def _alternatives(text: str) -> tuple[str, ...]:
    """The parts between slashes, without the brackets that group them."""
    parts = [part.strip() for part in text.split("/")]
    return tuple(p[1:-1] if p.startswith("(") and p.endswith(")") else p for p in parts)


def _date(text: str) -> str:
    """A key's date as earliest..latest in ISO form, an open end left empty."""
    days = [_iso(*found) for found in _DAY.findall(text)]
    if not days:
        return text
    if text.lstrip("( ").startswith("-"):
        return f"..{days[0]}"
    return f"{days[0]}..{days[-1]}"


def _iso(day: str, month: str, year: str) -> str:
    if month not in _MONTHS:
        return ""
    return f"{1900 + int(year)}-{_MONTHS.index(month) + 1:02d}-{int(day):02d}"


def date_range(earliest: date | None, latest: date | None) -> str:
    """A range of days in the form that keys are read into."""
    return f"{earliest or ''}..{latest or ''}"


def credit(slot: str, guess: Fill, gold: Fill) -> float:
    """How much of a gold fill a guess gets right: 0, a half, or 1."""
    if slot == "date":
        return float(any(_same_date(g, t) for g in guess.values for t in gold.values))
    if slot == "place":
        return max((_place_credit(guess.values, t) for t in gold.values), default=0.0)
    if slot in _PLAIN:
        return float(not set(guess.values).isdisjoint(gold.values))
    if slot in _VALUED and set(guess.values).isdisjoint(gold.values):
        return 0.0
    return float(_same_words(guess.strings, gold.strings) or (slot in _VALUED and not gold.strings))


def _same_date(guess: str, gold: str) -> bool:
    """Equal ranges; "on or before" also takes any range, but no single day, that ends then."""
    earliest, _, latest = guess.partition("..")
    if gold.startswith(".."):
        return latest == gold[2:] and earliest != latest
    return guess == gold


def _place_credit(names: Sequence[str], gold: str) -> float:
    """1 for the most exact level of the gold place, a half for one that contains it."""
    levels = [_normal(_KIND.sub("", level)) for level in gold.split(":")]
    ours = {_normal(name) for name in names}
    if levels[-1] in ours:
        return 1.0
    return 0.0 if ours.isdisjoint(levels) else _PARTIAL


def _same_words(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words of one string are all among those of another, articles aside."""
    left = [words for s in ours if (words := _words(s))]
    right = [words for s in theirs if (words := _words(s))]
    return any(a <= b or b <= a for a in left for b in right)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_normal(text))) - _UNSPECIFIC


def _normal(text: str) -> str:
    """Lower case, without accents and outer white space."""
    flat = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in flat if not unicodedata.combining(c)).strip()
