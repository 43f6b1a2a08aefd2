"""What the words right under a word do to its value: negation, modals, adverbs, questions."""

from bisect import bisect_left, bisect_right

from khaldun.coding.attribution.rules import attribution_rules
from khaldun.coding.certainty.rules import CertaintyRules, Modal, certainty_rules
from khaldun.coding.certainty.values import UNCOMMITTED, State, Value
from khaldun.coding.syntax import Syntax, Word
from khaldun.record import Status

_FARTHEST = 60
_POSSIBLE = Value(1)
_PROBABLE = Value(2)
_IMPOSSIBLE = Value(3, False)
_ONLY = frozenset(
    {
        "only",
        "just",
        "merely",
        "simply",
        "necessarily",
        "solely",
        "all",
        "every",
        "everyone",
        "long",
    }
)


def modified(syntax: Syntax, word: Word, spared: Word | None, base: State) -> State:
    """The state of `word` after its own modifiers, given the one it inherits.

    `spared` is the child that the path goes on to: it does not modify its own governor.
    """
    rules = certainty_rules()
    state = base
    children = [c for c in _near(word) if c is not spared]
    if word.pos in ("NOUN", "PROPN", "ADJ") and word.dep not in ("ccomp", "conj", "advcl"):
        state = _attributes(rules, word, children, state)
    state = _negations(syntax, word, children, state)
    state = _modals(rules, word, children, state)
    state = _adverbs(rules, word, children, state)
    return _hypothesis(rules, syntax, word, children, state)


def _near(word: Word) -> list[Word]:
    """The children that stand near enough to modify the word, so that lists cost no more."""
    first = bisect_left(word.children, word.index - _FARTHEST, key=_position)
    last = bisect_right(word.children, word.index + _FARTHEST, key=_position)
    return word.children[first:last]


def _position(word: Word) -> int:
    return word.index


def _attributes(rules: CertaintyRules, word: Word, children: list[Word], state: State) -> State:
    for child in children:
        attribute = rules.attributes.get(child.lower) if child.dep in ("amod", "compound") else None
        if attribute is not None:
            value = attribute.value if state.value.holds else attribute.value.negated()
            state = state.capped_to(value, child, attribute.status)
    return _participles(rules, word, children, state)


def _participles(rules: CertaintyRules, word: Word, children: list[Word], state: State) -> State:
    """What a participle behind a noun says became of it: "an attack thwarted by guards"."""
    for child in children:
        behind = child.dep == "acl" and child.tag == "VBN" and child.index > word.index
        if behind and child.lemma not in attribution_rules().verbs:
            effect = rules.verbs.get((child.lemma, "object"))
            state = state if effect is None else state.under(effect, child)
    would = _to_come(rules, word)
    return state if would is None else state.capped_to(UNCOMMITTED, would, Status.HYPOTHETICAL)


def _to_come(rules: CertaintyRules, noun: Word) -> Word | None:
    """The modal of a clause that says that what a noun names may come: "the war that would follow".

    In a tale told in the past it did come.
    """
    last = next((p for c in noun.children_by("prep") for p in c.children_by("pobj")), noun)
    for holder in (noun, last):
        for clause in holder.children_by("relcl"):
            modal = next((a for a in clause.children_by("aux") if a.tag == "MD"), None)
            comes = clause.lemma in rules.indefinite_occurrence_verbs | rules.occurrence_verbs
            if comes and modal is not None and not _is_told(noun):
                return modal
    return None


def _is_told(noun: Word) -> bool:
    """Whether the verb above a noun is in the past tense."""
    verb = next((a for a in noun.ancestors() if a.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.tag == "VBD"


def negators(syntax: Syntax, word: Word, children: list[Word]) -> list[Word]:
    """The words that negate `word`, with right scope: not "not only", not "not until"."""
    found = [c for c in children if _negates(syntax, c) and not _is_lifted(syntax, word, c)]
    for child in children:
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and not _is_governing(child):
            found.extend(_negative_part(child))
    return found


def _is_governing(noun: Word) -> bool:
    """Whether a clause hangs on the noun: then "no" says nothing of the verb above it."""
    return noun.child("acl", "relcl") is not None


def _negative_part(noun: Word) -> list[Word]:
    rules = certainty_rules()
    if noun.lower in rules.unnegated:
        return []
    if noun.lower in rules.negative_words or (noun.lower == "few" and noun.child("det") is None):
        return [noun]
    few = [] if noun.child("det") else [c for c in noun.children_by("amod") if c.lower == "few"]
    denied = noun.children_by("det", "neg", "preconj")
    alone = noun.dep in ("nsubj", "nsubjpass") and noun.child("conj") is None
    none = [d for d in denied if d.dep == "neg" and alone]  # "not a single nurse was hurt"
    return few + [d for d in denied if d.lower in rules.negative_words or d in none]


def _negates(syntax: Syntax, child: Word) -> bool:
    if child.dep == "neg":
        return True
    if child.lower in ("not", "n't", "n’t", "never", "nor", "neither"):
        return child.dep in ("advmod", "preconj", "cc", "neg")
    return child.lower == "longer" and syntax.words[child.index - 1].lower == "no"


def _is_lifted(syntax: Syntax, word: Word, negator: Word) -> bool:
    """Whether the negation does not reach the word: "not only", "not until May", "A but not B"."""
    before = syntax.words[negator.index - 1].lower
    if word.index < negator.index and before in ("but", ","):
        return True
    if negator.index + 1 >= len(syntax.words):
        return False
    following = syntax.words[negator.index + 1].lower
    if following in _ONLY:
        return True
    if following == "until":
        return True
    return any(c.lower == "until" for c in word.children if c.dep in ("prep", "mark"))


def _negations(syntax: Syntax, word: Word, children: list[Word], state: State) -> State:
    if word.pos in ("NOUN", "PROPN"):
        found = [c for c in _negative_part(word) if c is not word]
        found.extend(c for c in children if c.dep == "neg" and c not in found)
    else:
        found = negators(syntax, word, children)
    for negator in found:
        state = state.negated(negator)
    return state


def _modals(rules: CertaintyRules, word: Word, children: list[Word], state: State) -> State:
    auxiliaries = [c for c in children if c.dep in ("aux", "auxpass")]
    perfect = any(c.lower in ("have", "'ve", "’ve", "of") for c in auxiliaries)
    under_way = is_under_way(word)
    for auxiliary in auxiliaries:
        name = auxiliary.lower.replace("’", "'")
        name = "will" if name in ("would", "'d") and _is_backshifted(word) else name
        modal = rules.modals.get(name)
        if modal is not None:
            status = None if perfect or under_way else modal.status
            return _under_modal(state, modal, auxiliary, perfect, status)
    return state


def _is_backshifted(verb: Word) -> bool:
    """Whether its "would" is the "will" of somebody quoted in the past: "said it would leave"."""
    said = verb.head.tag in ("VBD", "VBN") or verb.head.lemma in attribution_rules().nouns
    marks = (c.child("mark") for c in verb.children_by("advcl"))
    conditional = any(m is not None and m.lower in ("if", "unless") for m in marks)
    return verb.dep in ("ccomp", "acl", "conj") and said and not conditional


def is_under_way(verb: Word) -> bool:
    """Whether it may be going on now: "may be urging restraint"."""
    auxiliaries = [c.lower for c in verb.children_by("aux")]
    return verb.tag == "VBG" and "be" in auxiliaries and any(a in _OF_NOW for a in auxiliaries)


_OF_NOW = frozenset({"may", "might", "could", "must"})


def _under_modal(
    state: State, modal: Modal, cue: Word, perfect: bool, status: Status | None
) -> State:
    if perfect:
        return state.capped_to(modal.perfect, cue, status)
    if not state.value.holds and modal.negated is not None:
        return state.capped_to(modal.negated.negated(), cue, None)
    return state.capped_to(modal.value, cue, status)


def _adverbs(rules: CertaintyRules, word: Word, children: list[Word], state: State) -> State:
    for child in children:
        kind = (
            rules.adverbs.get(child.lower) if child.dep in ("advmod", "npadvmod", "neg") else None
        )
        if kind == "probable":
            state = state.capped_to(_PROBABLE, child)
        elif kind == "possible":
            state = state.capped_to(_POSSIBLE, child)
        elif kind == "nearly" and word.pos == "VERB":
            state = state.capped_to(_IMPOSSIBLE, child)
        elif kind == "negative" and child.dep != "neg" and child.lower != "never":
            state = state.negated(child)
    return state


def _hypothesis(
    rules: CertaintyRules, syntax: Syntax, word: Word, children: list[Word], state: State
) -> State:
    """Conditionals and questions: a clause with an if-clause, a sentence with a question mark."""
    for child in children:
        mark = child.child("mark") if child.dep == "advcl" else None
        if mark is None or word.tag == "VBD" or child.tag == "VBN" or _is_perfect(word):
            continue
        if mark.lower in ("if", "unless") and not _is_past(child):
            return state.capped_to(UNCOMMITTED, mark, Status.HYPOTHETICAL)
    if _is_command(word, children):
        return state.capped_to(UNCOMMITTED, word, Status.HYPOTHETICAL)
    if word.is_root and syntax.sentences[word.sentence].words[-1].text == "?":
        question = syntax.sentences[word.sentence].words[-1]
        return state.capped_to(UNCOMMITTED, question, Status.HYPOTHETICAL)
    return state


def _is_perfect(word: Word) -> bool:
    """Whether it has come about, whatever it hangs on: "has threatened to invade unless"."""
    return any(c.lower in ("have", "has", "'ve", "’ve") for c in word.children_by("aux"))


def _is_command(word: Word, children: list[Word]) -> bool:
    """Whether it is an imperative: a bare verb that heads a sentence and has no subject."""
    if word.tag != "VB" or not (word.is_root or word.dep == "ccomp"):
        return False
    return not any(c.dep in _OF_STATEMENTS for c in children)


_OF_STATEMENTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "aux", "auxpass", "mark"})


def _is_past(clause: Word) -> bool:
    return clause.tag == "VBD" and clause.child("aux") is None
