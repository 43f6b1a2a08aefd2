from datetime import date
from pathlib import Path

import pytest

from khaldun.errors import OntologyError
from khaldun.ontology import RegistryKind, load_registry, registry


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_yaml_entries_are_laid_over_the_shipped_ones(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "own.yaml",
        """
sections:
- kind: armed_group
  sector: REB
  country: LBY
  entries:
    group-nine-wells: Brigade of the Nine Wells; Nine Wells
    person-al-amin:
      names: Idris al-Amin
      kind: person
      offices: commander @group-nine-wells 2019/
""",
    )
    own = load_registry([path])
    assert len(own) == len(registry()) + 2
    assert own.find("the nine wells")[0].sector == "REB"
    (man,) = own.find("Idris Al-Amin")
    assert man.kind is RegistryKind.PERSON
    assert man.offices[0].start == date(2019, 1, 1)
    assert own.version != registry().version


def test_the_users_name_outranks_the_shipped_one(tmp_path: Path) -> None:
    path = write(tmp_path, "own.csv", "id,name,aliases,kind\norg-x,X Corps,RSF; LNA,company\n")
    assert [entry.id for entry in load_registry([path]).find("LNA")] == ["org-x", "group-lna"]


def test_an_entry_with_a_shipped_id_replaces_it(tmp_path: Path) -> None:
    path = write(tmp_path, "own.csv", "id,name,kind,country\nstate-rus,Ruthenia,state,RUS\n")
    own = load_registry([path])
    assert len(own) == len(registry())
    assert own.state("RUS") == own.get("state-rus")
    assert own.find("Russia") == ()


def test_csv_has_all_the_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "own.csv",
        "id,name,aliases,kind,sector,country,demonyms,seats,capital,parent,wikidata,offices,memberships\n"
        'party-x,"Well, Party",WP,party,PAR,LBY,,Well House,,state-lby,Q1,,@org-au 2001/2003\n',
    )
    entry = load_registry([path]).find("Well, Party")[0]
    assert entry.aliases == ("WP",)
    assert entry.seats == ("Well House",)
    assert entry.parent == "state-lby"
    assert entry.wikidata == "Q1"
    assert entry.memberships[0].end == date(2003, 12, 31)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "id,name\nx,X\n", "line 1: missing kind"),
        ("a.csv", "id,name,kind,colour\n", "line 1: unknown colour"),
        ("a.csv", "id,name,kind\n\nx,X,wizard\n", "line 3: entry x: 'wizard' is not a kind"),
        ("a.csv", "id,name,kind\n,X,party\n", "line 2: no id"),
        ("a.csv", "id,name,kind\nx,,party\n", "line 2: entry x: it has no name"),
        ("a.csv", "id,name,kind\nx,X,party,more\n", "line 2: more cells than columns"),
        ("a.csv", 'id,name,kind\nx,"X,party\n', "unexpected end of data"),
        ("a.csv", "id,name,kind,sector\nx,X,party,ZZZ\n", "line 2: entry x: 'ZZZ' is not a PLOVER"),
        ("a.csv", "id,name,kind,country\nx,X,party,LY\n", "'LY' is not an ISO 3166-1"),
        ("a.csv", "id,name,kind,wikidata\nx,X,party,12\n", "'12' is not a Wikidata item"),
        (
            "a.csv",
            "id,name,kind,parent\nx,X,party,nobody\n",
            "line 2: entry x: no entry has the id",
        ),
        ("a.csv", "id,name,kind\nx,X,party\nx,Y,party\n", "line 3: entry x is already in .*line 2"),
        (
            "a.csv",
            "id,name,kind\nx,X,party\ny,X,party\n",
            "line 3: entry y: 'X' is also a name of x",
        ),
        ("a.yaml", "sections: [", "not readable as YAML"),
        ("a.yaml", "", "line 1: the file is empty"),
        ("a.yaml", "- x\n", "line 1: this is not a mapping"),
        ("a.yaml", "entries: {}\n", "line 1: a registry file is a mapping with 'sections'"),
        ("a.yaml", "sections: x\n", "line 1: 'sections' is not a list"),
        ("a.yaml", "sections:\n- kind: party\n", "line 2: a section has 'entries'"),
        ("a.yaml", "sections:\n- colour: red\n  entries: {}\n", "line 2: a section has 'entries'"),
        (
            "a.yaml",
            "sections:\n- kind: party\n  entries:\n    x: {names: X, colour: red}\n",
            "line 4: entry x: there is no field 'colour'",
        ),
        (
            "a.yaml",
            "sections:\n- kind: party\n  entries:\n    x: {names: [X, Y]}\n",
            "line 4: this is not text",
        ),
        (
            "a.yaml",
            "sections:\n- kind: person\n  entries:\n"
            "    x: {names: X, offices: mayor @state-lby 2014/2012}\n",
            "line 4: entry x: the interval from 2014-01-01 to 2012-12-31 ends before it starts",
        ),
        ("a.doc", "", r"a registry file is \.yaml, \.csv"),
    ],
)
def test_what_breaks_the_rules_is_named_with_its_place(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    path = write(tmp_path, name, text)
    with pytest.raises(OntologyError, match=message) as caught:
        load_registry([path])
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"none\.csv: cannot be read"):
        load_registry([tmp_path / "none.csv"])


def test_bytes_that_are_not_utf8_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes(b"id,name,kind\nx,Caf\xe9,party\n")
    with pytest.raises(OntologyError, match=r"line 2: not UTF-8"):
        load_registry([path])


def test_a_duplicate_is_allowed_with_a_rule_of_choice(tmp_path: Path) -> None:
    path = write(tmp_path, "own.csv", "id,name,kind\nx,Zed,party\ny,Zed~,party\n")
    assert [entry.id for entry in load_registry([path]).find("zed")] == ["x", "y"]
