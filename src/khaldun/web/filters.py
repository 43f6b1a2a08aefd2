"""The filters of an address: read from it, and shown as a form."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from khaldun.errors import UsageError
from khaldun.exchange import wording
from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.record import EventType, Factuality, RelationType, Selection

_WORDS = (
    ("actor", "Actor", "name or id"),
    ("place", "Place", "name or id"),
    ("country", "Country", "TCD"),
    ("holder", "According to", "a source in the text"),
    ("source", "Published by", "outlet"),
    ("text", "Words", "in text or quote"),
)
NAMES = ("actor", "type", "place", "country", "from", "to", "certainty", "holder", "source", "text")


def selection_of(query: Mapping[str, str]) -> Selection:
    """The selection that an address asks for.

    Raises:
        UsageError: a value is none that a filter can have.
    """
    kind, certainty, country = (_asked(query, name) for name in ("type", "certainty", "country"))
    if kind is not None and kind not in {*EventType, *RelationType}:
        raise UsageError(f"{kind!r} is no type of event or relation")
    if certainty is not None and certainty not in set(Factuality):
        raise UsageError(f"{certainty!r} is no FactBank value; there are {', '.join(Factuality)}")
    return Selection(
        actor=_asked(query, "actor"),
        place=_asked(query, "place"),
        country=country.upper() if country else None,
        types=(kind,) if kind else (),
        first_day=day_of(query, "from"),
        last_day=day_of(query, "to"),
        certainty=(Factuality(certainty),) if certainty else (),
        holder=_asked(query, "holder"),
        source=_asked(query, "source"),
        text=_asked(query, "text"),
    )


def day_of(query: Mapping[str, str], name: str) -> date | None:
    """The day that a parameter names; UsageError where it names none."""
    value = _asked(query, name)
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is no day; write it as 2019-05-14") from error


def filter_form(path: str, query: Mapping[str, str]) -> Markup:
    """The filters as a form whose answer is an address."""
    return element(
        "details",
        element("summary", text(_summary(query))),
        element(
            "form",
            *(_field(name, label, query, placeholder=hint) for name, label, hint in _WORDS),
            _choice("type", "Type", query, [(t, t) for t in (*EventType, *RelationType)]),
            _choice(
                "certainty", "How sure", query, [(f, wording.certainty(f)) for f in Factuality]
            ),
            _field("from", "From", query, type_="date"),
            _field("to", "To", query, type_="date"),
            element("button", text("Show"), type="submit"),
            element("a", text("Clear"), href=path),
            method="get",
            action=path,
            class_="filters",
        ),
        class_="filtering",
        open="" if active(query) else None,
    )


def active(query: Mapping[str, str]) -> dict[str, str]:
    """The filters of an address that narrow anything."""
    return {name: query[name] for name in NAMES if query.get(name, "").strip()}


def address(path: str, **parameters: str | None) -> str:
    """A path with parameters behind it; those that are None are left out."""
    present = {name.rstrip("_"): value for name, value in parameters.items() if value}
    return f"{path}?{urlencode(present)}" if present else path


def _summary(query: Mapping[str, str]) -> str:
    narrowing = active(query)
    if not narrowing:
        return "Filters"
    return "Filters: " + ", ".join(f"{name} {value}" for name, value in narrowing.items())


def _field(
    name: str, label: str, query: Mapping[str, str], *, type_: str = "text", placeholder: str = ""
) -> Markup:
    field = void(
        "input", name=name, type=type_, value=query.get(name, ""), placeholder=placeholder or None
    )
    return element("label", element("span", text(label)), field)


def _choice(
    name: str, label: str, query: Mapping[str, str], options: list[tuple[str, str]]
) -> Markup:
    chosen = query.get(name, "")
    items = [
        element("option", text(shown), value=value, selected="" if value == chosen else None)
        for value, shown in [("", "any"), *options]
    ]
    return element("label", element("span", text(label)), element("select", *items, name=name))


def _asked(query: Mapping[str, str], name: str) -> str | None:
    return query.get(name, "").strip() or None
