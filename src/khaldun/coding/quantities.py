"""Quantities: how many of what each event killed, captured, sent or destroyed, as ranges."""

from collections.abc import Iterator
from dataclasses import replace

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft, Event, Role
from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.numbers import Amount, amount_of
from khaldun.coding.predicates import carrier_of
from khaldun.coding.predicates.companions import added_on
from khaldun.coding.syntax import Word
from khaldun.record import EventType, Quantity, QuantityRole

NAME = "quantities.v1"

_HARMED = (QuantityRole.KILLED, QuantityRole.WOUNDED)
_MATERIEL = (QuantityRole.DESTROYED, QuantityRole.DAMAGED)
# Roles in which a single person is worth counting: that one man fled or was sent is no figure.
_SINGLE = (*_HARMED, QuantityRole.CAPTURED, QuantityRole.DETAINED, QuantityRole.MISSING)
_FREEING = frozenset({EventType.RETREAT, EventType.CONCEDE, EventType.AGREE})
_BY_TYPE = {
    EventType.AID: QuantityRole.SUPPLIED,
    EventType.MOBILIZE: QuantityRole.DEPLOYED,
    EventType.COERCE: QuantityRole.DETAINED,
}


def run(draft: Draft) -> Draft:
    """Fill `quantities` for the events that count people or materiel."""
    triggers = frozenset(e.trigger.index for e in draft.events)
    found = {
        e.trigger.index: tuple(dict.fromkeys(_quantities(draft, e, triggers))) for e in draft.events
    }
    return replace(draft, quantities={i: q for i, q in found.items() if q})


def _quantities(draft: Draft, event: Event, triggers: frozenset[int]) -> Iterator[Quantity]:
    seen: set[int] = set()
    for trigger, counted in _counted(event, triggers):
        for noun in (counted, *counted.conjuncts()):
            made = None if noun.index in seen else _quantity(draft, event, trigger, noun)
            seen.add(noun.index)
            if made is not None:
                yield made


def _counted(event: Event, triggers: frozenset[int]) -> Iterator[tuple[Word, Word]]:
    """Who or what may be counted, with the word that says what became of them."""
    if event.trigger.pos == "NOUN":
        yield event.trigger, event.trigger
    for word in (
        *event.predicate.by_role(Role.OBJECT),
        *event.predicate.by_role(Role.OBLIQUE, "of"),
    ):
        yield event.trigger, word
        for other in _together_with(word):
            yield event.trigger, other
    for clause in _result_clauses(_verb_of(event), triggers):
        for word in clause.children_by("dobj", "nsubjpass", "nsubj"):
            yield clause, word
    for word in _consumed(event.trigger):
        yield event.trigger, word
    if event.trigger.lemma in words("quantities", "subject_verbs"):
        for word in event.trigger.children_by("nsubj"):
            yield event.trigger, word


def _verb_of(event: Event) -> Word:
    """The verb that the result clauses hang on: for a carried noun its carrier."""
    trigger = event.trigger
    carrier = carrier_of(trigger) if event.predicate.construction == "light" else None
    return carrier or trigger


def _result_clauses(trigger: Word, triggers: frozenset[int]) -> Iterator[Word]:
    """Clauses that tell the toll: "attacked the camp, killing 19 and wounding 5".

    What is an event of its own ("attacked the camp and killed 19") has its own count.
    """
    for child in trigger.children:
        if child.index not in triggers and child.dep in ("advcl", "conj", "xcomp"):
            told = (c for c in (child, *child.conjuncts()) if c.index not in triggers)
            yield from (c for c in told if _tells_toll(c))


def _tells_toll(word: Word) -> bool:
    """What is seized or detained beside an act ("and seized two guns") is another's count."""
    return word.lemma in words("quantities", "tolls") or _role_of(word) in _MATERIEL


def _together_with(noun: Word) -> Iterator[Word]:
    """Who shares it: "held the smuggler along with three of his men"."""
    holders = (noun, noun.head) if noun.dep in ("dobj", "nsubjpass") else (noun,)
    for holder in holders:
        yield from added_on(holder)


def _role_of(word: Word) -> QuantityRole | None:
    particle = next((f"{word.lemma} {c.lower}" for c in word.children_by("prt")), word.lemma)
    role = _roles().get(particle) or _by_phrase(word) or _roles().get(word.lemma)
    return QuantityRole(role) if role else None


def _by_phrase(verb: Word) -> str | None:
    """What a phrase behind a verb, or its object, says became of those who are counted."""
    results: dict[str, str] = load_lexicon("quantities")["results"]
    phrases = [f"{p.lower} {n.lower}" for p in verb.children_by("prep") for n in p.children]
    phrases += [f"{verb.lemma} {noun.lemma}" for noun in verb.children_by("dobj")]
    return next((results[p] for p in phrases if p in results), None)


def _consumed(trigger: Word) -> Iterator[Word]:
    """What something is set to, that destroys it: "set fire to 36 houses"."""
    results: dict[str, str] = load_lexicon("quantities")["results"]
    for noun in trigger.children_by("dobj"):
        if f"{trigger.lemma} {noun.lemma}" in results:
            for to in (*trigger.children_by("prep", "dative"), *noun.children_by("prep")):
                yield from to.children_by("pobj")


def _roles() -> dict[str, str]:
    table: dict[str, str] = load_lexicon("quantities")["roles"]
    return table


def _quantity(draft: Draft, event: Event, trigger: Word, noun: Word) -> Quantity | None:
    role = _released(event) or _harm(trigger) or _role_of(noun) or _role_of(trigger)
    role = role or _role_by_result(trigger) or _role_by_event(event)
    if role is QuantityRole.DEPLOYED and noun.lemma not in words("classes", "people"):
        role = _BY_TYPE.get(event.type, role)  # what is sent as aid is supplied
    amount = _amount(draft, noun, role)
    if amount is None or role is None:
        return None
    owners = draft.actor_ids.get(noun.index) or actors_at(draft, noun)
    return Quantity(
        role=_fitting(role, amount.noun),
        unit=_unit(draft, amount),
        of=owners[0] if len(owners) == 1 else None,
        minimum=amount.minimum,
        maximum=amount.maximum,
        span=draft.syntax.span([*amount.words, amount.noun]),
    )


def _amount(draft: Draft, noun: Word, role: QuantityRole | None) -> Amount | None:
    """How many `noun` is, None for the year of a date and for a body or a part, no numbers."""
    no_number = words("numbers", "measures") | words("numbers", "fractions")
    if noun.index in draft.time_ids or noun.lemma in no_number:
        return None
    amount = amount_of(noun)
    if amount is not None and _is_one_body(amount):
        return None
    single = _one_person(draft, noun) if role in _SINGLE else None
    return amount or single or _one_victim(noun, role)


def _is_one_body(amount: Amount) -> bool:
    """Whether an article only brings in a force as a whole: "is raising an army"."""
    article = all(w.lower in ("a", "an", "another") for w in amount.words)
    return article and amount.noun.lemma in words("quantities", "bodies")


def _one_person(draft: Draft, noun: Word) -> Amount | None:
    """A named person, or one actor with an article, is one: "killed the mayor"."""
    if noun.tag not in ("NN", "NNP") or noun.index not in draft.actor_ids:
        return None
    article = next((c for c in noun.children if c.lower in ("a", "an", "another")), None)
    if article is None and not _is_person(draft, noun):
        return None
    return Amount(minimum=1, maximum=1, words=() if article is None else (article,), noun=noun)


def _one_victim(noun: Word, role: QuantityRole | None) -> Amount | None:
    """Whoever is killed or hurt is one, known to the lexicon or not: "killed a deminer"."""
    article = next((c for c in noun.children_by("det") if c.lower in ("a", "an")), None)
    if role not in _HARMED or article is None or noun.tag != "NN":
        return None
    if any(noun.lemma in words("classes", kind) for kind in ("vehicle", "facility", "paper")):
        return None
    return Amount(minimum=1, maximum=1, words=(article,), noun=noun)


def _harm(trigger: Word) -> QuantityRole | None:
    """Hostages that are killed are no longer counted as captured."""
    role = _role_of(trigger) if trigger.pos == "VERB" else None
    return role if role in _HARMED else None


def _role_by_result(trigger: Word) -> QuantityRole | None:
    """What a clash leaves people: "left 14 people dead"."""
    result = trigger.child("oprd")
    return None if result is None else _role_of(result)


def _is_person(draft: Draft, noun: Word) -> bool:
    ids = draft.actor_ids[noun.index]
    return len(ids) == 1 and any(a.person for a in draft.actors if a.id == ids[0])


def _released(event: Event) -> QuantityRole | None:
    """Prisoners that are freed are no longer counted as captured."""
    return QuantityRole.OTHER if event.type in _FREEING else None


def _role_by_event(event: Event) -> QuantityRole | None:
    """What becomes of those whom an event counts, where no word says it."""
    if "expel" in event.modes:
        return QuantityRole.DISPLACED
    if event.type is EventType.COERCE and "arrest" not in event.modes:
        return None
    return _BY_TYPE.get(event.type)


def _fitting(role: QuantityRole, noun: Word) -> QuantityRole:
    """What becomes of what is counted: people are not supplied, jets are not killed.

    Captured combatants are captured, detained civilians detained.
    """
    if role is QuantityRole.DETAINED and noun.lemma in words("classes", "combatant"):
        return QuantityRole.CAPTURED
    if role is QuantityRole.SUPPLIED and noun.lemma in words("classes", "people"):
        return QuantityRole.OTHER
    if role is QuantityRole.KILLED and noun.lemma in words("classes", "vehicle"):
        return QuantityRole.DESTROYED
    if role is QuantityRole.DESTROYED and noun.lemma in words("classes", "people"):
        return QuantityRole.KILLED
    return role


def _unit(draft: Draft, amount: Amount) -> str:
    """What is counted, without the number: the noun with its modifiers.

    A bare number ("wounding 11", "thousands fled") counts people.
    """
    counted = {w.index for w in amount.words}
    if amount.noun.pos in ("NUM", "PRON") or amount.noun.index in counted:
        return "people"
    if amount.noun.pos == "PROPN" and not amount.words:
        return "person"
    # What stands before the number is no part of the unit: "an estimated 70,000 people".
    number = max((i for i in counted if i < amount.noun.index), default=-1)
    kept = [
        part
        for w in amount.noun.children
        if w.dep in ("compound", "amod", "poss", "nmod") and w.tag != "PRP$"
        if w.dep != "poss" or w.child("det") is None  # "the force's deputy commander"
        for part in w.subtree()
        if part.index > number
    ]
    return draft.syntax.span([*(w for w in kept if w.index < amount.noun.index), amount.noun]).quote
