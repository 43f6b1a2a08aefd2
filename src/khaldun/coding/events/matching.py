"""Which sense of a word fits its predicate: the most demanding frame that is satisfied."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.lexicon.senses import Sense, senses
from khaldun.coding.mentions.nouns import PERSONAL, lexicon
from khaldun.coding.syntax import Word
from khaldun.ontology import registry
from khaldun.record import EventType

# Keys of classes.yaml that are no classes of nouns.
_NO_CLASS = frozenset({"version", "idle_particle"})
_COMBATANTS = frozenset({"MIL", "REB", "UAF", "PRM"})
# What the parser may call a preposition though it belongs to the verb: "pulled out of".
_PARTICLES = frozenset({"out", "down", "off", "up", "away", "aside", "back", "over"})
_FUTURE = frozenset({"will", "'ll", "would", "shall", "wo"})
_COUNTS = frozenset({"both", "two", "three", "four", "five"})
_BESIDE = frozenset({"after", "before", "while", "since", "although", "though", "until"})
_OF_STATEMENTS = ("nsubj", "nsubjpass", "aux", "auxpass")
_REACH = 60  # words before a pronoun among which its noun is looked for
_ARMED = frozenset({"@combatant", "@armed_unit", "@weapon"})
_ARMED_MEN = ("@combatant", "@actor")
_BEARING_ARMS = frozenset({"armed", "machete-wielding", "gun-toting"})
_HARMED = _ARMED | frozenset(
    {"@actor", "@crowd", "@facility", "@official", "@people", "@territory", "@vehicle"}
)


@dataclass(slots=True, kw_only=True)
class _Frame:
    """What a predicate offers to the frames of senses, each part worked out once, when asked."""

    draft: Draft
    predicate: Predicate
    _known: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, part: str) -> frozenset[str]:
        """The classes at `objects`, `subjects` and the like, or lemmas of the `clause`."""
        found = self._known.get(part)
        if found is None:
            found = self._known[part] = frozenset(self._collect(part))
        return found

    def _collect(self, part: str) -> Iterator[str]:
        predicate = self.predicate
        if part == "prepositions":
            return (a.preposition for a in predicate.arguments if a.preposition)
        if part == "clause":
            return (w.lemma for w in _clause(predicate))
        if part == "objects":
            named: Iterable[Word] = objects_of(predicate)
        elif part == "subjects":
            named = predicate.by_role(Role.SUBJECT)
        elif part == "obliques":
            named = (*predicate.by_role(Role.OBLIQUE), *predicate.by_role(Role.INDIRECT))
        else:
            named = predicate.trigger.children
        return (c for word in named for c in self._classes_of(word))

    def _classes_of(self, word: Word) -> Iterable[str]:
        """The classes of a word; "armed youths" are no crowd."""
        if self._is_own(word):
            return (word.lemma, *_word_classes(word))
        armed = any(c.lower in _BEARING_ARMS for c in word.children_by("amod"))
        return _ARMED_MEN if armed else _classes(self.draft, word)

    def _is_own(self, word: Word) -> bool:
        """Whether it is a thing of the doer's, who is nobody that he acts upon: "his revenge"."""
        ids = self.draft.actor_ids
        if word.pos != "NOUN" or word.index in ids or word.lemma in lexicon().nouns:
            return False
        owners = {i for w in word.children_by("poss") for i in ids.get(w.index, ())}
        doers = self.predicate.by_role(Role.SUBJECT)
        return not owners.isdisjoint(i for w in doers for i in ids.get(w.index, ()))


def sense_of(draft: Draft, predicate: Predicate) -> Sense | None:
    """The sense of the predicate's trigger that fits its arguments best, if any does."""
    trigger = predicate.trigger
    candidates = _table(trigger).get(trigger.lemma, ())
    frame = _Frame(draft=draft, predicate=predicate)
    violent = any(s.type is EventType.ASSAULT for s in candidates)
    fitting = (s for s in candidates if _fits(frame, predicate, s))
    return next((s for s in fitting if not (violent and _is_figure(s) and _is_meant(frame))), None)


def _table(trigger: Word) -> Mapping[str, tuple[Sense, ...]]:
    if trigger.pos in ("VERB", "AUX"):
        return senses().verbs
    return senses().adjectives if trigger.pos == "ADJ" else senses().nouns


def _is_figure(sense: Sense) -> bool:
    """Whether it says that no violence is meant, of nobody who bears arms, and in no film."""
    return sense.type is None and not sense.clause and _ARMED.isdisjoint(sense.subjects)


def _is_meant(frame: _Frame) -> bool:
    """Whether arms, or who bears them, do something to what can be harmed: no figure of speech."""
    return not _HARMED.isdisjoint(frame.of("objects")) and (
        not _ARMED.isdisjoint(frame.of("subjects")) or _names_arms(frame.predicate)
    )


def _names_arms(predicate: Predicate) -> bool:
    """Whether its subject is what arms do: "artillery fire"."""
    known = _classes_of_lemmas()
    parts = (c for s in predicate.by_role(Role.SUBJECT) for c in s.children_by("compound"))
    return any(not _ARMED.isdisjoint(known.get(part.lemma, ())) for part in parts)


def _fits(frame: _Frame, predicate: Predicate, sense: Sense) -> bool:
    if sense.particle:
        if sense.particle not in (predicate.particle, _adjoined(predicate)):
            return False
    elif _particle_matters(predicate):
        return False
    for part, wanted in sense.conditions:
        open_subject = part == "subjects" and _leaves_open(predicate, sense)
        if not open_subject and wanted.isdisjoint(frame.of(part)):
            return False
    if sense.under and _above(predicate.trigger).lemma not in sense.under:
        return False
    return all(_has(predicate, need) for need in sense.needs)


def _leaves_open(predicate: Predicate, sense: Sense) -> bool:
    """Whether a passive leaves the subject open of a frame in which any actor may be it.

    "The governor was reinstated": the frame asks for an actor, and there must have been one.
    """
    left_open = predicate.construction == "passive" and "@actor" in sense.subjects
    return left_open and sense.type is not None and not predicate.by_role(Role.SUBJECT)


def _adjoined(predicate: Predicate) -> str | None:
    """The adverb right behind a verb that the parser took for a preposition, if one is there."""
    near = predicate.trigger.index + 1
    prepositions = predicate.trigger.children_by("prep")
    return next((p.lower for p in prepositions if p.index == near and p.lower in _PARTICLES), None)


def _above(word: Word) -> Word:
    """What the word hangs on, through a preposition."""
    return word.head.head if word.dep == "pobj" else word.head


def _clause(predicate: Predicate) -> list[Word]:
    """The words beneath the trigger, and beneath what it hangs on in the same clause.

    The verb of what came before or after it tells another deed: "killed six after men stormed in".
    """
    top = predicate.trigger
    if top.dep == "pobj" or predicate.construction == "light":
        top = top.head
    return [w for w in top.subtree() if not _tells_apart(w)]


def _tells_apart(verb: Word) -> bool:
    if verb.dep != "advcl" or verb.child("nsubj", "nsubjpass") is None:
        return False
    return any(m.lower in _BESIDE for m in verb.children_by("mark"))


def objects_of(predicate: Predicate) -> list[Word]:
    """What is acted upon: objects, for a noun also what its "of" names."""
    found = predicate.by_role(Role.OBJECT)
    if predicate.trigger.pos in ("NOUN", "PROPN"):
        found += predicate.by_role(Role.OBLIQUE, "of")
    elif not found and _adjoined(predicate) is not None:
        found = predicate.by_role(Role.OBLIQUE, str(_adjoined(predicate)))
    return found


def _classes(draft: Draft, word: Word) -> Iterator[str]:
    """What a selectional condition may call this word: its lemma, and the classes it is in."""
    yield word.lemma
    yield from _word_classes(word)
    if word.pos == "PROPN" and word.index == draft.syntax.sentences[word.sentence].words[0].index:
        # The first word of a sentence has a capital, and may be no name: "Rockets struck".
        yield from _classes_of_lemmas().get(word.lower, ())
        yield from _classes_of_lemmas().get(word.lower.removesuffix("s"), ())
    if word.lemma in words("classes", "formation"):
        for part in word.children_by("compound", "amod", "nmod"):
            yield from _classes_of_lemmas().get(part.lemma, ())
    if word.lemma in words("light", "transparent_nouns"):
        for preposition in word.children_by("prep"):
            for inner in preposition.children_by("pobj"):
                yield inner.lemma
                yield from _word_classes(inner)
    ids = actors_at(draft, word)
    # A name that is nobody's, or of nobody known, is a place that no gazetteer has.
    if word.index in draft.place_ids or (word.pos == "PROPN" and not _is_known(draft, ids)):
        yield "@territory"
    if word.tag == "PRP" and ids and not word.lower.endswith(("self", "selves")):
        yield from _classes_of_antecedent(draft, word, ids)
    if ids or _names_state(draft, word):
        yield "@actor"
        yield from _actor_classes(draft, ids)


def _classes_of_antecedent(draft: Draft, pronoun: Word, ids: tuple[str, ...]) -> Iterator[str]:
    """The classes of the noun that a pronoun stands for: "told the judges that they would"."""
    before = draft.syntax.words[max(pronoun.index - _REACH, 0) : pronoun.index]
    for word in reversed(before):
        if word.pos == "NOUN" and draft.actor_ids.get(word.index) == ids:
            yield from _classes_of_lemmas().get(word.lemma, ())
            return


def _names_state(draft: Draft, word: Word) -> bool:
    """Whether a country's name or a capital's, which may stand for its state, is meant."""
    place_id = draft.place_ids.get(word.index)
    if place_id is None:
        return False
    place = next((p for p in draft.places if p.id == place_id), None)
    return place is not None and (
        place.kind == "country" or registry().by_seat(place.name) is not None
    )


def _is_known(draft: Draft, ids: tuple[str, ...]) -> bool:
    """Whether anything is known of those that a name may mean: a country, a kind, an office."""
    meant = [a for a in draft.actors if a.id in ids]
    return any(a.person or a.sector or a.country or a.registry_id for a in meant)


def _actor_classes(draft: Draft, ids: tuple[str, ...]) -> Iterator[str]:
    for actor in draft.actors:
        if actor.id in ids and actor.person:
            yield "@people"
        if actor.id in ids and actor.sector == "IGO":
            yield "@igo"
        if actor.id in ids and actor.sector == "BUS":
            yield "@company"
        if actor.id in ids and actor.sector == "CVL":
            yield "@civilian"
        if actor.id in ids and actor.sector in _COMBATANTS:
            yield "@combatant"


def _word_classes(word: Word) -> Iterator[str]:
    yield from _classes_of_lemmas().get(word.lemma, ())
    noun = lexicon().nouns.get(word.lemma) if word.pos == "NOUN" else None
    if noun is not None and noun.is_any(PERSONAL):
        yield "@people"
    if word.tag == "PRP" and word.lower != "it":
        yield "@people"


@cache
def _classes_of_lemmas() -> dict[str, tuple[str, ...]]:
    """The classes of each lemma as conditions name them, in the order of the file."""
    found: dict[str, list[str]] = {}
    for name in load_lexicon("classes"):
        if name not in _NO_CLASS:
            for lemma in words("classes", name):
                found.setdefault(lemma, []).append(f"@{name}")
    return {lemma: tuple(names) for lemma, names in found.items()}


def _particle_matters(predicate: Predicate) -> bool:
    """A verb with a particle ("give up") is another verb, unless the particle only reinforces."""
    particle = predicate.particle
    return particle is not None and particle not in words("classes", "idle_particle")


def _is_infinitive(clause: Word) -> bool:
    return clause.tag == "VB" and any(a.lower == "to" for a in clause.children_by("aux"))


def is_called_something(verb: Word) -> bool:
    """Whether the verb says what it calls its object, as the parser takes a lone object too."""
    return verb.child("oprd") is not None and verb.child("dobj", "nsubjpass") is not None


def _has(predicate: Predicate, need: str) -> bool:
    """Whether the predicate offers what a frame needs: a role, a form, or a preposition."""
    if need in _ROLES:
        return bool(predicate.by_role(Role(need)))
    if need in ("no_object", "no_subject"):
        return not predicate.by_role(Role(need.removeprefix("no_")))
    if need in _FORMS:
        return _FORMS[need](predicate)
    if need.startswith("no_"):
        return all(a.preposition != need.removeprefix("no_") for a in predicate.arguments)
    return any(a.preposition == need for a in predicate.arguments)


def _is_imperative(predicate: Predicate) -> bool:
    return predicate.trigger.tag == "VB" and predicate.trigger.child(*_OF_STATEMENTS) is None


def _says_of_other(predicate: Predicate) -> bool:
    return any(c.child("nsubj") is not None for c in predicate.by_role(Role.COMPLEMENT))


def _wishes_of_other(predicate: Predicate) -> bool:
    others = (c for c in predicate.by_role(Role.COMPLEMENT) if c.child("nsubj") is not None)
    return any(not _is_told(c) for c in others)


def _is_told(clause: Word) -> bool:
    """Whether a clause tells what was or is so: "insisted that they had fought"."""
    return any(w.tag in ("VBD", "VBZ") for w in (clause, *clause.children_by("aux", "auxpass")))


def _asks_to_do(predicate: Predicate) -> bool:
    return any(_is_infinitive(c) for c in predicate.by_role(Role.COMPLEMENT))


def _is_to_come(predicate: Predicate) -> bool:
    return any(a.lower in _FUTURE for a in predicate.trigger.children_by("aux"))


def _are_several(subject: Word) -> bool:
    """Whether it names more than one party: "X and Y", "the Xian and Yian armies", "both sides".

    "Ministers of X and Y" are several too.
    """
    before = subject.children_by("amod", "compound", "nmod", "poss")
    phrases = subject.children_by("prep") if subject.tag == "NNS" else []
    behind = (o for p in phrases if p.lower in ("of", "from") for o in p.children_by("pobj"))
    counted = {c.lower for c in subject.children_by("det", "nummod", "predet")}
    return any(w.conjuncts() for w in (subject, *before, *behind)) or bool(counted & _COUNTS)


_ROLES = frozenset({"subject", "object", "indirect", "complement"})
_FORMS: Mapping[str, Callable[[Predicate], bool]] = {
    "no_complement": lambda p: p.trigger.child("ccomp", "oprd", "acomp", "xcomp") is None,
    "predicative": lambda p: is_called_something(p.trigger),
    "no_predicative": lambda p: not is_called_something(p.trigger),
    "other": _says_of_other,
    "wish_of_other": _wishes_of_other,
    "infinitive": _asks_to_do,
    "future": _is_to_come,
    "negated": lambda p: p.trigger.child("neg") is not None,
    "imperative": _is_imperative,
    "passive": lambda p: p.construction == "passive",
    "no_particle": lambda p: p.particle is None,
    "behind_with": lambda p: p.trigger.dep == "pobj" and p.trigger.head.lower == "with",
    "several": lambda p: any(map(_are_several, p.by_role(Role.SUBJECT))),
}
