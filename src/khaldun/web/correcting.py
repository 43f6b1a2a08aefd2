"""From what a reviewer writes or selects to the value of a field.

Words are taken from the text itself, by where they stand, and not from the page. Parties are
written by name or selected; dates as "2019-05-14", "2019-05", "2019", or two with a slash.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec

from khaldun.errors import RecordError, UsageError
from khaldun.record import (
    AnyStated,
    Attribution,
    Certainty,
    CodedDocument,
    Factuality,
    Forecast,
    HolderKind,
    Probability,
    Quantity,
    QuantityRole,
    Relation,
    Report,
    Selection,
    Span,
    TimeBasis,
    When,
)
from khaldun.web.showing import OF_PLACES
from khaldun.workspace import Record

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_COUNT = re.compile(r"(\w+)\s+(\d[\d.]*)(?:\s*-\s*(\d[\d.]*))?\s*(.*)")
_SEVERAL = re.compile(r"\s*;\s*")
_LIKE = 200  # whose names have these words, of which one is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that can be corrected, and what may be written into it."""

    name: str
    hint: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a reviewer wants in a field: words that he wrote, words of the text, or both."""

    record: Record
    stated: AnyStated
    words: str
    span: tuple[int, int] | None

    @cached_property
    def coded(self) -> CodedDocument:
        """The document of the statement."""
        return self.record.coded(self.stated.document)

    @cached_property
    def selected(self) -> Span | None:
        """The words of the text, if any are selected."""
        if self.span is None:
            return None
        start, end = self.span
        if not 0 <= start < end <= len(self.coded.document.text):
            raise UsageError(f"there are no words from {start} to {end} in the document")
        return Span.of(self.coded.document.text, start, end)


def value_of(field: str, asked: Asked) -> str:
    """The value for a field, as JSON.

    Raises:
        UsageError: what is asked for is no value of this field, or names nobody.
    """
    try:
        return msgspec.json.encode(_MADE.get(field, _plain)(asked)).decode()
    except RecordError as error:
        raise UsageError(str(error)) from error


def _plain(asked: Asked) -> str | None:
    return asked.words or (asked.selected.quote if asked.selected else None)


def _words(asked: Asked) -> Span:
    if asked.selected is None:
        raise UsageError("select the words in the paragraph first")
    return asked.selected


def _words_or_none(asked: Asked) -> Span | None:
    return asked.selected


def _several(asked: Asked) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"\s*[;,]\s*", asked.words) if part)


def _parties(asked: Asked) -> tuple[str, ...]:
    if not asked.words and asked.selected:
        return (_mentioned(asked, asked.selected),)
    names = (name for name in _SEVERAL.split(asked.words) if name)
    return tuple(dict.fromkeys(_actor(asked, name) for name in names))


def _party(asked: Asked) -> str:
    item = asked.stated.item
    if isinstance(item, Relation) and item.type in OF_PLACES:
        return _place(asked) or ""
    return _subject(asked)


def _subject(asked: Asked) -> str:
    found = _parties(asked)
    if len(found) != 1:
        raise UsageError("name one actor, or select its name in the paragraph")
    return found[0]


def _actor(asked: Asked, name: str) -> str:
    """The description of an actor of the document, else of the record, by name or id."""
    for actor in asked.coded.actors:
        if _is_called(name, (actor.name, *actor.aliases)):
            return asked.record.naming(asked.stated.document, actor.id)
    for entity in asked.record.actors(Selection(text=name), limit=_LIKE):
        if _is_called(name, (entity.actor.id, entity.actor.name, *entity.actor.aliases)):
            joining = asked.record.joinings(entity.actor.id)[0]
            return asked.record.naming(joining.document, joining.actor)
    raise UsageError(f"no actor is called {name!r}; write a name that the record has")


def _is_called(name: str, names: Iterable[str]) -> bool:
    return name.casefold() in (other.casefold() for other in names)


def _mentioned(asked: Asked, span: Span) -> str:
    mentions = ((m.span, actor.id) for actor in asked.coded.actors for m in actor.mentions)
    found = _most_covered(mentions, span)
    if found is None:
        raise UsageError(f"“{span.quote}” names no actor that is known; write a name")
    return asked.record.naming(asked.stated.document, found)


def _place(asked: Asked) -> str | None:
    name = _plain(asked)
    if name is None:
        return None
    for place in asked.record.places(Selection(text=name), limit=_LIKE):
        if _is_called(name, (place.id, place.name)):
            return place.id
    raise UsageError(f"no place is called {name!r} in the record")


def _when(asked: Asked) -> When:
    times = {time.id: time for time in asked.coded.times}
    known = _most_covered(((time.span, id_) for id_, time in times.items()), asked.selected)
    if asked.words:
        earliest, latest = _range(asked.words)
        return When(earliest=earliest, latest=latest, basis=TimeBasis.STATED, time=known)
    if asked.selected is None:
        return When(earliest=None, latest=None, basis=TimeBasis.STATED)
    if known is None:
        raise UsageError(f"“{asked.selected.quote}” is no date that is known; write one")
    time = times[known]
    return When(earliest=time.earliest, latest=time.latest, basis=TimeBasis.STATED, time=known)


def _range(words: str) -> tuple[date | None, date | None]:
    first, slash, last = words.partition("/")
    return _day(first, last=False), _day(last if slash else first, last=True)


def _day(words: str, *, last: bool) -> date | None:
    """The first or last day of what is written; None for ".." or nothing."""
    if words.strip() in ("", ".."):
        return None
    match = _DAY.fullmatch(words.strip())
    try:
        if match:
            year, month = int(match[1]), int(match[2] or (12 if last else 1))
            ends = calendar.monthrange(year, month)[1] if last else 1
            return date(year, month, int(match[3] or ends))
    except ValueError:
        pass
    raise UsageError(f"{words!r} is no day; write 2019-05-14, 2019-05 or 2019")


def _certainty(asked: Asked) -> Certainty:
    item = asked.stated.item
    now = Certainty(value=Factuality.CERTAIN) if isinstance(item, Forecast) else item.certainty
    if asked.words and asked.words not in set(Factuality):
        raise UsageError(f"{asked.words!r} is no FactBank value; there are {', '.join(Factuality)}")
    value = Factuality(asked.words) if asked.words else now.value
    return Certainty(value=value, cues=(asked.selected,) if asked.selected else now.cues)


def _attribution(asked: Asked) -> tuple[Attribution, ...]:
    if not asked.words and asked.selected is None:
        return ()
    cue = _words(asked)
    holder = asked.words or cue.quote
    kind = HolderKind.NAMED if asked.words else HolderKind.UNNAMED
    return (Attribution(holder=holder, kind=kind, cue=cue),)


def _quantities(asked: Asked) -> tuple[Quantity, ...]:
    if not asked.words:
        return ()
    match = _COUNT.fullmatch(asked.words)
    if match is None or match[1] not in set(QuantityRole):
        raise UsageError("write a count as: killed 12 fighters, or: wounded 10-12 people")
    low = float(match[2])
    high = float(match[3]) if match[3] else low
    role = QuantityRole(match[1])
    return (Quantity(role=role, unit=match[4], minimum=low, maximum=high, span=_words(asked)),)


def _probability(asked: Asked) -> Probability:
    low, _, high = asked.words.partition("-")
    try:
        bounds = (float(low), float(high or low)) if asked.words else (None, None)
    except ValueError as error:
        raise UsageError("write a probability as 0.7, or as 0.55-0.8") from error
    return Probability(low=bounds[0], high=bounds[1], cue=asked.selected)


def _most_covered(spans: Iterable[tuple[Span, str]], wanted: Span | None) -> str | None:
    """What stands where the wanted words do: the one that shares most with them."""
    if wanted is None:
        return None
    shared = ((min(s.end, wanted.end) - max(s.start, wanted.start), id_) for s, id_ in spans)
    return max((pair for pair in shared if pair[0] > 0), default=(0, None))[1]


_MADE: dict[str, Callable[[Asked], object]] = {
    "actors": _parties, "recipients": _parties, "subjects": _parties,
    "subject": _subject, "target": _party, "place": _place,
    "when": _when, "horizon": _when, "certainty": _certainty, "attribution": _attribution,
    "quantities": _quantities, "probability": _probability,
    "modes": _several, "contexts": _several, "means": _several,
    "evidence": _words, "trigger": _words, "statement": _words, "condition": _words_or_none,
}  # fmt: skip
_PARTIES = "names, with a semicolon between two; or select one"
_ONE = "a name; or select it"
_RANGE = "2019-05-14, 2019-05, 2019-05-01/2019-05-31; or select it"
_SURE = "CT+ PR+ PS+ CT- PR- PS- UU; the selected words are the cue"
_WHO = "who says it, the selected words (said, according to) are the cue; nothing: the author"
_SELECT = "select the words"
FIELDS: dict[type, tuple[Field, ...]] = {
    kind: tuple(Field(name=name, hint=hint) for name, hint in fields)
    for kind, fields in (
        (Report, (
            ("type", "ASSAULT, COERCE, …"), ("status", "happened, ongoing, attempted, planned …"),
            ("actors", _PARTIES), ("recipients", _PARTIES), ("when", _RANGE), ("place", _ONE),
            ("precision", "point, town, district, region, country"), ("certainty", _SURE),
            ("attribution", _WHO),
            ("quantities", "killed 12 fighters, wounded 10-12 people; and select the words"),
            ("instrument", "a word; or select it"), ("modes", "words with commas between"),
            ("contexts", "words with commas between"), ("trigger", _SELECT),
            ("evidence", _SELECT),
        )),
        (Relation, (
            ("type", "backs, opposes, leads, …"), ("subject", _ONE), ("target", _ONE),
            ("means", "military, weapons, financial, … with commas between"), ("when", _RANGE),
            ("certainty", _SURE), ("attribution", _WHO), ("evidence", _SELECT),
        )),
        (Forecast, (
            ("statement", _SELECT), ("subjects", _PARTIES),
            ("probability", "0.55-0.8; the selected words are the cue"), ("horizon", _RANGE),
            ("condition", "select the words; nothing: no condition"),
            ("event_type", "ASSAULT, COERCE, …"), ("attribution", _WHO), ("evidence", _SELECT),
        )),
    )
}  # fmt: skip
"""The fields of each kind of statement, in the order in which they are read."""
