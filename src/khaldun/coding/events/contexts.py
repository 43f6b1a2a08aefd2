"""PLOVER contexts of an event: what the words of its clause are about."""

from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.lexicon.senses import Sense
from khaldun.coding.syntax import Word
from khaldun.errors import LexiconError
from khaldun.ontology import contexts

_OTHER_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis"})


def contexts_of(trigger: Word, sense: Sense | None) -> tuple[str, ...]:
    """The contexts of the sense and of the words of the clause, in the order of the ontology."""
    found = {c for w in clause_of(trigger) for c in _by_lemma().get(w.lemma, ())}
    found.update(sense.contexts if sense is not None else ())
    return tuple(c for c in contexts() if c in found)


def clause_of(trigger: Word) -> list[Word]:
    """The words of the clause, without the clauses below and beside it."""
    top = trigger if trigger.pos == "VERB" or trigger.is_root else trigger.head
    found = [top]
    for word in found:
        found.extend(c for c in word.children if c.dep not in _OTHER_CLAUSES and not _beside(c))
    return found


def _beside(word: Word) -> bool:
    return word.dep == "conj" and word.pos == "VERB"


@cache
def _by_lemma() -> dict[str, tuple[str, ...]]:
    """Contexts by lemma.

    Raises:
        LexiconError: the lexicon names a context that PLOVER does not have.
    """
    found: dict[str, list[str]] = {}
    for context, lemmas in load_lexicon("contexts")["contexts"].items():
        if context not in contexts():
            raise LexiconError(f"contexts.yaml: PLOVER has no context {context}")
        for lemma in lemmas:
            found.setdefault(str(lemma), []).append(str(context))
    return {lemma: tuple(names) for lemma, names in found.items()}
