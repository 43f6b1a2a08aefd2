"""The options that say which part of a record is asked for."""

import calendar
import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, NoReturn

import click

from khaldun.record import EventType, Factuality, RelationType, Selection

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ISO3 = re.compile(r"[A-Za-z]{3}")
Command = Callable[..., Any]


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in late versions
    """A day, or the first or last day of a month or year: 2019-05-14, 2019-05, 2019."""

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self._last = last

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day that `value` names; a usage error where it names none."""
        if isinstance(value, date):
            return value
        match = _PARTIAL.fullmatch(str(value).strip())
        try:
            return self._day(match) if match else self._fail(value, param, ctx)
        except ValueError:
            return self._fail(value, param, ctx)

    def _day(self, match: re.Match[str]) -> date:
        year, month, day = (int(part) if part else None for part in match.groups())
        month = month or (12 if self._last else 1)
        if day is None:
            day = calendar.monthrange(year or 0, month)[1] if self._last else 1
        return date(year or 0, month, day)

    def _fail(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> NoReturn:
        self.fail(f"{value!r} is no day; write it as 2019-05-14, 2019-05 or 2019", param, ctx)


class Country(click.ParamType):  # type: ignore[type-arg]
    """A country by its ISO 3166-1 alpha-3 code."""

    name = "iso3"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """The code in upper case; a usage error where it has not three letters."""
        if not _ISO3.fullmatch(str(value)):
            self.fail(f"{value!r} is no country code; TCD stands for Chad (ISO 3166-1)", param, ctx)
        return str(value).upper()


_TYPES = click.Choice([*EventType, *RelationType], case_sensitive=False)
_OPTIONS = (
    click.option("--actor", metavar="NAME", help="Of this actor: its name or id."),
    click.option(
        "--type", "types", multiple=True, type=_TYPES, metavar="TYPE",
        help="Of this type of event or relation (ASSAULT, backs); may be repeated.",
    ),
    click.option("--place", metavar="NAME", help="At this place: its name or id."),
    click.option("--country", type=Country(), metavar="ISO3", help="In this country (TCD: Chad)."),
    click.option(
        "--from", "first_day", type=Day(), metavar="DATE",
        help="Not over before this day (2019-05-14, 2019-05 or 2019).",
    ),
    click.option(
        "--to", "last_day", type=Day(last=True), metavar="DATE", help="Not begun after this day."
    ),
    click.option(
        "--certainty", multiple=True, type=click.Choice(list(Factuality)), metavar="VALUE",
        help="With this FactBank value (CT+, PR+, PS+, CT-, PR-, PS-, UU); may be repeated.",
    ),
    click.option("--holder", metavar="NAME", help="According to this source in the text."),
    click.option("--source", metavar="NAME", help="Published by this outlet."),
    click.option("--text", metavar="WORDS", help="With these words in text or quote."),
)  # fmt: skip
_FIELDS = (
    "actor",
    "types",
    "place",
    "country",
    "first_day",
    "last_day",
    "certainty",
    "holder",
    "source",
    "text",
)


def selection_options(command: Command) -> Command:
    """Give `command` the options of a selection, and the selection as `selection`."""

    @wraps(command)
    def selecting(**given: Any) -> Any:  # noqa: ANN401 - as click hands them over
        fields = {name: given.pop(name) for name in _FIELDS}
        fields["certainty"] = tuple(Factuality(value) for value in fields["certainty"])
        fields["types"] = tuple(str(value) for value in fields["types"])
        return command(selection=Selection(**fields), **given)

    wrapped: Command = selecting
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
