import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import khaldun
from khaldun.web.layout import PLACES
from khaldun.web.pages.catalogue import PAGES
from tests.web.conftest import entered

LISTS = [path for path, _ in PLACES]


@pytest.mark.parametrize("path", LISTS)
def test_every_view_answers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.text.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("path", LISTS)
def test_every_view_answers_for_an_empty_record(tmp_path: Path, path: str) -> None:
    khaldun.open(tmp_path / "empty.khaldun").close()
    assert entered(tmp_path / "empty.khaldun").get(path).status_code == 200


@pytest.mark.parametrize("path", [path for path, _ in PAGES if "{" not in path])
def test_every_view_has_a_twin_in_json(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}.json")
    assert answer.headers["content-type"] == "application/json"
    json.loads(answer.text)


def test_an_event_shows_its_reports(client: TestClient) -> None:
    event = client.get("/events.json?type=ASSAULT").json()["items"][0]
    page = client.get(f"/events/{event['id']}").text
    assert "killing 12 fighters" in page


def test_a_filter_narrows_what_is_listed(client: TestClient) -> None:
    assert client.get("/events.json?from=2031-01-01").json()["items"] == []


def test_a_filter_that_means_nothing_is_an_error_that_says_so(client: TestClient) -> None:
    answer = client.get("/events?from=yesterday")
    assert answer.status_code == 400
    assert "write it as 2019-05-14" in answer.text


def test_evidence_leads_to_its_place_in_the_text(client: TestClient) -> None:
    report = client.get("/events.json?type=ASSAULT").json()["items"][0]["reports"][0]
    place = client.get(f"/at/{report}").headers["location"]
    page, _, anchor = place.partition("#")
    assert f'id="{anchor}"' in client.get(page).text


def test_a_dossier_shows_the_ties_of_an_actor(client: TestClient) -> None:
    actors = client.get("/actors.json?text=France").json()["items"]
    page = client.get(f"/actors/{actors[0]['actor']['id']}").text
    assert "backs" in page


def test_an_unknown_id_is_an_error_that_says_so(client: TestClient) -> None:
    answer = client.get("/events/event-0000")
    assert answer.status_code == 400
    assert "there is no event event-0000" in answer.text


def test_search_finds_words_of_a_quote(client: TestClient) -> None:
    assert "12 fighters" in client.get("/search?q=fighters").text


def test_text_is_never_markup(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "<script>alert(1)</script>"})
    assert "<script>alert" not in answer.text


def test_a_drawing_says_how_many_are_not_drawn(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khaldun.web.pages.charts.MOST", 1)
    number = len(client.get("/events.json").json()["items"])
    assert (
        f"Drawn are the first 1 of {number}, {number - 1} are not" in client.get("/timeline").text
    )


def test_a_drawing_holds_its_data(client: TestClient) -> None:
    page = client.get("/timeline").text
    data = page.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    assert json.loads(data) == client.get("/timeline.json").json()


def test_a_large_record_lists_forecasts_without_the_scores_of_all(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get("/forecasts?on=2024-03-05").text
    monkeypatch.setattr("khaldun.web.pages.forecasts._SMALL", 0)
    large = client.get("/forecasts?on=2024-03-05").text
    assert "khaldun forecasts --scores" in large
    assert "khaldun forecasts --scores" not in whole
    assert whole.count('class="card forecast"') == large.count('class="card forecast"') == 1


@pytest.mark.parametrize(
    ("address", "start"),
    [("/export/csv?table=events&type=ASSAULT", b"event_id"), ("/export/geojson", b"{"),
     ("/export/gexf", b"<?xml")],
)  # fmt: skip
def test_a_view_is_kept_in_formats_of_others(
    client: TestClient, address: str, start: bytes
) -> None:
    answer = client.get(address)
    assert answer.content.startswith(start)
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_view_leads_to_its_exports_with_its_filters(client: TestClient) -> None:
    page = client.get("/events?type=ASSAULT").text
    assert 'href="/export/csv?table=events&amp;type=ASSAULT"' in page


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_dossier_is_kept_as_a_file(client: TestClient, suffix: str) -> None:
    actor = client.get("/actors.json?text=France").json()["items"][0]["actor"]["id"]
    answer = client.get(f"/actors/{actor}.{suffix}")
    assert "France backs" in answer.text
    assert answer.headers["content-disposition"].startswith("attachment")
