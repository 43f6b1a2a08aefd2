"""What act a forecast is about, whatever the announcement of it counts as."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from khaldun.coding.draft import Draft, Event
from khaldun.coding.forecasts.tense import is_thing
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.syntax import Word
from khaldun.record import EventType

# What the manual makes of an act that is still to come.
_ANNOUNCED = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.THREATEN})


def act_of(event: Event) -> EventType:
    """The type of the event's sense, as it is where the act has come."""
    return _types().get(event.entry, event.type)


def _foretold(event: Event) -> EventType | None:
    """The type of the act that is foretold, which events of that type can fulfil.

    None where it is foretold that nothing comes.
    """
    if event.future and event.type is EventType.REJECT:
        return None
    return act_of(event) if event.future and event.type in _ANNOUNCED else event.type


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The acts of a document: those told, by the index of their word, and those governed.

    A governed act is told by the word that asks for it or expects it, by where that word starts.
    """

    told: Mapping[int, EventType | None]
    governed: Mapping[int, EventType]

    @classmethod
    def of(cls, draft: Draft) -> "Acts":
        """The acts of all events, also of those that were let go."""
        entries = [(d.span.start, d.entry) for d in draft.dropped]
        entries += [(e.trigger.start, e.entry) for e in draft.events]
        parts = ((start, *entry.partition(">")[1:]) for start, entry in entries)
        return cls(
            told={event.trigger.index: _foretold(event) for event in draft.events},
            governed={start: _types()[act] for start, by, act in parts if by and act in _types()},
        )

    def foretold_in(
        self, statement: Iterable[Word], head: Word, cue: Iterable[Word]
    ) -> EventType | None:
        """The type of the act that the cue governs, or else of that nearest to the head.

        Where none has parties, that of the noun that names what comes: "a clash is likely".
        """
        governed = [self.governed[w.start] for w in cue if w.start in self.governed]
        if governed:
            return governed[0]
        told = [w for w in statement if w.index in self.told and w not in cue]
        steps = [(_steps(w, head), w.index) for w in told if not _is_aside(w, head)]
        if steps:
            return self.told[min(steps)[1]]
        named = (_type_of_noun(noun) for noun in _what_comes(head))
        return next((t for t in named if t is not None), None)


def _steps(word: Word, head: Word) -> int:
    """How far a word stands below the head."""
    above = (word, *word.ancestors())
    return next((n for n, w in enumerate(above) if w is head), len(above))


def _is_aside(word: Word, head: Word) -> bool:
    """Whether it is only told of something that is spoken of: "the court, which may convict X"."""
    below = takewhile(lambda w: w is not head, (word, *word.ancestors()))
    return any(w.dep == "relcl" for w in below)


def _what_comes(head: Word) -> Iterator[Word]:
    """The nouns of a clause that say what takes place in it, if it takes place."""
    if is_thing(head):
        yield head
    below = [x for w in (head, *head.children_by("acomp")) for x in w.children_by("xcomp")]
    for verb in (head, *below):
        if verb.lemma == "be" or verb.lemma in _occurring():
            yield from head.children_by("nsubj", "nsubjpass", "attr")
        elif verb.lemma in words("certainty", "light_verbs") | words("forecasts", "setting_off"):
            yield from verb.children_by("dobj")


def _type_of_noun(noun: Word) -> EventType | None:
    """The type of a noun that needs nothing beside it to mean an act."""
    known = senses().nouns.get(noun.lemma, ()) if noun.tag in ("NN", "NNS") else ()
    return next((s.type for s in known if s.type is not None and not s.conditions), None)


@cache
def _occurring() -> frozenset[str]:
    return words("certainty", "occurrence_verbs") | words(
        "certainty", "indefinite_occurrence_verbs"
    )


@cache
def _types() -> Mapping[str, EventType]:
    return {sense.id: sense.type for sense in senses().examples if sense.type is not None}
