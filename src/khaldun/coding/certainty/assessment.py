"""The value of a word, composed along the path from its holder down to it."""

from khaldun.coding.attribution import frames_over
from khaldun.coding.certainty.edges import Link, below, is_answered, is_denied
from khaldun.coding.certainty.modifiers import modified
from khaldun.coding.certainty.rules import certainty_rules
from khaldun.coding.certainty.values import CERTAIN, State, Value
from khaldun.coding.draft import Draft, Frame
from khaldun.coding.syntax import Word

_DEEPEST = 40
"""How many words up the tree are looked at: what is farther off hardly bears on the word."""


def assess(draft: Draft, word: Word) -> State:
    """Compose the state of `word` from what governs it; the cost is bounded by a constant."""
    frame = _holder_of(draft, word)
    path = _path(word, frame.cue if frame is not None else None)
    base = State()
    full = base
    for position in range(len(path) - 1, -1, -1):
        node = path[position]
        next_down = path[position - 1].word if position else None
        if position < len(path) - 1:
            base = below(path[position + 1], node, base, full)
            if next_down is None and is_answered(path[position + 1], node):
                base = State()
        full = modified(draft.syntax, node.word, next_down, base)
        if frame is not None and node.word is frame.cue:
            full = _as_holder(full)
    return full


def _holder_of(draft: Draft, word: Word) -> Frame | None:
    """The frame of the holder whose view counts: of "denied reports that X fell" the denier's."""
    frames = frames_over(draft, word)
    while len(frames) > 1 and is_denied(frames[-1].cue):
        frames = frames[:-1]
    return frames[-1] if frames else None


def _as_holder(state: State) -> State:
    """The state of a word of saying for its own holder: only whether it is said counts."""
    certain = Value(CERTAIN.strength, state.value.holds)
    return state if state.value == certain else State(value=certain)


def _path(word: Word, top: Word | None) -> list[Link]:
    """The word and what it hangs on, up to the cue of its holder or the root.

    A preposition between two of them is kept with the lower one.
    """
    path = [Link(word=word)]
    opening = certainty_rules().open_prepositions
    preposition: Word | None = None
    current = word
    while not current.is_root and current is not top and len(path) < _DEEPEST:
        current = current.head
        if (
            current.dep in ("prep", "agent")
            and (current.pos in ("ADP", "SCONJ", "ADV") or current.lower in opening)
            and current is not top
        ):
            preposition = current
            continue
        path[-1] = Link(word=path[-1].word, preposition=preposition)
        preposition = None
        path.append(Link(word=current))
    return path
