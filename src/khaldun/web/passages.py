"""The paragraph in which a statement stands, so that words can be selected in it."""

from khaldun.exchange.html.markup import Markup, element, text
from khaldun.record import AnyStated, Report, Span
from khaldun.web.showing import source_of

_MOST = 1_500  # characters on either side of the evidence


def passage(stated: AnyStated, whole: str) -> Markup:
    """The paragraph of the evidence; `data-start` is its offset in the text, in code points."""
    item = stated.item
    evidence = item.evidence
    start, end = _bounds(whole, evidence)
    trigger = item.trigger if isinstance(item, Report) else None
    return element(
        "div",
        element(
            "p",
            text(whole[start : evidence.start]),
            element("mark", *_strong(whole, evidence, trigger), class_="evidence-words"),
            text(whole[evidence.end : end]),
            class_="passage",
            data_start=str(start),
            dir="auto",
            tabindex="-1",
        ),
        source_of(stated),
        class_="quote",
    )


def _strong(whole: str, evidence: Span, trigger: Span | None) -> list[Markup]:
    if trigger is None or not evidence.covers(trigger):
        return [text(whole[evidence.start : evidence.end])]
    return [
        text(whole[evidence.start : trigger.start]),
        element("b", text(whole[trigger.start : trigger.end])),
        text(whole[trigger.end : evidence.end]),
    ]


def _bounds(whole: str, evidence: Span) -> tuple[int, int]:
    before = whole.rfind("\n\n", max(0, evidence.start - _MOST), evidence.start)
    after = whole.find("\n\n", evidence.end, evidence.end + _MOST)
    start = before + 2 if before >= 0 else max(0, evidence.start - _MOST)
    return start, after if after >= 0 else min(len(whole), evidence.end + _MOST)
