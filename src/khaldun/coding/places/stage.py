"""The stage that fills in the places of a draft."""

from collections.abc import Sequence
from dataclasses import replace

from khaldun.coding.draft import Draft
from khaldun.coding.places.finding import find_names
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.places.names import FoundName, Sign
from khaldun.coding.places.resolving import resolve
from khaldun.coding.syntax import Syntax, Word
from khaldun.gazetteer import GazetteerEntry, PlaceKind, fold_name, gazetteer
from khaldun.record import Place

NAME = "places.v1"
LONGEST_LINK = 5
# "The Tripoli attack", "Libya's coast" name places whoever else they name.
_MODIFIERS = frozenset({"compound", "poss", "nmod", "amod", "appos"})


def run(draft: Draft) -> Draft:
    """The draft with its places: what the text names as one, resolved by its context."""
    names = find_names(draft.syntax, [a.name for a in draft.actors if a.person])
    entries = resolve(names, containers(names, draft.syntax))
    places: dict[tuple[str, str], list[int]] = {}
    for number, (name, entry) in enumerate(zip(names, entries, strict=True)):
        places.setdefault(_identity(name, entry), []).append(number)
    acting = [_is_state(draft, n, e) for n, e in zip(names, entries, strict=True)]
    places = {k: m for k, m in places.items() if not all(acting[i] for i in m)}
    records, ids = [], {}
    for number, members in enumerate(places.values(), start=1):
        chosen = [names[i] for i in members]
        record = _record(f"p{number}", chosen, entries[members[0]], draft.syntax)
        records.append(record)
        ids.update({w.index: record.id for name in chosen for w in name.words})
    return replace(draft, places=tuple(records), place_ids=dict(sorted(ids.items())))


def containers(names: Sequence[FoundName], syntax: Syntax) -> list[str | None]:
    """For each name the folded name of the place that the text puts around it.

    "Tyler, Texas", "Goma (North Kivu)", "Kunduz in northern Afghanistan".
    """
    found: list[str | None] = []
    for number, name in enumerate(names):
        following = names[number + 1] if number + 1 < len(names) else None
        inside = following is not None and _encloses(syntax, name.words[-1], following.words[0])
        found.append(fold_name(following.name) if following and inside else None)
    return found


def _encloses(syntax: Syntax, last: Word, first: Word) -> bool:
    """Whether the place that starts with `first` is said to contain the one before it."""
    between = syntax.words[last.index + 1 : first.index]
    if not 1 <= len(between) <= LONGEST_LINK or last.sentence != first.sentence:
        return False
    lexicon = place_lexicon()
    links = {w.lower for w in between}
    content = {w for w in links if w not in lexicon.directions and w not in lexicon.kind_words}
    if between[0].text == ",":
        # A list is no containment: "Homs, Hama and Idlib", "Tripoli, Sirte, Sabha".
        return content <= {",", "in", "the"} and not _is_listed(syntax, first)
    return ("in" in content and content <= {"in", "the", "of", "'s"}) or content == {"("}


def _is_listed(syntax: Syntax, first: Word) -> bool:
    return first.dep == "conj"


def _is_state(draft: Draft, name: FoundName, entry: GazetteerEntry | None) -> bool:
    """Whether a country or capital stands for its state: "Libya rejected" names no place."""
    if entry is None or not (entry.kind is PlaceKind.COUNTRY or entry.capital):
        return False
    head = name.head
    acts = head.index in draft.actor_ids and head.dep not in _MODIFIERS
    return acts and name.sign is not Sign.LOCATED


def _identity(name: FoundName, entry: GazetteerEntry | None) -> tuple[str, str]:
    if entry is None:
        return "unknown", fold_name(name.name)
    return "known", f"{entry.geonames_id or entry.name}|{entry.latitude}|{entry.longitude}"


def _record(
    identifier: str, names: Sequence[FoundName], entry: GazetteerEntry | None, syntax: Syntax
) -> Place:
    mentions = tuple(syntax.span(n.words) for n in names)
    if entry is None:
        kind = next((n.kind for n in names if n.kind), None)
        return Place(id=identifier, name=names[0].name, kind=kind and kind.value, mentions=mentions)
    return Place(
        id=identifier,
        name=_display(names[0], entry),
        kind=entry.kind.value,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        mentions=mentions,
    )


def _display(name: FoundName, entry: GazetteerEntry) -> str:
    """Countries by their usual name, other places as the document spells them."""
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT):
        return entry.name
    known = any(m.entry == entry for m in gazetteer().matches(name.name))
    return " ".join(name.name.split()) if known else entry.name
