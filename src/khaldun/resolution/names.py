"""Names as they are compared: folded words, skeletons of transliterations, generic descriptions."""

import re
from functools import cache, lru_cache

from khaldun.data_files import load_data
from khaldun.ontology.registry import fold_name, registry
from khaldun.record import Actor

_BODY_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_PLURAL = re.compile(r"(?:[^s]s|men|people|police)$")
_NO_SURNAME = re.compile(r"(?:men|people|police)$")
_VOWELS = re.compile(r"[aeiouyw]")
_CACHED = 65_536
# Letters that transliterations of one sound exchange: Gaddafi and Qadhafi, Haftar and Hifter.
_SOUNDS = (
    ("ce", "se"), ("ci", "si"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"),
    ("ch", "s"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"), ("j", "g"),
    ("v", "f"), ("b", "p"),
)  # fmt: skip


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_data(__package__, "words")[name])


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name that tell it from others."""
    folded = fold_name(name).split()
    return tuple(w for w in folded if w not in _words("joining")) or tuple(folded)


@lru_cache(maxsize=_CACHED)
def skeleton(word: str) -> str:
    """The consonants of a folded word, one for each sound that transliterations exchange."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    first, rest = word[:1], _VOWELS.sub("", word[1:])
    bare = ("a" if _VOWELS.match(first) else first) + rest
    return "".join(c for i, c in enumerate(bare) if i == 0 or c != bare[i - 1])


def is_acronym(name: str) -> bool:
    """Whether the name is written as letters: GNA, LNA, M23."""
    bare = name.replace(".", "").replace("-", "")
    return 2 <= len(bare) <= 8 and bare.isalnum() and bare.isupper()


def initials(name: str) -> str:
    """The first letters of the words of a name, folded: "lna" of the Libyan National Army."""
    return "".join(word[0] for word in words_of(name))


@lru_cache(maxsize=_CACHED)
def _is_country_word(word: str) -> bool:
    known = registry()
    return (
        known.by_demonym(word) is not None
        or known.by_seat(word) is not None
        or any(entry.country and entry.kind in ("state", "territory") for entry in known.find(word))
    )


def is_generic(actor: Actor) -> bool:
    """Whether the description says of what kind somebody is and not who: "gunmen", "two officials".

    Such descriptions are never joined across documents, except where the country makes them
    the same body (see `state_body`).
    """
    if actor.registry_id is not None or state_body(actor) is not None:
        return False
    return not _is_named(actor)


def state_body(actor: Actor) -> str | None:
    """What a description is of its country's: "army" for "Syrian troops"; none for other actors.

    The country, a sector of the state and a noun that is not counted make it one body. The
    folded words that are left without those of the country name it.
    """
    if actor.country is None or actor.sector not in _BODY_SECTORS or actor.person:
        return None
    return _body(actor.name, actor.sector)


@lru_cache(maxsize=_CACHED)
def _body(name: str, sector: str) -> str | None:
    own = fold_name(name.replace("'s ", " ").replace("’s ", " ")).split()
    bare = [w for w in own if not _is_country_word(w) and w not in _words("joining")]
    if not bare or any(w in _words("counting") or w[0].isdigit() for w in own):
        return None
    kind = " ".join(bare)
    if sector == "MIL" and kind in _words("armed_forces"):
        return "army"
    plural = _PLURAL.search(bare[-1]) is not None
    return None if plural and sector != "COP" else " ".join(sorted(bare))


def _is_named(actor: Actor) -> bool:
    if is_acronym(actor.name):
        return True
    if actor.sector in _BODY_SECTORS and not actor.person and actor.country is None:
        return False
    return _names(actor.name, actor.person)


@lru_cache(maxsize=_CACHED)
def _names(name: str, person: bool) -> bool:
    """Whether words name somebody: two telling capitals, or one that stands alone."""
    capitals = [w for w in re.split(r"[\s\-/]+", name) if w[:1].isupper()]
    telling = [w for w in capitals if not _is_country_word(w) and not _is_title(w)]
    if len(telling) >= 2 and not _counted(name):
        return True
    return len(telling) == 1 and _names_alone(name, telling[0], person=person)


def _is_title(word: str) -> bool:
    return fold_name(word) in _words("titles")


def _names_alone(name: str, word: str, *, person: bool) -> bool:
    """Whether one capitalised word names; at the head of a line any noun has a capital."""
    if len(name.split()) > 1:
        return name.split()[0] != word and not _counted(name)
    folded = fold_name(word)
    if folded in _words("common") | _words("armed_forces") or _NO_SURNAME.search(folded):
        return False
    return person or _PLURAL.search(folded) is None


def _counted(name: str) -> bool:
    first = fold_name(name).split()[:1]
    return bool(first) and (first[0] in _words("counting") or first[0][0].isdigit())
