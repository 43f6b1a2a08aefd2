from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.furniture import furniture_rules, segments
from khaldun.reading.normal import normalise
from khaldun.reading.resource import load_resource
from khaldun.record import SegmentKind

RULES: list[dict[str, Any]] = load_resource("furniture")["rules"]
COMPILED = {rule.name: rule for rule in furniture_rules()}
BODY = (
    "The army shelled two villages on the eastern bank on Monday, residents said.",
    "A spokesman for the governor said that talks would go on in the capital.",
    "The rebels have held the bridge since the spring, and the market is closed.",
)


def kinds(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join(paragraphs)
    return [(s.kind.value, text[s.start : s.end]) for s in segments(text)]


def not_body(*paragraphs: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, text in kinds(*paragraphs) if kind != "body"]


@pytest.mark.parametrize(
    ("rule", "example"),
    [(r["name"], e) for r in RULES for e in r.get("examples", [])],
    ids=lambda value: value[:40],
)
def test_examples_of_a_rule_match_it(rule: str, example: str) -> None:
    assert COMPILED[rule].matches(example)


@pytest.mark.parametrize(
    "counter", [c for r in RULES for c in r.get("counter", [])], ids=lambda value: value[:40]
)
def test_counter_examples_match_no_rule(counter: str) -> None:
    found = [r.name for r in furniture_rules() if r.where != "tail" and r.matches(counter)]
    assert found == []


def test_every_rule_has_an_example() -> None:
    assert [r["name"] for r in RULES if not r.get("examples")] == []


def test_plain_body_is_one_segment() -> None:
    assert kinds(*BODY) == [("body", "\n\n".join(BODY))]


def test_an_op_ed_with_all_its_furniture() -> None:
    caption = "A soldier walks through a market in Goma on March 3, 2019. Photo: AFP"
    rights = "This article was provided by Example Bureau, which holds copyright."
    author = (
        "Jane Doe is a security analyst based in Tbilisi. Her work focuses on borders. "
        "Follow her on Twitter @janedoe."
    )
    assert not_body(caption, *BODY, rights, author) == [
        ("caption", caption),
        ("copyright", rights),
        ("biography", author),
    ]


def test_a_wire_report_with_headline_byline_and_dateline() -> None:
    opening = "GOMA, Congo (AP) — " + BODY[0]
    assert kinds("Army shells villages", "By Jane Doe", opening, BODY[1]) == [
        ("headline", "Army shells villages"),
        ("byline", "By Jane Doe"),
        ("dateline", "GOMA, Congo (AP) —"),
        ("body", f"{BODY[0]}\n\n{BODY[1]}"),
    ]


def test_editing_credits_are_cut_off_the_last_sentence() -> None:
    last = "(Reporting by Jane Doe; Editing by John Smith)"
    assert not_body(BODY[0], f"{BODY[1]} {last}") == [("byline", last)]


def test_links_between_paragraphs_are_not_body() -> None:
    assert not_body(BODY[0], "Read more: The road to Goma", BODY[1], "Advertisement", BODY[2]) == [
        ("promotion", "Read more: The road to Goma"),
        ("promotion", "Advertisement"),
    ]


def test_titles_under_a_heading_of_links_are_not_body() -> None:
    links = ("Related stories", "Army takes the bridge", "Talks fail again")
    assert not_body(*BODY, *links) == [("promotion", "\n\n".join(links))]


def test_a_person_the_report_speaks_of_is_no_author() -> None:
    report = "Jane Doe was held for a week, her family said."
    last = "Jane Doe is a journalist at the Example Courier."
    assert not_body(BODY[0], report, last) == []


def test_a_victim_of_a_profession_is_no_author() -> None:
    assert not_body(*BODY, "John Smith is a journalist who was kidnapped in May.") == []


def test_a_biography_in_two_paragraphs() -> None:
    first = "Jane Doe is a senior fellow at the Example Institute."
    second = "She is the author of two books on the Sahel."
    assert not_body(*BODY, first, second) == [("biography", f"{first}\n\n{second}")]


def test_what_is_about_the_author_is_biography_to_the_end() -> None:
    tail = ("About the author", "Jane Doe has lived by the lake for years.")
    assert not_body(*BODY, *tail) == [("biography", "\n\n".join(tail))]


def test_a_first_sentence_is_no_headline() -> None:
    assert kinds(*BODY)[0][0] == "body"


def test_a_text_of_one_paragraph_is_body() -> None:
    text = "Rebels took the bridge at Goma, the army said (Reuters)"
    assert kinds(text) == [("body", text)]


def test_a_line_with_the_date_is_no_body() -> None:
    assert not_body("Army shells villages", "August 20, 2020", *BODY) == [
        ("headline", "Army shells villages"),
        ("dateline", "August 20, 2020"),
    ]


def test_datelines_of_upper_case_archives() -> None:
    text = "LIMA, 12 JAN 90 (EFE) -- [TEXT] THE ARMY DENIED THAT IT SHELLED THE TOWN."
    assert kinds(text) == [
        ("dateline", "LIMA, 12 JAN 90 (EFE) -- [TEXT]"),
        ("body", "THE ARMY DENIED THAT IT SHELLED THE TOWN."),
    ]


PIECES = st.sampled_from(
    [
        *BODY,
        *(e for r in RULES for e in r.get("examples", [])),
        "TRIPOLI -- It began.",
        "*",
        "No end",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("\n\n".join)))
def test_segments_tile_the_text(raw: str) -> None:
    text = normalise(raw)
    position = 0
    for segment in segments(text):
        assert text[position : segment.start].strip() == ""
        assert text[segment.start : segment.end].strip() == text[segment.start : segment.end]
        assert segment.start < segment.end
        position = segment.end
    assert text[position:].strip() == ""


@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=6))
def test_body_is_never_swallowed(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert [s.kind for s in segments(text)] == [SegmentKind.BODY]


def test_a_line_of_figures_that_are_a_date_is_no_pager() -> None:
    assert not_body("Army shells villages", "2020-08-20", *BODY)[1] == ("dateline", "2020-08-20")


def test_a_numbered_heading_is_no_author() -> None:
    found = segments("Report on Chad\n\nI. Introduction\n\nThe army left Tavo on Monday, he said.")
    assert [s.kind for s in found][:2] != [SegmentKind.HEADLINE, SegmentKind.BYLINE]


def test_who_the_author_is_may_stand_above_the_date() -> None:
    bio = "Jane Doe is a senior fellow at the Centre for Eastern Strategy in Warsaw."
    found = not_body("Why the army won", "By Jane Doe", bio, "December 1, 2020", *BODY)
    assert found[2:] == [("biography", bio), ("dateline", "December 1, 2020")]
