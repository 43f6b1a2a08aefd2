"""PETRARCH's unit cases, many with invented countries (Open Event Data Alliance).

A case's codes come from a dictionary. Judged are the pairs whose two codes can be told from the
sentence without it: a name there starts with the code's first three letters, or our actor has
them as its country. A pair is found when some report has the one as actor and the other as
recipient, or, for two-sided events, both as actors.
"""

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import actor
from benchmarks.reading import read
from benchmarks.scoring import ratio
from khaldun.coding.draft import Draft

_NO_CODE = "---"


class Coded(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """A CAMEO event between two codes."""

    cameo: str | None = None
    source: str | None = None
    target: str | None = None


class NoEvents(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="noevents"):
    """The case that nothing must be coded."""


class Item(Row, frozen=True, kw_only=True):
    """A case."""

    annotations: tuple[Coded | NoEvents, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Whether the pairs of the case are pairs of ours."""
    pairs = [p for a in item.annotations if isinstance(a, Coded) and (p := _pair(a, item.text))]
    silent = any(isinstance(a, NoEvents) for a in item.annotations)
    if not pairs and not silent:
        return Outcome(item=item.doc_id)
    draft = code(read(item).document)
    if silent:
        said = float(bool(draft.reports))
        return Outcome(
            item=item.doc_id, tallies=(Tally(metric="empty cases coded", values=(said, 1.0)),)
        )
    missed = [p for p in pairs if not is_found(draft, *p)]
    found = (float(len(pairs) - len(missed)), float(len(pairs)))
    return Outcome(
        item=item.doc_id,
        tallies=(Tally(metric="pairs found", values=found),),
        disagreements=tuple(
            Disagreement(kind="pair missed", item=item.doc_id, note=f"{s} → {t}: {item.text}")
            for s, t in missed
        ),
    )


def _pair(coded: Coded, text: str) -> tuple[str, str] | None:
    """The two country codes, where both are told by a name in the text."""
    source, target = (coded.source or "")[:3], (coded.target or "")[:3]
    names = [word.strip("'\"(") for word in text.replace("-", " ").split()]
    told = all(
        code and code != _NO_CODE and any(n.upper().startswith(code) for n in names)
        for code in (source, target)
    )
    return (source, target) if told and source != target else None


def is_found(draft: Draft, source: str, target: str) -> bool:
    """Whether a report has the source as actor and the target as another party."""
    for report in draft.reports:
        doers = [i for i in report.actors if _is(draft, i, source)]
        others = [i for i in (*report.recipients, *report.actors) if _is(draft, i, target)]
        if doers and others:
            return True
    return False


def _is(draft: Draft, actor_id: str, code: str) -> bool:
    found = actor(draft, actor_id)
    if found is None:
        return False
    words = " ".join((found.name, *found.aliases)).replace("-", " ").split()
    return found.country == code or any(w.upper().startswith(code) for w in words)


SET = GoldSet(
    name="petrarch_validation",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="pairs found", formula=ratio),
        Metric(name="empty cases coded", formula=ratio),
    ),
    note="pairs whose codes need PETRARCH's dictionary are left out",
)
