"""The frame of every page: navigation, filters, the page itself, the way on and back."""

from collections.abc import Iterator
from urllib.parse import urlencode

import msgspec

from khaldun.exchange.html.markup import EMPTY, Markup, element, text, void
from khaldun.web.filters import active, filter_form
from khaldun.web.paging import pager
from khaldun.web.view import Answer, Copy, View

PLACES = (
    ("/", "Overview"),
    ("/review", "Review"),
    ("/events", "Events"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/situation", "Situation"),
    ("/relations", "Relations"),
    ("/contradictions", "Contradictions"),
    ("/forecasts", "Forecasts"),
    ("/actors", "Actors"),
    ("/documents", "Documents"),
    ("/problems", "Problems"),
)
# What a server says in a header; a copy on disk has none. It fetches nothing at all.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "form-action 'none'; base-uri 'none'"
)
_SHEET = {"csv": "CSV", "xlsx": "Excel", "jsonl": "JSON Lines"}
_FORMS = {
    "geojson": "GeoJSON", "graphml": "GraphML", "gexf": "GEXF", "timelinejs": "TimelineJS",
}  # fmt: skip


def framed(view: View, answer: Answer) -> str:
    """The whole page; in a copy on disk it asks for nothing that only a server can answer."""
    body = element(
        "body",
        element("a", text("Skip to the content"), href="#content", class_="skip"),
        _navigation(view),
        element(
            "main",
            element("h1", text(answer.title), dir="auto"),
            filter_form(view.path, view.query) if answer.filtered and not view.copy else EMPTY,
            element("p", text(answer.total), class_="total") if answer.total else EMPTY,
            answer.body,
            pager(view, answer.after),
            id="content",
            tabindex="-1",
        ),
        *_blocks(answer),
        EMPTY if view.copy else element("output", id="waiting", aria_live="polite"),
        element("footer", _origin(view) if view.copy else _others(view, answer), class_="twin"),
    )
    return f"<!DOCTYPE html>\n{element('html', _head(view, answer), body, lang='en')}\n"


def _head(view: View, answer: Answer) -> Markup:
    policy = void("meta", http_equiv="Content-Security-Policy", content=_POLICY)
    modules = () if view.copy else answer.modules
    scripts = answer.scripts if view.copy else (*answer.scripts, "waiting.js")
    return element(
        "head",
        void("meta", charset="utf-8"),
        policy if view.copy else EMPTY,
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(f"{answer.title} · Khaldun")),
        void("link", rel="icon", href="data:,"),
        *(
            void("link", rel="stylesheet", href=f"/static/{name}")
            for name in (*answer.styles, "page.css", "workbench.css")
        ),
        *(element("script", defer="", src=f"/static/{name}") for name in scripts),
        *(element("script", type="module", src=f"/static/{name}") for name in modules),
    )


def _blocks(answer: Answer) -> Iterator[Markup]:
    """The data of a page for its scripts: read, never run; no "<" can end the element."""
    data = (("data", msgspec.json.encode(answer.data)),) if answer.drawn else ()
    for name, block in (*data, *answer.blocks):
        safe = Markup(block.decode().replace("<", "\\u003c"))
        yield element("script", safe, type="application/json", id=name)


def _navigation(view: View) -> Markup:
    kept = "" if view.copy else urlencode(active(view.query))
    links = [
        element(
            "a",
            text(name),
            href=f"{path}?{kept}" if kept else path,
            aria_current="page" if _is_here(path, view.path) else None,
        )
        for path, name in (_copied(view.copy) if view.copy else PLACES)
    ]
    return element("nav", *links, EMPTY if view.copy else _search(view), aria_label="Views",
                   class_="views")  # fmt: skip


def _copied(copy: Copy) -> list[tuple[str, str]]:
    """The places of a copy on disk."""
    left_out = ("/review",) if copy.days else ("/review", "/situation")
    return [*(place for place in PLACES if place[0] not in left_out),
            ("/agreement", "Agreement"), ("/search", "Search")]  # fmt: skip


def _search(view: View) -> Markup:
    return element(
        "form",
        void(
            "input", type="search", name="q", placeholder="Search", aria_label="Search",
            value=view.query.get("q", "") if view.path == "/search" else None,
        ),
        action="/search", method="get", role="search",
    )  # fmt: skip


def _is_here(path: str, current: str) -> bool:
    return current == path or (path != "/" and current.startswith(f"{path}/"))


def _origin(view: View) -> Markup:
    name = f"A copy of {view.record.path.name} as it was after change {view.record.head}"
    return element("p", text(f"{name}. It was made by Khaldun and can be read without it."))


def _others(view: View, answer: Answer) -> Markup:
    """The same in other forms."""
    query = urlencode(view.query)
    path = "/overview" if view.path == "/" else view.path
    links = [("JSON", f"{path}.json?{query}" if query else f"{path}.json")]
    kept = urlencode(active(view.query))
    for form, name in _SHEET.items() if answer.table else ():
        table = "" if form == "xlsx" else f"table={answer.table}&"
        links.append((name, f"/export/{form}?{table}{kept}"))
    links += [(_FORMS[form], f"/export/{form}?{kept}") for form in answer.forms]
    shown = [part for name, href in links for part in (element("a", text(name), href=href),
                                                       text(" "))]  # fmt: skip
    return element("p", text("This page as "), *shown)
