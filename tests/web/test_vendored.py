import hashlib
from pathlib import Path

import khaldun.web

VENDOR = Path(khaldun.web.__file__).parent / "static" / "vendor"
AXE = Path(__file__).parent / "axe"
LISTED = [line.split() for line in (VENDOR / "SHA256SUMS").read_text().splitlines()]


def test_what_is_vendored_is_what_was_taken() -> None:
    for digest, name in LISTED:
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_nothing_is_vendored_unlisted() -> None:
    shipped = {path.name for path in VENDOR.iterdir() if path.suffix in (".js", ".json", ".css")}
    assert shipped == {name for _, name in LISTED}


def test_what_tests_run_is_what_was_taken() -> None:
    digest, name = (AXE / "SHA256SUMS").read_text().split()
    assert hashlib.sha256((AXE / name).read_bytes()).hexdigest() == digest
