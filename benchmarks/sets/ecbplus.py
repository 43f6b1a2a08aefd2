"""ECB+: the same event across reports (Cybulska and Vossen 2014).

CoNLL F1 over the event mentions of all documents of a topic, singletons included. As is usual on
this set the mentions are given (those of the sentences that were checked by hand; a second figure
takes all), and the documents of a topic, which tell of two incidents that look alike, are
resolved together. A mention becomes a report whose kind is its word and whose parties are those
that the coder finds; the resolver for events then groups them. The set gives no publication
dates, so that what keeps the two incidents apart is the story and the parties.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.across import by_half
from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import read
from benchmarks.resolving import described
from benchmarks.scoring import conll_f1, conll_tally
from benchmarks.values import head_of
from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.record import Actor
from khaldun.resolution import outline_of, resolve_actors
from khaldun.resolution.events import group
from khaldun.resolution.facts import Facts, Party, party_of, stem

_CHECKED, _ALL = "CoNLL F1 across documents", "CoNLL F1 across documents, all mentions"


class Mention(Stretch, frozen=True, kw_only=True):
    """An annotated stretch; those of events have types with ACTION."""

    type: str
    coref: str | None = None
    validated: bool = False


class Item(Row, frozen=True, kw_only=True):
    """A news text with its topic."""

    topic: int
    annotations: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event mention: what the gold says of it and what the coder makes of it."""

    id: str
    coref: str | None
    checked: bool
    word: str
    sentence: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document: its topic, its mentions, and its actors as descriptions by their ids."""

    id: str
    topic: int
    text: str
    mentions: tuple[Told, ...]
    actors: Mapping[str, Actor]


def judge(item: Item, code: Code) -> Outcome:
    """What the coder makes of the event mentions; events are a matter of several documents."""
    text = read(item)
    draft = code(text.document)
    events = [m for m in item.annotations if "ACTION" in m.type]
    found = Text(
        id=item.doc_id,
        topic=item.topic,
        text=item.text,
        mentions=tuple(_told(item, m, draft, text.at(m.span)) for m in events),
        actors={a.id: described(text.document, a) for a in draft.actors},
    )
    return Outcome(item=item.doc_id, found=found)


def _told(item: Item, mention: Mention, draft: Draft, place: tuple[int, int]) -> Told:
    head = head_of(draft.syntax.words_within(*place)) if place != (0, 0) else None
    word = head.lemma if head is not None else item.text[slice(*mention.span)]
    told = Told(
        id=f"{item.doc_id}:{mention.begin}:{mention.end}",
        coref=mention.coref,
        checked=mention.validated,
        word=stem(word.casefold()),
        sentence="" if head is None else str(head.sentence),
    )
    predicate = next((p for p in draft.predicates if p.trigger is head), None)
    if predicate is None:
        return told
    return replace(
        told,
        actors=_in_role(draft, predicate, Role.SUBJECT),
        recipients=_in_role(draft, predicate, Role.OBJECT),
    )


def _in_role(draft: Draft, predicate: Predicate, role: Role) -> tuple[str, ...]:
    words = predicate.by_role(role)
    return tuple(i for word in words for i in draft.actor_ids.get(word.index, ()))


def compare(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """The outcomes with the tallies of each topic."""
    return by_half(outcomes, Text, lambda text: text.topic, _tallies)


def _tallies(texts: Sequence[Text]) -> list[tuple[Tally, ...]]:
    """The tallies of a topic stand with its first document."""
    return [tuple(_of_topic(texts)), *(() for _ in texts[1:])]


def _of_topic(texts: Sequence[Text]) -> Iterator[Tally]:
    event_of = _resolved(texts)
    mentions = [m for text in texts for m in text.mentions]
    for metric, kept in ((_CHECKED, [m for m in mentions if m.checked]), (_ALL, mentions)):
        ours: dict[Hashable, set[Hashable]] = defaultdict(set)
        gold: dict[Hashable, set[Hashable]] = defaultdict(set)
        for mention in kept:
            ours[event_of[mention.id]].add(mention.id)
            gold[mention.coref or mention.id].add(mention.id)
        tally = conll_tally(
            [frozenset(c) for c in ours.values()], [frozenset(c) for c in gold.values()]
        )
        yield Tally(metric=metric, values=tally)


def _resolved(texts: Sequence[Text]) -> dict[str, int]:
    """For each mention the number of its event, by the resolver."""
    actors = resolve_actors(actor for text in texts for actor in text.actors.values())
    parties = {m.member: party_of(r.actor) for r in actors for m in r.members}
    facts = [_facts(text, m, parties) for text in texts for m in text.mentions]
    found = enumerate(group(facts))
    return {m.id: number for number, joined in found for g in joined for m in g.members}


def _facts(text: Text, mention: Told, parties: Mapping[str, Party]) -> Facts:
    return Facts(
        id=mention.id,
        document=text.id,
        block=mention.word,
        family=mention.word,
        first=None,
        last=None,
        trigger=mention.word,
        evidence=mention.sentence,
        actors=tuple(parties[text.actors[i].id] for i in mention.actors),
        recipients=tuple(parties[text.actors[i].id] for i in mention.recipients),
        outline=outline_of(text.text),
    )


SET = GoldSet(
    name="ecbplus",
    row=Item,
    judge=judge,
    compare=compare,
    metrics=(
        Metric(name=_CHECKED, formula=conll_f1),
        Metric(name=_ALL, formula=conll_f1),
    ),
)
