"""Tense, will and negation of a verb, as far as they change the type of its event."""

from dataclasses import dataclass

from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """The effect that the auxiliaries of a verb have, and whether they point to the future."""

    effect: str | None = None
    future: bool = False


_PLAIN = Modality()


def modality_of(word: Word) -> Modality:
    """The modality of a trigger; that of a light verb's noun is its verb's."""
    verb = _verb_of(word)
    if verb is None:
        return _PLAIN
    auxiliaries = verb.children_by("aux")
    if _is_over(verb) and not any(a.lower in ("will", "would", "'ll") for a in auxiliaries):
        return Modality(effect="cancel")
    negated = any(c.dep == "neg" for c in verb.children) or _by_neither(verb)
    negated = negated or _is_over(verb)
    if any(a.lower in ("will", "'ll", "wo", "shall") for a in auxiliaries):
        return Modality(effect="refuse" if negated else "declare_future", future=True)
    if negated and any(a.lower == "would" for a in auxiliaries):
        return Modality(effect="refuse", future=True)
    if any(a.lower == "would" for a in auxiliaries) and _said_by_itself(verb):
        return Modality(effect="declare_future", future=True)
    return _governing(verb)


def _is_over(verb: Word) -> bool:
    """Whether it is done or will be done no longer."""
    ended = [a for a in verb.children_by("advmod") if a.lower in ("longer", "more")]
    return any(c.lower == "no" for a in ended for c in (*a.children, *verb.children_by("neg")))


def _by_neither(verb: Word) -> bool:
    """Whether neither of its subjects does it: "neither Chad nor Niger would accept"."""
    subject = verb.child("nsubj")
    return subject is not None and any(c.lower == "neither" for c in subject.children)


def is_indicative(word: Word) -> bool:
    """Whether a clause tells a fact: "told them that X fled" asks for nothing."""
    if word.pos not in ("VERB", "AUX"):
        return False
    forms = (word, *word.children_by("aux", "auxpass"))
    if any(f.lower in words("modality", "obligation") for f in forms):
        return False
    return any(f.tag in ("VBD", "VBZ", "VBP", "MD") for f in forms)


def _governing(verb: Word) -> Modality:
    """Future by the word above: "is going to", "is ready to", "is open to", "unveiled plans to"."""
    head = verb.head
    if _is_alternative(verb):
        return Modality(effect="declare_future", future=True)
    if _is_nobodys_plan(verb):
        return Modality(effect="refuse", future=True)
    if verb.dep == "acl" and _is_planned(verb, head):
        return Modality(effect="plan", future=True)
    if verb.dep == "pcomp" and head.head.lower in words("modality", "open_adjectives"):
        return Modality(effect="plan", future=True)
    if verb.dep != "xcomp" or head is verb:
        return _PLAIN
    if head.lemma == "go" and head.tag == "VBG":
        return Modality(effect="declare_future", future=True)
    if head.lower in words("modality", "future_adjectives"):
        return Modality(effect="plan", future=True)
    if _is_appointed(verb, head):
        return Modality(effect="plan", future=True)
    return _PLAIN


def _is_alternative(verb: Word) -> bool:
    """Whether it is what comes if a command is not obeyed: "leave now or we burn the village"."""
    order = verb.head
    told = order.tag == "VB" and order.child("nsubj", "aux") is None
    either = any(c.lower == "or" for c in order.children_by("cc"))
    return verb.dep == "conj" and told and either and verb.child("nsubj") is not None


def _is_nobodys_plan(verb: Word) -> bool:
    """Whether it is what somebody has no plan to do: "had no intention of freeing them"."""
    noun = verb.head if verb.dep == "acl" else verb.head.head
    if verb.dep not in ("acl", "pcomp") or noun.lemma not in words("modality", "planning_nouns"):
        return False
    return any(c.lower == "no" for c in noun.children_by("det"))


def _is_planned(verb: Word, noun: Word) -> bool:
    """Whether the infinitive says what somebody is announced to have in mind."""
    return (
        noun.lemma in words("modality", "planning_nouns")
        and _is_infinitive(verb)
        and noun.dep in ("dobj", "nsubjpass", "ROOT")
    )


def _is_infinitive(verb: Word) -> bool:
    return verb.tag == "VB" and any(a.lower == "to" for a in verb.children_by("aux"))


def _is_appointed(verb: Word, head: Word) -> bool:
    """What an actor "is to" do is settled; "the aim is to" tells no such thing."""
    subject = head.child("nsubj")
    acts = subject is not None and subject.lemma not in words("modality", "aims")
    return head.lemma == "be" and head.tag in ("VBZ", "VBP") and _is_infinitive(verb) and acts


def _said_by_itself(verb: Word) -> bool:
    """What a party says that it would do is to come: "said it would"."""
    return verb.dep == "ccomp" and verb.head.lemma in words("modality", "announcing_verbs")


def _verb_of(word: Word) -> Word | None:
    if word.pos in ("VERB", "AUX"):
        return word
    head = word.head
    if word.dep in ("dobj", "nsubjpass", "attr") and head.pos in ("VERB", "AUX"):
        return head
    return None
