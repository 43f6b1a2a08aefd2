"""What a prediction says: statement, condition, subjects, horizon and holder."""

from collections.abc import Iterator
from itertools import islice

from khaldun.coding.attribution import attribution_of, innermost_frame
from khaldun.coding.attribution.extents import Extents, Range
from khaldun.coding.attribution.sources import subject_of
from khaldun.coding.draft import Draft
from khaldun.coding.forecasts.acts import Acts
from khaldun.coding.forecasts.horizon import horizon_of
from khaldun.coding.forecasts.predictions import Prediction, Predictor
from khaldun.coding.forecasts.rules import forecast_rules
from khaldun.coding.forecasts.tense import cleft_of, is_thing
from khaldun.coding.foretold import foretold_on
from khaldun.coding.syntax import Sentence, Word
from khaldun.record import Forecast, Probability, Span

_SPEAKER = frozenset({"i", "we"})
_PERSONAL = frozenset({"he", "she", "they", "it"})
# "They expect them to ally": these are others.
_OBJECTS = frozenset({"him", "her", "them"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_BACK = 3
_LONGEST = 100
_UNNUMBERED = "f0"


class Describer:
    """Finds and describes the forecasts of one document."""

    def __init__(self, draft: Draft, *, rule: str) -> None:
        self._draft = draft
        self._rule = rule
        self._rules = forecast_rules()
        self._predictor = Predictor(draft=draft, rules=self._rules)
        self._extents = Extents.of(draft.syntax)
        self._acts = Acts.of(draft)

    def forecasts(self, sentence: Sentence) -> Iterator[Forecast]:
        """The forecasts of a sentence, one a clause, in text order; a question has none."""
        if any(w.text == "?" for w in sentence.words[-2:]):
            return
        taken: set[int] = set()
        for word in sentence.words:
            prediction = self._predictor.prediction(word)
            if prediction is None or not taken.isdisjoint(_clauses_above(prediction.head)):
                continue
            forecast = self._describe(prediction)
            if forecast is not None:
                taken.add(prediction.head.index)
                yield forecast

    def _describe(self, prediction: Prediction) -> Forecast | None:
        head = prediction.head
        condition = self._predictor.condition(head)
        statement = self._statement(head, condition)
        if statement is None or self._is_plan(head):
            return None
        words = self._words(statement)
        odds = prediction.odds
        low, high = self._rules.ranges[prediction.range] if odds is None else (odds, odds)
        cue = sorted(prediction.cue, key=lambda word: word.index)
        return Forecast(
            id=_UNNUMBERED,
            statement=self._draft.syntax.span(words),
            probability=Probability(low=low, high=high, cue=self._draft.syntax.span(cue)),
            horizon=horizon_of(
                self._draft, (*self._opening(head), *words), foretold_on(self._draft, head)
            ),
            evidence=self._draft.syntax.sentence_span(head),
            subjects=self._subjects(head, words),
            event_type=self._acts.foretold_in(words, head, prediction.cue),
            condition=self._condition_span(condition),
            attribution=attribution_of(self._draft, head),
            rule=f"{self._rule}:{cue[-1].lemma}",
        )

    def _words(self, reach: Range) -> tuple[Word, ...]:
        return self._draft.syntax.words[reach[0] : reach[1] + 1]

    def _opening(self, head: Word) -> list[Word]:
        """A time that opens the sentence, apart from the statement: "By June, X says, Y will"."""
        first = self._draft.syntax.sentences[head.sentence].words[0]
        frame = innermost_frame(self._draft, head)
        clauses = (head,) if frame is None else (head, frame.cue)
        opens = first.dep == "prep" and first.head in clauses and first.index < head.index
        return first.subtree() if opens else []

    def _is_plan(self, verb: Word) -> bool:
        """Whether the holder speaks of what he himself will do."""
        subject = verb.child("nsubj") or subject_of(verb) or _shared_pronoun(verb)
        if subject is None or is_thing(verb) or subject.lower in _OBJECTS:
            return False
        if subject.lower in _SPEAKER:
            return verb.lemma not in self._rules.suffered
        frame = innermost_frame(self._draft, verb)
        if frame is None or frame.source_head is None:
            return False
        ids = self._draft.actor_ids
        own, holder = ids.get(subject.index, ()), ids.get(frame.source_head.index, ())
        if own and holder:
            return not set(own).isdisjoint(holder)
        return subject.lower in _PERSONAL

    def _statement(self, head: Word, condition: Word | None) -> Range | None:
        """The clause of the forecast, without its condition and without who says so."""
        clause = cleft_of(head) or head
        whole = self._extents.reach(clause)
        holes = [] if condition is None else [self._extents.reach(condition)]
        frame = innermost_frame(self._draft, head)
        if frame is not None and whole[0] <= frame.cue.index <= whole[1]:
            holes.append(self._extents.reach(frame.cue))
        holes.extend(self._extents.reach(c) for c in clause.children if _stands_alone(c))
        subject = clause.child(*_SUBJECTS)
        if (
            condition is not None
            and subject is not None
            and condition.index < subject.index < head.index
        ):
            whole = (self._extents.left[subject.index], whole[1])
        pieces = self._extents.without(whole, holes)
        first, last = next((p for p in pieces if p[0] <= head.index <= p[1]), (1, 0))
        if subject is not None and subject.index < first and subject.head is clause:
            first = self._extents.left[subject.index]  # "talks, he added, would resume"
        first, last = self._rounded(first, last, head)
        clipped = (max(first, head.index - _LONGEST), min(last, head.index + _LONGEST))
        return clipped if first <= last else None

    def _rounded(self, first: int, last: int, head: Word) -> Range:
        """The words without "that" or "which" in front, or a preposition left alone at the end."""
        words = self._draft.syntax.words
        if first < head.index and words[first].tag in ("WDT", "WP") and words[first].dep != "nsubj":
            first += 1
        while first < head.index and words[first].dep == "mark" and _only_joins(words[first]):
            first += 1
        while last > head.index and words[last].dep == "prep" and words[last].tag == "IN":
            last -= 1
        return first, last

    def _condition_span(self, condition: Word | None) -> Span | None:
        if condition is None:
            return None
        reach = self._extents.trim(self._extents.reach(condition))
        return self._draft.syntax.span(self._words(reach)) if reach is not None else None

    def _subjects(self, head: Word, words: tuple[Word, ...]) -> tuple[str, ...]:
        """Actors of the subject phrase, else of the statement; of "the outcome", those before."""
        ids = self._draft.actor_ids
        copula = cleft_of(head)
        subject = self._subject_of(head) if copula is None else copula.child("attr")
        phrase = self._words(self._extents.reach(subject)) if subject is not None else ()
        frame = innermost_frame(self._draft, head)
        speaking = frame.source_head if frame is not None else None
        for reach in (phrase, tuple(w for w in words if w is not speaking)):
            found = [i for w in reach for i in ids.get(w.index, ())]
            if found:
                return tuple(dict.fromkeys(found))
        about = subject is not None and subject.lemma in self._rules.topics
        return self._topic(head) if about else ()

    def _subject_of(self, head: Word) -> Word | None:
        """Its subject; that of a thing is not the one who foretells it."""
        return None if is_thing(head) and head.head.lemma in self._rules.verbs else subject_of(head)

    def _topic(self, head: Word) -> tuple[str, ...]:
        sentences = self._draft.syntax.sentences
        for back in range(1, min(_BACK, head.sentence) + 1):
            for word in sentences[head.sentence - back].words:
                ids = self._draft.actor_ids.get(word.index, ())
                if ids and word.dep in ("nsubj", "nsubjpass"):
                    return ids
        return ()


def _shared_pronoun(verb: Word) -> Word | None:
    """The "it" of the clause before: "it had proof but would not publish it"."""
    shares = verb.dep == "conj" and verb.child(*_SUBJECTS) is None
    before = verb.head.child("nsubj") if shares else None
    return before if before is not None and before.lower == "it" else None


def _only_joins(mark: Word) -> bool:
    return mark.lower == "that" or mark.lower in forecast_rules().contrasts


def _stands_alone(clause: Word) -> bool:
    """Whether a clause beside another has a subject of its own, and so is another statement."""
    mark = clause.child("mark") if clause.dep == "advcl" else None
    beside = mark is not None and mark.lower in forecast_rules().contrasts
    marks = clause.head.children_by("punct") if clause.dep == "ccomp" else []
    beside |= any(c.text == ";" and clause.index < c.index < clause.head.index for c in marks)
    return (beside or clause.dep == "conj") and clause.child(*_SUBJECTS) is not None


def _clauses_above(word: Word) -> set[int]:
    """The word and the clauses right above it: one prediction is not found twice in them.

    A coordinated clause with a subject of its own stands for itself.
    """
    if _stands_alone(word):
        return {word.index}
    return {word.index, *(w.index for w in islice(word.ancestors(), 2) if w.pos in ("VERB", "AUX"))}
