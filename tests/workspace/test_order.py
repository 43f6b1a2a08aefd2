"""The record is the same in whatever order, and in whatever parts, documents come."""

import random
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

import khaldun
from khaldun.exchange.account.lossless import to_account
from khaldun.record import CodedDocument
from khaldun.workspace import coder
from tests.workspace.made import DAY, attack, code_simply

OUTLETS = ("Daily Lamp", "Evening Star", "Morning Post")
ATTACKERS = ("Harun Front", "Wadi Brigade", "Harun Liberation Front", "HARUN FRONT", "gunmen")


@cache
def _documents() -> tuple[CodedDocument, ...]:
    """Reports that touch each other: few groups, few days, copies, numbers that disagree."""
    chance = random.Random(7)  # noqa: S311 - a game
    made = [
        attack(
            chance.choice(OUTLETS),
            attacker=chance.choice(ATTACKERS),
            killed=chance.randrange(3, 9),
            day=DAY + timedelta(days=chance.randrange(9)),
        )
        for _ in range(60)
    ]
    return tuple({coded.document.text: coded for coded in made}.values())


def _parts(documents: list[CodedDocument], chance: random.Random) -> Iterator[list[CodedDocument]]:
    while documents:
        size = chance.randrange(1, 20)
        yield documents[:size]
        documents = documents[size:]


def _written(record: khaldun.Record) -> bytes:
    return b"".join(to_account(record.account()))


@pytest.mark.parametrize("seed", range(4))
def test_any_order_in_any_parts_gives_the_same_bytes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a game
    documents = list(_documents())
    with khaldun.open(tmp_path / "at_once.khaldun") as at_once:
        at_once.add_coded(documents)
        expected = _written(at_once)
        assert len(at_once.events(limit=None)) < len(documents)
    chance.shuffle(documents)
    with khaldun.open(tmp_path / "in_parts.khaldun") as in_parts:
        for part in _parts(documents, chance):
            in_parts.add_coded(part)
        assert _written(in_parts) == expected
        assert in_parts.verify() == ()


def test_two_workers_give_the_same_bytes_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coder, "_code_one", code_simply)
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(8):
        text = attack(killed=number + 2).document.text
        (folder / f"{number}.txt").write_text(text, "utf-8")
    written = []
    for workers in (1, 2):
        with khaldun.open(tmp_path / f"{workers}.khaldun") as record:
            assert record.add([folder], workers=workers).new == 8
            written.append(_written(record))
    assert written[0] == written[1]
