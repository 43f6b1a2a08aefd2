import pytest

from khaldun.errors import OntologyError
from khaldun.ontology import cameo, cameo_of, modes_of, plover_of
from khaldun.record import EventType


def test_codes_keep_their_leading_zeros() -> None:
    assert all(code.isdecimal() and 2 <= len(code) <= 4 for code in cameo().codes)
    assert {code[:2] for code in cameo().codes} == {f"{n:02}" for n in range(1, 21)}


def test_every_code_has_the_codes_above_it() -> None:
    codes = cameo().codes
    assert all(code[:-1] in codes for code in codes if len(code) > 2)


def test_labels_are_unique() -> None:
    labels = [code.label for code in cameo().codes.values()]
    assert len(set(labels)) == len(labels)


def test_statements_have_no_equivalent() -> None:
    assert {c.type for c in cameo().codes.values() if c.root == "01"} == {None}


@pytest.mark.parametrize(
    ("code", "event_type", "modes"),
    [
        ("042", EventType.CONSULT, ("visit",)),
        ("0871", EventType.RETREAT, ("ceasefire",)),
        ("116", EventType.SANCTION, ("convict",)),
        ("163", EventType.SANCTION, ("discontinue",)),
        ("1952", EventType.ASSAULT, ("drone",)),
        ("055", EventType.CONCEDE, ()),
    ],
)
def test_a_code_has_its_type_and_modes(
    code: str, event_type: EventType, modes: tuple[str, ...]
) -> None:
    found = plover_of(code)
    assert (found.type, found.modes) == (event_type, modes)


def test_hosting_swaps_the_parties() -> None:
    assert plover_of("043").swapped
    assert not plover_of("042").swapped


def test_strike_or_boycott_does_not_say_which() -> None:
    assert plover_of("143").modes == ()
    assert plover_of("143").either == ("strike", "boycott")


def test_a_number_without_its_zero_is_no_code() -> None:
    with pytest.raises(OntologyError, match="'042'"):
        plover_of("42")


@pytest.mark.parametrize(
    ("event_type", "modes", "code"),
    [
        (EventType.PROTEST, (), "140"),
        (EventType.PROTEST, ("demo",), "141"),
        (EventType.PROTEST, ("boycott",), "143"),
        (EventType.CONSULT, ("visit",), "042"),
        (EventType.AID, (), "070"),
        (EventType.ASSAULT, ("explosives",), "183"),
        (EventType.ASSAULT, ("drone",), "1952"),
        (EventType.ACCUSE, ("allege",), "112"),
    ],
)
def test_what_only_one_code_covers_has_it(
    event_type: EventType, modes: tuple[str, ...], code: str
) -> None:
    assert cameo_of(event_type, modes) == code


@pytest.mark.parametrize(
    ("event_type", "modes"),
    [
        (EventType.ASSAULT, ()),
        (EventType.ACCUSE, ()),
        (EventType.REQUEST, ("assist",)),
        (EventType.MOBILIZE, ("weapons",)),
        (EventType.ASSAULT, ("targeted",)),
        (EventType.ASSAULT, ("drone", "abduct")),
    ],
)
def test_what_several_codes_or_none_could_mean_has_none(
    event_type: EventType, modes: tuple[str, ...]
) -> None:
    assert cameo_of(event_type, modes) is None


@pytest.mark.parametrize("event_type", EventType)
def test_a_code_leads_back_to_the_type_it_came_from(event_type: EventType) -> None:
    for modes in ((), *((mode,) for mode in modes_of(event_type))):
        code = cameo_of(event_type, modes)
        if code is not None:
            assert plover_of(code).type is event_type
            assert set(modes) <= {*plover_of(code).modes, *plover_of(code).either}
