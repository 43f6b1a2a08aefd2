"""The review queue: one statement at a time, in its paragraph, decided by a key."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from khaldun.exchange import wording
from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.record import AnyStated, CodedDocument, Factuality, Relation, Report, Selection
from khaldun.review import Candidate, grounds, in_order
from khaldun.web.correcting import FIELDS
from khaldun.web.filters import address
from khaldun.web.pages.history import history
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.passages import passage
from khaldun.web.showing import Showing, fact
from khaldun.web.view import Answer, View
from khaldun.workspace import Page, Record
from khaldun.workspace.gathering import gathered

_QUEUE = 20
_LOOKED_THROUGH = 60
_ACTIONS = (("a", "accept"), ("e", "correct"), ("x", "reject"))
_KEYS = (
    *_ACTIONS, ("w", "select words: arrows go by words, with Shift they select; Enter is done"),
    ("s", "the selected words are the evidence"), ("t", "the selected words are the trigger"),
    ("m", "merge: opens the actors of this name"), ("space", "skip"), ("u", "undo"),
    ("j", "next"), ("k", "previous"), ("?", "keys"),
)  # fmt: skip
_UNSURE = tuple(value for value in Factuality if value is not Factuality.CERTAIN)


def answer(view: View) -> Answer:
    """What most needs a look: what nobody has decided, or what a second reviewer has not."""
    by = view.asked("reviewer")
    queue = _second_look(view.record, by) if by else _undecided(view.record, view.selection)
    showing = Showing(gathered(view.record, [c.stated for c in queue], texts=False))
    homes = dict.fromkeys(candidate.stated.document for candidate in queue)
    coded = {document: view.record.coded(document) for document in homes}
    done = element("p", text("Nothing is left to review here."), class_="empty")
    return Answer(
        title=f"Review of what others decided, by {by}" if by else "Review",
        body=element(
            "div",
            element("div", reviewer(), keys_help(_KEYS), _modes(by), class_="deciding"),
            element("div", *_items(showing, queue, coded), class_="entries", id="queue")
            if queue
            else done,
            *_names(coded),
            history(view.record),
        ),
        data=[candidate.stated for candidate in queue],
        modules=("review.js",),
        filtered=True,
    )


def _undecided(record: Record, selection: Selection) -> tuple[Candidate, ...]:
    return tuple(islice(in_order(_candidates(record, selection)), _QUEUE))


def _second_look(record: Record, by: str) -> tuple[Candidate, ...]:
    found = record.decided_by_others(by, limit=_QUEUE)
    return tuple(Candidate(stated=stated) for stated in found)


def _candidates(record: Record, selection: Selection) -> Iterator[Candidate]:
    """A bounded number of each kind of doubt, so that a large record is not read through."""
    unsure = _narrowed(selection)
    decided = record.decided()
    plain = (
        _first(record.reports, selection, decided, _LOOKED_THROUGH),
        _first(record.stated_relations, selection, decided, _QUEUE),
        _first(record.forecasts, selection, decided, _QUEUE),
        _first(record.reports, unsure, decided, _LOOKED_THROUGH),
        _first(record.stated_relations, unsure, decided, _LOOKED_THROUGH),
    )
    is_new = _Newness(record)
    for stated in chain.from_iterable(plain):
        yield Candidate(stated=stated, new_actor=is_new.of(stated))
    for identifier in _of_disputes(record, selection):
        if identifier not in decided:
            stated = record.statement(identifier)
            yield Candidate(stated=stated, disputed=True, new_actor=is_new.of(stated))


def _first(
    fetch: Callable[..., Page[Any]], selection: Selection, decided: frozenset[str], most: int
) -> list[AnyStated]:
    """The first statements of a list that nobody has decided."""
    found: list[AnyStated] = []
    after: str | None = None
    while len(found) < most:
        page = fetch(selection, limit=most, after=after)
        found += [stated for stated in page if stated.id not in decided]
        after = page.after
        if after is None:
            break
    return found[:most]


def _narrowed(selection: Selection) -> Selection:
    """The same, but only what is not certain."""
    asked = tuple(value for value in selection.certainty if value in _UNSURE)
    return replace(selection, certainty=asked or _UNSURE)


def _of_disputes(record: Record, selection: Selection) -> Iterator[str]:
    for event in record.contradictions(selection, limit=_QUEUE):
        for contradiction in event.contradictions:
            yield from (*contradiction.one[:1], *contradiction.other[:1])


class _Newness:
    """Whether a statement names an actor that nothing else names; each actor is looked up once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._known: dict[str, bool] = {}

    def of(self, stated: AnyStated) -> bool:
        item = stated.item
        named = (*item.actors, *item.recipients) if isinstance(item, Report) else ()
        return any(self._is_new(actor) for actor in named)

    def _is_new(self, actor: str) -> bool:
        if actor not in self._known:
            found = self._record.reports(Selection(actor=actor), limit=2)
            self._known[actor] = len(found) == 1
        return self._known[actor]


def _items(
    showing: Showing, queue: Iterable[Candidate], coded: Mapping[str, CodedDocument]
) -> list[Markup]:
    texts = {id_: one.document.text for id_, one in coded.items()}
    return [_item(showing, candidate, texts) for candidate in queue]


def _item(showing: Showing, candidate: Candidate, texts: dict[str, str]) -> Markup:
    stated = candidate.stated
    actions = [
        element("button", text(f"{action.capitalize()} ({key})"), type="button", data_action=action)
        for key, action in _ACTIONS
    ]
    words = passage(stated, texts[stated.document])
    return element(
        "section",
        element(
            "p",
            *(fact(ground.value) for ground in grounds(candidate)),
            fact(wording.confidence(stated.item.confidence)),
            class_="grounds",
        ),
        showing.statement(stated, words),
        element("p", *actions, class_="actions"),
        _correction(stated),
        class_="item",
        data_record=stated.id,
        data_merge=_merging(showing, stated),
        tabindex="0",
    )


def _merging(showing: Showing, stated: AnyStated) -> str:
    """Where actors are merged, at those that are called like the first of the statement."""
    item = stated.item
    if isinstance(item, Report):
        named = (*item.actors, *item.recipients)
    elif isinstance(item, Relation):
        named = (item.subject,)
    else:
        named = item.subjects
    return address("/actors", text=showing.name(named[0]) if named else None)


def _correction(stated: AnyStated) -> Markup:
    choices = [
        element("option", text(field.name.replace("_", " ")), value=field.name,
                data_hint=field.hint)
        for field in FIELDS[type(stated.item)]
    ]  # fmt: skip
    return element(
        "form",
        element("label", text("Field "), element("select", *choices, name="field")),
        element("label", text("Value "),
                void("input", name="value", list=f"names-{stated.document}")),
        element("label", text("Why "), void("input", name="reason")),
        element("button", text("Save"), type="submit"),
        element("output", class_="hint", aria_live="polite"),
        element("output", class_="words", aria_live="polite"),
        hidden="",
        class_="correction",
    )  # fmt: skip


def _names(coded: Mapping[str, CodedDocument]) -> Iterator[Markup]:
    """The names of each document, offered where a party is written."""
    for document, one in coded.items():
        names = dict.fromkeys([*(a.name for a in one.actors), *(p.name for p in one.places)])
        options = (void("option", value=name) for name in names)
        yield element("datalist", *options, id=f"names-{document}")


def _modes(by: str | None) -> Markup:
    """The way to the queue of a second reviewer, and back."""
    links = [element("a", text("Agreement between reviewers"), href="/agreement")]
    if by:
        links.append(element("a", text("What nobody has decided"), href="/review"))
    else:
        links.append(element("a", text("What others decided"), href="/review", id="second"))
    return element("p", *(part for link in links for part in (link, text(" "))), class_="ways")
