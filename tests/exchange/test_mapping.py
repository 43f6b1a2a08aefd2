from pathlib import Path

import pytest

from khaldun.errors import FormatError
from khaldun.exchange.mapping import FIELDS, mapping_of

GOOD = b"""
name: Incident log
delimiter: "|"
date_format: "%d/%m/%Y"
fields: {id: no, date_start: day, event_type: kind, actors: by}
values: {event_type: {bombing: ASSAULT explosives, 5: PROTEST}}
constants: {country_iso3: LBY}
"""


def test_a_mapping_says_which_column_is_what() -> None:
    rules = mapping_of(GOOD)
    assert (rules.name, rules.delimiter, rules.date_format) == ("Incident log", "|", "%d/%m/%Y")
    assert rules.fields["event_type"] == "kind"
    assert rules.values["event_type"] == {"bombing": "ASSAULT explosives", "5": "PROTEST"}


def test_json_is_as_good_as_yaml() -> None:
    rules = mapping_of(b'{"fields": {"event_type": "kind"}}')
    assert (rules.fields, rules.list_separator) == ({"event_type": "kind"}, ";")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"- a", "is no mapping"),
        (b"fields: [a]", "fields is no mapping"),
        (b"fields: {a: b: c}", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"fields: {colour: c, event_type: d}", "no field colour; there are actor_country, "),
        (b"fields: {actors: a}", "event_type is neither"),
        (b"fields: {event_type: a}\nweather: b", "no key weather; there are constants, "),
        (b"fields: {event_type: a}\ndelimiter: '::'", "is not one character"),
        (b"fields: {event_type: a}\nvalues: [a]", "values is no mapping"),
        (b"fields: !!python/object:os.system {}", "cannot be read"),
    ],
)
def test_what_is_wrong_with_it_is_said(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        mapping_of(data)


def test_every_field_is_documented() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "formats" / "own-tables.md"
    text = page.read_text("utf-8")
    assert [name for name in sorted(FIELDS) if f"`{name}`" not in text] == []
