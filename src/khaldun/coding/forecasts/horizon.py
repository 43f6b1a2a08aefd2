"""By when a forecast is to come true."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.coding.times.bounds import word_before
from khaldun.coding.times.entries import seen_from
from khaldun.coding.times.intervals import days_later
from khaldun.record import Publication, PublicationBasis, Time, TimeBasis, TimexType, When

_DEADLINES = frozenset({"by", "before", "until", "till", "through"})
_WITHIN = frozenset({"within", "in"})


def horizon_of(draft: Draft, words: Iterable[Word], said: When | None = None) -> When:
    """The future time that the words of a statement name, else all time from publication on.

    It begins with publication at the earliest, and with publication where only its end is
    named: "by June", "within two months". What was `said` long ago begins with that day.
    """
    words = list(words)
    draft = seen_from(draft, words[0]) if words else draft
    if said is not None and said.earliest is not None and said.latest is not None:
        basis = PublicationBasis.INFERRED
        day = Publication(earliest=said.earliest, latest=said.latest, basis=basis)
        draft = replace(draft, published=day)
    ids = (draft.time_ids.get(w.index) for w in words)
    known = {time.id: time for time in draft.times}
    for identifier in dict.fromkeys(i for i in ids if i is not None):
        when = _ahead(draft, known[identifier])
        if when is not None:
            return when
    if said is not None:
        return replace(said, latest=None, basis=TimeBasis.CARRIED)
    start = draft.published.earliest if draft.published is not None else None
    return When(earliest=start, latest=None, basis=TimeBasis.PUBLICATION)


def _ahead(draft: Draft, time: Time) -> When | None:
    """A time as a horizon, None where it is not anchored or lies wholly before publication."""
    published, before = draft.published, word_before(draft, time)
    if time.timex.type is TimexType.DURATION and before in _WITHIN and published is not None:
        end = days_later(published.latest, time.timex.value)
        return None if end is None else _stated(published.earliest, end, time)
    if time.earliest is None and time.latest is None:
        return None
    if published is None:
        return _stated(time.earliest, time.latest, time)
    if time.latest is not None and time.latest <= published.latest:
        return None
    deadline = before in _DEADLINES and time.latest is not None
    return _stated(_start(published, None if deadline else time.earliest), time.latest, time)


def _start(published: Publication, day: date | None) -> date:
    return published.earliest if day is None else max(day, published.earliest)


def _stated(earliest: date | None, latest: date | None, time: Time) -> When:
    return When(earliest=earliest, latest=latest, basis=TimeBasis.STATED, time=time.id)
