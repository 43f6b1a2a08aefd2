"""The review queue: one statement at a time, in its paragraph, decided by a key."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.record import Account, Factuality, Relation, Report, Selection
from khaldun.review import Candidate, grounds, in_order
from khaldun.web.correcting import FIELDS
from khaldun.web.filters import address
from khaldun.web.pages.history import history
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.passages import passage
from khaldun.web.showing import AnyStated, Showing, fact
from khaldun.web.view import Answer, View
from khaldun.workspace import Record
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
    account = gathered(view.record, [candidate.stated for candidate in queue])
    done = element("p", text("Nothing is left to review here."), class_="empty")
    return Answer(
        title=f"Review of what others decided, by {by}" if by else "Review",
        body=element(
            "div",
            element("div", reviewer(), keys_help(_KEYS), _modes(by), class_="deciding"),
            element("div", *_items(account, queue), class_="entries", id="queue")
            if queue
            else done,
            *_names(view.record, queue),
            history(view.record),
        ),
        data=[candidate.stated for candidate in queue],
        modules=("review.js",),
        filtered=True,
    )


def _undecided(record: Record, selection: Selection) -> tuple[Candidate, ...]:
    first = in_order(_candidates(record, selection))
    kept = (c for c in first if not _is_decided(record, c.stated.id))
    return tuple(islice(kept, _QUEUE))


def _second_look(record: Record, by: str) -> tuple[Candidate, ...]:
    found = record.decided_by_others(by, limit=_QUEUE)
    return tuple(Candidate(stated=stated) for stated in found)


def _candidates(record: Record, selection: Selection) -> Iterator[Candidate]:
    """A bounded number of each kind of doubt, so that a large record is not read through."""
    unsure = _narrowed(selection)
    plain = [
        *record.reports(selection, limit=_LOOKED_THROUGH),
        *record.stated_relations(selection, limit=_QUEUE),
        *record.forecasts(selection, limit=_QUEUE),
        *record.reports(unsure, limit=_LOOKED_THROUGH),
        *record.stated_relations(unsure, limit=_LOOKED_THROUGH),
    ]
    for stated in plain:
        yield Candidate(stated=stated, new_actor=_has_new_actor(record, stated))
    for identifier in _of_disputes(record, selection):
        stated = record.statement(identifier)
        yield Candidate(stated=stated, disputed=True, new_actor=_has_new_actor(record, stated))


def _narrowed(selection: Selection) -> Selection:
    """The same, but only what is not certain."""
    asked = tuple(value for value in selection.certainty if value in _UNSURE)
    return replace(selection, certainty=asked or _UNSURE)


def _of_disputes(record: Record, selection: Selection) -> Iterator[str]:
    for event in record.contradictions(selection, limit=_QUEUE):
        for contradiction in event.contradictions:
            yield from (*contradiction.one[:1], *contradiction.other[:1])


def _has_new_actor(record: Record, stated: AnyStated) -> bool:
    item = stated.item
    named = (*item.actors, *item.recipients) if isinstance(item, Report) else ()
    return any(len(record.reports(Selection(actor=id_), limit=2)) == 1 for id_ in named)


def _is_decided(record: Record, identifier: str) -> bool:
    return any(not judged.undone for judged in record.decisions(identifier))


def _items(account: Account, queue: Iterable[Candidate]) -> list[Markup]:
    showing = Showing(account)
    texts = {edition.document.id: edition.document.text for edition in account.editions}
    return [_item(showing, candidate, texts) for candidate in queue]


def _item(showing: Showing, candidate: Candidate, texts: dict[str, str]) -> Markup:
    stated = candidate.stated
    actions = [
        element("button", text(f"{action.capitalize()} ({key})"), type="button", data_action=action)
        for key, action in _ACTIONS
    ]
    words = passage(stated, texts[stated.document]) if stated.document in texts else None
    return element(
        "section",
        element("p", *(fact(ground.value) for ground in grounds(candidate)), class_="grounds"),
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


def _names(record: Record, queue: Iterable[Candidate]) -> Iterator[Markup]:
    """The names of each document, offered where a party is written."""
    for document in dict.fromkeys(candidate.stated.document for candidate in queue):
        coded = record.coded(document)
        names = dict.fromkeys([*(a.name for a in coded.actors), *(p.name for p in coded.places)])
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
