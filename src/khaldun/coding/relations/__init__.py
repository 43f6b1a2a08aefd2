"""Relations: who backs, leads, controls or opposes whom, and since or until when."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from khaldun.coding.actors import Membership, memberships
from khaldun.coding.attribution import attribution_of
from khaldun.coding.certainty import judged
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import ties
from khaldun.coding.mentions.nouns import is_plural
from khaldun.coding.relations.finding import (
    Found,
    Known,
    is_party,
    is_state,
    is_unnamed,
)
from khaldun.coding.relations.groups import group_relations
from khaldun.coding.relations.implied import implied_relations, joint_relations
from khaldun.coding.relations.joining import displaced, joined
from khaldun.coding.relations.modifiers import modifier_relations
from khaldun.coding.relations.nouns import noun_relations, words_at
from khaldun.coding.relations.phrases import phrase_relations
from khaldun.coding.relations.successions import inherited_relations, succession_relations
from khaldun.coding.relations.verbs import verb_relations
from khaldun.coding.syntax import Word
from khaldun.coding.when import when_of
from khaldun.ontology import registry
from khaldun.record import (
    Actor,
    Certainty,
    Factuality,
    Relation,
    RelationType,
    Status,
    When,
)

NAME = "relations.v1"

# "Syrian fighters" are no part of Syria; its ministries, courts and soldiers are.
_OF_BODIES = frozenset({RelationType.PART_OF, RelationType.MEMBER_OF, RelationType.LEADS})
_BODIES = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_ROOT = 5  # letters that a name and the adjective made of it share
_MOST_STEPS = 6  # words above a noun among which its verb stands
_BELIEVED = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)
_PRESUPPOSED = Certainty(value=Factuality.CERTAIN)


def run(draft: Draft) -> Draft:
    """Fill `relations`, in text order, one for each pair and type that a sentence states."""
    claimed = ((f, _claimed(draft, f)) for f in _all(draft))
    known = {actor.id: actor for actor in draft.actors}
    standing = joined(known, displaced((f, c) for f, c in claimed if c is not None))
    ordered = sorted(standing, key=lambda p: (p[0].trigger.index, p[0].type, p[0].subject))
    made = (_relation(draft, f, c, n) for n, (f, c) in enumerate(ordered, start=1))
    return replace(draft, relations=tuple(made))


def _claimed(draft: Draft, found: Found) -> Certainty | None:
    """How certain it is that the tie holds or does not hold; what is only planned is no tie."""
    if found.presupposed and found.claim is None:
        return _PRESUPPOSED
    certainty, status = judged(draft, found.claim or found.trigger)
    if certainty.value is Factuality.UNCOMMITTED:
        return None
    if found.claim is not None and certainty.value not in _BELIEVED:
        return None  # that it did not end, or begin, says nothing of whether it holds
    return certainty if status in (Status.HAPPENED, Status.ONGOING) else None


def _all(draft: Draft) -> Iterator[Found]:
    known = {actor.id: actor for actor in draft.actors}
    stated = tuple(verb_relations(draft, known))
    named = tuple(_within_state(known, found) for found in noun_relations(draft, known))
    members = tuple(_membership_relations(draft, known))
    every = chain(
        stated,
        joint_relations(stated),
        (_within_state(known, found) for found in succession_relations(draft, known)),
        inherited_relations(draft, known, (*stated, *named, *members)),
        named,
        modifier_relations(draft, known),
        phrase_relations(draft, known),
        group_relations(draft, known),
        implied_relations(draft),
        members,
    )
    yield from (found for found in every if _is_plausible(known, found))


def _is_plausible(known: Known, found: Found) -> bool:
    """Nobody leads or is part of a person, and a quartet that conquers a town does not hold it."""
    subject, target = known.get(found.subject), known.get(found.target)
    if target is not None and target.person and found.type in _OF_BODIES:
        return False
    if found.type in (RelationType.PART_OF, RelationType.MEMBER_OF):
        if target is None or _share_mention(subject, target):
            return target is None
        own = subject is None or not is_state(subject)
        return own or is_party(target) or not is_unnamed(target)  # "belongs to a company"
    if found.type is RelationType.CONTROLS and subject is not None and is_unnamed(subject):
        return is_party(subject)
    return True


def _share_mention(subject: Actor | None, target: Actor) -> bool:
    """Whether one phrase names both, side by side: "a coalition of Chadian and other troops"."""
    phrases = {(m.span.start, m.span.end) for m in target.mentions if not m.inferred}
    named = subject.mentions if subject is not None else ()
    return any((m.span.start, m.span.end) in phrases for m in named if not m.inferred)


def _membership_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations of titles, possessives and names: "Hamas's leader", "Russian army"."""
    for membership in memberships(draft):
        spelled = {w.lower for w in membership.words}
        if spelled & words("relations", "unreal") or not _is_told(draft, known, membership):
            continue
        yield Found(
            type=_kind(known, membership),
            subject=membership.subject,
            target=membership.target,
            trigger=membership.words[-1],
            entry="relations.membership",
            presupposed=True,
            ended=bool(spelled & words("relations", "past")),
        )


def _is_told(draft: Draft, known: Known, membership: Membership) -> bool:
    """Whether the words say so, and say more than where somebody is from."""
    subject, target = known[membership.subject], known[membership.target]
    body = subject.person or subject.sector in _BODIES or subject.registry_id is not None
    formation = _head(membership).lower in words("relations", "formations")
    organ = _head(membership).lemma.lower() in words("relations", "organs")
    own = (
        body or formation or (not is_state(target) and (organ or _is_of_a_body(_head(membership))))
    )
    if membership.kind is RelationType.PART_OF and not own:
        return False
    members = _head(membership).lemma in words("relations", "constituents")
    if (not members and _is_its_own(subject, target)) or (
        is_state(target) and _head(membership).lemma in words("relations", "private")
    ):
        return False
    roles = {w.lemma for w in membership.words if w.text[0].islower() or w.pos == "NOUN"}
    if roles & words("relations", "no_bodies") or _asks(membership) or _is_made(membership):
        return False
    # "pro-Assad forces" need not be his, nor "allied militias" the army's; but "Armed Forces" are.
    if any(w.lower in ties().prefixes or w.text in ties().modifiers for w in membership.words):
        owners = [i for w in _owners(membership) for i in draft.actor_ids.get(w.index, ())]
        if target.id not in owners:
            return False
    if subject.name.startswith(target.name) and _head(membership).lemma in words(
        "relations", "name_nouns"
    ):
        return False  # the "Haqqani" of the Haqqani network is nobody apart from it
    # "Tigrayan" alone says nothing of what Tigray is part of.
    adjectives = all(w.pos == "ADJ" for w in membership.words)
    return not adjectives and _named_beside(draft, target, membership)


def _is_its_own(subject: Actor, target: Actor) -> bool:
    """Whether the one is only named after the other, which is a people, region or town.

    The "Zaghawa Brigade" is no part of the Zaghawa, nor the "Benghazi government" of Benghazi.
    """
    named_after = subject.name.lower().startswith(target.name.lower()[:_ROOT])
    region = (target.registry_id or "territory-").startswith("territory-")
    inside = region and target.name[:1].isupper() and _is_inside(subject, target)
    return (inside or (named_after and region)) and not target.person and not subject.person


def _is_inside(subject: Actor, target: Actor) -> bool:
    """Whether the target is named nowhere but in the words for the subject."""
    spans = [m.span for m in subject.mentions]
    return all(
        any(s.start <= m.span.start and m.span.end <= s.end for s in spans) for m in target.mentions
    )


def _title(membership: Membership, office: str) -> Word:
    return next((w for w in membership.words if w.lower == office), _head(membership))


def _asks(membership: Membership) -> bool:
    """Whether it only leads on to the name: "whose leader is Hassan Nur"."""
    of_office = membership.kind is RelationType.MEMBER_OF or membership.title is not None
    return of_office and any(w.tag == "WP$" for w in _phrase(membership))


def _is_made(membership: Membership) -> bool:
    """Whether it only says what somebody is made: "named Hassan Nur as its governor"."""
    preposition = _head(membership).head
    if preposition.lower == "under" and _head(membership).lemma in ties().phrases:
        return True  # "under the leadership of Hassan Nur" says who leads, and is no body
    named = [*preposition.head.children_by("dobj", "oprd", "nsubjpass")]
    makes = preposition.head.lemma in words("relations", "regarding")
    return preposition.lower == "as" and makes and any(w.pos == "PROPN" for w in named)


def _head(membership: Membership) -> Word:
    return next(w for w in membership.words if w.is_root or w.head not in membership.words)


def _named_beside(draft: Draft, target: Actor, membership: Membership) -> bool:
    """Whether the words name the target; what only the registry knows is no record."""
    if _is_organ_beside_state(draft, target, membership):
        return True
    near = draft.syntax.span(_phrase(membership))
    adjectives = (registry().by_demonym(word.text) for word in membership.words)
    states = (e for e in adjectives if e is not None and e is registry().state(e.country or ""))
    if any(entry.country == target.country for entry in states):
        return True
    return any(m.span.start < near.end and near.start < m.span.end for m in target.mentions)


def _is_organ_beside_state(draft: Draft, target: Actor, membership: Membership) -> bool:
    """Whether the sentence has a state of whose organs it tells, and no other.

    "While the Ministry of Defense backs the general, Chad's economic ministries do not."
    """
    head = _head(membership)
    organs = words("relations", "organs")
    if head.lemma.lower() not in organs or not is_state(target):
        return False
    states = {a.id for a in draft.actors if _is_country(a)}
    sentence = draft.syntax.sentences[head.sentence].words
    spoken = {i for w in sentence for i in draft.actor_ids.get(w.index, ()) if i in states}
    owns = any(
        w.dep == "poss" and w.head.lemma in organs and target.id in draft.actor_ids.get(w.index, ())
        for w in sentence
    )
    return owns and spoken == {target.id}


def _is_country(actor: Actor) -> bool:
    entry = registry().state(actor.country or "")
    return entry is not None and actor.registry_id in (entry.id, entry.wikidata)


def _phrase(membership: Membership) -> list[Word]:
    """The words with what hangs on their head as its owner: "the ministry of defence of X"."""
    return [*membership.words, *_owners(membership)]


def _owners(membership: Membership) -> list[Word]:
    head = _head(membership)
    fields = [head, *words_at(head, "of")]
    owning = [p for f in fields for c in f.children_by("prep") for p in c.children_by("pobj")]
    return [*head.children_by("poss"), *owning]


def _is_of_a_body(noun: Word) -> bool:
    people = noun.lemma in words("relations", "own_people")
    return people or noun.lower in words("relations", "units")


def _kind(known: Known, membership: Membership) -> RelationType:
    office = (membership.title or "").lower().split()
    reigns = _head(membership).lemma in words("relations", "monarchs")
    if reigns and is_state(known[membership.target]):
        return RelationType.LEADS
    if membership.kind is RelationType.PART_OF and known[membership.subject].person:
        return RelationType.MEMBER_OF
    if membership.kind is not RelationType.LEADS or not office:
        return membership.kind
    if _is_one_of_several(known[membership.subject], _title(membership, office[-1])):
        return RelationType.MEMBER_OF
    return _rank(known, membership.target, office[-1])


def _within_state(known: Known, found: Found) -> Found:
    if found.type is not RelationType.LEADS:
        return found
    if _is_one_of_several(known[found.subject], found.trigger):
        return replace(found, type=RelationType.MEMBER_OF)
    return replace(found, type=_rank(known, found.target, found.trigger.lemma))


def _is_one_of_several(subject: Actor, noun: Word) -> bool:
    """Whether it is a deputy, a local leader, or "a commander" without a name."""
    beside = [c for c in noun.head.children if noun.index - 2 <= c.index < noun.index]
    before = {c.lower for c in (*noun.children, *beside)}
    counted = noun.dep == "pobj" and noun.head.lower in ("of", "among") and is_plural(noun)
    if counted or before & words("relations", "lesser"):
        return True
    return noun.lower in subject.name.lower() and not before.isdisjoint(("a", "an"))


def _rank(known: Known, target: str, office: str) -> RelationType:
    """A commander "of" a state does not lead it, its president does."""
    state = target in known and is_state(known[target])
    leads = not state or office in words("relations", "heads_of_state")
    return RelationType.LEADS if leads else RelationType.MEMBER_OF


def _relation(draft: Draft, found: Found, certainty: Certainty, number: int) -> Relation:
    return Relation(
        id=f"l{number}",
        type=found.type,
        subject=found.subject,
        target=found.target,
        means=found.means,
        when=_when(draft, found),
        certainty=certainty,
        attribution=attribution_of(draft, found.trigger),
        evidence=draft.syntax.sentence_span(found.trigger),
        rule=f"{NAME}:{_entry(found)}",
    )


def _entry(found: Found) -> str:
    """The lexicon entry; what says that a tie is over is told by "break" at its end."""
    told = not found.ended or found.entry.rpartition(".")[2].startswith("break")
    return found.entry if told else f"{found.entry}.break"


def _when(draft: Draft, found: Found) -> When:
    """When the tie holds: a broken one until then, one that begins from then on."""
    when = when_of(draft, _emerging(found.trigger) or found.trigger)
    if found.ended:
        return replace(when, earliest=None)
    begun = found.begins and when.earliest is not None
    return replace(when, latest=None) if begun or _is_open(draft, when) else when


def _emerging(trigger: Word) -> Word | None:
    """The verb that says when it was heard of: "reports of troops on the ground emerged"."""
    for ancestor in islice(trigger.ancestors(), _MOST_STEPS):
        if ancestor.pos == "VERB":
            return ancestor if ancestor.lemma in words("relations", "emerging") else None
        if ancestor.dep == "nsubj" and ancestor.lemma not in words("relations", "reports"):
            return None
    return None


def _is_open(draft: Draft, when: When) -> bool:
    """Whether it has held "since" a day: that it is reported by then is no end of it."""
    if when.time is None:
        return False
    time = next((t for t in draft.times if t.id == when.time), None)
    return time is not None and time.earliest is not None and time.latest is None
