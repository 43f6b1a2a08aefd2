"""The time grammar: rules of the lexicon compiled to patterns over classes of tokens.

A sentence becomes a string of one symbol a token, so that each rule is an ordinary regular
expression over symbols. Patterns have no nested repetition: matching is linear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.times.tokens import Token, vocabulary
from khaldun.errors import LexiconError

_NAMED_GROUP = re.compile(r"\?P<\w+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the lexicon: what kind of meaning it has, and its compiled pattern."""

    kind: str
    pattern: re.Pattern[str]
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
    """All rules, the pattern that finds where one may match, and the continuations."""

    rules: tuple[Rule, ...]
    finder: re.Pattern[str]
    continuations: tuple[tuple[str, Rule], ...]


def matches(tokens: Sequence[Token]) -> Iterator[Match]:
    """The expressions among `tokens`, left to right, without overlap."""
    symbols = "".join(t.symbol for t in tokens)
    position = 0
    while found := grammar().finder.search(symbols, position):
        best = _longest(tokens, symbols, max(found.start(), position))
        if best is None or best.last < position:
            position = found.start() + 1
            continue
        if best.first > found.start():  # words that only lead to it stood in the way
            inner = _longest(tokens, symbols, best.first)
            best = inner if inner is not None and inner.last > best.last else best
        yield best
        position = best.last + 1
        for more in _continued(best, tokens, symbols):
            yield more
            position = more.last + 1


def _longest(tokens: Sequence[Token], symbols: str, position: int) -> Match | None:
    best: tuple[int, Rule, re.Match[str]] | None = None
    for rule in grammar().rules:
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
    finder = "|".join(f"(?:{_NAMED_GROUP.sub('?:', r.pattern.pattern)})" for r in rules)
    continuations = tuple(
        (r["needs"], compiler.rule("", r["pattern"])) for r in lexicon["continuations"]
    )
    return Grammar(rules=rules, finder=re.compile(finder), continuations=continuations)


class _Compiler:
    """Turns the notation of the lexicon into regular expressions over symbols."""

    def __init__(self, pieces: dict[str, str]) -> None:
        self.pieces = pieces
        self.names: list[str] = []

    def rule(self, kind: str, pattern: str) -> Rule:
        self.names.clear()
        try:
            compiled = re.compile(self._sequence(pattern))
        except re.error as error:
            raise LexiconError(f"time pattern {pattern!r}: {error}") from error
        return Rule(kind=kind, pattern=compiled, source=pattern)

    def _sequence(self, pattern: str) -> str:
        return "".join(self._element(e) for e in pattern.split())

    def _element(self, element: str) -> str:
        if element == "@":
            return f"(?P<{self._group('at')}>)"
        if element == "(":
            return "(?:"
        if element[0] in "()|$":
            return element
        if element[0] == "<":
            return self._sequence(self.pieces[element.strip("<>")])
        optional = "?" if element.endswith("?") else ""
        name, _, classes = element.removesuffix("?").rpartition("=")
        symbols = "".join(vocabulary().symbols_of(c) for c in classes.split("/"))
        if not symbols:
            raise LexiconError(f"no word of the lexicon has the class {classes}")
        return (
            f"(?P<{self._group(name)}>[{symbols}]){optional}" if name else f"[{symbols}]{optional}"
        )

    def _group(self, name: str) -> str:
        """A group name for this use of `name`: a pattern may name one piece in several places."""
        self.names.append(name)
        return f"{name}_{self.names.count(name)}"
