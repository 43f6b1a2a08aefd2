"""Where in its sentence a party of a predicate may stand: walks over phrases and clauses."""

from collections.abc import Iterable, Iterator, Sequence

from khaldun.coding.actors.owners import aligned_words
from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.lexicon.loading import words
from khaldun.coding.predicates import subject_of
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_NESTED = frozenset(
    {"with", "by", "against", "between", "to", "on", "of", "from", "in", "into", "for", "at"}
    | {"inside", "within", "across", "throughout"}
)
_OWN = frozenset(
    {"subject", "object", "indirect", "modifier", "owner", "purpose", "speaker"}
    | {"content.actor", "content.recipient"}
)
_MODIFIERS = ("compound", "amod", "nmod")
_CONDITIONS = frozenset({"until", "till", "unless", "before", "if"})
_REASONS = frozenset({"after", "following", "because"})
_CLIMB = 6


def offered(predicate: Predicate, places: Iterable[str]) -> tuple[str, ...]:
    """Those of the places that the predicate may have, each once: no prepositions that it lacks."""
    there = _OWN.union(a.preposition for a in predicate.arguments if a.preposition)
    return tuple(dict.fromkeys(p for p in places if p in there))


def at_place(predicate: Predicate, place: str) -> list[Word]:
    """The words at a place as senses name it: a role, a preposition, `owner` or `purpose`."""
    if place == "subject":
        return _owners_first(predicate)
    if place == "modifier":
        return [a.word for a in predicate.arguments if a.preposition in ("modifier", "poss")]
    if place == "owner":
        return [n for word in predicate.by_role(Role.OBJECT) for n in _owners(word)]
    if place == "purpose":
        return _of_purposes(predicate.trigger)
    if place == "speaker":
        return speakers(predicate.trigger)
    if place in ("object", "indirect"):
        return predicate.by_role(Role(place))
    return predicate.by_role(Role.OBLIQUE, place)


def are_added(named: Sequence[Word]) -> bool:
    """Whether an "and" adds the last to the others: "sanctions on X and, in May, on Y"."""
    if len(named) < 2:
        return False
    first, last = (f(named, key=lambda w: w.index) for f in (min, max))
    beside = last.head.head.children if last.dep == "pobj" else []
    return any(c.dep == "cc" and first.index < c.index < last.index for c in beside)


def speakers(trigger: Word) -> list[Word]:
    """Who says that it is, was or will be so: "said that the rebels would be crushed"."""
    clause = trigger
    while clause.dep == "conj" and clause.head.pos in ("VERB", "AUX"):
        clause = clause.head
    verb = clause.head
    if clause.dep != "ccomp" or verb.lemma not in announcing():
        return []
    subject = subject_of(verb)
    return [] if subject is None else [subject]


def nested(word: Word) -> Iterator[Word]:
    """Nouns one step within a phrase: "the accord with Tehran", "a bus carrying workers"."""
    for clause in word.children_by("acl"):
        if clause.tag == "VBG":
            yield from clause.children_by("dobj")
        yield from clause.children_by("nsubj")
        yield from _agents(clause)
    for clause in word.children_by("relcl"):
        if clause.lemma in words("parties", "housing"):
            yield from clause.children_by("dobj")
    yield from word.children_by("appos")
    for preposition in word.children_by("prep"):
        if preposition.lower in _NESTED:
            yield from preposition.children_by("pobj")
    for preposition in word.children_by("prep"):
        for clause in preposition.children_by("pcomp"):
            yield from clause.children_by("dobj", "nsubj")
    yield from _adjoining(word)


def _adjoining(word: Word) -> Iterator[Word]:
    """What an "in" right behind an object names, though it may hang on the verb."""
    if word.dep not in ("dobj", "nsubjpass"):
        return
    behind = [p for p in word.head.children_by("prep") if p.lower == "in" and p.index > word.index]
    if behind and behind[0].index == word.subtree()[-1].index + 1:
        yield from behind[0].children_by("pobj")


def modifiers(word: Word) -> Iterator[Word]:
    """The names before a noun: "the US resolution", "a Kenyan village"."""
    yield from (c for c in word.children if c.dep in (*_MODIFIERS, "poss") and c.index < word.index)


def holding(word: Word) -> Iterator[Word]:
    """A noun, and the noun whose preposition it follows: "strikes on villages that killed"."""
    if word.pos == "NOUN":
        yield word
        if word.dep == "pobj" and word.head.head.pos == "NOUN":
            yield word.head.head


def clause_parties(clause: Word, party: str) -> list[Word]:
    """Parties of a clause that has no type of its own ("urged that X step in")."""
    if party == "actor":
        return clause.children_by("nsubj", "nsubjpass")
    return [w for w in clause.children_by("dobj") if not is_made(w)]


def is_made(word: Word) -> bool:
    """Whether it is only to come about, and so is nobody's partner: "agreed to form a force"."""
    return word.dep == "dobj" and word.head.lemma in words("parties", "making")


def is_given(draft: Draft, thing: Word, kind: EventType) -> bool:
    """Whether a thing is given, and whoever is listed with it too: "sent drones and men"."""
    given = kind is EventType.AID and thing.dep == "dobj" and thing.pos == "NOUN"
    alone = thing.index not in draft.actor_ids
    return given and alone and any(w.index in draft.actor_ids for w in thing.conjuncts())


def outcome_of(trigger: Word) -> Iterator[Word]:
    """Whom the result clause tells of: "imposed martial law, plunging Gabon into darkness"."""
    for clause in trigger.children_by("advcl"):
        for part in (clause, *clause.conjuncts()):
            if part.tag == "VBG" and part.lemma in words("parties", "plunging"):
                yield from part.children_by("dobj")


def on_condition(triggers: Iterable[Word]) -> Iterator[Word]:
    """Of whom something is expected first: "will not yield until Chad pays"."""
    yield from _in_clauses(triggers, _CONDITIONS)


def in_reason(triggers: Iterable[Word]) -> Iterator[Word]:
    """Who moved the doer to it: "ended the strike after a deal with the firm"."""
    yield from _in_clauses(triggers, _REASONS)


def in_wording(trigger: Word) -> Iterator[Word]:
    """What a statement is about: "passed a motion criticising the mayor"."""
    clauses = [*trigger.children_by("advcl", "xcomp"), *_of_objects(trigger)]
    for clause in (c for c in clauses if c.tag == "VBG"):
        yield from clause.children_by("dobj", "nsubj")
        for preposition in clause.children_by("prep"):
            yield from preposition.children_by("pobj")


def call_to_say(trigger: Word) -> Word | None:
    """The call or letter that is made to say it: "phoned the king to offer his condolences"."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    below = verb.tag == "VB" and verb.dep in ("advcl", "xcomp") and not verb.is_root
    return verb.head if below and verb.head.lemma in words("modality", "conveying") else None


def addressee(trigger: Word) -> Iterator[Word]:
    """To whom the words were sent: "wrote to the mayor threatening to leave"."""
    verb = trigger
    if trigger.dep == "ccomp" and trigger.head.lemma in announcing():
        told = trigger.head.lemma in words("parties", "telling")
        yield from trigger.head.children_by("dobj") if told else ()
    for _ in range(_CLIMB):
        if verb.dep not in ("acl", "advcl", "xcomp") or verb.is_root:
            return
        called = call_to_say(verb)
        yield from () if called is None else called.children_by("dobj")
        verb = verb.head if verb.head.pos == "VERB" else verb.head.head
        for child in verb.children:
            if child.dep == "dative" or (child.dep == "prep" and child.lower == "to"):
                yield child.child("pobj") or child


def _in_clauses(triggers: Iterable[Word], marks: frozenset[str]) -> Iterator[Word]:
    for trigger in triggers:
        for child in trigger.children:
            if child.dep == "advcl" and any(m.lower in marks for m in child.children):
                for clause in (child, *child.conjuncts()):
                    subject = subject_of(clause)
                    yield from _agents(clause)
                    yield from () if subject is None else (subject,)
            elif child.dep == "prep" and child.lower in marks:
                yield from child.children_by("pobj")
                yield from child.children_by("pcomp")


def _agents(clause: Word) -> Iterator[Word]:
    for agent in clause.children_by("agent"):
        yield from agent.children_by("pobj")


def _owners(word: Word) -> Iterator[Word]:
    """Whose the thing is: "rejected Trump's plan", "every offer made by the Taliban"."""
    yield from (owner for owner in word.children_by("poss") if owner.tag != "PRP$")
    for clause in word.children_by("acl"):
        yield from _agents(clause)
    yield from (m for m in modifiers(word) if m.tag == "NNP" or m.entity == "NORP")
    yield from aligned_words(word)


def _of_purposes(trigger: Word) -> list[Word]:
    """For whom it was done: "donated tents to assist the villagers"."""
    clauses = [*trigger.children_by("advcl", "xcomp"), *_of_objects(trigger)]
    return [o for c in clauses if c.tag == "VB" for o in c.children_by("dobj")]


def _of_objects(trigger: Word) -> list[Word]:
    return [c for o in trigger.children_by("dobj") for c in o.children_by("acl", "relcl")]


def _owners_first(predicate: Predicate) -> list[Word]:
    """Subjects, with those that only modify an event noun ("Russian strikes") last."""
    subjects = [a for a in predicate.arguments if a.role is Role.SUBJECT]
    return [a.word for a in sorted(subjects, key=lambda a: a.preposition == "modifier")]


def announcing() -> frozenset[str]:
    """Verbs by which a party says what it will do."""
    return words("modality", "announcing_verbs")
