"""A record: many documents, one sourced account."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from khaldun.errors import StoreError, UsageError
from khaldun.record import (
    Account,
    Action,
    CodedDocument,
    Decision,
    Document,
    Problem,
    Selection,
    Stated,
)
from khaldun.store import Finding, Store
from khaldun.workspace.accounting import account_of
from khaldun.workspace.additions import (
    UNITED,
    Acknowledge,
    Addition,
    Additions,
    Outcome,
    additions_of,
)
from khaldun.workspace.lists import ALL, PAGE, Lists

# What only some calls need is imported by them, so that a list is shown at once.
if TYPE_CHECKING:
    from khaldun.exchange.problems import Written
    from khaldun.situation import LedgerEntry, Moment, Point, Situation, State, Step, Theatre
    from khaldun.workspace.adding import Adding
    from khaldun.workspace.deciding import Deciding, Judged, Said
    from khaldun.workspace.page import Page
    from khaldun.workspace.resolving import Resolving
    from khaldun.workspace.reviewing import Review


def open_record(path: str | Path, *, read_only: bool = False) -> "Record":
    """The record at `path`; a new one where there is none, unless it is only to be read.

    What a process that was ended has added but not resolved is resolved now, and a record of
    an older schema brought up to date, unless another process is writing.

    Raises:
        StoreError: the file is no record, damaged, locked, or of a newer version.
    """
    store = Store(path, read_only=read_only)
    record = Record(store)
    if store.is_outdated or not record.is_settled():
        with suppress(StoreError), Record(Store(path, patience=0)) as settling:
            settling.settle()
    return record


class Record(Lists):
    """A record that is open: lists, search and situations, adding, deciding, checking.

    Several processes may have one record open and write to it. A `Record` is for one thread.
    """

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
        from khaldun.workspace.sourcing import coded_lines, come_coded

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
        together: int = UNITED,
    ) -> Additions:
        """Add documents that were coded elsewhere, `together` in one transaction."""
        from khaldun.workspace.sourcing import of_documents

        readings = of_documents(documents)
        counts = self._adding.write(readings, acknowledge or _tell_nobody, together=together)
        self.settle()
        return additions_of(counts)

    def is_settled(self) -> bool:
        """Whether everything that was added is resolved."""
        return self._store.settling.settled()

    def settle(self) -> None:
        """Resolve what was added but not yet resolved, by this process or one that was ended."""
        if not self.is_settled():
            self._resolving.settle()

    def account(self, selection: Selection = ALL) -> Account:
        """Everything that a selection leaves, complete, in the order of ids."""
        return account_of(self._store, selection)

    def export(
        self, form: str, selection: Selection = ALL, *, table: str | None = None
    ) -> "Written":
        """The account in a format, with problems for what the format could not hold.

        Raises:
            UsageError: there is no such format or table.
        """
        from khaldun.exchange.formats import export

        return export(self.account(selection), form, table=table)

    def import_file(
        self,
        path: str | Path,
        form: str,
        *,
        mapping: bytes | None = None,
        acknowledge: Acknowledge | None = None,
    ) -> Additions:
        """Add the rows of a data set, or of a table of one's own with a mapping.

        Raises:
            UsageError: there is no such format, or no such file.
            FormatError: the file is not in this format.
        """
        from khaldun.exchange.formats import read

        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror}") from error
        rows = read(data, form, name=Path(path).name, mapping=mapping)
        return self.add_coded(rows, acknowledge=acknowledge)

    def situation(
        self, on: date, *, theatre: "Theatre | None" = None, window: int | None = None
    ) -> "Situation":
        """The situation on a day, as reported; `window` is the days before it that tell."""
        from khaldun.workspace.situations import situation_on

        return situation_on(self, on, theatre, window)

    def timeline(self, selection: Selection = ALL) -> "tuple[Moment, ...]":
        """What happened, began, ended and was foretold, in the order of days."""
        from khaldun.workspace.situations import timeline

        return timeline(self, selection)

    def dyads(
        self, selection: Selection = ALL, *, step: "Step | None" = None
    ) -> "tuple[Point, ...]":
        """Counts and scores of each pair of actors, a week or (by default) a month at a time."""
        from khaldun.situation import Step
        from khaldun.workspace.situations import dyads

        return dyads(self, selection, step or Step.MONTH)

    def ledger(self, on: date, selection: Selection = ALL) -> "tuple[LedgerEntry, ...]":
        """Every forecast made up to a day, and how it stands on that day."""
        from khaldun.workspace.situations import ledger

        return ledger(self, self._store, on, selection)

    def ledger_page(
        self,
        on: date,
        selection: Selection = ALL,
        *,
        state: "State | None" = None,
        limit: int = PAGE,
        after: str | None = None,
    ) -> "Page[LedgerEntry]":
        """A page of `ledger`, by the day on which forecasts were made; those that stand so."""
        from khaldun.workspace.paging import Ledger

        return Ledger(self, self._store, on).page(selection, state, limit, after)

    def timeline_page(
        self, selection: Selection = ALL, *, limit: int = PAGE, after: str | None = None
    ) -> "Page[Moment]":
        """A page of `timeline`."""
        from khaldun.workspace.paging import timeline_page

        return timeline_page(self, self._store, selection, limit, after)

    def dyads_page(
        self,
        selection: Selection = ALL,
        *,
        step: "Step | None" = None,
        limit: int = PAGE,
        after: str | None = None,
    ) -> "Page[Point]":
        """A page of `dyads`."""
        from khaldun.situation import Step
        from khaldun.workspace.paging import dyads_page

        step = step or Step.MONTH
        return dyads_page(self, self._store, selection, step, limit, after)

    def review(self) -> "Review":
        """How reviewers agree who decided the same statements, and the coder's precision."""
        from khaldun.workspace.reviewing import review_of

        return review_of(self._store)

    def decided_by_others(self, by: str, *, limit: int = PAGE) -> "list[Stated[Any]]":
        """Statements, as coded, that others have decided and the reviewer `by` has not."""
        from khaldun.workspace.reviewing import decided_by_others

        return self._stating.stated(decided_by_others(self._store, by, limit))

    def decided(self) -> frozenset[str]:
        """What a decision holds on, by id: what was undone since is not among it."""
        from khaldun.workspace.judgements import Judgements

        return frozenset(Judgements.read(self._store).by_record)

    def training(self) -> Iterator[bytes]:
        """Reviewed statements as training data: one line of JSON each, in the order of ids."""
        from khaldun.workspace.reviewing import training

        return training(self._store)

    def decisions(
        self, record: str | None = None, *, limit: int | None = PAGE, after: str | None = None
    ) -> "Page[Judged]":
        """What people decided, of one record or of all, in the order that they did."""
        return self._deciding.page(record, limit, after)

    def last_decisions(self, number: int) -> "tuple[Judged, ...]":
        """The last decisions of all, in their order."""
        return self._deciding.last(number)

    def accept(self, id: str, *, by: str, reason: str = "") -> Decision:  # noqa: A002
        """Say that a record is right."""
        return self._settled(self._deciding.judge(id, Action.ACCEPT, _said(by, reason)))

    def reject(self, id: str, *, by: str, reason: str = "") -> Decision:  # noqa: A002
        """Say that a statement is not what its document says; it is listed no more."""
        return self._settled(self._deciding.judge(id, Action.REJECT, _said(by, reason)))

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
        said = _said(by, reason)
        return self._settled(self._deciding.correct(id, field, value, said))

    def resolve(self, forecast: str, outcome: str, *, by: str, reason: str = "") -> Decision:
        """Say what became of a forecast: "hit", "miss" or "void"."""
        return self._deciding.resolve(forecast, outcome, _said(by, reason))

    def merge(self, ids: Sequence[str], *, by: str, reason: str = "") -> Decision:
        """Say that actors, or events, are one."""
        return self._settled(self._deciding.merge(ids, _said(by, reason)))

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
        return self._settled(self._deciding.split(id, others, _said(by, reason)))

    def undo(self, sequence: int, *, by: str, reason: str = "") -> Decision:
        """Take a decision back."""
        return self._settled(self._deciding.undo(sequence, _said(by, reason)))

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
        from khaldun.workspace.identity import coder_digest
        from khaldun.workspace.sourcing import coded_now, this_coder

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

    @cached_property
    def _adding(self) -> "Adding":
        from khaldun.workspace.adding import Adding

        return Adding(self._store)

    @cached_property
    def _deciding(self) -> "Deciding":
        from khaldun.workspace.deciding import Deciding

        return Deciding(self._store)

    @cached_property
    def _resolving(self) -> "Resolving":
        from khaldun.workspace.resolving import Resolving

        return Resolving(self._store)


def _said(by: str, reason: str) -> "Said":
    from khaldun.workspace.deciding import Said

    return Said(by=by, reason=reason)


def _tell_nobody(_: Addition) -> None:
    """Nobody waits for what is added."""
