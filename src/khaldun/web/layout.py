"""The frame of every page: navigation, filters, the page itself, the way on."""

from urllib.parse import urlencode

import msgspec

from khaldun.exchange.html.markup import EMPTY, Markup, element, text, void
from khaldun.web.filters import active, filter_form
from khaldun.web.view import Answer, View

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


def framed(view: View, answer: Answer) -> str:
    """The whole page."""
    head = element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(f"{answer.title} · Khaldun")),
        void("link", rel="icon", href="data:,"),
        void("link", rel="stylesheet", href="/static/page.css"),
        void("link", rel="stylesheet", href="/static/workbench.css"),
        *(element("script", type="module", src=f"/static/{name}") for name in answer.scripts),
    )
    body = element(
        "body",
        element("a", text("Skip to the content"), href="#content", class_="skip"),
        _navigation(view),
        element(
            "main",
            element("h1", text(answer.title)),
            filter_form(view.path, view.query) if answer.filtered else EMPTY,
            answer.body,
            _way_on(view, answer),
            id="content",
            tabindex="-1",
        ),
        _data(answer) if answer.drawn else EMPTY,
        element("footer", _twin(view), class_="twin"),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _data(answer: Answer) -> Markup:
    """The data of a page for its script: read, never run; no "<" can end the element."""
    data = msgspec.json.encode(answer.data).decode().replace("<", "\\u003c")
    return element("script", Markup(data), type="application/json", id="data")


def _navigation(view: View) -> Markup:
    kept = urlencode(active(view.query))
    links = [
        element(
            "a",
            text(name),
            href=f"{path}?{kept}" if kept else path,
            aria_current="page" if _is_here(path, view.path) else None,
        )
        for path, name in PLACES
    ]
    search = element(
        "form",
        void(
            "input", type="search", name="q", placeholder="Search", aria_label="Search",
            value=view.query.get("q", "") if view.path == "/search" else None,
        ),
        action="/search", method="get", role="search",
    )  # fmt: skip
    return element("nav", *links, search, aria_label="Views", class_="views")


def _is_here(path: str, current: str) -> bool:
    return current == path or (path != "/" and current.startswith(f"{path}/"))


def _way_on(view: View, answer: Answer) -> Markup:
    if answer.after is None:
        return EMPTY
    following = {**view.query, "after": answer.after}
    link = element("a", text("Next page"), href=f"{view.path}?{urlencode(following)}", rel="next")
    return element("p", link, class_="pager")


def _twin(view: View) -> Markup:
    query = urlencode(view.query)
    path = "/overview" if view.path == "/" else view.path
    href = f"{path}.json?{query}" if query else f"{path}.json"
    return element("p", element("a", text("This page as JSON"), href=href))
