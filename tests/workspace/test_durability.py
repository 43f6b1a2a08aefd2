"""What was acknowledged is there after the process was killed; many processes can write."""

import random
import subprocess
import sys
import time
from pathlib import Path

import khaldun
from benchmarks.generated import documents
from khaldun.exchange.account.lossless import to_account

ROOT = Path(__file__).parents[2]
KILLS = 8
DOCUMENTS = 200
WRITERS = 8


def _adding(path: Path, first: int, number: int) -> subprocess.Popen[str]:
    module = "tests.workspace.adding_process"
    command = [sys.executable, "-m", module, str(path), str(first), str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603


def _killed(path: Path, chance: random.Random) -> set[str]:
    """What a process acknowledged before it was killed at a moment left to chance."""
    process = _adding(path, 0, DOCUMENTS)
    assert process.stdout
    told = [process.stdout.readline() for _ in range(chance.randrange(1, DOCUMENTS))]
    time.sleep(chance.random() / 10)
    process.kill()
    told.extend(process.communicate()[0].splitlines(keepends=True))
    whole = (line for line in told if line.endswith("\n"))
    return {line.strip() for line in whole} - {"open"}


def _bytes(record: khaldun.Record) -> bytes:
    return b"".join(to_account(record.account()))


def test_killing_the_process_loses_nothing_and_leaves_nothing_half(tmp_path: Path) -> None:
    path, chance = tmp_path / "war.khaldun", random.Random(1)  # noqa: S311 - a game
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        acknowledged |= _killed(path, chance)
        with khaldun.open(path) as record:
            assert record.verify() == ()
            assert acknowledged <= {e.document.id for e in record.documents(limit=None)}
    with khaldun.open(path) as record, khaldun.open(tmp_path / "other.khaldun") as whole:
        record.add_coded(documents(DOCUMENTS))
        whole.add_coded(documents(DOCUMENTS))
        assert _bytes(record) == _bytes(whole)


def test_many_processes_write_one_record_at_once(tmp_path: Path) -> None:
    path = tmp_path / "war.khaldun"
    each = 12
    processes = [_adding(path, number * each // 2, each) for number in range(WRITERS)]
    assert [(p.communicate()[0].count("\n"), p.returncode) for p in processes] == [
        (each + 1, 0)
    ] * WRITERS
    number = each // 2 * (WRITERS + 1)
    with khaldun.open(path) as record, khaldun.open(tmp_path / "alone.khaldun") as alone:
        assert record.verify() == ()
        alone.add_coded(documents(number))
        assert _bytes(record) == _bytes(alone)
