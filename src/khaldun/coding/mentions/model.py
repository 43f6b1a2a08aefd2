"""What the mention stage knows of a mention beyond its words."""

from dataclasses import dataclass
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
    """A name as it stands in the text, before it is decided what bears it."""

    name: tuple[Word, ...]
    title: tuple[Word, ...] = ()
    entries: tuple[RegistryEntry, ...] = ()
    demonym: bool = False
    seat: bool = False

    @property
    def head(self) -> Word:
        """The word through which the name hangs in its sentence."""
        inside = {w.index for w in self.name}
        outward = [w for w in self.name if w.is_root or w.head.index not in inside]
        return outward[-1] if outward else self.name[-1]

    @property
    def key(self) -> str:
        """The name in lower case, its words joined by single spaces."""
        return " ".join(w.lower for w in self.name)
