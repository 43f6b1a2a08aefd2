"""The way from page to page of a list, forward and back.

A page is found by the key of the last entry before it. The keys of the pages that a reader
came through stand in the address too, so that the way back can be kept and sent like the page.
"""

from urllib.parse import urlencode

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.web.view import View

_REMEMBERED = 40  # pages; an address of more would be too long for some browsers and mails
_JOINT = "~"


def pager(view: View, after: str | None) -> Markup:
    """Links to the page before, the first page, and the page that starts at `after`."""
    here, came = view.asked("after"), _came(view)
    links = []
    if here is not None:
        back, rest = (came[-1], came[:-1]) if came else (None, ())
        links.append(_link(view, "Previous page" if came else "First page", "prev", back, rest))
    if len(came) > 1:
        links.append(_link(view, "First page", None, None, ()))
    if after is not None:
        ahead = (*came, here or "")[-_REMEMBERED:]
        links.append(_link(view, "Next page", "next", after, ahead))
    if not links:
        return EMPTY
    return element("p", *links, class_="pager")


def _came(view: View) -> tuple[str, ...]:
    trail = view.query.get("came")
    return tuple(trail.split(_JOINT)) if trail is not None else ()


def _link(
    view: View, name: str, rel: str | None, after: str | None, came: tuple[str, ...]
) -> Markup:
    query = {key: value for key, value in view.query.items() if key not in ("after", "came")}
    if after:
        query |= {"after": after, "came": _JOINT.join(came)}
    href = f"{view.path}?{urlencode(query)}" if query else view.path
    return element("a", text(name), href=href, rel=rel)
