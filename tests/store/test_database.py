"""Opening a record, and what is said when that cannot be."""

import json
import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

import khaldun
from benchmarks.generated import documents
from khaldun.errors import (
    DamagedRecordError,
    FullDiskError,
    LockedRecordError,
    NewerRecordError,
    NotARecordError,
    ReadOnlyRecordError,
    StoreError,
    UsageError,
)
from khaldun.record import Selection
from khaldun.store import Kind, Store
from khaldun.store.database import explain
from khaldun.store.schema import APPLICATION, NEWEST
from tests.workspace.made import attack


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "war.khaldun"
    with khaldun.open(path) as record:
        record.add_coded([attack()])
    return path


def test_a_record_has_the_newest_schema_and_can_be_opened_again(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with khaldun.open(path, read_only=True) as record:
        assert len(record.reports()) == 1


def test_a_record_of_a_newer_version_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {NEWEST + 1}")
    for read_only in (True, False):
        with pytest.raises(NewerRecordError, match=f"schema {NEWEST + 1}.*a later one"):
            khaldun.open(path, read_only=read_only)


def test_other_files_are_no_records(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Just words, of which there are some." * 100)
    (tmp_path / "empty").touch()
    with sqlite3.connect(tmp_path / "other.db") as raw:
        raw.execute("CREATE TABLE t (c)")
    before = (tmp_path / "other.db").read_bytes()
    for name in ("text", "other.db", ".", "missing/war.khaldun"):
        with pytest.raises(NotARecordError):
            khaldun.open(tmp_path / name)
    for name in ("empty", "missing"):
        with pytest.raises(NotARecordError):
            khaldun.open(tmp_path / name, read_only=True)
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_folder_is_told_from_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotARecordError, match="is a folder"):
        khaldun.open(tmp_path)


def test_a_record_that_is_opened_for_reading_refuses_writes(path: Path) -> None:
    with (
        khaldun.open(path, read_only=True) as record,
        pytest.raises(ReadOnlyRecordError, match="may not be written"),
    ):
        record.add_coded([attack(killed=3)])


def test_a_locked_record_is_said_to_be_locked_and_can_be_read(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store(path, patience=0.01)
    with pytest.raises(LockedRecordError, match="wait until it is done"), store.transaction():
        pass
    assert store.items.head() > 0
    store.close()
    other.execute("ROLLBACK")
    other.close()


def test_a_damaged_record_is_said_to_be_damaged(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x07" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(DamagedRecordError, match="backup"), khaldun.open(path) as record:
        record.reports()


def test_a_full_disk_loses_nothing(path: Path) -> None:
    with khaldun.open(path) as record:
        pages = record._store._database.row("PRAGMA page_count")
        assert pages
        record._store._database.execute(f"PRAGMA max_page_count = {pages[0]}")
        with pytest.raises(FullDiskError, match="goes on where it stopped"):
            record.add_coded(attack(killed=number) for number in range(2, 400))
    with khaldun.open(path) as record:
        assert record.verify() == ()
        record.add_coded(attack(killed=number) for number in range(2, 60))
        assert len(record.reports(limit=None)) == 58


def test_every_error_of_sqlite_is_one_of_ours(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such table: feast"):
        Store(tmp_path / "war.khaldun").items._database.rows("SELECT * FROM feast")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", FullDiskError),
        ("SQLITE_IOERR_WRITE", FullDiskError),
        ("SQLITE_BUSY_SNAPSHOT", LockedRecordError),
        ("SQLITE_NOTADB", NotARecordError),
        ("SQLITE_CORRUPT_VTAB", DamagedRecordError),
        ("SQLITE_READONLY_DIRECTORY", ReadOnlyRecordError),
        ("SQLITE_CANTOPEN", ReadOnlyRecordError),
        ("SQLITE_ERROR", StoreError),
    ],
)
def test_what_sqlite_says_is_said_in_words(tmp_path: Path, name: str, kind: type) -> None:
    error = sqlite3.OperationalError("odd")
    error.sqlite_errorname = name
    assert type(explain(error, tmp_path / "war.khaldun")) is kind


def test_a_record_whose_making_was_broken_off_is_made(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "war.khaldun") as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION}")
    raw.close()
    with khaldun.open(tmp_path / "war.khaldun") as record:
        record.add_coded([attack()])
        assert record.verify() == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_can_be_read(path: Path) -> None:
    path.chmod(0o444)
    with khaldun.open(path) as record, pytest.raises(ReadOnlyRecordError):
        record.add_coded([attack(killed=3)])


@pytest.mark.parametrize("table", ["document_text", "edition", "version", "decision"])
def test_what_was_given_cannot_be_changed_or_deleted(path: Path, table: str) -> None:
    with khaldun.open(path) as record:
        record.accept(record.reports().items[0].id, by="Ana")
    raw = sqlite3.connect(path)
    column = "record" if table in ("version", "decision") else "rowid"
    column = "document" if table == "edition" else column
    for sql in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):  # noqa: S608
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            raw.execute(sql)
    raw.close()


def test_a_backup_is_a_whole_record(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.khaldun"
    with khaldun.open(path) as record:
        record.backup(copy)
        record.add_coded([attack(killed=3)])
        with pytest.raises(UsageError, match="exists"):
            record.backup(copy)
    with khaldun.open(copy) as restored:
        assert restored.verify() == ()
        assert len(restored.reports()) == 1


def _to_first_schema(path: Path) -> list[tuple[object, ...]]:
    """Make the record one of the first schema; by what its items are found."""
    with sqlite3.connect(path) as raw:
        found = raw.execute("SELECT key, facets FROM item ORDER BY key").fetchall()
        raw.execute("CREATE INDEX facet_item ON facet (item)")
        raw.execute("ALTER TABLE item DROP COLUMN facets")
        raw.execute("PRAGMA user_version = 1")
    return found


def test_a_record_of_the_first_schema_is_brought_up_to_date(path: Path) -> None:
    before = _to_first_schema(path)
    with khaldun.open(path) as record:
        assert [event.reports for event in record.events(Selection(country="LBY"))]
    with sqlite3.connect(path) as raw:
        after = raw.execute("SELECT key, facets FROM item ORDER BY key").fetchall()
    assert [(key, _facets(kept)) for key, kept in after] == [
        (key, _facets(kept)) for key, kept in before
    ]


def _facets(kept: object) -> set[tuple[str, str]]:
    return {(facet, value) for facet, value in json.loads(kept)} if kept else set()


def test_a_record_of_the_first_schema_can_be_read_where_it_may_not_be_written(path: Path) -> None:
    _to_first_schema(path)
    store = Store(path, read_only=True)
    assert store.is_outdated
    assert len(store.listing.page(Kind.EVENT, Selection())[0]) == 1
    store.close()


def test_forecasts_of_an_older_schema_are_put_in_the_order_in_which_they_were_made(
    tmp_path: Path,
) -> None:
    with khaldun.open(tmp_path / "war.khaldun") as record:
        record.add_coded(documents(80))
        whole = record.ledger(date(2030, 1, 1))
    _to_first_schema(record.path)
    with sqlite3.connect(record.path) as raw:
        raw.execute("UPDATE item SET place_in_list = low WHERE kind = 'forecast'")
    with khaldun.open(record.path, read_only=True) as older:
        assert older.ledger_page(date(2030, 1, 1), limit=1000).items == whole
        assert len(whole) > 3
