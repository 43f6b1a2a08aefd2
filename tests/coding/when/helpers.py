"""When a word of a text is told of, for tests."""

from datetime import date

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import parse
from khaldun.coding.times import run
from khaldun.coding.when import when_of
from khaldun.record import Document, Publication, PublicationBasis, When

DAY = date(2020, 9, 10)


def coded(text: str, day: date | None = DAY) -> Draft:
    published = Publication(earliest=day, latest=day, basis=PublicationBasis.GIVEN) if day else None
    document = Document(id="d", text=text, language="en", published=published)
    return run(Draft(document=document, syntax=parse(document)))


def told(text: str, trigger: str, day: date | None = DAY) -> tuple[str | None, str | None, str]:
    draft = coded(text, day)
    word = next(w for w in draft.syntax.words if w.text == trigger)
    return short(when_of(draft, word))


def short(when: When) -> tuple[str | None, str | None, str]:
    first = when.earliest.isoformat() if when.earliest else None
    last = when.latest.isoformat() if when.latest else None
    return first, last, when.basis.value
