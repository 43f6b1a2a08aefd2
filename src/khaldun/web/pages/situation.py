"""The situation on a day, as reported, compared with another day where one is asked for."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from khaldun.exchange.html.markup import EMPTY, Markup, element, join, text, void
from khaldun.record import Account, Actor, Entity
from khaldun.situation import (
    Control,
    Difference,
    Grounds,
    Initiative,
    Situation,
    Standing,
    Theatre,
    difference,
)
from khaldun.web.filters import address, day_of
from khaldun.web.pages.lists import empty
from khaldun.web.showing import Showing, fact, path_of
from khaldun.web.view import Answer, Copy, View
from khaldun.workspace import open_record

_NOTHING = "not reported"
_MOST = 40  # findings of a row


def answer(view: View) -> Answer:
    """The situation on the day `on`, and what has changed since the day `versus`."""
    on = day_of(view.query, "on") or view.record.last_day
    versus = _before(view.copy, on) if view.copy else day_of(view.query, "versus")
    country = view.asked("country")
    theatre = Theatre(country=country.upper() if country else None)
    if on is None:
        body = empty(view, "dated events") if view.copy else _form(view, None)
        return Answer(title="Situation", body=body, data=None)
    now = _situation(view.record.path, view.record.head, on, theatre)
    before = _situation(view.record.path, view.record.head, versus, theatre) if versus else None
    changes = difference(before, now) if before else ()
    showing = Showing(Account(entities=_entities(view, now)), _names(view, now, changes))
    return Answer(
        title=f"Situation on {on.isoformat()}",
        body=element(
            "div",
            _days(view.copy, on) if view.copy else _form(view, on),
            _changed(showing, changes, versus),
            _table(showing, now),
        ),
        data=(now, changes),
    )


@lru_cache(maxsize=16)
def _situation(path: Path, head: int, on: date, theatre: Theatre) -> Situation:
    """The situation of a record as it is after change number `head`: read once, as it is large."""
    with open_record(path, read_only=True) as record:
        return record.situation(on, theatre=theatre)


def _form(view: View, on: date | None) -> Markup:
    day = on.isoformat() if on else ""
    return element(
        "form",
        element("label", text("On "), void("input", type="date", name="on", value=day)),
        element("label", text("compared with "),
                void("input", type="date", name="versus", value=view.query.get("versus", ""))),
        element("label", text("in "),
                void("input", name="country", placeholder="all countries, or TCD",
                     value=view.query.get("country", ""))),
        element("button", text("Show"), type="submit"),
        method="get", action="/situation", class_="filters",
    )  # fmt: skip


def _days(copy: Copy, on: date) -> Markup:
    """The days whose situation a copy holds, each compared with the one before."""
    links = []
    for day in copy.days:
        asked = None if day == copy.days[-1] else day.isoformat()
        here = "page" if day == on else None
        links += [element("a", text(day.isoformat()), href=address("/situation", on=asked),
                          aria_current=here), text(" ")]  # fmt: skip
    return element("p", text("On "), *links, class_="days")


def _before(copy: Copy, on: date | None) -> date | None:
    """The day of a copy before this one."""
    return max((day for day in copy.days if on and day < on), default=None)


def _table(showing: Showing, now: Situation) -> Markup:
    initiative = now.initiative
    held = [] if initiative is None else [(_holder(showing, initiative), initiative.grounds)]
    rows = (
        ("Phase", [(text(seen.phase.value), seen.grounds) for seen in now.phases], now.phases),
        ("Initiative", held, held),
        ("Allied", [_standing(showing, s) for s in now.alliances[:_MOST]], now.alliances),
        ("Backing", [_standing(showing, s) for s in now.backing[:_MOST]], now.backing),
        ("Opposed", [_standing(showing, s) for s in now.opposition[:_MOST]], now.opposition),
        ("Control", [_control(showing, c) for c in now.control[:_MOST]], now.control),
    )
    return element(
        "table",
        element("tbody", *(_row(name, shown, len(whole)) for name, shown, whole in rows)),
        class_="situation",
    )


def _holder(showing: Showing, initiative: Initiative) -> Markup:
    return text("contested") if initiative.holder is None else showing.linked(initiative.holder)


def _row(name: str, findings: list[tuple[Markup, Grounds]], number: int) -> Markup:
    """A row of findings, and how many of its `number` are not shown."""
    cells = [
        element("li", what, text(" "), *_evidence(grounds), class_="finding")
        for what, grounds in findings
    ]
    if number > len(findings):
        rest = f"and {number - len(findings):,} more: name a country, or see the Relations"
        cells.append(element("li", text(rest), class_="finding"))
    content = element("ul", *cells) if cells else element("i", text(_NOTHING))
    return element("tr", element("th", text(name), scope="row"), element("td", content))


def _standing(showing: Showing, standing: Standing) -> tuple[Markup, Grounds]:
    means = ", ".join(m.replace("_", " ") for m in standing.means)
    words = f" {standing.type.replace('_', ' ')} "
    parts = [showing.linked(standing.subject), text(words), showing.linked(standing.target)]
    if means:
        parts.append(text(f" ({means})"))
    if standing.disputed:
        parts.append(element("strong", text(" disputed"), class_="warning"))
    return join([*parts, fact(f" since {standing.since.isoformat()}")]), standing.grounds


def _control(showing: Showing, control: Control) -> tuple[Markup, Grounds]:
    before = ", ".join(showing.name(other) for other in control.others)
    parts = [element("span", text(showing.name(control.place))), text(": "),
             showing.linked(control.holder)]  # fmt: skip
    return join([*parts, fact(f" before: {before}") if before else EMPTY]), control.grounds


def _evidence(grounds: Grounds) -> list[Markup]:
    age = f"{grounds.age} days old" if grounds.age != 1 else "1 day old"
    links = [
        element("a", text(f"[{number}]"), href=path_of("at", identifier), aria_label="Evidence")
        for number, identifier in enumerate(grounds.evidence[:5], start=1)
    ]
    return [fact(age), *links]


def _changed(showing: Showing, changes: tuple[Difference, ...], since: date | None) -> Markup:
    if since is None:
        return EMPTY
    lines = [element("li", text(_in_words(showing, change))) for change in changes]
    content = element("ul", *lines) if lines else element("p", text("Nothing changed."))
    return element("section", element("h2", text(f"Changed since {since.isoformat()}")), content)


def _in_words(showing: Showing, change: Difference) -> str:
    of = " and ".join(showing.name(identifier) for identifier in change.of)
    sides = [showing.name(side) for side in (change.before, change.after) if side]
    return ": ".join(w for w in (f"{change.field} {change.change}", of, " → ".join(sides)) if w)


def _entities(view: View, now: Situation) -> tuple[Entity, ...]:
    """The parties, so that their names lead to their dossiers."""
    groups = (now.alliances, now.backing, now.opposition)
    standings = [standing for group in groups for standing in group[:_MOST]]
    parties = [i for s in standings for i in (s.subject, s.target)]
    holders = [c.holder for c in now.control[:_MOST]]
    holders += [now.initiative.holder] if now.initiative and now.initiative.holder else []
    named = view.record.names((*parties, *holders))
    return tuple(Entity(actor=Actor(id=id_, name=name)) for id_, name in named)


def _names(
    view: View, now: Situation, changes: tuple[Difference, ...]
) -> tuple[tuple[str, str], ...]:
    places = [i for c in now.control[:_MOST] for i in (c.place, *c.others)]
    changed = [i for c in changes for i in (*c.of, c.before, c.after) if i]
    return view.record.names((*places, *changed))
