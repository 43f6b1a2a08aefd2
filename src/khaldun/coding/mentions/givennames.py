"""Given names: that a name is a person's, and whether "he" or "she" speaks of the person."""

from khaldun.coding.lexicon.loading import words

_FILE = "actors_given_names"


def given_gender(word: str) -> str | None:
    """Whether a word in lower case is a given name of women or of men; None for no such name."""
    return next((g for g in ("female", "male") if word in words(_FILE, g)), None)


def gender_of(name: str) -> str | None:
    """What the first word of a full name tells; a name of one word may be a surname."""
    first, _, rest = name.lower().partition(" ")
    return given_gender(first) if rest else None
