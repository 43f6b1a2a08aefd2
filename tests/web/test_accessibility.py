"""axe finds nothing serious, in the light and in the dark, with data and without."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import khaldun
from khaldun.web.layout import PLACES
from tests.web.browsing import CHROMIUM, home, served

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
AXE = (Path(__file__).parent / "axe" / "axe-4.10.3.js").read_text("utf-8")
SERIOUS = ("serious", "critical")
NARROW = 360
VIEWS = (*(path for path, _ in PLACES), "/agreement")


def serious(page: Page, **options: object) -> list[str]:
    """What axe finds on the page, as rule, page and element."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    return [
        f"{page.url} {violation['id']}: {node['html'][:120]}"
        for violation in found["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"][:3]
    ]


def subjects(record: Path) -> Iterator[str]:
    with khaldun.open(record) as opened:
        yield f"/documents/{next(iter(opened.documents())).document.id}"
        yield f"/events/{next(iter(opened.events())).id}"
        yield f"/actors/{next(iter(opened.actors())).actor.id}"


def test_nothing_serious_is_in_the_way(page: Page, record: Path) -> None:
    start, found = home(page), []
    for path in (*VIEWS, "/search?q=army", *subjects(record)):
        page.goto(f"{start}{path}")
        found += serious(page, resultTypes=["violations"])
    assert found == []


def test_contrast_is_enough_in_the_dark(page: Page, record: Path) -> None:
    start, found = home(page), []
    page.emulate_media(color_scheme="dark")
    for path in (*VIEWS, "/search?q=army", *subjects(record)):
        page.goto(f"{start}{path}")
        found += serious(page, runOnly=["color-contrast"])
    assert found == []


def test_nothing_serious_is_in_the_way_of_who_begins(browser: Browser, tmp_path: Path) -> None:
    khaldun.open(tmp_path / "empty.khaldun").close()
    with served(tmp_path / "empty.khaldun") as address:
        page = browser.new_page()
        page.goto(address)
        start, found = home(page), []
        for path in VIEWS:
            page.goto(f"{start}{path}")
            found += serious(page, resultTypes=["violations"])
        page.close()
    assert found == []


def test_a_narrow_window_needs_no_scrolling_to_the_side(page: Page, record: Path) -> None:
    start = home(page)
    page.set_viewport_size({"width": NARROW, "height": 800})
    for path in (*VIEWS, *subjects(record)):
        page.goto(f"{start}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, path
