from tests.coding.helpers import coded, word


def test_the_second_of_a_pair_is_no_subject() -> None:
    draft = coded("Qatar's mediation between the rebels and Chad failed.")
    assert word(draft, "Chad").head is word(draft, "rebels")


def test_a_name_behind_an_owned_noun_is_in_apposition() -> None:
    draft = coded("Chad's ally Niger agreed.")
    assert (word(draft, "Niger").dep, word(draft, "Niger").head.text) == ("appos", "ally")


def test_two_clauses_keep_their_subjects() -> None:
    draft = coded("The rebels fled and Chad agreed.")
    assert word(draft, "Chad").head is word(draft, "agreed")


def test_a_list_behind_the_verb_is_none_of_its_subject() -> None:
    text = "The Southern Front was made up of the Yarmouk Army, the Sultan Brigade and others."
    assert word(coded(text), "Brigade").head is not word(coded(text), "Front")
    assert word(coded(text), "Brigade").dep == "conj"


def test_whoever_is_on_the_move_does_it() -> None:
    draft = coded("The depot was emptied by retreating soldiers.")
    assert (word(draft, "soldiers").head.text, word(draft, "retreating").dep) == ("by", "amod")
    assert word(coded("The front was funded by selling diamonds."), "selling").dep == "pcomp"


def test_what_stands_behind_after_is_the_subject_of_the_verb_behind_it() -> None:
    text = "After a column of rebels hijacked a jet and landed it near Hobo, the president spoke."
    assert word(coded(text), "column").head.text == "hijacked"


def test_a_subject_before_a_colon_is_of_no_verb_behind_it() -> None:
    draft = coded("Not the army, though it has used its time: Chad has given it some money.")
    assert word(draft, "army").dep != "nsubj"
