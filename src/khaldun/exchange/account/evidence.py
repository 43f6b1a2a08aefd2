"""The evidence of an account: which words of which edition carry which field."""

from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.exchange.account.index import AccountIndex
from khaldun.record import Account, AnyStated, Edition, Forecast, Report, Span

# As long as text quote selectors usually are: enough to find the place in a changed page.
_CONTEXT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that carry one field of one statement, in one edition."""

    record: str
    field: str
    edition: Edition
    span: Span

    @property
    def prefix(self) -> str:
        """The characters before the quote."""
        return self.edition.document.text[max(0, self.span.start - _CONTEXT) : self.span.start]

    @property
    def suffix(self) -> str:
        """The characters after the quote."""
        return self.edition.document.text[self.span.end : self.span.end + _CONTEXT]


def evidence_of(account: Account, index: AccountIndex) -> Iterator[Evidence]:
    """All of it, in the order of reports, relations and forecasts.

    A statement whose edition a selection left out of the account has none.
    """
    for stated in account.statements:
        edition = index.editions.get(stated.document)
        if edition is not None:
            for field, span in fields_of(stated):
                yield Evidence(record=stated.id, field=field, edition=edition, span=span)


def fields_of(stated: AnyStated) -> Iterator[tuple[str, Span]]:
    """The fields of a statement that have words of their own, with these words."""
    item = stated.item
    yield "evidence", item.evidence
    if isinstance(item, Report):
        yield "trigger", item.trigger
        yield from (("quantity", quantity.span) for quantity in item.quantities)
    if isinstance(item, Forecast):
        yield "statement", item.statement
        yield from _present(("likelihood", item.probability.cue), ("condition", item.condition))
    else:
        yield from (("certainty", cue) for cue in item.certainty.cues)
    yield from (("attribution", link.cue) for link in item.attribution)


def _present(*fields: tuple[str, Span | None]) -> Iterator[tuple[str, Span]]:
    return ((name, span) for name, span in fields if span is not None)
