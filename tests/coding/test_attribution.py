"""Who says what: sources, contents, chains of holders, quotations over sentences."""

from typing import Any

import pytest

from khaldun.coding import attribution
from khaldun.coding.chain import draft_of
from khaldun.coding.draft import Draft, Frame
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word, parse
from khaldun.record import Document, HolderKind, Segment, SegmentKind
from tests.coding.helpers import coded


def read(text: str) -> Draft:
    document = Document(id="d", text=text, language="en")
    return attribution.run(Draft(document=document, syntax=parse(document)))


def word(draft: Draft, text: str) -> Word:
    return next(w for w in draft.syntax.words if w.text == text)


def holders(text: str, said: str) -> list[str]:
    draft = read(text)
    return [link.holder for link in attribution.attribution_of(draft, word(draft, said))]


def examples(value: Any) -> list[dict[str, str]]:
    """Every mapping with a text and a cue, anywhere in the lexicon."""
    if isinstance(value, dict):
        own = [value] if {"text", "cue"} <= value.keys() else []
        return own + [e for v in value.values() for e in examples(v)]
    return [e for v in value for e in examples(v)] if isinstance(value, list) else []


def source_of(frame: Frame) -> str:
    return " ".join(w.text for w in frame.source)


@pytest.mark.parametrize("example", examples(load_lexicon("attribution")), ids=lambda e: e["text"])
def test_example_of_the_lexicon(example: dict[str, str]) -> None:
    frame = next(f for f in read(example["text"]).frames if f.cue.text == example["cue"])
    assert example["content"] in " … ".join(content.quote for content in frame.contents)
    assert source_of(frame) == example.get("source", "")


def test_chain_runs_from_the_outermost_holder_inwards() -> None:
    text = "The newspaper reported that a witness claimed that soldiers had burned the village."
    assert holders(text, "burned") == ["The newspaper", "a witness"]


def test_saying_is_not_inside_its_own_content() -> None:
    assert holders("The envoy said that the bridge had fallen.", "said") == []


def test_author_is_no_holder() -> None:
    assert holders("Soldiers burned the village.", "burned") == []


def test_denial_of_reports_keeps_both_holders_apart() -> None:
    text = "The minister denied reports that mercenaries may have taken part."
    assert holders(text, "taken")[-1] == "reports"


def test_criticism_does_not_make_the_critic_vouch() -> None:
    assert holders("Paris condemned the attack.", "attack") == []


def test_clause_with_as_names_the_holder_of_what_surrounds_it() -> None:
    text = "As the analyst explained in an article, the ministries divided the work."
    assert holders(text, "divided") == ["the analyst"]


def test_explanation_runs_to_the_end_of_the_paragraph() -> None:
    text = "As one analyst explained, the work is divided. The army arms the rebels.\n\nIt rained."
    assert holders(text, "arms") == ["one analyst"]
    assert holders(text, "rained") == []


def test_speaker_behind_the_verb_without_quotes() -> None:
    text = "If the rebels return, the army could respond with artillery, warned General Diallo."
    assert holders(text, "respond") == ["General Diallo"]


def test_participle_goes_on_with_the_speaking() -> None:
    text = "The junta denied that its men had looted the clinic, calling the charge a fabrication."
    draft = read(text)
    assert holders(text, "looted") == ["The junta"]
    assert {f.holder for f in draft.frames} == {"The junta"}


def test_clauses_parted_by_a_semicolon_do_not_report_each_other() -> None:
    text = "The army claimed to have taken the town; residents reached by phone disputed this."
    assert holders(text, "taken") == ["The army"]
    assert holders("Chad says it won; the army claims to have shot six.", "shot") == ["the army"]


def test_condition_before_the_speaker_belongs_to_what_he_says() -> None:
    text = "Manila would turn to Washington if a sailor died, a retired admiral said."
    assert holders(text, "died") == ["a retired admiral"]


def test_day_of_saying_is_no_part_of_the_name() -> None:
    text = "The foreign office on Sunday said that its envoy had left."
    assert holders(text, "left") == ["The foreign office"]


def test_subject_apart_from_its_verb_is_part_of_what_is_said() -> None:
    text = "The Taliban said at least 46 people, most of them women, were killed."
    assert holders(text, "people") == ["The Taliban"]


def test_nobody_is_no_source() -> None:
    assert read("Nobody said that the army had fled.").frames == ()


def test_semicolon_carries_on_what_was_noted() -> None:
    text = "Observers have noted that the Kremlin is weak; it cannot drive events alone."
    assert holders(text, "drive") == ["Observers"]


def test_quotation_runs_over_sentences() -> None:
    text = '"The town has fallen," the mayor said. "Gunmen burned the market on Friday."'
    assert holders(text, "burned") == ["the mayor"]


def test_pronoun_keeps_the_speaker() -> None:
    text = "Ambassador Keita said the road was closed. He added that bandits had mined it."
    assert holders(text, "mined") == ["Ambassador Keita"]


def test_source_in_apposition_is_found() -> None:
    text = (
        "On Monday, in a call with Prime Minister Abiy Ahmed, Sudan's top diplomat, Ali Sadiq, "
        "laid aside all doubts, confirming that Khartoum was committed to a ceasefire."
    )
    assert holders(text, "committed") == ["Ali Sadiq"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Putin said that the war had ended.", HolderKind.NAMED),
        ("Two officials said that the war had ended.", HolderKind.UNNAMED),
        ("A leaked memo said that the war had ended.", HolderKind.DOCUMENT),
        ("The newspaper said that the war had ended.", HolderKind.MEDIA),
    ],
)
def test_kind_of_holder(text: str, kind: HolderKind) -> None:
    draft = read(text)
    assert attribution.attribution_of(draft, word(draft, "ended"))[0].kind is kind


def test_actor_is_given_where_the_source_is_one_actor() -> None:
    document = Document(id="d", text="Putin said that the war had ended.", language="en")
    draft = Draft(document=document, syntax=parse(document), actor_ids={0: ("a1",)})
    draft = attribution.run(draft)
    assert attribution.attribution_of(draft, word(draft, "ended"))[0].actor == "a1"


def test_both_halves_of_a_sentence_are_said_by_who_stands_behind_them() -> None:
    text = "Militias occupy the west, and foreign troops have not left the east, residents say."
    assert [holders(text, verb) for verb in ("occupy", "left")] == [["residents"], ["residents"]]


def test_all_who_speak_together_are_named() -> None:
    text = "The United Nations, France and Ghana all say that Orsia arms the rebels."
    assert holders(text, "arms") == ["The United Nations, France and Ghana"]


def test_an_apposition_behind_the_saying_is_no_part_of_the_holder() -> None:
    text = (
        "Some 52,000 people fled, the mayor's office said on Friday, the largest number in years."
    )
    assert holders(text, "fled") == ["the mayor's office"]


def test_neither_of_two_is_nobody() -> None:
    assert holders("Neither the UN nor the army confirmed the killing.", "killing") == []


def test_what_is_said_of_somebody_has_an_unnamed_holder() -> None:
    assert holders("His deputy is said to have fled.", "fled") == ["said"]


def test_what_somebody_is_condemned_for_is_the_claim_of_who_condemns() -> None:
    text = "The front condemned the government for attacking a village."
    assert holders(text, "attacking") == ["The front"]


def test_it_is_somebody_where_it_says_something() -> None:
    text = "The front holds the hills, where it says that it has killed ten soldiers."
    assert holders(text, "killed") == ["it"]


def test_contents_are_exact_quotes() -> None:
    draft = read('"We will stay," said the colonel, who denied that “his men” had fled.')
    for frame in draft.frames:
        for span in (frame.cue_span, *frame.contents):
            span.check(draft.document.text)


def test_deep_nesting_is_read_without_failure() -> None:
    text = "The aide said that the envoy said that " * 80 + "it rained."
    assert len(read(text).frames) > 50


@pytest.mark.parametrize(
    "text", ['"', '" " " "', "“ “ ”", "said", "According to", "That that that."]
)
def test_fragments_do_no_harm(text: str) -> None:
    assert isinstance(read(text), Draft)


def test_who_speaks_behind_a_semicolon_is_heard() -> None:
    text = "Marek has accused the front of plotting; the front says that he is raising militias."
    assert holders(text, "raising") == ["the front"]
    assert holders(text, "accused") == []


def test_what_the_author_adds_about_a_thing_announced_is_his() -> None:
    text = "The ministry has announced elections for May, which the rebels have vowed to boycott."
    assert holders(text, "vowed") == []


def test_a_clause_with_its_own_subject_behind_the_source_is_not_the_sources() -> None:
    text = "Rebels took the town, according to diplomats, and the army shelled the port."
    by_trigger = {r.trigger.quote: r for r in coded(text).reports}
    assert [link.holder for link in by_trigger["took"].attribution] == ["diplomats"]
    assert by_trigger["shelled"].attribution == ()


def test_a_source_at_the_end_vouches_for_all_that_one_subject_does() -> None:
    draft = coded("The revolt has killed 2,600 people and displaced others, according to ACLED.")
    assert [a.holder for a in draft.claims[word(draft, "killed").index].attribution] == ["ACLED"]


def test_a_country_before_the_news_in_a_headline_is_no_source() -> None:
    text = "Angola: The army says that rebels fled.\n\nThe army said so."
    segments = (
        Segment(start=0, end=39, kind=SegmentKind.HEADLINE),
        Segment(start=41, end=len(text), kind=SegmentKind.BODY),
    )
    draft = draft_of(Document(id="d", text=text, language="en", segments=segments))
    assert all(f.holder != "Angola" for f in draft.frames)


def test_i_of_the_author_is_no_source() -> None:
    assert holders("I believe that the army shelled the town.", "shelled") == []
    assert holders("One might say that the army lost the town.", "lost") == []


def test_as_somebody_says_reaches_back_to_the_semicolon() -> None:
    text = "The army fled; it is true that rebels burned the port, as the envoy has documented."
    assert holders(text, "fled") == []
    assert holders(text, "burned") == ["the envoy"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two security officials said that the army had fled Tavo.", HolderKind.UNNAMED),
        ("A nurse told reporters that the army had fled Tavo.", HolderKind.UNNAMED),
        ("The army said that it had fled Tavo.", HolderKind.NAMED),
        ("A spokesman for the army said that it had fled Tavo.", HolderKind.NAMED),
        ("Police said that the army had fled Tavo.", HolderKind.NAMED),
    ],
)
def test_who_is_not_told_by_name_is_unnamed(text: str, kind: HolderKind) -> None:
    draft = coded(text)
    assert attribution.attribution_of(draft, word(draft, "fled"))[0].kind is kind


def test_what_follows_an_act_that_is_no_speech_does_not_speak() -> None:
    assert holders("The ruler signed a decree, held a vote and freed the army.", "signed") == []


def test_what_hardly_anybody_doubts_has_no_holder() -> None:
    assert holders("There is little doubt that soldiers burned the village.", "burned") == []


def test_claim_that_somebody_calls_false_is_not_what_it_says() -> None:
    text = "They struck the ship, a claim that the navy called false."
    assert "claim" not in holders(text, "navy")


def test_what_the_author_tells_of_the_accused_is_his_own() -> None:
    text = "Chad accused Sudan of arming the Front, a militia whose founders burned the port."
    assert holders(text, "arming") == ["Chad"]
    assert holders(text, "burned") == []


@pytest.mark.parametrize(
    ("text", "said", "holder"),
    [
        ("Few came. Most voters, a poll suggests, boycotted the vote.", "boycotted", ["a poll"]),
        ("Without them, said the bishop, the killings would go on.", "go", ["the bishop"]),
        ("If it refuses, Mr Keita has hinted, Mali might attack Tavo.", "attack", ["Mr Keita"]),
        ("They shelled Tavo, killing ten, according to a medic.", "shelled", ["a medic"]),
        ("Mali vowed revenge and, according to a memo, planned a raid.", "vowed", []),
        ("Keita said that he had won, citing the capture of Tavo.", "capture", ["Keita"]),
        ("Keita said that he had won, citing a memo.", "won", ["Keita", "a memo"]),
    ],
)
def test_who_says_what_in_the_midst_of_a_sentence(text: str, said: str, holder: list[str]) -> None:
    assert holders(text, said) == holder


def test_it_stands_for_the_report_spoken_of() -> None:
    text = "The report accuses Mali of burning huts. It alleges that soldiers shot ten men."
    draft = coded(text)
    (link,) = attribution.attribution_of(draft, word(draft, "shot"))
    assert (link.holder, link.kind, link.actor) == ("The report", HolderKind.DOCUMENT, None)


def test_an_apposition_far_behind_does_not_hide_what_is_said() -> None:
    text = "Orsia's ministry claimed the capture of two villages, a claim disputed by analysts."
    assert holders(text, "capture") == ["Orsia's ministry"]


@pytest.mark.parametrize(
    ("text", "said", "holder"),
    [
        ("Residents contacted by phone say the RSF has burned it.", "burned", ["Residents"]),
        ("An officer admitted, for once, that men had burned it.", "burned", ["An officer"]),
        ("Few care: half of those asked think the army burned it.", "care", []),
    ],
)
def test_who_says_what_where_the_clauses_are_mixed_up(
    text: str, said: str, holder: list[str]
) -> None:
    assert [h.split(" contacted")[0] for h in holders(text, said)] == holder


def test_what_a_body_thinks_is_its_own_link() -> None:
    text = "Two envoys said Washington believes that rebels burned the village."
    assert holders(text, "burned") == ["Two envoys", "Washington"]


@pytest.mark.parametrize(
    ("text", "said", "holder"),
    [
        (
            "A camp doctor contradicted this: the guard had beaten one man.",
            "beaten",
            ["A camp doctor"],
        ),
        ("Soldiers burned it, one of them said.", "burned", ["one of them"]),
        ("Cyprus said it would not free Ali, whom Russia accuses of theft.", "accuses", []),
        ("Police confirmed one raid, in which a man had been hurt.", "hurt", ["Police"]),
    ],
)
def test_who_says_what_beside_the_main_clause(text: str, said: str, holder: list[str]) -> None:
    assert holders(text, said)[-1:] == holder


def test_an_apposition_that_takes_up_what_was_said_is_the_authors() -> None:
    text = "Moscow maintained that it fell in Tavo, a version that the court rejected."
    assert holders(text, "fell") == ["Moscow"]
    assert holders(text, "rejected") == []


def test_who_is_described_between_noun_and_saying_speaks() -> None:
    text = "Contractors hired for the work say they were ordered to finish by April."
    assert holders(text, "ordered")[0].startswith("Contractors")


def test_a_new_subject_behind_a_semicolon_is_the_authors() -> None:
    text = "The judge told them he would seek warrants; Chad, which had agreed, has done nothing."
    assert holders(text, "agreed") == []


def test_a_rumour_has_an_unnamed_holder() -> None:
    assert holders("It is rumoured that two captains were arrested.", "arrested") == ["rumoured"]


@pytest.mark.parametrize(
    ("text", "said", "holder"),
    [
        ("Vilnius may recall its ambassador, an adviser suggested.", "recall", ["an adviser"]),
        ("Rebels had claimed the previous day that men had been killed.", "killed", ["Rebels"]),
        ("The general will win: that much is certain.", "win", []),
    ],
)
def test_who_says_what_where_the_parser_goes_astray(
    text: str, said: str, holder: list[str]
) -> None:
    assert holders(text, said) == holder


def test_who_rejects_what_is_found_is_told_by_the_author() -> None:
    text = "An inquiry found that the dead were civilians, a conclusion that the ministry rejected."
    assert holders(text, "rejected") == []
    assert holders(text, "civilians") == ["An inquiry"]


def test_what_is_denied_does_not_run_on_behind_a_semicolon() -> None:
    assert holders("Chad denies that it gave arms; it has called for a truce.", "called") == []
