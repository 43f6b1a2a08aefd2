"""The workbench in Debian's Chromium; left out where there is none."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import khaldun
from khaldun.web.layout import PLACES
from tests.web.browsing import CHROMIUM, complaints, home

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def test_every_view_is_drawn_without_a_complaint(reading: Page) -> None:
    start, told = home(reading), complaints(reading)
    for path, _ in PLACES:
        reading.goto(f"{start}{path}")
    assert told == []


def test_the_timeline_draws_its_events(reading: Page) -> None:
    reading.goto(f"{home(reading)}/timeline")
    reading.wait_for_selector("svg a.bar")


def test_the_network_lists_the_ties_of_the_day(reading: Page) -> None:
    reading.goto(f"{home(reading)}/network")
    reading.locator("#ties-told").click()
    reading.locator("#ties button").first.click()
    expect(reading.locator("#picked a").first).to_be_visible()


def test_the_map_lists_its_places(reading: Page) -> None:
    reading.goto(f"{home(reading)}/map")
    reading.get_by_text("Places as a list").click()
    reading.locator("#places button").first.click()
    expect(reading.locator("#picked a").first).to_be_visible()


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


def test_a_whole_session_by_keyboard(page: Page, record: Path) -> None:
    told = page.locator("#told")
    page.goto(f"{home(page)}/review")
    page.fill("#by", "Amina")
    page.locator("#queue .item").first.focus()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    page.keyboard.press("e")
    page.locator(".correction:not([hidden]) select").select_option("status")
    page.locator(".correction:not([hidden]) [name=value]").fill("ongoing")
    page.keyboard.press("Enter")
    expect(told).to_contain_text("correct")
    page.keyboard.press("a")
    expect(told).to_contain_text("accept")
    page.keyboard.press("Space")
    page.keyboard.press("x")
    expect(told).to_contain_text("reject")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(told).to_contain_text("undone")
    with khaldun.open(record) as opened:
        made = [judged.decision.action.value for judged in opened.decisions()]
    assert made == ["correct", "accept", "reject", "undo"]


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


def open_first_document(page: Page) -> None:
    page.goto(f"{home(page)}/documents")
    page.locator(".entries .card.document a").first.click()


def test_pointing_at_a_record_lights_its_words(reading: Page) -> None:
    open_first_document(reading)
    reading.locator(".records .card.event").first.hover()
    assert reading.locator(".text .lit").count() > 0


def test_pointing_at_a_field_lights_the_words_it_is_read_from(reading: Page) -> None:
    open_first_document(reading)
    reading.locator(".records .card.event .fact", has_text="how many").first.hover()
    lit = reading.evaluate("[...CSS.highlights.get('field')].map(String)")
    assert lit == ["12 fighters"]


def test_words_are_selected_by_keyboard(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/review")
    page.fill("#by", "Amina")
    page.locator("#queue .item").first.focus()
    page.keyboard.press("w")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("e")
    page.locator(".correction:not([hidden]) select").select_option("trigger")
    expect(page.locator(".correction:not([hidden]) .words")).to_contain_text("Selected: “")
    page.keyboard.press("Enter")
    page.locator(".correction:not([hidden]) button").click()
    expect(page.locator("#told")).to_contain_text("correct")
    with khaldun.open(record) as opened:
        assert [judged.decision.field for judged in opened.decisions()] == ["trigger"]


def test_dropped_files_are_coded(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/documents")
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          for (const town of ["Gao", "Sirte"])
            files.items.add(new File([`Rebels attacked ${town} on 5 May 2024.`], `${town}.txt`));
          document.getElementById("adding").dispatchEvent(
            new DragEvent("drop", { dataTransfer: files, cancelable: true }));
        }"""
    )
    expect(page.locator(".total")).to_have_text("3 documents")


def test_a_forecast_is_resolved_by_keyboard(page: Page, record: Path) -> None:
    page.goto(f"{home(page)}/forecasts")
    page.fill("#by", "Amina")
    page.locator(".card.forecast").first.focus()
    page.keyboard.press("h")
    expect(page.locator("#told")).to_contain_text("u takes it back")
    with khaldun.open(record) as opened:
        assert [judged.decision.after for judged in opened.decisions()] == ["hit"]


def test_an_actor_is_split_by_keyboard(page: Page, record: Path) -> None:
    with khaldun.open(record) as opened:
        one, other = (entity.actor.id for entity in opened.actors(limit=2))
        whole = opened.merge([one, other], by="Amina").record
        names = {e.actor.id for e in opened.actors()}
        whole = whole if whole in names else next(iter({one, other} & names))
    page.goto(f"{home(page)}/actors/{whole}")
    page.locator("summary", has_text="Joined from").click()
    page.fill("#by", "Amina")
    page.locator("[data-part]").first.focus()
    page.keyboard.press("s")
    expect(page.locator("#told")).to_contain_text("not of this: decision")
    with khaldun.open(record) as opened:
        assert [j.decision.action.value for j in opened.decisions()] == ["merge", "split"]
