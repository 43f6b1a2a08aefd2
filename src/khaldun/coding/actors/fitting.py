"""Whether a noun phrase can speak of an actor: number, kind, sector, modifiers."""

from khaldun.coding.actors.model import Cluster
from khaldun.coding.mentions import NameType, NominalMention
from khaldun.coding.mentions.nouns import (
    PERSONAL,
    ActorNoun,
    NounKind,
    is_plural,
    lexicon,
    singular,
)
from khaldun.coding.syntax import Word

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
STATE_WORDS = frozenset({"country", "nation", "state", "kingdom", "republic", "neighbour"})
_POWERS = frozenset({"ally", "power", "superpower", "neighbor", "partner"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "other", "several", "many", "any", "no"})
_NO_SIDES = frozenset({"MED", "NGO", "IGO", "CVL", "REF", "EDU", "BUS", "JUD", "PRM", "LEG"})


def definite(mention: NominalMention) -> bool:
    """Whether the phrase points back: "the", "this", "both", a possessive pronoun."""
    first = mention.words[0]
    return first.lower in DEFINITE or first.tag == "PRP$"


def bare_plural(mention: NominalMention) -> bool:
    """Whether it is a plural that nothing counts: "rebels"."""
    return is_plural(mention.head) and not counted(mention)


def counted(mention: NominalMention) -> bool:
    """Whether the phrase brings somebody new: a number, "a", "another"."""
    numbered = any(w.pos == "NUM" or w.dep == "quantmod" for w in mention.words)
    head = mention.head
    listed = head.dep == "conj" and head.head.child("nummod") is not None
    bare = listed and head.child("det", "poss") is None  # "twenty officers and soldiers"
    return numbered or bare or mention.words[0].lower in _INDEFINITE


def marks(mention: NominalMention) -> frozenset[str]:
    """The words that tell the phrase apart: its adjectives and nouns before the head."""
    return frozenset(
        c.lower
        for c in mention.head.children
        if c.dep in ("amod", "compound", "nmod")
        and mention.words[0].index <= c.index < mention.head.index
        and c.text != "-"
        and c.lower != "same"
    )


def plain(mention: NominalMention) -> bool:
    """Whether nothing but who backs it tells the phrase apart: "the Iran-aligned movement"."""
    return all(lexicon().has("alignments", word) for word in marks(mention))


def many(head: Word) -> bool:
    """Whether the noun is a plural, or one word for many persons."""
    return is_plural(head) or lexicon().has("collective_nouns", head.lemma)


def fits(mention: NominalMention, cluster: Cluster) -> bool:
    """Whether a phrase that points back can mean this actor."""
    lemma, plural = singular(mention.head), many(mention.head)
    if cluster.person and cluster.names and not mention.noun.is_any(PERSONAL):
        return False
    if cluster.person and " " in mention.noun.phrase and mention.noun.phrase in cluster.nouns:
        return not plural
    sectors = lexicon().anaphors.get(lemma)
    if sectors and cluster.names and cluster.sector and cluster.sector not in sectors:
        return False  # "the army" is no rebel army, whatever its name
    members = cluster.type is NameType.BODY and bool(cluster.names) and _are_members(mention)
    if lexicon().has("state_bodies", lemma) and _is_less(cluster):
        return False  # "is raising an army of deserters … the army": the state's, known to all
    if _fellows(lemma) & cluster.nouns and (plural == cluster.plural or members):
        return marks(mention) <= cluster.marks
    if members and lemma in cluster.marks:
        return True  # "a jihadist group … the jihadists"
    if plural or not definite(mention) or not plain(mention):
        return False
    return _fits_generally(lemma, cluster)


def _fellows(lemma: str) -> frozenset[str]:
    """The noun, and those by which writers vary it: the "magistrate" is the judge of before."""
    return lexicon().fellows.get(lemma, frozenset()) | {lemma}


def _is_less(cluster: Cluster) -> bool:
    """Whether it is no body of the state as a whole: one brought in with "a", or a brigade."""
    if not cluster.names:
        return _introduced(cluster)
    if "special" in cluster.fullest.lower().split():
        return True
    return lexicon().has("military_units", cluster.fullest.rpartition(" ")[2].lower())


def _are_members(mention: NominalMention) -> bool:
    return plain(mention) and mention.noun.is_any((NounKind.MEMBERS,)) and definite(mention)


def _fits_generally(lemma: str, cluster: Cluster) -> bool:
    if lexicon().has("generic_persons", lemma):
        return cluster.person and _same_gender(lemma, cluster) and _of_such(lemma, cluster)
    sectors = lexicon().anaphors.get(lemma, frozenset())
    return cluster.type is NameType.BODY and bool(cluster.names) and cluster.sector in sectors


def fits_pair(noun: ActorNoun, cluster: Cluster) -> bool:
    """Whether an actor can be one of "the two sides", "both countries", "the two leaders"."""
    if noun.is_any(PERSONAL) and not noun.is_any((NounKind.REFERENCE,)):
        return cluster.person
    if noun.phrase in STATE_WORDS | _POWERS:
        return cluster.type is NameType.STATE
    if noun.phrase == "government":
        return cluster.type is NameType.STATE or cluster.sector == "GOV"
    pointed_at = bool(cluster.names) or not _introduced(cluster)
    return cluster.type is NameType.BODY and pointed_at and cluster.sector not in _NO_SIDES


def may_be(mention: NominalMention, cluster: Cluster) -> bool:
    """Whether the noun can be said of the actor in apposition: offices of persons alone."""
    if mention.noun.is_any((NounKind.REFERENCE,)):
        return True
    if cluster.type is NameType.STATE:
        return lexicon().has("state_nouns", singular(mention.head))
    if cluster.person:
        return mention.noun.is_any(PERSONAL) and not is_plural(mention.head)
    members = NounKind.MEMBERS in mention.noun.kinds and is_plural(mention.head)
    return members or NounKind.BODY in mention.noun.kinds


def holds(cluster: Cluster, mention: NominalMention) -> bool:
    """Whether the person's titles fit the office; a "leader" may be a president or a king."""
    lemma = singular(mention.head)
    if lemma == "leader":
        return any(lexicon().has("leading_offices", noun) for noun in cluster.nouns)
    qualified = {w.lower for w in mention.words} & {"foreign", "prime", "defence", "defense"}
    return lemma in cluster.nouns and qualified <= cluster.nouns | {lemma}


def only_refers(mention: NominalMention) -> bool:
    """Whether the noun only points at somebody, so that alone it names nobody."""
    alone = not marks(mention) or not is_plural(mention.head)
    return mention.noun.kinds[0] is NounKind.REFERENCE and (alone or counted(mention))


def military(mention: NominalMention) -> bool:
    """Whether, with a state's name, the phrase is that state's military: "Syrian troops"."""
    lemma = singular(mention.head)
    few = len(marks(mention)) < 2 and not counted(mention)
    return few and lexicon().has("military_nouns", lemma)


def _introduced(cluster: Cluster) -> bool:
    first = cluster.joined[0].mention
    return isinstance(first, NominalMention) and counted(first)


def _of_such(lemma: str, cluster: Cluster) -> bool:
    """Whether somebody of that sector is called so: no president is "the suspect"."""
    sector = cluster.sector
    if lemma in ("man", "woman", "boy", "girl"):
        return True
    if lemma == "politician":
        return sector in (None, "GOV", "LEG", "OPP", "PAR")
    noun = lexicon().nouns.get(lemma)
    return sector in (None, "CVL", "REB", "UAF", "CRM") or (
        noun is not None and sector in noun.sectors
    )


def _same_gender(lemma: str, cluster: Cluster) -> bool:
    words = lexicon()
    other = "female" if words.has("male_titles", lemma) else "male"
    gendered = words.has("male_titles", lemma) or words.has("female_titles", lemma)
    return not (gendered and cluster.gender == other)
