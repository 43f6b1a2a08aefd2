"""What the mention stage knows of a mention beyond its words."""

from dataclasses import dataclass, field
from enum import StrEnum

from khaldun.coding.draft import ActorMention
from khaldun.coding.mentions.nouns import ActorNoun
from khaldun.coding.syntax import Word
from khaldun.ontology.registry import RegistryEntry


class NameType(StrEnum):
    """What bears a name, one decision per name and document."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    PEOPLE = "people"
    PLACE = "place"
    THING = "thing"


_LINKERS = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMention(ActorMention):
    """A mention by name: the name itself, the title before it, and the registry's candidates.

    `title` is empty where there is none; `words` is the whole phrase, name and title included.
    """

    name: tuple[Word, ...]
    title: tuple[Word, ...] = ()
    type: NameType
    entries: tuple[RegistryEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NominalMention(ActorMention):
    """A mention by an actor noun, whose last word is `head` unless a noun only counts it."""

    noun: ActorNoun


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePiece:
    """A name as it stands in the text, before it is decided what bears it.

    `head` is the word through which it hangs in its sentence.
    """

    name: tuple[Word, ...]
    title: tuple[Word, ...] = ()
    entries: tuple[RegistryEntry, ...] = ()
    demonym: bool = False
    seat: bool = False
    head: Word = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", _head_of(self.name))

    @property
    def surface(self) -> str:
        """The name as it is written, hyphens tight."""
        return " ".join(w.text for w in self.name).replace(" - ", "-")

    @property
    def key(self) -> str:
        """The name in lower case, its words joined by single spaces."""
        return " ".join(w.lower for w in self.name)


def _head_of(name: tuple[Word, ...]) -> Word:
    """The word of a name that hangs on none of the others.

    The parser may cut a long name in two, as at the "and" of "Front for Change and Concord":
    then its first part is what the sentence speaks of.
    """
    if len(name) == 1:
        return name[0]
    outward = [w for w in name if w.is_root or w.head not in name]
    if not outward:
        return name[-1]
    linked = any(w.lower in _LINKERS for w in name)
    return outward[0] if linked else outward[-1]
