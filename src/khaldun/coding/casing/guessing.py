"""One word at a time: common word, name or acronym."""

from khaldun.coding.casing.tokens import NEAR, Case, Token, adjacent, before, opens_sentence
from khaldun.coding.casing.words import casing_words, is_acronym, is_common


def case_of(tokens: list[Token], index: int, text: str) -> Case:
    """The case that word number `index` is to have, as far as it can be told by itself."""
    token = tokens[index]
    word = token.word.removesuffix("'s").removesuffix("’s")
    if len(word) == 1:
        return _single_letter(token, word, text)
    if word in casing_words("units") and before(text, token).rstrip()[-1:].isdigit():
        return Case.LOWER
    return _ambiguous(tokens, index, text) or _listed(word) or _guessed(tokens, index, text, word)


def _ambiguous(tokens: list[Token], index: int, text: str) -> Case | None:
    """Words whose neighbours tell: "US" and "us", the months and the verbs."""
    word = tokens[index].word
    if word == "us":
        return Case.UPPER if _is_country(tokens, index, text) else Case.LOWER
    if word in ("may", "march"):
        return Case.NAME if _is_month(tokens, index, text) else Case.LOWER
    return None


def _listed(word: str) -> Case | None:
    if word in casing_words("particles"):
        return Case.LOWER
    if word in casing_words("always_names") or word in casing_words("abbreviated_titles"):
        return Case.NAME
    if word in casing_words("acronyms") and not is_common(word):
        return Case.UPPER
    return None


def _guessed(tokens: list[Token], index: int, text: str, word: str) -> Case:
    """A common word, a name, or an acronym, by what the word looks like and what precedes it."""
    if word in casing_words("surnames") and _after_person(tokens, index, text):
        return Case.NAME
    if word in casing_words("also_common") or is_common(word):
        return Case.LOWER
    if index and tokens[index - 1].case is Case.NAME and adjacent(tokens, index, text):
        return Case.NAME
    return Case.UPPER if is_acronym(word) else Case.NAME


def _is_country(tokens: list[Token], index: int, text: str) -> bool:
    """Whether "US" is the country: the pronoun opens no sentence and has no article."""
    if index and adjacent(tokens, index, text) and tokens[index - 1].word == "the":
        return True
    if index + 1 < len(tokens) and tokens[index + 1].word in casing_words("after_us"):
        return True
    return opens_sentence(tokens[index], tokens[index - 1] if index else None, text)


def _single_letter(token: Token, word: str, text: str) -> Case:
    """Initials, "I" and letters in designations keep their capital."""
    right = text[token.end : token.end + 1]
    left = text[token.start - 1 : token.start]
    if left in ("'", "’"):
        return Case.LOWER
    if left.isdigit():
        return Case.LOWER if word == "m" else Case.UPPER
    if word == "i" or right == "." or left == "." or "-" in (right, left):
        return Case.UPPER
    return Case.LOWER if word in "aey" else Case.UPPER


def _is_month(tokens: list[Token], index: int, text: str) -> bool:
    token = tokens[index]
    digit_before = before(text, token).rstrip()[-1:].isdigit()
    after = text[token.end : token.end + NEAR].lstrip(" ,")[:1]
    if digit_before or after.isdigit():
        return True
    previous = tokens[index - 1].word if index else ""
    return previous in ("in", "since", "last", "next", "until", "by", "early", "late", "mid", "of")


def _after_person(tokens: list[Token], index: int, text: str) -> bool:
    """Whether a title, a first name or an initial stands right before."""
    if not index:
        return False
    previous = tokens[index - 1]
    gap = text[previous.end : tokens[index].start]
    if gap not in (" ", ". ", ".  "):
        return False
    if any(previous.word in casing_words(key) for key in ("titles", "abbreviated_titles")):
        return True
    return (gap == " " and previous.case is Case.NAME) or len(previous.word) == 1 < len(gap)
