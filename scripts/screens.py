"""Draws every view of the workbench from the sample record into docs/screens/.

Run it as `python -m scripts.screens` from the root of the repository after a change to a view.
It needs the development extra and Chromium.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

import khaldun
from khaldun.workspace import Record
from tests.web.browsing import served

ROOT = Path(__file__).parent.parent
SCREENS = ROOT / "docs" / "screens"
SAMPLES = ROOT / "src" / "khaldun" / "samples"
WIDTH, HEIGHT = 1100, 680
SETTLED = 800  # milliseconds until what scripts draw stands still
VIEWS = (
    ("overview", "/"),
    ("review", "/review"),
    ("agreement", "/agreement"),
    ("events", "/events?type=ASSAULT"),
    ("timeline", "/timeline"),
    ("map", "/map"),
    ("network", "/network"),
    ("situation", "/situation?on=2019-06-30&versus=2019-05-15"),
    ("relations", "/relations"),
    ("contradictions", "/contradictions"),
    ("forecasts", "/forecasts"),
    ("actors", "/actors?text=tibesti"),
    ("documents", "/documents"),
    ("search", "/search?q=truce"),
)


def main() -> None:
    """Make the record, serve it, and draw it."""
    SCREENS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "sample.khaldun"
        with khaldun.open(path) as record:
            record.add(sorted((*SAMPLES.glob("*.txt"), *SAMPLES.glob("[0-9]*.md"))))
            reviewed(record)
            views = (*VIEWS, *subjects(record))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--enable-unsafe-swiftshader"],
        )
        with served(path) as address:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.goto(address)
            start = page.url.rstrip("/")
            for name, where in views:
                draw(page, f"{start}{where}", SCREENS / f"{name}.png")
        browser.close()


def reviewed(record: Record) -> None:
    """Some decisions of two reviewers, so that there is an agreement to show."""
    for number, stated in enumerate(record.reports(limit=6)):
        record.accept(stated.id, by="Amina")
        if number % 3:
            record.accept(stated.id, by="Boubacar")
        else:
            record.reject(stated.id, by="Boubacar", reason="Not what the sentence says.")


def subjects(record: Record) -> tuple[tuple[str, str], ...]:
    """The pages of one document, one event, one actor."""
    event = next(iter(record.contradictions()))
    document = record.statement(event.reports[0]).document
    return (
        ("event", f"/events/{event.id}"),
        ("document", f"/documents/{document}"),
        ("actor", f"/actors/{event.actors[0]}"),
    )


def draw(page: Page, address: str, target: Path) -> None:
    """One view, as a reader first sees it."""
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=target)


if __name__ == "__main__":
    main()
