"""The legend of the marks: what each kind looks like, and whether it is shown."""

from khaldun.exchange.html.marks import KINDS
from khaldun.exchange.html.markup import Markup, element, text, void


def mark_boxes() -> list[Markup]:
    """Check boxes that show and hide a kind of mark, by style alone."""
    return [
        element(
            "label",
            void("input", type="checkbox", id=f"show-{kind}", checked=""),
            element("span", text(name), class_=f"m-{kind}"),
        )
        for kind, name in KINDS
    ]
