from dataclasses import replace

import numpy as np
import pytest

from benchmarks.clusters import Kind, Scheme, coreference_tally, kind_of, of_actors
from benchmarks.scoring import conll_f1
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import parse
from khaldun.record import Actor, Document, Mention, Place, Span

EVERYTHING = Scheme(unmarked=frozenset())
NOT_BEFORE_NOUNS = Scheme(unmarked=frozenset({Kind.ADJECTIVE, Kind.MODIFIER, Kind.RELATIVE}))


def _draft(text: str, *actors: tuple[str, ...]) -> Draft:
    document = Document(id="1", text=text, language="en")
    made = tuple(
        Actor(
            id=f"a{n}", name=quotes[0], mentions=tuple(Mention(span=_at(text, q)) for q in quotes)
        )
        for n, quotes in enumerate(actors)
    )
    return Draft(document=document, syntax=parse(document), actors=made)


def _at(text: str, quote: str) -> Span:
    return Span.of(text, text.index(quote), text.index(quote) + len(quote))


def _gold(text: str, *quotes: str) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in (_at(text, q) for q in quotes)]


def _f1(draft: Draft, wanted: list[list[tuple[int, int]]], scheme: Scheme) -> float:
    return _scored(coreference_tally(draft, wanted, [], scheme))


def _scored(tally: tuple[float, ...]) -> float:
    return float(conll_f1(np.array(tally)))


def test_mentions_with_the_same_head_are_the_same() -> None:
    text = "General Omar Said, who led the long siege of the town, resigned. He left."
    draft = _draft(text, ("General Omar Said", "He"))
    long = "General Omar Said, who led the long siege of the town"
    assert _f1(draft, [_gold(text, long, "He")], EVERYTHING) == pytest.approx(1.0)


def test_mentions_that_only_overlap_are_not() -> None:
    text = "The wife of Omar Said spoke. She left."
    draft = _draft(text, ("Omar Said", "She"))
    assert _f1(draft, [_gold(text, "The wife of Omar Said", "She")], EVERYTHING) < 1.0


def test_kinds_that_a_set_does_not_mark_are_left_out_on_both_sides() -> None:
    text = "Turkish drones fell. Turkey denied it, and she left Turkey."
    last = text.rindex("Turkey")
    spans = (_at(text, "Turkish"), _at(text, "Turkey"), Span.of(text, last, last + 6))
    mentions = tuple(Mention(span=span) for span in spans)
    draft = replace(_draft(text), actors=(Actor(id="a1", name="Turkey", mentions=mentions),))
    gold = [[(span.start, span.end) for span in spans[1:]]]
    assert _f1(draft, gold, NOT_BEFORE_NOUNS) == pytest.approx(1.0)
    assert _f1(draft, gold, EVERYTHING) < 1.0


def test_a_country_and_its_state_are_one_where_the_set_has_them_as_one() -> None:
    text = "Chad denied it. Fighting went on in Chad."
    at = text.rindex("Chad")
    draft = _draft(text, ("Chad",))
    state = replace(draft.actors[0], country="TCD", registry_id="state-tcd")
    place = Place(
        id="p1", name="Chad", kind="country", country="TCD", mentions=(Span.of(text, at, at + 4),)
    )
    draft = replace(draft, actors=(state,), places=(place,))
    gold = [[(0, 4), (at, at + 4)]]
    joint = Scheme(unmarked=frozenset(), places=True)
    assert _f1(draft, gold, joint) == pytest.approx(1.0)
    assert _f1(draft, gold, EVERYTHING) == pytest.approx(0.0)


def test_mentions_of_things_are_left_out_of_ours() -> None:
    text = "The treaty and the treaty of Rome: Ana Silva read them, and Silva left."
    draft = _draft(text, ("The treaty", "the treaty of Rome"), ("Ana Silva", "Silva"))
    things = [_gold(text, "The treaty", "the treaty of Rome")]
    wanted = [_gold(text, "Ana Silva", "Silva")]
    with_things = coreference_tally(draft, wanted, [], EVERYTHING)
    without = coreference_tally(draft, wanted, things, EVERYTHING)
    assert _scored(without) > _scored(with_things)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Turkish drones fell.", "Turkish", Kind.ADJECTIVE),
        ("Army positions fell.", "Army", Kind.MODIFIER),
        ("The man who left returned.", "who", Kind.RELATIVE),
        ("The man who left returned.", "man", Kind.PHRASE),
    ],
)
def test_kind_of_a_mention(text: str, word: str, kind: Kind) -> None:
    words = parse(Document(id="1", text=text, language="en")).words
    assert kind_of(next(w for w in words if w.text == word)) is kind


def test_clusters_of_persons_and_countries_are_of_actors_and_towns_are_not() -> None:
    text = "Angela Merkel flew to Kenya. She landed in Nairobi, and Merkel liked Nairobi."
    draft = _draft(text)
    person = _gold(text, "Angela Merkel", "She")
    country = _gold(text, "Kenya")
    town = _gold(text, "Nairobi")
    assert of_actors(draft, [person, country, town]) == [person, country]
