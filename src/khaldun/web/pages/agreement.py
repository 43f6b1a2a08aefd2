"""How reviewers agree, and what they say of the coder."""

from collections.abc import Iterable

from khaldun.exchange import wording
from khaldun.exchange.html.markup import Markup, element, text
from khaldun.review import Agreement, Precision
from khaldun.web.showing import table
from khaldun.web.view import Answer, View


def answer(view: View) -> Answer:
    """Agreement between reviewers, and the coder's precision by type."""
    review = view.record.review()
    return Answer(
        title="Agreement",
        body=element(
            "div",
            element("h2", text("Between reviewers")),
            _between(review.agreement),
            element("h2", text("Precision of the coder")),
            _precision(review.precision),
            *(() if view.copy else (element("h2", text("Training data")), _training())),
        ),
        data=review,
    )


def _between(found: Agreement) -> Markup:
    if not found.items:
        return element(
            "p",
            text("No statement was decided by two reviewers yet. A second one finds what others "
                 "decided on the "),
            element("a", text("Review"), href="/review"),
            text(" page."),
            class_="empty",
        )  # fmt: skip
    said = (
        f"Krippendorff's α is {_figure(found.alpha)}, over "
        f"{wording.plural(found.items, 'statement')} that two or more reviewers decided."
    )
    rows = ((p.one, p.other, str(p.items), str(p.alike), _figure(p.kappa)) for p in found.pairs)
    names = ("One", "Other", "Statements of both", "Decided alike", "Cohen's κ")
    return element("div", element("p", text(said)), _table("Agreement", names, rows))


def _precision(found: tuple[Precision, ...]) -> Markup:
    if not found:
        return element("p", text("Nothing is reviewed yet."), class_="empty")
    rows = (
        (p.type.replace("_", " "), str(p.accepted), str(p.corrected), str(p.rejected),
         f"{p.share:.2f}", f"{p.low:.2f} to {p.high:.2f}")
        for p in found
    )  # fmt: skip
    names = ("Type", "Accepted", "Corrected", "Rejected", "Precision", "95% interval (Wilson)")
    return _table("Precision", names, rows)


def _training() -> Markup:
    return element(
        "p",
        element("a", text("Reviewed statements as JSON Lines"), href="/training.jsonl"),
        text(": the sentence, where its words stand, and the type that reviewers gave it."),
    )


def _table(label: str, names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Markup:
    return table(label, names, ((text(cell) for cell in row) for row in rows))


def _figure(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.2f}"
