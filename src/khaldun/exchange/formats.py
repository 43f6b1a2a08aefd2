"""Every format that goes out or comes in, by name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from khaldun.errors import UsageError
from khaldun.exchange.account.columns import TABLES
from khaldun.exchange.account.csv import to_csv
from khaldun.exchange.account.jsonl import to_jsonl
from khaldun.exchange.account.lossless import to_account
from khaldun.exchange.account.parquet import to_parquet
from khaldun.exchange.account.xlsx import to_xlsx
from khaldun.exchange.acled import from_acled, to_acled
from khaldun.exchange.annotations import to_annotations
from khaldun.exchange.ftm import to_ftm
from khaldun.exchange.geojson import to_geojson
from khaldun.exchange.gexf import to_gexf
from khaldun.exchange.graphml import to_graphml
from khaldun.exchange.lines import from_lines
from khaldun.exchange.mapped import from_csv
from khaldun.exchange.plover import from_plover, to_plover
from khaldun.exchange.polecat import from_polecat, to_polecat
from khaldun.exchange.problems import Written
from khaldun.exchange.timeline import to_timeline_csv, to_timeline_json
from khaldun.exchange.ucdp import from_ucdp, to_ucdp
from khaldun.record import Account, CodedDocument, Problem

Read = Iterator[CodedDocument | Problem]
DEFAULT_TABLE = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: how its files end, what it is for, how to write and to read it.

    `tabular`: it holds one table at a time. `mapped`: reading it needs a mapping.
    """

    name: str
    suffix: str
    about: str
    write: Callable[[Account, str], Written] | None = None
    read: Callable[[bytes, str, bytes | None], Read] | None = None
    tabular: bool = False
    mapped: bool = False


def writers() -> tuple[str, ...]:
    """The names of the formats that an account can be written in."""
    return tuple(name for name, each in FORMATS.items() if each.write)


def readers() -> tuple[str, ...]:
    """The names of the formats that can be read."""
    return tuple(name for name, each in FORMATS.items() if each.read)


def export(
    account: Account, form: str, *, table: str | None = None, spreadsheet_safe: bool = False
) -> Written:
    """The account in a format; problems say what the format could not hold.

    `table` is which table, for the formats that hold one at a time: events if not said.
    `spreadsheet_safe` is for csv: text that would run as a formula gets an apostrophe.

    Raises:
        UsageError: there is no such format or table, or it needs a package that is missing.
    """
    write = _format(form, writers()).write
    if table is not None and not FORMATS[form].tabular:
        raise UsageError(f"{form} holds no single table; leave the table out")
    if spreadsheet_safe and form != "csv":
        raise UsageError(f"{form} needs no guard against formulas; only csv does")
    if write is None:
        raise UsageError(f"{form} can be read but not written")
    if spreadsheet_safe:
        return Written(data=to_csv(account, table or DEFAULT_TABLE, spreadsheet_safe=True))
    return write(account, table or DEFAULT_TABLE)


def read(data: bytes, form: str, *, name: str, mapping: bytes | None = None) -> Read:
    """What a file says, as coded documents, and Problems for what was not read.

    `name` is that of the file, for problems; `mapping` says which column is what.

    Raises:
        UsageError: there is no such format, or a mapping is given that it has no use for.
        FormatError: the file as a whole is not in this format.
    """
    found = _format(form, readers())
    if mapping is not None and not found.mapped:
        raise UsageError(f"{form} has columns of its own; leave the mapping out")
    if found.read is None:
        raise UsageError(f"{form} can be written but not read")
    return found.read(data, name, mapping)


def _format(name: str, known: tuple[str, ...]) -> Format:
    if name not in known:
        raise UsageError(f"there is no format {name!r} for this; there are {', '.join(known)}")
    return FORMATS[name]


def _whole(account: Account, _: str) -> Written:
    return Written(data=b"".join(to_account(account)))


def _plain(write: Callable[[Account, str], bytes]) -> Callable[[Account, str], Written]:
    return lambda account, table: Written(data=write(account, table))


def _once(write: Callable[[Account], Written]) -> Callable[[Account, str], Written]:
    return lambda account, _: write(account)


def _unmapped(read: Callable[[bytes, str], Read]) -> Callable[[bytes, str, bytes | None], Read]:
    return lambda data, name, _: read(data, name)


_TABLES = f"one table of {', '.join(TABLES)}"
_ALL = (
    Format(
        name="csv",
        suffix=".csv",
        about=f"{_TABLES}; reads a table of your own with a mapping, or ours of events",
        write=_plain(to_csv),
        read=from_csv,
        tabular=True,
        mapped=True,
    ),
    Format(
        name="jsonl",
        suffix=".jsonl",
        about=f"{_TABLES}; reads coded documents, accounts and our table of events",
        write=_plain(to_jsonl),
        read=_unmapped(from_lines),
        tabular=True,
    ),
    Format(
        name="parquet", suffix=".parquet", about=_TABLES, write=_plain(to_parquet), tabular=True
    ),
    Format(name="xlsx", suffix=".xlsx", about="all tables as sheets", write=_once(to_xlsx)),
    Format(
        name="account",
        suffix=".account.jsonl",
        about="everything, without loss",
        write=_whole,
        read=_unmapped(from_lines),
    ),
    Format(
        name="geojson",
        suffix=".geojson",
        about="events on a map, points where a point is known",
        write=_once(to_geojson),
    ),
    Format(
        name="graphml",
        suffix=".graphml",
        about="ties as a graph with dated edges",
        write=_once(to_graphml),
    ),
    Format(
        name="gexf",
        suffix=".gexf",
        about="ties as a graph over time, for Gephi",
        write=_once(to_gexf),
    ),
    Format(
        name="timelinejs",
        suffix=".json",
        about="events for TimelineJS",
        write=_once(to_timeline_json),
    ),
    Format(
        name="timelinejs-csv",
        suffix=".csv",
        about="events in the columns of TimelineJS's spreadsheet",
        write=_once(to_timeline_csv),
    ),
    Format(
        name="ftm",
        suffix=".ftm.json",
        about="entities of FollowTheMoney",
        write=_once(to_ftm),
    ),
    Format(
        name="annotations",
        suffix=".jsonld",
        about="evidence as W3C Web Annotations",
        write=_once(to_annotations),
    ),
    Format(
        name="plover",
        suffix=".plover.jsonl",
        about="events as records of PLOVER's JSON",
        write=_once(to_plover),
        read=_unmapped(from_plover),
    ),
    Format(
        name="acled",
        suffix=".csv",
        about="events in ACLED's columns",
        write=_once(to_acled),
        read=_unmapped(from_acled),
    ),
    Format(
        name="ucdp",
        suffix=".csv",
        about="deadly events in the columns of UCDP GED",
        write=_once(to_ucdp),
        read=_unmapped(from_ucdp),
    ),
    Format(
        name="polecat",
        suffix=".tsv",
        about="events in POLECAT's columns",
        write=_once(to_polecat),
        read=_unmapped(from_polecat),
    ),
)
FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
