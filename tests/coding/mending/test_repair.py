from tests.coding.helpers import coded, word


def test_a_finite_verb_takes_the_noun_phrase_before_it_as_its_subject() -> None:
    text = (
        "On August 20, in a call with Turkish Foreign Minister Mevlut Cavusoglu, Russia's top "
        "diplomat, Sergey Lavrov, laid aside all doubts."
    )
    subject = word(coded(text), "laid").child("nsubj")
    assert subject is not None
    assert subject.text == "diplomat"


def test_a_list_of_names_is_no_apposition() -> None:
    draft = coded("The United States, Saudi Arabia, Egypt and the UAE proposed a truce.")
    (event,) = draft.events
    assert len(event.actors) == 4


def test_a_place_between_the_adjunct_and_the_subject_belongs_to_the_adjunct() -> None:
    text = "In Harem district, Idlib province, a security force detained two men."
    subject = word(coded(text), "detained").child("nsubj")
    assert subject is not None
    assert subject.text == "force"


def test_a_participle_before_a_number_is_a_verb() -> None:
    draft = coded("The rebels had taken Laukkai, captured six brigadier generals and fled.")
    captured = word(draft, "captured")
    assert captured.pos == "VERB"
    assert [c.text for c in captured.children_by("dobj")] == ["generals"]


def test_of_two_subjects_the_place_is_none() -> None:
    text = "In Bira district, Balo province, a security force detained two men."
    subjects = word(coded(text), "detained").children_by("nsubj")
    assert [s.text for s in subjects] == ["force"]


def test_a_list_without_and_in_the_opening_adjunct_holds_the_subject() -> None:
    text = "On a tour of Zambia, North Korean Foreign Minister Pak Yong met farmers."
    subject = word(coded(text), "met").child("nsubj")
    assert subject is not None
    assert subject.text == "Yong"


def test_a_verb_behind_a_clause_between_commas_goes_on_with_the_main_clause() -> None:
    text = "The force stopped a car near Bira, after intelligence came, and detained two men."
    assert word(coded(text), "detained").head.text == "stopped"


def test_a_passive_verb_takes_its_subject_out_of_the_opening_adjunct() -> None:
    text = "In another clash in northern Mali, a smuggler and his driver were seized by a patrol."
    subject = word(coded(text), "seized").child("nsubjpass")
    assert subject is not None
    assert subject.text == "smuggler"


def test_who_says_it_at_the_end_is_the_subject_and_no_part_of_what_is_said() -> None:
    draft = coded(
        "Rebels entered the town of Minova on Tuesday, cutting the last road to Goma, "
        "residents and a Western diplomat said."
    )
    assert word(draft, "residents").head is word(draft, "said")


def test_the_verb_behind_a_relative_clause_is_the_main_verb() -> None:
    draft = coded(
        "Angola, which has been mediating between the two neighbours since 2022, "
        "called on M23 to withdraw."
    )
    called = word(draft, "called")
    assert called.is_root
    assert called.child("nsubj") is word(draft, "Angola")


def test_a_participle_that_has_a_subject_is_a_verb() -> None:
    draft = coded(
        "Iran has sold it Mohajer-6 drones since late 2023, and Russia, which once backed Hemedti "
        "through Wagner, switched sides last spring."
    )
    switched = word(draft, "switched")
    assert switched.child("nsubj") is word(draft, "Russia")
    assert switched.child("dobj") is word(draft, "sides")


def test_behind_a_dash_a_clause_has_its_own_subject() -> None:
    text = (
        "The army left the town, although not without losses – several new tanks, which had "
        "cost millions, were destroyed by rebels."
    )
    subject = word(coded(text), "destroyed").child("nsubjpass")
    assert subject is not None
    assert subject.text == "tanks"


def test_the_verb_behind_an_apposition_is_the_main_verb() -> None:
    draft = coded("Venezuela, a guarantor of the talks, offered to receive the displaced.")
    assert word(draft, "offered").child("nsubj") is word(draft, "Venezuela")


def test_what_a_date_is_parted_from_is_the_subject() -> None:
    text = "On Friday insurgents ambushed a convoy of 17 vehicles leaving the hotel."
    subject = word(coded(text), "ambushed").child("nsubj")
    assert subject is not None
    assert subject.text == "insurgents"


def test_the_subject_stands_before_what_is_put_between_commas() -> None:
    text = (
        "In the course of Operation Fuerte Marea, troops of the Fourth Division of the National "
        "Army, in coordination with the Air Force, killed 14 rebels of the front."
    )
    subject = word(coded(text), "killed").child("nsubj")
    assert subject is not None
    assert subject.text == "troops"


def test_and_behind_a_name_between_commas_goes_on_with_its_bearer() -> None:
    text = "The foreign minister, Ana Silva, and her Kenyan counterpart, Bo Karim, met in Tavo."
    draft = coded(text)
    assert [w.text for w in word(draft, "minister").conjuncts()] == ["counterpart"]


def test_by_behind_a_noun_and_an_active_verb_names_who_does_what_the_noun_tells() -> None:
    draft = coded("Security forces broke up a sit-in by nurses.")
    assert word(draft, "by").head is word(draft, "sit-in")


def test_a_list_with_commas_is_one_subject() -> None:
    draft = coded("The colonel, his brother and three aides were arrested.")
    assert word(draft, "brother").head is word(draft, "colonel")


def test_a_past_tense_does_not_go_on_from_an_infinitive() -> None:
    draft = coded("The veterans told the minister to go and urged the army to wait.")
    assert word(draft, "urged").head is word(draft, "told")


def test_what_somebody_is_made_is_no_clause() -> None:
    draft = coded("Farmers occupied a plantation, and guards shot two of them dead.")
    assert word(draft, "two").head is word(draft, "shot")


def test_a_name_behind_a_relative_clause_is_that_of_the_noun_before_it() -> None:
    text = "Sudan's army, which accuses him of aiding its rival, the Ramo Front, has shelled Tavo."
    draft = coded(text)
    assert word(draft, "Front").head.text == "rival"
