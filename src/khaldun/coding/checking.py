"""Runs the examples of the lexicon: every sense and tie must give what its example says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from khaldun.coding.chain import draft_of
from khaldun.coding.draft import Draft, Event
from khaldun.coding.events.governors import governors
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.lexicon.ties import ties
from khaldun.record import Document, document_id

_MARK = re.compile(r"<(/?)([ar])>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example sentence, the entry that it shows, and what it must give.

    `type` is None where nothing must be coded; `actor` and `recipient` are words of the text.
    """

    entry: str
    text: str
    type: str | None
    actor: str | None
    recipient: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleFault:
    """An example that does not give what it says, with what it gave instead."""

    example: Example
    reason: str

    def __str__(self) -> str:
        return f"{self.example.entry}: {self.example.text!r}: {self.reason}"


def examples() -> tuple[Example, ...]:
    """All examples: of event senses, of governors, whose type their content gives, and of ties."""
    sensed = (
        _example(s.id, s.example, s.type.value if s.type else None) for s in senses().examples
    )
    governed = (_example(g.id, g.example, "") for g in governors().groups)
    tied = (_example(t.id, t.example, t.type.value) for t in ties().groups)
    return (*sensed, *governed, *tied)


def check_examples() -> tuple[ExampleFault, ...]:
    """The examples that fail."""
    faults = (fault_of(example) for example in examples())
    return tuple(f for f in faults if f is not None)


def fault_of(example: Example) -> ExampleFault | None:
    """Why an example fails, or None if it holds."""
    document = Document(id=document_id(example.text), text=example.text, language="en")
    draft = draft_of(document)
    if example.entry in _tie_entries():
        return _fault_of_tie(draft, example)
    if example.type is None:
        found = [e for e in draft.events if e.actors and e.recipients]
        return _fault(example, _shown(draft, found)) if found else None
    if any(_agrees(draft, event, example) for event in draft.events):
        return None
    return _fault(example, _shown(draft, draft.events) or "nothing")


def _fault_of_tie(draft: Draft, example: Example) -> ExampleFault | None:
    found = [r for r in draft.relations if r.type.value == example.type]
    if any(_named(draft, (r.subject, r.target), example) for r in found):
        return None
    told = (f"{r.subject} {r.type} {r.target} ({r.rule})" for r in draft.relations)
    return _fault(example, "; ".join(told) or "nothing")


def _named(draft: Draft, ends: tuple[str, str], example: Example) -> bool:
    """Whether subject and target of a relation are mentioned where the example marks them."""
    marks = (example.actor, example.recipient)
    pairs = zip(ends, marks, strict=True)
    return all(mark is None or _names(draft, (end,), mark) for end, mark in pairs)


@cache
def _tie_entries() -> frozenset[str]:
    return frozenset(t.id for t in ties().groups)


def _example(entry: str, marked: str, kind: str | None) -> Example:
    return Example(
        entry=entry,
        text=_MARK.sub("", marked),
        type=kind,
        actor=_marked(marked, "a"),
        recipient=_marked(marked, "r"),
    )


def _marked(marked: str, name: str) -> str | None:
    found = re.search(rf"<{name}>(.*?)</{name}>", marked)
    return _MARK.sub("", found.group(1)) if found else None


def _agrees(draft: Draft, event: Event, example: Example) -> bool:
    if example.type and event.type.value != example.type:
        return False
    parties = (*event.actors, *event.recipients)
    if example.actor and not _names(draft, event.actors, example.actor):
        return False
    # Where both sides fight or meet, both are actors.
    return not example.recipient or _names(draft, parties, example.recipient)


def _names(draft: Draft, ids: tuple[str, ...], words: str) -> bool:
    """Whether one of the actors is mentioned within, or around, these words of the text."""
    start = draft.document.text.find(words)
    end = start + len(words)
    spans = [m.span for a in draft.actors if a.id in ids for m in a.mentions]
    spans += [span for place in draft.places if place.id in ids for span in place.mentions]
    return any(span.start < end and start < span.end for span in spans)


def _shown(draft: Draft, events: Iterable[Event]) -> str:
    return "; ".join(_event(draft, e) for e in events)


def _event(draft: Draft, event: Event) -> str:
    names = {a.id: a.name for a in draft.actors}
    sides = (", ".join(names[i] for i in ids) or "-" for ids in (event.actors, event.recipients))
    return f"{event.type} {' > '.join(sides)} ({event.entry})"


def _fault(example: Example, reason: str) -> ExampleFault:
    return ExampleFault(example=example, reason=f"wanted {example.type}, got {reason}")
