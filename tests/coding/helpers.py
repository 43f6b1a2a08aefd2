"""Short ways from a sentence to what the chain makes of it."""

from functools import cache

from khaldun.coding.chain import draft_of
from khaldun.coding.draft import Draft, Event
from khaldun.coding.syntax import Word
from khaldun.record import Document, document_id


@cache
def coded(text: str) -> Draft:
    """The finished draft of a text without a publication date."""
    return draft_of(Document(id=document_id(text), text=text, language="en"))


def word(draft: Draft, text: str) -> Word:
    """The first word of the text with this spelling."""
    return next(w for w in draft.syntax.words if w.text == text)


def names(draft: Draft, ids: tuple[str, ...]) -> list[str]:
    """The names of actors, in the order of their ids in the record."""
    known = {a.id: a.name for a in draft.actors}
    return [known[i] for i in ids]


def only_event(text: str) -> tuple[Draft, Event]:
    """The one event that a text must hold, with its draft."""
    draft = coded(text)
    (event,) = draft.events
    return draft, event


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Type, actors and recipients of each event."""
    draft = coded(text)
    return [
        (e.type.value, names(draft, e.actors), names(draft, e.recipients)) for e in draft.events
    ]


def ties(text: str) -> set[tuple[str, str, str]]:
    """Subject, type and target of each relation, by name."""
    draft = coded(text)
    known = {a.id: a.name for a in draft.actors} | {p.id: p.name for p in draft.places}
    return {(known[r.subject], r.type.value, known[r.target]) for r in draft.relations}
