from pathlib import Path

import pytest
from starlette.testclient import TestClient

from khaldun.web.application import application
from khaldun.web.safety import ENTRANCE, HEADERS, Gate
from tests.web.conftest import HOME, PORT, WRITES

FOREIGN_HOSTS = (
    "evil.example", "evil.example:8000", "localhost.evil.example:8000", "127.0.0.1.nip.io:8000",
    "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8000.", "LOCALHOST.:8000", "[::1]:8000", "0.0.0.0:8000",
    "", "user@127.0.0.1:8000", "127.0.0.1:8000@evil.example",
)  # fmt: skip
FORGED = (
    {},
    {"origin": "http://evil.example", "x-khaldun": "1"},
    {"origin": "null", "x-khaldun": "1"},
    {"origin": f"https://127.0.0.1:{PORT}", "x-khaldun": "1"},
    {"origin": "http://127.0.0.1:9", "x-khaldun": "1"},
    {"origin": HOME},
    {"x-khaldun": "1"},
    {**WRITES, "sec-fetch-site": "cross-site"},
    {**WRITES, "sec-fetch-site": "same-site"},
)


@pytest.fixture
def gate() -> Gate:
    return Gate.at(["127.0.0.1", "localhost"], PORT)


def at_the_door(record: Path, gate: Gate) -> TestClient:
    return TestClient(application(record, gate), base_url=HOME, follow_redirects=False)


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/events", headers={"host": host}).status_code == 400


def test_our_other_name_is_not_refused(client: TestClient) -> None:
    answer = client.get("/events", headers={"host": f"localhost:{PORT}"})
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/decisions", "/documents"])
@pytest.mark.parametrize("headers", FORGED)
def test_what_writes_must_come_from_a_page_of_ours(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    assert client.post(path, content=b"{}", headers=headers).status_code == 403


def test_who_has_not_come_in_sees_nothing(filled: Path, gate: Gate) -> None:
    answer = at_the_door(filled, gate).get("/events")
    assert answer.status_code == 403
    assert "army" not in answer.text


def test_the_address_is_good_once(filled: Path, gate: Gate) -> None:
    address = f"{ENTRANCE}?token={gate.token}"
    assert at_the_door(filled, gate).get(address).status_code == 303
    assert at_the_door(filled, gate).get(address).status_code == 403


def test_a_wrong_token_lets_nobody_in(filled: Path, gate: Gate) -> None:
    door = at_the_door(filled, gate)
    assert door.get(f"{ENTRANCE}?token=guess").status_code == 403
    assert door.get(ENTRANCE).status_code == 403


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(filled: Path, gate: Gate) -> None:
    cookie = at_the_door(filled, gate).get(f"{ENTRANCE}?token={gate.token}").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize("path", ["/", "/events", "/nothing", "/events/nothing", "/static/keys.js"])
def test_every_answer_has_the_headers_that_keep_it_ours(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name, _ in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize(
    "name", ["../application.py", "%2e%2e/application.py", "..%2fsafety.py", "/etc/passwd", "x.py"]
)
def test_only_what_ships_for_pages_has_an_address(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404
