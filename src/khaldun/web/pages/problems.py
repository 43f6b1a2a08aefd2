"""What could not be read or coded: said instead of lost."""

from khaldun.exchange.html.markup import element, text
from khaldun.web.pages.lists import LIMIT
from khaldun.web.showing import place_of, table
from khaldun.web.view import Answer, View


def answer(view: View) -> Answer:
    """The problems of a record, by source."""
    page = view.record.problems(limit=LIMIT, after=view.asked("after"))
    rows = [[text(cell) for cell in (p.code, place_of(p.source), p.message)] for p in page.items]
    shown = table("Problems", ("Code", "Source", "What went wrong"), rows)
    sound = element("p", text("Everything that was added could be read and coded."), class_="empty")
    return Answer(title="Problems", body=shown if rows else sound, data=page, scripts=("keys.js",),
                  after=page.after)  # fmt: skip
