"""A record: many documents, one sourced account."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Self

from khaldun import situation as situations
from khaldun.errors import LockedRecordError, ReadOnlyRecordError, UsageError
from khaldun.record import (
    Account,
    Action,
    CodedDocument,
    Decision,
    Document,
    Problem,
    Selection,
)
from khaldun.situation import (
    WINDOW,
    LedgerEntry,
    Moment,
    Point,
    Resolution,
    Situation,
    Step,
    Theatre,
)
from khaldun.store import Finding, Store
from khaldun.workspace.accounting import account_of, situation_account
from khaldun.workspace.adding import (
    UNITED,
    Acknowledge,
    Adding,
    Addition,
    Additions,
    Outcome,
    additions_of,
)
from khaldun.workspace.deciding import Deciding, Judged, Said
from khaldun.workspace.identity import coder_digest
from khaldun.workspace.judgements import Judgements
from khaldun.workspace.lists import ALL, PAGE, Lists
from khaldun.workspace.page import Page
from khaldun.workspace.resolving import Resolving
from khaldun.workspace.sourcing import (
    coded_lines,
    coded_now,
    come_coded,
    of_documents,
    this_coder,
)


def open_record(path: str | Path, *, read_only: bool = False) -> "Record":
    """The record at `path`; a new one where there is none.

    Raises:
        StoreError: the file is no record, damaged, locked, or of a newer version.
    """
    record = Record(Store(path, read_only=read_only))
    if not read_only:
        with suppress(LockedRecordError, ReadOnlyRecordError):
            record.settle()
    return record


class Record(Lists):
    """A record that is open: lists, search and situations, adding, deciding, checking.

    Several processes may have one record open and write to it. A `Record` is for one thread.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._adding = Adding(store)
        self._deciding = Deciding(store)
        self._resolving = Resolving(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(
        self,
        sources: Iterable[str | Path],
        *,
        workers: int = 1,
        published: date | str | None = None,
        acknowledge: Acknowledge | None = None,
    ) -> Additions:
        """Read and code sources and add what they say; each document once.

        Sources are as for `Coder`, and files of coded documents as JSON Lines, which are taken
        as they are. A document that this coder has coded before is not coded again, so that a
        run that was broken off goes on where it stopped. `acknowledge` is called for each
        source once what it gave is durable. The record is the same in whatever order sources
        come and with any number of workers.

        Raises:
            UsageError: a call asks for what cannot be done.
            StoreError: the record cannot be written; what was acknowledged is in it.
        """
        named = list(sources)
        told = acknowledge or _tell_nobody
        lines = coded_lines((s for s in named if come_coded(s)), self.path)
        counts = self._adding.write(lines, told, together=UNITED)
        counts += self._code([s for s in named if not come_coded(s)], workers, published, told)
        self.settle()
        return additions_of(counts)

    def add_coded(
        self,
        documents: Iterable[CodedDocument | Problem],
        *,
        acknowledge: Acknowledge | None = None,
    ) -> Additions:
        """Add documents that were coded elsewhere, by whatever coder."""
        readings = of_documents(documents)
        counts = self._adding.write(readings, acknowledge or _tell_nobody, together=UNITED)
        self.settle()
        return additions_of(counts)

    def settle(self) -> None:
        """Resolve what was added but not yet resolved, by this process or one that was ended."""
        self._resolving.settle()

    def account(self, selection: Selection = ALL) -> Account:
        """Everything that a selection leaves, complete, in the order of ids."""
        return account_of(self._store, selection)

    def situation(
        self, on: date, *, theatre: Theatre | None = None, window: int = WINDOW
    ) -> Situation:
        """The situation on a day, as reported."""
        days = Selection(first_day=on - timedelta(days=window), last_day=on)
        account = situation_account(self._store, days)
        return situations.situation_on(account, on, theatre, window)

    def timeline(self, selection: Selection = ALL) -> tuple[Moment, ...]:
        """What happened, began, ended and was foretold, in the order of days."""
        return situations.timeline(
            Account(
                entities=tuple(self.actors(limit=None)),
                events=tuple(self.events(selection, limit=None)),
                ties=tuple(self.relations(selection, limit=None)),
                forecasts=tuple(self.forecasts(selection, limit=None)),
            )
        )

    def dyads(self, selection: Selection = ALL, *, step: Step = Step.MONTH) -> tuple[Point, ...]:
        """Counts and scores of each pair of actors, a week or a month at a time."""
        reports = tuple(self.reports(selection, limit=None))
        events = tuple(self.events(selection, limit=None))
        return situations.dyads(Account(reports=reports, events=events), step)

    def ledger(self, on: date, selection: Selection = ALL) -> tuple[LedgerEntry, ...]:
        """Every forecast made up to a day, and how it stands on that day."""
        account = Account(
            forecasts=tuple(self.forecasts(selection, limit=None)),
            events=tuple(self.events(limit=None)),
            ties=tuple(self.relations(limit=None)),
        )
        return situations.ledger(account, on, tuple(self._resolutions()))

    def decisions(
        self, record: str | None = None, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Judged]:
        """What people decided, of one record or of all, in the order that they did."""
        return self._deciding.page(record, limit, after)

    def accept(self, id: str, *, by: str, reason: str = "") -> Decision:  # noqa: A002
        """Say that a record is right."""
        return self._settled(self._deciding.judge(id, Action.ACCEPT, Said(by=by, reason=reason)))

    def reject(self, id: str, *, by: str, reason: str = "") -> Decision:  # noqa: A002
        """Say that a statement is not what its document says; it is listed no more."""
        return self._settled(self._deciding.judge(id, Action.REJECT, Said(by=by, reason=reason)))

    def correct(
        self,
        id: str,  # noqa: A002 - the record's own id
        field: str,
        value: str,
        *,
        by: str,
        reason: str = "",
    ) -> Decision:
        """Put another value (JSON) into a field of a statement."""
        said = Said(by=by, reason=reason)
        return self._settled(self._deciding.correct(id, field, value, said))

    def resolve(self, forecast: str, outcome: str, *, by: str, reason: str = "") -> Decision:
        """Say what became of a forecast: "hit", "miss" or "void"."""
        return self._deciding.resolve(forecast, outcome, Said(by=by, reason=reason))

    def merge(self, ids: Sequence[str], *, by: str, reason: str = "") -> Decision:
        """Say that actors, or events, are one."""
        return self._settled(self._deciding.merge(ids, Said(by=by, reason=reason)))

    def split(
        self,
        id: str,  # noqa: A002 - the record's own id
        others: Sequence[str],
        *,
        by: str,
        reason: str = "",
    ) -> Decision:
        """Say that these are not of this actor or event.

        Of an event, `others` are reports. Of an actor, they are actors of documents, as
        "document#actor" with the ids that `joinings` gives.
        """
        return self._settled(self._deciding.split(id, others, Said(by=by, reason=reason)))

    def undo(self, sequence: int, *, by: str, reason: str = "") -> Decision:
        """Take a decision back."""
        return self._settled(self._deciding.undo(sequence, Said(by=by, reason=reason)))

    def backup(self, path: str | Path) -> None:
        """Write a copy of the record as it is now to a new file."""
        self._store.backup(path)

    def verify(self) -> tuple[Finding, ...]:
        """What is wrong with the record: nothing, where it is sound."""
        return tuple(self._store.findings())

    def _settled(self, decision: Decision) -> Decision:
        self.settle()
        return decision

    def _code(
        self,
        sources: Sequence[str | Path],
        workers: int,
        published: date | str | None,
        acknowledge: Acknowledge,
    ) -> Counter[Outcome]:
        """Code what this coder has not coded yet, and write each document when it is coded."""
        if not sources:
            return Counter()
        if workers < 1:
            raise UsageError(f"{workers} workers cannot work; ask for one or more")
        counts: Counter[Outcome] = Counter()
        coder = coder_digest(this_coder())

        def known(location: str, document: Document) -> bool:
            addition = self._adding.known(document, location=location, coder=coder)
            if addition is not None:
                counts[addition.outcome] += 1
                acknowledge(addition)
            return addition is not None

        readings = coded_now(
            sources, record=self.path, workers=workers, published=published, known=known
        )
        return self._adding.write(readings, acknowledge) + counts

    def _resolutions(self) -> Iterator[Resolution]:
        undone = Judgements.read(self._store).undone
        for decision in self._store.decisions.after(0):
            if decision.action is Action.RESOLVE and decision.sequence not in undone:
                yield Resolution(
                    forecast=decision.record,
                    outcome=situations.Outcome(decision.after or ""),
                    decision=decision.sequence,
                )


def _tell_nobody(_: Addition) -> None:
    """Nobody waits for what is added."""
