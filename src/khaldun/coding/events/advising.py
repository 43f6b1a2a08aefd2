"""What a text asks for in its own voice: "To the government of X: Release the prisoners"."""

from dataclasses import replace

from khaldun.coding.draft import Draft, Event
from khaldun.coding.events.governors import governors
from khaldun.coding.syntax import Sentence, Word
from khaldun.record import EventType, SegmentKind

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl", "aux")
# Between the root and what it asks for; a relative clause in it tells what happened.
_ASKED = frozenset({"dobj", "pobj", "prep", "conj", "xcomp", "ccomp", "pcomp", "dative"})
_REACH = 40  # sentences down from the heading that says whom the list is for
_QUOTES = frozenset({'"', "“", "``", "''", "”"})


def advised(draft: Draft, event: Event) -> Event | None:
    """The event as a request where an imperative outside quotes asks for it, else as it is.

    Its recipient is whom the heading of the list addresses; None where the text addresses
    nobody, since what readers are told to do happened to no one.
    """
    sentence = draft.syntax.sentences[event.trigger.sentence]
    if not _is_asked(event.trigger, sentence):
        return event
    addressed = _addressed(draft, sentence)
    if not addressed:
        return None
    outcome = governors().outcome("request", event.type)
    return replace(
        event,
        type=EventType.REQUEST,
        modes=outcome.modes,
        actors=(),
        recipients=addressed,
        instrument=None,
    )


def _is_asked(trigger: Word, sentence: Sentence) -> bool:
    """Whether the trigger is, or hangs as an object on, the imperative of a sentence."""
    if sentence.kind is SegmentKind.HEADLINE:
        return False
    word = trigger
    while not word.is_root:
        if word.dep not in _ASKED or word.tag in ("VBD", "VBZ", "VBP"):
            return False
        word = word.head
    imperative = word.tag == "VB" and word.child(*_SUBJECTS) is None
    return imperative and not any(w.text in _QUOTES for w in sentence.words)


def _addressed(draft: Draft, sentence: Sentence) -> tuple[str, ...]:
    """The actors of the last "To …:" before the sentence."""
    for other in reversed(draft.syntax.sentences[max(sentence.index - _REACH, 0) : sentence.index]):
        if other.words[0].text == "To" and other.words[-1].text == ":":
            ids = (i for w in other.words for i in draft.actor_ids.get(w.index, ()))
            return tuple(dict.fromkeys(ids))
    return ()
