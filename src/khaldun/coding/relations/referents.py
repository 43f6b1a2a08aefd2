"""Whom a noun speaks of: its apposition, its subject, whom it is said of."""

from khaldun.coding.lexicon.loading import words
from khaldun.coding.mentions.nouns import is_plural
from khaldun.coding.predicates import subject_of
from khaldun.coding.predicates.companions import added_on
from khaldun.coding.syntax import Word


def referents_of(noun: Word) -> list[Word]:
    """Who the noun speaks of: its apposition, what it is in apposition to, its subject, itself."""
    top = _counted(noun)
    found = top.children_by("appos")
    if top.dep == "appos":
        found.append(_nearest(top))
    if top.dep == "attr":
        subject = subject_of(top.head)
        found.extend([subject] if subject is not None else [])
    if top.dep == "nsubj" and top.head.lemma in words("relations", "listing"):
        found.extend(top.head.children_by("dobj"))
    if top.dep == "nsubj" and top.head.lemma == "be":
        named = (c for c in top.head.children_by("attr"))
        found.extend(c for c in named if c.pos == "PROPN" or is_plural(top))
    if noun.dep == "compound" and noun.head.pos == "PROPN":
        found.append(noun.head)
    found.extend(_described_as(top))
    if is_plural(noun):
        found.extend(_listed_after(noun))
    return found or _named_before(noun) or [noun]


def _nearest(apposition: Word) -> Word:
    """What stands before it last of a list: "Chad and Niger, an ally of France"."""
    listed = (w for w in apposition.head.conjuncts() if w.index < apposition.index)
    beside = [apposition.head] if is_plural(apposition) else [apposition.head, *listed]
    return max(beside, key=lambda w: w.index)


def _listed_after(noun: Word) -> list[Word]:
    """Whom a plural goes on to name: "its allies, Uganda and Burundi", "allies such as Chad"."""
    named = noun.children_by("conj") if noun.child("cc") is None else []
    examples = [
        p for c in noun.children_by("prep") if gives_examples(c) for p in c.children_by("pobj")
    ]
    return [w for w in (*named, *examples) if "PROPN" in (w.pos, *(c.pos for c in w.children))]


def gives_examples(preposition: Word) -> bool:
    """Whether it is "including", or the "as" of "such as"."""
    such = preposition.lower == "as" and any(c.lower == "such" for c in preposition.children)
    return such or preposition.lower in words("relations", "including")


def _among(verb: Word) -> list[Word]:
    """Who is, or is counted, among them."""
    counted = verb.child("dobj")
    among = counted or subject_of(verb) or verb.child("attr", "acomp")
    counts = verb.lemma == "be" or verb.lemma in words("relations", "counting")
    return [among] if counts and among is not None else []


def regarders_of(noun: Word) -> list[Word]:
    """Who takes somebody for it: "Chad regards Niger as an ally"."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "as" else noun.head
    regards = verb.lemma in words("relations", "regarding") and verb.child("dobj") is not None
    subject = subject_of(verb) if regards else None
    return [] if subject is None else [subject]


def fellows_of(noun: Word) -> list[Word]:
    """Who was one before: "another backer to his coalition, which included Chad"."""
    clause = next((c for g in group_joined(noun) for c in g.children_by("relcl")), None)
    listing = clause is not None and clause.lemma in words("relations", "listing")
    return clause.children_by("dobj") if clause is not None and listing else []


def group_joined(noun: Word) -> list[Word]:
    """The group that "another" such is added to."""
    article = noun.child("det")
    if noun.dep != "dobj" or article is None or article.lower != "another":
        return []
    behind = (c for w in (noun.head, noun) for c in w.children_by("prep"))
    return [p for c in behind if c.lower in ("to", "into") for p in c.children_by("pobj")]


def _described_as(noun: Word) -> list[Word]:
    """Who is said to be it: "named as a founder", "served as commander"; and their company."""
    verb = noun.head.head
    if noun.dep == "pobj" and noun.head.lower == "among" and verb.pos in ("VERB", "AUX"):
        return _among(verb)
    if noun.dep == "pobj" and noun.head.lower == "as" and verb.pos == "PROPN":
        return [verb]  # "Hassan Nur, as leader of the Tigers, signed"
    if noun.dep in ("oprd", "attr") and noun.head.lemma in words("relations", "regarding"):
        regarded = subject_of(noun.head)
        return [] if regarded is None else [regarded]
    if noun.dep != "pobj" or noun.head.lower != "as" or verb.pos != "VERB":
        return []
    regarded = verb.child("dobj") if verb.lemma in words("relations", "regarding") else None
    done_to = _done_to(verb, noun)
    if done_to is not None:
        return [done_to]
    described = regarded or verb.child("nsubjpass", "nsubj")
    return [] if described is None else [described, *company_of(described), *company_of(verb)]


def _done_to(verb: Word, noun: Word) -> Word | None:
    """Whom a verb has before "as": "identified the attackers as", not "gained notice as"."""
    found = verb.child("dobj")
    if found is None or found.index > noun.index or verb.lemma in words("relations", "serving"):
        return None
    return found if found.pos in ("PROPN", "PRON") or is_plural(found) else None


def company_of(word: Word) -> list[Word]:
    """Who goes along: "Chad, together with Niger", "alongside French troops"."""
    beside = (c for c in word.children_by("prep") if c.lower == "alongside")
    return [*added_on(word), *(p for c in beside for p in c.children_by("pobj"))]


def _counted(noun: Word) -> Word:
    """What counts the noun, where something does: "one of the founders"."""
    counts = noun.dep == "pobj" and noun.head.lower == "of"
    above = noun.head.head
    return above if counts and above.lemma in words("light", "transparent_nouns") else noun


def _named_before(noun: Word) -> list[Word]:
    """The name between a possessor and the noun: "its Hezbollah allies"."""
    return noun.children_by("compound", "nmod") if noun.child("poss") is not None else []
