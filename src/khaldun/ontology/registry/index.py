"""The registry: entries, and the look-ups into them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from khaldun.errors import OntologyError
from khaldun.ontology.registry.model import RegistryEntry, RegistryKind
from khaldun.ontology.registry.names import as_written, fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name, demonym or seat as a file writes it, with the rule of choice.

    `weak`: gives way to an entry that has the same label without this mark.
    `exact`: is only meant in just these capitals ("US", never "us").
    """

    text: str
    weak: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An entry with its labels and the place where it stands, for messages.

    `layer` is 0 for what ships with Khaldun, and higher for a user's files: they win.
    """

    entry: RegistryEntry
    origin: str
    names: tuple[Label, ...]
    demonyms: tuple[Label, ...] = ()
    seats: tuple[Label, ...] = ()
    layer: int = 0


class _Candidate(NamedTuple):
    order: int
    listing: Listing
    label: Label

    @property
    def rank(self) -> tuple[bool, int, bool, int]:
        """Sorts the best first: not weak, of the user, in its own capitals, first in the file."""
        return (self.label.weak, -self.listing.layer, not self.label.exact, self.order)


_Index = dict[str, tuple[_Candidate, ...]]


class Registry:
    """Actors known by name, with look-ups that do not mind case, marks and apostrophes."""

    def __init__(self, listings: Iterable[Listing], *, version: str) -> None:
        self.version = version
        self.listings = tuple(listings)
        self._by_id = {listing.entry.id: listing.entry for listing in self.listings}
        self._names = _index(self.listings, lambda listing: listing.names)
        self._demonyms = _index(self.listings, lambda listing: listing.demonyms)
        self._seats = _index(self.listings, lambda listing: listing.seats)
        self._states = _states(self._by_id.values())
        _check_references(self.listings, self._by_id)

    def __iter__(self) -> Iterator[RegistryEntry]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, entry_id: str) -> RegistryEntry | None:
        """The entry with this id."""
        return self._by_id.get(entry_id)

    def find(self, name: str) -> tuple[RegistryEntry, ...]:
        """The entries that have this name or alias, best first."""
        return _look_up(self._names, name)

    def by_demonym(self, word: str) -> RegistryEntry | None:
        """The state, territory or people of which "Turkish", "Turk" or "Turks" speaks."""
        return next(iter(_look_up(self._demonyms, word)), None)

    def by_seat(self, word: str) -> RegistryEntry | None:
        """The body for which a capital, palace or street stands: "Moscow", "the Kremlin"."""
        return next(iter(_look_up(self._seats, word)), None)

    def state(self, iso3: str) -> RegistryEntry | None:
        """The state or territory with this ISO 3166-1 alpha-3 code."""
        return self._states.get(iso3.upper())


def _look_up(index: _Index, text: str) -> tuple[RegistryEntry, ...]:
    candidates = index.get(fold_name(text))
    if candidates is None:
        return ()
    found = {
        c.listing.entry.id: c.listing.entry
        for c in candidates
        if not c.label.exact or as_written(c.label.text) == as_written(text)
    }
    return tuple(found.values())


def _index(listings: Iterable[Listing], labels: Callable[[Listing], tuple[Label, ...]]) -> _Index:
    index: dict[str, list[_Candidate]] = {}
    for order, listing in enumerate(listings):
        for label in labels(listing):
            candidates = index.setdefault(fold_name(label.text), [])
            candidates.append(_Candidate(order, listing, label))
    return {key: _in_order(candidates) for key, candidates in index.items()}


def _in_order(candidates: list[_Candidate]) -> tuple[_Candidate, ...]:
    if len(candidates) == 1:
        return tuple(candidates)
    ordered = tuple(sorted(candidates, key=lambda candidate: candidate.rank))
    _check_choice(ordered)
    return ordered


def _check_choice(candidates: Iterable[_Candidate]) -> None:
    claims: dict[tuple[int, str], _Candidate] = {}
    for candidate in candidates:
        label = candidate.label
        if not label.weak:
            claim = (candidate.listing.layer, as_written(label.text) if label.exact else "")
            other = claims.setdefault(claim, candidate)
            if other.listing.entry.id != candidate.listing.entry.id:
                _raise_duplicate(other, candidate)


def _raise_duplicate(first: _Candidate, second: _Candidate) -> None:
    raise OntologyError(
        f"{second.listing.origin}: entry {second.listing.entry.id}: {second.label.text!r} is also "
        f"a name of {first.listing.entry.id} ({first.listing.origin}); mark the one that gives "
        "way with a trailing ~"
    )


def _states(entries: Iterable[RegistryEntry]) -> dict[str, RegistryEntry]:
    states: dict[str, RegistryEntry] = {}
    for entry in entries:
        if entry.country and entry.id == f"{entry.kind.value}-{entry.country.lower()}":
            states[entry.country] = entry
        elif entry.country and entry.kind is RegistryKind.STATE:
            states.setdefault(entry.country, entry)
    return states


def _check_references(listings: Iterable[Listing], known: dict[str, RegistryEntry]) -> None:
    for listing in listings:
        entry = listing.entry
        targets = [office.of for office in entry.offices] + [m.of for m in entry.memberships]
        for target in (*targets, *([entry.parent] if entry.parent else ())):
            if target not in known:
                raise OntologyError(
                    f"{listing.origin}: entry {entry.id}: no entry has the id {target!r}"
                )
