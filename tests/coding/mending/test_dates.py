from tests.coding.helpers import coded, names, word


def test_the_day_of_a_night_is_no_part_of_the_subject_behind_it() -> None:
    draft = coded("On the night of 11 December armed opposition fighters attacked the army.")
    assert word(draft, "December").head.text == "of"


def test_a_second_day_does_nothing() -> None:
    text = "Troops crossed the border, and on May 28 and 29 murdered several hundred villagers."
    assert word(coded(text), "29").dep == "conj"


def test_the_months_between_which_it_was_are_no_part_of_the_subject() -> None:
    draft = coded("Between July and December government forces murdered 34 leaders.")
    assert names(draft, draft.events[0].actors) == ["government forces"]


def test_a_bare_day_that_opens_a_sentence_is_no_part_of_the_subject_behind_it() -> None:
    draft = coded("On the 28th paramilitaries killed 98 men.")
    assert word(draft, "paramilitaries").dep == "nsubj"
    assert word(draft, "28th").head.text == "On"


def test_a_number_that_no_day_or_year_has_counts_what_is_behind_it() -> None:
    assert word(coded("Since January 390,000 men fled."), "390,000").head.text == "men"
    assert word(coded("On Friday 11 men were killed."), "11").head.text == "men"
