"""Who speaks, of the nouns around a verb of saying that the parser takes for something else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.tree import SUBJECTS, attach, cut_loose, left_edge

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

_PAIR = 2


def seat_speaker(words: Sequence["Word"], verb: "Word") -> None:
    """Give a verb of saying its speaker, in place; other verbs stay as they are."""
    if verb.lemma in words_of("mending", "speaking"):
        _part_speaker(words, verb)
        _find_speaker(words, verb)
        _seat_behind(words, verb)
        _seat_before(verb)
        _raise_saying(verb)
    if verb.dep == "parataxis" and verb.lemma in words_of("mending", "commenting"):
        _part_commentator(verb)


def _seat_behind(words: Sequence["Word"], verb: "Word") -> None:
    """Of two subjects behind a verb of saying the first speaks: "said the bishop, it went on"."""
    clause = verb.child("ccomp")
    subjects = clause.children_by("nsubj", "nsubjpass", "expl") if clause is not None else []
    if len(subjects) < _PAIR or verb.child(*SUBJECTS) is not None:
        return
    first = subjects[0]
    behind = first.subtree()
    end = max(w.index for w in behind if w.pos != "PUNCT") - words[0].index + 1
    if behind[0].index == verb.index + 1 and words[end].text == ",":
        attach(first, verb, "nsubj")


def _seat_before(verb: "Word") -> None:
    """A "clause" before the verb may describe who speaks: "residents reached by phone say"."""
    clauses = verb.children_by("ccomp")
    first = clauses[0] if len(clauses) == _PAIR and verb.child(*SUBJECTS) is None else None
    speaker = first.child("nsubj") if first is not None else None
    if first is None or speaker is None or not first.index < verb.index < clauses[1].index:
        return
    if first.tag == "VBD" and first.child("dobj", "ccomp", "aux") is None:
        first.tag = "VBN"
        attach(speaker, verb, "nsubj")
        attach(first, speaker, "acl")


def _raise_saying(verb: "Word") -> None:
    """The same where the parser makes that "clause" the main one: "men hired for it say …"."""
    first = verb.head
    speaker = first.child("nsubj")
    described = first.is_root and first.tag == "VBD" and first.child("dobj", "ccomp", "aux") is None
    if verb.dep != "dep" or not described or speaker is None or verb.child("ccomp") is None:
        return
    if speaker.index < first.index < verb.index:
        first.tag = "VBN"
        cut_loose(verb)
        attach(speaker, verb, "nsubj")
        attach(first, speaker, "acl")


def _part_commentator(verb: "Word") -> None:
    """Who comments between a subject and its verb: "Most voters, a poll suggests, stayed away"."""
    subject, main = verb.child("nsubj"), verb.head
    speaker = subject.child("appos") if subject is not None else None
    if subject is None or speaker is None or main.child(*SUBJECTS) is not None:
        return
    if verb.index < main.index:
        attach(speaker, verb, "nsubj")
        attach(subject, main, "nsubj")


def _part_speaker(words: Sequence["Word"], verb: "Word") -> None:
    """Of two subjects before a verb of saying, the nearer one speaks.

    "Fighters on motorcycles killed ten, a chief told the wire": the fighters killed.
    """
    subjects = [s for s in verb.children_by("nsubj") if s.index < verb.index]
    if len(subjects) < _PAIR:
        return
    first, last = subjects[0], subjects[-1]
    start = left_edge(last)
    if start == words[0].index or words[start - words[0].index - 1].text != ",":
        return
    clause = verb.child("ccomp")
    if clause is not None and clause.index < first.index:
        attach(first, clause.child("dobj") or clause, "appos")
        return
    acts = (w for w in first.subtree() if w.dep == "acl" and w.tag in ("VBN", "VBD"))
    act = next((w for w in acts if first.index < w.index < start), None)
    if act is None:
        return
    attach(act, verb, "ccomp")
    act.tag = "VBD"
    attach(first, act, "nsubj")
    for part in [c for c in verb.children if act.index < c.index < start and c.dep != "punct"]:
        attach(part, act, part.dep)


def _find_speaker(words: Sequence["Word"], verb: "Word") -> None:
    """Who stands behind a comma and before a verb of saying says what stands before the comma.

    "They took seven rifles, the chief, General Marek, told reporters": the chief may hang on the
    rifles, and the telling stand beside the taking.
    """
    main = verb.head
    if verb.dep != "conj" or not main.is_root or verb.child("ccomp") is not None:
        return
    own = verb.child(*SUBJECTS)
    speaker = _apposition_before(words, verb) if own is None else own
    if speaker is None or speaker.index < main.index:
        return
    if own is not None and words[left_edge(own) - words[0].index - 1].text != ",":
        return
    if own is None:
        attach(speaker, verb, "nsubj")
    cut_loose(verb)
    attach(main, verb, "ccomp")


def _apposition_before(words: Sequence["Word"], verb: "Word") -> "Word | None":
    """The outermost "apposition" that ends right before a verb, with no "and" between."""
    position = verb.index - words[0].index - 1
    while position > 0 and words[position].pos == "PUNCT":
        position -= 1
    before = words[position]
    chain = [w for w in (before, *before.ancestors()) if w.dep == "appos"]
    linked = any(c.dep == "cc" and c.index > before.index for c in verb.head.children)
    return chain[-1] if chain and not linked else None
