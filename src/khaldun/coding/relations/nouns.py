"""Relations that a noun names: "the GNA's main backer, Turkey", "an ally of Russia"."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.mentions import NamedMention
from khaldun.coding.mentions.nouns import is_plural
from khaldun.coding.predicates import subject_of
from khaldun.coding.relations.finding import (
    MUTUAL,
    Found,
    Known,
    WordsAt,
    fitting,
    ids_at_first,
    is_unnamed,
    means_of,
    pairs,
    suited,
)
from khaldun.coding.relations.helping import givers_of, helped_in
from khaldun.coding.relations.referents import (
    fellows_of,
    group_joined,
    referents_of,
    regarders_of,
)
from khaldun.coding.syntax import Word
from khaldun.record import Actor, Means, RelationType

_BEFORE = ("compound", "amod", "nmod")
_OWNING = ("of", "to")
_LOCATING = ("in", "at", "near")
_NAMING = frozenset({RelationType.BACKS, RelationType.ALLIED_WITH, RelationType.OPPOSES})


def noun_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations that nouns name between a referent, or a doer, and an owner."""
    named = {m.head.index for m in draft.mentions if isinstance(m, NamedMention)}
    for word in draft.syntax.words:
        if word.pos in ("NOUN", "PROPN") or (word.tag == "VBG" and word.dep == "nsubj"):
            for tie in ties().nouns.get(word.lower if word.pos == "VERB" else word.lemma, ()):
                # The "Group" of a name ties nobody, but a named coalition is "against" somebody.
                if word.index not in named or tie.subject == ("self",):
                    yield from _of_tie(draft, known, word, tie)


def _is_only_possible(noun: Word) -> bool:
    """Whether it is a risk or a chance of it that is spoken of: "the odds of war between"."""
    above = noun.head.head
    behind = noun.dep == "pobj" and noun.head.lower == "of" and above.pos == "NOUN"
    return behind and above.lemma in words("relations", "possibilities")


def _of_tie(draft: Draft, known: Known, noun: Word, tie: Tie) -> Iterator[Found]:
    described = {c.lower for c in noun.children}
    unreal = words("relations", "unreal") - tie.modifiers
    if described & unreal or (tie.modifiers and not described & tie.modifiers):
        return
    if _is_only_possible(noun) or (tie.type in _NAMING and _is_guess(draft, known, noun, tie)):
        return
    subjects = _subjects_of(draft, known, noun, tie)
    if not subjects or _is_helm(noun, tie):
        return
    targets = _targets_of(draft, known, noun, tie, subjects)
    each_other = tie.type in MUTUAL and noun.dep == "attr" and "owner" in tie.target
    if not targets and (tie.mutual or each_other):
        subjects, targets = subjects[:1], subjects[1:]
    past, ending = _is_past(noun), None if tie.begins else _ending_of(noun)
    for subject, target in pairs(subjects, targets):
        if tie.foreign and not _is_abroad(draft, known[subject], target):
            continue
        yield Found(
            type=tie.type,
            subject=subject,
            target=target,
            trigger=noun,
            entry=tie.id,
            presupposed=past or noun.dep != "attr",
            means=_means(noun, tie),
            ended=tie.ended or past or ending is not None,
            begins=tie.begins,
            claim=ending,
        )


def _subjects_of(draft: Draft, known: Known, noun: Word, tie: Tie) -> tuple[str, ...]:
    """Who stands where the tie begins; an apposition in the singular is of one only."""
    places = partial(words_at, noun)
    found = ids_at_first(draft, tie.subject, places, lambda ids: fitting(known, ids, tie))
    if noun.dep != "appos" or is_plural(noun) or tie.subject != ("referent",):
        return found
    beside = [c for w in referents_of(noun) for c in (w, *w.children_by("appos"))]
    named = {i for w in beside for i in draft.actor_ids.get(w.index, ())}
    return tuple(i for i in found if i in named) or found


def _targets_of(
    draft: Draft, known: Known, noun: Word, tie: Tie, subjects: tuple[str, ...]
) -> tuple[str, ...]:
    places = partial(words_at, noun)
    found = ids_at_first(draft, tie.target, places, lambda ids: suited(known, ids, tie))
    if "referent" not in tie.subject:
        return found
    # "one of the Tigers' commanders" speaks of the Tigers, whom the words name besides.
    same = () if is_plural(noun) else draft.actor_ids.get(noun.index, ())
    return tuple(t for t in found if t not in {*same, *subjects})


def _means(noun: Word, tie: Tie) -> tuple[Means, ...]:
    if tie.means or tie.type is not RelationType.BACKS:
        return tie.means
    return means_of([*noun.children_by("amod", "compound"), *_after(noun, "of")])


def _is_abroad(draft: Draft, actor: Actor, place_id: str) -> bool:
    """Whether it is of another country than the place."""
    place = next((p for p in draft.places if p.id == place_id), None)
    known = place is not None and None not in (place.country, actor.country)
    return known and place is not None and place.country != actor.country


def _is_guess(draft: Draft, known: Known, noun: Word, tie: Tie) -> bool:
    """Whether only a guess says of whom the noun speaks: "our allies", "his backers"."""
    if "referent" not in (*tie.subject, *tie.target) or referents_of(noun) != [noun]:
        return False
    speaker = any(c.lower in ("our", "my", "your") for c in noun.children_by("poss"))
    return speaker or not all(is_unnamed(known[i]) for i in draft.actor_ids.get(noun.index, ()))


def _is_helm(noun: Word, tie: Tie) -> bool:
    """Whether it is an office and nobody who holds it: "at the head of the army"."""
    return tie.type is RelationType.LEADS and noun.dep == "pobj" and noun.head.lower == "at"


def _is_past(noun: Word) -> bool:
    """Whether it speaks of what was: "former ally", "ex-commander", "had been an ally"."""
    if noun.dep == "attr" and noun.head.lemma == "be":
        aux = noun.head.child("aux")
        lasting = any(c.lower in ("since", "for") for c in noun.head.children_by("prep"))
        if aux is not None and aux.lower == "had" and not lasting:
            return True
        if any(c.lower in words("relations", "no_more") for c in noun.head.children):
            return True
        if noun.head.dep == "xcomp" and noun.head.head.lemma in words("relations", "ending"):
            return True  # "have ceased to be allies"
    above = (noun, noun.head) if noun.dep == "attr" else (noun,)
    until = any(c.lower in ("until", "till") for w in above for c in w.children_by("prep"))
    return until or any(c.lower in words("relations", "past") for c in noun.children)


def _ending_of(noun: Word) -> Word | None:
    """The verb that says that what the noun names is over: "cut off its support for X"."""
    verb = noun.head
    if noun.dep == "pobj" and noun.head.lower == "as":
        above = noun.head.head
        replaced = above.child("dobj") is not None and above.lemma in words("relations", "serving")
        succeeded = above.child("nsubjpass") and above.lemma in words("relations", "succeeding")
        dismissed = above.lemma in words("relations", "dismissing") and not replaced
        return above if dismissed or succeeded else None
    if noun.dep not in ("dobj", "nsubjpass", "nsubj") or verb.pos != "VERB":
        return None
    passes = noun.dep == "nsubj" and verb.lemma in words("relations", "passing")
    passes = passes and verb.child("dobj") is None  # what ends something else goes on itself
    passes = passes and not any(c.lower == "out" for c in verb.children)  # "a war broke out"
    ended = noun.dep != "nsubj" and verb.lemma in words("relations", "ending")
    return verb if passes or ended else None


def words_at(noun: Word, place: str) -> list[Word]:
    """The words at a place around a noun: its referent, owner, doer, or a preposition's.

    A path goes on from there: "in>between" asks for what is "between" what it is "in".
    """
    if ">" in place:
        return words_along(place, partial(words_at, noun))
    if place == "referent":
        return referents_of(noun)
    if place == "owner":
        return owners_of(noun)
    if place == "doer":
        return _doers_of(noun)
    return _PLACES[place](noun) if place in _PLACES else _after(noun, place)


def words_along(path: str, first: WordsAt) -> list[Word]:
    """The words at a place of which `first` knows the first step: "object>from".

    From there it goes on around nouns.
    """
    outer, _, inner = path.partition(">")
    found = list(first(outer))
    return [w for f in found for w in words_at(f, inner)] if inner else found


def owners_of(noun: Word) -> list[Word]:
    """Whose it is: the possessor, or what "of" or "to" names."""
    owned = noun.children_by("poss")
    if noun.dep == "conj" and any(w.tag == "PRP$" for w in owned):
        return [_first_before(noun)]  # "Hamas and its armed wing"
    if noun.dep == "compound" and noun.head.pos == "PROPN":
        owned = owned or noun.head.children_by("poss")  # "its arch-enemy Libya"
    for preposition in _OWNING:
        owned = owned or _after(noun, preposition)
    return owned or _after_comma(noun)


def _first_before(noun: Word) -> Word:
    """The first that "their" takes up, or the last that "its" does: "X, Y and their allies"."""
    first = noun.head
    plural = any(w.lower == "their" for w in noun.children_by("poss"))
    while plural and first.dep == "conj" and first.head.pos in ("NOUN", "PROPN"):
        first = first.head
    return first


def _after_comma(noun: Word) -> list[Word]:
    """The body behind a bare title: "Colonel Idris, commander, Third Brigade"."""
    bare = noun.dep == "appos" and noun.child("det") is None
    beside = [*noun.children_by("appos"), *noun.head.children_by("appos")] if bare else []
    return [w for w in beside if w.index > noun.index and w.pos == "PROPN"]


def _doers_of(noun: Word) -> list[Word]:
    """Who does what the noun says: its possessor or modifier, or who takes part in it."""
    helped = helped_in(noun)
    if helped:
        return helped
    above, own = noun, _own_of(noun)
    for _ in range(3):
        above = above.head if above.dep != "pobj" else above.head.head
        if above.pos != "NOUN" or above.lemma not in words("relations", "roles"):
            break
        own = own or _own_of(above)
    undergone = noun.dep == "pobj" and noun.head.lower == "under"  # "is under the control of"
    takes_part = noun.dep in ("dobj", "pobj") and above.pos in ("VERB", "AUX", "ADJ")
    subject = subject_of(above) if takes_part else None
    if subject is None or undergone or above.lemma in words("relations", "onlookers"):
        return own
    return [*own, subject]


def _own_of(noun: Word) -> list[Word]:
    return noun.children_by("poss", *_BEFORE)


def _after(noun: Word, preposition: str) -> list[Word]:
    """What a preposition behind the noun names, also behind "visiting", "drawn" and the like."""
    above = [noun, *(c for c in noun.children_by("acl") if c.lemma in words("relations", "coming"))]
    if noun.dep == "nsubj" and noun.head.lemma == "be" and preposition in _LOCATING:
        above.append(noun.head)
    if noun.dep == "nsubj" and noun.head.lemma in words("relations", "raging"):
        above.append(noun.head)  # "fighting broke out between them"
    found = (c for w in above for c in w.children_by("prep", "agent") if c.lower == preposition)
    return [p for c in found for p in c.children_by("pobj")]


def _modifiers_of(noun: Word) -> list[Word]:
    return [c for c in noun.children_by(*_BEFORE) if c.index < noun.index]


def _before_name(noun: Word) -> list[Word]:
    """The body before a title and its name: "Pentagon spokesman Jeff Marsh"."""
    above = noun.head.children_by(*_BEFORE) if noun.dep == "compound" else []
    return [*_modifiers_of(noun), *(c for c in above if c.index < noun.index)]


def _joined_before(noun: Word) -> list[Word]:
    """Two names with a hyphen between them: "the Israel-Hamas war"."""
    for last in _modifiers_of(noun):
        first = [c for c in last.children_by(*_BEFORE, "npadvmod") if c.index == last.index - 2]
        if first and last.child("punct") is not None:
            return [first[0], last]
    return []


def _holders_of(noun: Word) -> list[Word]:
    """Who holds it: "land held by the rebels"."""
    beside = [noun, *noun.children_by("appos")]
    held = [
        c for n in beside for c in n.children_by("acl", "amod")
        if c.lemma in words("relations", "holding")
    ]  # fmt: skip
    return [p for c in held for a in c.children_by("agent", "prep") if a.lower == "by"
            for p in a.children_by("pobj")]  # fmt: skip


def _enders_of(noun: Word) -> list[Word]:
    """Who stops giving it: "halted arms deliveries to the rebels"."""
    ending = words("relations", "ending") - words("relations", "losing")
    ends = noun.dep == "dobj" and noun.head.lemma in ending
    subject = subject_of(noun.head) if ends else None
    return [] if subject is None else [subject]


def _signers_of(noun: Word) -> list[Word]:
    """Who concludes it: "Chad and Niger signed an accord, brokered by Qatar"."""
    subject = subject_of(noun.head) if noun.dep == "dobj" else None
    return [] if subject is None else [subject]


def _results_of(noun: Word) -> list[Word]:
    """What it brings about: the ties, in "the deal restored ties"."""
    return noun.head.children_by("dobj") if noun.dep == "nsubj" else []


def _beside(noun: Word) -> list[Word]:
    """What it is coordinated with before it: "the army and allied militias"."""
    return [noun.head] if noun.dep == "conj" else []


_PLACES: Mapping[str, Callable[[Word], list[Word]]] = {
    "modifier": _modifiers_of,
    "giver": givers_of,
    "appos": lambda noun: noun.children_by("appos"),
    "before": _before_name,
    "alone": lambda noun: [] if noun.child("conj") else [noun],
    "self": lambda noun: [noun],
    "possessor": lambda noun: noun.children_by("poss"),
    "joined": _joined_before,
    "holder": _holders_of,
    "beside": _beside,
    "result": _results_of,
    "signer": _signers_of,
    "ender": _enders_of,
    "regarder": regarders_of,
    "fellow": fellows_of,
    "joined group": group_joined,
}
