"""What is to come is told once: as a plan that its actor announces, or as a forecast.

"Chad will release the prisoners" is a promise (AGREE, CONCEDE); "Chad will probably retake the
town" foretells. The stage runs after both were found and keeps the one that fits.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from khaldun.coding.attribution.sources import is_passive
from khaldun.coding.draft import Draft, Dropped, Event
from khaldun.coding.forecasts.acts import act_of
from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word
from khaldun.coding.times.clauses import is_past, verb_of
from khaldun.record import EventType, Forecast, HolderKind, Report, Status

NAME = "futures.v1"

_PROMISES = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.REJECT})
# Words that are deeds: "threatened to shell the town" foretells, and is a threat.
_SPOKEN = _PROMISES | {EventType.THREATEN}
# A planned act may stand beside a forecast of another; these only repeat it.
_REPEATED = frozenset({Status.HAPPENED, Status.ONGOING, Status.HYPOTHETICAL})


def run(draft: Draft) -> Draft:
    """Drop the report that a forecast foretells, or the forecast of what an actor announces."""
    futures = {e.trigger.start for e in draft.events if e.future}
    asides = {e.trigger.start for e in draft.events if _is_aside(e.trigger)}
    open_reports = [r for r in draft.reports if r.trigger.start not in asides]
    told = [(r, f) for r in open_reports for f in _covering(draft.forecasts, r)]
    violent = {e.trigger.start for e in draft.events if act_of(e) is EventType.ASSAULT}
    announced = {
        f.id
        for r, f in told
        if r.trigger.start in futures and _announces(r, f) and not _fails(r, violent)
    }
    foretold = {
        r.id
        for r, f in told
        if f.id not in announced
        and (r.trigger.start in futures or r.status in _REPEATED or _share_cue(r, f))
    }
    cues = {f.probability.cue.start for f in draft.forecasts if f.probability.cue is not None}
    foretold |= {r.id for r in draft.reports if r.trigger.start in cues and r.type not in _SPOKEN}
    awaited = {e.trigger.start for e in draft.events if _is_awaited(e)}
    foretold |= {r.id for r in draft.reports if r.trigger.start in awaited}
    return replace(
        draft,
        reports=tuple(r for r in draft.reports if r.id not in foretold),
        forecasts=tuple(f for f in draft.forecasts if f.id not in announced),
        dropped=(*draft.dropped, *_dropped(draft, foretold, announced)),
    )


def _is_awaited(event: Event) -> bool:
    """Whether nobody asks for it: "Chad had been expected to side with Mali"."""
    verb = event.trigger
    asked = event.type is EventType.REQUEST and verb.lemma == "expect"
    return asked and is_passive(verb) and verb.child("agent") is None


def _is_aside(word: Word) -> bool:
    """Whether it is told of somebody in passing: "the front, which signed a pact, will fight"."""
    verb = verb_of(word)
    return verb is not None and verb.dep == "relcl" and is_past(verb)


def _covering(forecasts: Iterable[Forecast], report: Report) -> list[Forecast]:
    return [f for f in forecasts if f.statement.covers(report.trigger)]


def _announces(report: Report, forecast: Forecast) -> bool:
    """A plain "will" of the actor's own deed is a promise, or a threat if the actor says so."""
    cue = forecast.probability.cue
    plain = words("modality", "plain_future")
    if cue is None or not all(word in plain for word in cue.quote.lower().split()):
        return False
    if report.type is EventType.REJECT and _is_of_others(report):
        return False
    speakers = {link.actor for link in report.attribution}
    announced = any(link.cue.quote.lower().startswith("announc") for link in report.attribution)
    return report.type in _PROMISES or announced or bool(speakers & set(report.actors))


def _is_of_others(report: Report) -> bool:
    """Whether those say that an actor will not do it who do not speak for him: "lawyers agree"."""
    links = report.attribution
    return bool(links) and links[-1].kind is HolderKind.UNNAMED


def _fails(report: Report, violent: Collection[int]) -> bool:
    """Whether violence is said not to come of itself, and nobody refuses it.

    "They will not defeat the rebels" is no refusal unless they say it.
    """
    return (
        report.type is EventType.REJECT
        and report.trigger.start in violent
        and not report.attribution
    )


def _share_cue(report: Report, forecast: Forecast) -> bool:
    """Whether the word that makes the act a plan is the one that foretells it."""
    return forecast.probability.cue in report.certainty.cues


def _dropped(draft: Draft, foretold: set[str], announced: set[str]) -> list[Dropped]:
    reports = [
        Dropped(stage=NAME, span=r.trigger, reason=f"{r.type}: told as a forecast")
        for r in draft.reports
        if r.id in foretold
    ]
    forecasts = [
        Dropped(stage=NAME, span=f.statement, reason="a forecast: the actor announces it")
        for f in draft.forecasts
        if f.id in announced
    ]
    return [*reports, *forecasts]
