import pytest

from khaldun.ontology import acled, acled_of, sectors
from khaldun.record import EventType

ASSAULT, PROTEST, COERCE = EventType.ASSAULT, EventType.PROTEST, EventType.COERCE


@pytest.mark.parametrize(
    ("event_type", "modes", "name"),
    [
        (ASSAULT, ["drone"], "Air/drone strike"),
        (ASSAULT, ["abduct"], "Abduction/forced disappearance"),
        (PROTEST, ["riot"], "Violent demonstration"),
        (COERCE, ["arrest"], "Arrests"),
        (EventType.RETREAT, ["ceasefire"], "Agreement"),
    ],
)
def test_modes_choose_the_sub_event(event_type: EventType, modes: list[str], name: str) -> None:
    found = acled_of(event_type, modes)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    ("against", "sub_event"), [(["civilian"], "Attack"), (["armed"], "Armed clash")]
)
def test_who_is_attacked_tells_battles_from_attacks(against: list[str], sub_event: str) -> None:
    found = acled_of(ASSAULT, by=["armed"], against=against)
    assert found
    assert found.name == sub_event


@pytest.mark.parametrize("event_type", [EventType.CONSULT, EventType.ACCUSE, EventType.AID])
def test_what_acled_does_not_code_has_no_place(event_type: EventType) -> None:
    assert acled_of(event_type) is None


def test_every_sub_event_with_a_type_can_be_written_as_its_event_type() -> None:
    for sub_event in acled().sub_events.values():
        if sub_event.type in (ASSAULT, PROTEST, COERCE):
            kinds = {"by": ["armed"], "against": ["armed" if sub_event.mutual else "civilian"]}
            assert acled_of(sub_event.type, sub_event.modes, sub_event.contexts, **kinds)


def test_kinds_of_actors_are_known_by_code_and_label() -> None:
    assert acled().inter_named("2") is acled().inter_named("Rebel Groups")
    assert acled().inter_named("Rebel group") is acled().inter_of("REB")
    assert acled().inter_named("9") is None


def test_every_sector_is_of_one_kind() -> None:
    held = [sector for inter in acled().inters.values() for sector in inter.sectors]
    assert sorted(held) == sorted(sectors())
