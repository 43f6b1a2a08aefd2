"""How sure: FactBank values, their cues, status, habits."""

from typing import Any

import pytest

from khaldun.coding import attribution, certainty
from khaldun.coding.draft import Draft, Event, Predicate
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word, parse
from khaldun.record import Document, EventType, Status


def read(text: str) -> Draft:
    document = Document(id="d", text=text, language="en")
    return attribution.run(Draft(document=document, syntax=parse(document)))


def word(draft: Draft, text: str) -> Word:
    return next(w for w in draft.syntax.words if w.text == text)


def value(text: str, said: str) -> str:
    draft = read(text)
    return certainty.certainty_of(draft, word(draft, said)).value


def examples(data: Any, key: str) -> list[dict[str, Any]]:
    """Every mapping with a text and `key`, anywhere in the lexicon."""
    if isinstance(data, dict):
        own = [data] if {"text", key} <= data.keys() else []
        return own + [e for v in data.values() for e in examples(v, key)]
    return [e for v in data for e in examples(v, key)] if isinstance(data, list) else []


@pytest.mark.parametrize(
    "example", examples(load_lexicon("certainty"), "value"), ids=lambda e: e["text"]
)
def test_example_of_the_lexicon(example: dict[str, str]) -> None:
    draft = read(example["text"])
    found = word(draft, example["word"])
    assert certainty.certainty_of(draft, found).value == example["value"]
    if "status" in example:
        assert certainty.status_of(draft, found) == example["status"]


@pytest.mark.parametrize(
    "example", examples(load_lexicon("certainty"), "generic"), ids=lambda e: e["text"]
)
def test_habit_of_the_lexicon(example: dict[str, Any]) -> None:
    draft = read(example["text"])
    assert certainty.is_generic(draft, word(draft, example["word"])) is example["generic"]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Rebels attacked Tripoli.", "attacked", "CT+"),
        ("Rebels did not attack Tripoli.", "attack", "CT-"),
        ("Not only did rebels attack Tripoli, they burned it.", "attack", "CT+"),
        ("No soldiers died in the raid.", "died", "CT-"),
        ("Nobody claimed the bombing.", "claimed", "CT-"),
        ("The envoy has yet to arrive.", "arrive", "CT-"),
        ("The army did not fail to notice that the rebels fled.", "fled", "CT+"),
        ("The minister did not know that rebels attacked the port.", "attacked", "CT+"),
        ("The army may have failed to stop the raid.", "stop", "PS-"),
        ("He did not attack the town but burned the bridge.", "burned", "CT+"),
        ("Ankara has threatened to invade unless the militias leave.", "threatened", "CT+"),
        ("What followed was not order but a purge of judges.", "purge", "CT+"),
        ("They may attack and seize the town.", "seize", "PS+"),
        ("The report accused the group of burning villages.", "burning", "CT+"),
        ("Troops crossed the river to seize the town.", "seize", "UU"),
        ("The men who shelled the camp may return.", "shelled", "CT+"),
        ("The rebels have not launched an attack this year.", "attack", "CT-"),
        ("The massacre that would follow needs no prophet.", "massacre", "UU"),
        ("Who fired the missiles is still disputed.", "fired", "CT+"),
        ("It is unclear why the rebels broke the truce.", "broke", "CT+"),
    ],
)
def test_value(text: str, said: str, expected: str) -> None:
    assert value(text, said) == expected


def test_value_is_that_of_the_innermost_holder() -> None:
    text = "The minister did not comment on reports that mercenaries may have taken part."
    assert value(text, "taken") == "PS+"


def test_saying_does_not_weaken_what_is_said() -> None:
    assert value("Witnesses may say that troops burned the village.", "burned") == "CT+"


def test_cues_are_given_in_text_order() -> None:
    draft = read("The army may have failed to stop the raid.")
    found = certainty.certainty_of(draft, word(draft, "stop"))
    assert [cue.quote for cue in found.cues] == ["may", "failed"]


def test_progressive_is_ongoing() -> None:
    draft = read("Troops are shelling the city.")
    assert certainty.status_of(draft, word(draft, "shelling")) is Status.ONGOING


def test_events_get_their_claims() -> None:
    draft = read("Residents said that rebels may have shelled the city.")
    trigger = word(draft, "shelled")
    event = Event(
        trigger=trigger,
        predicate=Predicate(trigger=trigger, construction="active"),
        type=EventType.ASSAULT,
        modes=(),
        contexts=(),
        actors=(),
        recipients=(),
        entry="shell",
    )
    draft = Draft(
        document=draft.document, syntax=draft.syntax, frames=draft.frames, events=(event,)
    )
    claim = certainty.run(draft).claims[trigger.index]
    assert [link.holder for link in claim.attribution] == ["Residents"]
    assert claim.certainty.value == "PS+"
    assert claim.status is Status.HAPPENED


def test_deep_nesting_is_read_without_failure() -> None:
    draft = read("He did not deny that he failed to say that " * 100 + "it rained.")
    assert certainty.certainty_of(draft, word(draft, "rained")).value


@pytest.mark.parametrize("text", ["not", "May?", "If if if", "No no no no.", "Never to to"])
def test_fragments_do_no_harm(text: str) -> None:
    draft = read(text)
    for found in draft.syntax.words:
        assert certainty.certainty_of(draft, found).value


def test_what_few_did_was_hardly_done() -> None:
    assert value("The king, whom few mourners cheered, wept.", "cheered") == "CT-"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army denied reports that it had shelled the camp.", "shelled"),
        ("A spokesman denied that its troops were involved in the fighting.", "fighting"),
    ],
)
def test_what_somebody_denies_did_not_happen_in_his_view(text: str, event: str) -> None:
    draft = read(text)
    assert certainty.certainty_of(draft, word(draft, event)).value == "CT-"


def test_not_a_single_one_is_none() -> None:
    assert value("Not a single civilian was killed.", "killed") == "CT-"
