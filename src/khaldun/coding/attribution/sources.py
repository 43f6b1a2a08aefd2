"""Who says it: from a reporting word to the words that name its source."""

from collections.abc import Container
from itertools import islice

from khaldun.coding.attribution.extents import Extents, Range
from khaldun.coding.attribution.rules import attribution_rules
from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word

_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_EXPLETIVE = frozenset({"it", "there"})
_NOBODY = frozenset({"there"})
_BREAKS = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "appos", "conj", "cc", "punct"})
_FARTHEST = 12


def subject_of(verb: Word) -> Word | None:
    """Who does what `verb` says, also where the subject stands elsewhere.

    Coordinated and infinitive verbs and participles take the subject of the verb they hang on;
    a relative clause that of the noun it describes. Expletive "it" and "there" are nobody.
    """
    own = _own_subject(verb)
    if own is not None:
        return None if own.dep == "expl" or own.lower in _unreferring(verb) else own
    if verb.child("nsubjpass", "expl") is not None:
        return _agent(verb)
    return _inherited_subject(verb)


def _unreferring(verb: Word) -> frozenset[str]:
    """Subjects that stand for nobody: "it" does where the verb says of somebody that he speaks."""
    return _NOBODY if verb.lemma in words("attribution", "it_speaks") else _EXPLETIVE


def agent_or_subject(verb: Word) -> Word | None:
    """Who speaks, of an active or a passive reporting verb ("was told by X")."""
    if is_passive(verb):
        return _agent(verb)
    return subject_of(verb)


def is_personal(noun: Word) -> bool:
    """Whether a common noun is of persons: "officials", "survivors", "sources"."""
    persons = words("attribution", "informants")
    return noun.lemma in persons or any(noun.lemma in words("classes", name) for name in _PERSONS)


_PERSONS = ("people", "official", "combatant")


def is_passive(verb: Word) -> bool:
    """Whether `verb` is in the passive voice, full or reduced ("the plan proposed by X")."""
    if verb.child("nsubjpass", "auxpass") is not None:
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "amod") and verb.child("aux") is None


def _agent(verb: Word) -> Word | None:
    by = verb.child("agent")
    return by.child("pobj") if by is not None else None


def _own_subject(verb: Word) -> Word | None:
    subject = verb.child("nsubj")
    if subject is None:
        return _apposed_subject(verb)
    if subject is not None and subject.tag in _RELATIVE and verb.dep == "relcl":
        return verb.head
    return subject


def _apposed_subject(verb: Word) -> Word | None:
    """The subject that the parser hung, as an apposition, on the noun before it.

    "On Monday, in a call with Y, X's top diplomat, Z, laid aside all doubts": Z.
    """
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep not in ("ROOT", "ccomp", "acl", "advcl"):
        return None
    if verb.child("nsubjpass", "expl", "csubj", "mark") is not None:
        return None
    anchor = verb.head if verb.dep == "acl" else verb
    before = [c for c in anchor.children if c.index < verb.index and c.dep != "punct"]
    last = before[-1] if before else None
    while last is not None:
        right = [c for c in last.children if last.index < c.index and c.dep != "punct"]
        if not right:
            return last if last.dep == "appos" else None
        last = right[-1]
    return None


def named_apposition(head: Word) -> Word:
    """The proper name that a common noun is explained by ("its envoy, Ali Sadiq"), else itself."""
    if head.pos == "PROPN":
        return head
    return next((c for c in head.children_by("appos") if c.pos == "PROPN"), head)


def is_afterthought(verb: Word, reporting: Container[str]) -> bool:
    """Whether a participle behind a comma goes on with the speaking and not with what is said."""
    if verb.tag != "VBG" or verb.lemma not in reporting or verb.index < verb.head.index:
        return False
    comma = [c for c in verb.head.children if c.dep == "punct" and c.index < verb.index]
    return bool(comma) and comma[-1].lower == "," and comma[-1].index == verb.index - 1


def _is_content(clause: Word) -> bool:
    marked = clause.dep in ("acl", "relcl") and clause.child("mark") is not None
    return marked or clause.dep == "ccomp"


def afterthoughts(extents: Extents, clause: Word) -> list[Range]:
    """What the speaker does while he speaks: "denied that X, calling it a lie"."""
    reporting = attribution_rules().verbs
    participles = (c for c in clause.children_by("advcl") if is_afterthought(c, reporting))
    return [extents.reach(participle) for participle in participles]


def _inherited_subject(verb: Word) -> Word | None:
    word = verb
    for above in islice(verb.ancestors(), _FARTHEST):
        if word.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN", "PRON"):
            return above if word.tag == "VBG" or word.dep == "relcl" else _holder_of(above)
        if word.dep == "xcomp":
            addressed = above.child("dobj", "dative")
            if addressed is not None and addressed.index < word.index:
                return addressed
        if _is_content(above) and is_afterthought(word, attribution_rules().verbs):
            word = above
            continue
        subject = _own_subject(above) or above.child("nsubjpass")
        if subject is not None:
            return None if subject.lower in _EXPLETIVE else subject
        word = above
    return None


def _holder_of(noun: Word) -> Word | None:
    """Whose the plan, offer or decision is that an infinitive describes."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    verb = noun.head if noun.dep == "dobj" else None
    return _own_subject(verb) if verb is not None else None


def noun_source(noun: Word) -> Word | None:
    """Whose report, claim or belief: possessor, "by" or "from" phrase, subject of a light verb."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    for preposition in noun.children_by("prep", "agent"):
        if preposition.lower in ("by", "from", "among"):
            return preposition.child("pobj")
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma in _LIGHT:
        return subject_of(verb)
    return None


_LIGHT = frozenset(
    {"make", "issue", "give", "have", "release", "hold", "express", "voice", "raise"}
)


def source_range(extents: Extents, head: Word, cue: Word) -> Range:
    """The whole phrase that names a source, up to the clause that the cue itself stands in."""
    first, last = extents.reach(head)
    for child in head.children:
        reach = extents.reach(child)
        if reach[0] <= cue.index <= reach[1]:
            first, last = (first, reach[0] - 1) if head.index < cue.index else (reach[1] + 1, last)
    first, last = _within_marks(extents, head, (min(first, head.index), max(last, head.index)))
    return extents.trim((first, last)) or (head.index, head.index)


def _within_marks(extents: Extents, head: Word, phrase: Range) -> Range:
    """The phrase without a dateline before its dash and without a quotation behind it."""
    first, last = max(phrase[0], head.index - _LONGEST), min(phrase[1], head.index + _LONGEST)
    dashes = [i for i in range(first, head.index) if extents.words[i].text in _DASHES]
    quotes = (i for i in range(head.index + 1, last + 1) if extents.words[i].text in _QUOTES)
    return (dashes[-1] + 1 if dashes else first), next(quotes, last + 1) - 1


_LONGEST = 40  # words on either side: no name is longer
_DASHES = frozenset({"—", "–", "--", "―"})


def _is_dated(child: Word) -> bool:
    """Whether a time hangs on the name by mistake: "the ministry on Sunday said"."""
    behind = child.child("pobj") if child.dep == "prep" else None
    return behind is not None and behind.entity in ("DATE", "TIME")


_QUOTES = frozenset({"“", '"', "``", "''"})


def name_range(extents: Extents, head: Word) -> Range:
    """The shortest phrase that still names the source: no apposition, no relative clause.

    Of several that speak together, all are named: "the UN, France and Ghana".
    """
    partners = _partners(head)
    first, last = extents.reach(head)
    for child in head.children:
        if (partners and child.dep in ("cc", "punct")) or child in partners:
            continue
        if child.index > head.index and (child.dep in _BREAKS or _is_dated(child)):
            last = min(last, extents.left[child.index] - 1)
        elif child.dep in _BREAKS:
            first = max(first, extents.right[child.index] + 1)
    phrase = _within_marks(extents, head, (min(first, head.index), max(last, head.index)))
    if partners:
        phrase = (phrase[0], name_range(extents, partners[-1])[1])
    while phrase[0] < head.index and extents.words[phrase[0]].pos in ("ADV", "SCONJ", "CCONJ"):
        phrase = (phrase[0] + 1, phrase[1])  # "Nevertheless aid workers"
    trimmed = extents.trim(phrase)
    return trimmed or (head.index, head.index)


def _partners(head: Word) -> list[Word]:
    """The names or nouns coordinated right after a source."""
    found = head.children_by("conj")
    return found if found and all(c.pos in ("NOUN", "PROPN") for c in found) else []
