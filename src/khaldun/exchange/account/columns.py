"""The columns of the tables of an account, with what each may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

Cell = str | int | float | bool | date | list[str] | None
Row = dict[str, Cell]


class CellKind(StrEnum):
    """What the cells of a column are, where they are not empty."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name, which is the same in every format."""

    name: str
    kind: CellKind


_PLACE = "place place_id country_iso3 admin1 latitude:number longitude:number geo_precision"
_STATED = "document_id version:integer source published:day"
_CLAIM = "certainty according_to:list"
_EVIDENCE = "quote start:integer end:integer confidence:number rule"
_WHEN = "date_start:day date_end:day date_basis"
_TABLES = {
    "events": "event_id status date_start:day date_end:day date_precision first_day:day "
    "last_day:day date_basis event_type event_mode:list contexts:list quad:integer "
    "intensity:number actors:list actor_ids:list recipients:list recipient_ids:list "
    f"{_PLACE} geonames_id:integer killed_low:number killed_best:number killed_high:number "
    "wounded_low:number wounded_best:number wounded_high:number n_reports:integer "
    "n_sources:integer sources:list certainty contradictions:list report_ids:list ontology "
    "first_reported:day url",
    "reports": f"report_id {_STATED} status {_WHEN} event_type event_mode:list contexts:list "
    "actors:list actor_ids:list recipients:list recipient_ids:list instrument "
    f"{_PLACE} quantities:list {_CLAIM} trigger {_EVIDENCE} cameo",
    "ties": "tie_id kind subject subject_id object object_id means:list certainty "
    "start_earliest:day start_latest:day attested:day end_earliest:day end_latest:day "
    "n_relations:integer n_sources:integer sources:list contradictions:list relation_ids:list",
    "relations": f"relation_id {_STATED} kind subject subject_id object object_id means:list "
    f"{_WHEN} {_CLAIM} {_EVIDENCE}",
    "forecasts": f"forecast_id {_STATED} who:list what subjects:list subject_ids:list event_type "
    "horizon_start:day horizon_end:day likelihood_low:number likelihood_high:number wording "
    f"condition {_EVIDENCE}",
    "claims": "claim_id record_id link:integer speaker speaker_id speaker_kind cue start:integer "
    "end:integer direct_quote:truth document_id",
    "actors": "actor_id name sector country_iso3 person:truth registry_id aliases:list "
    "offices:list n_documents:integer",
    "places": "place_id name kind country_iso3 admin1 latitude:number longitude:number "
    "geonames_id:integer",
    "sources": "document_id sha256 edition:integer current:truth copy_of source location title "
    "byline url language published_earliest:day published_latest:day published_basis "
    "characters:integer",
    "evidence": "record_id field document_id document_sha256 edition:integer start:integer "
    "end:integer quote prefix suffix source url published:day",
}


def _column(text: str) -> Column:
    name, _, kind = text.partition(":")
    return Column(name, CellKind(kind or "text"))


TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {name: tuple(map(_column, text.split())) for name, text in _TABLES.items()}
)
