"""The table format: a coded document as an analyst reads it, line by line.

Each line says who did what to whom; under it when, where and how many, then how sure and
according to whom, then the sentence that says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.console import Console
from rich.text import Text

from khaldun.cli.console import colour_of, print_wrapped, safe
from khaldun.coding.draft import Joining
from khaldun.exchange import wording
from khaldun.record import (
    Actor,
    Attribution,
    Certainty,
    CodedDocument,
    Factuality,
    Forecast,
    Relation,
    Report,
    Span,
    Status,
)
from khaldun.review import LOW_CONFIDENCE

MARGIN = 5
_DIM = "dim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the ledger: its head, what stands under it, and where it is read from."""

    head: Text
    details: Text
    evidence: Span
    triggers: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()


def print_ledger(console: Console, coded: CodedDocument) -> None:
    """Print all records of one document."""
    names = _Names(coded)
    _print_header(console, coded)
    _print_entries(console, "Events", [_report_entry(r, names) for r in coded.reports])
    _print_entries(console, "Relations", [_relation_entry(r, names) for r in coded.relations])
    _print_entries(console, "Forecasts", [_forecast_entry(f, names) for f in coded.forecasts])
    print_actors(console, coded.actors)
    _print_unclassified(console, coded, names)
    for warning in coded.warnings:
        console.print(Text(f"note: {safe(warning)}", style="yellow"))


def print_actors(
    console: Console, actors: Sequence[Actor], joinings: Sequence[Joining] = ()
) -> None:
    """Print actors, one a paragraph; under each, why words were joined to it."""
    if not actors:
        return
    _print_heading(console, "Actors", len(actors))
    names = {actor.id: safe(actor.name) for actor in actors}
    for actor in actors:
        print_wrapped(console, _actor_line(actor, names), "  ", "      ")
        for joining in joinings:
            if joining.actor == actor.id:
                reason = f"“{safe(joining.span.quote)}”: {safe(joining.reason)}"
                print_wrapped(console, Text(reason, style=_DIM), "      ", "        ")


class _Names:
    """What the ids of one coded document stand for."""

    def __init__(self, coded: CodedDocument) -> None:
        self._names = {actor.id: safe(actor.name) for actor in coded.actors}
        self._names |= {place.id: safe(place.name) for place in coded.places}

    def one(self, identifier: str) -> str:
        return self._names[identifier]

    def many(self, ids: Iterable[str], nobody: str = "") -> Text:
        joined = Text(", ").join(Text(self._names[i], style="bold") for i in ids)
        return joined if joined else Text(nobody, style=_DIM)


def _print_header(console: Console, coded: CodedDocument) -> None:
    document = coded.document
    console.print(Text(safe(wording.title(document)), style="bold underline"))
    facts = [safe(fact) for fact in (document.byline, document.publisher, document.url) if fact]
    console.print(Text(" · ".join([*facts, wording.published(document.published)]), style=_DIM))
    console.print(Text(wording.tally(coded), style=_DIM))


def _print_heading(console: Console, title: str, number: int) -> None:
    console.print()
    console.print(Text.assemble((title.upper(), "bold"), (f"  {number}", _DIM)))


def _print_entries(console: Console, title: str, entries: Sequence[Entry]) -> None:
    """Print entries with numbers; a sentence that neighbours share is printed once, after them."""
    if not entries:
        return
    _print_heading(console, title, len(entries))
    numbered = enumerate(entries, start=1)
    for evidence, group in groupby(numbered, key=lambda pair: pair[1].evidence):
        sharing = list(group)
        for number, entry in sharing:
            print_wrapped(console, entry.head, f"{number:>3}  ", " " * (MARGIN + 2))
            print_wrapped(console, entry.details, " " * MARGIN, " " * (MARGIN + 2))
        _print_evidence(console, evidence, [entry for _, entry in sharing])


def _print_evidence(console: Console, evidence: Span, entries: Sequence[Entry]) -> None:
    quote = Text(safe(evidence.quote), style="italic" if console.is_terminal else "")
    for entry in entries:
        _emphasise(quote, evidence, entry.cues, "yellow")
        _emphasise(quote, evidence, entry.triggers, "bold underline")
    bar = " " * MARGIN + "│ "
    print_wrapped(console, quote, bar, bar)


def _emphasise(quote: Text, evidence: Span, spans: Iterable[Span], style: str) -> None:
    for span in spans:
        if evidence.covers(span):
            quote.stylize(style, span.start - evidence.start, span.end - evidence.start)


def _report_entry(report: Report, names: _Names) -> Entry:
    return Entry(
        head=_report_head(report, names),
        details=_report_details(report, names),
        evidence=report.evidence,
        triggers=(report.trigger,),
        cues=_cues(report.certainty, report.attribution),
    )


def _report_head(report: Report, names: _Names) -> Text:
    what = " ".join([report.type, *report.modes])
    line = Text.assemble(
        names.many(report.actors, "somebody"),
        " ",
        (what, f"bold {colour_of(report.type)}"),
    )
    if report.recipients:
        line = Text.assemble(line, " → ", names.many(report.recipients))
    if report.status is not Status.HAPPENED:
        line = Text.assemble(line, (f"  [{report.status}]", "magenta"))
    return Text.assemble(line, (f"  “{safe(report.trigger.quote)}”", _DIM))


def _report_details(report: Report, names: _Names) -> Text:
    facts = [wording.when(report.when)]
    if report.place:
        facts.append(f"in {names.one(report.place)}")
    if report.instrument:
        facts.append(f"with {safe(report.instrument)}")
    facts.extend(safe(wording.count(quantity)) for quantity in report.quantities)
    claim = _claim(report.certainty, report.attribution)
    return _dotted(*map(Text, facts), claim, *_doubt(report.confidence))


def _doubt(confidence: float | None) -> Iterator[Text]:
    """How sure the coder is, where it is less than half sure."""
    if confidence is not None and confidence < LOW_CONFIDENCE:
        yield Text(wording.confidence(confidence), style="red")


def _relation_entry(relation: Relation, names: _Names) -> Entry:
    head = Text.assemble(
        (names.one(relation.subject), "bold"),
        (f" {relation.type.replace('_', ' ')} ", "bold blue"),
        (names.one(relation.target), "bold"),
    )
    if relation.means:
        means = ", ".join(m.replace("_", " ") for m in relation.means)
        head = Text.assemble(head, f" ({means})")
    return Entry(
        head=head,
        details=_dotted(
            Text(wording.relation_when(relation)), _claim(relation.certainty, relation.attribution)
        ),
        evidence=relation.evidence,
        cues=_cues(relation.certainty, relation.attribution),
    )


def _forecast_entry(forecast: Forecast, names: _Names) -> Entry:
    chance = wording.probability(forecast.probability)
    cue = forecast.probability.cue
    details = [Text(f"{chance} (“{safe(cue.quote)}”)" if cue else chance, style="yellow")]
    if forecast.condition:
        details.append(Text(f"on condition: {safe(forecast.condition.quote)}"))
    details.append(Text(f"horizon: {wording.when(forecast.horizon)}"))
    details.append(Text(f"according to {safe(wording.chain(forecast.attribution))}"))
    about = names.many(forecast.subjects)
    said = Text(safe(forecast.statement.quote), style="magenta")
    return Entry(
        head=Text.assemble(about, ": ", said) if about else said,
        details=_dotted(*details),
        evidence=forecast.evidence,
        triggers=(forecast.statement,),
        cues=(cue,) if cue else (),
    )


def _dotted(*facts: Text) -> Text:
    return Text(" · ", style="dim").join(facts)


def _claim(certainty: Certainty, attribution: tuple[Attribution, ...]) -> Text:
    """How sure, with the cue, and according to whom."""
    sure = certainty.value is Factuality.CERTAIN
    quoted = ", ".join(f"“{safe(cue.quote)}”" for cue in certainty.cues)
    return Text.assemble(
        (wording.certainty(certainty.value), "green" if sure else "yellow"),
        f" ({quoted})" if quoted else "",
        f", according to {safe(wording.chain(attribution))}",
    )


def _cues(certainty: Certainty, attribution: tuple[Attribution, ...]) -> tuple[Span, ...]:
    return (*certainty.cues, *(link.cue for link in attribution))


def _actor_line(actor: Actor, names: dict[str, str]) -> Text:
    facts = [actor.country, actor.sector, "person" if actor.person else None]
    known = " ".join(safe(fact) for fact in facts if fact)
    aliases = ", ".join(safe(alias) for alias in actor.aliases)
    offices = "; ".join(_offices(actor, names))
    return Text.assemble(
        (safe(actor.name), "bold"),
        (f"  {known}" if known else "", "cyan"),
        (f"  ×{len(actor.mentions)}", _DIM),
        f"  also: {aliases}" if aliases else "",
        f"  office: {offices}" if offices else "",
    )


def _offices(actor: Actor, names: dict[str, str]) -> Iterator[str]:
    for office in actor.offices:
        title = safe(office.title)
        yield f"{title} of {names[office.of]}" if office.of else title


def _print_unclassified(console: Console, coded: CodedDocument, names: _Names) -> None:
    if not coded.unclassified:
        return
    _print_heading(console, "Without a type", len(coded.unclassified))
    for item in coded.unclassified:
        who = names.many(item.actors, "somebody")
        line = Text.assemble(who, f" “{safe(item.trigger.quote)}”")
        if item.recipients:
            line = Text.assemble(line, " → ", names.many(item.recipients))
        print_wrapped(console, line, "  ", "      ")
