"""Relations that a verb states: "Iran arms the Houthis", "rebels hold the town"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.predicates import subject_of
from khaldun.coding.relations.finding import (
    Found,
    Known,
    WordsAt,
    at_war,
    fitting,
    ids_at,
    ids_at_first,
    means_of,
    pairs,
    suited,
)
from khaldun.coding.relations.helping import helped_to, raised
from khaldun.coding.relations.nouns import words_along, words_at
from khaldun.coding.relations.referents import referents_of
from khaldun.coding.syntax import Word
from khaldun.record import Means, RelationType

_STANDS = frozenset({RelationType.BACKS, RelationType.ALLIED_WITH, RelationType.OPPOSES})
_PARTICLES = ("prt", "advmod", "npadvmod", "oprd", "acomp")
_THINGS = ("vehicle", "weapon", "facility", "territory")


def verb_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations of all verbal predicates."""
    for predicate in draft.predicates:
        if predicate.trigger.pos not in ("VERB", "AUX"):
            continue
        for tie in ties().verbs.get(predicate.trigger.lemma, ()):
            if _fits(predicate, tie):
                yield from _of_tie(draft, known, predicate, tie)


def _fits(predicate: Predicate, tie: Tie) -> bool:
    objects = _seen_through(predicate.by_role(Role.OBJECT))
    if tie.objects and not any(w.lemma in tie.objects for w in objects):
        return False
    if tie.bare and (predicate.trigger.child("dobj") or predicate.trigger.tag == "VBG"):
        return False
    particles = {c.lower for c in predicate.trigger.children_by(*_PARTICLES)}
    if tie.particles and tie.particles.isdisjoint(particles):
        return False
    if tie.finite and (
        predicate.trigger.tag == "VBG"
        or predicate.trigger.child("oprd", "ccomp", "nsubjpass", "agent") is not None
    ):
        return False
    if tie.unless and not tie.unless.isdisjoint((*particles, *(w.lemma for w in objects))):
        return False
    if tie.modifiers and not any(c.lower in tie.modifiers for w in objects for c in w.children):
        return False
    if tie.subjects and not any(w.lemma.lower() in tie.subjects for w in _said_of(predicate)):
        return False
    obliques = [*objects, *predicate.by_role(Role.OBLIQUE)]
    return not tie.prepositional or any(w.lemma in tie.prepositional for w in obliques)


def _said_of(predicate: Predicate) -> list[Word]:
    """Its grammatical subject: of a passive, the one acted upon."""
    return predicate.by_role(Role.OBJECT if predicate.construction == "passive" else Role.SUBJECT)


def _seen_through(nouns: list[Word]) -> list[Word]:
    """The nouns, and what is counted where they only count: "thousands of fighters"."""
    counting = (n for n in nouns if n.lemma in words("light", "transparent_nouns"))
    return [*nouns, *(w for n in counting for w in words_at(n, "of"))]


def _of_tie(draft: Draft, known: Known, predicate: Predicate, tie: Tie) -> Iterator[Found]:
    subjects = _subjects_of(draft, known, predicate, tie)
    means = _means(predicate, tie)
    if not subjects or (tie.gives and not means):
        return
    targets = _targets_of(draft, known, predicate, tie)
    if (tie.mutual or _is_each_other(predicate, tie)) and not targets:
        subjects, targets = subjects[:1], subjects[1:]
    trigger, phase = predicate.trigger, _phase_of(predicate.trigger)
    found = pairs(subjects, targets)
    for subject, target in at_war(known, found) if tie.of_war else found:
        yield Found(
            type=_type_of(known, tie, target),
            subject=subject,
            target=target,
            trigger=trigger,
            entry=tie.id,
            means=means,
            ended=tie.ended or phase.over,
            begins=tie.begins or phase.begins,
            presupposed=_is_presupposed(trigger, tie, phase),
            claim=phase.claim,
        )


def _type_of(known: Known, tie: Tie, target: str) -> RelationType:
    """Who joins a person is his ally."""
    person = tie.type is RelationType.MEMBER_OF and target in known and known[target].person
    return RelationType.ALLIED_WITH if person and tie.begins else tie.type


def _is_each_other(predicate: Predicate, tie: Tie) -> bool:
    """Whether they do it to each other: "the two armies fought each other"."""
    behind = (c for c in predicate.trigger.children_by("prep") if c.lower in tie.target)
    objects = [p for c in (predicate.trigger, *behind) for p in c.children_by("dobj", "pobj")]
    others = any(w.lower in ("other", "another") for w in objects)
    return tie.type is RelationType.OPPOSES and others


def _subjects_of(draft: Draft, known: Known, predicate: Predicate, tie: Tie) -> tuple[str, ...]:
    trigger, places = predicate.trigger, partial(_words, predicate)
    found = ids_at_first(draft, tie.subject, places, lambda ids: fitting(known, ids, tie))
    if not found and _is_purpose(trigger, tie) and "subject" in tie.subject:
        # "soldiers crossed the river to fight alongside the army": not the river
        actor = subject_of(trigger.head)
        found = () if actor is None else fitting(known, ids_at(draft, [actor]), tie)
    if tie.aim:
        found = found or ids_at(draft, _bearers(predicate))
        found = _with_helped(draft, predicate, found)
    if tie.type is RelationType.MEDIATES and found:
        partners = ids_at(draft, _partners_in(trigger))
        found = (*found, *(i for i in partners if i not in found))
    return _without_strays(draft, trigger, found)


def _targets_of(draft: Draft, known: Known, predicate: Predicate, tie: Tie) -> tuple[str, ...]:
    places = partial(_foes_at if tie.aim else _bodies_at if tie.of_body else _words, predicate)
    found = ids_at_first(draft, tie.target, places, lambda ids: suited(known, ids, tie))
    return _own_of(draft, places, tie, found) if tie.type is RelationType.LEADS else found


def _partners_in(verb: Word) -> list[Word]:
    """With whom it is done: "as it did in conjunction with Turkey"."""
    again = (c for c in verb.children_by("advcl") if c.lemma == "do")
    shared = words("relations", "sharing")
    nouns = (
        p for v in (verb, *again) for c in v.children_by("prep") for p in c.children_by("pobj")
    )
    return [w for n in nouns if n.lemma in shared for w in words_at(n, "with")]


def _without_strays(draft: Draft, verb: Word, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of whom a clause speaks, without what its noun is listed with behind the clause.

    "Taiwan, which has an office there, and Chad": Chad has none.
    """
    own = draft.actor_ids.get(verb.head.index, ())
    if verb.dep != "relcl" or verb.head.index > verb.index or not set(own) & set(ids):
        return ids
    behind = [w for w in verb.head.conjuncts() if w.index > verb.index]
    strays = {i for w in behind for i in draft.actor_ids.get(w.index, ())}
    return tuple(i for i in ids if i not in strays) or ids


def _own_of(draft: Draft, places: WordsAt, tie: Tie, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those that are spoken of themselves: who chairs a party's committee need not lead it."""
    found = [w for place in tie.target for w in places(place.removeprefix("place:"))]
    words_for = [c for w in found for c in (w, *w.conjuncts(), *w.children_by("appos"))]
    own = {i for w in words_for for i in draft.actor_ids.get(w.index, ())}
    pronoun = any(w.pos in ("PRON", "DET") for w in found)
    return ids if pronoun else tuple(i for i in ids if i in own)


def _bearers(predicate: Predicate) -> list[Word]:
    """What bears the aim: "Operation Dawn, the operation to defeat the rebels"."""
    trigger = predicate.trigger
    own = [trigger.head] if trigger.dep in ("acl", "relcl") else []
    return [*own, *(w.head for w in predicate.by_role(Role.SUBJECT) if w.dep == "appos")]


def _with_helped(draft: Draft, predicate: Predicate, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """The subjects with those who help, and are helped, in what is aimed at."""
    return tuple(dict.fromkeys((*subjects, *ids_at(draft, helped_to(predicate.trigger)))))


def _is_presupposed(trigger: Word, tie: Tie, phase: "_Phase") -> bool:
    if phase.over:
        return phase.claim is None
    affirmed = trigger.child("neg") is None
    can = tie.able and any(c.lower == "can" for c in trigger.children_by("aux"))
    told = _modifies(trigger) or _is_kept_up(trigger) or _is_purpose(trigger, tie)
    return told or (affirmed and (tie.aim or can))


def _modifies(trigger: Word) -> bool:
    """Whether a participle says which one is meant: "a group led by X", whatever it undergoes."""
    article = trigger.head.child("det")
    real = article is None or article.lower not in ("no", "any")
    return trigger.dep == "acl" and trigger.tag == "VBN" and real


def _is_kept_up(trigger: Word) -> bool:
    """Whether it goes on, so that it has held: "vowed to keep arming"."""
    keeps = trigger.head.lemma in words("relations", "continuing")
    return keeps and trigger.dep == "xcomp" and trigger.head.child("neg") is None


def _is_purpose(trigger: Word, tie: Tie) -> bool:
    """Whether somebody has acted to back or fight a party: "sent men to support the army"."""
    purpose = trigger.dep in ("advcl", "xcomp") and trigger.tag == "VB"
    acts = words("relations", "acting")
    return tie.type in _STANDS and purpose and trigger.head.lemma in acts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phase:
    """Whether what a verb says is over or has begun, and the verb that says so, if another."""

    over: bool = False
    begins: bool = False
    claim: Word | None = None


def _phase_of(trigger: Word) -> _Phase:
    """The phase that "no longer", "stopped" and "began" give to a verb."""
    if any(c.lower in words("relations", "no_more") for c in trigger.children):
        return _Phase(over=True)
    until = any(_is_past_end(c) for c in trigger.children_by("prep"))
    if until and trigger.tag in ("VBD", "VBN"):
        return _Phase(over=True) if trigger.child("neg") is None else _Phase()
    above = trigger.head
    if trigger.dep == "xcomp" and above.lower == "used":
        return _Phase(over=True)
    if trigger.dep == "xcomp" and above.lemma in words("relations", "beginning"):
        return _Phase(begins=True, claim=above)
    if trigger.dep in ("xcomp", "dobj") and trigger.tag == "VBG":
        over = above.lemma in words("relations", "ending")
        return _Phase(over=over, claim=above if over else None)
    return _Phase()


def _is_past_end(preposition: Word) -> bool:
    """Whether it says until when: "until 2019", not "until now"."""
    end = preposition.child("pobj", "pcomp")
    ends = preposition.lower in ("until", "till") and end is not None
    return ends and end is not None and end.lower not in ("now", "today")


def _foes_at(predicate: Predicate, place: str) -> list[Word]:
    """Those acted upon themselves: whose tank is destroyed need not be the foe."""
    trigger = predicate.trigger
    if predicate.construction == "passive" and trigger.child("nsubjpass") is None:
        return []  # a subject lent by another verb is too weak a ground
    return [w for w in _words(predicate, place) if not _is_thing(w)]


def _bodies_at(predicate: Predicate, place: str) -> list[Word]:
    """Those that have parts and members: nobody is part of a command or of a side."""
    return [w for w in _words(predicate, place) if w.lemma not in words("relations", "no_bodies")]


def _is_thing(word: Word) -> bool:
    return any(word.lemma in words("classes", name) for name in _THINGS)


def _words(predicate: Predicate, path: str) -> list[Word]:
    """The words at a place of a verb; "object>from" asks for what is "from" its object."""
    return words_along(path, partial(_arguments, predicate))


def _arguments(predicate: Predicate, place: str) -> list[Word]:
    if place == "subject":
        after = _subject_after(predicate.trigger)
        return after or [s for w in predicate.by_role(Role.SUBJECT) for s in _meant(predicate, w)]
    if place == "object":
        return predicate.by_role(Role.OBJECT) or _name_after(predicate.trigger)
    if place == "indirect":
        return predicate.by_role(Role.INDIRECT)
    if place == "agent":
        return [p for a in predicate.trigger.children_by("agent") for p in a.children_by("pobj")]
    if place == "helped":
        return raised(predicate.trigger)
    if place == "described":
        return _described(predicate.trigger)
    return predicate.by_role(Role.OBLIQUE, place)


def _name_after(verb: Word) -> list[Word]:
    """A name right behind the verb that the parser takes for an adverb: "hold Mosul"."""
    adverbs = verb.children_by("advmod", "npadvmod")
    return [w for w in adverbs if w.index == verb.index + 1 and w.text[:1].isupper()]


def _meant(predicate: Predicate, subject: Word) -> list[Word]:
    """Who is spoken of: whom "one of the groups that fight X" is said of, for the groups."""
    if predicate.trigger.dep in ("acl", "relcl") and subject.pos == "NOUN":
        return referents_of(subject)
    return [_foretold(subject)]


def _subject_after(verb: Word) -> list[Word]:
    """Whose act it is after which another comes: "X joined Y after breaking with Z"."""
    if verb.dep != "pcomp" or verb.head.lower not in words("relations", "before_and_after"):
        return []
    subject = subject_of(verb.head.head) if verb.head.head.pos == "VERB" else None
    return [] if subject is None else [subject]


def _foretold(subject: Word) -> Word:
    """Whom a pronoun speaks of before it is named: "a year after it broke with X, Y fell"."""
    main = subject.head.head
    if subject.pos != "PRON" or subject.head.dep != "advcl" or main.index < subject.index:
        return subject
    return main.child("nsubj", "nsubjpass") or subject


def _described(verb: Word) -> list[Word]:
    """What a participle describes: the talks, in "talks between X and Y, mediated by Z"."""
    subject = subject_of(verb)
    if subject is None:
        return []
    while subject.dep == "conj":
        subject = subject.head
    between = subject.dep == "pobj" and subject.head.lower == "between"
    return [subject.head.head if between else subject]


def _means(predicate: Predicate, tie: Tie) -> tuple[Means, ...]:
    if tie.means or tie.type is not RelationType.BACKS:
        return tie.means
    return means_of(_given(predicate, tie))


def _given(predicate: Predicate, tie: Tie) -> list[Word]:
    """The words that may name the means: what is given, and with what."""
    outer = (place.partition(">") for place in (*tie.subject, *tie.target))
    named = [w for place, arrow, _ in outer if arrow for w in _arguments(predicate, place)]
    heads = [*predicate.by_role(Role.OBJECT), *predicate.by_role(Role.OBLIQUE, "with"), *named]
    return [w for head in heads for h in (head, *head.conjuncts()) for w in (h, *h.children)]
