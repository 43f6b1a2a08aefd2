"""WCAG 2.2 AA: axe finds nothing serious, in the light and the dark, with data and without."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

import khaldun
from khaldun.web.layout import PLACES
from tests.web.browsing import CHROMIUM, home, served

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
AXE = (Path(__file__).parent / "axe" / "axe-4.10.3.js").read_text("utf-8")
SERIOUS = ("serious", "critical")
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
NARROW, WIDE = 360, 1100
SOON = 3_000  # milliseconds
VIEWS = (*(path for path, _ in PLACES), "/agreement")


def serious(page: Page, *rules: str) -> list[str]:
    """What axe finds on the page, as rule, page and element."""
    options = {"runOnly": list(rules), "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    return [
        f"{page.url} {violation['id']}: {node['html'][:120]}"
        for violation in found["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"][:3]
    ]


def checked(page: Page) -> Iterator[str]:
    """What is in the way on a page: in the light, in the dark, in a narrow window."""
    page.set_viewport_size({"width": WIDE, "height": 800})
    page.emulate_media(color_scheme="light")
    page.evaluate(AXE)
    yield from serious(page, *LEVELS)
    page.emulate_media(color_scheme="dark")
    yield from serious(page, "color-contrast")
    page.set_viewport_size({"width": NARROW, "height": 800})
    try:  # what a script has drawn is drawn anew in the next frame
        page.wait_for_function(f"document.documentElement.scrollWidth <= {NARROW}", timeout=SOON)
    except Error:
        yield f"{page.url} scrolls to the side"


@pytest.fixture(scope="module")
def subjects(filled: Path) -> list[str]:
    with khaldun.open(filled, read_only=True) as opened:
        return [
            f"/documents/{next(iter(opened.documents())).document.id}",
            f"/events/{next(iter(opened.events())).id}",
            f"/actors/{next(iter(opened.actors())).actor.id}",
        ]


@pytest.mark.parametrize("path", [*VIEWS, "/search?q=army"])
def test_nothing_is_in_the_way_of_a_view(reading: Page, path: str) -> None:
    reading.goto(f"{home(reading)}{path}")
    assert list(checked(reading)) == []


def test_nothing_is_in_the_way_of_the_page_of_one_thing(reading: Page, subjects: list[str]) -> None:
    found = []
    for path in subjects:
        reading.goto(f"{home(reading)}{path}")
        found += checked(reading)
    assert found == []


def test_nothing_is_in_the_way_of_who_begins(browser: Browser, tmp_path: Path) -> None:
    khaldun.open(tmp_path / "empty.khaldun").close()
    found = []
    with served(tmp_path / "empty.khaldun") as address:
        page = browser.new_page()
        page.goto(address)
        for path in VIEWS:
            page.goto(f"{home(page)}{path}")
            found += checked(page)
        page.close()
    assert found == []
