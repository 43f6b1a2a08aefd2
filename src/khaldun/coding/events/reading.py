"""What a predicate reports, its governors and contents taken together.

Reading goes from the governing word down: "agreed to stop shelling the town" is read from
"agreed", which reads "stop", which reads "shelling". What is used as the content of another
word is consumed, so that nothing that was only demanded is reported as having happened.
"""

from dataclasses import dataclass, field, replace

from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.events.governors import Governor, governors
from khaldun.coding.events.matching import is_called_something, objects_of, sense_of
from khaldun.coding.events.modality import Modality, is_indicative, modality_of
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.senses import Sense, senses
from khaldun.coding.predicates.doers import told_elsewhere
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_DEPTH = 12
_PROMISES = frozenset({"agree", "promise", "vow", "plan"})
_COPULAR = frozenset({"go", "be", "remain", "stay", "put", "place"})
_WORDS = frozenset(
    {EventType.REQUEST, EventType.AGREE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT}
)
# Where the content of a word hangs, and what is told as fact even inside it.
_CONTENT = frozenset({"dobj", "ccomp", "xcomp", "prep", "dative", "acl"})
_REAL = frozenset({"relcl", "advcl", "appos", "npadvmod", "nummod", "det", "punct"})
_NOUNS = ("NOUN", "PROPN")
_DECREED = frozenset({EventType.MOBILIZE, EventType.COERCE, EventType.SANCTION})
_KIND = frozenset({"meet", "assist", "yield"})
_SELVES = frozenset({"itself", "themselves", "himself", "herself", "ourselves"})
_REPROACHED = frozenset({"for", "of", "over", "about", "with"})
# "Accused the general of arming the front": done, says the accuser; words are only reproached.
_DEEDS = frozenset({EventType.ASSAULT, EventType.AID, EventType.MOBILIZE, EventType.COERCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a predicate was found to report, and the lexicon entries that say so.

    `content` is the reading of what a governor governs; parties missing here are sought there.
    """

    predicate: Predicate
    type: EventType
    modes: tuple[str, ...]
    entry: str
    sense: Sense | None = None
    governor: Governor | None = None
    content: "Reading | None" = None
    contents: tuple[Word, ...] = ()
    future: bool = False


@dataclass(slots=True, kw_only=True)
class Reader:
    """Reads the predicates of one draft; remembers what was read and what was consumed."""

    draft: Draft
    predicates: dict[int, Predicate]
    consumed: set[int] = field(default_factory=set)
    _active: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, draft: Draft) -> "Reader":
        """A reader for the predicates of `draft`."""
        return cls(draft=draft, predicates={p.trigger.index: p for p in draft.predicates})

    def read(self, predicate: Predicate) -> Reading | None:
        """What `predicate` reports, or None where it has no type."""
        index = predicate.trigger.index
        if index in self._active or len(self._active) > _DEPTH:
            return None
        self._active.add(index)
        found = self._read(predicate)
        self._active.discard(index)
        return None if found is None else self._in_modality(found, modality_of(predicate.trigger))

    def _read(self, predicate: Predicate) -> Reading | None:
        """A sense that asks for its object outranks a governor, a governor any other sense."""
        if _means_itself(predicate.trigger):
            return None
        sense = sense_of(self.draft, predicate)
        if self._decrees(predicate) or _leaves_unsaid(predicate):
            return None
        if is_called_something(predicate.trigger):
            self._consume_name(predicate.trigger)
        if sense is not None and sense.objects and "infinitive" not in sense.needs:
            return self._sensed(predicate, sense)
        governed = self._governed(predicate)
        if governed is not None or sense is None:
            return governed
        return self._sensed(predicate, sense)

    def consume_unreal(self, reading: Reading) -> None:
        """What is only asked for, promised, refused or threatened did not happen."""
        if reading.type not in _WORDS:
            return
        trigger = reading.predicate.trigger
        queue = [c for c in trigger.children if c.dep in _CONTENT and c.index > trigger.index]
        for word in queue:
            if word.index in self.predicates:
                self.consumed.add(word.index)
            queue.extend(c for c in word.children if c.dep not in _REAL)

    def _governed(self, predicate: Predicate) -> Reading | None:
        governor = _governor_of(predicate)
        if governor is None or not _has_needed(governor, predicate):
            return None
        for word in self._contents(predicate):
            if governor.effect == "request" and is_indicative(word):
                continue
            if governor.effect == "disapprove" and word.dep == "xcomp":
                continue  # "regrets to inform the House": what one does oneself
            content = self.read(self.predicates[word.index])
            if content is not None:
                return self._effect(predicate, governor, content, word)
        if not governor.bare or not (_complements(predicate) or governor.needs is None):
            return None
        outcome = governors().outcome(governor.effect, None)
        if outcome.type is None:
            return None
        return Reading(
            predicate=predicate,
            type=outcome.type,
            modes=outcome.modes,
            entry=governor.id,
            governor=governor,
            contents=tuple(_complements(predicate)),
        )

    def _effect(
        self, predicate: Predicate, governor: Governor, content: Reading, word: Word
    ) -> Reading | None:
        outcome = governors().outcome(_effect_of(governor, content), content.type)
        if outcome.keep:
            return None
        if not _is_alleged(governor, content, word):
            self._consume(content)
            self.consumed.add(word.index)
        if outcome.type is None:
            return None
        modes = outcome.modes
        if outcome.type is EventType.THREATEN and content.modes:
            modes = _threat_modes(content)
        return Reading(
            predicate=predicate,
            type=outcome.type,
            modes=modes,
            entry=f"{governor.id}>{content.entry}",
            governor=governor,
            content=content,
            contents=(word,),
            future=governor.effect in _PROMISES,
        )

    def _sensed(self, predicate: Predicate, sense: Sense) -> Reading | None:
        if sense.type is None:
            if sense.objects and predicate.trigger.pos == "VERB":
                self.consumed.update(w.index for w in predicate.by_role(Role.OBJECT))
            return None
        content = self._own_content(predicate)
        contents = tuple(_complements(predicate))
        if "complement" in sense.needs and sense.type in (EventType.RETREAT, EventType.SANCTION):
            self.consumed.update(w.index for w in contents)
        if sense.type is EventType.ACCUSE:
            self._consume_reproach(predicate)
        self._consume_carried(predicate, sense)
        return Reading(
            predicate=predicate,
            type=sense.type,
            modes=sense.modes,
            entry=sense.id,
            sense=sense,
            content=content,
            contents=contents,
        )

    def _decrees(self, predicate: Predicate) -> bool:
        """Whether a ruler does what the object says: "ordered a mobilisation"."""
        if predicate.trigger.lemma not in words("light", "decreeing"):
            return False
        nouns = (w for w in predicate.by_role(Role.OBJECT) if w.index in self.predicates)
        contents = (self.read(self.predicates[w.index]) for w in nouns)
        return any(c is not None and _is_decreed(c) for c in contents)

    def _consume_name(self, verb: Word) -> None:
        """What something is called is no event beside it: "called the raid an act of war"."""
        names = (w for name in verb.children_by("oprd") for w in name.subtree())
        self.consumed.update(w.index for w in names if w.pos in _NOUNS)

    def _consume_reproach(self, predicate: Predicate) -> None:
        """What somebody is reproached with is told as the reproach, unless it is a deed."""
        for argument in predicate.arguments:
            clause = self.predicates.get(argument.word.index)
            if clause is None or argument.preposition not in _REPROACHED:
                continue
            content = self.read(clause)
            if content is not None and content.type not in _DEEDS:
                self._consume(content)

    def _consume_carried(self, predicate: Predicate, sense: Sense) -> None:
        """The noun of "went on strike" is part of the verb, not an event beside it."""
        if predicate.trigger.pos in _NOUNS:
            return
        for word in predicate.by_role(Role.OBLIQUE, *(sense.needs | sense.prepositions)):
            if word.lemma in senses().nouns and predicate.trigger.lemma in _COPULAR:
                self.consumed.add(word.index)

    def _own_content(self, predicate: Predicate) -> Reading | None:
        """An event noun inside the object of a typed verb is not a second event."""
        if predicate.trigger.pos in _NOUNS:
            return None
        for word in predicate.by_role(Role.OBJECT):
            inner = self.predicates.get(word.index)
            if inner is not None and word.pos in _NOUNS:
                content = self.read(inner)
                self.consumed.add(word.index)
                if content is not None:
                    self._consume(content)
                    return content
        return None

    def _contents(self, predicate: Predicate) -> list[Word]:
        """Predicates that hang on this one: clauses first, then event nouns."""
        nouns = [*objects_of(predicate), *predicate.by_role(Role.OBLIQUE, *_CONTENT_PREPOSITIONS)]
        if predicate.construction == "passive":
            nouns += predicate.by_role(Role.OBJECT)
        found = [*_complements(predicate), *nouns]
        return [w for w in found if w.index in self.predicates and w is not predicate.trigger]

    def _consume(self, reading: Reading) -> None:
        self.consumed.add(reading.predicate.trigger.index)
        self.consumed.update(w.index for w in reading.contents)
        if reading.content is not None:
            self._consume(reading.content)

    def _in_modality(self, found: Reading, modality: Modality) -> Reading | None:
        """The rules of precedence for what is to come or was declined (PLOVER manual)."""
        if modality.effect is None or (found.governor and modality.effect != "refuse"):
            return found
        outcome = governors().outcome(modality.effect, found.type)
        if outcome.keep or outcome.type is None:
            return replace(found, future=modality.future)
        modes = _threat_modes(found) if outcome.type is EventType.THREATEN else outcome.modes
        return replace(found, type=outcome.type, modes=modes, future=modality.future)


def _means_itself(verb: Word) -> bool:
    """Whether it names or lets nobody else: "a group calling itself X", "let itself be fooled"."""
    clause = verb.child("ccomp", "xcomp")
    inner = clause.children_by("nsubj", "nsubjpass") if clause is not None else []
    selves = any(o.lower in _SELVES for o in (*verb.children_by("dobj", "dative"), *inner))
    lets = clause is not None and verb.lemma in words("light", "empowering")
    return selves and (lets or verb.lemma in words("light", "naming"))


def _is_decreed(content: Reading) -> bool:
    """Whether it is a ruler's own deed once it is ordered, as a release of prisoners is."""
    return content.type in _DECREED or "release" in content.modes


def _is_alleged(governor: Governor, content: Reading, word: Word) -> bool:
    """Violence that somebody is accused of is told, too, as the accuser's claim."""
    of = word.dep in ("pobj", "pcomp")
    blamed = word.dep in ("dobj", "nsubjpass") and any(told_elsewhere(word))
    return (of or blamed) and governor.effect == "accuse" and content.type is EventType.ASSAULT


_CONTENT_PREPOSITIONS = ("for", "of", "to", "in", "over", "with", "from", "about", "on", "against")


def _governor_of(predicate: Predicate) -> Governor | None:
    trigger = predicate.trigger
    table = governors().nouns if trigger.pos in _NOUNS else governors().verbs
    found = table.get(trigger.lemma)
    if trigger.lower == "wanted" and predicate.construction == "passive":
        return None  # for a crime
    if predicate.particle == "off" and trigger.lemma == "call":
        return governors().verbs.get("call_off")
    if found is not None and found.effect == "prevent" and not predicate.by_role(Role.OBJECT):
        found = governors().endings.get(trigger.lemma)  # "stopped shelling the town"
    if found is not None and found.effect == "plan" and _is_of_others(predicate):
        return governors().desire
    if found is not None and found.effect == "plan" and _has_none(trigger):
        return governors().verbs["refuse"]
    if found is not None and found.effect == "prevent" and _goes_on_or_ends(predicate):
        return governors().verbs["end"] if trigger.lemma == "stop" else None
    if found is not None and found.effect == "request":
        return _obligation(predicate) or (None if is_called_something(trigger) else found)
    return found or _obligation(predicate)


def _leaves_unsaid(predicate: Predicate) -> bool:
    """Whether somebody only kept silent: "declined to comment", not "refused to name them"."""
    if predicate.trigger.lemma not in governors().verbs:
        return False
    if governors().verbs[predicate.trigger.lemma].id != "governors.refuse":
        return False
    for clause in _complements(predicate):
        silent = clause.lemma in words("light", "unsaid") and clause.child("dobj", "dative") is None
        if silent and not any(p.lower in ("to", "with") for p in clause.children_by("prep")):
            return True
    return False


def _effect_of(governor: Governor, content: Reading) -> str:
    """The effect of a governor; whoever vows never to do a thing refuses it, if it was kind."""
    trigger = content.predicate.trigger
    negated = governor.effect in _PROMISES and trigger.child("neg") is not None
    if not negated:
        return "vow" if governor.effect == "promise" and _is_aimed(content) else governor.effect
    return "refuse" if governors().classes[content.type] in _KIND else "agree"


def _is_aimed(content: Reading) -> bool:
    """Whether troops are to go against somebody: "promised to march on the capital"."""
    aims = (p.lower in ("on", "against") for p in content.predicate.trigger.children_by("prep"))
    return content.type is EventType.MOBILIZE and any(aims)


def _has_none(noun: Word) -> bool:
    """Whether an intention is one that nobody has: "had no plans to withdraw"."""
    return noun.pos == "NOUN" and any(c.lower == "no" for c in noun.children_by("det"))


def _goes_on_or_ends(predicate: Predicate) -> bool:
    """Whether a gerund says what the doer itself stops or keeps doing: "kept shelling the town"."""
    clauses = [c for c in _complements(predicate) if c.dep == "xcomp" and c.tag == "VBG"]
    others = predicate.by_role(Role.OBJECT) + predicate.by_role(Role.OBLIQUE, "from")
    return bool(clauses) and predicate.construction == "active" and not others


def _has_needed(governor: Governor, predicate: Predicate) -> bool:
    """Whether the clause that the governor needs is there: any, or one behind "from"."""
    if governor.needs == "from":
        clauses = (a for a in predicate.arguments if a.role is Role.COMPLEMENT)
        return any(a.preposition == "from" for a in clauses)
    return governor.needs != "complement" or bool(_complements(predicate))


def _is_of_others(predicate: Predicate) -> bool:
    """What one wants of another is a request: "wants the minister to resign"."""
    if predicate.trigger.lemma not in words("modality", "desiring_verbs"):
        return False
    for clause in _complements(predicate):
        own = clause.child("nsubj", "nsubjpass")
        if own is not None and own.tag != "PRP" and not is_indicative(clause):
            return True
        if clause.dep == "xcomp" and any(o.tag != "PRP" for o in predicate.by_role(Role.OBJECT)):
            return True
    return False


def _obligation(predicate: Predicate) -> Governor | None:
    """What X says that Y must do is a request of X (PLOVER manual, REQUEST)."""
    if predicate.trigger.lemma not in words("modality", "announcing_verbs"):
        return None
    clauses = (c for c in _complements(predicate) if c.child("nsubj", "nsubjpass") is not None)
    if any(
        a.lower in words("modality", "obligation") for c in clauses for a in c.children_by("aux")
    ):
        return governors().obligation
    return None


def _complements(predicate: Predicate) -> list[Word]:
    return predicate.by_role(Role.COMPLEMENT)


_THREATS = {
    EventType.ASSAULT: "violence",
    EventType.MOBILIZE: "violence",
    EventType.COERCE: "restrict",
    EventType.SANCTION: "relations",
    EventType.RETREAT: "relations",
}


def _threat_modes(content: Reading) -> tuple[str, ...]:
    """The mode of a threat is its content (PLOVER manual, THREATEN)."""
    for mode in content.modes:
        if mode in ("arrest", "expel"):
            return (mode,)
        if mode == "seize":
            return ("territory",)
    threat = _THREATS.get(content.type)
    return (threat,) if threat else ()
