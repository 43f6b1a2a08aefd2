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
    """A name as it stands in the text, before it is decided what bears it."""

    name: tuple[Word, ...]
    title: tuple[Word, ...] = ()
    entries: tuple[RegistryEntry, ...] = ()
    demonym: bool = False
    seat: bool = False

    @property
    def head(self) -> Word:
        """The word through which the name hangs in its sentence.

        The parser may cut a long name in two, as at the "and" of "Front for Change and Concord":
        then its first part is what the sentence speaks of.
        """
        if len(self.name) == 1:
            return self.name[0]
        inside = {w.index for w in self.name}
        outward = [w for w in self.name if w.is_root or w.head.index not in inside]
        if not outward:
            return self.name[-1]
        linked = any(w.lower in _LINKERS for w in self.name)
        return outward[0] if linked else outward[-1]

    @property
    def surface(self) -> str:
        """The name as it is written, hyphens tight."""
        return " ".join(w.text for w in self.name).replace(" - ", "-")

    @property
    def key(self) -> str:
        """The name in lower case, its words joined by single spaces."""
        return " ".join(w.lower for w in self.name)
