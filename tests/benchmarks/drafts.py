"""Hand-made drafts: what a coder would have said of a text."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.record import (
    Actor,
    Certainty,
    Document,
    EventType,
    Factuality,
    Mention,
    Report,
    SegmentKind,
    Span,
    Status,
    TimeBasis,
    When,
)

Code = Callable[[Document], Draft]
NO_TIME = When(earliest=None, latest=None, basis=TimeBasis.PUBLICATION)


def span_of(text: str, quote: str) -> Span:
    """The first place where the quote stands."""
    start = text.index(quote)
    return Span.of(text, start, start + len(quote))


def draft(document: Document) -> Draft:
    """A draft in which every blank-separated token is a word that hangs on the first."""
    words: list[Word] = []
    position = 0
    for token in document.text.split():
        start = document.text.index(token, position)
        position = start + len(token)
        words.append(
            Word(
                index=len(words), start=start, end=position, text=token, lower=token.lower(),
                lemma=token.lower(), pos="NOUN", tag="NN", dep="dep", entity="", sentence=0,
            )
        )  # fmt: skip
    for word in words:
        word.head = words[0]
    words[0].children = words[1:]
    sentence = Sentence(
        index=0, words=tuple(words), root=words[0], start=0, end=position,
        kind=SegmentKind.BODY, paragraph=0,
    )  # fmt: skip
    syntax = Syntax(text=document.text, words=tuple(words), sentences=(sentence,))
    return Draft(document=document, syntax=syntax)


def actor(identifier: str, text: str, *quotes: str, person: bool = False) -> Actor:
    """An actor named by its first quote, mentioned wherever a quote stands first."""
    mentions = tuple(Mention(span=span_of(text, q)) for q in quotes)
    return Actor(id=identifier, name=quotes[0], mentions=mentions, person=person)


def report(
    text: str,
    kind: EventType,
    trigger: str,
    actors: Sequence[str] = (),
    recipients: Sequence[str] = (),
    **fields: object,
) -> Report:
    """A report that happened for certain, unless the fields say otherwise."""
    made = Report(
        id=f"r{text.index(trigger)}",
        type=kind,
        when=NO_TIME,
        status=Status.HAPPENED,
        certainty=Certainty(value=Factuality.CERTAIN),
        trigger=span_of(text, trigger),
        evidence=Span.of(text, 0, len(text)),
        actors=tuple(actors),
        recipients=tuple(recipients),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def on(day: str) -> When:
    """A stated day."""
    known = date.fromisoformat(day)
    return When(earliest=known, latest=known, basis=TimeBasis.STATED)
