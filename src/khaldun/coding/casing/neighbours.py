"""Words whose case hangs on their neighbours: titles, names of bodies, particles."""

import re
from collections.abc import Iterable
from itertools import pairwise, takewhile

from khaldun.coding.casing.tokens import LONGEST_NAME, Case, Token, before
from khaldun.coding.casing.words import casing_words

_ORDINAL = re.compile(r"\d(?:st|nd|rd|th) $", re.IGNORECASE)


def mark_titles(tokens: list[Token], text: str) -> None:
    """Titles before a name ("President Buhari"), not alone ("the president")."""
    titles, modifiers = casing_words("titles"), casing_words("title_modifiers")
    for following, token in pairwise(reversed(tokens)):
        joined = text[token.end : following.start] in (" ", ". ")
        named = following.case is Case.NAME or following.written[:1].isupper()
        if not joined or not named or token.case is not Case.LOWER:
            continue
        before_name = token.word in titles and following.word not in casing_words("particles")
        if before_name or (token.word in modifiers and following.word in titles):
            token.case = Case.NAME


def mark_bodies(tokens: list[Token], text: str) -> None:
    """Names of bodies made of common words, such as "National Liberation Front"."""
    heads, modifiers = casing_words("heads"), casing_words("modifiers")
    run: list[Token] = []
    for index, token in enumerate(tokens):
        bare = token.word.removesuffix("'s").removesuffix("’s")
        if run and text[run[-1].end : token.start] not in (" ", "-"):
            run = []
        if bare in heads and token.case is Case.LOWER:
            if any(t.case is Case.LOWER for t in run) or _after_ordinal(token, text):
                _capitalise((*run, token))
            elif bare in casing_words("of_heads"):
                _mark_field(tokens, index)
        keeps = token.word in modifiers or (run and bare in heads)
        run = [*run[-LONGEST_NAME:], token] if keeps and token.case is not Case.UPPER else []


def _mark_field(tokens: list[Token], index: int) -> None:
    """Names of bodies that go on over "of": "Ministry of Defense", "University of Goma"."""
    rest = tokens[index + 1 : index + 2 + LONGEST_NAME]
    if len(rest) < 2 or rest[0].word != "of":
        return
    fields = list(takewhile(lambda token: token.word in casing_words("fields"), rest[1:]))
    takes_names = tokens[index].word in casing_words("of_names")
    if fields or (takes_names and rest[1].case in (Case.NAME, Case.EXACT)):
        _capitalise((tokens[index], *fields))


def _after_ordinal(token: Token, text: str) -> bool:
    return _ORDINAL.search(before(text, token)) is not None


def _capitalise(tokens: Iterable[Token]) -> None:
    for token in tokens:
        if token.case is Case.LOWER:
            token.case = Case.NAME


def mark_expansions(tokens: list[Token], text: str) -> None:
    """Names with their acronym in brackets after them, which they share the initials of.

    In any order: the acronym may be that of the name in another language.
    """
    for index, token in enumerate(tokens):
        brackets = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
        if brackets not in ("()", "[]") or not 2 <= len(token.word) <= LONGEST_NAME:
            continue
        preceding = tokens[max(0, index - 2 * len(token.word)) : index]
        content = [t for t in preceding if t.word not in casing_words("small_words")]
        name = content[-len(token.word) :]
        if sorted(t.word[0] for t in name) == sorted(token.word):
            _capitalise(name)
            token.case = Case.UPPER


def mark_particles(tokens: list[Token], text: str) -> None:
    """Particles: "de la" between two names, "La" where it opens one."""
    particles = casing_words("particles")
    inside = False
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.word in particles and token.case is not Case.EXACT:
            token.case = Case.LOWER if inside else Case.NAME
        joined = following is not None and text[token.end : following.start] == " "
        named = token.case in (Case.NAME, Case.EXACT) or (inside and token.word in particles)
        inside = named and joined
