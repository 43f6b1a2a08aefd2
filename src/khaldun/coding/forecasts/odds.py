"""Odds given as numbers: "a 70 per cent chance", "a one in three chance"."""

from khaldun.coding.numbers import number_value
from khaldun.coding.syntax import Word

_PERCENT = frozenset({"cent", "percent", "%"})


def stated_odds(noun: Word) -> float | None:
    """The probability, 0 to 1, that stands before a noun such as "chance"; None without one."""
    numbers = [number_value(c.text) for c in noun.children_by("nummod", "compound", "amod")]
    value = next((n for n in numbers if n is not None), None)
    if any(c.lower in _PERCENT for c in noun.children):
        share = value if value is not None else _beside(noun)
        return share / 100 if share is not None and 0 <= share <= 100 else None
    put = _put_at(noun)
    if value is None and put is not None:
        return put
    outer = noun.head.head if noun.dep == "pobj" and noun.head.lower == "in" else None
    part = number_value(outer.text) if outer is not None else None
    return part / value if part is not None and value is not None and 0 < part <= value else None


def _put_at(noun: Word) -> float | None:
    """Where a chance is put: "the odds of war at one in three", "the risk of a coup at 40%"."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in ("put", "place", "rate", "estimate", "reckon"):
        return None
    at = next((w for w in verb.subtree() if w.lower == "at" and w.index > noun.index), None)
    share = at.child("pobj") if at is not None else None
    if share is None:
        return None
    if share.lower in _PERCENT or any(c.lower in _PERCENT for c in share.children):
        numbers = [number_value(w.text) for w in (share, *share.children)]
        found = next((n for n in numbers if n is not None), None)
        return None if found is None or found > 100 else found / 100
    part = number_value(share.text)
    whole = next((p.child("pobj") for p in share.children_by("prep") if p.lower == "in"), None)
    total = number_value(whole.text) if whole is not None else None
    return part / total if part is not None and total and part <= total else None


def _beside(noun: Word) -> float | None:
    """The number that the parser hung on the sign: "a 70% chance"."""
    signs = (c for c in noun.children if c.lower in _PERCENT)
    found = (number_value(w.text) for sign in signs for w in sign.children)
    return next((n for n in found if n is not None), None)
