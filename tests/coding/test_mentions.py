from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.coding import mentions
from khaldun.coding.draft import ActorMention, Draft, MentionKind
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.mentions import NamedMention, NameType
from khaldun.coding.syntax import parse
from khaldun.record import Document


def read(text: str) -> Draft:
    document = Document(id="d", text=text, language="en")
    return mentions.run(Draft(document=document, syntax=parse(document)))


def quotes(draft: Draft, *kinds: MentionKind) -> list[str]:
    return [
        draft.syntax.span(m.words).quote for m in draft.mentions if not kinds or m.kind in kinds
    ]


def names(text: str) -> list[str]:
    return quotes(read(text), MentionKind.NAME)


def nominals(text: str) -> list[str]:
    return quotes(read(text), MentionKind.NOMINAL)


def named(text: str, quote: str) -> NamedMention:
    draft = read(text)
    for mention in draft.mentions:
        if isinstance(mention, NamedMention) and draft.syntax.span(mention.words).quote == quote:
            return mention
    raise AssertionError(f"no mention {quote!r} in {quotes(draft)}")


def examples() -> list[Any]:
    return [
        pytest.param(example, id=example)
        for name in ("actors", "actors_people")
        for group in load_lexicon(name)["nouns"]
        for example in group.get("examples", ())
    ]


@pytest.mark.parametrize("example", examples())
def test_lexicon_example_is_a_mention(example: str) -> None:
    found = quotes(read(example.replace("[", "").replace("]", "")))
    for piece in example.split("[")[1:]:
        assert piece.split("]")[0] in found


def test_title_is_apart_from_the_name() -> None:
    mention = named(
        "Kenyan Foreign Minister Amina Wanjiru met rebels.", "Kenyan Foreign Minister Amina Wanjiru"
    )
    assert [w.text for w in mention.name] == ["Amina", "Wanjiru"]
    assert [w.text for w in mention.title] == ["Foreign", "Minister"]


def test_lower_case_title_with_a_possessor() -> None:
    mention = named(
        "Nairobi's army chief Daniel el-Hadi resigned.", "Nairobi's army chief Daniel el-Hadi"
    )
    assert [w.text for w in mention.title] == ["army", "chief"]
    assert mention.type is NameType.PERSON


def test_capital_acts_for_its_state() -> None:
    assert names("Nairobi denied the charge.") == ["Nairobi"]


def test_capital_as_a_place_is_no_mention() -> None:
    assert names("The talks were held in Nairobi.") == []


def test_country_as_a_place_is_no_mention() -> None:
    assert names("Fighting spread across Kenya.") == []


def test_country_that_is_accused_is_a_mention() -> None:
    assert names("The envoy accused Kenya of an attack.") == ["Kenya"]


def test_demonym_of_an_actor_is_a_mention() -> None:
    assert names("Kenyan drones hit the port.") == ["Kenyan"]


def test_demonym_of_a_place_is_no_mention() -> None:
    assert names("They reached the Kenyan border.") == []


def test_weapon_is_no_mention() -> None:
    found = quotes(read("Kenya bought twelve Kestrel-X4 missile systems."))
    assert not any("Kestrel" in quote for quote in found)


def test_one_reading_of_a_name_per_document() -> None:
    draft = read("General Idris Okello spoke. Later Okello left. Nobody followed Okello.")
    types = {m.type for m in draft.mentions if isinstance(m, NamedMention)}
    assert types == {NameType.PERSON}


def test_phrase_keeps_its_of_and_from() -> None:
    found = nominals("Soldiers from Kenya's northern region deserted.")
    assert found == ["Soldiers from Kenya's northern region"]


def test_phrase_leaves_out_a_relative_clause() -> None:
    assert "The rebels" in nominals("The rebels who hold the bridge surrendered.")


def test_count_belongs_to_the_phrase() -> None:
    assert nominals("Dozens of mercenaries were wounded.") == ["Dozens of mercenaries"]


def test_pronoun_is_a_mention() -> None:
    assert quotes(read("They fled."), MentionKind.PRONOUN) == ["They"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "THE REBELS TOOK AL-QAIM ON MONDAY, SANA'A SAID.",
        "the rebels took al-qaim on monday, sana'a said.",
        "قال حفتر إن القوات تقدمت",
        "Президент Путин прибыл в Киев.",
        "al-",
        "- -",
        "''s",
        "The the The of of of",
    ],
)
def test_odd_text_is_read(text: str) -> None:
    assert isinstance(read(text).mentions, tuple)


def test_name_with_apostrophe_is_one_piece() -> None:
    assert "Ja’far al-Sa’di" in names("Ja’far al-Sa’di told reporters that he had won.")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["The", "General", "Omar", "al-", "'s", "army", ",", "of", "Kenya", "-", "who", "and"]
        ),
        max_size=15,
    )
)
def test_mentions_hold_their_head(pieces: list[str]) -> None:
    draft = read(" ".join(pieces))
    for mention in draft.mentions:
        assert mention.head in mention.words


def order(mention: ActorMention) -> tuple[int, int]:
    return mention.words[0].index, -len(mention.words)


def test_mentions_stand_in_reading_order() -> None:
    draft = read("Kenyan Foreign Minister Amina Wanjiru met the rebels and their leader.")
    assert list(draft.mentions) == sorted(draft.mentions, key=order)


def test_secretary_of_state_is_a_title() -> None:
    mention = named("Secretary of State Ann Doe left.", "Secretary of State Ann Doe")
    assert [w.text for w in mention.title] == ["Secretary", "of", "State"]


def test_town_whose_name_ends_in_a_title_is_a_place() -> None:
    assert quotes(read("They fled Port-au-Prince.")) == ["They"]


def test_surname_that_is_also_a_seat_is_the_persons() -> None:
    draft = read("General Tripoli denied it. Later Tripoli denied the report.")
    (person, _) = [m for m in draft.mentions if isinstance(m, NamedMention)]
    assert person.type is NameType.PERSON


def test_figures_are_somebody_only_with_a_word_before_them() -> None:
    assert "figure" not in " ".join(nominals("The ministry gave no figure."))
    assert "an opposition figure" in nominals("Police held an opposition figure.")


def test_a_make_of_weapon_is_no_actor() -> None:
    assert "Su-30" not in " ".join(names("Harun bought six Su-30 fighters."))


def test_the_day_of_a_month_is_no_part_of_the_name_behind_it() -> None:
    assert names("On October 3rd Armenia's parliament voted.") == ["Armenia"]


def test_a_name_may_open_with_a_day() -> None:
    assert names("Troops met the March 23 Movement.") == ["the March 23 Movement"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested a busker and two jugglers.", ["Police", "a busker", "two jugglers"]),
        ("The bank arrested the slide.", ["The bank"]),
        ("The bill wounded pride.", []),
    ],
)
def test_whoever_is_seized_is_somebody(text: str, found: list[str]) -> None:
    assert nominals(text) == found
