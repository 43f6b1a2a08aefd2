"""Whether what was read can be an event between actors: purposes and figures of speech are not."""

from khaldun.coding.actors import actors_at
from khaldun.coding.certainty import is_generic
from khaldun.coding.draft import Draft, Event, Role
from khaldun.coding.events.frames import CONVEYED
from khaldun.coding.events.governors import governors
from khaldun.coding.events.phrases import call_to_say
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.senses import Sense, senses
from khaldun.coding.lexicon.ties import ties
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_CIVIL = frozenset({"CVL", "MED", "EDU", "NGO", "REF", "LAB", "REL"})
_PAIR = 2
_SAID = frozenset({EventType.REJECT, EventType.ACCUSE})
# What may be told of nobody in particular: "riots broke out", "fighting raged".
_UNNAMED = frozenset({EventType.ASSAULT, EventType.PROTEST})
_HARMED = ("territory", "facility", "vehicle", "weapon", "armed_unit", "paper")
_THINGS = ("weapon", "vehicle", "people", "combatant", "armed_unit", "crowd", "official")


def fault_of(draft: Draft, event: Event, sense: Sense | None) -> str | None:
    """Why the event of a sense cannot stand, or None if it can."""
    if not event.actors and not event.recipients and not _stands_alone(event):
        return "neither an actor nor a recipient is named"
    if event.type is EventType.CONSULT and _alone(event):
        return "only one side of the conversation is named"
    if event.type is EventType.SUPPORT and _is_standing_tie(event.trigger):
        return "a standing tie, kept as a relation"
    return _not_told_as_fact(draft, event) or _misfit(draft, event, sense)


def _not_told_as_fact(draft: Draft, event: Event) -> str | None:
    """Why the words do not say that it happened or will, or None where they do."""
    if _is_condition(event.trigger):
        return "only a condition"
    if _is_of_author(draft, event):
        return "what the author does or thinks"
    if event.type in _SAID and _is_denied(event.trigger):
        return "words that are denied"
    if _is_of_anyone(event.trigger):
        return "said of whoever may do it"
    if _is_empowered(event.trigger):
        return "what a law lets somebody do"
    if _is_invented(event.trigger):
        return "told by a work of fiction"
    if is_generic(draft, event.trigger):
        return "said of what happens in general"
    conveyed = event.type in CONVEYED and call_to_say(event.trigger) is not None
    if not event.future and not conveyed and _is_purpose(event.trigger):
        return "a purpose, which need not have happened"
    return None


def _misfit(draft: Draft, event: Event, sense: Sense | None) -> str | None:
    """Why those who are told to do or undergo it cannot, or None where they can."""
    if _abstract_subject(draft, event):
        return "its subject is neither an actor nor a weapon"
    if event.type is EventType.COERCE and "arrest" in event.modes and _civilian(draft, event):
        return "its actor has nobody arrested"
    if event.type is EventType.ASSAULT and event.trigger.head.lower == "under":
        return "only words are meant" if _civilian(draft, event) else None
    mutual = sense is not None and sense.two_sided
    if event.type is EventType.ASSAULT and not mutual and _plays(draft, event):
        return "nobody who fights does it to nobody"
    framed = sense is not None and sense.objects
    bodily = event.type is EventType.ASSAULT and not _tells_toll(event)
    if bodily and not framed and _abstract_object(draft, event):
        return "its object is nothing that can be harmed"
    return None


def _plays(draft: Draft, event: Event) -> bool:
    """Whether nobody who fights does it to nobody, or wins: "Benfica hit back, and beat Celtic".

    Of attacks told by a noun only a lone person's are looked at: "the chef's attack".
    """
    alone = any(a.person for a in draft.actors if a.id in event.actors)
    if len(event.actors) != 1 or not (event.trigger.pos == "VERB" or alone):
        return False
    fighting = {
        a.id
        for a in draft.actors
        if (a.sector is not None or a.registry_id is not None) and a.sector not in _CIVIL
    }
    if not fighting.isdisjoint((*event.actors, *event.recipients)):
        return False
    if event.trigger.lemma in words("light", "winning"):
        return True
    things = event.predicate.by_role(Role.OBJECT)
    return not (event.recipients or _tells_toll(event) or any(map(_is_thing, things)))


def _stands_alone(event: Event) -> bool:
    """Whether it is told of nobody: "a market was bombed", "a bomb went off", "riots broke out"."""
    if event.trigger.pos != "VERB":
        return event.type in _UNNAMED and (
            _was_foiled(event.trigger) or _occurs(event) or _is_undergone(event)
        )
    if _describes_thing(event):
        return False
    subjects = event.predicate.by_role(Role.SUBJECT)
    if event.type is EventType.MOBILIZE:
        return any(map(_is_force, subjects))
    if event.type is not EventType.ASSAULT:
        return event.type is EventType.PROTEST and any(map(_is_unrest, subjects))
    return (
        any(map(_is_thing, event.predicate.by_role(Role.OBJECT)))
        or _tells_toll(event)
        or any(map(_is_truce, subjects))
        or any(_is_arm(s) or _is_unrest(s) for s in subjects)
    )


def _is_undergone(event: Event) -> bool:
    """Whether a thing comes under it: "the convoy came under attack"."""
    things = map(_is_thing, event.predicate.by_role(Role.OBJECT))
    state = event.trigger.lemma in words("light", "states_of_siege")
    return event.predicate.construction == "light" and not state and any(things)


def _describes_thing(event: Event) -> bool:
    """Whether a participle tells what a thing is like: "a lorry packed with explosives"."""
    trigger, done = event.trigger, event.predicate.construction == "passive"
    return (
        done
        and trigger.dep == "acl"
        and trigger.child("prep") is not None
        and any(p.lower == "with" for p in trigger.children_by("prep"))
    )


def _occurs(event: Event) -> bool:
    """Whether its verb only says that it took place: "riots broke out", "a raid was reported"."""
    noun, verb = event.trigger, event.trigger.head
    passive = noun.dep == "nsubjpass" and verb.lemma in words("light", "held")
    occurs = passive or (noun.dep == "nsubj" and verb.lemma in words("light", "occurring"))
    return occurs and ("strike" in event.modes or _is_unrest(noun) or _is_arm(noun))


def _is_unrest(noun: Word) -> bool:
    """Whether the noun is violence or protest by itself: "fighting", "riots"."""
    return noun.lemma in words("classes", "fighting") or (
        noun.lemma in words("classes", "crowd") and noun.lemma in senses().nouns
    )


def _tells_toll(event: Event) -> bool:
    """Whether a weapon killed or hurt whom a common noun names: "a mine killed a deminer"."""
    killed = event.trigger.lemma in words("quantities", "tolls")
    subjects = event.predicate.by_role(Role.SUBJECT)
    armed = any(_is_arm(s) or _is_unrest(s) for s in subjects)
    objects = event.predicate.by_role(Role.OBJECT)
    return killed and armed and any(w.pos in ("NOUN", "NUM") for w in objects)


def _was_foiled(noun: Word) -> bool:
    """Whether it is told only as prevented: "police foiled an attack on the airport"."""
    governor = governors().verbs.get(noun.head.lemma)
    held = noun.dep in ("dobj", "nsubjpass") and noun.child("prep", "acl") is not None
    return held and governor is not None and governor.effect == "foil"


def _is_force(word: Word) -> bool:
    """Whether the noun is what forces move in: "gunboats circled the reef"."""
    return word.lemma in words("classes", "warcraft")


def _is_truce(word: Word) -> bool:
    """Whether the noun is what ends where violence begins: "the ceasefire collapsed"."""
    return word.lemma in words("classes", "paper")


def _is_arm(word: Word) -> bool:
    """Whether the noun is a weapon or what one does: "a car bomb", "an explosion"."""
    return word.lemma in words("classes", "weapon") or word.lemma in words("classes", "blast")


def _alone(event: Event) -> bool:
    """Whether somebody only spoke, with nobody that the text names."""
    parties = len(event.actors) + len(event.recipients)
    parties += any(_are_two(word) for word in event.predicate.by_role(Role.SUBJECT))
    parties += "multilateral" in event.modes
    return parties < _PAIR and event.trigger.lemma in words("light", "speaking_verbs")


def _are_two(subject: Word) -> bool:
    """Whether one noun names both who speak: "the two ministers", "both presidents"."""
    counts = {c.lower for c in subject.children_by("nummod", "det", "predet")}
    return subject.tag == "NNS" and bool(counts & {"two", "both", "three", "four"})


def _is_standing_tie(trigger: Word) -> bool:
    """A reduced relative such as "backed by Rwanda" says how things stand."""
    return trigger.tag == "VBN" and trigger.dep == "acl" and trigger.lemma in ties().verbs


def _is_of_author(draft: Draft, event: Event) -> bool:
    """Whether "I", whom nobody is known to be, does it: "I am not proud of the deserters"."""
    subjects = event.predicate.by_role(Role.SUBJECT)
    return any(s.lower == "i" and s.index not in draft.actor_ids for s in subjects)


def _is_condition(trigger: Word) -> bool:
    """What stands behind "if", "unless" or "whether" is not told as having happened."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    marks = {m.lower for m in verb.children_by("mark")}
    if verb.tag == "VB" and any(c.lower == "whether" for c in verb.children):
        return True
    if verb.dep in ("csubj", "csubjpass", "nsubj"):
        return "whether" in marks or _is_weighed(verb)
    return verb.dep == "advcl" and bool(marks & {"if", "unless", "lest"})


def _is_weighed(verb: Word) -> bool:
    """Whether it is an act that a clause only weighs: "bombing the port would provoke Iran"."""
    upper = verb.head
    modal = any(c.tag == "MD" for c in upper.children_by("aux"))
    return verb.dep == "csubj" and verb.tag in ("VBG", "VB") and (modal or upper.tag == "VBZ")


def _is_denied(trigger: Word) -> bool:
    """Whether somebody denies it: "denied that it had broken the rules"."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    return verb.dep in ("ccomp", "xcomp") and verb.head.lemma == "deny"


def _is_of_anyone(trigger: Word) -> bool:
    """Whether it says of nobody in particular what he may do: "anyone who harboured rebels"."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    return verb.dep == "relcl" and verb.head.lower in words("light", "anybody")


def _is_empowered(trigger: Word) -> bool:
    """Whether a statute gives the power or duty to: "the act lets a court freeze the assets"."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    upper = verb.head
    if verb.dep not in ("ccomp", "xcomp") or upper.lemma not in words("light", "empowering"):
        return False
    return any(s.lemma in words("classes", "statute") for s in upper.children_by("nsubj"))


def _is_invented(trigger: Word) -> bool:
    """Whether the main clause is about a film or novel: "the film follows a hitman who kills"."""
    top = trigger
    for top in (trigger, *trigger.ancestors()):
        told = (
            w for p in top.children_by("prep") if p.lower == "in" for w in p.children_by("pobj")
        )
        if any(w.lemma in words("classes", "fiction") and w.pos == "NOUN" for w in told):
            return True
        if top is not trigger and any(
            s.lemma in words("classes", "fiction") and s.pos == "NOUN"
            for s in top.children_by("nsubj", "nsubjpass")
        ):
            return top.lemma in words("light", "narrating")
    return False


def _is_purpose(trigger: Word) -> bool:
    """An infinitive that says what for, unless the word above says that it came about."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    if verb.tag != "VB" or verb.dep not in ("advcl", "acl", "xcomp"):
        return False
    if not any(a.lower == "to" for a in verb.children_by("aux")):
        return False
    return verb.head.lemma not in words("modality", "real_infinitive")


def _abstract_subject(draft: Draft, event: Event) -> bool:
    """A verb whose subject can do nothing of the kind: "Reality hit"."""
    if event.trigger.pos != "VERB" or event.actors:
        return False
    subjects = event.predicate.by_role(Role.SUBJECT)
    truce = event.type is EventType.ASSAULT and any(map(_is_truce, subjects))
    acts = any(s.pos == "PROPN" or _can_act(draft, s) for s in subjects)
    return bool(subjects) and not acts and not truce


def _abstract_object(draft: Draft, event: Event) -> bool:
    """A thing that no violence is done to: "attacked the problem"."""
    objects = event.predicate.by_role(Role.OBJECT)
    if event.trigger.pos != "VERB" or not objects or event.recipients:
        return False
    return not any(w.pos != "NOUN" or _is_thing(w) or _can_act(draft, w) for w in objects)


def _civilian(draft: Draft, event: Event) -> bool:
    """Whether only people without power are said to do it, as a wrong parse makes them."""
    sectors = [a.sector for a in draft.actors if a.id in event.actors]
    return bool(sectors) and all(s in _CIVIL for s in sectors)


def _is_thing(word: Word) -> bool:
    known = (word.lemma, *(c.lemma for c in word.children_by("compound", "amod", "nmod")))
    return any(k in words("classes", t) for k in known for t in _HARMED)


def _can_act(draft: Draft, word: Word) -> bool:
    known = (word.lemma, *(c.lemma for c in word.children if c.dep in ("compound", "pobj", "prep")))
    return (
        word.pos == "PRON"
        or bool(actors_at(draft, word))
        or any(k in senses().nouns or any(k in words("classes", t) for t in _THINGS) for k in known)
    )
