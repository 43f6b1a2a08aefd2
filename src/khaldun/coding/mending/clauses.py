"""Phrases and clauses that the parser runs together, parted before the tree is repaired.

Beside dates (`dates.py`): a verb and what another verb reports ("denied that it had … and
accused …"), verbs taken for nouns ("trains and arms").
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.dates import part_dates
from khaldun.coding.mending.regrafting import regraft
from khaldun.coding.mending.rows import mend_row
from khaldun.coding.mending.speakers import seat_speaker
from khaldun.coding.mending.tree import FINITE, SUBJECTS, attach

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word


_LABEL = 4  # words


def mend_clauses(words: Sequence["Word"]) -> None:
    """Mend the tree of one sentence in place."""
    for position in range(len(words)):
        _mend_clause(words, position)
        regraft(words, position)
        if words[position].text == ",":
            mend_row(words, position)
        _mend_phrase(words, position)


def _mend_clause(words: Sequence["Word"], position: int) -> None:
    word = words[position]
    part_dates(words, position)
    if word.tag == "NNS" and word.lower in words_of("mending", "present_verbs"):
        _take_for_verb(word)
    if word.lower in load_lexicon("mending")["pasts"]:
        _take_for_past(word)
    if word.dep == "conj" and word.head.dep == "ccomp":
        _raise_answer(word)
    if word.lower == "that" and word.dep == "mark":
        _join_reported(word.head)
    if word.dep == "ccomp" and word.tag == "NN":
        _take_for_demanded(word)
    if position == 1 and word.tag in ("VBZ", "VBD"):
        _seat_subject(words[0], word)
    if word.text == ":" and position <= _LABEL:
        _part_label(words, position)
    if word.tag in FINITE | {"VBN"}:
        seat_speaker(words, word)


def _mend_phrase(words: Sequence["Word"], position: int) -> None:
    word = words[position]
    if word.lower == "it" and word.dep == "nsubj" and word.head.lemma == "take":
        _empty_subject(word)
    if word.lower == "as" and word.head.lemma in words_of("mending", "depicting"):
        _give_back(word)
    if word.lower in words_of("mending", "captivity") and word.dep in ("dobj", "pobj", "ccomp"):
        _free_captive(word)
    if not position and word.pos in ("NOUN", "PROPN") and word.is_root:
        _take_for_imperative(word)
    if word.dep == "amod" and word.lower in words_of("mending", "resultatives"):
        _free_resultative(words, word)


def _seat_subject(opening: "Word", verb: "Word") -> None:
    """A name that the model does not know and that opens a sentence does what its verb says."""
    modifies = opening.head is verb and opening.dep in ("amod", "compound", "nmod")
    if modifies and opening.text[0].isupper() and verb.child(*SUBJECTS) is None:
        opening.pos, opening.tag, opening.dep = "PROPN", "NNP", "nsubj"


def _part_label(words: Sequence["Word"], position: int) -> None:
    """What stands before a colon at the head of a line is no subject: "Own losses: two died"."""
    colon = words[position].index
    for label in words[:position]:
        others = (s for s in label.head.children_by("nsubj", "nsubjpass") if s.index > colon)
        if label.dep in ("nsubj", "nsubjpass") and next(others, None) is not None:
            label.dep = "dep"


def _take_for_verb(word: "Word") -> None:
    """A "plural" between a name and its object is a verb in the present."""
    names = [c for c in word.children_by("compound") if c.pos == "PROPN"]
    others = [c for c in word.conjuncts() if _is_present(c)]
    verbs = [word, *others]
    thing = _thing_beside(verbs[-1])
    if thing is None or not (names or (word.dep == "conj" and word.head.tag == "VBZ")):
        return
    for verb in verbs:
        verb.pos, verb.tag = "VERB", "VBZ"
    if names:
        names[-1].dep = "nsubj"
    if thing.head is not verbs[-1] or thing.dep != "dobj":
        attach(thing, verbs[-1], "dobj")


def _take_for_past(word: "Word") -> None:
    """A past tense that the model does not know: what stands before it does it to what follows."""
    word.lemma = load_lexicon("mending")["pasts"][word.lower]
    if word.pos == "VERB":
        return
    word.pos, word.tag = "VERB", "VBD"
    before = [c for c in word.children_by("compound") if c.index < word.index]
    if before and word.child(*SUBJECTS) is None:
        before[-1].dep = "nsubj"
        for article in word.children_by("det"):
            attach(article, before[-1], "det")
    thing = word.child("appos")
    if thing is not None and word.child("dobj") is None:
        thing.dep = "dobj"


def _take_for_imperative(word: "Word") -> None:
    """A "noun" that opens a sentence and has an object asks for it: "End arbitrary arrests"."""
    if word.child("dobj") is not None and word.child(*SUBJECTS, "det", "aux") is None:
        word.pos, word.tag = "VERB", "VB"
        word.lemma = word.lower


def _take_for_demanded(word: "Word") -> None:
    """A "noun" behind "that" and a name is what is demanded: "demanded that Mr Sarr resign"."""
    mark, names = word.child("mark"), word.children_by("compound")
    if mark is None or mark.lower != "that" or not names or word.child("det") is not None:
        return
    if names[-1].pos == "PROPN" and word.text.islower():
        word.pos, word.tag = "VERB", "VB"
        names[-1].dep = "nsubj"


def _free_captive(word: "Word") -> None:
    """In "took 42 pupils hostage" it is the pupils who are taken."""
    verb = word.head
    beside = word.children_by("nsubj" if word.dep == "ccomp" else "compound")
    captive = next((c for c in beside if c.index == word.index - 1), None)
    taking = verb.lemma in words_of("mending", "captors")
    if captive is None or captive.pos == "PROPN" or not taking or word.tag == "NNS":
        return
    for child in [c for c in word.children if c is not captive and c.index < captive.index]:
        attach(child, captive, child.dep)
    attach(captive, verb, "dobj")
    word.dep = "oprd"


def _free_resultative(words: Sequence["Word"], word: "Word") -> None:
    """An adjective before a number or article is what the verb makes: "shot dead 21 villagers"."""
    noun, verb = word.head, word.head.head
    position = word.index - words[0].index
    opens = noun.child("det", "nummod", "quantmod")
    before = words[position - 1] if position else word
    if opens is not None and opens.index > word.index and before is verb and verb.pos == "VERB":
        attach(word, verb, "oprd")


def _give_back(word: "Word") -> None:
    """In "presented as the partner to Russia" it is the partner who is Russia's."""
    noun = word.child("pobj")
    if word.dep != "prep" or noun is None:
        return
    for beside in word.head.children_by("prep"):
        if beside.index == noun.index + 1:
            attach(beside, noun, "prep")


def _empty_subject(word: "Word") -> None:
    """In "It took the army three weeks to retake the town" nobody takes the army."""
    verb = word.head
    parts = verb.children_by("dobj", "npadvmod", "dative", "tmod")
    if not any(w.entity in ("DATE", "TIME") for w in parts):
        return
    word.dep = "expl"
    for part in parts:
        if part.dep == "dobj" and part.entity not in ("DATE", "TIME"):
            part.dep = "dative"


def _is_present(word: "Word") -> bool:
    return word.tag == "VBZ" or (
        word.tag == "NNS" and word.lower in words_of("mending", "present_verbs")
    )


def _thing_beside(word: "Word") -> "Word | None":
    """The noun phrase right behind the word, whatever the parser took it for."""
    holders = (word, word.head) if word.dep == "conj" else (word,)
    for noun in (c for h in holders for c in h.children_by("appos", "dobj")):
        if noun.subtree()[0].index == word.index + 1:
            return noun
    return None


def _raise_answer(verb: "Word") -> None:
    """A finite verb of answering behind what was reported goes on with the verb of saying."""
    clause = verb.head
    above = clause.head
    link = clause.child("cc")
    auxiliary = clause.child("aux", "auxpass") is not None and clause.tag not in FINITE
    if link is None or not auxiliary or verb.tag not in FINITE or above.tag not in FINITE:
        return
    if verb.child(*SUBJECTS, "aux") is not None or above.index > clause.index:
        return
    if verb.lemma in words_of("mending", "answers") and link.index == _opening(verb) - 1:
        attach(link, above, "cc")
        attach(verb, above, "conj")


def _join_reported(clause: "Word") -> None:
    """A that-clause tells what is reported, and a second one goes on with it.

    It does not go on with what somebody agreed to do.
    """
    first = clause.head
    if clause.dep == "advcl" and first.lemma in words_of("mending", "speaking"):
        clause.dep = "ccomp" if first.child("ccomp", "dobj") is None else clause.dep
    said = first.dep == "npadvmod" and first.head.lemma in words_of("mending", "speaking")
    if clause.dep == "relcl" and said:  # "claimed the day before that …"
        attach(clause, first.head, "ccomp")
    if clause.dep != "conj" or first.child("mark", *SUBJECTS) is not None:
        return
    reported = next((w for w in first.ancestors() if w.dep == "ccomp"), None)
    if reported is None or reported.index > first.index:
        return
    for link in [c for c in first.children_by("cc") if first.index < c.index < clause.index]:
        attach(link, reported, "cc")
    attach(clause, reported, "conj")


def _opening(verb: "Word") -> int:
    return min(w.index for w in (verb, *verb.children))
