from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient

import khaldun
from khaldun.web.application import application
from khaldun.web.safety import ENTRANCE, Gate
from tests.web.browsing import CHROMIUM, served

PORT = 8000
HOME = f"http://127.0.0.1:{PORT}"
WRITES = {"origin": HOME, "x-khaldun": "1"}
TEXT = (
    "KIDAL, Mali, 4 March 2024 (Sample Wire) - The army attacked rebels near the town of Kidal "
    "on Saturday, killing 12 fighters, the defence ministry said.\n\n"
    "Rebels denied that the army had attacked them near Kidal on Saturday. France backs the army. "
    "The rebels will probably attack Gao in April.\n"
)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    (folder / "report.txt").write_text(TEXT, "utf-8")
    path = folder / "filled.khaldun"
    with khaldun.open(path) as record:
        record.add([folder / "report.txt"])
    return path


@pytest.fixture
def record(filled: Path, tmp_path: Path) -> Path:
    """A record of one's own that may be written to."""
    path = tmp_path / "own.khaldun"
    with khaldun.open(filled) as opened:
        opened.backup(path)
    return path


def entered(path: Path) -> TestClient:
    gate = Gate.at(["127.0.0.1", "localhost"], PORT)
    client = TestClient(application(path, gate), base_url=HOME, follow_redirects=False)
    client.get(f"{ENTRANCE}?token={gate.token}")
    return client


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    with entered(record) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--enable-unsafe-swiftshader"]
        )
        yield launched
        launched.close()


@contextmanager
def opened(browser: Browser, path: Path) -> Iterator[Page]:
    """The first page of a workbench over a record."""
    with served(path) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        yield page


@pytest.fixture(scope="session")
def reading(browser: Browser, filled: Path) -> Iterator[Page]:
    """The first page of a workbench that all tests share who only read."""
    with opened(browser, filled) as page:
        yield page


@pytest.fixture
def page(browser: Browser, record: Path) -> Iterator[Page]:
    """The first page of a workbench over a record of one's own."""
    with opened(browser, record) as page:
        yield page
