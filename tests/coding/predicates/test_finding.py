import pytest

from khaldun.coding.draft import Role
from khaldun.coding.predicates import predicate_of, subject_of
from tests.coding.helpers import coded, word


def roles(text: str, trigger: str) -> dict[Role, list[str]]:
    found = predicate_of(word(coded(text), trigger))
    assert found is not None
    return {role: [w.text for w in found.by_role(role)] for role in Role}


def test_an_active_verb_has_its_subject_and_object() -> None:
    found = roles("Rebels attacked the army.", "attacked")
    assert found[Role.SUBJECT] == ["Rebels"]
    assert found[Role.OBJECT] == ["army"]


def test_a_passive_verb_acts_upon_its_grammatical_subject() -> None:
    found = roles("The army was attacked by rebels.", "attacked")
    assert found[Role.SUBJECT] == ["rebels"]
    assert found[Role.OBJECT] == ["army"]


def test_an_agentless_passive_leaves_the_subject_open() -> None:
    assert roles("Twenty villagers were killed.", "killed")[Role.SUBJECT] == []


def test_a_relative_pronoun_gives_way_to_its_antecedent() -> None:
    found = roles("The militia that shelled the town fled.", "shelled")
    assert found[Role.SUBJECT] == ["militia"]


def test_a_relative_clause_without_object_acts_on_its_antecedent() -> None:
    assert roles("The town they hold is small.", "hold")[Role.OBJECT] == ["town"]


def test_a_reduced_relative_is_passive() -> None:
    found = roles("The city, held by rebels, was quiet.", "held")
    assert found[Role.SUBJECT] == ["rebels"]
    assert found[Role.OBJECT] == ["city"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The envoy was arrested and sentenced the same day.", "sentenced", "envoy"),
        ("The soldiers withdrew, destroying the houses.", "destroying", "soldiers"),
        ("Egypt wants to send food.", "send", "Egypt"),
        ("Egypt is willing to send food.", "send", "Egypt"),
        ("Chad urged Sudan to withdraw.", "withdraw", "Sudan"),
        ("Chad promised Sudan to withdraw.", "withdraw", "Chad"),
        ("Kigali was accused of arming rebels.", "arming", "Kigali"),
        ("Russian attempts to recruit fighters failed.", "recruit", "Russian"),
        ("After retaking the town, the brigades executed captives.", "retaking", "brigades"),
    ],
)
def test_the_subject_is_shared_or_controlled(text: str, verb: str, subject: str) -> None:
    found = subject_of(word(coded(text), verb))
    assert found is not None
    assert found.text == subject


def test_an_event_noun_takes_its_possessor_and_prepositions() -> None:
    found = predicate_of(word(coded("Turkey's campaign against the militia went on."), "campaign"))
    assert found is not None
    assert [w.text for w in found.by_role(Role.SUBJECT)] == ["Turkey"]
    assert [w.text for w in found.by_role(Role.OBLIQUE, "against")] == ["militia"]


def test_a_light_verb_lends_its_subject_to_its_noun() -> None:
    found = predicate_of(word(coded("The army launched an attack on the camp."), "attack"))
    assert found is not None
    assert found.construction == "light"
    assert [w.text for w in found.by_role(Role.SUBJECT)] == ["army"]


def test_the_noun_behind_of_is_carried_too() -> None:
    found = predicate_of(word(coded("The army launched a series of attacks."), "attacks"))
    assert found is not None
    assert found.construction == "light"


def test_a_particle_may_be_parsed_as_an_adverb() -> None:
    found = predicate_of(word(coded("Malta turned away the migrants."), "turned"))
    assert found is not None
    assert found.particle == "away"


def test_an_event_noun_in_a_name_is_no_predicate() -> None:
    draft = coded("The Three Brotherhood Alliance seized the town.")
    assert [p.trigger.text for p in draft.predicates] == ["seized"]


def test_the_subject_of_an_infinitive_that_is_forced_is_an_object() -> None:
    assert roles("Soldiers forced a Kenyan plane to land.", "forced")[Role.OBJECT] == ["plane"]


def test_a_word_within_a_name_is_no_predicate() -> None:
    draft = coded("The Group for the Support of Islam fled.")
    assert [p.trigger.text for p in draft.predicates] == ["fled"]


def test_those_with_an_article_are_people_and_no_predicate() -> None:
    draft = coded("A nurse who treated the wounded at the hospital said that two men arrived.")
    assert "wounded" not in [p.trigger.text for p in draft.predicates]


def test_a_second_participle_goes_on_with_the_passive() -> None:
    draft = coded(
        "Nine Christians were stopped at a checkpoint and shot dead, police tell a paper."
    )
    shot = next(p for p in draft.predicates if p.trigger.text == "shot")
    assert shot.construction == "passive"


def test_what_men_carry_was_given_by_nobody() -> None:
    draft = coded("Coastguards armed with axes boarded two boats.")
    assert all(p.trigger.text != "armed" for p in draft.predicates)
    draft = coded("Fighters armed by Orsia boarded two boats.")
    assert any(p.trigger.text == "armed" for p in draft.predicates)


@pytest.mark.parametrize(
    "text",
    ["The men whom everyone here calls Fano fled.", "The militia, called Fano by all, fled."],
)
def test_what_somebody_is_called_is_no_act(text: str) -> None:
    assert [p.trigger.text for p in coded(text).predicates] == ["fled"]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("Police arrested what they described as three spies.", "arrested", "spies"),
        ("The army killed what it said were ten rebels.", "killed", "rebels"),
        ("Jets bombed what the army called a base.", "bombed", "base"),
    ],
)
def test_what_somebody_calls_it_is_acted_upon(text: str, verb: str, thing: str) -> None:
    draft = coded(text)
    (found,) = [p for p in draft.predicates if p.trigger.text == verb]
    assert [w.text for w in found.by_role(Role.OBJECT)] == [thing]
