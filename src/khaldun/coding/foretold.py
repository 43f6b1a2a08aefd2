"""When something that was still to come was said to come: long ago, or now."""

from datetime import timedelta

from khaldun.coding.attribution import innermost_frame
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.coding.when import when_of
from khaldun.record import TimeBasis, When

NAME = "foretold.v1"

# What was said within a month of publication is said of the time from publication on.
_RECENT = timedelta(days=31)


def foretold_on(draft: Draft, word: Word) -> When | None:
    """When the holder said what `word` says, if the text dates that well before publication.

    "When the war broke out in April 2023, most diplomats thought that it would last a week":
    the week is one of 2023. None for what is foretold now, or at no known time.
    """
    frame, published = innermost_frame(draft, word), draft.published
    if frame is None or published is None or not _is_past(frame.cue):
        return None
    when = when_of(draft, frame.cue)
    dated = when.earliest is not None and when.basis is not TimeBasis.PUBLICATION
    if not dated or when.latest is None or when.latest > published.earliest - _RECENT:
        return None
    return when


def _is_past(verb: Word) -> bool:
    """Whether it was said then: "warned", "had warned"."""
    had = any(c.lower == "had" for c in verb.children_by("aux"))
    return verb.tag == "VBD" or (verb.tag == "VBN" and had)
