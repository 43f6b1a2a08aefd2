"""How far a noun phrase reaches."""

from khaldun.coding.syntax import Sentence, Word

_LEFT = frozenset(
    {"det", "predet", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "npadvmod"}
)
_RIGHT_PREPOSITIONS = frozenset({"of", "from"})
_RIGHT_ADJECTIVES = frozenset({"loyal", "close", "allied", "hostile", "opposed", "friendly"})
_CUT = frozenset({"relcl", "appos", "conj", "cc", "punct", "acl", "advcl"})


def noun_phrase(head: Word, sentence: Sentence) -> tuple[Word, ...]:
    """The words of the phrase that `head` heads, from its determiner to its "of" and "from".

    Relative clauses, appositions and coordinated phrases stay outside.
    """
    first = _left_edge(head)
    last = _right_edge(head)
    offset = sentence.words[0].index
    return _trimmed(sentence.words[first - offset : last - offset + 1], head)


def _trimmed(words: tuple[Word, ...], head: Word) -> tuple[Word, ...]:
    """The phrase without what cannot open one: "as", a dash, a date before a name."""
    start = 0
    while words[start] is not head and _cannot_open(words[start]):
        start += 1
    opened = next((n for n, w in enumerate(words) if w.text == "("), len(words))
    closed = any(w.text == ")" for w in words[opened:])
    inside = opened > words.index(head) and not closed
    return words[start:opened] if inside else words[start:]


def _cannot_open(word: Word) -> bool:
    return word.pos in ("PUNCT", "SYM", "CCONJ", "SCONJ") or word.lower == "as"


def core_phrase(head: Word, sentence: Sentence) -> tuple[Word, ...]:
    """The phrase from its determiner to `head`, without what follows."""
    offset = sentence.words[0].index
    return _trimmed(sentence.words[_left_edge(head) - offset : head.index - offset + 1], head)


def full_end(head: Word) -> int:
    """The index of the last word of the phrase with all its prepositions."""
    edge = head.index
    for child in head.children:
        if child.dep == "prep" and head.index < child.index <= edge + 2:
            edge = max(edge, _end_of(child))
    return edge


def _left_edge(head: Word) -> int:
    edge = head.index
    stack = [head]
    owner = head.child("poss")
    while stack:
        word = stack.pop()
        for child in word.children:
            inside = child.dep in _LEFT if word is head else True
            if child.index < head.index and inside and not (word is head and _strays(child, owner)):
                edge = min(edge, child.index)
                stack.append(child)
    article = next((c.index for c in head.children if c.dep == "det" and c.index < head.index), -1)
    return max(edge, article) if head.child("predet") is None else edge


def _strays(child: Word, owner: Word | None) -> bool:
    """Whether the parser tied a word before the possessor to the phrase by mistake."""
    return owner is not None and child.index < owner.index and child.dep in ("compound", "amod")


def _right_edge(head: Word) -> int:
    edge = head.index
    for child in head.children:
        if child.index < head.index:
            continue
        if _continues(child) and child.index <= edge + 2:
            edge = max(edge, _end_of(child))
    return edge


def _continues(child: Word) -> bool:
    if child.dep == "prep":
        named = child.lower in ("for", "to") and (child.child("pobj") or child).pos == "PROPN"
        return named or child.lower in _RIGHT_PREPOSITIONS
    return child.dep in ("amod", "acomp") and child.lower in _RIGHT_ADJECTIVES


def _end_of(word: Word) -> int:
    """The last word of what hangs on `word`, up to the first clause or coordination."""
    edge = word.index
    stack = [word]
    while stack:
        current = stack.pop()
        for child in current.children:
            if child.dep not in _CUT:
                edge = max(edge, child.index)
                stack.append(child)
    return edge
