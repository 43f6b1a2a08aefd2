"""What a forecast hangs on: if-clauses, "without …", "in the absence of …"."""

from itertools import islice

from khaldun.coding.forecasts.rules import ForecastRules
from khaldun.coding.syntax import Sentence, Word

_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})


def condition_of(rules: ForecastRules, sentence: Sentence, verb: Word) -> Word | None:
    """The head of the clause or phrase on whose truth `verb` hangs, if there is one.

    A condition that opens the sentence counts for its main clause, wherever the parser hung it.
    """
    node = verb
    below = verb.child("xcomp")
    for child in below.children if below is not None else ():
        if _is_condition_of(rules, child):
            return child
    for above in (verb, *islice(verb.ancestors(), 2)):
        if above is not verb and node.dep not in ("xcomp", "conj"):
            break
        for child in above.children:
            if _is_condition_of(rules, child):
                return child
        node = above
    return _opening_condition(rules, sentence, verb)


def _opening_condition(rules: ForecastRules, sentence: Sentence, verb: Word) -> Word | None:
    """The condition that opens the sentence: "If talks fail, aid groups warn, many starve"."""
    first = sentence.words[0]
    if first.dep == "prep" and first.lower in rules.condition_prepositions:
        return first if verb.dep in _MAIN else None
    clause = first.head
    opens = first.dep == "mark" and is_conditional(rules, clause)
    return clause if opens and clause.index < verb.index and verb.dep in _MAIN else None


def is_conditional(rules: ForecastRules, verb: Word) -> bool:
    """Whether `verb` heads an if-clause, or one turned round: "should he leave, …"."""
    if verb.dep not in ("advcl", "ccomp"):
        return False
    mark = verb.child("mark")
    if verb.dep == "advcl" and mark is not None:
        return mark.lower in rules.condition_marks
    return mark is None and verb.index < verb.head.index and _is_turned(rules, verb)


def _is_turned(rules: ForecastRules, verb: Word) -> bool:
    """Whether an auxiliary, or "were" itself, stands before the subject, as in a question."""
    first = verb if verb.lower in rules.turned else verb.child("aux", "auxpass")
    subject = verb.child("nsubj", "nsubjpass", "expl")
    if first is None or subject is None or first.index > subject.index:
        return False
    return first.lower in rules.turned


def _is_condition_of(rules: ForecastRules, child: Word) -> bool:
    if child.dep in ("advcl", "ccomp"):
        return is_conditional(rules, child)
    if child.lower == "long" and child.dep == "advmod":
        return child.child("advcl") is not None  # "as long as nobody is punished"
    if child.dep != "prep":
        return False
    if child.lower in rules.condition_prepositions:
        return True
    behind = child.child("pobj")
    return child.lower == "in" and behind is not None and behind.lemma in rules.condition_nouns
