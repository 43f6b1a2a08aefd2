import pytest

from tests.coding.helpers import coded, names, told


@pytest.mark.parametrize(
    "text", ["Uganda shelled Goma.", "The Ugandan army shelled the outskirts of Goma."]
)
def test_a_foreign_attack_on_a_town_is_done_to_its_state(text: str) -> None:
    draft = coded(text)
    (event,) = draft.events
    assert names(draft, event.recipients) == ["Democratic Republic of the Congo"]
    assert draft.reports[0].place is not None


def test_a_state_that_only_its_town_names_is_marked_as_inferred() -> None:
    draft = coded("Uganda shelled Goma.")
    state = next(a for a in draft.actors if a.country == "COD")
    assert [(m.span.quote, m.inferred) for m in state.mentions] == [("Goma", True)]


@pytest.mark.parametrize("text", ["The Congolese army shelled Goma.", "Gunmen shelled Goma."])
def test_an_attack_from_within_or_by_nobody_known_is_done_to_the_people_there(text: str) -> None:
    draft = coded(text)
    (event,) = draft.events
    (people,) = [a for a in draft.actors if a.id in event.recipients]
    assert (people.name, people.sector, people.country) == ("Goma", "CVL", "COD")
    assert [(m.span.quote, m.inferred) for m in people.mentions] == [("Goma", True)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The junta declared a state of emergency in Tahoua region.", ["Tahoua"]),
        ("Chad imposed a curfew in large parts of the country.", ["large parts of the country"]),
        ("Air strikes hit the town of Goma.", ["Goma"]),
        ("Militants seized the village, killing nine farmers.", ["nine farmers"]),
        ("Police arrested three men in Goma.", ["three men"]),
        ("The police made arrests in Goma.", []),
        ("Soldiers fired into the sea off Goma.", []),
    ],
)
def test_people_of_a_place_are_recipients_where_nobody_else_is(
    text: str, people: list[str]
) -> None:
    assert [r for _, _, r in told(text)] == [people]


def test_the_people_of_a_place_are_no_actor_unless_an_event_needs_them() -> None:
    draft = coded("Militants seized the village, killing nine farmers.")
    assert "village" not in [a.name for a in draft.actors]


def test_words_about_violence_in_a_state_are_not_directed_at_it() -> None:
    assert told("Iran condemned the attack in Quetta.")[0][2] == []


def test_a_state_may_stand_before_the_noun() -> None:
    assert told("Russia vetoed a US resolution.")[0][2] == ["United States"]


def test_where_the_object_lies_may_hang_on_the_verb() -> None:
    (found,) = told("Azerbaijan's forces shelled villages in Armenia's Syunik province.")
    assert found[2] == ["Armenia"]
