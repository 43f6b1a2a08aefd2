"""A user's own registry files: YAML, CSV, and PETRARCH actor dictionaries."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from khaldun.errors import OntologyError
from khaldun.ontology.registry.index import Listing
from khaldun.ontology.registry.loading import FIELDS, RegistryFile, read_listing, read_yaml
from khaldun.ontology.registry.petrarch import read_dictionary

COLUMNS = ("id", "name", "aliases", *FIELDS[1:])


def open_user_file(path: Path, *, layer: int) -> RegistryFile:
    """The bytes of a user's file; OntologyError where it cannot be read."""
    try:
        return RegistryFile(name=str(path), data=path.read_bytes(), layer=layer)
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error}") from error


def read_user_file(file: RegistryFile, *, states: Mapping[str, str]) -> list[Listing]:
    """The listings of one file, by its suffix: .yaml, .yml, .csv, or .txt for PETRARCH.

    `states` are entry ids by the codes that a PETRARCH dictionary may give a state.

    Raises:
        OntologyError: naming the file and the line that breaks the rules.
    """
    suffix = PurePath(file.name).suffix.lower()
    if suffix in (".yaml", ".yml"):
        return list(read_yaml(file))
    if suffix == ".csv":
        return list(_read_csv(file))
    if suffix == ".txt":
        return read_dictionary(_text(file), origin=file.name, states=states, layer=file.layer)
    raise OntologyError(f"{file.name}: a registry file is .yaml, .csv, or .txt for PETRARCH")


def _text(file: RegistryFile) -> str:
    try:
        return file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        raise OntologyError(f"{file.name}: line {line}: not UTF-8") from error


def _read_csv(file: RegistryFile) -> Iterator[Listing]:
    reader = csv.DictReader(_text(file).splitlines(keepends=True), restkey="", strict=True)
    _check_header(reader.fieldnames or (), file.name)
    try:
        for row in reader:
            yield _read_row(row, file, reader.line_num)
    except csv.Error as error:
        raise OntologyError(f"{file.name}: line {reader.line_num}: {error}") from error


def _check_header(header: Iterable[str], origin: str) -> None:
    names = list(header)
    missing = [name for name in ("id", "name", "kind") if name not in names]
    unknown = [name for name in names if name not in COLUMNS]
    if missing or unknown:
        fault = f"missing {', '.join(missing)}" if missing else f"unknown {', '.join(unknown)}"
        raise OntologyError(f"{origin}: line 1: {fault}; the columns are {', '.join(COLUMNS)}")


def _read_row(row: Mapping[str, str | None], file: RegistryFile, line: int) -> Listing:
    if "" in row:
        raise OntologyError(f"{file.name}: line {line}: more cells than columns")
    cells = {name: value.strip() for name, value in row.items() if value and value.strip()}
    entry_id = cells.pop("id", "")
    if not entry_id:
        raise OntologyError(f"{file.name}: line {line}: no id")
    names = [cells.pop("name", ""), cells.pop("aliases", "")]
    cells["names"] = ";".join(name for name in names if name)
    return read_listing(entry_id, cells, file=file, line=line)
