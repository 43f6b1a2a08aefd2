"""The chain of holders of a word: who says that who says it."""

from bisect import bisect_left, bisect_right

from khaldun.coding.attribution.sources import named_apposition
from khaldun.coding.draft import Draft, Frame
from khaldun.coding.syntax import Word
from khaldun.record import Attribution

_AUTHOR = frozenset({"i", "we", "one"})
REACH = 500
"""How many words from its cue a content is looked for: longer quotations are cut there."""


def attribution_of(draft: Draft, word: Word) -> tuple[Attribution, ...]:
    """Who holds what `word` says, outermost first; empty where it is the author's own word."""
    covering = _covering(draft, word)
    return tuple(_link(draft, frame) for frame in covering if not _is_author(draft, frame))


def innermost_frame(draft: Draft, word: Word) -> Frame | None:
    """The frame of the holder nearest to `word`, None where that is the author."""
    covering = _covering(draft, word)
    return covering[-1] if covering else None


def frames_over(draft: Draft, word: Word) -> list[Frame]:
    """The frames of all holders of `word`, outermost first."""
    return _covering(draft, word)


def _covering(draft: Draft, word: Word) -> list[Frame]:
    """Frames whose holder vouches for a content that covers `word`, outermost first."""
    frames = draft.frames
    first = bisect_left(frames, word.index - REACH, key=_position)
    last = bisect_right(frames, word.index + REACH, key=_position)
    found = [f for f in frames[first:last] if f.claims and f.cue is not word and _covers(f, word)]
    return sorted(found, key=lambda f: (-_size(f), f.cue.index))


def _position(frame: Frame) -> int:
    return frame.cue.index


def _covers(frame: Frame, word: Word) -> bool:
    for content in frame.contents:  # a loop: this is asked more often than anything else
        if content.start <= word.start and word.end <= content.end:
            return True
    return False


def _size(frame: Frame) -> int:
    return sum(c.end - c.start for c in frame.contents)


def _is_author(draft: Draft, frame: Frame) -> bool:
    """Whether who writes says it: the "I" and "we" that nobody is known to speak, and "one"."""
    source = frame.source_head
    if source is None or source.lower not in _AUTHOR or source.children:  # "one of them"
        return False
    return source.index not in draft.actor_ids


def _link(draft: Draft, frame: Frame) -> Attribution:
    actors: tuple[str, ...] = ()
    if frame.source_head is not None:
        named = named_apposition(frame.source_head)
        ids = draft.actor_ids
        actors = ids.get(frame.source_head.index, ()) or ids.get(named.index, ())
    return Attribution(
        holder=frame.holder,
        kind=frame.kind,
        cue=frame.cue_span,
        actor=actors[0] if len(actors) == 1 else None,
        direct_quote=frame.direct_quote,
    )
