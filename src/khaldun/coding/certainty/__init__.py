"""How sure: FactBank values as the innermost holder gives them, and how far an event had come."""

from dataclasses import replace

from khaldun.coding.attribution import attribution_of
from khaldun.coding.certainty.assessment import assess
from khaldun.coding.certainty.negation import negation_cues
from khaldun.coding.certainty.status import is_generic, status_from
from khaldun.coding.certainty.values import State
from khaldun.coding.draft import Claim, Draft
from khaldun.coding.syntax import Word
from khaldun.record import Certainty, Status

NAME = "certainty.v1"

__all__ = ["NAME", "certainty_of", "is_generic", "judged", "negation_cues", "run", "status_of"]


def run(draft: Draft) -> Draft:
    """Fill `draft.claims` for the trigger of every event."""
    triggers = {event.trigger.index: event.trigger for event in draft.events}
    claims = {index: _claim(draft, word) for index, word in sorted(triggers.items())}
    return replace(draft, claims=claims)


def certainty_of(draft: Draft, word: Word) -> Certainty:
    """The FactBank value that the innermost holder gives `word`, with the words that say so."""
    return _certainty(draft, assess(draft, word))


def status_of(draft: Draft, word: Word) -> Status:
    """How far what `word` says had come."""
    return status_from(assess(draft, word), word)


def judged(draft: Draft, word: Word) -> tuple[Certainty, Status]:
    """How certain what `word` says is, and how far it had come."""
    state = assess(draft, word)
    return _certainty(draft, state), status_from(state, word)


def _claim(draft: Draft, word: Word) -> Claim:
    certainty, status = judged(draft, word)
    return Claim(attribution=attribution_of(draft, word), certainty=certainty, status=status)


def _certainty(draft: Draft, state: State) -> Certainty:
    cues = sorted({cue.index: cue for cue in state.cues}.values(), key=lambda cue: cue.index)
    return Certainty(
        value=state.value.factuality,
        cues=tuple(draft.syntax.span((cue,)) for cue in cues),
    )
