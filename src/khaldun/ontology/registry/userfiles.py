"""A user's own registry files: YAML, CSV, and PETRARCH actor dictionaries."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from khaldun.errors import OntologyError
from khaldun.ontology.registry.index import Listing
from khaldun.ontology.registry.loading import FIELDS, parse_yaml, read_listing, read_sections
from khaldun.ontology.registry.petrarch import read_dictionary

COLUMNS = ("id", "name", "aliases", *FIELDS[1:])


def read_user_file(path: Path, *, known: Iterable[Listing], layer: int) -> list[Listing]:
    """The listings of one file, by its suffix: .yaml, .yml, .csv, or .txt for PETRARCH.

    Raises:
        OntologyError: naming the file and the line or entry that breaks the rules.
    """
    data = _bytes(path)
    origin = str(path)
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        return list(read_sections(parse_yaml(data, origin=origin), origin=origin, layer=layer))
    if suffix == ".csv":
        return list(_read_csv(_text(data, origin), origin=origin, layer=layer))
    if suffix in (".txt", ".actors"):
        states = {item.entry.country for item in known if item.entry.country}
        countries = frozenset(country for country in states if country)
        return read_dictionary(_text(data, origin), origin, countries=countries, layer=layer)
    raise OntologyError(f"{origin}: a registry file is .yaml, .csv or a PETRARCH .txt dictionary")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error}") from error


def _text(data: bytes, origin: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OntologyError(f"{origin}: line {line}: not UTF-8") from error


def _read_csv(text: str, *, origin: str, layer: int) -> Iterator[Listing]:
    reader = csv.DictReader(text.splitlines(keepends=True), restkey="", strict=True)
    _check_header(reader.fieldnames or (), origin)
    try:
        for row in reader:
            yield _read_row(row, f"{origin}: line {reader.line_num}", layer)
    except csv.Error as error:
        raise OntologyError(f"{origin}: line {reader.line_num}: {error}") from error


def _check_header(header: Iterable[str], origin: str) -> None:
    names = list(header)
    missing = [name for name in ("id", "name", "kind") if name not in names]
    unknown = [name for name in names if name not in COLUMNS]
    if missing or unknown:
        fault = f"missing {', '.join(missing)}" if missing else f"unknown {', '.join(unknown)}"
        raise OntologyError(f"{origin}: line 1: {fault}; the columns are {', '.join(COLUMNS)}")


def _read_row(row: dict[str, str | None], where: str, layer: int) -> Listing:
    if "" in row:
        raise OntologyError(f"{where}: more cells than columns")
    cells = {name: value.strip() for name, value in row.items() if value and value.strip()}
    entry_id = cells.pop("id", "")
    if not entry_id:
        raise OntologyError(f"{where}: no id")
    names = [cells.pop("name", ""), cells.pop("aliases", "")]
    cells["names"] = ";".join(name for name in names if name)
    return read_listing(entry_id, cells, origin=where, layer=layer)
