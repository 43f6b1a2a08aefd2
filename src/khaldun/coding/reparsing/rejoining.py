"""The trees of the pieces of a sentence made one again, offsets and words untouched."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.tree import SUBJECTS
from khaldun.coding.reparsing.inserts import Insert, Kind, verb_at
from khaldun.coding.reparsing.joints import Joint
from khaldun.coding.reparsing.plans import Plan, faults

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

_CLAUSAL = ("conj", "ccomp", "advcl", "parataxis")
# How the top of an insert may go on hanging on what it hung on before.
_LOOSE = ("punct", "prep", "relcl", "acl", "appos", "advmod", "parataxis", "dep", "mark", "agent")


def rejoin(plan: Plan, parsed: Sequence[Sequence["Word"]]) -> None:
    """Give the words of the plan the tags and heads that its pieces have in `parsed`, in place.

    Where that does not mend the tree, it stays as it was.
    """
    before, wrong = [_kept(word) for word in plan.words], faults(plan)
    _join(plan, parsed)
    _list_children(plan.words)
    if faults(plan) >= wrong:
        for word, kept in zip(plan.words, before, strict=True):
            word.pos, word.tag, word.lemma, word.head, word.dep = kept
        _list_children(plan.words)


def _kept(word: "Word") -> tuple[str, str, str, "Word", str]:
    return word.pos, word.tag, word.lemma, word.head, word.dep


def _join(plan: Plan, parsed: Sequence[Sequence["Word"]]) -> None:
    before = {w.index: (w.head, w.dep) for piece in plan.pieces for w in piece}
    roots = [_copy(piece, tree) for piece, tree in zip(plan.pieces, parsed, strict=True)]
    for seam, left, root in zip(plan.joints, roots, roots[1:], strict=False):
        head, dep = before[root.index]
        opening = plan.words[seam.opening].index
        stays = head.index in before and head.index < opening and dep in _CLAUSAL
        _link(plan.words, seam, root, head if stays and head.pos in ("VERB", "AUX") else left)
    _list_children(plan.words)
    for cut in plan.inserts:
        _insert(plan.words, cut)


def _list_children(words: Sequence["Word"]) -> None:
    for word in words:
        word.children = []
    for word in words:
        if not word.is_root:
            word.head.children.append(word)


def _copy(piece: Sequence["Word"], tree: Sequence["Word"]) -> "Word":
    """Hang the words of a piece as they hang in its own tree; its root is given back."""
    root = piece[0]
    for word, read in zip(piece, tree, strict=True):
        if word.pos != "PUNCT":
            word.pos, word.tag, word.lemma = read.pos, read.tag, read.lemma
        word.head, word.dep = piece[read.head.index], read.dep
        root = word if read.is_root else root
    return root


def _link(words: Sequence["Word"], seam: Joint, root: "Word", head: "Word") -> None:
    """Hang a clause, and the conjunction before it, on another clause."""
    link = words[seam.opening - 1]
    conceding = link.lower in words_of("reparsing", "conceding")
    root.head, root.dep = head, "advcl" if conceding else "conj"
    if seam.opening - seam.mark > 1:
        link.head, link.dep = (root, "mark") if conceding else (head, "cc")


def _insert(words: Sequence["Word"], cut: Insert) -> None:
    """Hang what was taken out where it belongs, its own words with it."""
    first, opening, closing = words[0].index, cut.opening, cut.closing
    host = _host(words, cut)
    for word in words[opening : closing + 1]:
        if opening <= word.head.index - first <= closing and not word.is_root:
            continue
        if word.pos == "PUNCT":
            word.head, word.dep = host, "punct"
        elif word.is_root or word.dep not in _LOOSE or word.dep == cut.kind == Kind.APPOSITION:
            word.head, word.dep = host, word.dep if word.dep == "cc" else cut.kind.value


def _host(words: Sequence["Word"], cut: Insert) -> "Word":
    """The noun before an insert; the verb behind it for who speaks, and for adjuncts.

    A name is that of the whole subject: "the chief of the armed forces, General Marek, told".
    """
    noun, verb = words[cut.opening - 1], verb_at(words, cut.closing + 1)
    if verb is None:
        return noun
    verb = verb.head if verb.dep in ("aux", "auxpass") else verb
    if cut.kind in (Kind.SPEAKER, Kind.ADJUNCT):
        return verb
    subject = verb.child(*SUBJECTS) if cut.kind is Kind.APPOSITION else None
    named = words[cut.closing - 1].pos == "PROPN"
    return subject if subject is not None and named and subject.index < noun.index else noun
