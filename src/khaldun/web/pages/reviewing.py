"""What pages share on which people decide: who they are, what they are told, the keys."""

from collections.abc import Iterable

from khaldun.exchange.html.markup import Markup, element, text, void


def reviewer() -> Markup:
    """The box for the name of the reviewer, which the browser keeps, and what is told."""
    label = element("label", text("Reviewer "), void("input", id="by", autocomplete="name"))
    return element(
        "div",
        element("p", label, class_="filters"),
        element("output", aria_live="assertive", id="told"),
    )


def keys_help(keys: Iterable[tuple[str, str]]) -> Markup:
    """The keys of a page and what they do."""
    pairs = [
        part
        for key, what in keys
        for part in (element("dt", element("kbd", text(key))), element("dd", text(what)))
    ]
    return element("details", element("summary", text("Keys")), element("dl", *pairs), id="keys")
