"""Phrases and clauses that the parser runs together, parted before the tree is repaired.

A date and the subject behind it ("On 3 May soldiers burned …"), a verb and what another verb
reports ("denied that it had … and accused …"), verbs taken for nouns ("trains and arms").
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.regrafting import regraft

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

NAME = "mending.v1"

_PREPOSITIONS = frozenset({"on", "in", "since", "by", "until", "before", "after", "from", "during"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# "Wednesday, 29 January 2025".
_LONGEST_DATE = 6
_LAST_DAY = 31
_YEARS = range(1900, 2100)
_PAIR = 2
_EDGES = frozenset({"early", "late", "mid"})


def mend(words: Sequence["Word"]) -> None:
    """Mend the tree of one sentence in place."""
    for position in range(len(words)):
        _mend_clauses(words, position)
        regraft(words, position)
        _mend_phrases(words, position)


def _mend_clauses(words: Sequence["Word"], position: int) -> None:
    word = words[position]
    if word.lower in _PREPOSITIONS and word.dep != "pobj":
        _part_date(words, position)
    if word.tag == "NNS" and word.lower in words_of("mending", "present_verbs"):
        _take_for_verb(word)
    if word.lower in load_lexicon("mending")["pasts"]:
        _take_for_past(word)
    if word.dep == "conj" and word.head.dep == "ccomp":
        _raise_answer(word)
    if word.dep == "ccomp" and word.tag == "NN":
        _take_for_demanded(word)
    if word.tag in _FINITE | {"VBN"} and word.lemma in words_of("mending", "speaking"):
        _part_speaker(words, word)
        _find_speaker(words, word)


def _mend_phrases(words: Sequence["Word"], position: int) -> None:
    word = words[position]
    if word.lower == "it" and word.dep == "nsubj" and word.head.lemma == "take":
        _empty_subject(word)
    if word.lower == "as" and word.head.lemma in words_of("mending", "depicting"):
        _give_back(word)
    if word.lower in words_of("mending", "captivity") and word.dep in ("dobj", "pobj"):
        _free_captive(word)
    if not position and word.pos in ("NOUN", "PROPN") and word.is_root:
        _take_for_imperative(word)
    if word.dep == "nummod" and _names_day(word.head):
        _give_number(words, position)
    if word.dep == "amod" and word.lower in words_of("mending", "resultatives"):
        _free_resultative(words, word)


def _part_date(words: Sequence["Word"], position: int) -> None:
    """A date behind a preposition is no part of the noun phrase that follows it."""
    preposition = words[position]
    date = _date_after(words, position)
    rest = words[position + 1 + len(date) :]
    name = next((w for w in date if _names_day(w)), None)
    if name is None or not rest or rest[0].pos in ("PUNCT", "VERB", "AUX", "ADP"):
        return
    last = date[-1].index
    heads = [w.head for w in date if w.head.index > last and w.head is not preposition]
    if not heads:
        return
    noun = max(heads, key=lambda w: w.index)
    for part in date:
        _attach(part, *((preposition, "pobj") if part is name else (name, "nummod")))
    if noun.head is preposition or len(noun.head.children_by("nsubj")) > 1:
        _free_subject(preposition, noun)
    if preposition.dep == "mark":
        preposition.dep, preposition.pos = "prep", "ADP"


def _date_after(words: Sequence["Word"], position: int) -> Sequence["Word"]:
    """The words of the date that stands right behind the word at `position`."""
    end = position + 1
    for word in words[end : end + _LONGEST_DATE]:
        before = words[end - 1]
        if before is words[position] and word.lower in _EDGES:
            end += 1
            continue
        if _joins_days(words, end):
            end += 1
            continue
        number = _belongs(word, before, words[position])
        comma = word.text == "," and _names_day(before)
        if not (_names_day(word) or number or comma):
            break
        end += 1
    date = words[position + 1 : end]
    if len(date) > _PAIR and date[-1].pos == "NUM" and date[-2].text == "," and _has_day(date):
        date = date[:-1]  # "On 7 June, 13 persons"
    return date[:-1] if date and date[-1].text == "," else date


def _has_day(date: Sequence["Word"]) -> bool:
    """Whether the date has its day, so that a number from 1 to 31 behind it counts something."""
    last = date[-1].text
    return date[0].pos == "NUM" and last.isdecimal() and int(last) <= _LAST_DAY


def _give_number(words: Sequence["Word"], position: int) -> None:
    """The number behind a comma and before a noun counts that: "On 7 June, 13 persons died"."""
    number, following = words[position], words[position + 1 : position + 2]
    counted = following[0] if following else number
    behind = position > 0 and words[position - 1].text == ","
    if behind and number.index > number.head.index and counted.tag == "NNS":
        _attach(number, counted, "nummod")


def _joins_days(words: Sequence["Word"], place: int) -> bool:
    """Whether the word there stands between two days of a month: "On 7 and 8 April"."""
    days = (words[place - 1], words[place + 1]) if place + 1 < len(words) else ()
    between = words[place].lower in ("and", "or", "to", "-", "–")
    return between and bool(days) and all(d.text.isdecimal() and len(d.text) <= _PAIR for d in days)


def _belongs(number: "Word", before: "Word", preposition: "Word") -> bool:
    """Whether a number is the day or year of a date: "On May 10", but "In May 10 men"."""
    digits = number.text.rstrip("dhnrst")
    if not digits.isdecimal() or (digits == number.text and number.pos != "NUM"):
        return False
    value = int(digits)
    if before is preposition or preposition.lower == "on":
        return value <= _LAST_DAY or value in _YEARS
    return value in _YEARS


def _names_day(word: "Word") -> bool:
    return word.lower in _calendar() and word.text[0].isupper()


@cache
def _calendar() -> frozenset[str]:
    """The names of months and days of the week."""
    classes = load_lexicon("times")["classes"]
    return frozenset((*classes["MONTH"], *classes["WEEKDAY"]))


def _free_subject(preposition: "Word", noun: "Word") -> None:
    """The noun that stood behind the preposition is the subject of the verb behind it."""
    verb = noun.child("acl")
    if verb is None or verb.tag not in ("VBN", "VBD"):
        noun.dep = "dep" if noun.head is preposition else noun.dep
        return
    noun.children.remove(verb)
    if preposition.is_root:
        verb.head, verb.dep = verb, "ROOT"
        preposition.head, preposition.dep = verb, "prep"
        verb.children.insert(0, preposition)
    else:
        above = preposition.head
        verb.head, verb.dep = above, "ccomp"
        above.children.append(verb)
        above.children.sort(key=lambda w: w.index)
        _attach(preposition, verb, "prep")
    verb.tag = "VBD"
    _attach(noun, verb, "nsubj")
    for part in [c for c in preposition.children if c.index > verb.index]:
        _attach(part, verb, part.dep)


def _take_for_verb(word: "Word") -> None:
    """A "plural" between a name and its object is a verb in the present."""
    names = [c for c in word.children_by("compound") if c.pos == "PROPN"]
    others = [c for c in word.children_by("conj") if _is_present(c)]
    verbs = [word, *others]
    thing = _thing_beside(verbs[-1])
    if thing is None or not (names or (word.dep == "conj" and word.head.tag == "VBZ")):
        return
    for verb in verbs:
        verb.pos, verb.tag = "VERB", "VBZ"
    if names:
        names[-1].dep = "nsubj"
    if thing.head is not verbs[-1] or thing.dep != "dobj":
        _attach(thing, verbs[-1], "dobj")


def _take_for_past(word: "Word") -> None:
    """A past tense that the model does not know: what stands before it does it to what follows."""
    word.lemma = load_lexicon("mending")["pasts"][word.lower]
    if word.pos == "VERB":
        return
    word.pos, word.tag = "VERB", "VBD"
    before = [c for c in word.children_by("compound") if c.index < word.index]
    if before and word.child(*_SUBJECTS) is None:
        before[-1].dep = "nsubj"
        for article in word.children_by("det"):
            _attach(article, before[-1], "det")
    thing = word.child("appos")
    if thing is not None and word.child("dobj") is None:
        thing.dep = "dobj"


def _take_for_imperative(word: "Word") -> None:
    """A "noun" that opens a sentence and has an object asks for it: "End arbitrary arrests"."""
    if word.child("dobj") is not None and word.child(*_SUBJECTS, "det", "aux") is None:
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
    captive = next((c for c in word.children_by("compound") if c.index == word.index - 1), None)
    taking = verb.lemma in words_of("mending", "captors")
    if captive is None or captive.pos == "PROPN" or not taking or word.tag == "NNS":
        return
    for child in [c for c in word.children if c is not captive and c.index < captive.index]:
        _attach(child, captive, child.dep)
    _attach(captive, verb, "dobj")
    word.dep = "oprd"


def _free_resultative(words: Sequence["Word"], word: "Word") -> None:
    """An adjective before a number or article is what the verb makes: "shot dead 21 villagers"."""
    noun, verb = word.head, word.head.head
    position = word.index - words[0].index
    opens = noun.child("det", "nummod", "quantmod")
    before = words[position - 1] if position else word
    if opens is not None and opens.index > word.index and before is verb and verb.pos == "VERB":
        _attach(word, verb, "oprd")


def _give_back(word: "Word") -> None:
    """In "presented as the partner to Russia" it is the partner who is Russia's."""
    noun = word.child("pobj")
    if word.dep != "prep" or noun is None:
        return
    for beside in word.head.children_by("prep"):
        if beside.index == noun.index + 1:
            _attach(beside, noun, "prep")


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
    auxiliary = clause.child("aux", "auxpass") is not None and clause.tag not in _FINITE
    if link is None or not auxiliary or verb.tag not in _FINITE or above.tag not in _FINITE:
        return
    if verb.child(*_SUBJECTS, "aux") is not None or above.index > clause.index:
        return
    if verb.lemma in words_of("mending", "answers") and link.index == _opening(verb) - 1:
        _attach(link, above, "cc")
        _attach(verb, above, "conj")


def _part_speaker(words: Sequence["Word"], verb: "Word") -> None:
    """Of two subjects before a verb of saying, the nearer one speaks.

    "Fighters on motorcycles killed ten, a chief told the wire": the fighters killed.
    """
    subjects = [s for s in verb.children_by("nsubj") if s.index < verb.index]
    if len(subjects) < _PAIR:
        return
    first, last = subjects[0], subjects[-1]
    start = _left_edge(last)
    if start == words[0].index or words[start - words[0].index - 1].text != ",":
        return
    clause = verb.child("ccomp")
    if clause is not None and clause.index < first.index:
        _attach(first, clause.child("dobj") or clause, "appos")
        return
    acts = (w for w in first.subtree() if w.dep == "acl" and w.tag in ("VBN", "VBD"))
    act = next((w for w in acts if first.index < w.index < start), None)
    if act is None:
        return
    _attach(act, verb, "ccomp")
    act.tag = "VBD"
    _attach(first, act, "nsubj")
    for part in [c for c in verb.children if act.index < c.index < start and c.dep != "punct"]:
        _attach(part, act, part.dep)


def _find_speaker(words: Sequence["Word"], verb: "Word") -> None:
    """The "apposition" before a verb of saying without a subject speaks.

    "They took seven rifles, the chief, General Marek, told reporters".
    """
    main, position = verb.head, verb.index - words[0].index - 1
    if verb.dep != "conj" or not main.is_root or verb.child(*_SUBJECTS) is not None:
        return
    while position > 0 and words[position].pos == "PUNCT":
        position -= 1
    before = words[position]
    chain = [w for w in (before, *before.ancestors()) if w.dep == "appos"]
    speaker = chain[-1] if chain else None
    linked = any(c.dep == "cc" and c.index > before.index for c in main.children)
    if speaker is None or linked or speaker.index < main.index:
        return
    _attach(speaker, verb, "nsubj")
    main.children.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    main.head, main.dep = verb, "ccomp"
    verb.children.append(main)
    verb.children.sort(key=lambda w: w.index)


def _left_edge(word: "Word") -> int:
    return word.subtree()[0].index


def _opening(verb: "Word") -> int:
    return min(w.index for w in (verb, *verb.children))


def _attach(word: "Word", head: "Word", dep: str) -> None:
    if not word.is_root:
        word.head.children.remove(word)
    word.head, word.dep = head, dep
    head.children.append(word)
    head.children.sort(key=lambda w: w.index)
