"""Prints the timeline, one moment a line."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from khaldun.cli.console import console_for, print_wrapped, safe
from khaldun.cli.described import Describer
from khaldun.cli.lines import DIM
from khaldun.cli.listing import say_nothing_fits
from khaldun.cli.rows import Cell, write_rows
from khaldun.exchange import wording
from khaldun.record import Account, Event, Tie
from khaldun.situation import Moment, MomentKind
from khaldun.workspace import Record
from khaldun.workspace.gathering import evidence

COLUMNS = ("earliest", "latest", "kind", "record_id", "what")
_WORDS = {
    MomentKind.TIE_BEGAN: "began: ",
    MomentKind.TIE_ENDED: "ended: ",
    MomentKind.FORECAST_MADE: "foretold: ",
    MomentKind.FORECAST_DUE: "due: ",
}


def show_timeline(record: Record, shown: Sequence[Moment], form: str) -> None:
    """Print or write moments in the order given."""
    said = _Said(evidence(record, (moment.record for moment in shown)))
    if form != "table":
        write_rows(form, COLUMNS, _rows(shown, said))
        return
    if not shown:
        say_nothing_fits()
    console = console_for()
    width = max((len(_when(moment)) for moment in shown), default=0)
    for moment in shown:
        when = f"{_when(moment):<{width}}  "
        print_wrapped(console, said.of(moment), when, " " * (width + 2))


class _Said:
    """What moments are of, in words."""

    def __init__(self, account: Account) -> None:
        self._describer = Describer(account)
        self._events = {event.id: event for event in account.events}
        self._ties = {tie.id: tie for tie in account.ties}

    def of(self, moment: Moment) -> Text:
        """The words for one moment; the id of what is no longer there."""
        words = Text(_WORDS.get(moment.kind, ""), style=DIM)
        if moment.record in self._events:
            return Text.assemble(words, self._event(self._events[moment.record]))
        if moment.record in self._ties:
            return Text.assemble(words, self._tie(self._ties[moment.record]))
        stated = self._describer.statement(moment.record)
        quote = getattr(stated.item, "statement", stated.item.evidence) if stated else None
        return Text.assemble(words, safe(quote.quote) if quote else moment.record)

    def _event(self, event: Event) -> Text:
        return self._describer.happening(event)

    def _tie(self, tie: Tie) -> Text:
        means = [m.value for m in tie.means]
        return self._describer.between(tie.type, tie.subject, tie.target, means)


def _when(moment: Moment) -> str:
    return wording.days(moment.earliest, moment.latest)


def _rows(moments: Sequence[Moment], said: _Said) -> Iterator[list[Cell]]:
    for moment in moments:
        what = said.of(moment).plain
        yield [moment.earliest, moment.latest, moment.kind.value, moment.record, what]
