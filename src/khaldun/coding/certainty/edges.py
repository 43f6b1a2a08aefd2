"""What a word does to the word below it: complements, clauses, coordination."""

from dataclasses import dataclass

from khaldun.coding.attribution.rules import attribution_rules
from khaldun.coding.attribution.sources import is_afterthought
from khaldun.coding.certainty.rules import CertaintyRules, certainty_rules
from khaldun.coding.certainty.values import CERTAIN, UNCOMMITTED, Effect, State, Value
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.syntax import Word
from khaldun.record import Status

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_IMPOSSIBLE = Value(3, False)
_EXCESSIVE = Effect(positive=_IMPOSSIBLE, negative=UNCOMMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A word of the path, with the preposition through which it hangs on the one above."""

    word: Word
    preposition: Word | None = None


def below(above: Link, link: Link, base: State, full: State) -> State:
    """The state that `link` inherits from `above`.

    `base` is what `above` inherited itself, `full` that after its own modifiers.
    """
    rules, governor, word = certainty_rules(), above.word, link.word
    if link.preposition is not None:
        return _prepositional(rules, governor, link, full)
    if word.dep == "conj":
        return _coordinated(governor, word, base, full)
    if word.dep in ("ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "oprd"):
        return _complement(rules, governor, word, full)
    if word.dep in ("acl", "relcl"):
        return _noun_clause(rules, governor, word, full)
    if word.dep == "advcl":
        return _adverbial(rules, governor, word, base, full)
    if word.dep in ("dobj", "nsubjpass", "attr", "dative", "appos") or word.dep == "nsubj":
        return _argument(rules, governor, word, full)
    if word.dep in ("acomp", "prep", "agent", "auxpass", "aux", "advmod", "amod", "prt"):
        return full
    return State() if word.pos in ("NOUN", "PROPN") else base


def is_answered(above: Link, link: Link) -> bool:
    """Whether the word is what somebody said before: the "request" that another refuses."""
    if link.preposition is not None or link.word.dep not in ("dobj", "nsubjpass"):
        return False
    rules = certainty_rules()
    return link.word.lemma in rules.answered_nouns and above.word.lemma in rules.answering_verbs


def is_denied(noun: Word) -> bool:
    """Whether the noun is what somebody says is untrue: the "reports" of "denied reports that"."""
    effect = certainty_rules().verbs.get((noun.head.lemma, "object"))
    denied = effect is not None and effect.positive == _IMPOSSIBLE
    return noun.pos == "NOUN" and noun.dep in ("dobj", "nsubjpass") and denied


def form_of(word: Word) -> str:
    """The form of a complement: infinitive, gerund, clause or object."""
    if word.pos in ("NOUN", "PROPN", "PRON") and word.child("nsubj", "mark") is None:
        return "object"
    if any(c.dep == "aux" and c.lower == "to" for c in word.children):
        return "infinitive"
    if word.tag == "VBG" and word.child("aux") is None and word.child(*_SUBJECTS) is None:
        return "gerund"
    bare = word.tag == "VB" and word.child("aux", "mark") is None
    return "infinitive" if bare and word.dep in ("xcomp", "ccomp") else "clause"


def _complement(rules: CertaintyRules, governor: Word, word: Word, full: State) -> State:
    form = form_of(word)
    apart = _apart(governor, word) if form == "clause" else None
    if apart is not None:
        return apart
    excess = next((c for c in governor.children_by("advmod") if c.lower in rules.excess), None)
    if excess is not None and form == "infinitive":
        return full.under(_EXCESSIVE, excess)
    predicate = (
        _adjective_of(rules, governor) if governor.pos == "AUX" or governor.lemma == "be" else None
    )
    if predicate is not None:
        return full.under(rules.adjectives[predicate.lower], predicate)
    if governor.lower in rules.adjectives and (
        governor.tag == "VBN" or governor.pos in ("ADJ", "ADV")
    ):
        return full.under(rules.adjectives[governor.lower], governor)
    if form == "infinitive" and governor.lemma in ("have", "be", "go"):
        return _semi_modal(governor, word, full)
    if form == "clause" and _opens_condition(rules, word):
        return full.capped_to(UNCOMMITTED, word.child("mark") or word, Status.HYPOTHETICAL)
    if _leaves_open(rules, governor):
        return full.become(UNCOMMITTED, governor)
    effect = rules.verbs.get((governor.lemma, form))
    if _is_loose(governor, word, form, effect):
        return State()
    if effect is None and form == "clause" and not full.value.holds and governor.pos == "VERB":
        return full.become(UNCOMMITTED, governor)
    return full if effect is None else full.under(effect, governor)


def _is_loose(governor: Word, word: Word, form: str, effect: Effect | None) -> bool:
    """Whether a clause only stands beside another, which no complementizer joins it to."""
    if form != "clause" or governor.pos != "VERB" or word.child("mark") is not None:
        return False
    reports = "clause" in attribution_rules().verbs.get(governor.lemma, {})
    return effect is None or (word.index < governor.index and not reports)


def _apart(governor: Word, clause: Word) -> State | None:
    """The state of a clause that the one above does not govern, None where it may."""
    if _asks_which(clause) or _is_parted(governor, clause):
        return State()
    contrary = _contrary_to_fact(governor, clause) if clause.index < governor.index else None
    return None if contrary is None else State().become(_IMPOSSIBLE, contrary)


def _is_parted(governor: Word, clause: Word) -> bool:
    """Whether a semicolon stands between a clause and the one behind it."""
    marks = governor.children_by("punct")
    return any(c.text == ";" and clause.index < c.index < governor.index for c in marks)


def _asks_which(clause: Word) -> bool:
    """Whether a clause takes for granted what it asks about: "who fired them is disputed"."""
    if any(c.tag == "MD" for c in clause.children_by("aux")):
        return False
    asked = clause.children_by("nsubj", "nsubjpass", "dobj", "advmod")
    opens = next((c for c in asked if c.index < clause.index), None)
    return opens is not None and opens.lower in _QUESTIONS


_QUESTIONS = frozenset({"who", "whom", "why", "how", "where"})


def _leaves_open(rules: CertaintyRules, governor: Word) -> bool:
    """Whether it is neither confirmed nor denied."""
    others = (w.lemma for w in (governor.head, *governor.children_by("conj")))
    return governor.lemma in rules.undecided and any(
        lemma in rules.undecided and lemma != governor.lemma for lemma in others
    )


def _adjective_of(rules: CertaintyRules, copula: Word) -> Word | None:
    adjective = copula.child("acomp", "attr")
    return adjective if adjective is not None and adjective.lower in rules.adjectives else None


def _semi_modal(governor: Word, word: Word, full: State) -> State:
    """The state under "has yet to", "has to", "is to", "is going to", "went to"."""
    yet = next((c for c in governor.children if c.lower == "yet"), None)
    if governor.lemma == "have" and yet is not None:
        return full.become(_IMPOSSIBLE if full.value.holds else CERTAIN, yet)
    if governor.lemma == "go":
        future = governor.tag == "VBG" and governor.child("aux") is not None
        return full.capped_to(Value(2), governor, Status.PLANNED) if future else full
    if governor.lemma == "be":
        return full.capped_to(Value(2), governor, Status.PLANNED)
    return full.capped_to(UNCOMMITTED, governor, Status.HYPOTHETICAL)


def _opens_condition(rules: CertaintyRules, word: Word) -> bool:
    mark = word.child("mark")
    return mark is not None and mark.lower in rules.conditions


def _coordinated(governor: Word, word: Word, base: State, full: State) -> State:
    """A second verb shares the modals and negation of the first unless it has its own."""
    contrast = any(c.dep == "cc" and c.lower in ("but", "yet") for c in governor.children)
    if word.pos not in ("VERB", "AUX"):  # "not order but a purge"
        return State() if contrast and full.value == base.value.negated() else full
    own = word.tag in _FINITE or word.child("aux", *_SUBJECTS) is not None
    return base if own or contrast else full


def _noun_clause(rules: CertaintyRules, noun: Word, word: Word, full: State) -> State:
    """The state of a clause that describes a noun: its content, or a plain fact about it."""
    form = form_of(word)
    mark = word.child("mark")
    content = form == "infinitive" or (mark is not None and mark.lower in ("that", "whether"))
    if not content:
        if word.dep == "relcl" and noun.lemma in rules.imagined and word.child("nsubj") is not None:
            return full.capped_to(UNCOMMITTED, noun, Status.HYPOTHETICAL)
        return full.unpolarised() if word.dep == "acl" else State()
    effects = rules.nouns.get(noun.lemma)
    if effects is not None:
        beyond = noun.dep == "pobj" and noun.head.lower == "beyond"  # "beyond any doubt"
        return (full.negated(noun.head) if beyond else full).under(effects[0], noun)
    ranked = any(c.lower in _RANKS for c in noun.children_by("amod"))
    if form == "infinitive" and noun.pos in ("NOUN", "PRON") and not ranked:
        return full.capped_to(UNCOMMITTED, noun, Status.HYPOTHETICAL)
    return full


_RANKS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})


def _adverbial(
    rules: CertaintyRules, governor: Word, word: Word, base: State, full: State
) -> State:
    if is_afterthought(word, attribution_rules().verbs):
        return State()
    contrary = _contrary_to_fact(governor, word)
    if contrary is not None:
        return State().become(_IMPOSSIBLE, contrary)
    mark = word.child("mark")
    if _is_fact(rules, governor, word, mark):
        return State()
    if mark is not None and mark.lower == "before" and _is_forestalled(governor, word):
        return State().become(_IMPOSSIBLE, mark)
    if mark is not None and mark.lower in rules.conditions and not _was_until(governor, mark):
        return base.capped_to(UNCOMMITTED, mark, Status.HYPOTHETICAL)
    if mark is not None and mark.lower == "as" and _compares(mark):
        return base.capped_to(UNCOMMITTED, mark, Status.HYPOTHETICAL)
    if form_of(word) == "infinitive" and not _is_result(rules, governor, word):
        to = (
            next(c for c in word.children if c.dep == "aux" or c.tag == "VB")
            if word.children
            else word
        )
        return full.capped_to(UNCOMMITTED, to, Status.PLANNED)
    if _is_of_any_time(word):
        return full.capped_to(UNCOMMITTED, word, Status.HYPOTHETICAL)
    if mark is None and word.tag == "VBG" and full.value.holds:
        return full
    return base


def _is_fact(rules: CertaintyRules, governor: Word, clause: Word, mark: Word | None) -> bool:
    """Whether a clause holds whatever becomes of the one above it."""
    if mark is not None and mark.lower in rules.concessions:
        return True
    return _came_before(governor, clause) or _is_comment(clause, mark)


def _is_comment(clause: Word, mark: Word | None) -> bool:
    """Whether the clause says who said so: "if he leaves, as he has threatened"."""
    as_he_says = mark is not None and mark.lower == "as" and not _compares(mark)
    return as_he_says and clause.lemma in attribution_rules().verbs


def _is_forestalled(governor: Word, clause: Word) -> bool:
    """Whether something came first: "was transferred before he could question anyone"."""
    could = any(c.lower in ("could", "can") for c in clause.children_by("aux"))
    return could and (governor.child("auxpass", "aux") or governor).tag == "VBD"


def _came_before(governor: Word, clause: Word) -> bool:
    """Whether a clause of time tells what had come about: "tried to kill him after he was hit"."""
    opener = clause.child("mark", "advmod")
    if opener is None or opener.lower not in ("after", "when", "since"):
        return False
    past = (clause.child("aux", "auxpass") or clause).tag == "VBD"
    return past and not any(c.tag == "MD" for w in (governor, clause) for c in w.children_by("aux"))


def _is_of_any_time(clause: Word) -> bool:
    """Whether a when- or before-clause is in the present: of what comes, or of a habit."""
    opener = clause.child("mark", "advmod")
    if opener is None or opener.lower not in _TEMPORAL or clause.child("aux") is not None:
        return False
    if clause.tag == "VBN":
        return clause.child("nsubjpass") is None
    return clause.tag in ("VBP", "VBZ", "VB")


_TEMPORAL = frozenset({"when", "whenever", "before", "after", "until", "once", "till", "wherever"})


def _contrary_to_fact(governor: Word, clause: Word) -> Word | None:
    """The cue of a condition that did not come true: "had they left, …", "if they had left"."""
    had = next((c for c in clause.children_by("aux", "auxpass") if c.lower == "had"), None)
    mains = (governor, governor.head)  # "had they left, he said, it would have fallen"
    if had is None or not any(c.tag == "MD" for m in mains for c in m.children_by("aux")):
        return None
    subject = clause.child("nsubj", "nsubjpass")
    mark = clause.child("mark")
    if mark is None:
        return had if subject is not None and had.index < subject.index else None
    return mark if mark.lower == "if" else None


def _is_result(rules: CertaintyRules, governor: Word, word: Word) -> bool:
    """Whether an infinitive tells what came of a past act: "fell, only to rise again"."""
    only = any(c.lower == "only" for c in word.children)
    return governor.tag == "VBD" and (only or word.lemma in rules.result_infinitives)


def _was_until(governor: Word, mark: Word) -> bool:
    """Whether an until-clause came true, as it does where the main clause is past."""
    return mark.lower in ("until", "once") and governor.tag in ("VBD", "VBN")


def _compares(mark: Word) -> bool:
    return any(c.lower in ("if", "though") for c in mark.head.children if c.dep == "mark")


def _argument(rules: CertaintyRules, governor: Word, word: Word, full: State) -> State:
    """The state of an event noun that is an argument of a verb."""
    if governor.pos not in ("VERB", "AUX"):
        return full
    definite = _is_definite(word)
    if word.dep == "nsubj":
        happens = governor.lemma in rules.occurrence_verbs
        begins = governor.lemma in rules.indefinite_occurrence_verbs and not definite
        if happens or begins:
            return full
        return _supposed(word, full) if not definite else State()
    light = governor.lemma in rules.light_verbs or word.dep == "attr"
    stands = word.lemma in attribution_rules().nouns and word.child("acl", "prep") is None
    if stands and not light:
        return State()
    particle = governor.child("prt")
    form = "object" if particle is None else particle.lower
    effect = rules.verbs.get((governor.lemma, form))
    if effect is not None and word.dep in ("dobj", "nsubjpass", "attr"):
        return full.under(effect, governor)
    return full if light or word.lemma in rules.nouns or not definite else State()


def _supposed(noun: Word, full: State) -> State:
    """The state of a thing of no known time that would do something: "an attack would mean war"."""
    article = noun.child("det")
    any_one = article is not None and article.lower in ("a", "an", "any", "another")
    supposed = any_one and full.statuses and noun.lemma in senses().nouns
    return full.capped_to(UNCOMMITTED, full.cues[-1], Status.HYPOTHETICAL) if supposed else State()


def _is_definite(noun: Word) -> bool:
    """Whether the noun speaks of something known: "the raid", "its raid", "the raid that …"."""
    if noun.pos == "PROPN" or noun.child("relcl", "poss") is not None:
        return True
    return any(c.dep == "det" and c.lower not in _INDEFINITE for c in noun.children)


_INDEFINITE = frozenset({"a", "an", "any", "no", "some", "another", "further", "more", "such"})
_TAKING_PART = frozenset({"involve", "engage", "participate", "implicate"})
_NOUN_LINKS = frozenset(
    {"of", "to", "for", "in", "on", "about", "against", "at", "behind", "from", "that"}
)


def _prepositional(rules: CertaintyRules, governor: Word, link: Link, full: State) -> State:
    """The state of what stands behind a preposition."""
    preposition, word = link.preposition, link.word
    assert preposition is not None  # noqa: S101 - told by the caller
    if preposition.lower in rules.negative_prepositions:
        return State().negated(preposition) if full.value.holds else full
    if preposition.lower in rules.open_prepositions:
        return State().become(UNCOMMITTED, preposition, Status.HYPOTHETICAL)
    if governor.pos in ("NOUN", "PRON"):
        return _behind_noun(rules, governor, link, full)
    effect = _verb_effect(rules, governor, preposition, word)
    if effect is not None:
        return full.under(effect, governor)
    if rules.causes.get(governor.lower) == preposition.lower:
        return State()
    predicate = rules.adjectives.get(governor.lower) if governor.pos == "ADJ" else None
    if predicate is not None and preposition.lower in ("of", "to", "for"):
        return full.under(predicate, governor)
    if preposition.lower in ("against", "for") and word.tag == "VBG":
        return (
            State(value=UNCOMMITTED, cues=(preposition,))
            if preposition.lower == "against"
            else full
        )
    light = governor.lemma in rules.light_verbs and governor.pos == "VERB"
    light = light or (preposition.lower == "in" and governor.lemma in _TAKING_PART)
    if light and word.dep == "pobj":
        return full
    return full.unpolarised() if word.dep == "pcomp" else State()


def _verb_effect(
    rules: CertaintyRules, governor: Word, preposition: Word, word: Word
) -> Effect | None:
    own = rules.verbs.get((governor.lemma, preposition.lower))
    if own is not None or preposition.lower not in ("of", "from", "to"):
        return own
    return rules.verbs.get((governor.lemma, "gerund")) if word.tag == "VBG" else None


def _behind_noun(rules: CertaintyRules, noun: Word, link: Link, full: State) -> State:
    effects = rules.nouns.get(noun.lemma)
    preposition = link.preposition
    assert preposition is not None  # noqa: S101 - told by the caller
    linking = preposition.lower in _NOUN_LINKS
    if effects is not None and linking:
        clausal = link.word.tag == "VBG"
        return full.under(effects[0] if clausal else effects[1], noun)
    part = preposition.lower == "of" and not _is_definite(link.word)
    return full if part else State()
