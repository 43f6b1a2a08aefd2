"""Search over the quotes of statements and the texts of documents."""

from urllib.parse import quote as quoted_path

from khaldun.exchange.html.markup import Markup, element, text
from khaldun.store import Hit
from khaldun.web.pages.lists import LIMIT
from khaldun.web.view import Answer, View


def answer(view: View) -> Answer:
    """Where the words of `q` are found."""
    words = view.asked("q")
    if words is None:
        hint = "Words that must all be there; words in quotation marks stand together."
        return Answer(title="Search", body=element("p", text(hint), class_="empty"), data=())
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


def _hit(hit: Hit) -> Markup:
    where = f"/at/{quoted_path(hit.record)}" if hit.record else f"/documents/{hit.document}"
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
