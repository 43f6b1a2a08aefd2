"""Predicates with their arguments: who does what to whom, before any type is given.

Passives, relative and reduced clauses, control, coordination and event nouns are undone
here, so that later stages see subject and object as those who act and are acted upon.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import cache

from khaldun.coding.draft import Argument, Draft, Predicate, Role
from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.mentions import NamedMention
from khaldun.coding.predicates.doers import AT_HANDS, at_hands, claiming, told_elsewhere
from khaldun.coding.predicates.objects import given_to, objects_of, so_called
from khaldun.coding.predicates.voice import (
    RELATIVES,
    gives_name,
    has_both,
    is_done_by_somebody,
    is_held,
    is_passive,
    keeps_subject,
    names_object,
)
from khaldun.coding.syntax import Word

NAME = "predicates.v1"

# "is ready", "called himself ready".
_SAID = ("acomp", "oprd", "xcomp")


def run(draft: Draft) -> Draft:
    """Fill `predicates`, in text order."""
    named = {w.index for m in draft.mentions if isinstance(m, NamedMention) for w in m.name}
    words = (w for w in draft.syntax.words if not _is_name(draft, w, named))
    found = (predicate_of(word) for word in words)
    return replace(draft, predicates=tuple(p for p in found if p is not None))


def _is_name(draft: Draft, word: Word, named: Set[int]) -> bool:
    """Whether the word is of an actor's name: the "Alliance" or "Support" of one is no event."""
    return word.pos == "PROPN" and (word.index in draft.actor_ids or word.index in named)


def predicate_of(word: Word) -> Predicate | None:
    """The predicate that `word` heads, if it is a verb, an event noun or an adjective of one."""
    if is_verbal(word):
        return None if gives_name(word) else verbal(word)
    if word.pos == "ADJ" and word.dep in _SAID and word.lemma in senses().adjectives:
        return adjectival(word)
    if word.pos in ("NOUN", "PROPN") and _is_event_noun(word):
        return nominal(word)
    return None


def is_verbal(word: Word) -> bool:
    """Whether the word is a full verb: no auxiliary, and no mere adjective."""
    if word.dep in ("aux", "auxpass", "punct", "compound"):
        return False
    if word.dep == "amod" and word.tag in ("VBN", "VBG", "VBD"):
        return False
    state = word.dep == "acl" or word.child("auxpass") is not None
    if state and word.tag == "VBN" and word.lemma in words("light", "carrying"):
        return is_done_by_somebody(word)
    if word.tag == "VBN" and word.dep in ("dobj", "pobj", "nsubj", "nsubjpass"):
        return word.child("det") is None  # "treated the wounded"
    return word.pos == "VERB" or (word.pos == "AUX" and word.lemma != "be" and word.dep == "ROOT")


def verbal(verb: Word) -> Predicate:
    """The predicate of a verb."""
    passive = is_passive(verb)
    arguments = [*_parties(verb, passive=passive), *_dependents(verb)]
    for doer in at_hands(verb):
        bare = passive and not any(a.role is Role.SUBJECT for a in arguments)
        role, place = (Role.SUBJECT, None) if bare else (Role.OBLIQUE, AT_HANDS)
        arguments.append(Argument(role=role, word=doer, preposition=place))
    particle = _particle(verb)
    return Predicate(
        trigger=verb,
        construction="passive" if passive else "active",
        arguments=tuple(arguments),
        particle=particle.lower if particle else None,
    )


def adjectival(adjective: Word) -> Predicate:
    """The predicate of an adjective that says how a party stands to another: "is grateful to"."""
    subject = subject_of(adjective.head)
    said_of = [Argument(role=Role.SUBJECT, word=subject)] if subject is not None else []
    clauses = (Argument(role=Role.COMPLEMENT, word=c) for c in adjective.children_by("xcomp"))
    others = (*_prepositional(adjective), *_prepositional(adjective.head), *clauses)
    return Predicate(trigger=adjective, construction="adjectival", arguments=(*said_of, *others))


def _particle(verb: Word) -> Word | None:
    """The particle of a phrasal verb, which the parser may call an adverb."""
    own = verb.child("prt")
    if own is not None:
        return own
    adverbs = verb.children_by("advmod")
    return next(
        (a for a in adverbs if a.index > verb.index and a.lower in words("light", "particles")),
        None,
    )


def nominal(noun: Word) -> Predicate:
    """The predicate of an event noun, with the arguments of the light verb that carries it."""
    arguments = [*_noun_arguments(noun)]
    carrier = carrier_of(noun)
    if carrier is None:
        arguments.extend(_struck(noun))
        told = (Argument(role=Role.SUBJECT, word=antecedent(w)) for w in told_elsewhere(noun))
        arguments.extend(told)
        return Predicate(trigger=noun, construction="nominal", arguments=tuple(arguments))
    carrying = verbal(carrier)
    carried = carrying.arguments
    under = noun.head.lower == "under" and noun.lemma in words("light", "undergone_nouns")
    under = under and carrying.construction != "passive"
    if under or carrier.lemma in words("light", "receivers"):
        carried = tuple(_undergone(carried))
        arguments = list(_from_doers(arguments))
    arguments.extend(
        a
        for a in carried
        if a.word is not noun and a.role is not Role.COMPLEMENT and a.word not in noun.conjuncts()
    )
    return Predicate(trigger=noun, construction="light", arguments=tuple(arguments))


def _struck(noun: Word) -> Iterator[Argument]:
    """What the attack that a noun names hits: "air strikes pounded the suburb"."""
    verb = noun.head
    if noun.dep == "nsubj" and verb.lemma in words("parties", "impacts"):
        for word in verb.children_by("dobj"):
            yield Argument(role=Role.OBJECT, word=antecedent(word))


def _undergone(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """Who receives it undergoes it: "the town came under attack"."""
    for argument in _from_doers(arguments):
        if argument.role is Role.SUBJECT and argument.preposition is None:
            yield replace(argument, role=Role.OBJECT)
            yield replace(argument, role=Role.INDIRECT)
        else:
            yield argument


def _from_doers(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """From whom it is received does it: "support from Sudan"."""
    for argument in arguments:
        if argument.role is Role.OBLIQUE and argument.preposition in ("from", "by"):
            yield replace(argument, role=Role.SUBJECT)
        else:
            yield argument


def carrier_of(noun: Word) -> Word | None:
    """The light or phase verb of which `noun` is the thing done ("launched an attack")."""
    word = noun
    while word.dep in ("conj", "appos") and word.head.pos in ("NOUN", "PROPN"):
        word = word.head
    if (
        word.dep == "pobj"
        and word.head.lower == "of"
        and word.head.head.lemma in words("light", "transparent_nouns")
    ):
        word = word.head.head
    head = word.head
    if word.dep in ("dobj", "nsubjpass", "attr", "oprd") and head.lemma in words(
        "light", "carriers"
    ):
        return None if names_object(head) else head
    if word.dep == "pobj" and (head.head.lemma, head.lower) in _prepositional_carriers():
        return head.head
    if word.dep == "pobj" and head.lower == "in" and word.lower == "protest":
        holder = head.head.head if head.head.dep == "dobj" else head.head
        return holder if holder.pos == "VERB" else None
    return claiming(word)


def _parties(verb: Word, *, passive: bool) -> Iterator[Argument]:
    """Subject and object after the passive is undone."""
    subject, objects = subject_of(verb), objects_of(verb)
    if passive:
        by = (w for agent in verb.children_by("agent")[:1] for w in agent.children_by("pobj"))
        yield from (Argument(role=Role.SUBJECT, word=w) for w in by)
        undergoer = verb.child("nsubjpass") or subject
        if undergoer is not None:
            yield Argument(role=Role.OBJECT, word=antecedent(undergoer))
        role = Role.OBLIQUE
    else:
        if subject is not None:
            yield Argument(role=Role.SUBJECT, word=subject)
        role = Role.OBJECT
    receiver = given_to(objects)
    for word in objects:
        part = Role.INDIRECT if word is receiver else role
        yield Argument(role=part, word=antecedent(word))
    clause = verb
    while clause.dep == "conj" and clause.child("nsubj") is None:
        clause = clause.head
    if not passive and not objects and clause.dep == "relcl" and _gap_is_object(clause):
        yield Argument(role=Role.OBJECT, word=clause.head)


def subject_of(verb: Word) -> Word | None:
    """The understood subject of a verb: its own, or the one that it shares or is controlled by."""
    for _ in range(12):
        own = verb.child("nsubj", "nsubjpass")
        if own is not None:
            return antecedent(own)
        if verb.dep == "csubj" or verb.child("csubj") is not None:
            return None  # "lifting the ban would put NATO at war": nobody is said to lift it
        if verb.dep in ("acl", "relcl") and verb.head.pos in ("NOUN", "PROPN", "PRON"):
            return _modified_subject(verb)
        if verb.dep in ("xcomp", "pcomp", "advcl", "prep", "relcl") or verb.dep == "conj":
            controller = _controller(verb)
            if controller is not None:
                return antecedent(controller)
        upper = verb.head if verb.dep != "pcomp" else verb.head.head
        if upper.dep == "acomp" or (verb.dep == "pcomp" and is_held(upper)):
            upper = upper.head
        if upper is verb or upper.pos not in ("VERB", "AUX"):
            return None
        verb = upper
    return None


def antecedent(word: Word) -> Word:
    """The noun that a relative pronoun stands for, or the word itself."""
    if word.tag not in RELATIVES:
        return word
    verb = next((a for a in (word, *word.ancestors()) if a.dep == "relcl"), None)
    return verb.head if verb is not None else word


def _modified_subject(verb: Word) -> Word | None:
    """The subject of a clause that modifies a noun."""
    noun = verb.head
    if verb.dep == "relcl" or verb.tag in ("VBG", "VBN"):
        return noun
    owner = noun.child("poss") or _demonym(noun)
    if owner is not None:
        return owner
    if noun.dep in ("dobj", "pobj", "attr"):
        governor = noun.head if noun.dep != "pobj" else noun.head.head
        return subject_of(governor) if governor.pos == "VERB" else None
    return None


def _demonym(noun: Word) -> Word | None:
    """The people or body before a noun, as its doer: "Russian attempts", "NATO plans"."""
    modifiers = noun.children_by("amod", "compound", "nmod")
    return next((m for m in modifiers if m.tag in ("NNP", "NNPS") or m.entity == "NORP"), None)


def _controller(verb: Word) -> Word | None:
    """Whom the verb above lends as subject: its object if it has one ("ordered X to leave")."""
    upper = verb.head
    if verb.dep == "pcomp" and upper.lower in words("light", "while_doing"):
        upper = upper.head
    elif verb.dep in ("pcomp", "xcomp", "relcl") or (verb.dep == "advcl" and verb.tag == "VB"):
        if verb.dep == "pcomp":
            upper = upper.head
        target = upper.child("dobj", "dative")
        if target is not None and not keeps_subject(upper, verb):
            return target if target.dep == "dobj" else target.child("pobj") or target
        if is_passive(upper) if upper.pos == "VERB" else False:
            return upper.child("nsubjpass") or upper.child("nsubj")
    return upper.child("nsubj", "nsubjpass") if upper.pos in ("VERB", "AUX") else None


def _gap_is_object(verb: Word) -> bool:
    """Whether a relative clause lacks the object that its antecedent is ("the town they hold")."""
    own = verb.child("nsubj")
    objects = [o for o in verb.children_by("dobj") if o.tag not in RELATIVES]
    return own is not None and own.tag not in RELATIVES and not objects


def _dependents(verb: Word) -> Iterator[Argument]:
    """Datives, prepositional arguments and clauses, of the verb and of its object."""
    for child in verb.children:
        if child.dep == "dative":
            named = child.child("pobj")
            yield Argument(
                role=Role.INDIRECT,
                word=named or child,
                preposition=child.lower if named is not None else None,
            )
        elif _is_content(verb, child):
            yield Argument(role=Role.COMPLEMENT, word=child)
        elif child.dep == "advmod" and child.lower in words("light", "particles"):
            yield from _prepositional(child)
    yield from _prepositional(verb)
    for noun in verb.children_by("dobj", "nsubjpass"):
        yield from _prepositional(noun)
    for preposition in verb.children_by("prep"):
        if (verb.lemma, preposition.lower) in _prepositional_carriers():
            for noun in preposition.children_by("pobj"):
                yield from _prepositional(noun)


def _is_content(verb: Word, clause: Word) -> bool:
    """Whether a clause hangs on the verb; one before it may stand beside it: "X fled; Y won"."""
    if clause.dep == "ccomp" and so_called(clause):
        return False
    if clause.dep not in ("ccomp", "xcomp"):
        return _is_wished_for(clause) if clause.dep == "advcl" else _is_asked_of(clause, verb)
    return clause.index > verb.index or verb.lemma in words("modality", "announcing_verbs")


def _is_asked_of(clause: Word, verb: Word) -> bool:
    """Whether an infinitive on a verb is what it asks of its object: "pressed X to go"."""
    marked = any(a.lower == "to" for a in clause.children_by("aux"))
    return clause.dep == "relcl" and verb.pos == "VERB" and clause.tag == "VB" and marked


def _is_wished_for(clause: Word) -> bool:
    """Whether a clause is what one calls for somebody to do: "called for the mayor to resign"."""
    marked = any(m.lower == "for" for m in clause.children_by("mark"))
    return marked and clause.tag == "VB" and clause.head.lemma in words("modality", "calling_verbs")


def _prepositional(word: Word) -> Iterator[Argument]:
    for preposition in word.children_by("prep", "agent"):
        if preposition.dep == "agent" and word.pos == "VERB" and not has_both(word):
            continue
        name, objects = preposition.lower, preposition.children_by("pobj")
        inner = preposition.child("prep")
        if not objects and inner is not None:
            name, objects = f"{name} {inner.lower}", inner.children_by("pobj")
        for noun in objects:
            if name == "to" and noun.lemma in words("parties", "reactions"):
                continue
            # "Fought on the side of the army": beside it, and not against it.
            place = "beside" if (name, noun.lemma) == ("on", "side") else name
            yield Argument(role=Role.OBLIQUE, word=antecedent(noun), preposition=place)
        for clause in preposition.children_by("pcomp"):
            called = so_called(clause)
            yield from (Argument(role=Role.OBLIQUE, word=w, preposition=name) for w in called)
            if not called:
                yield Argument(role=Role.COMPLEMENT, word=clause, preposition=name)


def _noun_arguments(noun: Word) -> Iterator[Argument]:
    """Possessor, by-phrase, demonym or compound, of-phrase and other prepositions of a noun."""
    for child in noun.children:
        if child.dep == "poss" and undergoes(noun):
            yield Argument(role=Role.OBLIQUE, word=child, preposition="of")
        elif child.dep == "poss":
            yield Argument(role=Role.SUBJECT, word=child, preposition="poss")
        elif child.dep in ("compound", "amod", "nmod", "nsubj"):
            yield Argument(role=Role.SUBJECT, word=child, preposition="modifier")
    for argument in _prepositional(noun):
        if argument.preposition == "by" and argument.role is Role.OBLIQUE:
            yield Argument(role=Role.SUBJECT, word=argument.word)
        else:
            yield argument
    for clause in noun.children_by("acl", "relcl"):
        agent = clause.child("agent") if clause.tag == "VBN" else None
        carried = clause.dep == "acl" or clause.lemma in words("light", "carriers")
        if agent is not None and carried and clause.lemma not in words("light", "hosting"):
            yield from (Argument(role=Role.SUBJECT, word=w) for w in agent.children_by("pobj"))
        if clause.dep == "acl":
            yield Argument(role=Role.COMPLEMENT, word=clause)


def undergoes(noun: Word) -> bool:
    """Whether the possessor is the one to whom it was done: "the bishop's murder".

    With an "of" he did it: "the junta's murder of the bishop".
    """
    return noun.lemma in words("parties", "undergone") and all(
        p.lower != "of" for p in noun.children_by("prep")
    )


def _is_event_noun(word: Word) -> bool:
    return word.lemma in senses().nouns and word.dep not in ("compound", "nmod", "amod")


@cache
def _prepositional_carriers() -> frozenset[tuple[str, str]]:
    return frozenset((p["verb"], p["preposition"]) for p in load_lexicon("light")["prepositional"])
