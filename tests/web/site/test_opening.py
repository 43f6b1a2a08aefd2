"""A copy as Chromium opens it from disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import khaldun
from khaldun.record import Selection
from khaldun.web.site import write_site
from tests.web.browsing import CHROMIUM, complaints
from tests.web.payloads import PAYLOADS
from tests.web.test_injection import hostile

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("opened")
    with khaldun.open(filled, read_only=True) as record:
        write_site(record, folder, selection=Selection())
    return folder


def test_every_view_opens_without_a_complaint(opened: Page, site: Path) -> None:
    told = complaints(opened)
    some = (sorted((site / kind).iterdir())[0] for kind in ("actors", "documents", "events"))
    for page in (*sorted(site.glob("*.html")), *some):
        opened.goto(page.as_uri())
    assert told == []


def test_what_scripts_draw_is_drawn(opened: Page, site: Path) -> None:
    opened.goto((site / "timeline.html").as_uri())
    opened.locator("svg a.bar").first.click()
    expect(opened.locator("h1")).to_have_text("Event")
    opened.goto((site / "map.html").as_uri())
    expect(opened.locator("#places button").first).to_be_attached()
    opened.goto((site / "network.html").as_uri())
    expect(opened.locator("#ties button").first).to_be_attached()


def test_words_are_found_and_lead_to_their_place(opened: Page, site: Path) -> None:
    opened.goto((site / "search.html").as_uri())
    opened.fill("#words", '"12 fighters"')
    expect(opened.locator("#found")).to_contain_text("found")
    opened.locator("#hits a").first.click()
    expect(opened.locator(".evidence").first).to_be_visible()


def test_nothing_runs_that_a_text_says(opened: Page, tmp_path: Path) -> None:
    with khaldun.open(tmp_path / "hostile.khaldun") as record:
        record.add_coded(hostile(number, payload) for number, payload in enumerate(PAYLOADS))
        write_site(record, tmp_path / "site", selection=Selection())
    told = complaints(opened)
    for page in sorted((tmp_path / "site").glob("*.html")):
        opened.goto(page.as_uri())
        assert opened.evaluate("window.hit") is None, page.name
    opened.goto((tmp_path / "site/search.html").as_uri())
    for payload in PAYLOADS[::6]:
        opened.fill("#words", payload.split("\n")[0].replace("\r", ""))
    assert opened.evaluate("window.hit") is None
    assert told == []
