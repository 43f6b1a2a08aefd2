"""Which descriptions of many documents are of one actor."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.record import Actor, Office
from khaldun.resolution import Decisions, actor_keys, resolve_actors
from tests.resolution.builders import body, person

GENERAL = (Office(title="general"),)
_LBY = {"country": "LBY", "sector": "MIL"}


def _groups(*members: Actor, decisions: Decisions | None = None) -> list[set[str]]:
    made = resolve_actors(members, decisions or Decisions())
    return sorted(({m.member for m in r.members} for r in made), key=sorted)


def _ids(*members: Actor) -> set[str]:
    return {member.id for member in members}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Chad", registry_id="Q657"), body("N'Djamena", registry_id="Q657")),
        (person("Salim Daoudi", **_LBY), person("Salim Daoudi")),
        (person("Khalil Hamdar", **_LBY), person("Khalil Himdar", **_LBY)),
        (person("Salim Daoudi", **_LBY), person("Daoudi", **_LBY)),
        (person("S. Daoudi", **_LBY), person("Salim Daoudi", **_LBY)),
        (
            person("Salim Daoudi", offices=GENERAL),
            person("Daoudi", id="d", offices=GENERAL),
        ),
        (body("Ennedi Defence Union", country="TCD"), body("Ennedi Defense Union", country="TCD")),
        (
            body("Ennedi Defence Union", sector="REB", aliases=("EDU",)),
            body("EDU", sector="REB"),
        ),
        (
            body("army of Chad", sector="MIL", country="TCD"),
            body("Chadian troops", sector="MIL", country="TCD"),
        ),
    ],
    ids=[
        "entry", "name", "spelling", "surname and country", "initial", "surname and office",
        "spelling of a body", "acronym", "a state's army",
    ],
)  # fmt: skip
def test_one_actor(one: Actor, other: Actor) -> None:
    assert _groups(one, other) == [_ids(one, other)]
    assert set(actor_keys(one)) & set(actor_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("gunmen", id="a", sector="UAF"), body("gunmen", id="b", sector="UAF")),
        (body("the rebels", id="a", country="TCD"), body("the rebels", id="b", country="TCD")),
        (person("Salim Daoudi", **_LBY), person("Karim Daoudi", **_LBY)),
        (person("Salim Daoudi", **_LBY), person("Daoudi", country="DZA", sector="MIL")),
        (person("Salim Daoudi"), person("Daoudi")),
        (
            body("Foreign Ministry", id="a", sector="GOV", country="LBY"),
            body("Foreign Ministry", id="b", sector="GOV", country="DZA"),
        ),
        (
            body("Foreign Ministry", id="a", sector="GOV"),
            body("Foreign Ministry", id="b", sector="GOV"),
        ),
        (body("Northern Front", country="TCD"), body("Southern Front", country="TCD")),
        (body("two diplomats", id="a", **_LBY), body("two diplomats", id="b", **_LBY)),
    ],
    ids=[
        "gunmen", "the rebels", "brothers", "namesakes abroad", "a surname alone",
        "two ministries", "a ministry of unknown state", "two fronts", "some diplomats",
    ],
)  # fmt: skip
def test_two_actors(one: Actor, other: Actor) -> None:
    assert _groups(one, other) == sorted([{one.id}, {other.id}], key=sorted)


def test_a_surname_that_fits_two_is_joined_with_neither() -> None:
    brothers = [person(f"{given} Daoudi", **_LBY) for given in ("Salim", "Karim")]
    surname = person("Daoudi", **_LBY)
    assert _groups(*brothers, surname) == sorted(({a.id} for a in (*brothers, surname)), key=sorted)


def test_an_actor_has_all_names_and_the_id_of_its_entry() -> None:
    members = [
        body("Chad", id="a", registry_id="Q657", country="TCD"),
        body("Chad", id="b", registry_id="Q657", aliases=("Chadian",)),
    ]
    [made] = resolve_actors(members)
    assert (made.actor.id, made.actor.aliases, made.actor.country) == ("Q657", ("Chadian",), "TCD")


def test_why_a_description_is_joined_is_said() -> None:
    [made] = resolve_actors([person("Salim Daoudi", **_LBY), person("Daoudi", **_LBY)])
    assert sorted(m.reason for m in made.members) == [
        "its own name",
        "surname and country and sector",
    ]


def test_people_can_join_and_part_actors() -> None:
    one, other = person("Salim Daoudi", **_LBY), person("Karim Omar")
    pair = frozenset({(one.id, other.id)})
    assert _groups(one, other, decisions=Decisions(together=pair)) == [_ids(one, other)]
    same = person("Salim Daoudi", id="x", **_LBY)
    parted = Decisions(apart=frozenset({(one.id, same.id)}))
    assert _groups(one, same, decisions=parted) == [{one.id}, {"x"}]


def test_an_entry_that_a_person_split_makes_two_actors_with_two_ids() -> None:
    members = [body("Chad", id=i, registry_id="Q657") for i in ("a", "b")]
    made = resolve_actors(members, Decisions(apart=frozenset({("a", "b")})))
    assert len({r.actor.id for r in made}) == 2


_names = st.sampled_from(
    ["Salim Daoudi", "S. Daoudi", "Daoudi", "Karim Daoudi", "Selim Daudi", "gunmen", "Chad",
     "army of Chad", "Chadian troops", "Ennedi Defence Union", "EDU", "Foreign Ministry"]
)  # fmt: skip
_members = st.lists(
    st.builds(
        dict,
        name=_names,
        person=st.booleans(),
        country=st.sampled_from([None, "TCD", "LBY"]),
        sector=st.sampled_from([None, "MIL", "REB", "GOV"]),
        registry_id=st.sampled_from([None, None, None, "Q657"]),
    ),
    max_size=14,
).map(lambda given: [Actor(id=f"m{n:02}", **fields) for n, fields in enumerate(given)])  # type: ignore[arg-type]


@given(_members, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(members: list[Actor], order: random.Random) -> None:
    expected = resolve_actors(members)
    order.shuffle(members)
    assert resolve_actors(members) == expected


@given(_members)
def test_every_description_is_of_exactly_one_actor(members: list[Actor]) -> None:
    made = resolve_actors(members)
    assert sorted(m.member for r in made for m in r.members) == [m.id for m in members]
    assert len({r.actor.id for r in made}) == len(made)


@given(_members)
def test_sets_that_share_no_key_can_be_resolved_apart(members: list[Actor]) -> None:
    made = [r for part in _parts(members) for r in resolve_actors(part)]
    assert tuple(sorted(made, key=lambda r: r.actor.id)) == resolve_actors(members)


def _parts(members: list[Actor]) -> list[list[Actor]]:
    parts: list[tuple[set[str], list[Actor]]] = []
    for member in members:
        keys, joined = set(actor_keys(member)), [member]
        for part in [p for p in parts if p[0] & keys]:
            keys |= part[0]
            joined += part[1]
            parts.remove(part)
        parts.append((keys, joined))
    return [part for _, part in parts]
