"""Negation cues and what they negate, after the annotation of *SEM 2012 (Morante and Blanco)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word

Negation = tuple[tuple[Word, ...], Word]
"""The words of a cue, and the word whose event or state they negate."""

_SUFFIXES = ("less", "lessly", "lessness")
_MODALS = frozenset({"can", "ca", "could", "need", "dare"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexicon:
    words: frozenset[str]
    lifted: frozenset[str]
    exceptions: frozenset[str]
    listed: frozenset[str]
    un: frozenset[str]
    less: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = load_lexicon("certainty")
    cues, affixes = data["negation_cues"], data["affixes"]
    return _Lexicon(
        words=frozenset(cues["words"]),
        lifted=frozenset(cues["lifted"]),
        exceptions=frozenset(affixes["exceptions"]),
        listed=frozenset(affixes["listed"]),
        un=frozenset(affixes["stands_alone"]["un"]),
        less=frozenset(affixes["stands_alone"]["less"]),
    )


def negation_cues(draft: Draft) -> tuple[Negation, ...]:
    """Every negation of the text: its cue and the word that it negates, in text order.

    A word with a negative affix is its own cue; "neither … nor" is one cue.
    """
    return tuple(n for s in draft.syntax.sentences for n in _in_sentence(s.words))


def _in_sentence(words: tuple[Word, ...]) -> Iterator[Negation]:
    lexicon = _lexicon()
    neither: Word | None = None
    for position, word in enumerate(words):
        following = words[position + 1] if position + 1 < len(words) else None
        if word.lower in lexicon.words and not _is_lifted(lexicon, following):
            if word.lower == "nor" and neither is not None:
                yield (neither, word), _negated(neither)
                neither = None
            elif word.lower == "neither" and any(w.lower == "nor" for w in words[position:]):
                neither = word
            else:
                yield (word,), _negated(word)
        elif _has_affix(lexicon, word):
            yield (word,), word


def _is_lifted(lexicon: _Lexicon, following: Word | None) -> bool:
    return following is not None and following.lower in lexicon.lifted


def _has_affix(lexicon: _Lexicon, word: Word) -> bool:
    lower = word.lower
    if lower in lexicon.exceptions or word.pos == "PROPN" or len(lower) < 5:
        return False
    if lower in lexicon.listed:
        return True
    if lower.startswith("un") and word.pos in lexicon.un:
        return word.pos != "VERB" or word.tag in ("VBN", "VBG", "VBD")
    return lower.endswith(_SUFFIXES) and word.pos in lexicon.less


def _negated(cue: Word) -> Word:
    """What a cue negates: the verb, its modal, or the predicate of a copula."""
    head = _governor(cue)
    if cue.lower == "without":
        return cue.child("pobj", "pcomp") or head
    if cue.dep == "det" or (cue.dep == "neg" and head.pos in ("NOUN", "PROPN")):
        return _of_noun(head)
    if cue.lower in ("nothing", "none", "nobody", "noone", "no-one", "neither"):
        return _of_noun(cue)
    return _of_clause(head)


def _governor(cue: Word) -> Word:
    """What a cue hangs on, past adverbs and prepositions ("could not for a moment see").

    Of "nor", the clause that follows; of "by no means", the verb.
    """
    head = cue.head
    if cue.lower == "nor" and cue.dep == "cc":
        return next((c for c in head.children_by("conj") if c.index > cue.index), head)
    if head.lower == "means" and head.head.lower == "by":
        head = head.head
    while head.pos in ("ADP", "SCONJ", "CCONJ", "PART") and not head.is_root:
        head = head.head
    return head


def _of_noun(noun: Word) -> Word:
    governor = noun.head
    if noun.dep in ("dobj", "nsubj", "nsubjpass", "dative") and governor.pos in ("VERB", "AUX"):
        return _of_clause(governor)
    return noun


def _of_clause(verb: Word) -> Word:
    if verb.pos not in ("VERB", "AUX"):
        return verb
    modal = next((a for a in verb.children_by("aux") if a.lower in _MODALS), None)
    if modal is not None:
        return modal
    return _predicate(verb)


def _predicate(verb: Word) -> Word:
    return (verb.child("attr", "acomp") or verb) if verb.lemma == "be" else verb
