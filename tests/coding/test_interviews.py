from khaldun.coding.chain import draft_of
from khaldun.coding.draft import Draft
from khaldun.coding.interviews import interview_in
from khaldun.record import Document
from tests.coding.helpers import names, word

_TEXT = (
    "Karim Noor served the Tavo Front until May. We met him in Doha.\n\n"
    "Q: Who broke the truce?\n\nA: The army shelled the camp. I saw it.\n\n"
    "Q: And the front?\n\nA: We killed nobody. Chad arrested two of us."
)


def read(text: str) -> Draft:
    return draft_of(Document(id="d", text=text, language="en"))


def test_answers_are_the_word_of_who_is_asked() -> None:
    draft = read(_TEXT)
    (link,) = draft.claims[word(draft, "shelled").index].attribution
    assert (link.holder, link.cue.quote) == ("Karim Noor", "A:")


def test_i_in_an_answer_is_who_is_asked() -> None:
    draft = read(_TEXT)
    assert names(draft, draft.actor_ids[word(draft, "I").index]) == ["Karim Noor"]


def test_questions_are_nobody_s_claims() -> None:
    draft = read(_TEXT)
    assert all("broke" not in c.quote for f in draft.frames for c in f.contents)


def test_one_label_makes_no_interview() -> None:
    assert interview_in(read("A: The army fled.\n\nQ: Where to?").syntax) is None


def test_an_interview_is_of_the_day_on_which_it_was_held() -> None:
    opening = "Ali Noor led the garrison until 2011. He spoke to us on 14 February 2013.\n\n"
    rest = "Q: Who fled?\n\nA: The army.\n\nQ: When?\n\nA: Rebels attacked us in June."
    published = read(opening + rest).published
    assert published is not None
    assert str(published.earliest) == "2013-02-14"


_TURNS = (
    "Mr. Adan Farah (Tavo West): Russia has sent a warship to Chad. I ask the army to act.\n\n"
    "The Minister of Defence: I welcome that. Rebels shelled Goma.\n\nThey fled.\n\n"
    "Mr. Farah: Who armed them?"
)


def test_who_speaks_in_turns_says_it_and_does_not_do_it() -> None:
    draft = read(_TURNS)
    holders = {r.trigger.quote: [k.holder for k in r.attribution] for r in draft.reports}
    assert holders["sent"] == ["Mr. Adan Farah"]
    assert holders["shelled"] == ["The Minister of Defence"]
    (sent,) = [r for r in draft.reports if r.trigger.quote == "sent"]
    assert names(draft, sent.actors) == ["Russia"]


def test_i_is_who_speaks_in_the_turn() -> None:
    draft = read(_TURNS)
    (welcome,) = [r for r in draft.reports if r.trigger.quote == "welcome"]
    assert names(draft, welcome.actors) == ["Minister of Defence"]


def test_a_label_that_nobody_bears_twice_is_no_turn() -> None:
    text = "Chad: Rebels fled.\n\nNiger: Soldiers came.\n\nMali: Nothing happened."
    assert interview_in(read(text).syntax) is None
