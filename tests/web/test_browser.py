"""The workbench in Debian's Chromium; left out where there is none."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

import khaldun
from khaldun.web.application import application
from khaldun.web.layout import PLACES
from khaldun.web.safety import ENTRANCE, Gate

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
PAYLOADS = (
    "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1>",
    '"><script>window.hit=1</script>', "'-window.hit=1-'", "javascript:window.hit=1",
    "</title><script>window.hit=1</script>", "</textarea><script>window.hit=1</script>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>", "<a href='javascript:window.hit=1'>x</a>",
    "<math><mtext><script>window.hit=1</script>", "<style>@import'//evil.example'</style>",
    "{{constructor.constructor('window.hit=1')()}}", "${window.hit=1}",
    "<!--><script>window.hit=1</script>",
    "<base href='//evil.example/'>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<details open ontoggle=window.hit=1>", "<input autofocus onfocus=window.hit=1>", "\u202e<b>",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--enable-unsafe-swiftshader"]
        )
        yield launched
        launched.close()


@pytest.fixture
def address(record: Path) -> Iterator[str]:
    yield from served(record)


def served(record: Path) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    gate = Gate.at(["127.0.0.1"], port)
    server = uvicorn.Server(uvicorn.Config(application(record, gate), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}{ENTRANCE}?token={gate.token}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


def complaints(page: Page) -> list[str]:
    """What the console and the page complain of from now on, and what leaves this machine."""
    told: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            told.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "request",
        lambda r: None if "127.0.0.1" in r.url or r.url.startswith("data:") else told.append(r.url),
    )
    return told


def home(page: Page) -> str:
    return page.url.rstrip("/")


def test_every_view_is_drawn_without_a_complaint(page: Page) -> None:
    start, told = home(page), complaints(page)
    for path, _ in PLACES:
        page.goto(f"{start}{path}", wait_until="networkidle")
    assert told == []


def test_the_timeline_draws_its_events(page: Page) -> None:
    page.goto(f"{home(page)}/timeline")
    page.wait_for_selector("svg a.bar")


def test_a_review_is_done_by_keyboard(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/review")
    page.fill("#by", "Amina")
    page.locator("#queue .item").first.focus()
    page.keyboard.press("a")
    expect(page.locator("#told")).to_contain_text("saved")
    page.keyboard.press("u")
    expect(page.locator("#told")).to_contain_text("undone")
    page.keyboard.press("x")
    expect(page.locator("#told")).to_contain_text("reject")
    with khaldun.open(record) as opened:
        made = [judged.decision.action.value for judged in opened.decisions()]
    assert made == ["accept", "undo", "reject"]


def test_a_correction_is_made_by_keyboard(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/review")
    page.fill("#by", "Amina")
    page.locator("#queue .item").first.focus()
    page.keyboard.press("e")
    page.locator(".correction:not([hidden]) select").select_option("status")
    page.locator(".correction:not([hidden]) [name=value]").fill("ongoing")
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("correct")
    with khaldun.open(record) as opened:
        assert [judged.decision.after for judged in opened.decisions()] == ['"ongoing"']


def test_selected_words_become_the_trigger(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/review")
    page.fill("#by", "Amina")
    words = page.evaluate(
        """() => {
          const item = document.querySelector("#queue .item");
          item.focus();
          const node = item.querySelector(".passage .evidence-words").firstChild;
          getSelection().setBaseAndExtent(node, 0, node, 4);
          return getSelection().toString();
        }"""
    )
    page.keyboard.press("t")
    expect(page.locator("#told")).to_contain_text("correct")
    with khaldun.open(record) as opened:
        [judged] = opened.decisions()
    assert f'"quote":"{words.strip()}"' in (judged.decision.after or "")


def test_who_is_second_is_told_and_decides_all_the_same(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/review")
    page.fill("#by", "Boubacar")
    item = page.locator("#queue .item").first
    with khaldun.open(record) as opened:
        opened.accept(item.get_attribute("data-record") or "", by="Amina")
    item.focus()
    page.keyboard.press("x")
    expect(page.locator("#told")).to_contain_text("Amina has decided this before you: accept")
    page.keyboard.press("x")
    expect(page.locator("#told")).to_contain_text("saved")


def test_two_actors_are_merged_by_keyboard(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/actors")
    page.fill("#by", "Amina")
    page.locator(".card.actor").first.focus()
    page.keyboard.press("m")
    expect(page.locator("#told")).to_contain_text("marked")
    page.keyboard.press("j")
    page.keyboard.press("m")
    expect(page.locator("#told")).to_contain_text("are one")
    page.keyboard.press("u")
    expect(page.locator("#told")).to_contain_text("undone")
    with khaldun.open(record) as opened:
        made = [judged.decision.action.value for judged in opened.decisions()]
    assert made == ["merge", "undo"]


def test_pointing_at_a_record_lights_its_words(page: Page) -> None:
    page.goto(f"{home(page)}/documents")
    page.locator(".entries .card.document a").first.click()
    page.locator(".records .card.event").first.hover()
    assert page.locator(".text .lit").count() > 0


def test_text_that_looks_like_markup_never_runs(browser: Browser, tmp_path: Path) -> None:
    sentences = (f"Rebels {payload} attacked the town of Gao." for payload in PAYLOADS)
    (tmp_path / "hostile.txt").write_text("\n\n".join(sentences), "utf-8")
    record = tmp_path / "hostile.khaldun"
    with khaldun.open(record) as opened:
        opened.add([tmp_path / "hostile.txt"], published="2024-03-01")
    serving = served(record)
    context = browser.new_context()
    shown = context.new_page()
    shown.goto(next(serving))
    start, told = home(shown), complaints(shown)
    for path, _ in PLACES:
        shown.goto(f"{start}{path}", wait_until="networkidle")
        assert shown.evaluate("window.hit") is None
    shown.goto(f"{start}/documents")
    shown.locator(".entries .card.document a").first.click()
    for payload in PAYLOADS:
        shown.goto(f"{start}/search?q={payload!r}", wait_until="domcontentloaded")
        assert shown.evaluate("window.hit") is None
    context.close()
    next(serving, None)
    assert [line for line in told if "400" not in line] == []
