import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import khaldun
from khaldun.web.pages import review
from tests.web.test_writing import first_report, post


def decided_by_two(client: TestClient) -> str:
    report = first_report(client)
    post(client, "/decisions", action="reject", record=report, by="Amina")
    post(client, "/decisions", action="accept", record=report, by="Boubacar", seen=1)
    return report


def test_who_decided_the_same_statements_is_compared(client: TestClient) -> None:
    decided_by_two(client)
    found = client.get("/agreement.json").json()["agreement"]
    assert found["items"] == 1
    assert [(p["one"], p["other"], p["alike"]) for p in found["pairs"]] == [
        ("Amina", "Boubacar", 0)
    ]


def test_the_precision_of_the_coder_is_told_by_type(client: TestClient) -> None:
    report = first_report(client)
    post(client, "/decisions", action="accept", record=report, by="Amina")
    [line] = client.get("/agreement.json").json()["precision"]
    assert (line["accepted"], line["rejected"], line["share"]) == (1, 0, 1)
    assert "Wilson" in client.get("/agreement").text


def test_the_queue_of_a_second_reviewer_has_what_others_decided(client: TestClient) -> None:
    report = first_report(client)
    post(client, "/decisions", action="reject", record=report, by="Amina")
    queued = [s["item"]["id"] for s in client.get("/review.json?reviewer=Boubacar").json()]
    assert queued == [report]
    assert client.get("/review.json?reviewer=Amina").json() == []


def test_reviewed_statements_are_training_lines(client: TestClient) -> None:
    report = decided_by_two(client)
    [line] = client.get("/training.jsonl").text.splitlines()
    found = json.loads(line)
    assert found["id"] == report
    assert found["verdict"] == "accept"
    assert found["by"] == ["Boubacar"]


def test_an_undone_decision_is_no_training_line(client: TestClient) -> None:
    report = first_report(client)
    made = post(client, "/decisions", action="reject", record=report, by="Amina").json()
    post(client, "/decisions", action="undo", sequence=made["decision"]["sequence"], by="Amina")
    assert client.get("/training.jsonl").text == ""


def queued(client: TestClient) -> list[str]:
    return [stated["item"]["id"] for stated in client.get("/review.json").json()]


def test_what_was_undone_is_in_the_queue_again(client: TestClient) -> None:
    report = first_report(client)
    made = post(client, "/decisions", action="accept", record=report, by="Amina").json()
    assert report not in queued(client)
    post(client, "/decisions", action="undo", sequence=made["decision"]["sequence"], by="Amina")
    assert report in queued(client)


def test_the_queue_says_how_sure_the_coder_is(client: TestClient) -> None:
    known = [stated["item"]["confidence"] for stated in client.get("/review.json").json()]
    page = client.get("/review").text
    assert any(known)
    assert all(f"confidence {value:.2f}" in page for value in known if value is not None)


def test_the_queue_goes_on_until_all_is_decided(
    client: TestClient, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "_QUEUE", 2)
    monkeypatch.setattr(review, "_LOOKED_THROUGH", 2)
    decided = set()
    while waiting := queued(client):
        for statement in waiting:
            post(client, "/decisions", action="accept", record=statement, by="Amina")
        decided |= set(waiting)
    with khaldun.open(record) as opened:
        assert decided == {stated.id for stated in opened.statements(limit=None)}
