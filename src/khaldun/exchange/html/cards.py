"""The right side of the page: a card a record, each linked to its place in the text."""

from collections.abc import Iterable

from khaldun.exchange import wording
from khaldun.exchange.html.markup import EMPTY, Markup, element, join, text
from khaldun.record import (
    Actor,
    Attribution,
    Certainty,
    CodedDocument,
    Factuality,
    Forecast,
    Office,
    Relation,
    Report,
    Span,
    Status,
    Unclassified,
    When,
)


def record_panel(coded: CodedDocument, prefix: str) -> Markup:
    """All records of the document; ids of the page start with `prefix`."""
    cards = _Cards(coded, prefix)
    return element(
        "div",
        _section("Events", [cards.report(i, r) for i, r in enumerate(coded.reports)]),
        _section("Relations", [cards.relation(i, r) for i, r in enumerate(coded.relations)]),
        _section("Forecasts", [cards.forecast(i, f) for i, f in enumerate(coded.forecasts)]),
        _section("Actors", [cards.actor(i, a) for i, a in enumerate(coded.actors)]),
        _section("Without a type", [cards.unclassified(u) for u in coded.unclassified]),
        _section("Warnings", [element("p", text(warning)) for warning in coded.warnings]),
        class_="records",
    )


def _section(title: str, cards: list[Markup]) -> Markup:
    if not cards:
        return EMPTY
    heading = element("h3", text(f"{title} "), element("small", text(len(cards))))
    return element("section", heading, *cards)


class _Cards:
    """Makes the cards of one coded document."""

    def __init__(self, coded: CodedDocument, prefix: str) -> None:
        self._prefix = prefix
        self._places = {place.id: place.name for place in coded.places}
        self._names = {actor.id: actor.name for actor in coded.actors} | self._places
        self._numbers = {actor.id: index for index, actor in enumerate(coded.actors)}
        self._times = {time.id: time.span for time in coded.times}
        self._named = {place.id: place.mentions for place in coded.places}
        self._named |= {a.id: tuple(m.span for m in a.mentions) for a in coded.actors}

    def report(self, index: int, report: Report) -> Markup:
        what = " ".join([report.type, *report.modes])
        counts = "; ".join(wording.count(quantity) for quantity in report.quantities)
        place = self._names[report.place] if report.place else None
        within = report.evidence
        return self._card(
            f"r{index}",
            "event",
            self._who(report.actors, what, report.recipients, (within, report.trigger)),
            _field("when", wording.when(report.when), self._time(report.when)),
            _field("where", place, self._words_of(report.place, within)),
            _field("with", report.instrument),
            _field("how many", counts, [quantity.span for quantity in report.quantities]),
            _field("status", None if report.status is Status.HAPPENED else report.status),
            _claim(report.certainty, report.attribution),
            self._quote(f"r{index}", report.evidence, report.trigger),
            _rule(report.rule, report.confidence),
        )

    def relation(self, index: int, relation: Relation) -> Markup:
        what = relation.type.replace("_", " ")
        return self._card(
            f"l{index}",
            "relation",
            self._who([relation.subject], what, [relation.target], (relation.evidence,)),
            _field("with", ", ".join(m.replace("_", " ") for m in relation.means)),
            _field("when", wording.relation_when(relation), self._time(relation.when)),
            _claim(relation.certainty, relation.attribution),
            self._quote(f"l{index}", relation.evidence),
            _rule(relation.rule, relation.confidence),
        )

    def forecast(self, index: int, forecast: Forecast) -> Markup:
        condition, cue = forecast.condition, forecast.probability.cue
        chance = wording.probability(forecast.probability)
        return self._card(
            f"f{index}",
            "forecast",
            self._who(forecast.subjects, "forecast", [], (forecast.evidence, forecast.statement)),
            element(
                "p",
                text(forecast.statement.quote),
                class_="statement",
                data_words=_places([forecast.statement]),
            ),
            _field(
                "how likely", f"{chance} (“{cue.quote}”)" if cue else chance, [cue] if cue else []
            ),
            _field("if", condition.quote if condition else None, [condition] if condition else []),
            _field("horizon", wording.when(forecast.horizon), self._time(forecast.horizon)),
            _said(forecast.attribution),
            self._quote(f"f{index}", forecast.evidence, forecast.statement),
            _rule(forecast.rule, forecast.confidence),
        )

    def actor(self, index: int, actor: Actor) -> Markup:
        kind = "person" if actor.person else None
        facts = [fact for fact in (actor.country, actor.sector, kind) if fact]
        inferred = sum(mention.inferred for mention in actor.mentions)
        mentions = wording.plural(len(actor.mentions), "mention")
        return self._card(
            f"a{index}",
            "actor",
            element("p", element("b", text(actor.name)), text(" "), *_badges(facts)),
            _field("also", ", ".join(actor.aliases)),
            _field("office", "; ".join(map(self._office, actor.offices))),
            _field("named in", f"{mentions}, {inferred} inferred" if inferred else mentions),
        )

    def unclassified(self, item: Unclassified) -> Markup:
        return element(
            "article",
            self._who(item.actors, item.trigger.quote, item.recipients, (item.trigger,)),
            class_="card unclassified",
        )

    def _office(self, office: Office) -> str:
        return f"{office.title}, {self._names[office.of]}" if office.of else office.title

    def _card(self, key: str, kind: str, *content: Markup) -> Markup:
        return element("article", *content, class_=f"card {kind}", id=f"{self._prefix}{key}")

    def _who(
        self, actors: Iterable[str], what: str, recipients: Iterable[str], spans: tuple[Span, ...]
    ) -> Markup:
        """Who did what to whom; `spans` are the evidence and the words that say what."""
        within, said = spans[0], spans[-1]
        subject = self._links(actors, within) or element("i", text("somebody"))
        target = self._links(recipients, within)
        badge = element("b", text(what), class_="badge", data_words=_places([said]))
        arrow = [text(" → "), target] if target else []
        return element("p", subject, text(" "), badge, *arrow, class_="who")

    def _links(self, ids: Iterable[str], within: Span) -> Markup:
        return join([self._link(identifier, within) for identifier in ids], ", ")

    def _link(self, identifier: str, within: Span) -> Markup:
        name = text(self._names[identifier])
        words = _places(self._words_of(identifier, within))
        if identifier not in self._numbers:
            return element("span", name, data_words=words)
        href = f"#{self._prefix}a{self._numbers[identifier]}"
        return element("a", name, href=href, data_words=words)

    def _words_of(self, identifier: str | None, within: Span) -> list[Span]:
        """Where an actor or a place is named: in the evidence, else wherever it is."""
        everywhere = self._named.get(identifier or "", ())
        return [span for span in everywhere if within.covers(span)] or list(everywhere)

    def _time(self, when: When) -> list[Span]:
        return [self._times[when.time]] if when.time in self._times else []

    def _quote(self, key: str, evidence: Span, strong: Span | None = None) -> Markup:
        return element(
            "a",
            element("q", *_emphasised(evidence, strong)),
            href=f"#{self._prefix}{key}-text",
            class_="quote",
        )


def _emphasised(evidence: Span, strong: Span | None) -> list[Markup]:
    if strong is None or not evidence.covers(strong):
        return [text(evidence.quote)]
    start, end = strong.start - evidence.start, strong.end - evidence.start
    quote = evidence.quote
    return [text(quote[:start]), element("b", text(quote[start:end])), text(quote[end:])]


def _badges(facts: list[str]) -> list[Markup]:
    return [element("span", text(fact), class_="tag") for fact in facts]


def _places(spans: Iterable[Span]) -> str | None:
    """Where the words of a field stand in the text, in code points, for a script to light up."""
    return " ".join(f"{span.start}-{span.end}" for span in spans) or None


def _field(name: str, value: str | None, spans: Iterable[Span] = ()) -> Markup:
    if not value:
        return EMPTY
    label = element("span", text(f"{name} "), class_="label")
    return element("p", label, text(value), text(" "), class_="fact", data_words=_places(spans))


def _claim(certainty: Certainty, attribution: tuple[Attribution, ...]) -> Markup:
    cues = ", ".join(f"“{cue.quote}”" for cue in certainty.cues)
    word = element("span", text(wording.certainty(certainty.value)), class_=_sure(certainty.value))
    said = [element("span", text("how sure "), class_="label"), word]
    if cues:
        said.append(text(f" ({cues})"))
    said.append(text(" "))
    fact = element("p", *said, class_="fact", data_words=_places(certainty.cues))
    return join([fact, _said(attribution)])


def _said(attribution: tuple[Attribution, ...]) -> Markup:
    return _field("according to", wording.chain(attribution), [link.cue for link in attribution])


def _sure(value: Factuality) -> str:
    if value is Factuality.CERTAIN:
        return "sure"
    return "denied" if value.endswith("-") else "unsure"


def _rule(rule: str | None, confidence: float | None) -> Markup:
    told = [f"rule {rule}" if rule else "", wording.confidence(confidence)]
    facts = [fact for fact in told if fact]
    return element("p", text(" · ".join(facts)), class_="rule") if facts else EMPTY
