"""Events, ties, statements and actors as entries of a page, each with its evidence."""

from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote as quoted_path

from khaldun.exchange import wording
from khaldun.exchange.html.markup import EMPTY, Markup, element, join, text
from khaldun.ontology import quad_of
from khaldun.record import (
    Account,
    AnyStated,
    Certainty,
    Contradiction,
    ContradictionKind,
    Count,
    Entity,
    Event,
    Forecast,
    Relation,
    RelationType,
    Report,
    Span,
    Stated,
    Status,
    Tie,
)

OF_PLACES = (RelationType.CONTROLS, RelationType.PRESENT_IN)
"""Relations whose target is a place."""
_QUOTES = 3
_DISAGREEMENTS = {
    ContradictionKind.DENIED: "on whether it happened",
    ContradictionKind.PERPETRATOR: "on who did it",
    ContradictionKind.NUMBER: "on the number",
    ContradictionKind.DATE: "on the day",
    ContradictionKind.PLACE: "on the place",
}


class Showing:
    """Turns what is in an account into entries, with the names and quotes of that account."""

    def __init__(self, account: Account, names: Iterable[tuple[str, str]] = ()) -> None:
        self._actors = {entity.actor.id: entity.actor.name for entity in account.entities}
        self._names = {place.id: place.name for place in account.places} | dict(names)
        self._statements = {stated.id: stated for stated in account.statements}

    def name(self, identifier: str) -> str:
        """The name that stands for an id; the id where it is not in the account."""
        return self._actors.get(identifier) or self._names.get(identifier, identifier)

    def linked(self, identifier: str) -> Markup:
        """The name, linked to the dossier where it is that of an actor."""
        name = text(self.name(identifier))
        if identifier not in self._actors:
            return element("span", name)
        return element("a", name, href=path_of("actors", identifier))

    def event(self, event: Event, *, quoted: bool = True) -> Markup:
        """An event with its counts, its disagreements and, if `quoted`, some of its reports."""
        return entry(
            event.id,
            f"event {_quad(event)}",
            element("p", self.happening(event), class_="who"),
            element(
                "p",
                element("a", text(wording.days(event.earliest, event.latest)),
                        href=path_of("events", event.id), class_="day"),
                *(fact(wording.total(count)) for count in event.counts),
                fact(_told(len(event.reports), "report", len(event.sources))),
                sure(event.certainty),
                *map(_warning, event.contradictions),
            ),
            self.quotes(event.reports) if quoted else EMPTY,
        )  # fmt: skip

    def figures(self, count: Count) -> Markup:
        """A count over all reports, with who gives which figure."""
        known = [figure for figure in count.figures if figure.report in self._statements]
        said = [
            f"{wording.amount(one.minimum, one.maximum)} ({self._statements[one.report].source})"
            for one in known
        ]
        return join([text(wording.total(count)), text(": "), text(", ".join(dict.fromkeys(said)))])

    def happening(self, event: Event) -> Markup:
        """Who did what to whom, where."""
        return self._deed(
            event.actors, " ".join([event.type, *event.modes]), event.recipients,
            event.places[:1], event.status,
        )  # fmt: skip

    def report(self, stated: Stated[Report], words: Markup | None = None) -> Markup:
        """A report, as its document states it; `words` stand in place of its sentence."""
        report = stated.item
        places = (report.place,) if report.place else ()
        kind = " ".join([report.type, *report.modes])
        deed = self._deed(report.actors, kind, report.recipients, places, report.status)
        return entry(
            stated.id,
            f"event {_quad(report)}",
            element("p", deed, class_="who"),
            element(
                "p",
                fact(wording.when(report.when)),
                *(fact(wording.count(q)) for q in report.quantities),
                *_claim(report.certainty, wording.chain(report.attribution)),
            ),
            words or quotation(stated, report.trigger),
        )

    def tie(self, tie: Tie) -> Markup:
        """A tie with its interval and some of the statements that tell of it."""
        return entry(
            tie.id,
            "relation",
            element("p", self._between(tie), class_="who"),
            element(
                "p",
                fact(wording.interval(tie)),
                fact(_told(len(tie.relations), "statement", len(tie.sources))),
                sure(tie.certainty),
                *map(_warning, tie.contradictions),
            ),
            self.quotes(tie.relations),
        )

    def relation(self, stated: Stated[Relation], words: Markup | None = None) -> Markup:
        """A relation, as its document states it."""
        relation = stated.item
        return entry(
            stated.id,
            "relation",
            element("p", self._between(relation), class_="who"),
            element(
                "p",
                fact(wording.relation_when(relation)),
                *_claim(relation.certainty, wording.chain(relation.attribution)),
            ),
            words or quotation(stated),
        )

    def forecast(
        self, stated: Stated[Forecast], *notes: Markup, words: Markup | None = None
    ) -> Markup:
        """A forecast, as its document states it."""
        forecast = stated.item
        condition = forecast.condition
        return entry(
            stated.id,
            "forecast",
            element("p", text(forecast.statement.quote), class_="statement", dir="auto"),
            element(
                "p",
                fact(wording.probability(forecast.probability)),
                fact(f"if: {condition.quote}") if condition else EMPTY,
                fact(f"horizon: {wording.when(forecast.horizon)}"),
                fact(f"according to {wording.chain(forecast.attribution)}"),
                *notes,
            ),
            words or quotation(stated),
        )

    def statement(self, stated: AnyStated, words: Markup | None = None) -> Markup:
        """A statement of any kind."""
        item = stated.item
        if isinstance(item, Report):
            return self.report(stated, words)  # type: ignore[arg-type]  # told by its item
        if isinstance(item, Relation):
            return self.relation(stated, words)  # type: ignore[arg-type]
        return self.forecast(stated, words=words)  # type: ignore[arg-type]

    def actor(self, entity: Entity) -> Markup:
        """An actor with its other names."""
        actor = entity.actor
        facts = (actor.country, actor.sector, "person" if actor.person else None)
        return entry(
            actor.id,
            "actor",
            element(
                "p",
                element("a", text(actor.name), href=path_of("actors", actor.id)),
                *(join([text(" "), element("span", text(f), class_="tag")]) for f in facts if f),
                class_="who",
            ),
            element(
                "p",
                fact(f"also {', '.join(actor.aliases)}") if actor.aliases else EMPTY,
                *(fact(office.title) for office in actor.offices),
            ),
        )

    def sides(self, contradiction: Contradiction) -> Markup:
        """Both sides of a contradiction, beside each other."""
        return element(
            "div",
            element("h3", text(f"They disagree {_DISAGREEMENTS[contradiction.kind]}")),
            element("div", self.quotes(contradiction.one), self.quotes(contradiction.other),
                    class_="sides"),
        )  # fmt: skip

    def quotes(self, ids: Iterable[str], limit: int = _QUOTES) -> Markup:
        """The words of some statements, with who published them; how many are not shown.

        A sentence that makes several statements is quoted once.
        """
        stated = (self._statements[i] for i in ids if i in self._statements)
        known = list({(s.document, s.item.evidence): s for s in reversed([*stated])}.values())
        known.reverse()
        rest = len(known) - limit
        more = fact(f"and {wording.plural(rest, 'more sentence')}") if rest > 0 else EMPTY
        return element("div", *map(quotation, known[:limit]), more, class_="said")

    def _deed(
        self,
        actors: tuple[str, ...],
        kind: str,
        recipients: tuple[str, ...],
        places: tuple[str, ...],
        status: Status,
    ) -> Markup:
        subject = self._links(actors) or element("i", text("somebody"))
        target = [text(" → "), self._links(recipients)] if recipients else []
        where = [text(", in "), self._links(places)] if places else []
        how_far = [] if status is Status.HAPPENED else [text(f" [{status}]")]
        badge = element("b", text(kind), class_="badge")
        return join([subject, text(" "), badge, *target, *where, *how_far])

    def _between(self, tie: Tie | Relation) -> Markup:
        means = ", ".join(m.replace("_", " ") for m in tie.means)
        badge = element("b", text(tie.type.replace("_", " ")), class_="badge")
        with_what = [text(f" ({means})")] if means else []
        parties = (self.linked(tie.subject), self.linked(tie.target))
        return join([parties[0], text(" "), badge, text(" "), parties[1], *with_what])

    def _links(self, ids: Iterable[str]) -> Markup:
        return join([self.linked(i) for i in ids], ", ")


def path_of(view: str, identifier: str) -> str:
    """The address of the page of one thing."""
    return f"/{view}/{quoted_path(identifier, safe='')}"


def entry(identifier: str, kind: str, *content: Markup) -> Markup:
    """An entry of a list, which keys can move to."""
    return element("article", *content, class_=f"card {kind}", id=identifier, tabindex="-1")


def quotation(stated: AnyStated, strong: Span | None = None) -> Markup:
    """The sentence of a statement, linked to its place in its document."""
    words = stated.item.evidence.quote
    marked = [text(words)]
    if strong is not None and stated.item.evidence.covers(strong):
        start = strong.start - stated.item.evidence.start
        end = start + len(strong.quote)
        marked = [text(words[:start]), element("b", text(words[start:end])), text(words[end:])]
    return element(
        "a",
        element("q", *marked, dir="auto"),
        element("cite", text(_origin(stated))),
        href=path_of("at", stated.id),
        class_="quote",
    )


def source_of(stated: AnyStated) -> Markup:
    """Who published a statement and when, linked to its place in its document."""
    return element("cite", element("a", text(_origin(stated)), href=path_of("at", stated.id)))


def _origin(stated: AnyStated) -> str:
    published = stated.published.earliest.isoformat() if stated.published else "undated"
    return f"{stated.source}, {published}"


def place_of(location: str) -> str:
    """Where something was read: a web address, or the name of a file; folders are private."""
    return location if "://" in location else PurePath(location).name


def table(label: str, names: Iterable[str], rows: Iterable[Iterable[Markup]]) -> Markup:
    """A table that is as wide as it must be and scrolls by itself where there is no room."""
    head = element("tr", *(element("th", text(name), scope="col") for name in names))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    whole = element("table", element("thead", head), element("tbody", *body))
    return element("div", whole, class_="wide", role="region", aria_label=label, tabindex="0")


def fact(words: str) -> Markup:
    """A fact of an entry."""
    return element("span", text(words), text(" "), class_="fact") if words else EMPTY


def sure(value: str) -> Markup:
    """How sure, in a word whose colour says it too."""
    kind = "sure" if value == "CT+" else "denied" if value.endswith("-") else "unsure"
    return element("span", text(wording.CERTAINTY[value]), class_=f"fact {kind}")  # type: ignore[index]


def _quad(event: Event | Report) -> str:
    return f"quad-{quad_of(event.type).number}"


def _told(number: int, noun: str, sources: int) -> str:
    return f"{wording.plural(number, noun)}, {wording.plural(sources, 'independent source')}"


def _claim(certainty: Certainty, said: str) -> tuple[Markup, ...]:
    cues = ", ".join(f"“{cue.quote}”" for cue in certainty.cues)
    return (
        sure(certainty.value),
        fact(f"({cues})") if cues else EMPTY,
        fact(f"according to {said}"),
    )


def _warning(contradiction: Contradiction) -> Markup:
    words = text(f"they disagree {_DISAGREEMENTS[contradiction.kind]}")
    return element("strong", words, class_="fact warning")
