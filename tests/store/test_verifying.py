"""That a record that was tampered with is found out."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import khaldun
from khaldun.store import schema
from tests.workspace.made import attack

TRIGGERS = [
    f"DROP TRIGGER {table}_no_{verb}"
    for table in schema.APPENDED_ONLY
    for verb in ("update", "delete")
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "war.khaldun"
    with khaldun.open(path) as record:
        record.add_coded([attack(), attack("Evening Star", killed=3)])
        for _ in range(3):
            record.accept(record.reports().items[0].id, by="Ana")
        assert record.verify() == ()
    return path


def _tampered(path: Path, sql: str) -> list[str]:
    with sqlite3.connect(path) as raw:
        for trigger in TRIGGERS:
            raw.execute(trigger)
        raw.execute(sql)
    raw.close()
    with khaldun.open(path, read_only=True) as record:
        return [str(finding) for finding in record.verify()]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        (
            "UPDATE version SET body = CAST(replace(body, 'Balqis', 'Sirtis') AS BLOB) "
            "WHERE kind = 'report'",
            "not what the document says",
        ),
        (
            "UPDATE version SET body = CAST(replace(body, ':12', ':13') AS BLOB) "
            "WHERE kind = 'report'",
            "not as it was written",
        ),
        ("UPDATE document_text SET text = replace(text, 'Balqis', 'Sirtis')", "not the one"),
        ("UPDATE version SET body = x'00' WHERE kind = 'document'", "is damaged"),
        ("UPDATE version SET body = x'7b' WHERE kind = 'event'", "is damaged"),
        ("DELETE FROM item WHERE kind = 'actor'", "names what is not in the record"),
        ("DELETE FROM item WHERE kind = 'place'", "names what is not in the record"),
        ("DELETE FROM item WHERE kind = 'report'", "names what is not in the record"),
        ("DELETE FROM item WHERE kind = 'relation'", "names what is not in the record"),
        (
            "UPDATE decision SET body = CAST(replace(body, 'Ana', 'Bob') AS BLOB) "
            "WHERE sequence = 2",
            "decision 2",
        ),
        ("DELETE FROM decision WHERE sequence = 1", "decision 1"),
        ("DELETE FROM decision WHERE sequence = 2", "decision 2"),
    ],
)
def test_tampering_is_found(path: Path, sql: str, message: str) -> None:
    found = _tampered(path, sql)
    assert [finding for finding in found if message in finding]


def test_damage_to_any_page_is_found_or_refused(path: Path, tmp_path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    whole = path.read_bytes()
    for number in range(1, len(whole) // 4096):
        damaged = tmp_path / f"{number}.khaldun"
        start = number * 4096
        damaged.write_bytes(whole[:start] + b"\xa5" * 64 + whole[start + 64 :])
        assert _is_found(lambda record: bool(record.verify()), damaged), number
        damaged.unlink()


def _is_found(check: Callable[[khaldun.Record], bool], path: Path) -> bool:
    try:
        with khaldun.open(path, read_only=True) as record:
            return check(record)
    except khaldun.KhaldunError:
        return True
