"""Repairs of the parse where the grammar of the sentence shows that it must be wrong."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.tree import FINITE, SUBJECTS, attach, cut_loose

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word


# One word, the comma, lies between the end of the adjunct and the place.
_COMMA = 2
_PAIR = 2
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


def repair(words: Sequence["Word"]) -> None:
    """Mend the tree of one sentence in place."""
    for word in words:
        if word.tag in ("VBN", "VBD") and word.dep == "amod":
            _free_verb(word)
            _free_clause(word)
        if word.dep == "appos" and word.pos == "PROPN":
            _place_apposition(words, word)
        if word.dep == "acl" and word.tag in ("VBN", "VBD"):
            _promote(words, word)
        if word.dep == "conj":
            _raise(words, word)
        if word.dep == "prep":
            _hang(words, word)
        if word.dep in SUBJECTS[:2] and word.child("cc") is not None:
            _join_subjects(words, word)
        if word.dep == "ccomp" and word.lower in words_of("mending", "resultatives"):
            _undo_clause(word)
        if word.dep in ("ROOT", "ccomp", "advcl") and _is_finite(word):
            _find_subject(words, word)
            _free_subject(word)
            _find_object(word)


def _raise(words: Sequence["Word"], word: "Word") -> None:
    """Lift what is coordinated with something that it cannot go on from."""
    if word.head.dep == "appos":
        _raise_partner(words, word)
    if word.head.dep == "advcl":
        _raise_conjunct(words, word)
    if word.tag in FINITE:
        _raise_finite(word)


def _undo_clause(result: "Word") -> None:
    """What somebody is made makes no clause: "guards shot two of them dead"."""
    subject = result.child("nsubj")
    if subject is not None and result.pos == "ADJ" and result.child("mark", "aux") is None:
        attach(subject, result.head, "dobj")
        result.dep = "oprd"


def _place_apposition(words: Sequence["Word"], name: "Word") -> None:
    """Hang a name behind a comma where it belongs."""
    if name.head.pos == "PROPN":
        _join_list(name)
    if name.dep == "appos" and name.head.child("relcl") is not None:
        _lower_apposition(words, name)


def _hang(words: Sequence["Word"], preposition: "Word") -> None:
    """Hang a preposition where its phrase belongs."""
    if preposition.lower in ("of", "with") and preposition.head.dep in ("dobj", "pobj"):
        _free_accusation(preposition)
    if preposition.lower == "by":
        _give_doer(words, preposition)


def _promote(words: Sequence["Word"], verb: "Word") -> None:
    """The verb behind the relative clause or apposition of a subject is no participle.

    "Angola, which has been mediating since May, called on both to withdraw": Angola called.
    """
    noun = verb.head
    if not noun.is_root or noun.pos not in ("NOUN", "PROPN") or verb.child("agent") is not None:
        return
    clause = noun.child("relcl", "appos")
    before = words[verb.index - words[0].index - 1]
    parted = clause is not None and clause.index < verb.index and before.text == ","
    if not parted and not _governs(verb):
        return
    cut_loose(verb)
    verb.tag = "VBD"
    attach(noun, verb, "nsubj")
    for child in [c for c in noun.children if c.index > verb.index]:
        attach(child, verb, child.dep)


def _governs(verb: "Word") -> bool:
    """Whether a past tense has what no participle has: "veterans called on him to resign"."""
    return verb.tag == "VBD" and verb.child("dobj", "xcomp", "ccomp") is not None


def _raise_finite(verb: "Word") -> None:
    """A past tense is not coordinated with an infinitive: "told him to go and urged calm"."""
    infinitive, link = verb.head, verb.head.child("cc")
    to = [a for a in infinitive.children_by("aux") if a.lower == "to"]
    if infinitive.tag != "VB" or not to or link is None or verb.child(*SUBJECTS, "aux", "auxpass"):
        return
    main = next((a for a in infinitive.ancestors() if a.tag in FINITE), None)
    if main is not None and link.index < verb.index:
        attach(link, main, "cc")
        attach(verb, main, "conj")


def _lower_apposition(words: Sequence["Word"], name: "Word") -> None:
    """A name between commas is that of the noun right before it, in whatever clause that stands.

    "The army, which accuses him of aiding its rival, the Ramo Front, has": the rival is the front.
    """
    clause = next((c for c in name.head.children_by("relcl") if c.index < name.index), None)
    position = name.subtree()[0].index - words[0].index
    if clause is None or position < _COMMA or words[position - 1].text != ",":
        return
    noun = words[position - _COMMA]
    if noun.pos == "NOUN" and noun.child("poss") is not None and clause in noun.ancestors():
        attach(name, noun, "appos")


def _raise_partner(words: Sequence["Word"], noun: "Word") -> None:
    """Behind a name between commas "and" goes on with whoever bears the name.

    "The president, Ana Silva, and the premier, Bo Karim, met": two meet, and not two Silvas.
    """
    name, bearer = noun.head, noun.head.head
    link = name.child("cc")
    if link is None or name.pos != "PROPN" or noun.child("appos") is None:
        return
    after = words[link.index - words[0].index - 1]
    if after.text == "," and bearer.pos in ("NOUN", "PROPN") and bearer.index < name.index:
        attach(link, bearer, "cc")
        attach(noun, bearer, "conj")


def _free_accusation(preposition: "Word") -> None:
    """What somebody is accused of hangs on the accusing: "accused the rebels of killing two"."""
    thing = preposition.head
    while thing.dep == "pobj" and thing.head.lower == "of":
        thing = thing.head.head  # "accused soldiers of the battalion of killing two"
    verb = thing.head
    clause = preposition.child("pcomp")
    if clause is not None and verb.lemma in words_of("light", "accusing"):
        attach(preposition, verb, "prep")


def _give_doer(words: Sequence["Word"], preposition: "Word") -> None:
    """Behind a noun and an active verb "by" names who does what the noun tells.

    "Broke up a sit-in by nurses", "protested against the arrest of X by the army".
    """
    verb, doer = preposition.head, preposition.child("pobj")
    if verb.pos != "VERB" or verb.tag == "VBN" or doer is None or verb.child("auxpass"):
        return
    named = doer.pos == "PROPN" or doer.tag == "NNS" or doer.child("det") is not None
    if not named or doer.entity in _MEASURES or doer.child("nummod") is not None:
        return
    noun = words[preposition.index - words[0].index - 1]
    chain = [w for w in (noun, *noun.ancestors()) if w.index > verb.index]
    top = chain[-1] if chain else None
    if noun.pos not in ("NOUN", "PROPN") or top is None or noun.index < verb.index:
        return
    held = top.child("pobj") if top.dep == "prep" else top
    if held is not None and held.dep in ("dobj", "pobj") and held.index <= noun.index:
        attach(preposition, held, "prep")


def _join_subjects(words: Sequence["Word"], last: "Word") -> None:
    """Of two subjects between which a comma stands, and the last of which goes on, one is a list.

    "The colonel, his brother and three aides were held".
    """
    verb = last.head
    subjects = [s for s in verb.children_by(last.dep) if s.index < verb.index]
    if len(subjects) != _PAIR or subjects[-1] is not last or verb.lemma in _speaking():
        return
    first, opening = subjects[0], last.subtree()[0].index - words[0].index
    if (
        opening
        and words[opening - 1].text == ","
        and first.subtree()[-1].index < opening + words[0].index
    ):
        attach(last, first, "conj")


def _speaking() -> frozenset[str]:
    return words_of("mending", "speaking")


def _raise_conjunct(words: Sequence["Word"], verb: "Word") -> None:
    """A verb behind an adverbial clause between commas goes on with the main clause.

    "The force stopped a car, after tips came in, and detained two": not the tips detained.
    """
    clause, link = verb.head, verb.head.child("cc")
    main = clause.head
    if link is None or verb.tag not in FINITE or verb.child(*SUBJECTS) is not None:
        return
    if main.pos != "VERB" or main.index > clause.index or clause.child(*SUBJECTS) is None:
        return
    first = words[0].index
    opening = clause.subtree()[0].index - first
    if words[link.index - first - 1].text == "," and opening and words[opening - 1].text == ",":
        attach(link, main, "cc")
        attach(verb, main, "conj")


def _is_finite(word: "Word") -> bool:
    auxiliaries = word.children_by("aux", "auxpass")
    return word.tag in FINITE or any(a.tag in FINITE for a in auxiliaries)


def _find_object(verb: "Word") -> None:
    """A noun behind the verb that is taken for a subject is its object.

    "Forces returned fire killing one": it is not the fire that acts.
    """
    if verb.child("dobj", "auxpass") is not None:
        return
    subjects = verb.children_by("nsubj")
    if len(subjects) > 1 and subjects[0].index < verb.index < subjects[-1].index:
        subjects[-1].dep = "dobj"
        return
    for clause in verb.children_by("advcl"):
        noun = clause.child("nsubj") if clause.tag == "VBG" else None
        if noun is not None and noun.subtree()[0].index == verb.index + 1:
            attach(noun, verb, "dobj")
            return
    for noun in verb.children_by("npadvmod"):
        if _names_thing(noun) and noun.subtree()[0].index == verb.index + 1:
            noun.dep = "dobj"


def _names_thing(noun: "Word") -> bool:
    """Whether it is a name, and no day or hour: "captured Mosul", not "arrived Monday"."""
    return noun.pos == "PROPN" and noun.entity not in ("DATE", "TIME")


def _free_verb(word: "Word") -> None:
    """A participle before a number is a verb: "took the town, captured six generals and left"."""
    noun = word.head
    numbers = noun.children_by("nummod")
    opens = noun.subtree()[0] is word
    verb = next((a for a in noun.ancestors() if a.pos == "VERB" and a.index < word.index), None)
    if not numbers or not opens or numbers[0].index < word.index or verb is None:
        return
    if noun.dep not in ("conj", "appos", "dobj", "dep"):
        return
    attach(word, verb, "conj")
    word.pos, word.tag = "VERB", "VBD"
    attach(noun, word, "dobj")


def _free_clause(word: "Word") -> None:
    """A "participle" that has a subject is a verb: "sold it drones, and Russia switched sides"."""
    noun, subject = word.head, word.child("nsubj")
    verb = noun.head
    if subject is None or word.dep != "amod" or verb is noun or verb.index > subject.index:
        return
    attach(word, verb, "conj")
    word.pos, word.tag = "VERB", "VBD"
    attach(noun, word, "dobj")
    for child in [c for c in verb.children if c.index > noun.index and c.dep != "punct"]:
        attach(child, word, child.dep)


def _join_list(word: "Word") -> None:
    """Take "B" of the list "A, B, C and D" for a part of it, not for an apposition of A."""
    last = word.conjuncts()[-1:]
    links = [c for w in (word, *word.conjuncts()) for c in w.children if c.dep == "cc"]
    between = word.head.children_by("punct")
    if last and last[0].pos == "PROPN" and links and len(word.conjuncts()) > 1 and between:
        word.dep = "conj"


def _find_subject(words: Sequence["Word"], verb: "Word") -> None:
    """A finite verb needs a subject: an "apposition" that ends right before it is one.

    "In a call with X, Russia's top diplomat, Y, confirmed": the diplomat is no apposition of X,
    and in "On a visit to Z, President Y said" the president is not coordinated with Z.
    """
    if verb.child(*SUBJECTS) is not None:
        return
    before = _before(words, verb)
    apposition = _apposition_at(before, verb) or _apposition_at(_before_insert(words, verb), verb)
    if apposition is not None:
        passive = verb.child("auxpass") is not None
        attach(apposition, verb, "nsubjpass" if passive else "nsubj")


def _apposition_at(end: "Word | None", verb: "Word") -> "Word | None":
    """The outermost "apposition" that ends with a word, in an adjunct of the verb."""
    if end is None:
        return None
    chain = (end, *end.ancestors())
    found = [w for w in chain if _is_apposition(w) and _in_adjunct(w, verb)]
    return found[-1] if found else None


def _before_insert(words: Sequence["Word"], verb: "Word") -> "Word | None":
    """The word before a phrase between commas: "troops, together with the police, seized"."""
    position = verb.index - words[0].index
    commas = [i for i in range(position) if words[i].text == ","][-2:]
    if len(commas) < _COMMA or commas[1] != position - 1 or not commas[0]:
        return None
    opening = words[commas[0] + 1]
    return words[commas[0] - 1] if opening.pos in ("ADP", "SCONJ") else None


def _free_subject(verb: "Word") -> None:
    """A place between the opening adjunct and the subject belongs to the adjunct.

    "In Bira district, Balo province, soldiers detained": the province detained nobody.
    """
    place = verb.child("nsubj")
    if place is None or not (place.entity in ("GPE", "LOC") or place.lemma in _territories()):
        return
    later = [*place.children_by("appos"), *verb.children_by("nsubj")]
    subject = next((w for w in later if w.index > place.index), None)
    openings = [c for c in verb.children_by("prep") if c.index < place.index]
    if subject is None or not openings:
        return
    inner = [w for w in openings[-1].subtree() if w.dep != "punct"][-1]
    if inner.pos in ("NOUN", "PROPN") and place.subtree()[0].index - inner.index == _COMMA:
        attach(subject, verb, "nsubj")
        attach(place, inner, "appos")


def _territories() -> frozenset[str]:
    return words_of("classes", "territory")


def _before(words: Sequence["Word"], verb: "Word") -> "Word | None":
    """The word before the verb and its adverbs and auxiliaries, commas skipped."""
    position = verb.index - words[0].index - 1
    while position >= 0 and words[position].dep in ("punct", "advmod", "aux", "auxpass", "neg"):
        position -= 1
    return words[position] if position >= 0 else None


def _is_apposition(word: "Word") -> bool:
    """Whether the word stands beside another, as apposition or as a list without "and"."""
    if word.dep == "dep":  # parted from a date: "On Friday rebels ambushed a convoy"
        return word.pos in ("NOUN", "PROPN")
    return word.dep == "appos" or (word.dep == "conj" and word.head.child("cc") is None)


def _in_adjunct(apposition: "Word", verb: "Word") -> bool:
    """Whether the apposition hangs in what stands before the verb and its subject.

    That is an adjunct, or what is said: "Rebels took the road to Goma, two diplomats said". Behind
    a dash it may be the adjunct of the verb above: "left, not without losses – tanks were sunk".
    """
    outer = apposition
    dashes = [c for c in apposition.head.children_by("punct") if c.text in ("–", "—", "-")]
    above = verb.head if any(d.index < apposition.index for d in dashes) else verb
    while outer.head is not verb and outer.head is not above:
        if outer.is_root:
            return False
        outer = outer.head
    return outer.dep in ("prep", "advcl", "ccomp") and outer.index < apposition.index < verb.index
