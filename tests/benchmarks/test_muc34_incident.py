"""Which reports tell one MUC incident."""

from dataclasses import replace

from benchmarks.sets.muc34_report import templates
from benchmarks.sets.muc34_template import Template
from khaldun.record import Actor, Document, EventType, Place, Report, Span
from tests.benchmarks.drafts import actor, draft, on, report

_TEXT = "Gunmen attacked the mayor on a road . Later the mayor died . A farmer hid ."


def told(*reports: Report, places: tuple[Place, ...] = (), sector: str | None = None) -> int:
    return len(merged(*reports, places=places, sector=sector))


def merged(
    *reports: Report, places: tuple[Place, ...] = (), sector: str | None = None
) -> list[Template]:
    document = Document(id="d", text=_TEXT, language="en")
    people: tuple[Actor, ...] = (
        actor("g", _TEXT, "Gunmen"),
        replace(actor("v", _TEXT, "the mayor", person=True), sector=sector),
    )
    return templates(replace(draft(document), actors=people, places=places, reports=reports))


def attack(trigger: str, day: str | None = None, place: str | None = None) -> Report:
    made = report(_TEXT, EventType.ASSAULT, trigger, ("g",), ("v",), place=place)
    return replace(made, when=on(day)) if day else made


def test_reports_with_a_victim_in_common_are_one_incident() -> None:
    (template,) = merged(attack("attacked", "1990-03-04"), attack("died"))
    assert template.of("date")[0].values == ("1990-03-04..1990-03-04",)
    assert template.of("human target effect")[0].values == ("DEATH",)


def test_reports_of_two_days_are_two_incidents() -> None:
    assert told(attack("attacked", "1990-03-04"), attack("died", "1990-03-09")) == 2


def test_reports_from_two_towns_are_two_incidents() -> None:
    road = Span.of(_TEXT, 29, 35)
    places = (
        Place(id="p", name="Bira", kind="city", mentions=(road,)),
        Place(id="q", name="Balo", kind="city", mentions=(road,)),
    )
    told_here, told_there = attack("attacked", place="p"), attack("died", place="q")
    assert told(told_here, told_there, places=places) == 2


def test_a_kidnapping_is_never_part_of_another_incident() -> None:
    taken = replace(attack("died"), modes=("abduct",))
    assert told(attack("attacked"), taken) == 2


def test_fighting_between_armed_forces_is_no_incident() -> None:
    assert told(attack("attacked"), sector="MIL") == 0
