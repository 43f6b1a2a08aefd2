"""Pronouns in and beside direct quotes, and what given names tell."""

import pytest

from khaldun.coding import actors, mentions
from khaldun.coding.actors.quotations import Quotations
from khaldun.coding.chain import draft_of
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.mentions.givennames import gender_of
from khaldun.coding.syntax import parse
from khaldun.record import Document, Segment, SegmentKind
from tests.coding.helpers import names


def read(text: str) -> Draft:
    document = Document(id="d", text=text, language="en")
    return actors.run(mentions.run(Draft(document=document, syntax=parse(document))))


def joined(draft: Draft, name: str) -> list[str]:
    """The pronouns of the actor with this name."""
    (found,) = [a for a in draft.actors if a.name == name]
    return [m.span.quote for m in found.mentions if m.inferred]


def speakers(text: str) -> list[str | None]:
    syntax = parse(Document(id="d", text=text, language="en"))
    quotations = Quotations(syntax)
    found = {q.first: q for w in syntax.words if (q := quotations.at(w.index)) is not None}
    return [q.speaker.text if q.speaker is not None else None for q in found.values()]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We will not leave," Okello said.', "Okello"),
        ('"Who will leave?" asked Okello.', "Okello"),
        ('Okello told reporters: "We will not leave."', "Okello"),
        ("“We will not leave,” Okello said.", "Okello"),
        ("‘We will not leave,’ Okello said.", "Okello"),
        ('Okello called the offer "a shame". Otieno said nothing.', "Okello"),
        ('The offer was "a shame for us all". Otieno said nothing.', None),
    ],
)
def test_the_speaker_of_a_quote_stands_beside_it(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_a_quote_left_open_at_the_start_of_a_paragraph_runs_to_its_end() -> None:
    assert speakers('"We will not leave. We will fight on.') == [None]


def test_i_is_the_speaker() -> None:
    draft = read('"I will stay," General Idris Okello said.')
    assert joined(draft, "Idris Okello") == ["I"]


def test_we_is_the_body_that_the_speaker_speaks_for() -> None:
    draft = read('"We want peace," said Paul Otieno, spokesman of the Northern Salvation Front.')
    assert joined(draft, "Northern Salvation Front") == ["We"]


def test_he_in_a_quote_is_not_its_speaker() -> None:
    draft = read('Colonel Paul Otieno met General Idris Okello. "He is lying," Otieno said.')
    assert joined(draft, "Idris Okello") == ["He"]


def test_a_speaker_goes_on_in_the_next_quote() -> None:
    draft = read('"I will stay," Idris Okello said. "I want peace with Paul Otieno," he added.')
    assert joined(draft, "Idris Okello") == ["I", "I", "he"]


def test_a_pronoun_is_the_subject_of_the_clause_round_it() -> None:
    draft = read("Ivan Petrov said that Oleg Sidorov had fled when he heard the shots.")
    assert joined(draft, "Oleg Sidorov") == ["he"]


def test_names_in_a_quote_are_passed_over_for_him_who_stands_outside() -> None:
    draft = read('Ivan Petrov spoke at length. "Oleg Sidorov has fled," he said.')
    assert joined(draft, "Ivan Petrov") == ["he"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Madeleine Moreau", "female"), ("Pablo Ruiz", "male"), ("Pablo", None), ("Kim Lee", None)],
)
def test_a_given_name_tells_the_pronoun(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


@pytest.mark.parametrize("example", load_lexicon("actors_given_names")["examples"])
def test_example_of_the_given_names(example: dict[str, str]) -> None:
    assert joined(read(example["text"]), example["person"]) == [example["pronoun"]]


def test_no_given_name_is_of_both() -> None:
    content = load_lexicon("actors_given_names")
    assert not set(content["female"]) & set(content["male"])


def test_i_in_a_letter_is_whose_letter_it_is() -> None:
    text = "Letter from President Ana Silva to Chad\n\nI condemn the attack by the rebels."
    segments = (
        Segment(start=0, end=39, kind=SegmentKind.HEADLINE),
        Segment(start=41, end=len(text), kind=SegmentKind.BODY),
    )
    document = Document(id="d", text=text, language="en", segments=segments)
    draft = draft_of(document)
    (event,) = [e for e in draft.events if e.trigger.text == "condemn"]
    assert names(draft, event.actors) == ["Ana Silva"]


def test_we_in_what_others_are_reported_to_say_is_not_theirs() -> None:
    text = "Omar Diallo, the president of Chad, warned that our soldiers had crossed the border."
    draft = draft_of(Document(id="d", text=text, language="en"))
    assert "our" not in joined(draft, "Chad")


@pytest.mark.parametrize(
    ("text", "name", "phrases"),
    [
        ("Hundreds of Chadians met monks. They sang.", "Chadians", ["They"]),
        (
            "A column of Kenyan soldiers fell. Rebels took them.",
            "column of Kenyan soldiers",
            ["them"],
        ),
        ("Chad and Togo knew Benin; Ghana left both countries.", "Chad", ["both countries"]),
        ("Chad struck PKK camps. The two sides fought on.", "Chad", ["The two sides"]),
        ("Chad has faced rebels. The country broke them.", "Chad", ["The country"]),
        ("Chad sent troops to Mali. The country saw two coups.", "Chad", []),
        ("The kingdom left, Saudi officials told Chad.", "Saudi Arabia", ["The kingdom"]),
    ],
)
def test_what_points_back_at_a_body(text: str, name: str, phrases: list[str]) -> None:
    assert joined(read(text), name) == phrases


def test_whoever_does_it_is_not_whom_he_does_it_to() -> None:
    draft = read("Paul Otieno fled. He hates the cartel whose boss he jailed.")
    assert joined(draft, "Paul Otieno") == ["He", "he"]


def test_a_verb_that_goes_on_is_aimed_at_the_same() -> None:
    draft = read(
        "Mr Petro called on the dissidents to lay down their rifles and promised them land."
    )
    assert "them" in joined(draft, "dissidents")
