"""The stage that fills in the places of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khaldun.coding.draft import Draft
from khaldun.coding.places.demonyms import countries_spoken_of
from khaldun.coding.places.finding import find_names
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.places.names import FoundName, Sign
from khaldun.coding.places.resolving import resolve
from khaldun.coding.syntax import Syntax, Word
from khaldun.gazetteer import GazetteerEntry, PlaceKind, fold_name, gazetteer
from khaldun.record import Place

NAME = "places.v1"
LONGEST_LINK = 5
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# "The Tripoli attack", "Libya's coast" name places whoever else they name.
_MODIFIERS = frozenset({"compound", "poss", "nmod", "amod", "appos"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A name with the place that it means, and the country that the text puts it in."""

    name: FoundName
    entry: GazetteerEntry | None
    within: str | None


def run(draft: Draft) -> Draft:
    """The draft with its places: what the text names as one, resolved by its context."""
    places = _places(draft, _mentions(draft))
    records = [_record(f"p{n}", mentions, draft.syntax) for n, mentions in enumerate(places, 1)]
    ids = {
        word.index: record.id
        for record, mentions in zip(records, places, strict=True)
        for mention in mentions
        for word in mention.name.words
    }
    return replace(draft, places=tuple(records), place_ids=dict(sorted(ids.items())))


def _mentions(draft: Draft) -> list[_Mention]:
    names = find_names(draft.syntax, [a.name for a in draft.actors if a.person])
    around = containers(names, draft.syntax)
    names = _transliterated(names, around)
    acting = [acts(draft, n) or _is_of_actor(draft, n) for n in names]
    entries = resolve(names, around, acting, countries_spoken_of(draft.syntax.words))
    following = [*entries[1:], None]
    return [
        _Mention(name=name, entry=entry, within=outer.country if outer and container else None)
        for name, entry, container, outer in zip(names, entries, around, following, strict=False)
    ]


def _transliterated(names: Sequence[FoundName], around: Sequence[str | None]) -> list[FoundName]:
    """Unknown names with the places of that sound in the region that the text puts them in."""
    found = list(names)
    for number, (name, container) in enumerate(zip(names, around, strict=True)):
        if container and not name.matches:
            regions = {
                (m.entry.country, m.entry.region)
                for m in names[number + 1].matches
                if m.entry.kind is PlaceKind.REGION
            }
            alike = tuple(
                match
                for country in sorted({c for c, _ in regions if c})
                for match in gazetteer().sounding_like(name.name, country)
                if (match.entry.country, match.entry.region) in regions
            )
            found[number] = replace(name, matches=alike)
    return found


def _places(draft: Draft, mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    """The mentions place by place, without states that the text only has acting."""
    places: dict[tuple[str, str], list[_Mention]] = {}
    for mention in mentions:
        places.setdefault(_identity(mention.name, mention.entry), []).append(mention)
    return [m for m in places.values() if not all(_is_state(draft, x.name, x.entry) for x in m)]


def containers(names: Sequence[FoundName], syntax: Syntax) -> list[str | None]:
    """For each name the folded name of the place that the text puts around it.

    "Tyler, Texas", "Goma (North Kivu)", "Kunduz in northern Afghanistan".
    """
    found: list[str | None] = []
    for number, name in enumerate(names):
        following = names[number + 1] if number + 1 < len(names) else None
        inside = following is not None and _encloses(syntax, name.words[-1], following)
        found.append(fold_name(following.name) if following and inside else None)
    return found


def _encloses(syntax: Syntax, last: Word, outer: FoundName) -> bool:
    """Whether the `outer` place is said to contain the one that ends in `last`."""
    first = outer.words[0]
    between = syntax.words[last.index + 1 : first.index]
    if not 1 <= len(between) <= LONGEST_LINK or last.sentence != first.sentence:
        return False
    lexicon = place_lexicon()
    links = {w.lower for w in between}
    content = {w for w in links if w not in lexicon.directions and w not in lexicon.kind_words}
    if "," in links:
        # A list is no containment: "Homs, Hama and Idlib", "Tripoli, Sirte, Sabha".
        return content <= {",", "in", "the"} and not (_is_listed(syntax, first) or _goes_on(outer))
    return ("in" in content and content <= {"in", "the", "of", "'s"}) or content == {"("}


def _goes_on(outer: FoundName) -> bool:
    """Whether something else begins with the name: "near Tripoli, the United States said"."""
    head = outer.head
    of_name = head.dep == "compound" and head.head.pos == "PROPN"
    return head.dep in _SUBJECTS or (of_name and head.head.lower not in place_lexicon().kind_words)


def _is_listed(syntax: Syntax, first: Word) -> bool:
    return first.dep == "conj"


def _is_state(draft: Draft, name: FoundName, entry: GazetteerEntry | None) -> bool:
    """Whether a country or capital stands for its state: "Libya rejected" names no place."""
    if entry is None or not (entry.kind is PlaceKind.COUNTRY or entry.capital):
        return False
    return acts(draft, name)


def acts(draft: Draft, name: FoundName) -> bool:
    """Whether a name stands for somebody who acts, and not for where something is."""
    head = name.head
    actor = head.index in draft.actor_ids and head.dep not in _MODIFIERS
    located = name.sign is Sign.LOCATED and head.dep != "nsubj"
    return actor and not located and not _is_taken(head)


def _is_of_actor(draft: Draft, name: FoundName) -> bool:
    """Whether it is the country of somebody, who may be anywhere: "U.S. forces"."""
    country = bool(name.matches) and name.matches[0].entry.kind is PlaceKind.COUNTRY
    head = name.head
    return country and head.dep in _MODIFIERS and head.head.index in draft.actor_ids


def _is_taken(head: Word) -> bool:
    """Whether a verb has the name as a place that it is done to: "bombed Serbia"."""
    lexicon = place_lexicon()
    done_to = head.dep in ("dobj", "nsubjpass")
    return done_to and head.head.lemma in lexicon.place_verbs | lexicon.territorial


def _identity(name: FoundName, entry: GazetteerEntry | None) -> tuple[str, str]:
    if entry is None:
        return "unknown", fold_name(name.name)
    return "known", f"{entry.geonames_id or entry.name}|{entry.latitude}|{entry.longitude}"


def _record(identifier: str, mentions: Sequence[_Mention], syntax: Syntax) -> Place:
    spans = tuple(syntax.span(m.name.words) for m in mentions)
    first, entry = mentions[0].name, mentions[0].entry
    if entry is None:
        kind = next((m.name.kind for m in mentions if m.name.kind), None)
        country = next((m.within for m in mentions if m.within), None)
        return Place(
            id=identifier,
            name=" ".join(first.name.split()),
            kind=kind and kind.value,
            country=country,
            mentions=spans,
        )
    return Place(
        id=identifier,
        name=_display(first, entry),
        kind=entry.kind.value,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        mentions=spans,
    )


def _display(name: FoundName, entry: GazetteerEntry) -> str:
    """Countries by their usual name, other places as the document spells them, if known so."""
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT):
        return entry.name
    known = any(m.entry == entry for m in gazetteer().matches(name.name))
    return " ".join(name.name.split()) if known else entry.name
