"""What is said in the turns of an interview or debate: all of it is the word of who speaks."""

from collections import Counter
from collections.abc import Iterator

from khaldun.coding.attribution.cues import Cue
from khaldun.coding.draft import Draft
from khaldun.coding.interviews import Interview, interview_in
from khaldun.coding.syntax import Word


def answer_cues(draft: Draft) -> Iterator[Cue]:
    """A cue for each answer: its label, with the speaker whom that names.

    Who is asked is the person of whom the introduction speaks most.
    """
    interview = interview_in(draft.syntax)
    if interview is None:
        return
    asked = _asked(draft, interview)
    for answer in interview.answers:
        opening = draft.syntax.words[answer.first]
        speaker = answer.speaker or asked
        if speaker is None or (answer.speaker and speaker.index not in draft.actor_ids):
            continue
        yield Cue(
            word=opening,
            last=opening,
            source=speaker,
            contents=[(answer.first, answer.last)],
            claims=True,
            direct=True,
            label=answer.label,
        )


def _asked(draft: Draft, interview: Interview) -> Word | None:
    persons = {a.id for a in draft.actors if a.person and a.name[0].isupper()}
    heads = [
        (index, ids[0])
        for index, ids in sorted(draft.actor_ids.items())
        if index < interview.opening and len(ids) == 1 and ids[0] in persons
    ]
    counts = Counter(actor for _, actor in heads)
    most = max(counts.values(), default=0)
    found = (draft.syntax.words[i] for i, actor in heads if counts[actor] == most)
    return next((w for w in found if w.pos == "PROPN"), None)
