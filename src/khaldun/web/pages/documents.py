"""The documents of a record, and the box that adds one."""

from khaldun.exchange import wording
from khaldun.exchange.html.markup import EMPTY, Markup, element, text, void
from khaldun.record import Edition
from khaldun.store import Kind
from khaldun.web.pages.lists import LIMIT, counted, empty, part
from khaldun.web.showing import fact, path_of, place_of
from khaldun.web.view import Answer, View
from khaldun.workspace import Page


def answer(view: View) -> Answer:
    """Documents by the day of publication, each with its editions."""
    page = _page(view)
    entries = [_entry(edition) for edition in page.items]
    return Answer(
        title="Documents",
        body=element(
            "div",
            EMPTY if view.copy else _adding(),
            element("div", *entries, class_="entries") if entries else empty(view, "documents"),
        ),
        data=tuple(_without_text(edition) for edition in page.items),
        scripts=("keys.js",),
        modules=("adding.js",),
        filtered=True,
        after=page.after,
        total="" if view.copy else counted(view, Kind.DOCUMENT, "document"),
        table="sources",
    )


def _page(view: View) -> Page[Edition]:
    """A page of documents; in a copy of a part of the record, only those that it rests on."""
    after = view.asked("after")
    if view.copy is None or view.copy.documents is None:
        return view.record.documents(view.selection, limit=LIMIT, after=after)
    ids, following = part(view.copy.documents, LIMIT, after)
    return Page(items=tuple(e for id_ in ids for e in view.record.edition(id_)), after=following)


def _entry(edition: Edition) -> Markup:
    document = edition.document
    copied = edition.lineage not in (None, document.id)
    return element(
        "article",
        element(
            "p",
            element("a", text(wording.title(document)), href=path_of("documents", document.id)),
            class_="who",
        ),
        element(
            "p",
            fact(edition.source),
            fact(wording.published(document.published)),
            fact(f"edition {edition.number}") if edition.number > 1 else EMPTY,
            fact("copies another document") if copied else EMPTY,
            fact(place_of(edition.location)),
        ),
        class_="card document",
        tabindex="-1",
    )


def _adding() -> Markup:
    """A box to paste into or drop on; a script sends what it is given."""
    return element(
        "form",
        element("label", text("Paste a text, or drop files here"), for_="pasted"),
        element("textarea", id="pasted", name="text", rows="5", dir="auto"),
        element("label", text("Published on "), void("input", type="date", name="published")),
        element("button", text("Code it"), type="submit"),
        element("output", aria_live="polite"),
        id="adding",
        class_="adding",
    )


def _without_text(edition: Edition) -> tuple[str, str, str, int]:
    document = edition.document
    return document.id, wording.title(document), edition.source, edition.number
