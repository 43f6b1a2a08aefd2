"""Prints how one sentence was read: tree, findings, rules, records, losses."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from khaldun.cli.console import print_wrapped, safe
from khaldun.coding.confidence import Part, cases_of, parts_of
from khaldun.coding.draft import Draft, Event, Predicate
from khaldun.coding.syntax import Sentence, Word
from khaldun.exchange import wording
from khaldun.record import Forecast, Relation, Report, Span
from khaldun.workspace import Explanation


def print_sentences(console: Console, sentences: Sequence[Span]) -> None:
    """Print sentences with their numbers."""
    for number, sentence in enumerate(sentences, start=1):
        print_wrapped(console, Text(safe(sentence.quote)), f"{number:>4}  ", " " * 6)


def print_explanation(console: Console, explanation: Explanation) -> None:
    """Print everything that the chain found in the sentence."""
    draft, sentence = explanation.draft, explanation.sentence
    quote = safe(draft.document.text[sentence.start : sentence.end])
    console.print(Text(f"Sentence {sentence.index + 1}", style="bold"))
    print_wrapped(console, Text(quote, style="italic"), "", "")
    console.print()
    console.print(_tree(sentence.root))
    for title, lines in _sections(draft, sentence):
        found = list(lines)
        if found:
            console.print(Text(f"\n{title}", style="bold"))
            for line in found:
                print_wrapped(console, Text(safe(line)), "  ", "      ")


def _tree(root: Word) -> Tree:
    """The dependency tree; a word's place in the line shows whether it stands left or right."""
    tree = Tree(_node(root))
    queue = [(root, tree)]
    for word, branch in queue:
        queue.extend((child, branch.add(_node(child))) for child in word.children)
    return tree


def _node(word: Word) -> Text:
    return Text.assemble(
        (safe(word.text), "bold"),
        ("  ", ""),
        (word.dep, "cyan"),
        (f"  {word.pos} {word.tag}  {safe(word.lemma)}", "dim"),
        (f"  {word.entity}" if word.entity else "", "magenta"),
    )


def _sections(draft: Draft, sentence: Sentence) -> Iterator[tuple[str, Iterable[str]]]:
    within = _within(sentence)
    names = {actor.id: actor.name for actor in draft.actors}
    names |= {place.id: place.name for place in draft.places}
    yield "Actors", _actors(draft, within, names)
    yield "Places", _places(draft, within)
    yield "Times", _times(draft, within)
    yield "Predicates", (_predicate(p) for p in draft.predicates if _stands(p.trigger, sentence))
    yield (
        "Rules that fired",
        (_event(event, names) for event in draft.events if _stands(event.trigger, sentence)),
    )
    yield "Who says it", _frames(draft, sentence)
    yield "Events", (_report(r, names) for r in draft.reports if within(r.trigger))
    yield "How sure the coder is", _sureness(draft, [r for r in draft.reports if within(r.trigger)])
    yield "Relations", (_relation(r, names) for r in draft.relations if within(r.evidence))
    yield "Forecasts", (_forecast(f) for f in draft.forecasts if within(f.evidence))
    yield "Without a type", (u.trigger.quote for u in draft.unclassified if within(u.trigger))
    yield (
        "Dropped",
        (f"“{d.span.quote}”: {d.reason} ({d.stage})" for d in draft.dropped if within(d.span)),
    )


def _within(sentence: Sentence) -> Callable[[Span], bool]:
    """Whether a span shares a character with the sentence."""
    return lambda span: span.start < sentence.end and sentence.start < span.end


def _stands(word: Word, sentence: Sentence) -> bool:
    return word.sentence == sentence.index


def _actors(draft: Draft, within: Callable[[Span], bool], names: dict[str, str]) -> Iterator[str]:
    reasons = {(j.actor, j.span): j.reason for j in draft.joinings}
    for actor in draft.actors:
        for mention in actor.mentions:
            if within(mention.span):
                reason = reasons.get((actor.id, mention.span), "named")
                known = " ".join(fact for fact in (actor.country, actor.sector) if fact)
                yield f"“{mention.span.quote}” is {names[actor.id]} [{known or '?'}]: {reason}"


def _places(draft: Draft, within: Callable[[Span], bool]) -> Iterator[str]:
    for place in draft.places:
        if any(within(span) for span in place.mentions):
            facts = ", ".join(fact for fact in (place.kind, place.country) if fact)
            point = "" if place.latitude is None else f" at {place.latitude}, {place.longitude}"
            yield f"{place.name} ({facts or 'not in the gazetteer'}){point}"


def _times(draft: Draft, within: Callable[[Span], bool]) -> Iterator[str]:
    for time in draft.times:
        if within(time.span):
            value = " ".join(part for part in (time.timex.value, time.timex.mod) if part)
            days = wording.days(time.earliest, time.latest)
            yield f"“{time.span.quote}”: {time.timex.type} {value}, {days}"


def _predicate(predicate: Predicate) -> str:
    arguments = ", ".join(
        f"{a.role} {f'({a.preposition}) ' if a.preposition else ''}“{a.word.text}”"
        for a in predicate.arguments
    )
    particle = f" {predicate.particle}" if predicate.particle else ""
    return f"{predicate.trigger.text}{particle} [{predicate.construction}] {arguments}".rstrip()


def _event(event: Event, names: dict[str, str]) -> str:
    kind = " ".join([event.type, *event.modes])
    who = ", ".join(names.get(i, i) for i in event.actors) or "somebody"
    whom = ", ".join(names.get(i, i) for i in event.recipients)
    construction = event.predicate.construction
    target = f" → {whom}" if whom else ""
    return f"{event.entry} on “{event.trigger.text}” ({construction}): {who} {kind}{target}"


def _frames(draft: Draft, sentence: Sentence) -> Iterator[str]:
    for frame in draft.frames:
        if _stands(frame.cue, sentence):
            said = "; ".join(f"“{content.quote}”" for content in frame.contents)
            yield f"{frame.holder or 'a source'} [{frame.kind}] “{frame.cue_span.quote}”: {said}"


def _report(report: Report, names: dict[str, str]) -> str:
    who = ", ".join(names[i] for i in report.actors) or "somebody"
    whom = ", ".join(names[i] for i in report.recipients)
    kind = " ".join([report.type, *report.modes])
    sure = wording.certainty(report.certainty.value)
    when, rule = wording.when(report.when), report.rule or "no rule named"
    target = f" → {whom}" if whom else ""
    where = f", in {names[report.place]}" if report.place else ""
    said = wording.chain(report.attribution)
    return (
        f"{report.id}: {who} {kind}{target}, {report.status}, {when}{where}, {sure}, "
        f"according to {said} [{rule}]"
    )


def _sureness(draft: Draft, reports: Iterable[Report]) -> Iterator[str]:
    """The confidence of each report, and what speaks for and against it."""
    cases = cases_of(draft)
    for report in reports:
        parts = "; ".join(_part(part) for part in parts_of(cases[report.id]))
        yield f"{report.id}: {report.confidence:.2f} that type and parties are right. {parts}"


def _part(part: Part) -> str:
    reasons = ", ".join(f"{reason} {weight:+.2f}" for reason, weight in part.reasons)
    return f"{part.name} {part.probability:.2f}{f' ({reasons})' if reasons else ''}"


def _relation(relation: Relation, names: dict[str, str]) -> str:
    sides = f"{names[relation.subject]} {relation.type} {names[relation.target]}"
    return f"{relation.id}: {sides}, {wording.relation_when(relation)} [{relation.rule}]"


def _forecast(forecast: Forecast) -> str:
    chance = wording.probability(forecast.probability)
    return f"{forecast.id}: “{forecast.statement.quote}”, {chance} [{forecast.rule}]"
