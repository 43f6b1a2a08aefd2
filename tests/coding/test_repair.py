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
