"""The page as a whole: head, policy, style, one chapter a document."""

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from urllib.parse import urlsplit

from khaldun.exchange import wording
from khaldun.exchange.html.cards import record_panel
from khaldun.exchange.html.legend import mark_boxes
from khaldun.exchange.html.markup import EMPTY, Markup, element, join, text, void
from khaldun.exchange.html.text import text_panel
from khaldun.record import CodedDocument, Document


def to_html(documents: Sequence[CodedDocument]) -> str:
    """One self-contained page for all `documents`, in their order."""
    chapters = [_chapter(coded, f"d{number}-") for number, coded in enumerate(documents)]
    title = wording.title(documents[0].document) if len(documents) == 1 else "Coded documents"
    body = [_contents(documents), *chapters] if len(documents) > 1 else chapters
    legend = element("nav", element("b", text("Khaldun")), *mark_boxes(), aria_label="Marks")
    return standalone(title, legend, element("main", *body))


def standalone(title: str, *body: Markup) -> str:
    """A page that needs nothing but itself, with `body` as its content."""
    page = element("body", *body)
    return f"<!DOCTYPE html>\n{element('html', _head(title), page, lang='en')}\n"


def _head(title: str) -> Markup:
    style = (files("khaldun.exchange.html") / "page.css").read_text("utf-8")
    return element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        element("title", text(f"{title} · Khaldun")),
        # The style is ours; escaping it would break its selectors.
        element("style", Markup(style)),
    )


def _policy(style: str) -> str:
    """Nothing may be fetched or run; the one style is allowed by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _contents(documents: Sequence[CodedDocument]) -> Markup:
    items = [
        element(
            "li",
            element("a", text(wording.title(coded.document)), href=f"#d{number}-top"),
            text(f" · {wording.tally(coded)}"),
        )
        for number, coded in enumerate(documents)
    ]
    return element("ol", *items, class_="contents")


def _chapter(coded: CodedDocument, prefix: str) -> Markup:
    document = coded.document
    return element(
        "article",
        element("header", element("h1", text(wording.title(document)), dir="auto"), *_facts(coded)),
        element("div", text_panel(coded, prefix), record_panel(coded, prefix), class_="columns"),
        element("footer", text(_made_by(coded))),
        class_="document",
        id=f"{prefix}top",
    )


def _facts(coded: CodedDocument) -> list[Markup]:
    document = coded.document
    facts = [fact for fact in (document.byline, document.publisher) if fact]
    line = text(" · ".join([*facts, wording.published(document.published)]))
    return [
        element("p", join([line, _source(document)])),
        element("p", text(wording.tally(coded)), class_="tally"),
    ]


def _source(document: Document) -> Markup:
    """A link to the source where it is a web address, else its words."""
    if not document.url:
        return EMPTY
    shown = text(document.url)
    if not _is_web_address(document.url):
        return join([text(" · "), shown])
    return join([text(" · "), element("a", shown, href=document.url, rel="noreferrer noopener")])


def _is_web_address(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _made_by(coded: CodedDocument) -> str:
    coder = coded.coder
    resources = ", ".join(f"{name} {version}" for name, version in coder.resources)
    made = f"{coder.name} {coder.version}, ontology {coder.ontology}"
    return f"Coded by {made}; {resources}" if resources else f"Coded by {made}"
