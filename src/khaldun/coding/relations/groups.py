"""Who is part of what: "the coalition, including Chad", "2nd Battalion, 14th Regiment"."""

from collections.abc import Iterator

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import ties
from khaldun.coding.relations.finding import Found, Known, ids_at, is_body, pairs
from khaldun.coding.relations.nouns import owners_of, words_at
from khaldun.coding.relations.referents import company_of, gives_examples
from khaldun.coding.syntax import Word
from khaldun.record import Actor, RelationType

_BREAKS = frozenset({",", "–", "—", "-", "("})
_NEAR = 5
"""How many words before the comma may belong to the group's own phrase."""


def group_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations of examples to their group, of units to larger ones, of companions."""
    for index in draft.actor_ids:
        name = draft.syntax.words[index]
        yield from _of_company(draft, name)
        yield from _of_example(draft, known, name)
        if name.pos == "PROPN":
            yield from _of_unit(draft, known, name)
            yield from _of_owner(draft, known, name)


def _of_example(draft: Draft, known: Known, name: Word) -> Iterator[Found]:
    """A named body is part of the group that it is an example of."""
    group = _group_of(draft, name)
    if group is None:
        return
    whole = _whole(draft, known, group)
    for part, larger in pairs(ids_at(draft, [name]), whole):
        yield _part_of(known[part], larger, name, "relations.example")


def _group_of(draft: Draft, name: Word) -> Word | None:
    """The noun that the name is an example of: behind "including", "such as", "especially"."""
    if name.dep == "pobj" and gives_examples(name.head) and name.pos == "PROPN":
        above = name.head.head
        return above if above.pos in ("NOUN", "PROPN") else None
    adverb = next((c for c in name.children if c.lower in words("relations", "especially")), None)
    singled_out = adverb is not None and adverb.index < name.index
    return _before_comma(draft, adverb) if adverb is not None and singled_out else None


def _before_comma(draft: Draft, adverb: Word) -> Word | None:
    """The last actor before the comma of "the Free Army (FA), chiefly the Tigers"."""
    every = draft.syntax.words
    if adverb.index < 2 or every[adverb.index - 1].text not in _BREAKS:
        return None
    before = every[max(adverb.index - 1 - _NEAR, 0) : adverb.index - 1]
    heads = (w for w in reversed(before) if w.sentence == adverb.sentence)
    return next((w for w in heads if w.index in draft.actor_ids), None)


def _whole(draft: Draft, known: Known, group: Word) -> tuple[str, ...]:
    """The group itself, or for "coalition members" the coalition."""
    if group.lemma in words("relations", "constituents"):
        before = ids_at(draft, words_at(group, "modifier"))
        whole = before or ids_at(draft, owners_of(group)) or ids_at_own(draft, group)
        return tuple(i for i in whole if is_body(known[i]))
    found = (i for i in draft.actor_ids.get(group.index, ()) if is_body(known[i]))
    return tuple(i for i in found if known[i].sector not in (None, "GOV") or group.pos == "PROPN")


def _of_company(draft: Draft, name: Word) -> Iterator[Found]:
    """Those who do something together are allies: "Chadian troops, together with Nigerien ones"."""
    if name.dep not in ("nsubj", "agent", "pobj") or not _fights(name):
        return
    if name.dep == "pobj" and name.head.lower != "by":
        return  # "fought alongside Chad against the front": the front is no ally of Chad's
    company = [*company_of(name), *company_of(_deed_of(name))]
    for subject, target in pairs(ids_at_own(draft, name), ids_at(draft, company)):
        yield Found(
            type=RelationType.ALLIED_WITH,
            subject=subject,
            target=target,
            trigger=name.head,
            entry="relations.company",
        )


def _deed_of(name: Word) -> Word:
    """What is done: the verb of a subject, or of who stands behind "by"."""
    return name.head if name.dep == "nsubj" else name.head.head


def _fights(name: Word) -> bool:
    verb = _deed_of(name)
    return any(t.type is RelationType.OPPOSES for t in ties().verbs.get(verb.lemma, ())) or (
        verb.lemma in words("relations", "fighting")
    )


def _of_unit(draft: Draft, known: Known, name: Word) -> Iterator[Found]:
    """A unit is part of the one behind the comma, of its owner, and so is a soldier."""
    own = ids_at_own(draft, name)
    larger = [c for c in name.children_by("appos", "npadvmod") if _is_larger(draft, c)]
    if name.lower in words("relations", "units"):
        larger = larger or [*name.children_by("poss"), *words_at(name, "of")]
    elif not any(known[i].person for i in own):
        return
    whole = (i for i in ids_at_own(draft, *larger[:1]) if is_body(known[i]))
    for part, body in pairs(own, whole):
        yield _part_of(known[part], body, name, "relations.unit")


def _part_of(part: Actor, whole: str, name: Word, entry: str) -> Found:
    """A body is part of the larger one, a person its member."""
    return Found(
        type=RelationType.MEMBER_OF if part.person else RelationType.PART_OF,
        subject=part.id,
        target=whole,
        trigger=name,
        entry=entry,
        presupposed=True,
    )


def _of_owner(draft: Draft, known: Known, name: Word) -> Iterator[Found]:
    """A person leads the named body that is his: "Jonas Savimbi's UNITA"."""
    possessors = [*name.children_by("poss"), *words_at(name, "of")]
    # "Joseph Marwa's God's Army": the name itself has a possessor.
    possessors += [p for w in possessors for p in w.children_by("poss")]
    owners = (i for i in ids_at_own(draft, *possessors) if known[i].person)
    bodies = [i for i in ids_at_own(draft, name) if is_body(known[i])]
    for leader, body in pairs(tuple(owners), bodies):
        yield Found(
            type=RelationType.LEADS,
            subject=leader,
            target=body,
            trigger=name,
            entry="relations.owner",
            presupposed=True,
        )


def _is_larger(draft: Draft, unit: Word) -> bool:
    """Whether it stands right behind a comma, without an article or an "and" before it."""
    first = min(unit.subtree(), key=lambda w: w.index)
    before = draft.syntax.words[first.index - 1].text if first.index else ""
    listed = unit.dep == "conj" or unit.child("conj", "det") is not None
    return before == "," and unit.lower in words("relations", "units") and not listed


def ids_at_own(draft: Draft, *heads: Word) -> tuple[str, ...]:
    """Ids of what the words themselves head, without what is coordinated with them."""
    return tuple(dict.fromkeys(i for w in heads for i in draft.actor_ids.get(w.index, ())))
