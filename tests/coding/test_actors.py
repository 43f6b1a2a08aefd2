import pytest

from khaldun.coding import actors, mentions
from khaldun.coding.actors import Membership, actors_at, memberships
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import parse
from khaldun.record import Actor, Document, RelationType, Segment, SegmentKind


def read(text: str) -> Draft:
    document = Document(id="d", text=text, language="en")
    return actors.run(mentions.run(Draft(document=document, syntax=parse(document))))


def actor(draft: Draft, name: str) -> Actor:
    found = [a for a in draft.actors if a.name == name]
    assert len(found) == 1, [a.name for a in draft.actors]
    return found[0]


def spans(actor: Actor) -> list[str]:
    return [m.span.quote for m in actor.mentions]


def inferred(actor: Actor) -> list[str]:
    return [m.span.quote for m in actor.mentions if m.inferred]


def named_at(draft: Draft, word: str) -> list[str]:
    names = {a.id: a.name for a in draft.actors}
    found = next(w for w in draft.syntax.words if w.text == word)
    return [names[i] for i in actors_at(draft, found)]


def the_membership(draft: Draft, kind: RelationType) -> Membership:
    found = [m for m in memberships(draft) if m.kind is kind]
    assert len(found) == 1
    return found[0]


def test_capital_adjective_and_name_are_one_state() -> None:
    draft = read("Kenya sent envoys. Nairobi denied the claim. Kenyan troops left.")
    assert spans(actor(draft, "Kenya")) == ["Kenya", "Nairobi", "Kenyan"]


def test_ids_follow_the_first_mention() -> None:
    draft = read("Rebels shelled Kenyan troops near the river.")
    assert [a.id for a in draft.actors] == [f"a{n}" for n in range(1, len(draft.actors) + 1)]
    assert draft.actors[0].name == "Rebels"


def test_acronym_in_parentheses_joins() -> None:
    draft = read("The Northern Salvation Front (NSF) attacked. The NSF denied losses.")
    assert "NSF" in actor(draft, "Northern Salvation Front").aliases


def test_acronym_joins_by_its_letters() -> None:
    draft = read("The Northern Salvation Front attacked. Later the NSF denied losses.")
    assert "NSF" in actor(draft, "Northern Salvation Front").aliases


def test_surname_joins_the_full_name() -> None:
    draft = read("General Idris Okello spoke. Okello left.")
    assert actor(draft, "Idris Okello").aliases == ("Okello",)


def test_transliterations_join() -> None:
    draft = read("General Khalid Hadder spoke. Hadar left later.")
    assert "Hadar" in actor(draft, "Khalid Hadder").aliases


def test_leader_and_body_stay_two() -> None:
    draft = read("The Northern Salvation Front and its leader, Idris Okello, agreed.")
    found = the_membership(draft, RelationType.LEADS)
    assert found.subject == actor(draft, "Idris Okello").id
    assert found.target == actor(draft, "Northern Salvation Front").id
    assert found.title == "leader"


def test_title_gives_an_office_and_a_country() -> None:
    draft = read("Kenyan Foreign Minister Amina Wanjiru met rebels.")
    minister = actor(draft, "Amina Wanjiru")
    assert minister.country == "KEN"
    assert minister.sector == "GOV"
    assert minister.offices[0].title == "Foreign Minister"
    assert minister.offices[0].of == actor(draft, "Kenya").id


def test_ministry_is_part_of_its_state() -> None:
    draft = read("Kenya's Interior Ministry banned the march.")
    found = the_membership(draft, RelationType.PART_OF)
    assert found.target == actor(draft, "Kenya").id
    assert actor(draft, "Interior Ministry").sector == "GOV"


def test_members_of_a_body_are_the_body() -> None:
    draft = read("The Northern Salvation Front marched. Salvation Front fighters died.")
    assert named_at(draft, "fighters") != []


def test_pronoun_with_one_candidate_is_inferred() -> None:
    draft = read("General Idris Okello spoke. He left.")
    assert inferred(actor(draft, "Idris Okello")) == ["He"]


def test_pronoun_with_two_candidates_is_left_alone() -> None:
    draft = read("General Idris Okello and Colonel Paul Otieno spoke. He left.")
    assert not any("He" in spans(a) for a in draft.actors)


def test_relative_pronoun_stands_for_its_antecedent() -> None:
    draft = read("Rebels who hold the bridge fired.")
    assert named_at(draft, "who") == ["Rebels"]


def test_both_sides_are_two_actors() -> None:
    draft = read("The army fought the Northern Salvation Front. Both sides claimed victory.")
    assert sorted(named_at(draft, "sides")) == ["Northern Salvation Front", "army"]


def test_those_who_are_counted_in_passing_are_no_side() -> None:
    text = "Rebels fought the Northern Front. Two officers told me so. France backs both sides."
    assert sorted(named_at(read(text), "sides")) == ["Northern Front", "Rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey struck Wagner and killed its leader.",
        "Turkey armed Wagner and trained its fighters.",
        "Turkey accused Wagner of theft and imposed sanctions on its leader.",
    ],
)
def test_what_is_harmed_or_helped_next_is_not_the_doers_own(text: str) -> None:
    assert named_at(read(text), "its") == ["Wagner"]


@pytest.mark.parametrize("text", ["Turkey bombed its own camp.", "Turkey attacked its critics."])
def test_what_one_has_against_oneself_is_ones_own(text: str) -> None:
    assert named_at(read(text), "its") == ["Turkey"]


def test_an_alliance_with_somebody_is_no_actor() -> None:
    draft = read("Officers resent Kabila's alliance with Wagner.")
    assert [a.name for a in draft.actors if "alliance" in a.name] == []


def test_a_possessive_gives_way_to_the_owners_name() -> None:
    names_of = [a.name for a in read("Turkey withdrew its troops.").actors]
    assert names_of == ["Turkey", "Turkey's troops"]


def test_coordination_gives_both() -> None:
    draft = read("Kenya and Uganda signed.")
    assert named_at(draft, "Kenya") == ["Kenya", "Uganda"]


def test_weapon_stands_for_its_owner() -> None:
    assert named_at(read("Kenyan drones hit the port."), "drones") == ["Kenya"]


def test_counting_noun_stands_for_what_it_counts() -> None:
    draft = read("Dozens of mercenaries were wounded.")
    assert named_at(draft, "Dozens") == ["Dozens of mercenaries"]


def test_title_word_stands_for_its_bearer() -> None:
    draft = read("Kenyan Foreign Minister Amina Wanjiru met rebels.")
    assert named_at(draft, "Minister") == ["Amina Wanjiru"]


def test_every_joining_has_a_reason() -> None:
    draft = read("Kenya sent envoys. Nairobi denied the claim.")
    assert [j.reason for j in draft.joinings if j.actor == "a1"] == [
        "name",
        "seat stands for the state",
    ]


def test_every_mention_quotes_the_text() -> None:
    draft = read("General Idris Okello of the Northern Salvation Front met Kenyan envoys.")
    for found in draft.actors:
        for mention in found.mentions:
            mention.span.check(draft.document.text)


def test_surname_means_the_person_of_the_document() -> None:
    draft = read("General Idris Putin spoke in the village. Later, Putin left.")
    assert "Putin" in actor(draft, "Idris Putin").aliases


def test_definite_noun_goes_to_the_same_noun_first() -> None:
    draft = read("A businessman paid Colonel Idris Okello. The businessman fled.")
    assert spans(actor(draft, "businessman")) == ["A businessman", "The businessman"]


def test_other_name_joins() -> None:
    draft = read("The Northern Salvation Front, better known as Harakat al-Nur, attacked.")
    assert "Harakat al-Nur" in actor(draft, "Northern Salvation Front").aliases


def test_we_is_the_side_of_the_speaker() -> None:
    draft = read('"We won," Kenyan Foreign Minister Amina Wanjiru said in Kenya\'s parliament.')
    assert "We" in inferred(actor(draft, "Kenya"))


def test_held_place_stands_for_its_holder() -> None:
    draft = read("Kenyan troops shelled the rebel-held enclave.")
    assert named_at(draft, "enclave") == ["rebel"]


def test_a_predicate_is_no_actor_of_its_own() -> None:
    draft = read("Idris Okello wants to be president.")
    assert [a.name for a in draft.actors] == ["Idris Okello"]


def test_what_is_done_to_it_is_done_to_another_and_its_are_that_ones() -> None:
    draft = read("Turkey, Azerbaijan's closest ally, armed it with drones and trains its officers.")
    ally, officers = (next(a for a in draft.actors if a.name == n)
                      for n in ("Azerbaijan", "Azerbaijan's officers"))  # fmt: skip
    assert any(m.span.quote == "it" for m in ally.mentions)
    assert officers.country == "AZE"


@pytest.mark.parametrize(
    "text",
    [
        "The M23 rebels took Goma. The FDLR, a militia, fled. The rebels attacked Walikale.",
        "Uganda fought the M23, a rebel group. The FDLR, a militia, fled. The rebels left.",
    ],
)
def test_fighters_are_of_the_body_whose_fighters_were_so_called(text: str) -> None:
    assert "The rebels" in spans(actor(read(text), "M23"))


def test_people_of_a_body_named_with_an_article_are_they() -> None:
    assert "They" in spans(
        actor(read("The Taliban took Kunduz. They freed 300 inmates."), "Taliban")
    )


def test_they_are_the_two_who_did_it_together() -> None:
    draft = read("Russia and Iran signed a pact. They condemned the blockade.")
    assert all("They" in spans(actor(draft, name)) for name in ("Russia", "Iran"))


def test_they_are_all_of_a_joint_subject_some_of_whom_are_many() -> None:
    draft = read("The Martyrs' Brigade and 30 armed herders entered Tavo. They shot two farmers.")
    assert all(
        "They" in spans(actor(draft, name)) for name in ("Martyrs' Brigade", "30 armed herders")
    )


def test_those_who_tell_it_are_not_they_who_did_it() -> None:
    draft = read("Four witnesses said that gunmen went from house to house. They shot two farmers.")
    assert "They" in spans(actor(draft, "gunmen"))


def test_two_allies_are_the_two_states_spoken_of() -> None:
    draft = read("Russia and Iran signed a pact. The two allies condemned the blockade.")
    assert all("The two allies" in spans(actor(draft, name)) for name in ("Russia", "Iran"))


def test_whoever_is_many_and_undergoes_it_may_be_they() -> None:
    draft = read("Russia and Iran attacked the rebels. They fled.")
    assert "They" in spans(actor(draft, "rebels"))


def test_a_headline_needs_no_article_to_mean_the_holder_of_an_office() -> None:
    text = "Kenyan president flies to Juba\n\nKenyan President Wafula Otieno flew to Juba."
    title, body = (Segment(start=a, end=b, kind=k) for a, b, k in (
        (0, 30, SegmentKind.HEADLINE), (32, len(text), SegmentKind.BODY)))  # fmt: skip
    document = Document(id="d", text=text, language="en", segments=(title, body))
    draft = actors.run(mentions.run(Draft(document=document, syntax=parse(document))))
    assert "Kenyan president" in spans(actor(draft, "Wafula Otieno"))


def test_whom_a_relative_clause_is_about_does_not_act_in_it() -> None:
    draft = read("Gunmen freed eight soldiers whom they had captured in Tavo.")
    assert named_at(draft, "they") == ["Gunmen"]


def test_it_is_no_plural() -> None:
    draft = read("The Wagner Group held three engineers. Army helicopters came. It freed them.")
    assert named_at(draft, "It") == ["Wagner Group"]


def test_a_plural_without_an_article_takes_up_no_counted_ones() -> None:
    draft = read("Seventeen gunmen were killed in Tavo. Gunmen fired on the port.")
    assert "Gunmen" not in spans(actor(draft, "Seventeen gunmen"))


def test_the_enemy_in_what_a_side_publishes_is_the_other_state() -> None:
    title = "General Staff of the Armed Forces of Ukraine"
    text = f"{title}\n\nThe Russian invasion goes on. The enemy shelled Soledar."
    parts = (
        Segment(start=0, end=len(title), kind=SegmentKind.HEADLINE),
        Segment(start=len(title) + 2, end=len(text), kind=SegmentKind.BODY),
    )
    document = Document(id="d", text=text, language="en", segments=parts)
    draft = actors.run(mentions.run(Draft(document=document, syntax=parse(document))))
    assert "The enemy" in spans(actor(draft, "Russia"))


def test_what_a_group_calls_itself_is_its_name() -> None:
    draft = read("A group calling itself the Red Column said it had abducted the engineers.")
    assert spans(actor(draft, "Red Column")) == ["A group", "the Red Column", "it"]


def test_both_parties_are_those_that_the_text_knows_for_parties() -> None:
    text = "Ethiopia and Eritrea signed it. Fighting went on near Senafe. Both parties denied it."
    draft = read(text)
    assert all("Both parties" in spans(actor(draft, name)) for name in ("Ethiopia", "Eritrea"))


def test_another_who_goes_on_does_it_to_the_same_object() -> None:
    draft = read("India trains and equips the Nepal Army, and the Americans have given it rifles.")
    assert named_at(draft, "it") == ["Nepal Army"]


def test_they_are_the_members_of_a_body_that_acts() -> None:
    draft = read("The members of the Security Council condemned the attack, which resulted in nine "
                 "soldiers being hurt. They called on Mali to investigate.")  # fmt: skip
    assert named_at(draft, "They") == ["Security Council"]
