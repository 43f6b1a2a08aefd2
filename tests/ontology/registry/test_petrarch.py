from datetime import date
from pathlib import Path

import pytest

from khaldun.errors import OntologyError
from khaldun.ontology import Registry, RegistryKind, load_registry

DICTIONARY = """<!-- VERSION 1 -->
# actors of our own
KING_OF_UTOPIA_  ; a comment
+THE_OLD_KING
\t[LBYGOV 690901-110823]
\t[LBYREB > 20110823]
PORT_GUARD [LBYMIL] # with a comment
UTOPIA_HERALD [LBYMED]
NOWHERE [---]
ELSEWHERE [TUN/LBY]
LIBYA_ [LBY]
PORT_GUARD [LBYCOP]
"""


@pytest.fixture
def own(tmp_path: Path) -> Registry:
    path = tmp_path / "actors.txt"
    path.write_text(DICTIONARY, encoding="utf-8")
    return load_registry([path])


def test_synonyms_are_aliases(own: Registry) -> None:
    (king,) = own.find("the old king")
    assert king.name == "King Of Utopia"
    assert king.aliases == ("The Old King",)


def test_dated_codes_make_a_person_with_dated_memberships(own: Registry) -> None:
    (king,) = own.find("King of Utopia")
    assert king.kind is RegistryKind.PERSON
    assert king.sector == "REB"
    assert [(m.of, m.start, m.end) for m in king.memberships] == [
        ("state-lby", date(1969, 9, 1), date(2011, 8, 23)),
        ("state-lby", date(2011, 8, 23), None),
    ]


def test_roles_give_kind_and_sector(own: Registry) -> None:
    (herald,) = own.find("Utopia Herald")
    assert (herald.kind, herald.sector, herald.country) == (RegistryKind.MEDIA, "MED", "LBY")


def test_blocks_of_one_name_are_one_actor(own: Registry) -> None:
    (guard,) = own.find("Port Guard")
    assert guard.sector == "COP"


def test_names_with_a_discard_code_are_no_actors(own: Registry) -> None:
    assert own.find("Nowhere") == ()


def test_the_first_of_joined_codes_counts(own: Registry) -> None:
    assert own.find("Elsewhere")[0].country == "TUN"


def test_the_shipped_entry_of_a_name_comes_first(own: Registry) -> None:
    assert own.find("Libya")[0].id == "state-lby"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("+SYNONYM\n", "line 1: a synonym or code stands before any actor"),
        ("A [LBY]\nB [L]\n", r"line 2: \[L\] is not a code"),
        ("A [LBY 2011]\n", "line 1: '2011' is not a date range"),
        ("A [LBY 20111301-20120101]\n", "line 1: 2011-13-1 is not a day"),
        ("A [LBY 20120101-20110101]\n", "line 1: the interval"),
        ("A [LBY\n", "line 1: a bracket is not closed"),
        ("\nA\n+B\n", "line 2: A has no code"),
    ],
)
def test_what_is_not_in_the_notation_is_named_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        load_registry([path])
