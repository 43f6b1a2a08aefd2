"""Finds the words that make a clause a prediction, and how likely they make it."""

from dataclasses import dataclass

from khaldun.coding.attribution import innermost_frame
from khaldun.coding.attribution.sources import subject_of
from khaldun.coding.draft import Draft
from khaldun.coding.forecasts.conditions import condition_of, is_conditional
from khaldun.coding.forecasts.odds import stated_odds
from khaldun.coding.forecasts.rules import ForecastRules
from khaldun.coding.forecasts.tense import (
    asks,
    clause_of,
    describes_noun,
    is_infinitive,
    is_perfect,
    is_state_of_now,
    is_thing,
    is_to_come,
    is_told_in_past,
)
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.syntax import Word

_POSSIBLE = frozenset({"may", "might", "could"})
_NONE = frozenset({"no", "neither"})
_SCANT = _NONE | {"little", "scant"}
_HARDLY_ANY = frozenset({"few", "nobody", "none", "noone", "neither"})
# "may have to abandon": what comes is the infinitive.
_OBLIGING = frozenset({"have", "need"})
_ADDRESSED = frozenset({"you", "i", "we", "one"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A clause or phrase about the future: its head, the cue, and the name of the range.

    `odds` is the probability where the text gives it as a number.
    """

    head: Word
    cue: tuple[Word, ...]
    range: str
    odds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictor:
    """Tells whether a word of the document makes a prediction."""

    draft: Draft
    rules: ForecastRules

    def prediction(self, word: Word) -> Prediction | None:
        """The prediction that `word` makes: a modal, an adjective, a noun or a verb."""
        if word.dep in ("aux", "auxpass") and _modal_name(word) in self.rules.modals:
            return self._modal(word)
        if word.lower in self.rules.adjectives:
            return self._adjective(word)
        if word.pos == "NOUN" and word.lemma in self.rules.nouns:
            return self._noun(word)
        if word.pos == "VERB" and word.lemma in self.rules.verbs:
            return self._verb(word)
        if word.pos == "VERB" and word.lemma in self.rules.not_excluded:
            return self._not_excluded(word)
        return self._arranged(word) if word.lemma == "be" else None

    def condition(self, verb: Word) -> Word | None:
        """The head of what the prediction hangs on."""
        return condition_of(self.rules, self.draft.syntax.sentences[verb.sentence], verb)

    def _modal(self, modal: Word) -> Prediction | None:
        verb, name = modal.head, _modal_name(modal)
        if verb.pos not in ("VERB", "AUX", "ADJ", "NOUN") or modal.child("neg") is not None:
            return None  # "what the opposition could not"
        if any(c.lower == "whether" for c in verb.children_by("mark")):
            return None
        if is_perfect(verb) or is_conditional(self.rules, verb) or describes_noun(verb):
            return None
        if self._is_idle(verb) or asks(verb):
            return None
        if name in _POSSIBLE and not self._looks_ahead(verb, name):
            return None
        if name == "would" and not self._is_future_of_holder(verb):
            return None
        plain = (modal,), self.rules.modals[name]
        hedged = self._hedged(verb) or plain
        if self.rules.ranges[hedged[1]] > self.rules.ranges[plain[1]] and name in _POSSIBLE:
            hedged = plain  # "think that they might" is no more than "might"
        cue, range_name = self._graded(verb) or self._feared(verb) or hedged
        return Prediction(head=verb, cue=cue, range=range_name)

    def _graded(self, verb: Word) -> tuple[tuple[Word, ...], str] | None:
        """A probability word beside the modal, which says more than the modal does."""
        for adverb in verb.children_by("advmod"):
            if adverb.lower in self.rules.adverbs:
                return self._degree(adverb, self.rules.adverbs[adverb.lower])
        subject = verb.child("nsubj")
        near = [*(subject.children_by("amod") if subject else ()), *verb.children_by("acomp")]
        if verb.dep in ("ccomp", "csubj"):  # "it is possible that he will"
            near += [*verb.head.children_by("acomp"), verb.head]
        for adjective in near:
            if adjective.lower in self.rules.adjectives:
                return self._degree(adjective, self.rules.adjectives[adjective.lower])
        return None

    def _feared(self, verb: Word) -> tuple[tuple[Word, ...], str] | None:
        """The noun that its that-clause belongs to: "there is a danger, X says, that Y will"."""
        copulas = (w for w in (verb.head, *verb.children_by("ccomp")) if w.lemma == "be")
        noun = next((c.child("attr") for c in copulas if c.child("expl") is not None), None)
        if noun is None or noun.lemma not in self.rules.nouns or verb.child("mark") is None:
            return None
        rule = self.rules.nouns[noun.lemma]
        return None if rule.needs or rule.of is not None else self._measured(noun)

    def _measured(self, noun: Word) -> tuple[tuple[Word, ...], str]:
        """A noun such as "chance" with the word that says how much of it there is."""
        before = (c for c in noun.children if c.index < noun.index)
        measure = next((c for c in before if c.lower in self.rules.measures), None)
        if measure is None:
            return (noun,), self.rules.nouns[noun.lemma].range
        return (measure, noun), self.rules.measures[measure.lower]

    def _hedged(self, verb: Word) -> tuple[tuple[Word, ...], str] | None:
        """The word of believing or fearing above it, which takes back from what "will" says."""
        frame = innermost_frame(self.draft, verb)
        if verb.dep == "acl" and self._is_scant(verb.head):
            return self._scant(verb.head)
        if frame is None or frame.cue.lemma not in self.rules.hedging or verb.child("aux") is None:
            return None
        name = self.rules.hedging[frame.cue.lemma]
        few = frame.source_head is not None and _is_hardly_any(frame.source_head)
        if few or frame.cue.child("neg") is not None:
            other = self.rules.negated.get(name, name)
            name = self.rules.doubled.get(frame.cue.lemma, other)
        return (frame.cue,), name

    def _scant(self, noun: Word) -> tuple[tuple[Word, ...], str] | None:
        """What hardly anybody doubts, hopes or fears."""
        name = self.rules.doubled.get(noun.lemma)
        return None if name is None else ((noun,), name)

    def _is_scant(self, noun: Word) -> bool:
        """Whether there is hardly any of it: "no doubt", "little hope"."""
        return any(c.lower in _SCANT for c in noun.children_by("det", "amod"))

    def _is_idle(self, verb: Word) -> bool:
        """Whether nothing is said of what comes: "two things could go wrong"."""
        subject = verb.child("nsubj")
        idle = verb.lemma in self.rules.idle_verbs and verb.child("dobj", "xcomp") is None
        return idle and subject is not None and subject.lemma in self.rules.idle_subjects

    def _is_past(self, verb: Word) -> bool:
        frame = innermost_frame(self.draft, verb)
        return is_told_in_past(verb, frame.cue if frame is not None else None)

    def _degree(self, word: Word, name: str) -> tuple[tuple[Word, ...], str]:
        degree = word.child("advmod")
        if degree is None or degree.index != word.index - 1:
            return (word,), name
        if degree.lower in self.rules.diminishing:
            return (degree, word), self.rules.negated.get(name, name)
        most = degree.lower == "most"
        table = self.rules.superlatives if most else self.rules.shifted
        shifts = most or degree.lower in self.rules.degrees
        return (degree, word), table.get(name, name) if shifts else name

    def _looks_ahead(self, verb: Word, name: str) -> bool:
        """Whether a possibility is of the future: no state of now, no ability of then."""
        must = verb.child("xcomp") if verb.lemma in _OBLIGING else None
        verb = must if must is not None else verb
        suffered = verb.lemma in self.rules.suffered and verb.child("dobj") is not None
        stative = self._is_state(verb) and verb.child("expl") is None
        if verb.tag == "VBG" or (stative and not suffered):
            return False
        subject = subject_of(verb)
        if subject is not None and subject.lower in _ADDRESSED and not suffered:
            return False
        if name != "could":
            return True
        about = verb.child("nsubj", "nsubjpass")
        none = about is not None and any(d.lower in _NONE for d in about.children_by("det"))
        settled = none or verb.child("neg") is not None or self._is_past(verb)
        return not settled or self.condition(verb) is not None

    def _is_state(self, verb: Word) -> bool:
        """Whether the verb tells a state, or a saying: "may recall that …", no "may recall him"."""
        if verb.lemma in self.rules.acts_on_things and verb.child("ccomp", "oprd") is None:
            return verb.child("dobj", "nsubjpass") is None
        return verb.lemma in self.rules.stative

    def _is_future_of_holder(self, verb: Word) -> bool:
        """Whether "would" stands under a condition, or for the "will" of somebody's prediction."""
        if _is_comment(self.rules, verb):
            return False
        condition = self.condition(verb)
        if condition is not None:
            return not _is_past_perfect(condition)
        frame = innermost_frame(self.draft, verb)
        if frame is not None and is_perfect(frame.cue):  # "one might have expected that …"
            return False
        if self._graded(verb) is not None and not self._is_past(verb):
            return True
        told_now = frame is not None and frame.cue.tag in ("VBZ", "VBP")
        return frame is not None and not told_now and frame.cue.lemma in self.rules.foretelling

    def _adjective(self, word: Word) -> Prediction | None:
        copula = word.head if word.dep in ("acomp", "oprd") else word
        if word.dep not in ("acomp", "oprd", "ROOT", "ccomp") and word.pos != "VERB":
            return None
        modal = copula.child("aux")
        if modal is not None and _modal_name(modal) in self.rules.modals:
            return None
        if not self._has_future(word, copula):
            return None
        if self._is_past(copula) and not self._is_backshifted(copula):
            return None
        cue, name = self._degree(word, self.rules.adjectives[word.lower])
        if copula.child("neg") is not None:
            name = self.rules.negated.get(name, name)
        return Prediction(head=copula, cue=cue, range=name)

    def _is_backshifted(self, copula: Word) -> bool:
        """Whether its past tense is that of the saying: "he said it was bound to recur"."""
        frame = innermost_frame(self.draft, copula)
        if frame is None or frame.cue.tag != "VBD" or frame.cue.lemma not in self.rules.foretelling:
            return False
        return copula.dep == "ccomp" and copula.head is frame.cue

    def _has_future(self, word: Word, copula: Word) -> bool:
        """Whether what comes stands behind it, or the adjective itself says that it comes."""
        behind = [c for w in (word, copula) for c in w.children_by("xcomp", "ccomp", "csubj")]
        complement = next((c for c in behind if c is not word), None)
        if complement is None:
            subject = copula.child("nsubj")
            event = subject is not None and subject.lemma in senses().nouns
            visits = subject is not None and subject.index in self.draft.actor_ids
            if visits and word.lower == "due":  # "the minister is due in Baghdad": a plan
                return False
            return event or word.lower in self.rules.coming
        return is_to_come(complement) and not is_state_of_now(complement)

    def _noun(self, noun: Word) -> Prediction | None:
        rule = self.rules.nouns[noun.lemma]
        needed = next((c for c in noun.children if c.lower in rule.needs), None)
        governor = clause_of(noun)
        if governor is None or governor.tag in ("VBN", "VBG") or self._is_past(governor):
            return None
        if rule.of is not None and not _is_of(noun, rule.of):
            return None
        if rule.needs:
            return (
                None
                if needed is None
                else Prediction(head=governor, cue=(needed, noun), range=rule.range)
            )
        subject = governor.child("nsubj") if noun.dep == "attr" else None
        odds = stated_odds(noun)
        of_what = noun.child("prep", "acl") or (
            subject if subject and subject.tag == "NN" else None
        )
        if of_what is None or noun.dep not in ("attr", "pobj", "dobj", "nsubj"):
            return None
        cue, name = self._measured(noun)
        return Prediction(head=governor, cue=cue, range=name, odds=odds)

    def _verb(self, verb: Word) -> Prediction | None:
        thing = None if is_perfect(verb) else _foretold(verb)
        if thing is None or (thing.pos in ("VERB", "AUX") and not is_to_come(thing)):
            return None
        if _has_modal(self.rules, thing):
            return None
        subject = subject_of(verb)
        if verb.lemma == "threaten" and not self._is_thing_that_threatens(subject):
            return None
        name = self.rules.verbs[verb.lemma]
        doubted = verb.child("neg") is not None or (subject is not None and _is_hardly_any(subject))
        name = self.rules.negated.get(name, name) if doubted else name
        return Prediction(head=thing, cue=(verb,), range=name)

    def _is_thing_that_threatens(self, subject: Word | None) -> bool:
        """Whether nobody threatens in words: "the fighting threatens to spread"."""
        if subject is None or subject.pos != "NOUN" or subject.entity:
            return False
        return subject.index not in self.draft.actor_ids

    def _arranged(self, copula: Word) -> Prediction | None:
        """What is settled on: "the trial is to open in May"."""
        act, subject = copula.child("xcomp"), copula.child("nsubj")
        if act is None or subject is None or copula.tag not in ("VBZ", "VBP"):
            return None
        if not is_infinitive(act) or copula.child("acomp", "attr", "neg") is not None:
            return None
        if subject.lemma in self.rules.aims or act.lemma in self.rules.not_arranged:
            return None
        if copula.dep in ("advcl", "relcl") or asks(copula):
            return None
        return Prediction(head=copula, cue=(copula,), range=self.rules.arranged)

    def _not_excluded(self, verb: Word) -> Prediction | None:
        """What nobody rules out: "does not rule out an attack", "cannot be ruled out"."""
        particle = verb.child("prt")
        wanted = self.rules.not_excluded[verb.lemma]
        longer = next((c for c in verb.children_by("advmod") if c.lower == "longer"), verb)
        if longer.child("neg") is None or (particle.lower if particle else "") != wanted:
            return None
        thing = verb.child("dobj")
        passive = verb.child("nsubjpass") is not None
        if thing is None and not passive:
            return None
        return Prediction(head=thing or verb, cue=(verb,), range=self.rules.not_excluded_range)


def _is_past_perfect(clause: Word) -> bool:
    """Whether a condition was not met: "would protect it even if fighters had hidden there"."""
    return clause.tag == "VBN" and any(c.lower == "had" for c in clause.children_by("aux"))


def _is_comment(rules: ForecastRules, verb: Word) -> bool:
    """Whether it only says what one would think of a thing: "it would be strange if they won"."""
    subject, adjective = verb.child("nsubj"), verb.child("acomp")
    judged = subject is not None and subject.lower == "it" and adjective is not None
    return judged and adjective is not None and adjective.lower not in rules.adjectives


def _is_hardly_any(subject: Word) -> bool:
    """Whether few or none foretell it: "nobody expects", "no analyst predicts"."""
    return subject.lower in _HARDLY_ANY or any(
        d.lower in _NONE or d.lower == "few" for d in subject.children_by("det", "amod")
    )


def _foretold(verb: Word) -> Word | None:
    """What a verb of foretelling foretells: its clause, its object, or what is warned of."""
    behind = next((p for p in verb.children_by("prep") if p.lower in ("of", "about")), None)
    if verb.lemma == "warn":
        return behind.child("pobj") if behind is not None else None
    clause = verb.child("ccomp", "xcomp")
    feared = verb.lemma == "fear" and (clause is None or clause.child("aux") is None)
    if feared or (verb.lemma == "threaten" and clause is None):
        thing = verb.child("dobj")
        return thing if thing is not None and thing.lemma in senses().nouns else None
    if clause is not None:
        ahead = is_infinitive(clause) or clause.child("aux") is not None or is_thing(clause)
        return clause if ahead else None
    return verb.child("dobj")


def _is_of(noun: Word, what: str) -> bool:
    """Whether that stands behind the "of" of the noun."""
    behind = (p.child("pobj") for p in noun.children_by("prep") if p.lower == "of")
    return any(b is not None and b.lemma == what for b in behind)


def _has_modal(rules: ForecastRules, verb: Word) -> bool:
    return any(_modal_name(c) in rules.modals for c in verb.children_by("aux"))


def _modal_name(word: Word) -> str:
    return word.lower.replace("’", "'")
