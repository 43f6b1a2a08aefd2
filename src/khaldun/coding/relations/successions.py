"""Who leads after whom: "Nur replaced Hilal as commander of the Tigers"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import ties
from khaldun.coding.predicates import subject_of
from khaldun.coding.relations.finding import Found, Known, ids_at, pairs
from khaldun.coding.relations.nouns import owners_of
from khaldun.coding.syntax import Word
from khaldun.record import RelationType


def succession_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The one who leads from then on, and the one who did until then."""
    for word in draft.syntax.words:
        if word.pos == "VERB" and word.lemma in words("relations", "succeeding"):
            office = _office_of(word)
            if office is not None:
                yield from _led(draft, known, office, _newcomers(word), ended=False)
                yield from _led(draft, known, office, _forerunners(word), ended=True)


def inherited_relations(draft: Draft, known: Known, stated: Iterable[Found]) -> Iterator[Found]:
    """Who leads after whom where only one is said to: "Hilal, its leader, fell; Nur followed"."""
    led = [f for f in stated if f.type is RelationType.LEADS and f.subject in known]
    for word in draft.syntax.words:
        if word.pos != "VERB" or word.lemma not in words("relations", "succeeding") or not led:
            continue
        if _office_of(word) is None:
            new, old = (_persons(draft, known, w) for w in (_newcomers(word), _forerunners(word)))
            for newcomer, forerunner in pairs(new, old):
                yield from _inherited(word, led, newcomer, forerunner)


def _inherited(verb: Word, led: list[Found], newcomer: str, forerunner: str) -> Iterator[Found]:
    for found in led:
        if found.subject in (newcomer, forerunner):
            heir = replace(
                found,
                subject=newcomer,
                trigger=verb,
                entry="relations.succession",
                ended=False,
                begins=True,
                claim=None,
            )
            yield heir
            yield replace(heir, subject=forerunner, ended=True, begins=False)


def _persons(draft: Draft, known: Known, heads: list[Word]) -> tuple[str, ...]:
    return tuple(i for i in ids_at(draft, heads) if known[i].person)


def _office_of(verb: Word) -> Word | None:
    """The office of a leader that one takes from the other: "as commander", "at the head"."""
    behind = (p for c in verb.children_by("prep") if c.lower in ("as", "at", "in")
              for p in c.children_by("pobj"))  # fmt: skip
    return next((p for p in behind if _is_lead(p)), None)


def _is_lead(noun: Word) -> bool:
    lesser = {c.lower for c in noun.children} & words("relations", "lesser")
    kinds = {t.type for t in ties().nouns.get(noun.lemma, ())}
    return RelationType.LEADS in kinds and not lesser


def _newcomers(verb: Word) -> list[Word]:
    """Who comes after: the subject, or of a passive the agent."""
    if verb.child("nsubjpass") is not None:
        return [p for a in verb.children_by("agent") for p in a.children_by("pobj")]
    subject = subject_of(verb)
    return [] if subject is None else [subject]


def _forerunners(verb: Word) -> list[Word]:
    """Who was there before."""
    return verb.children_by("nsubjpass") or verb.children_by("dobj")


def _led(
    draft: Draft, known: Known, office: Word, leaders: list[Word], *, ended: bool
) -> Iterator[Found]:
    persons = _persons(draft, known, leaders)
    for leader, body in pairs(persons, ids_at(draft, owners_of(office))):
        yield Found(
            type=RelationType.LEADS,
            subject=leader,
            target=body,
            trigger=office,
            entry="relations.succession",
            ended=ended,
            begins=not ended,
        )
