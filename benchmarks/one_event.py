"""Three hundred differently worded reports of one abduction, and of two that look like it.

Everything is invented: nothing in it happened. Each report has wording, numbers, captors, date
and place phrases and an outlet of its own, chosen by its number, so that the set is always the
same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from khaldun.record import Document, Publication, PublicationBasis, document_id

REPORTS = 300
_OUTLETS = (
    "Sahel Dispatch", "Lake Wire", "Logone Herald", "Southern Post", "Desert Tribune",
    "Capital Daily", "Continental News", "Border Monitor", "Radio Savannah", "Daily Ledger",
    "The Observer of the South", "Central Agency", "Frontier Times", "Morning Standard",
    "Evening Courier", "World Bulletin", "Plains Gazette", "River News", "The Chronicle",
)  # fmt: skip
_CAPTORS = (
    "gunmen", "armed men", "unidentified gunmen", "masked gunmen", "bandits", "armed bandits",
    "attackers on motorbikes", "suspected militants", "kidnappers", "an armed group",
    "raiders", "suspected bandits", "heavily armed men",
)  # fmt: skip
_NUMBERS = (
    "42", "about 40", "at least 38", "more than 40", "44", "some 45", "nearly 50", "around 40",
    "47", "as many as 50", "over 40", "forty-two", "at least 41", "dozens of",
)  # fmt: skip
_VICTIMS = (
    "schoolgirls", "pupils", "students", "girls", "children", "female students", "teenagers",
    "boarding pupils", "secondary school students",
)  # fmt: skip
_PLACES = (
    "in {town}", "in the town of {town}", "in the southern town of {town}",
    "near {town}", "in {town}, southern Chad", "outside {town}", "in {town}, Chad",
)  # fmt: skip
_ACTIVE = (
    "{captors} abducted {number} {victims} from a boarding school {place} {day}",
    "{captors} kidnapped {number} {victims} {place} {day}",
    "{captors} snatched {number} {victims} from a school {place} {day}",
    "{captors} stormed a school {place} {day} and abducted {number} {victims}",
    "{captors} raided a boarding school {place} {day}, kidnapping {number} {victims}",
    "{captors} took {number} {victims} hostage {place} {day}",
    "{captors} attacked a boarding school {place} {day} and kidnapped {number} {victims}",
)
_PASSIVE = (
    "{number} {victims} were abducted by {captors} {place} {day}",
    "{number} {victims} were kidnapped {place} {day} by {captors}",
    "{number} {victims} have been abducted from their school {place}",
    "{number} {victims} were taken hostage by {captors} {place} {day}",
    "{number} {victims} were seized {day} when {captors} raided a school {place}",
)
_SAID = (
    "{lead}, police said.", "{lead}, officials said.", "{lead}, residents said.",
    "{lead}, according to the governor's office.", "{lead}, a teacher said.", "{lead}.",
    "{lead}, local media reported.", "{lead}, two parents said by telephone.",
)  # fmt: skip
_AFTER = (
    "The school has some 600 pupils.", "Roads in the region are poor.",
    "The region lies close to the border.", "No ransom was mentioned.",
    "Many families live from cotton.", "Classes were due to end this month.", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An abduction: where and on which day."""

    town: str
    day: date


ABDUCTION = Incident(town="Moundou", day=date(2019, 3, 12))
A_WEEK_LATER = Incident(town="Moundou", day=date(2019, 3, 19))
A_TOWN_AWAY = Incident(town="Doba", day=date(2019, 3, 12))


def reports_of(incident: Incident, number: int = REPORTS) -> Iterator[Document]:
    """That many reports of an incident, no two worded alike, published on it or soon after."""
    for index in range(number):
        text = _text(incident, index)
        published = incident.day + timedelta(days=_delay(index))
        yield Document(
            id=f"{document_id(text)}-{published:%m%d}",
            text=text,
            language="en",
            publisher=_OUTLETS[index % len(_OUTLETS)],
            published=Publication(
                earliest=published, latest=published, basis=PublicationBasis.GIVEN
            ),
        )


def _delay(index: int) -> int:
    """Days from the incident to the report."""
    return (0, 1, 1, 2)[index % 4]


def _text(incident: Incident, index: int) -> str:
    wordings = (*_ACTIVE, *_PASSIVE)
    lead = _picked(wordings, index, 1).format(
        captors=_picked(_CAPTORS, index, 3),
        number=_picked(_NUMBERS, index, 5),
        victims=_picked(_VICTIMS, index, 7),
        place=_picked(_PLACES, index, 11).format(town=incident.town),
        day=_picked(_days(incident.day), index, 13),
    )
    lead = " ".join(lead.replace(" ,", ",").split())
    said = _picked(_SAID, index, 17).format(lead=lead[0].upper() + lead[1:])
    return f"{said} {_picked(_AFTER, index, 19)}".strip()


def _picked(options: tuple[str, ...], index: int, step: int) -> str:
    """One of the options; different lists go round at different paces."""
    return options[(index * step + index // len(options)) % len(options)]


def _days(day: date) -> tuple[str, ...]:
    weekday = f"{day:%A}"
    return (
        f"on {weekday}", f"on {day.day} {day:%B}", f"on {day:%B} {day.day}", f"late on {weekday}",
        f"on {weekday} night", f"early on {weekday}", "", f"on {day:%B} {day.day}, {day.year}",
        f"on {weekday} morning",
    )  # fmt: skip
