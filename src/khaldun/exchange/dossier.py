"""The dossier of an actor as a page or as Markdown, to be sent or printed.

Both need nothing but themselves. Whatever a text holds is shown as text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khaldun.exchange import wording
from khaldun.exchange.html.markup import Markup, element, text
from khaldun.exchange.html.page import standalone
from khaldun.record import (
    Account,
    AnyStated,
    Entity,
    Event,
    Forecast,
    Relation,
    Status,
    Tie,
)

_QUOTES = 3  # sentences under an entry
# What CommonMark or HTML would take for more than text, wherever it stands.
_MARKED = re.compile(r"([\\`*_{}\[\]()#+.!|~=-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a record holds on an actor.

    `said` is what is stated according to it, `told` what others are quoted with on it.
    `account` has the names and statements that the rest speaks of.
    """

    entity: Entity
    ties: tuple[Tie, ...]
    events: tuple[Event, ...]
    said: tuple[AnyStated, ...]
    told: tuple[AnyStated, ...]
    account: Account


@dataclass(frozen=True, slots=True)
class _Line:
    """One entry: what holds or happened, and the sentences that say so with their origin."""

    words: str
    quotes: tuple[tuple[str, str], ...] = ()


def dossier_to_markdown(dossier: Dossier) -> str:
    """The dossier as CommonMark."""
    parts = [f"# {_plain(dossier.entity.actor.name)}"]
    for title, lines in _sections(dossier):
        entries = []
        for line in lines:
            quotes = [f"  > {_plain(words)}\n  > — {_plain(by)}" for words, by in line.quotes]
            entries.append("\n\n".join([f"- {_plain(line.words)}", *quotes]))
        parts += [f"## {title}", "\n".join(entries)]
    return "\n\n".join(parts) + "\n"


def dossier_to_html(dossier: Dossier) -> str:
    """The dossier as one self-contained page."""
    name = dossier.entity.actor.name
    content = [element("h1", text(name))]
    for title, lines in _sections(dossier):
        cards = [element("article", *_entry(line), class_="card") for line in lines]
        content += [element("h2", text(title)), *cards]
    return standalone(name, element("main", *content))


def _entry(line: _Line) -> Iterator[Markup]:
    yield element("p", text(line.words), dir="auto")
    for words, by in line.quotes:
        origin = element("p", text(by), class_="rule")
        yield element("div", element("q", text(words)), origin, class_="quote", dir="auto")


def _plain(words: str) -> str:
    """Words as Markdown shows them and nothing else: on one line, every mark escaped."""
    safe = " ".join(words.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKED.sub(r"\\\1", safe)


def _sections(dossier: Dossier) -> Iterator[tuple[str, list[_Line]]]:
    """The sections that have anything in them."""
    words = _Words(dossier.account)
    actor = dossier.entity.actor
    facts = (actor.country, actor.sector, "person" if actor.person else None, actor.registry_id)
    whole = (
        ("Who", [_Line(", ".join(fact for fact in facts if fact))] if any(facts) else []),
        ("Also called", [_Line(alias) for alias in actor.aliases]),
        ("Offices", [_Line(title) for title in dict.fromkeys(o.title for o in actor.offices)]),
        ("Ties", [words.tie(tie) for tie in dossier.ties]),
        ("Events", [words.event(event) for event in dossier.events]),
        ("What is said by it", [words.statement(stated) for stated in dossier.said]),
        ("What is said of it", [words.statement(stated) for stated in dossier.told]),
        ("Documents", _documents(dossier.entity)),
    )
    yield from ((title, lines) for title, lines in whole if lines)


def _documents(entity: Entity) -> list[_Line]:
    return [_Line(f"{j.document}: {j.reason} ({j.score:.2f})") for j in entity.joinings]


class _Words:
    """Puts entries into words, with the names and sentences of an account."""

    def __init__(self, account: Account) -> None:
        self._names = {entity.actor.id: entity.actor.name for entity in account.entities}
        self._names |= {place.id: place.name for place in account.places}
        self._statements = {stated.id: stated for stated in account.statements}

    def tie(self, tie: Tie) -> _Line:
        means = f" ({', '.join(m.replace('_', ' ') for m in tie.means)})" if tie.means else ""
        between = self._between(tie)
        sure = wording.certainty(tie.certainty)
        return _Line(f"{between}{means}: {wording.interval(tie)}, {sure}",
                     self._quotes(tie.relations))  # fmt: skip

    def event(self, event: Event) -> _Line:
        days = wording.days(event.earliest, event.latest)
        kind = " ".join([event.type, *event.modes])
        deed = self._deed(event.actors, kind, event.recipients, event.places[:1], event.status)
        counts = [wording.total(count) for count in event.counts]
        reports = wording.plural(len(event.reports), "report")
        facts = [*counts, reports, wording.certainty(event.certainty)]
        return _Line(f"{days}: {deed}; {'; '.join(facts)}", self._quotes(event.reports))

    def statement(self, stated: AnyStated) -> _Line:
        item = stated.item
        said = f"according to {wording.chain(item.attribution)}"
        if isinstance(item, Forecast):
            words = f"{wording.probability(item.probability)}: {item.statement.quote}"
        elif isinstance(item, Relation):
            words = self._between(item)
        else:
            kind = " ".join([item.type, *item.modes])
            places = (item.place,) if item.place else ()
            words = self._deed(item.actors, kind, item.recipients, places, item.status)
        return _Line(f"{words}; {said}", self._quotes((stated.id,)))

    def _between(self, tie: Tie | Relation) -> str:
        kind = tie.type.replace("_", " ")
        return f"{self._name(tie.subject)} {kind} {self._name(tie.target)}"

    def _deed(
        self,
        actors: Iterable[str],
        kind: str,
        recipients: Iterable[str],
        places: Iterable[str],
        status: Status,
    ) -> str:
        who, whom, where = (", ".join(map(self._name, ids)) for ids in (actors, recipients, places))
        deed = f"{who or 'somebody'} {kind}"
        deed += f" → {whom}" if whom else ""
        deed += f", in {where}" if where else ""
        return deed if status is Status.HAPPENED else f"{deed} [{status}]"

    def _name(self, identifier: str) -> str:
        return self._names.get(identifier, identifier)

    def _quotes(self, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        known = (self._statements[id_] for id_ in ids if id_ in self._statements)
        origins = {stated.item.evidence.quote: _origin(stated) for stated in known}
        return tuple(origins.items())[:_QUOTES]


def _origin(stated: AnyStated) -> str:
    day = stated.published.earliest.isoformat() if stated.published else "undated"
    return f"{stated.source}, {day}"
