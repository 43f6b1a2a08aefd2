"""The time grammar: rules of the lexicon compiled to patterns over classes of tokens.

A sentence becomes a string of one symbol a token, so that each rule is an ordinary regular
expression over symbols. Patterns have no nested repetition: matching is linear.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.times.tokens import Token, vocabulary
from khaldun.errors import LexiconError


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the lexicon: what kind of meaning it has, and its compiled pattern.

    `starts` are the symbols that a match can begin with.
    """

    kind: str
    pattern: re.Pattern[str]
    starts: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a rule matched: token positions of the expression, and its named tokens.

    `definite` says that it starts with the definite article.
    """

    rule: Rule
    first: int
    last: int
    named: dict[str, Token]
    definite: bool = False

    def token(self, name: str) -> Token | None:
        """The token captured under `name`."""
        return self.named.get(name)

    @property
    def kind(self) -> str:
        """What kind of meaning it has."""
        return self.rule.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules by the symbols that they can start with, and the continuations.

    `openings` finds the symbols that any rule can start with.
    """

    rules: Mapping[str, tuple[Rule, ...]]
    openings: re.Pattern[str]
    continuations: tuple[tuple[str, Rule], ...]


def matches(tokens: Sequence[Token]) -> Iterator[Match]:
    """The expressions among `tokens`, left to right, without overlap."""
    symbols = "".join(t.symbol for t in tokens)
    start = 0
    while (opening := grammar().openings.search(symbols, start)) is not None:
        start = opening.start()
        best = _longest(tokens, symbols, start)
        if best is None:
            start += 1
            continue
        if best.first > start:  # words that only lead to it stood in the way
            inner = _longest(tokens, symbols, best.first)
            best = inner if inner is not None and inner.last > best.last else best
        yield best
        start = best.last + 1
        for more in _continued(best, tokens, symbols):
            yield more
            start = more.last + 1


def _longest(tokens: Sequence[Token], symbols: str, position: int) -> Match | None:
    best: tuple[int, Rule, re.Match[str]] | None = None
    for rule in grammar().rules.get(symbols[position], ()):
        found = rule.pattern.match(symbols, position)
        if found and (best is None or found.end() > best[0]):
            best = (found.end(), rule, found)
    return None if best is None else _match(best[1], best[2], tokens)


def _match(rule: Rule, found: re.Match[str], tokens: Sequence[Token]) -> Match:
    first = found.start()
    named: dict[str, Token] = {}
    for group in found.re.groupindex:
        start = found.start(group)
        name = group.partition("_")[0]
        if start >= 0 and name == "at":
            first = start
        elif start >= 0:
            named.setdefault(name, tokens[start])
    definite = tokens[first].lower == "the"
    return Match(rule=rule, first=first, last=found.end() - 1, named=named, definite=definite)


def _continued(match: Match, tokens: Sequence[Token], symbols: str) -> Iterator[Match]:
    """What takes up an expression: "April 22–25", "1990–94"."""
    last = match
    while True:
        for needed, rule in grammar().continuations:
            found = rule.pattern.match(symbols, last.last + 1)
            if found and all(n in match.named for n in needed):
                more = _match(rule, found, tokens)
                last = Match(
                    rule=match.rule,
                    first=more.first,
                    last=more.last,
                    named={**_without_lead(match), **more.named},
                )
                yield last
                break
        else:
            return


def _without_lead(match: Match) -> dict[str, Token]:
    return {k: v for k, v in match.named.items() if k not in ("W", "E", "E2", "P")}


@cache
def grammar() -> Grammar:
    """The grammar of the lexicon, compiled once a process.

    Raises:
        LexiconError: a pattern is malformed.
    """
    lexicon = load_lexicon("times")
    compiler = _Compiler(lexicon["pieces"])
    rules = tuple(compiler.rule(r["kind"], r["pattern"]) for r in lexicon["rules"])
    continuations = tuple(
        (r["needs"], compiler.rule("", r["pattern"])) for r in lexicon["continuations"]
    )
    by_start = {
        symbol: tuple(r for r in rules if symbol in r.starts)
        for symbol in sorted(frozenset().union(*(r.starts for r in rules)))
    }
    openings = re.compile(f"[{re.escape(''.join(by_start))}]")
    return Grammar(rules=by_start, openings=openings, continuations=continuations)


class _Compiler:
    """Turns the notation of the lexicon into regular expressions over symbols."""

    def __init__(self, pieces: dict[str, str]) -> None:
        self.pieces = pieces
        self.names: list[str] = []

    def rule(self, kind: str, pattern: str) -> Rule:
        self.names.clear()
        elements = list(self._elements(pattern))
        try:
            compiled = re.compile("".join(map(self._element, elements)))
        except re.error as error:
            raise LexiconError(f"time pattern {pattern!r}: {error}") from error
        starts, _ = self._starts(iter(elements))
        return Rule(kind=kind, pattern=compiled, starts=frozenset(starts), source=pattern)

    def _elements(self, pattern: str) -> Iterator[str]:
        """The elements of a pattern, with the pieces that it names spelled out."""
        for element in pattern.split():
            if element[0] == "<":
                yield from self._elements(self.pieces[element.strip("<>")])
            else:
                yield element

    def _element(self, element: str) -> str:
        if element == "@":
            return f"(?P<{self._group('at')}>)"
        if element == "(":
            return "(?:"
        if element[0] in "()|$":
            return element
        name, _, _ = element.rpartition("=")
        optional = "?" if element.endswith("?") else ""
        symbols = f"[{self._symbols(element)}]"
        return f"(?P<{self._group(name)}>{symbols}){optional}" if name else f"{symbols}{optional}"

    def _symbols(self, element: str) -> str:
        """The symbols that one element stands for."""
        _, _, classes = element.removesuffix("?").rpartition("=")
        symbols = "".join(vocabulary().symbols_of(c) for c in classes.split("/"))
        if not symbols:
            raise LexiconError(f"no word of the lexicon has the class {classes}")
        return symbols

    def _starts(self, elements: Iterator[str]) -> tuple[str, bool]:
        """The symbols that elements can begin with up to their bracket, and whether with none."""
        starts, element = "", ""
        may_pass, may_be_empty = True, False
        for element in elements:
            if element[0] == ")":
                break
            if element == "|":
                may_pass, may_be_empty = True, may_be_empty or may_pass
            elif element[0] == "(":
                inner, passed = self._starts(elements)
                if element == "(" and may_pass:  # what looks ahead takes no symbol
                    starts, may_pass = starts + inner, passed
            elif may_pass and element not in "@$":
                starts, may_pass = starts + self._symbols(element), element.endswith("?")
        return starts, may_pass or may_be_empty or element == ")?"

    def _group(self, name: str) -> str:
        """A group name for this use of `name`: a pattern may name one piece in several places."""
        self.names.append(name)
        return f"{name}_{self.names.count(name)}"
