"""Text that looks like markup or script, in every field: nothing runs, nothing is fetched."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

import khaldun
from khaldun.record import CodedDocument
from khaldun.web.layout import PLACES
from tests.web.browsing import CHROMIUM, complaints, home, served
from tests.web.payloads import PAYLOADS
from tests.workspace.made import DAY, attack

FIELDS = ("actor", "place", "holder", "source", "text")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def hostile(number: int, payload: str) -> CodedDocument:
    """A document that has the payload in its text and in every field of the coding."""
    coded = attack(payload, attacker=payload, url=payload, day=DAY + timedelta(number))
    document = replace(coded.document, title=payload, byline=payload)
    report = replace(coded.reports[0], instrument=payload, modes=(payload,), rule=payload)
    place = replace(coded.places[0], name=payload, geonames_id=None)
    return replace(coded, document=document, reports=(report,), places=(place,))


@pytest.fixture(scope="module")
def overrun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which each reviewer, reason and correction is a payload, too."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.khaldun"
    with khaldun.open(path) as opened:
        opened.add_coded(hostile(number, payload) for number, payload in enumerate(PAYLOADS))
        reports = opened.reports(limit=len(PAYLOADS)).items[::6]
        for stated, payload in zip(reports, PAYLOADS, strict=False):
            opened.accept(stated.id, by=payload, reason=payload)
            value = json.dumps(payload)
            opened.correct(stated.id, "instrument", value, by=payload, reason=payload)
    return path


def addresses(record: Path) -> Iterator[str]:
    """Every view, every page of each list, and each document, actor and event."""
    yield from (*(path for path, _ in PLACES), "/agreement", "/review?reviewer=me")
    with khaldun.open(record) as opened:
        for name in ("documents", "actors", "events"):
            page = getattr(opened, name)(limit=50)
            yield f"/{name}?after={page.after}"
        yield from (f"/documents/{edition.document.id}" for edition in opened.documents())


def test_there_are_sixty() -> None:
    assert len(set(PAYLOADS)) >= 60


def test_nothing_runs(browser: Browser, overrun: Path) -> None:
    with served(overrun) as address:
        page = browser.new_page()
        page.goto(address)
        start, told = home(page), complaints(page)
        for path in addresses(overrun):
            page.goto(f"{start}{path}", wait_until="domcontentloaded")
            assert page.evaluate("window.hit") is None, path
        page.close()
    assert told == []


def test_what_is_asked_for_does_not_run(reading: Page) -> None:
    start, told = home(reading), complaints(reading)
    for number in range(0, len(PAYLOADS), len(FIELDS)):
        asked = dict(zip(FIELDS, PAYLOADS[number:], strict=False))
        reading.goto(f"{start}/events?{urlencode(asked)}", wait_until="domcontentloaded")
        assert reading.evaluate("window.hit") is None, asked
    assert told == []


def test_what_is_pasted_does_not_run(page: Page) -> None:
    start, told = home(page), complaints(page)
    page.goto(f"{start}/documents")
    sentences = (f"Rebels {payload} attacked the town of Gao." for payload in PAYLOADS)
    page.fill("#pasted", "\n\n".join(sentences))
    page.locator("#adding button").click()
    page.wait_for_url("**/documents/doc-*")
    assert page.evaluate("window.hit") is None
    assert told == []
