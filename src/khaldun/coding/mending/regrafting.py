"""Subjects, doers, tolls and numbers that hang on the wrong word, put where they belong."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.mending.tree import FINITE, SUBJECTS, attach, cut_loose, left_edge
from khaldun.record import EventType

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word


# Words behind a semicolon among which the verb of its clause is looked for.
_CLAUSE = 15
_RELATIVES = frozenset({"WDT", "WP", "WRB"})
_ROUNDING = frozenset({"over", "under", "about", "around"})


def regraft(words: Sequence["Word"], position: int) -> None:
    """Put right what hangs on or below the word at `position` of a sentence, in place."""
    word = words[position]
    if position == len(words) - 1:
        _wake_verb(words)
    if word.text == ";":
        _part_subject(words, position)
    elif word.tag == "VBG" and word.dep == "advcl":
        _lower_toll(words, word)
    elif word.dep == "dobj" and word.head.dep == "advcl":
        _free_subject(words, word)
    elif word.dep == "ccomp" and word.head.index < position + words[0].index:
        _free_object(word.head)
    elif word.lower == "by" and word.dep in ("prep", "agent", "conj"):
        _join_doers(words, position)
    elif word.dep == "prep":
        if len(word.children_by("pobj")) > 1:
            _free_second(word)
        _free_apposition(word)
        if word.lower in _ROUNDING:
            _count_with(word)


def _wake_verb(words: Sequence["Word"]) -> None:
    """A day or season that opens a sentence is not what the sentence is about.

    "The following September the Maoists overran Tavo": the Maoists did, whatever the parser
    hung the verb on.
    """
    root = next((w for w in words if w.is_root), None)
    if root is None or not _is_time(root):
        return
    behind = [w for w in words if w.index > root.index and w.tag in FINITE and w.pos == "VERB"]
    verb = behind[0] if behind and behind[0].dep in ("relcl", "compound", "amod") else None
    if verb is None or any(c.tag in _RELATIVES or c.dep == "mark" for c in verb.children):
        return
    thing = verb.head if verb.head is not root else None
    subject = verb.child(*SUBJECTS) or _noun_before(thing, verb)
    if subject is None:
        return
    cut_loose(verb)
    if subject.head is not verb:
        attach(subject, verb, "nsubj")
    for part in [c for c in (thing.children if thing else ()) if c.index < subject.index]:
        attach(part, subject, part.dep)
    _hang_below(root, verb)
    if thing is not None:
        attach(thing, verb, "dobj")


def _noun_before(thing: "Word | None", verb: "Word") -> "Word | None":
    nouns = thing.children_by("compound", "nmod") if thing is not None else []
    return next((w for w in reversed(nouns) if w.index < verb.index and w is not verb), None)


def _hang_below(root: "Word", verb: "Word") -> None:
    """Make the time an adverbial of the verb, and what stood behind it the verb's."""
    for part in [c for c in root.children if c.index > verb.index]:
        attach(part, verb, part.dep)
    attach(root, verb, "npadvmod")


def _is_time(noun: "Word") -> bool:
    classes = load_lexicon("times")["classes"]
    known = ("MONTH", "WEEKDAY", "SEASON", "UNIT", "DAYPART")
    return noun.pos in ("NOUN", "PROPN") and any(noun.lower in classes[name] for name in known)


def _part_subject(words: Sequence["Word"], position: int) -> None:
    """The "apposition" behind a semicolon and before a verb is its subject.

    "Some say cocaine; the commander, General Marek, says that …": the cocaine says nothing.
    """
    following = words[position + 1 : position + 1 + _CLAUSE]
    verb = next((w for w in following if w.tag in FINITE and w.dep != "relcl"), None)
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    if verb is None or subject is None or subject.index > words[position].index:
        return
    opening = words[position].index + 1
    for noun in (w for w in following if w.index < verb.index and w.dep in ("appos", "conj")):
        if left_edge(noun) == opening and noun.head.index < opening:
            attach(noun, verb, subject.dep)
            subject.dep = "dep"
            return


def _lower_toll(words: Sequence["Word"], toll: "Word") -> None:
    """Who was hurt was hurt by the violence told last, not by the arrest or the saying above it.

    "Police arrested the men who had burned a car, wounding an officer": the police wounded nobody.
    """
    above = toll.head
    if toll.lemma not in words_of("quantities", "tolls") or _is_violent(above):
        return
    start, first = toll.subtree()[0].index, words[0].index
    between = words[above.index - first + 1 : start - first]
    if not between or words[start - first - 1].text != "," or above.index > toll.index:
        return
    acts = [w for w in between if w.dep in ("relcl", "ccomp", "conj") and _is_violent(w)]
    if acts:
        attach(toll, acts[-1], "advcl")


def _is_violent(word: "Word") -> bool:
    """Whether a verb, in one of its senses, is an attack."""
    types = {s.type for s in senses().verbs.get(word.lemma, ())}
    return word.pos == "VERB" and EventType.ASSAULT in types


def _join_doers(words: Sequence["Word"], position: int) -> None:
    """Who stands behind the second "by" did it with the first: "brokered by X and by France"."""
    second, doer = words[position], words[position].child("pobj")
    link = words[position - 1] if position else second
    earlier = (w for w in words[:position] if w.dep == "agent" and w.index < link.index)
    first = next((a.child("pobj") for a in earlier if a.child("pobj") is not None), None)
    if link.dep == "cc" and doer is not None and first is not None:
        attach(link, first, "cc")
        attach(doer, first, "conj")
        second.dep = "dep"


def _free_second(preposition: "Word") -> None:
    """Of two objects of one preposition the second is the subject of the verb behind it.

    "In the past month federal troops and the guards have fought".
    """
    verb, second = preposition.head, preposition.children_by("pobj")[-1]
    _fill_of(second, verb)
    if verb.pos == "VERB" and second.index < verb.index and verb.child(*SUBJECTS) is None:
        passive = verb.child("auxpass") is not None
        attach(second, verb, "nsubjpass" if passive else "nsubj")


def _fill_of(noun: "Word", verb: "Word") -> None:
    """An "of" without its noun has the one behind it: "a coalition of Chadian troops fought"."""
    members = verb.child("nsubj", "nsubjpass")
    empty = [p for p in noun.children_by("prep") if p.lower == "of" and not p.children]
    if empty and members is not None and left_edge(members) == empty[0].index + 1:
        attach(members, empty[0], "pobj")


def _free_subject(words: Sequence["Word"], noun: "Word") -> None:
    """What stands behind the comma of a clause in front is the subject of the main verb.

    "As elections approached, a coalition pushed the rebels back": nothing approached it.
    """
    clause = noun.head
    verb, before = clause.head, left_edge(noun) - words[0].index - 1
    parted = before > 0 and words[before].text == "," and noun.index > clause.index
    if not parted or verb.index < noun.index or verb.tag not in FINITE:
        return
    if verb.child(*SUBJECTS) is None:
        attach(noun, verb, "nsubj")


def _free_object(verb: "Word") -> None:
    """In "raided Gulak, where they burned the clinic, looted shops" nobody called Gulak looted."""
    clause = verb.child("ccomp")
    thing = clause.child("nsubj") if clause is not None else None
    if clause is None or thing is None or left_edge(thing) != verb.index + 1:
        return
    inside = next((c for c in thing.children_by("relcl") if c.index < clause.index), None)
    says = verb.lemma in words_of("mending", "speaking")
    if inside is None or says or clause.child("mark", "aux") is not None:
        return
    attach(thing, verb, "dobj")
    attach(clause, inside, "conj")


def _free_apposition(preposition: "Word") -> None:
    """A day has no apposition that acts: "On 21 April the council, instead of helping, left"."""
    verb, day = preposition.head, preposition.child("pobj")
    body = day.child("appos") if day is not None and _is_time(day) else None
    if body is None or _is_time(body) or verb.pos != "VERB" or body.index > verb.index:
        return
    if verb.child(*SUBJECTS) is None and body.child("det") is not None:
        passive = verb.child("auxpass") is not None
        attach(body, verb, "nsubjpass" if passive else "nsubj")


def _count_with(preposition: "Word") -> None:
    """In "has carried out over fifty strikes" the word only rounds the number."""
    verb, noun = preposition.head, preposition.child("pobj")
    carries = verb.lemma in words_of("light", "carriers") and verb.child("dobj") is None
    number = noun.child("nummod") if noun is not None else None
    if noun is None or number is None or not carries or verb.child("auxpass") is not None:
        return
    if number.index == preposition.index + 1:
        attach(noun, verb, "dobj")
        attach(preposition, number, "quantmod")
