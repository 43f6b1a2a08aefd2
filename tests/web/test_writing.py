from base64 import b64encode
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from tests.web.conftest import WRITES


def post(client: TestClient, path: str, **data: Any) -> Response:
    return client.post(path, json=data, headers=WRITES)


def first_report(client: TestClient) -> str:
    found: str = client.get("/review.json").json()[0]["item"]["id"]
    return found


def test_a_pasted_text_is_coded_and_shown(client: TestClient) -> None:
    answer = post(client, "/documents", text="Rebels attacked Gao on 5 May 2024.", name="x.txt")
    assert answer.status_code == 201
    assert "Gao" in client.get(f"/documents/{answer.json()['document']}").text


def test_a_dropped_file_is_read_by_its_kind(client: TestClient) -> None:
    page = "<html><body><p>Rebels attacked Gao on 5 May 2024, the army said.</p></body></html>"
    answer = post(client, "/documents", data=b64encode(page.encode()).decode(), name="x.html")
    assert answer.status_code == 201
    assert (
        client.get(f"/documents/{answer.json()['document']}.json")
        .json()["document"]["text"]
        .startswith("Rebels attacked Gao")
    )


def test_a_folder_is_not_told_to_whom_a_page_is_sent(client: TestClient) -> None:
    assert "report.txt" in client.get("/documents").text
    assert "/report.txt" not in client.get("/documents").text


def test_a_text_that_cannot_be_read_is_told(client: TestClient) -> None:
    answer = post(client, "/documents", text="")
    assert answer.status_code == 422
    assert answer.json()["problem"].startswith("R")


def test_a_decision_is_kept_and_leaves_the_queue(client: TestClient) -> None:
    report = first_report(client)
    answer = post(client, "/decisions", action="accept", record=report, by="Amina")
    assert answer.status_code == 201
    assert report not in client.get("/review").text.split("Last decisions")[0]


def test_the_second_to_decide_is_told_of_the_first(client: TestClient) -> None:
    report = first_report(client)
    post(client, "/decisions", action="accept", record=report, by="Amina")
    answer = post(client, "/decisions", action="reject", record=report, by="Boubacar")
    assert answer.status_code == 409
    assert answer.json()["decision"]["by"] == "Amina"


def test_an_undone_decision_can_be_made_again(client: TestClient) -> None:
    report = first_report(client)
    made = post(client, "/decisions", action="reject", record=report, by="Amina").json()
    undone = post(
        client, "/decisions", action="undo", sequence=made["decision"]["sequence"], by="A"
    )
    assert undone.status_code == 201
    answer = post(client, "/decisions", action="accept", record=report, by="Boubacar")
    assert answer.status_code == 201


def test_a_correction_shows_in_the_record(client: TestClient) -> None:
    report = first_report(client)
    post(client, "/decisions", action="correct", record=report, field="status",
         value='"ongoing"', by="Amina")  # fmt: skip
    history = client.get("/review").text.partition("Last decisions")[2]
    assert "correct" in history
    assert "ongoing" in history


def test_a_decision_without_a_name_is_refused(client: TestClient) -> None:
    answer = post(client, "/decisions", action="accept", record=first_report(client), by=" ")
    assert answer.status_code == 400
    assert "needs the name" in answer.text


def test_what_no_page_sends_is_refused(client: TestClient) -> None:
    answer = client.post("/decisions", content=b'{"action": 1}', headers=WRITES)
    assert answer.status_code == 400


def test_the_second_who_has_been_told_decides_all_the_same(client: TestClient) -> None:
    report = first_report(client)
    post(client, "/decisions", action="accept", record=report, by="Amina")
    told = post(client, "/decisions", action="reject", record=report, by="Boubacar").json()
    answer = post(
        client, "/decisions", action="reject", record=report, by="Boubacar", seen=told["seen"]
    )
    assert answer.status_code == 201


def test_the_second_may_accept_what_the_first_rejected(client: TestClient) -> None:
    report = first_report(client)
    post(client, "/decisions", action="reject", record=report, by="Amina")
    answer = post(client, "/decisions", action="accept", record=report, by="Boubacar", seen=1)
    assert answer.status_code == 201


def test_selected_words_become_the_trigger(client: TestClient) -> None:
    stated = client.get("/review.json").json()[0]
    start = stated["item"]["evidence"]["start"]
    post(client, "/decisions", action="correct", record=stated["item"]["id"], field="trigger",
         span=[start, start + 3], by="Amina")  # fmt: skip
    history = client.get("/review").text.partition("Last decisions")[2]
    assert stated["item"]["evidence"]["quote"][:3] in history


def test_words_that_are_not_in_the_document_are_refused(client: TestClient) -> None:
    answer = post(client, "/decisions", action="correct", record=first_report(client),
                  field="trigger", span=[10_000_000, 10_000_001], by="Amina")  # fmt: skip
    assert answer.status_code == 400


def test_a_correction_says_what_stood_before(client: TestClient) -> None:
    report = first_report(client)
    made = post(client, "/decisions", action="correct", record=report, field="status",
                value='"ongoing"', by="Amina").json()  # fmt: skip
    assert made["decision"]["before"] == '"happened"'
    assert made["decision"]["after"] == '"ongoing"'


def test_a_correction_is_told_in_words(client: TestClient) -> None:
    report = next(
        s["item"]["id"] for s in client.get("/review.json").json() if "recipients" in s["item"]
    )
    answer = post(client, "/decisions", action="correct", record=report, field="recipients",
                  words="France", by="Amina")  # fmt: skip
    assert answer.json()["change"].endswith("→ France")


def test_two_actors_are_merged(client: TestClient) -> None:
    actors = [entity["actor"]["id"] for entity in client.get("/actors.json").json()["items"]]
    answer = post(client, "/decisions", action="merge", others=actors[:2], by="Amina")
    assert answer.status_code == 201
    assert len(client.get("/actors.json").json()["items"]) == len(actors) - 1


def test_a_report_is_split_from_its_event(client: TestClient) -> None:
    reports = [item["reports"] for item in client.get("/events.json").json()["items"]]
    both = {reports[0][0], reports[1][0]}
    events = [item["id"] for item in client.get("/events.json").json()["items"][:2]]
    post(client, "/decisions", action="merge", by="Amina", others=events)
    page = client.get("/events.json").json()["items"]
    event = next(e for e in page if both <= set(e["reports"]))
    assert "Not of this event" in client.get(f"/events/{event['id']}").text
    answer = post(
        client, "/decisions", action="split", by="Amina", record=event["id"], others=[reports[0][0]]
    )
    assert answer.status_code == 201
    left = [e["reports"] for e in client.get("/events.json").json()["items"]]
    assert not any(both <= set(reports) for reports in left)
