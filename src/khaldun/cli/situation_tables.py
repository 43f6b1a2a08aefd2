"""Prints situations: each finding with its age and the words that say so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from khaldun.cli.console import console_for, print_wrapped, safe
from khaldun.cli.described import Describer
from khaldun.cli.lines import DIM, Quote, heading, quote_of
from khaldun.cli.rows import Cell, write_rows
from khaldun.exchange import wording
from khaldun.situation import (
    Control,
    Difference,
    Field,
    Grounds,
    Initiative,
    Situation,
    Standing,
    Tally,
)
from khaldun.workspace import Record
from khaldun.workspace.gathering import evidence

NOT_REPORTED = "not reported"
COLUMNS = (
    "day",
    "field",
    "subject_id",
    "subject",
    "object_id",
    "object",
    "value",
    "since",
    "seen",
    "age_days",
    "evidence",
)
DIFFERENCE_COLUMNS = ("field", "change", "of", "before", "after", "evidence")
_STANDINGS = (
    (Field.ALLIANCE, "alliances"),
    (Field.BACKING, "backing"),
    (Field.OPPOSITION, "opposition"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The ids that findings give as evidence, and those that they name."""

    evidence: tuple[str, ...]
    named: tuple[str, ...]


class Page:
    """Prints findings of one record, with the names and words of their evidence."""

    def __init__(self, record: Record, found: Findings, console: Console) -> None:
        self._console = console
        account = evidence(record, found.evidence)
        self.describer = Describer(account, record.names(found.named))
        self._events = {event.id: event for event in account.events}

    def title(self, title: str) -> None:
        """A heading with an empty line above it."""
        self._console.print()
        self._console.print(heading(title))

    def line(self, text: Text | str, quotes: Sequence[Quote] = ()) -> None:
        """A finding and the words that say so."""
        line = Text(text) if isinstance(text, str) else text
        print_wrapped(self._console, line, "  ", "      ")
        for quote in quotes:
            said = Text.assemble((f"{safe(quote.source)}: ", DIM), safe(quote.words))
            print_wrapped(self._console, said, "    │ ", "    │ ")

    def not_reported(self) -> None:
        """That there is no evidence for anything under a heading."""
        self.line(Text(NOT_REPORTED, style=DIM))

    def quotes(self, ids: Iterable[str], most: int = 1) -> tuple[Quote, ...]:
        """The words of the first statements among `ids`, or of the reports of events."""
        statements = (
            i
            for identifier in ids
            for i in (
                self._events[identifier].reports if identifier in self._events else (identifier,)
            )
        )
        found = (self.describer.statement(i) for i in dict.fromkeys(statements))
        return tuple(quote_of(stated) for stated in found if stated is not None)[:most]

    def events(self, ids: Iterable[str]) -> Iterator[tuple[Text, tuple[Quote, ...]]]:
        """The heads of the events among `ids`, with the words of one report each."""
        for identifier in ids:
            if identifier in self._events:
                line = self.describer.event(self._events[identifier])
                yield line.head, line.quotes


def print_situation(record: Record, situation: Situation) -> None:
    """Print a situation in full."""
    console = console_for()
    page = Page(record, _found(situation), console)
    place = situation.theatre.place
    where = page.describer.name(place) if place else situation.theatre.country or "everywhere"
    console.print(Text(f"Situation on {situation.day}", style="bold underline"))
    console.print(Text(f"{where}, window of {situation.window} days", style=DIM))
    _print_phases(page, situation)
    _print_initiative(page, situation.initiative)
    _print_control(page, situation.control)
    for field, name in _STANDINGS:
        _print_standings(page, field, getattr(situation, name))
    if situation.undated:
        number = wording.plural(len(situation.undated), "record")
        page.line(Text(f"without a date, and so left out: {number}", style=DIM))


def print_difference(
    record: Record, one: Situation, other: Situation, found: Sequence[Difference], form: str
) -> None:
    """Print or write what is different between two situations."""
    page = Page(record, _changed(found), console_for())
    if form != "table":
        write_rows(form, DIFFERENCE_COLUMNS, (_difference_row(page, change) for change in found))
        return
    page.line(Text(f"From {one.day} to {other.day}", style="bold underline"))
    if not found:
        page.line("nothing that is reported is different")
    for change in found:
        # What is new is proved by the later evidence, what is gone by the earlier.
        page.line(_difference_line(page, change), page.quotes(reversed(change.evidence)))


def write_situation(record: Record, situation: Situation, form: str) -> None:
    """Write a situation as rows, one a finding."""
    page = Page(record, _found(situation), console_for())
    write_rows(form, COLUMNS, _rows(page, situation))


def _found(situation: Situation) -> Findings:
    ties = (*situation.alliances, *situation.backing, *situation.opposition)
    grounds = [tie.grounds for tie in ties]
    grounds += [item.grounds for item in situation.control]
    grounds += [item.grounds for item in situation.phases]
    named = [i for tie in ties for i in (tie.subject, tie.target)]
    named += [i for held in situation.control for i in (held.place, held.holder, *held.others)]
    if situation.initiative is not None:
        grounds.append(situation.initiative.grounds)
        named += [tally.party for tally in situation.initiative.tallies]
    if situation.theatre.place:
        named.append(situation.theatre.place)
    evidence_of = tuple(i for ground in grounds for i in ground.evidence)
    return Findings(evidence=evidence_of, named=tuple(named))


def _changed(found: Sequence[Difference]) -> Findings:
    named = [i for c in found for i in (*c.of, c.before, c.after) if i is not None]
    evidence_of = tuple(i for change in found for i in change.evidence)
    return Findings(evidence=evidence_of, named=tuple(named))


def _print_phases(page: Page, situation: Situation) -> None:
    page.title("Phase")
    if not situation.phases:
        page.not_reported()
    for number, seen in enumerate(situation.phases):
        style = "bold" if number == 0 else DIM
        page.line(
            Text.assemble((seen.phase, style), (f"  {_age(seen.grounds)}", DIM)),
            page.quotes(reversed(seen.grounds.evidence)),
        )


def _print_initiative(page: Page, initiative: Initiative | None) -> None:
    page.title("Initiative")
    if initiative is None:
        page.not_reported()
        return
    holder = page.describer.name(initiative.holder) if initiative.holder else "contested"
    page.line(Text.assemble((holder, "bold"), (f"  {_age(initiative.grounds)}", DIM)))
    for tally in initiative.tallies:
        page.line(f"  {page.describer.name(tally.party)}: {tally.points:+d} ({_tally(tally)})")
    for head, _ in page.events(initiative.grounds.evidence):
        page.line(Text.assemble("  ", head))


def _tally(tally: Tally) -> str:
    counts = (
        (len(tally.attacks), "attack", "attacks"),
        (len(tally.gains), "place taken", "places taken"),
        (len(tally.losses), "place lost", "places lost"),
        (len(tally.retreats), "withdrawal", "withdrawals"),
    )
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)


def _print_control(page: Page, control: Sequence[Control]) -> None:
    page.title("Control")
    if not control:
        page.not_reported()
    for held in control:
        names = (page.describer.name(i) for i in held.others)
        before = f", before: {', '.join(names)}" if held.others else ""
        page.line(
            Text.assemble(
                (page.describer.name(held.place), "bold"),
                ": ",
                (page.describer.name(held.holder), "bold"),
                f" ({wording.certainty(held.certainty)}, since {held.since}{before})",
                (f"  {_age(held.grounds)}", DIM),
            ),
            page.quotes(held.grounds.evidence),
        )


def _print_standings(page: Page, field: Field, standings: Sequence[Standing]) -> None:
    page.title(field)
    if not standings:
        page.not_reported()
    for item in standings:
        means = [m.value for m in item.means]
        disputed = ", disputed" if item.disputed else ""
        page.line(
            Text.assemble(
                page.describer.between(item.type, item.subject, item.target, means),
                f" ({wording.certainty(item.certainty)}, since {item.since}{disputed})",
                (f"  {_age(item.grounds)}", DIM),
            ),
            page.quotes(item.grounds.evidence),
        )


def _age(grounds: Grounds) -> str:
    ago = "that day" if grounds.age == 0 else f"{wording.plural(grounds.age, 'day')} before"
    return f"as of {grounds.seen}, {ago}"


def _difference_line(page: Page, change: Difference) -> Text:
    of = " – ".join(page.describer.name(i) for i in change.of)
    said = [page.describer.name(value) for value in (change.before, change.after) if value]
    what = f"{change.field} {change.change}"
    return Text.assemble((what, "bold"), f"  {of}" if of else "", f": {' → '.join(said)}")


def _difference_row(page: Page, change: Difference) -> list[Cell]:
    of = [page.describer.name(i) for i in change.of]
    before, after = (page.describer.name(v) if v else None for v in (change.before, change.after))
    return [change.field.value, change.change.value, of, before, after, list(change.evidence)]


def _rows(page: Page, situation: Situation) -> Iterator[list[Cell]]:
    name, day = page.describer.name, situation.day
    for field, attribute in _STANDINGS:
        for item in getattr(situation, attribute):
            parties = [item.subject, name(item.subject), item.target, name(item.target)]
            means = ", ".join(item.means)
            yield [day, field.value, *parties, means, item.since, *_grounds(item.grounds)]
    for held in situation.control:
        parties = [held.holder, name(held.holder), held.place, name(held.place)]
        value = held.certainty.value
        yield [day, Field.CONTROL.value, *parties, value, held.since, *_grounds(held.grounds)]
    if situation.initiative is not None:
        holder = situation.initiative.holder
        who: list[Cell] = [holder, name(holder) if holder else "contested", None, None]
        yield [
            day, Field.INITIATIVE.value, *who, None, None, *_grounds(situation.initiative.grounds)
        ]  # fmt: skip
    nobody: list[Cell] = [None, None, None, None]
    for seen in situation.phases:
        yield [day, Field.PHASE.value, *nobody, seen.phase.value, None, *_grounds(seen.grounds)]


def _grounds(grounds: Grounds) -> list[Cell]:
    return [grounds.seen, grounds.age, list(grounds.evidence)]
