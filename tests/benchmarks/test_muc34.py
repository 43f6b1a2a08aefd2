"""MUC templates: answer keys read closely, templates aligned, slots scored."""

from dataclasses import replace

import pytest

from benchmarks.sets.muc34 import align, slot_counts
from benchmarks.sets.muc34_report import templates
from benchmarks.sets.muc34_template import Fill, Template, credit, read_key
from khaldun.record import Document, EventType, Place, Span
from tests.benchmarks.drafts import actor, draft, on, report

_KEY = read_key(
    {
        "INCIDENT: DATE": ["- 04 MAR 90"],
        "INCIDENT: LOCATION": ["NORLAND: EASTMARK (DEPARTMENT): PORT ROSA (CITY)"],
        "INCIDENT: TYPE": ["BOMBING / ATTACK"],
        "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
        "INCIDENT: INSTRUMENT ID": ["*"],
        "PERP: INDIVIDUAL ID": ['? "ARMED MEN"'],
        "PERP: ORGANIZATION ID": ['"FRONT OF THE EAST" / "FE"'],
        "PERP: ORGANIZATION CONFIDENCE": ['SUSPECTED OR ACCUSED: "FRONT OF THE EAST" / "FE"'],
        "HUM TGT: NUMBER": ['6 / 4: "DRIVERS"'],
        "HUM TGT: EFFECT OF INCIDENT": ['NO INJURY OR DEATH: "-"'],
    },
    optional=False,
)


def test_a_star_is_an_empty_slot() -> None:
    assert _KEY.of("instrument") == ()


def test_alternatives_are_kept_apart() -> None:
    assert _KEY.of("type") == (Fill(("BOMBING", "ATTACK")),)
    assert _KEY.of("perpetrator organisation") == (Fill((), ("FRONT OF THE EAST", "FE")),)


def test_a_question_mark_makes_a_fill_optional() -> None:
    assert _KEY.of("perpetrator individual") == (Fill((), ("ARMED MEN",), optional=True),)


def test_a_value_keeps_the_words_that_it_is_about() -> None:
    assert _KEY.of("human target number") == (Fill(("6", "4"), ("DRIVERS",)),)
    assert _KEY.of("human target effect") == (Fill(("NO INJURY OR DEATH",), ()),)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("04 MAR 90", "1990-03-04..1990-03-04"),
        ("- 04 MAR 90", "..1990-03-04"),
        ("16 MAR 89 - 18 MAR 89", "1989-03-16..1989-03-18"),
        ("OCT 18", "OCT 18"),
    ],
)
def test_dates_become_ranges(raw: str, value: str) -> None:
    key = read_key({"INCIDENT: DATE": [raw]}, optional=False)
    assert key.of("date") == (Fill((value,)),)


@pytest.mark.parametrize(
    ("ours", "gold", "expected"),
    [
        ("1990-03-04..1990-03-04", "1990-03-04..1990-03-04", 1.0),
        ("..1990-03-04", "..1990-03-04", 1.0),
        ("1990-03-01..1990-03-04", "..1990-03-04", 1.0),
        ("1990-03-04..1990-03-04", "..1990-03-04", 0.0),
        ("..1990-03-04", "1990-03-04..1990-03-04", 0.0),
    ],
)
def test_an_upper_bound_is_no_day(ours: str, gold: str, expected: float) -> None:
    assert credit("date", Fill((ours,)), Fill((gold,))) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Port Rosa", 1.0), ("Eastmark", 0.5), ("Norland", 0.5), ("Westria", 0.0)],
)
def test_a_place_that_contains_the_right_one_earns_a_half(name: str, expected: float) -> None:
    assert credit("place", Fill((name,)), _KEY.of("place")[0]) == expected


def test_a_confidence_needs_value_and_organisation() -> None:
    gold = _KEY.of("perpetrator confidence")[0]
    assert credit("perpetrator confidence", Fill(("SUSPECTED OR ACCUSED",), ("the FE",)), gold)
    assert not credit("perpetrator confidence", Fill(("POSSIBLE",), ("the FE",)), gold)
    assert not credit("perpetrator confidence", Fill(("SUSPECTED OR ACCUSED",), ("army",)), gold)


def test_an_optional_fill_is_no_miss() -> None:
    assert slot_counts("perpetrator individual", Template({}), _KEY) == (0.0, 0.0, 0.0)
    found = Template({"perpetrator individual": (Fill((), ("the armed men",)),)})
    assert slot_counts("perpetrator individual", found, _KEY) == (1.0, 1.0, 1.0)


def test_templates_are_aligned_so_that_most_slots_match() -> None:
    key = [
        Template({"type": (Fill(("ATTACK",)),), "place": (Fill(("A: B (CITY)",)),)}),
        Template({"type": (Fill(("ATTACK",)),), "place": (Fill(("A: C (CITY)",)),)}),
    ]
    ours = [Template({"type": (Fill(("ATTACK",)),), "place": (Fill(("C",)),)})]
    pairs, spare = align(ours, key)
    assert (ours[0], key[1]) in pairs
    assert (Template({}), key[0]) in pairs
    assert spare == []


def test_an_optional_template_that_is_missed_is_no_miss() -> None:
    key = [Template({"type": (Fill(("ATTACK",)),)}, optional=True)]
    assert align([], key) == ([], [])


def test_a_report_that_no_template_takes_is_spare() -> None:
    ours = [Template({"type": (Fill(("ATTACK",)),)})]
    assert align(ours, []) == ([], ours)


def test_a_report_fills_the_slots_that_it_has() -> None:
    text = "Armed men killed the mayor in Port Rosa with rifles ."
    document = Document(id="d", text=text, language="en")
    found = Place(id="p", name="Port Rosa", mentions=(Span.of(text, 30, 39),))
    told = report(
        text, EventType.ASSAULT, "killed", "m", "v", when=on("1990-03-04"), place="p",
        instrument="rifles",
    )  # fmt: skip
    (template,) = templates(
        replace(
            draft(document),
            actors=(actor("m", text, "Armed men"), actor("v", text, "the mayor", person=True)),
            places=(found,),
            reports=(told,),
        )
    )
    assert template.of("type") == (Fill(("ATTACK",)),)
    assert template.of("date") == (Fill(("1990-03-04..1990-03-04",)),)
    assert template.of("perpetrator individual")[0].strings[0] == "Armed men"
    assert template.of("human target effect")[0].values == ("DEATH",)
    assert template.of("human target number")[0].values == ("1",)
    assert template.of("instrument") == (Fill((), ("rifles",)),)
