import json
from typing import Any

from hypothesis import given

from khaldun.exchange.annotations import to_annotations
from khaldun.record import Account
from tests.exchange.accounts import accounts, few


def _items(account: Account) -> list[dict[str, Any]]:
    page = json.loads(to_annotations(account).data)
    assert (page["@context"], page["type"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationPage",
    )
    items: list[dict[str, Any]] = page["items"]
    return items


@few
@given(accounts)
def test_both_selectors_select_the_same_words(account: Account) -> None:
    texts = [edition.document.text for edition in account.editions]
    items = _items(account)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        exact, position = item["target"]["selector"]
        assert any(text[position["start"] : position["end"]] == exact["exact"] for text in texts)
        whole = exact["prefix"] + exact["exact"] + exact["suffix"]
        assert any(whole in text for text in texts)


def test_every_field_with_words_is_annotated(account: Account) -> None:
    fields = [(i["body"][1]["value"], i["body"][2]["value"]) for i in _items(account)]
    assert fields == [
        *(("ASSAULT", f) for f in ("evidence", "trigger", "quantity", "certainty", "attribution")),
        ("backs", "evidence"),
        *(("forecast", field) for field in ("evidence", "statement", "likelihood")),
    ]


def test_offsets_are_of_our_text_and_say_so(account: Account) -> None:
    source = _items(account)[0]["target"]["source"]
    assert source["id"] == f"urn:khaldun:document:{account.editions[0].document.id}"
    assert (source["format"], source["language"]) == ("text/plain", "en")
