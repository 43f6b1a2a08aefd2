"""Relations that a noun names: "the GNA's main backer, Turkey", "an ally of Russia"."""

from collections.abc import Iterator

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.predicates import subject_of
from khaldun.coding.relations.finding import Found, ids_at, means_of
from khaldun.coding.syntax import Word


def noun_relations(draft: Draft) -> Iterator[Found]:
    """The relations that nouns name between a referent and an owner."""
    for word in draft.syntax.words:
        if word.pos in ("NOUN", "PROPN"):
            for tie in ties().nouns.get(word.lemma, ()):
                yield from _of_tie(draft, word, tie)


def _of_tie(draft: Draft, noun: Word, tie: Tie) -> Iterator[Found]:
    if any(c.lower in words("relations", "unreal") for c in noun.children):
        return
    owner_places = [p for p in (tie.subject, *tie.target) if p != "referent"]
    owners = next((o for p in owner_places if (o := ids_at(draft, _owners(noun, p)))), ())
    referents = [i for i in ids_at(draft, referents_of(noun)) if i not in owners]
    if tie.person:
        people = {a.id for a in draft.actors if a.person}
        referents = [i for i in referents if i in people]
    turned = tie.subject != "referent"
    for referent in referents:
        for owner in owners:
            yield Found(
                type=tie.type,
                subject=owner if turned else referent,
                target=referent if turned else owner,
                trigger=noun,
                entry=tie.id,
                presupposed=noun.dep != "attr",
                means=tie.means or means_of(noun.children_by("amod", "compound")),
            )


def referents_of(noun: Word) -> list[Word]:
    """Who the noun speaks of: its apposition, what it is in apposition to, or its subject."""
    found = noun.children_by("appos")
    if noun.dep == "appos":
        found.append(noun.head)
    if noun.dep == "attr":
        subject = subject_of(noun.head)
        found.extend([subject] if subject is not None else [])
    if noun.dep == "compound" and noun.head.pos == "PROPN":
        found.append(noun.head)
    if noun.dep == "pobj" and noun.head.lower == "as" and noun.head.head.pos == "VERB":
        described = noun.head.head.child("dobj", "nsubjpass", "nsubj")
        if described is not None and described.pos == "NOUN":
            described = noun.head.head.child("nsubj", "nsubjpass")
        found.extend([described] if described is not None else [])
    return found


def _owners(noun: Word, place: str) -> list[Word]:
    if place == "owner":
        owned = noun.children_by("poss")
        of = [p for c in noun.children_by("prep") if c.lower == "of" for p in c.children_by("pobj")]
        to = [p for c in noun.children_by("prep") if c.lower == "to" for p in c.children_by("pobj")]
        return owned or of or to
    return [p for c in noun.children_by("prep") if c.lower == place for p in c.children_by("pobj")]
