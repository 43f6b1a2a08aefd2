"""Events, ties, statements and actors of a record as lines of a listing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rich.text import Text

from khaldun.cli.console import colour_of, safe
from khaldun.cli.lines import DIM, Line, Quote, quote_of
from khaldun.exchange import wording
from khaldun.record import (
    Account,
    AnyStated,
    Contradiction,
    Entity,
    Event,
    EventType,
    Forecast,
    Relation,
    RelationType,
    Report,
    Stated,
    Status,
    Tie,
)

SOMEBODY = "somebody"


class Describer:
    """Turns what is in an account into lines, with the names and quotes of that account.

    `names` are of ids that the account has nothing of.
    """

    def __init__(
        self, account: Account, names: Iterable[tuple[str, str]] = (), *, quotes: int = 1
    ) -> None:
        self._names = {entity.actor.id: entity.actor.name for entity in account.entities}
        self._names |= {place.id: place.name for place in account.places}
        self._names |= dict(names)
        self._statements = {stated.id: stated for stated in account.statements}
        self._quotes = quotes

    def name(self, identifier: str) -> str:
        """The name that stands for an id; the id where it is not in the account."""
        return safe(self._names.get(identifier, identifier))

    def names(self, ids: Iterable[str], nobody: str = "") -> Text:
        """Several names, or what to say where there are none."""
        joined = Text(", ").join(Text(self.name(i), style="bold") for i in ids)
        return joined if joined else Text(nobody, style=DIM)

    def event(self, event: Event) -> Line:
        """An event, with its counts, and what its reports disagree on."""
        return Line(
            head=Text.assemble(
                (f"{wording.days(event.earliest, event.latest)}  ", "bold"), self.happening(event)
            ),
            id=event.id,
            facts=(
                *map(wording.total, event.counts),
                _told(len(event.reports), "report", event.sources),
                wording.certainty(event.certainty),
            ),
            warning=self.disagreement(event.contradictions),
            quotes=self._quoted(event.reports),
        )

    def happening(self, event: Event) -> Text:
        """Who did what to whom, where."""
        return Text.assemble(
            self.names(event.actors, SOMEBODY),
            " ",
            self.deed(event.type, event.modes),
            self._to(event.recipients),
            self._at(event.places[:1]),
            _status(event.status),
        )

    def contradicted(self, event: Event) -> Line:
        """An event with the words of both sides of each contradiction."""
        return replace(
            self.event(event),
            quotes=tuple(q for c in event.contradictions for q in self._sides(c)),
        )

    def report(self, stated: Stated[Report]) -> Line:
        """A report, as its document states it."""
        report = stated.item
        return Line(
            head=Text.assemble(
                (f"{wording.when(report.when)}  ", "bold"),
                self.names(report.actors, SOMEBODY),
                " ",
                self.deed(report.type, report.modes),
                self._to(report.recipients),
                self._at((report.place,) if report.place else ()),
                _status(report.status),
            ),
            id=stated.id,
            facts=(*map(wording.count, report.quantities), *_claim(stated)),
            quotes=(quote_of(stated),),
        )

    def tie(self, tie: Tie) -> Line:
        """A tie, with its interval."""
        return Line(
            head=self.between(tie.type, tie.subject, tie.target, [m.value for m in tie.means]),
            id=tie.id,
            facts=(
                wording.interval(tie),
                _told(len(tie.relations), "statement", tie.sources),
                wording.certainty(tie.certainty),
            ),
            warning=self.disagreement(tie.contradictions),
            quotes=self._quoted(tie.relations),
        )

    def relation(self, stated: Stated[Relation]) -> Line:
        """A relation, as its document states it."""
        relation = stated.item
        means = [m.value for m in relation.means]
        return Line(
            head=self.between(relation.type, relation.subject, relation.target, means),
            id=stated.id,
            facts=(wording.relation_when(relation), *_claim(stated)),
            quotes=(quote_of(stated),),
        )

    def forecast(self, stated: Stated[Forecast]) -> Line:
        """A forecast, as its document states it."""
        forecast = stated.item
        condition = f"on condition: {forecast.condition.quote}" if forecast.condition else ""
        return Line(
            head=Text(safe(forecast.statement.quote), style="magenta"),
            id=stated.id,
            facts=(
                wording.probability(forecast.probability),
                condition,
                f"horizon: {wording.when(forecast.horizon)}",
                f"according to {wording.chain(forecast.attribution)}",
            ),
            quotes=(quote_of(stated),),
        )

    def actor(self, entity: Entity) -> Line:
        """An actor, with its other names, and why the names were joined."""
        actor = entity.actor
        known = " ".join(fact for fact in (actor.country, actor.sector) if fact)
        reasons = dict.fromkeys(joining.reason for joining in entity.joinings)
        return Line(
            head=Text.assemble((safe(actor.name), "bold"), (f"  {safe(known)}", "cyan")),
            id=actor.id,
            facts=(
                "person" if actor.person else "",
                f"also: {', '.join(actor.aliases)}" if actor.aliases else "",
                "; ".join(office.title for office in actor.offices),
                f"joined by: {'; '.join(reasons)}" if reasons else "",
            ),
        )

    def deed(self, kind: EventType, modes: Iterable[str]) -> Text:
        """A type with its modes, in the colour of its quad class."""
        return Text(" ".join([kind, *modes]), style=f"bold {colour_of(kind)}".rstrip())

    def between(
        self, kind: RelationType, subject: str, target: str, means: Iterable[str] = ()
    ) -> Text:
        """What holds between two parties, in words."""
        with_what = ", ".join(m.replace("_", " ") for m in means)
        return Text.assemble(
            (self.name(subject), "bold"),
            (f" {kind.replace('_', ' ')} ", "bold blue"),
            (self.name(target), "bold"),
            f" ({with_what})" if with_what else "",
        )

    def disagreement(self, contradictions: Iterable[Contradiction]) -> str:
        """On what the reports disagree, in a line."""
        kinds = dict.fromkeys(contradiction.kind.value for contradiction in contradictions)
        return f"the reports disagree: {', '.join(kinds)}" if kinds else ""

    def statement(self, identifier: str) -> AnyStated | None:
        """The statement with this id, None where it is not in the account."""
        return self._statements.get(identifier)

    def _quoted(self, ids: Iterable[str]) -> tuple[Quote, ...]:
        found = (self._statements[i] for i in ids if i in self._statements)
        return tuple(dict.fromkeys(quote_of(stated) for stated in found))[: self._quotes]

    def _sides(self, contradiction: Contradiction) -> Iterator[Quote]:
        for words, side in ((contradiction.kind, contradiction.one), ("but", contradiction.other)):
            # Who only tells the toll names nobody: first those who say who did it.
            ordered = sorted(side, key=lambda i: not self._names_somebody(i))
            for quote in self._quoted(ordered)[:1]:
                yield replace(quote, source=f"{words}: {quote.source}")

    def _names_somebody(self, identifier: str) -> bool:
        stated = self._statements.get(identifier)
        return stated is not None and isinstance(stated.item, Report) and bool(stated.item.actors)

    def _to(self, recipients: tuple[str, ...]) -> Text:
        return Text.assemble(" → ", self.names(recipients)) if recipients else Text()

    def _at(self, places: tuple[str, ...]) -> Text:
        return Text.assemble(", in ", self.names(places)) if places else Text()


def _status(status: Status) -> Text:
    return Text() if status is Status.HAPPENED else Text(f"  [{status}]", style="magenta")


def _told(number: int, noun: str, sources: tuple[str, ...]) -> str:
    outlets = wording.plural(len(sources), "independent source")
    return f"{wording.plural(number, noun)}, {outlets}" if sources else wording.plural(number, noun)


def _claim(stated: Stated[Report] | Stated[Relation]) -> tuple[str, ...]:
    item = stated.item
    return (
        wording.certainty(item.certainty.value),
        f"according to {wording.chain(item.attribution)}",
    )
