"""The evidence of an account as W3C Web Annotations (JSON-LD, Recommendation of 2017)."""

from urllib.parse import quote

from khaldun.exchange.account.evidence import Evidence, evidence_of
from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.encoding import json_bytes
from khaldun.exchange.problems import Written
from khaldun.record import Account, Relation, Report

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_annotations(account: Account) -> Written:
    """One page of annotations: for each field of each statement the words that carry it.

    Each target has a text quote selector and a text position selector, whose offsets are code
    points of the text as Khaldun read it.
    """
    index = AccountIndex(account)
    kinds = {stated.id: _kind(stated.item) for stated in account.statements}
    seen: dict[str, int] = {}
    items = []
    for item in evidence_of(account, index):
        key = f"{item.record}/{item.field}"
        seen[key] = seen.get(key, 0) + 1
        items.append(_annotation(item, f"{key}/{seen[key]}", kinds[item.record]))
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": items}
    return Written(data=json_bytes(page) + b"\n")


def _kind(item: object) -> str:
    if isinstance(item, Report | Relation):
        return str(item.type)
    return "forecast"


def _annotation(item: Evidence, key: str, kind: str) -> dict[str, object]:
    return {
        "id": _urn("evidence", key),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": _urn("record", item.record)},
            {"type": "TextualBody", "purpose": "tagging", "value": kind},
            {"type": "TextualBody", "purpose": "classifying", "value": item.field},
        ],
        "target": {
            "type": "SpecificResource",
            "source": _source(item),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": item.span.quote,
                    "prefix": item.prefix,
                    "suffix": item.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": item.span.start,
                    "end": item.span.end,
                },
            ],
        },
    }


def _source(item: Evidence) -> dict[str, object]:
    """The text; where it was published is told, but its offsets are of our reading of it."""
    document = item.edition.document
    source: dict[str, object] = {
        "id": _urn("document", document.id),
        "type": "Text",
        "format": "text/plain",
        "language": document.language,
    }
    return source | ({"via": document.url} if document.url else {})


def _urn(kind: str, key: str) -> str:
    return f"urn:khaldun:{kind}:{quote(key.encode('utf-8', 'replace'), safe='/')}"
