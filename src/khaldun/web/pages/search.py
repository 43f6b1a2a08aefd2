"""Search over the quotes of statements and the texts of documents."""

from collections.abc import Iterator

from khaldun.exchange import wording
from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.store import Hit
from khaldun.web.pages.lists import LIMIT
from khaldun.web.showing import path_of
from khaldun.web.view import Answer, View

_HINT = "Words that must all be there; words in quotation marks stand together."
_MOST = 20_000_000  # characters of texts that a browser can search at once

Line = tuple[str, str, str, str]
"""What a copy searches: a kind, a title, words, the address of the page."""


def answer(view: View) -> Answer:
    """Where the words of `q` are found; in a copy on disk, a script looks for them."""
    if view.copy:
        return _of_copy(view)
    words = view.asked("q")
    if words is None:
        body = element("div", _form(), element("p", text(_HINT), class_="empty"))
        return Answer(title="Search", body=body, data=())
    page = view.record.search(words, limit=LIMIT, after=view.asked("after"))
    found = [_hit(hit) for hit in page.items]
    nothing = element("p", text(f"Nothing says {words}."), class_="empty")
    return Answer(
        title=f"Search: {words}",
        body=element("div", *found, class_="entries") if found else nothing,
        data=page,
        scripts=("keys.js",),
        after=page.after,
    )


def _form() -> Markup:
    field = void("input", type="search", name="q", autofocus="")
    return element(
        "form",
        element("label", text("Words "), field),
        element("button", text("Search"), type="submit"),
        action="/search",
        method="get",
        class_="filters",
    )


def _hit(hit: Hit) -> Markup:
    where = path_of("at", hit.record) if hit.record else path_of("documents", hit.document)
    return element(
        "article",
        element(
            "a",
            element("q", text(hit.snippet), dir="auto"),
            element("cite", text(hit.source)),
            href=where,
            class_="quote",
        ),
        class_=f"card {hit.kind}",
        tabindex="-1",
    )


def _of_copy(view: View) -> Answer:
    """A page that has what it searches."""
    lines = (*_statements(view), *_actors(view), *_documents(view))
    label = element("label", text("Words "), void("input", type="search", id="words"))
    return Answer(
        title="Search",
        body=element(
            "div",
            element("p", label, class_="filters"),
            element("p", text(_HINT), id="found", aria_live="polite", class_="facts"),
            element("div", id="hits", class_="entries"),
        ),
        data=lines,
        scripts=("page.js", "search.js"),
        drawn=True,
        links=tuple(dict.fromkeys(path for *_, path in lines)),
    )


def _statements(view: View) -> Iterator[Line]:
    """Each sentence that states something, once."""
    seen = set()
    for stated in view.record.statements(view.selection, limit=None):
        evidence = stated.item.evidence
        if (stated.document, evidence) not in seen:
            seen.add((stated.document, evidence))
            yield "sentence", stated.source, evidence.quote, path_of("at", stated.id)


def _actors(view: View) -> Iterator[Line]:
    for entity in view.record.actors(limit=None):
        actor = entity.actor
        if view.copy and view.copy.has("actors", actor.id):
            yield (
                "actor",
                "actor",
                " · ".join((actor.name, *actor.aliases)),
                path_of("actors", actor.id),
            )


def _documents(view: View) -> Iterator[Line]:
    """Titles and texts; titles only of those beyond what a browser can search."""
    read = 0
    for edition in view.record.documents(limit=None):
        document = edition.document
        if edition.current and view.copy and view.copy.has("documents", document.id):
            read += len(document.text)
            title = f"{wording.title(document)} · {edition.source}"
            words = document.text if read <= _MOST else ""
            yield "document", title, words, path_of("documents", document.id)
