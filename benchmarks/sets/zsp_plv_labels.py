"""Where PLV's labels follow another rule than the PLOVER manual, and how ours are translated.

The coder follows the manual. Each rule below rests on what the set does throughout and looks
only at the report, never at the gold label, so that it can cost as well as win.
"""

from khaldun.coding.draft import Draft
from khaldun.record import EventType, Report, Status

_YIELD = (EventType.CONCEDE, EventType.RETREAT)
_REFUGE = frozenset({"refuge", "asylum", "sanctuary", "shelter"})


def root_of(kind: EventType) -> str:
    """The root as PLV writes it, which joins CONCEDE and RETREAT."""
    return "YIELD" if kind in _YIELD else str(kind)


def as_labelled(report: Report, draft: Draft) -> str:
    """The root that PLV gives to what this report says.

    * Sanctions imposed are SANCTION discontinue in the manual, COERCE in the set.
    * A conviction is SANCTION convict in the manual, mostly ACCUSE in the set.
    * A cyber-attack is COERCE cyber in the manual, ASSAULT in the set.
    * A promised release, withdrawal or resignation is CONCEDE in the manual, AGREE in the set.
    * Refuge sought is none of the manual's yielding types, REQUEST in the set.
    """
    kind, words = report.type, _lemmas(report, draft)
    if kind is EventType.SANCTION and "sanction" in words and "discontinue" in report.modes:
        return "COERCE"
    if kind is EventType.SANCTION and "convict" in report.modes:
        return "ACCUSE"
    if kind is EventType.COERCE and "cyber" in report.modes:
        return "ASSAULT"
    if kind is EventType.CONCEDE and _promised(report, draft):
        return "AGREE"
    if kind in _YIELD and words & _REFUGE:
        return "REQUEST"
    return root_of(kind)


def _promised(report: Report, draft: Draft) -> bool:
    future = any(e.future and e.trigger.start == report.trigger.start for e in draft.events)
    return future or report.status is Status.PLANNED


def _lemmas(report: Report, draft: Draft) -> frozenset[str]:
    """The trigger's lemma and those of the words that hang on it or on its objects."""
    triggers = draft.syntax.words_within(report.trigger.start, report.trigger.end)
    near = [w for t in triggers for w in (t, *t.children)]
    return frozenset(w.lemma for word in near for w in (word, *word.children))
