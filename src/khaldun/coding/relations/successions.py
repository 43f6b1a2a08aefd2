"""Who leads after whom: "Nur replaced Hilal as commander of the Tigers"."""

from collections.abc import Iterator

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
    persons = [i for i in ids_at(draft, leaders) if known[i].person]
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
