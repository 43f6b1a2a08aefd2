"""Reporting verbs: which complement is their content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from khaldun.coding.attribution.cues import Context, Cue
from khaldun.coding.attribution.extents import Range
from khaldun.coding.attribution.quotations import Quotation
from khaldun.coding.attribution.sources import (
    afterthoughts,
    agent_or_subject,
    is_passive,
    is_personal,
)
from khaldun.coding.syntax import Word

_CLAUSE_DEPS = ("ccomp", "csubj")
_OBJECTS = ("dobj", "oprd", "attr")
_GROUNDS = frozenset({"as", "for"})  # "mocked him for …", "attacked him as …"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_PREPOSITIONS = ("prep", "agent", "prt")


@dataclass(frozen=True, slots=True)
class _Content:
    heads: list[Word]
    form: str
    last: Word | None = None


def verb_cues(context: Context, verb: Word, near: list[Quotation]) -> Iterator[Cue]:
    """The cue that `verb` makes, if it is a reporting verb with a content.

    `near` are the quotations of its sentence.
    """
    forms: Mapping[str, bool] = context.rules.verbs.get(verb.lemma, {})
    if _is_inverted(context, verb, forms):
        yield _inverted_statement(context, verb)
        return
    colon = _colon_behind(verb) if forms else None
    if colon is not None:
        spelled = [(colon.index + 1, context.extents.reach(verb.head)[1])]
        yield _cue(context, verb, verb, spelled, True, False)
        return
    content = _complement(context, verb, forms)
    said = _said(context, verb, near, forms)
    if content is not None and not _meets(context, content, said):
        said = []
    if content is not None and (said or _is_realised(verb)):
        claims = _claims(context, verb, content, forms)
        last = content.last if content.last is not None and _is_beside(verb, content.last) else verb
        yield _cue(context, verb, last, context.whole(*content.heads) + said, claims, bool(said))
    elif said and forms.get("clause") and _is_parenthetical(context, verb):
        yield _cue(context, verb, verb, context.around(verb.head, verb) + said, True, True)
    elif said and _is_realised(verb) and _addresses(context, verb):
        yield _cue(context, verb, verb, said, True, True)
    elif forms.get("clause") and _is_parenthetical(context, verb):
        cue = _cue(context, verb, verb, context.around(verb.head, verb), True, False)
        yield replace(cue, explains=verb.lemma in context.rules.explaining)


def _colon_behind(verb: Word) -> Word | None:
    """The colon behind which stands what is said: "a medic contradicted this: he was shot"."""
    thing, main = verb.child("dobj"), verb.head
    if verb.dep != "ccomp" or main.index < verb.index or verb.child("nsubj") is None:
        return None
    if (thing is not None and thing.lower not in _POINTING) or not _is_realised(verb):
        return None
    marks = main.children_by("punct")
    return next((c for c in marks if c.text == ":" and verb.index < c.index < main.index), None)


_POINTING = frozenset({"this", "that", "it", "them", "him", "her", "so"})


def _is_beside(verb: Word, preposition: Word) -> bool:
    particle = verb.child("prt")
    return preposition.index == (verb if particle is None else particle).index + 1


def _meets(context: Context, content: _Content, said: list[Range]) -> bool:
    """Whether a quotation beside the verb belongs to its complement: the two overlap."""
    reaches = [context.extents.reach(head) for head in content.heads]
    return any(q[0] <= r[1] and r[0] <= q[1] for q in said for r in reaches)


def _is_inverted(context: Context, verb: Word, forms: Mapping[str, bool]) -> bool:
    """Whether the speaker stands behind the verb, and before it what he says, without quotes.

    "If they strike, we respond, warned the general": the parser takes him for an object.
    """
    speaker = verb.child("dobj")
    if speaker is None or not forms.get("clause") or verb.tag != "VBD" or verb.is_root:
        return False
    others = verb.child("nsubj", "nsubjpass", "ccomp", "mark", "aux") is not None
    if speaker.pos != "PROPN" and not is_personal(speaker):
        return False  # "signed a decree, announced a curfew"
    follows = context.extents.left[speaker.index] == verb.index + 1
    comma = verb.index > 0 and context.extents.words[verb.index - 1].lower == ","
    return follows and comma and not others and verb.dep in ("conj", "parataxis", "dep", "advcl")


def _inverted_statement(context: Context, verb: Word) -> Cue:
    contents = context.around(verb.head, verb)
    source = verb.child("dobj")
    return Cue(word=verb, last=verb, source=source, contents=contents, claims=True)


def _cue(
    context: Context,
    verb: Word,
    last: Word,
    contents: list[Range],
    claims: bool,
    direct: bool,
) -> Cue:
    implied = verb.lemma in context.rules.appearance
    source = None if implied else agent_or_subject(verb) or _inverted(verb, direct, contents)
    holes = [(verb.index, verb.index), *_after_clauses(context, verb), *_asides(context, verb)]
    if source is not None and source.head is verb:
        first, end = context.extents.reach(source)  # an apposition may hang on it by mistake
        holes.append(
            (first, min(end, verb.index - 1)) if source.index < verb.index else (first, end)
        )
    pieces = [p for c in contents for p in context.extents.without(c, holes)]
    return Cue(word=verb, last=last, source=source, contents=pieces, claims=claims, direct=direct)


def _asides(context: Context, verb: Word) -> list[Range]:
    """What the author adds about a thing announced: "announced elections, which X will boycott".

    Also what he tells of it: "accused Chad of arming the Front, a militia whose founders fled".
    """
    announced = verb.child("dobj") is not None and verb.child("ccomp", "xcomp") is None
    behind = [c for c in verb.subtree() if c.dep in ("relcl", "acl") and c.index > verb.index]
    told = (c for c in behind if c.dep == "relcl" and _is_added(verb, c, announced))
    added = (*told, *(c for c in behind if _sums_up(context, c.head)))
    clauses = (c.head if c.head.dep == "appos" else c for c in added)
    starts = ((context.extents.left[c.index], c) for c in clauses)
    words = context.extents.words
    return [context.extents.reach(c) for start, c in starts if words[start - 1].text == ","]


def _sums_up(context: Context, noun: Word) -> bool:
    """Whether an apposition takes up what is said: "that it fell, a version that X rejects"."""
    return noun.dep == "appos" and (
        noun.lemma in context.rules.nouns or noun.lemma in context.rules.summing
    )


def _is_added(verb: Word, clause: Word, announced: bool) -> bool:
    """Whether a clause about a noun can be the author's own.

    So it can in the present, where what was said is told in the past: "Cyprus said it would not
    extradite the man, whom Russia accuses of fraud". In the past perfect it is what was said.
    """
    if announced:
        return not any(c.lower == "had" for c in clause.children_by("aux"))
    first = clause.child("aux", "auxpass") or clause
    return verb.tag == "VBD" and first.tag in ("VBZ", "VBP")


def _after_clauses(context: Context, verb: Word) -> list[Range]:
    """What goes on with the saying, and what stands behind a semicolon with a new subject."""
    clauses = verb.children_by("ccomp")
    others = (o for c in clauses for o in c.children_by("conj") if o.child("mark") is None)
    parted = [o for o in others if _is_behind_semicolon(context, o)]
    apart = [context.extents.reach(o) for o in parted]
    return [*apart, *(r for c in clauses for r in afterthoughts(context.extents, c))]


def _is_behind_semicolon(context: Context, clause: Word) -> bool:
    subject = clause.child("nsubj", "nsubjpass")
    before = context.extents.left[clause.index] - 1
    named = subject is not None and subject.pos != "PRON"
    return named and before >= 0 and context.extents.words[before].text == ";"


def _inverted(verb: Word, direct: bool, contents: list[Range]) -> Word | None:
    """The source that the parser took for an object ("…," said Colonel X)."""
    before = any(last < verb.index for _, last in contents)
    if not (direct or before) or is_passive(verb) or verb.child("nsubj") is not None:
        return None
    candidate = verb.child("dobj", "npadvmod", "attr")
    return candidate if candidate is not None and candidate.index > verb.index else None


def _claims(context: Context, verb: Word, content: _Content, forms: Mapping[str, bool]) -> bool:
    if content.form == "preposition" and content.last is not None:
        table = context.rules.verb_prepositions.get(verb.lemma, {})
        return table.get(content.last.lower, False)
    return forms.get(content.form, content.form == "clause")


def _complement(context: Context, verb: Word, forms: Mapping[str, bool]) -> _Content | None:
    return (
        _clause(context, verb, forms)
        or _predicate(verb, forms)
        or _infinitive(context, verb, forms)
        or _prepositional(context, verb)
        or _put_at(verb, forms)
        or _object(verb, forms)
        or _speech_act(context, verb)
    )


def _is_realised(verb: Word) -> bool:
    """Whether somebody does say it: an infinitive or a command only says that one may."""
    if any(c.lower == "to" for c in verb.children_by("aux")):
        return False
    return (
        verb.tag != "VB" or verb.child("aux", "nsubj") is not None or verb.dep in ("conj", "ccomp")
    )


def _addresses(context: Context, verb: Word) -> bool:
    """Whether what stands beside a quotation as an object is who is spoken to, if anything."""
    thing = verb.child("dobj")
    return thing is None or verb.lemma in context.rules.addressing


def _speech_act(context: Context, verb: Word) -> _Content | None:
    thing = verb.child("dobj") if verb.lemma in context.rules.speech_verbs else None
    if thing is None or thing.lemma not in context.rules.speech_nouns:
        return None
    return _Content([thing], "object")


def _clause(context: Context, verb: Word, forms: Mapping[str, bool]) -> _Content | None:
    clause = next((c for c in verb.children_by(*_CLAUSE_DEPS) if not _is_parted(verb, c)), None)
    if clause is not None and "predicate" in forms and clause.pos in ("NOUN", "ADJ", "PROPN"):
        return _Content([clause], "predicate")
    if clause is None or ("clause" not in forms and not _reports_anyway(context, verb, clause)):
        return None
    conditions = [c for c in verb.children_by("advcl") if clause.index < c.index < verb.index]
    others = [c for c in verb.children_by("ccomp") if clause.index < c.index < verb.index]
    heads = [*_stranded_subject(verb, clause), clause, *conditions, *others]
    return _Content(heads, "clause")


def _stranded_subject(verb: Word, clause: Word) -> list[Word]:
    """The subject that the parser hung on the verb: "said 46 people, most of them …, fled"."""
    thing = verb.child("dobj") if verb.lemma == "say" else None
    orphan = clause.child("nsubj", "nsubjpass", "csubj", "expl") is None
    return (
        [thing] if thing is not None and orphan and verb.index < thing.index < clause.index else []
    )


def _is_parted(verb: Word, clause: Word) -> bool:
    """Whether a semicolon or colon stands between: then one clause does not report the other."""
    inside = (c for w in (verb, clause) for c in w.children)
    return any(c.text in (";", ":") and clause.index < c.index < verb.index for c in inside)


def _reports_anyway(context: Context, verb: Word, clause: Word) -> bool:
    """A verb that is not in the lexicon, with a that-clause and somebody who utters it."""
    if verb.lemma in context.rules.never or clause.child("mark") is None:
        return False
    subject = verb.child("nsubj")
    return subject is not None and subject.lower != "it"


def _predicate(verb: Word, forms: Mapping[str, bool]) -> _Content | None:
    if "predicate" not in forms:
        return None
    complement = verb.child("oprd") or _as_phrase(verb)
    if complement is None:
        return None
    thing = verb.child("dobj", "nsubjpass")
    return _Content([complement] if thing is None else [thing, complement], "predicate")


def _as_phrase(verb: Word) -> Word | None:
    return next(
        (p for p in verb.children_by("prep") if p.lower == "as" and p.index > verb.index), None
    )


def _infinitive(context: Context, verb: Word, forms: Mapping[str, bool]) -> _Content | None:
    complements = (c for c in verb.children_by("xcomp", "ccomp") if not _is_parted(verb, c))
    complement = next(complements, None)
    if complement is None or not _is_infinitive(complement):
        return None
    if verb.lemma in context.rules.hearsay_passives and is_passive(verb):
        return _Content([complement], "clause")
    told = verb.child("dobj", "dative")
    if told is not None or complement.child("nsubj") is not None:
        heads = [complement] if told is None else [told, complement]
        return _Content(heads, "object_infinitive") if "object_infinitive" in forms else None
    if is_passive(verb) and ("object_infinitive" in forms or "clause" in forms):
        form = "object_infinitive" if "object_infinitive" in forms else "clause"
        return _Content([complement], form)
    return _Content([complement], "infinitive") if "infinitive" in forms else None


def _is_infinitive(word: Word) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in word.children)


def _prepositional(context: Context, verb: Word) -> _Content | None:
    wanted = context.rules.verb_prepositions.get(verb.lemma, {})
    for preposition in verb.children_by(*_PREPOSITIONS) if wanted else ():
        content = preposition.child("pobj", "pcomp", "prep")
        if preposition.lower in wanted and content is not None and preposition.index > verb.index:
            return _Content([content], "preposition", preposition)
    return None


def _put_at(verb: Word, forms: Mapping[str, bool]) -> _Content | None:
    """The number that somebody puts a thing at: "puts the toll at forty"."""
    thing = verb.child("dobj") if "object_at" in forms else None
    at = (w for w in thing.subtree() if w.lower == "at") if thing is not None else ()
    numbers = (w.child("pobj") for w in (*verb.children_by("prep"), *at) if w.lower == "at")
    number = next((n for n in numbers if n is not None and _is_number(n)), None)
    if thing is None or number is None:
        return None
    return _Content([thing] if number in thing.subtree() else [thing, number.head], "object_at")


def _is_number(word: Word) -> bool:
    return word.pos == "NUM" or word.child("nummod") is not None


def _object(verb: Word, forms: Mapping[str, bool]) -> _Content | None:
    if "object" not in forms:
        return None
    if is_passive(verb):
        thing = verb.child("nsubjpass") or (verb.head if verb.dep == "acl" else None)
        return _Content([thing], "object") if thing is not None and thing.head is verb else None
    thing = verb.child(*_OBJECTS)
    if thing is None and verb.child("xcomp") is not None and verb.child("xcomp").tag == "VBG":  # type: ignore[union-attr]
        thing = verb.child("xcomp")
    if thing is None:
        return None
    grounds = [p for p in verb.children_by("prep") if p.lower in _GROUNDS and p.index > thing.index]
    return _Content([thing, *grounds], "object")


def _said(
    context: Context, verb: Word, near: list[Quotation], forms: Mapping[str, bool]
) -> list[Range]:
    """The quotations of its sentence that `verb` introduces: those that it stands outside of."""
    if "quote" not in forms and not _utters_anyway(context, verb, near):
        return []
    if any(q.first < verb.index < q.last for q in near):
        return []
    return [(q.first, q.last) for q in near if q.utterance and _is_free(verb, q, near)]


def _is_free(verb: Word, quotation: Quotation, near: list[Quotation]) -> bool:
    """Whether no other quotation stands between the verb and this one."""
    low, high = sorted((verb.index, quotation.first))
    return sum(low < q.first < high and q is not quotation for q in near) <= 1


def _utters_anyway(context: Context, verb: Word, near: list[Quotation]) -> bool:
    """A verb that is not in the lexicon, right beside a quotation, with its subject outside."""
    if verb.lemma in context.rules.never or verb.child("nsubj") is None:
        return False
    return any(q.utterance and (0 < q.first - verb.index <= 2) for q in near)


def _is_parenthetical(context: Context, verb: Word) -> bool:
    """Whether the clause around it is the content: "X, officials say, …", "as X explained"."""
    thing = verb.child("dobj")
    if (thing is not None and thing.lower != "it") or verb.child("nsubj") is None:
        return False
    if verb.dep == "parataxis" or _closes(context, verb):
        return True
    mark = verb.child("mark", "advmod")
    if mark is None and verb.dep in ("advcl", "ccomp"):
        amid = verb.index < verb.head.index and verb.tag in _FINITE
        return amid and _is_between_commas(context, verb)
    return verb.dep == "advcl" and mark is not None and mark.lower == "as"


def _closes(context: Context, verb: Word) -> bool:
    """Whether a saying ends the sentence, taken for a second verb: "X may leave, Y suggested."."""
    words, subject = context.extents.words, verb.child("nsubj")
    if verb.dep != "conj" or subject is None or verb.child("dobj", "prep", "xcomp") is not None:
        return False
    before = words[context.extents.left[subject.index] - 1]
    behind = words[verb.index + 1 : verb.index + 2]
    return before.text == "," and any(w.text == "." for w in behind)


def _is_between_commas(context: Context, verb: Word) -> bool:
    """Whether a saying stands in the midst of what is said: "if he refuses, X has hinted, Y"."""
    words, subject = context.extents.words, verb.child("nsubj")
    if subject is None or verb.index + 1 >= len(words):
        return False
    before = context.extents.left[subject.index] - 1
    return words[verb.index + 1].text == "," and before >= 0 and words[before].text == ","
