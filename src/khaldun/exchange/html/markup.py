"""HTML that is safe by construction: text is escaped when it enters, never later."""

from html import escape
from typing import NewType

Markup = NewType("Markup", str)
EMPTY = Markup("")

# Characters that HTML text may not hold are shown as the replacement character.
_FORBIDDEN = {
    code: "\ufffd"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if chr(code) not in "\t\n"
}


def text(value: object) -> Markup:
    """`value` as text."""
    return Markup(escape(str(value).translate(_FORBIDDEN), quote=True))


def join(parts: list[Markup], separator: str = "") -> Markup:
    """`parts` one after the other, with `separator` as text between them."""
    return Markup(text(separator).join(parts))


def element(tag: str, *content: Markup, **attributes: str | None) -> Markup:
    """An element; an attribute that is None is left out.

    Keyword names are attribute names, `class_` and `for_` with the trailing underscore that
    Python needs, other underscores as hyphens.
    """
    return Markup(f"<{tag}{_attributes(attributes)}>{''.join(content)}</{tag}>")


def void(tag: str, **attributes: str | None) -> Markup:
    """An element that has no content and no end tag."""
    return Markup(f"<{tag}{_attributes(attributes)}>")


def _attributes(attributes: dict[str, str | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
