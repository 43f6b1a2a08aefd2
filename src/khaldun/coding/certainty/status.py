"""How far an event had come, and whether a statement is of a habit and not of an event."""

from khaldun.coding.certainty.modifiers import is_under_way
from khaldun.coding.certainty.rules import certainty_rules
from khaldun.coding.certainty.values import State
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.record import SegmentKind, Status

_ORDER = (Status.HYPOTHETICAL, Status.PLANNED, Status.ATTEMPTED)
_PRESENT = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
_SUBJECTS = ("nsubj", "nsubjpass")


def status_from(state: State, word: Word) -> Status:
    """The status of an event: what governs it decides, otherwise its tense and aspect."""
    for status in _ORDER:
        if status in state.statuses:
            return status
    return Status.ONGOING if _is_ongoing(word) else Status.HAPPENED


def _is_ongoing(word: Word) -> bool:
    rules = certainty_rules()
    if word.pos == "NOUN":
        return any(c.lower in rules.ongoing for c in word.children_by("amod"))
    if word.tag == "VBG":
        auxiliaries = [c.lower for c in word.children_by("aux")]
        present = any(a in _PRESENT for a in auxiliaries) or is_under_way(word)
        return present or ("been" in auxiliaries and any(a in ("has", "have") for a in auxiliaries))
    governor = word.head
    return (
        word.dep == "xcomp"
        and governor.lemma in ("continue", "keep")
        and governor.tag
        in (
            "VBZ",
            "VBP",
        )
    )


def is_generic(draft: Draft, word: Word) -> bool:
    """Whether `word` states a habit or a rule and no event: "militias often attack convoys"."""
    clause = word if word.pos in ("VERB", "AUX") else word.head
    if draft.syntax.sentences[word.sentence].kind is SegmentKind.HEADLINE:
        return False
    if clause.pos not in ("VERB", "AUX") or clause.tag not in ("VBZ", "VBP", "VB"):
        return False
    if any(c.lower in certainty_rules().habitual for c in clause.children_by("advmod")):
        return True
    return clause is word and clause.tag in ("VBZ", "VBP") and _is_about_a_kind(clause)


def _is_about_a_kind(verb: Word) -> bool:
    """Whether subject and object are bare plurals ("armies need fuel"): kinds, not parties."""
    subject = verb.child(*_SUBJECTS)
    if verb.child("aux", "auxpass", "neg") is not None or subject is None:
        return False
    thing = verb.child("dobj", "attr")
    return _is_bare_plural(subject) and (thing is None or _is_bare_plural(thing))


def _is_bare_plural(noun: Word) -> bool:
    return (
        noun.tag == "NNS"
        and noun.child("det", "poss", "nummod", "amod", "compound", "relcl") is None
    )
