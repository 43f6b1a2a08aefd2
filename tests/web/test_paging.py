import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from khaldun.web.pages import lists


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "LIMIT", 2)


def way(page: str, name: str) -> str | None:
    found = re.search(rf'<a href="([^"]*)"[^>]*>{name}</a>', page)
    return unescape(found[1]) if found else None


def forward(client: TestClient, path: str) -> Iterator[tuple[str, str]]:
    """Each page of a list with its address."""
    following: str | None = path
    while following:
        page = client.get(following).text
        yield following, page
        following = way(page, "Next page")


def entries(page: str) -> list[str]:
    return re.findall(r'class="card[^"]*" id="([^"]*)"', page)


def test_the_way_back_leads_through_the_same_pages(client: TestClient) -> None:
    pages = list(forward(client, "/actors"))
    assert len(pages) > 2
    for (_, before), (_, page) in pairwise(pages):
        back = way(page, "Previous page")
        assert back is not None
        assert entries(client.get(back).text) == entries(before)


def test_the_first_page_has_no_page_before_it(client: TestClient) -> None:
    assert way(client.get("/actors").text, "Previous page") is None


def test_a_page_that_was_not_come_to_leads_to_the_first(client: TestClient) -> None:
    after = client.get("/actors.json").json()["after"]
    assert way(client.get(f"/actors?after={after}").text, "First page") == "/actors"


def test_filters_stay_on_the_way(client: TestClient) -> None:
    pages = list(forward(client, "/actors?country=MLI"))
    assert all("country=MLI" in address for address, _ in pages)
