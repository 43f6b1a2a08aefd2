"""The workbench in Debian's Chromium; left out where there is none."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import khaldun
from khaldun.web.layout import PLACES
from tests.web.browsing import CHROMIUM, complaints, home

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def test_every_view_is_drawn_without_a_complaint(page: Page) -> None:
    start, told = home(page), complaints(page)
    for path, _ in PLACES:
        page.goto(f"{start}{path}")
    page.goto(f"{start}/map", wait_until="networkidle")
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
