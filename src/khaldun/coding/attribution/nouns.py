"""Nouns, adjectives, adverbs and phrases that name a source or say that there is one."""

from collections.abc import Iterator

from khaldun.coding.attribution.cues import Context, Cue
from khaldun.coding.attribution.sources import afterthoughts, is_personal, noun_source, subject_of
from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word

_THINGS = frozenset({"this", "that", "it", "much", "what"})
_SCANT = frozenset({"no", "little", "scant"})
_VERBS = ("VERB", "AUX")
_PREDICATIVE = ("acomp", "oprd", "conj", "ROOT", "attr")


def noun_cues(context: Context, noun: Word) -> Iterator[Cue]:
    """The cue that a noun makes: "reports of …", "the claim that …", "signs that …"."""
    if noun.lemma in context.rules.partisans and noun.dep == "attr":
        yield from _partisan(context, noun)
    claims = context.rules.nouns.get(noun.lemma)
    if claims is None or _is_source_phrase(context, noun):
        return
    if noun.lemma in context.rules.feelings and _is_nobodys(noun):
        return
    clause = next((c for c in noun.children_by("acl", "ccomp", "relcl") if _is_content(c)), None)
    if clause is None and noun.dep in ("nsubj", "attr"):
        clause = _equated(noun)
    if clause is not None:
        contents = context.extents.without(
            context.extents.reach(clause), afterthoughts(context.extents, clause)
        )
        yield _cue(noun, noun, contents, claims)
        return
    allowed = context.rules.noun_prepositions[noun.lemma]
    for preposition in noun.children_by("prep"):
        thing = preposition.child("pobj", "pcomp")
        if preposition.lower in allowed and thing is not None and (claims or noun_source(noun)):
            yield _cue(noun, preposition, context.whole(thing), claims)
            return


def _is_nobodys(noun: Word) -> bool:
    """Whether hardly anybody thinks it: "there is little doubt that the truce will hold".

    Nor does anybody think that beyond which something is shown: "beyond reasonable doubt".
    """
    scant = any(c.lower in _SCANT for c in noun.children_by("det", "amod"))
    scant = scant or (noun.dep == "pobj" and noun.head.lower == "beyond")
    return scant and noun_source(noun) is None


def _partisan(context: Context, noun: Word) -> Iterator[Cue]:
    for preposition in noun.children_by("prep"):
        thing = preposition.child("pobj", "pcomp")
        if preposition.lower in context.rules.partisan_prepositions and thing is not None:
            source, contents = subject_of(noun.head), context.whole(thing)
            yield Cue(word=noun, last=preposition, source=source, contents=contents, claims=False)
            return


def _cue(noun: Word, last: Word, contents: list[tuple[int, int]], claims: bool) -> Cue:
    return Cue(word=noun, last=last, source=noun_source(noun), contents=contents, claims=claims)


def _is_content(clause: Word) -> bool:
    """A that-clause or an infinitive, not a relative clause or a participle."""
    introducing = clause.child("mark")
    if introducing is not None and introducing.lower in ("that", "whether"):
        lacking = clause.dep == "relcl" or clause.child("oprd") is not None
        lacking = lacking or clause.lemma in words("parties", "denials")
        return not (lacking and _has_gap(clause))
    return clause.dep != "relcl" and any(
        c.dep == "aux" and c.lower == "to" for c in clause.children
    )


def _has_gap(clause: Word) -> bool:
    """Whether "that" may stand for the missing object: "a charge that Kigali rejects"."""
    if clause.child("oprd") is not None:  # "a claim that the navy called false"
        return clause.child("dobj", "nsubjpass") is None
    return clause.child("dobj", "nsubjpass", "attr", "acomp", "ccomp", "xcomp", "prep") is None


def _equated(noun: Word) -> Word | None:
    """The clause that a copula joins to the noun: "the fear is that …", "there is a view that"."""
    copula = noun.head
    if copula.lemma != "be" or (noun.dep == "attr" and copula.child("expl") is None):
        return None
    clause = copula.child("ccomp")
    return clause if clause is not None and clause.child("mark") is not None else None


def adjective_cues(context: Context, adjective: Word) -> Iterator[Cue]:
    """The cue of a predicative adjective: "was confident that …", "is critical of …"."""
    forms = context.rules.adjectives.get(adjective.lower)
    participle = adjective.pos == "VERB" and adjective.child("nsubjpass") is not None
    if forms is None or not (participle or adjective.dep in _PREDICATIVE):
        return
    copula = adjective if participle else adjective.head
    clauses = [c for w in (adjective, copula) for c in w.children_by("ccomp", "xcomp")]
    source = subject_of(copula) if copula.pos in _VERBS else None
    source = copula.child("nsubjpass") or source
    if source is not None and source.lower in _THINGS:
        return
    for clause in clauses:
        form = "infinitive" if clause.dep == "xcomp" else "clause"
        if form in forms and clause is not adjective:
            contents = context.whole(clause)
            yield Cue(
                word=adjective,
                last=adjective,
                source=source,
                contents=contents,
                claims=form == "clause",
            )
            return
    for preposition in adjective.children_by("prep", "agent"):
        thing = preposition.child("pobj", "pcomp")
        if preposition.lower in forms and thing is not None:
            contents = context.whole(thing)
            yield Cue(
                word=adjective, last=preposition, source=source, contents=contents, claims=False
            )
            return


def hearsay_cues(context: Context, word: Word) -> Iterator[Cue]:
    """The cue of "reportedly" or "the alleged …": somebody unnamed says so."""
    rules = context.rules
    is_adjective = word.dep == "amod" and _hyphenated(context, word) in rules.hearsay_adjectives
    if is_adjective or (word.lower in rules.hearsay_adverbs and not word.is_root):
        contents = context.around(word.head, word)
        yield Cue(word=word, last=word, source=None, contents=contents, claims=True)


def _hyphenated(context: Context, word: Word) -> str:
    """The word with what a hyphen joins to it in front: "so-called"."""
    words = context.extents.words
    joined = word.index > 1 and words[word.index - 1].text == "-"
    return f"{words[word.index - 2].lower}-{word.lower}" if joined else word.lower


def source_phrase_cues(context: Context, word: Word) -> Iterator[Cue]:
    """The cue of "according to X", "citing X", "in X's view": the clause around it is content."""
    source, last = _source_of_phrase(context, word)
    if source is None:
        return
    inner = word if word.dep != "pobj" else word.head
    clause = inner.head.head if inner.dep == "acl" else inner.head
    clause = _whole_of(clause, inner)
    said = clause.child("ccomp") if word.lemma in context.rules.citing else None
    contents = context.around(clause, inner) if said is None else context.whole(said)
    yield Cue(word=word, last=last, source=source, contents=contents, claims=True)


def _whole_of(clause: Word, phrase: Word) -> Word:
    """All that a source at the end vouches for: "killed two and displaced ten, according to X"."""
    if clause.dep == "advcl" and clause.tag == "VBG" and phrase.index > clause.index:
        clause = clause.head if clause.child("mark", "nsubj") is None else clause
    while (
        clause.dep == "conj"
        and clause.pos == clause.head.pos == "VERB"
        and phrase.index > clause.index
        and clause.child("nsubj", "nsubjpass") is None
    ):
        clause = clause.head
    return clause


def _source_of_phrase(context: Context, word: Word) -> tuple[Word | None, Word]:
    rules = context.rules
    if word.lower == "according":
        to = word.child("prep") or word
        return to.child("pobj"), to
    if word.lower in rules.source_prepositions and word.dep == "prep":
        return word.child("pobj"), word
    if word.lemma in rules.citing and word.tag == "VBG" and word.dep in ("advcl", "acl"):
        thing = word.child("dobj")
        return (thing if thing is not None and _can_speak(context, thing) else None), word
    if _is_source_phrase(context, word):
        of = next((p for p in word.children_by("prep") if p.lower == "of"), None)
        return word.child("poss") or (of.child("pobj") if of is not None else None), word
    return None, word


def _can_speak(context: Context, noun: Word) -> bool:
    """Whether what is cited is a source and no reason: "citing a memo", not "citing the delay"."""
    rules = context.rules
    known = noun.lemma in rules.documents | rules.media or noun.lemma in rules.nouns
    return known or noun.pos in ("PROPN", "PRON") or is_personal(noun)


def _is_source_phrase(context: Context, noun: Word) -> bool:
    """Whether it is the noun of "in X's view" or "in the words of X"."""
    return (
        noun.lemma in context.rules.source_nouns and noun.dep == "pobj" and noun.head.lower == "in"
    )
