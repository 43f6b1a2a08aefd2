"""Doers whom other words name than the arguments of the deed."""

import pytest

from tests.coding.helpers import told


@pytest.mark.parametrize(
    "text",
    [
        "The army blamed the killing of two farmers on the Red Column.",
        "The killing of two farmers was the work of the Red Column.",
        "The Red Column was behind the killing of two farmers.",
        "The Red Column was responsible for the killing of two farmers.",
        "Two farmers were tortured at the hands of the Red Column.",
        "An attack attributed to the Red Column killed two farmers.",
    ],
)
def test_who_did_it_may_stand_beside_the_deed(text: str) -> None:
    assert ("ASSAULT", ["Red Column"], ["two farmers"]) in [
        (kind, actors, [r.lower() for r in recipients]) for kind, actors, recipients in told(text)
    ]


def test_who_is_said_not_to_be_behind_it_did_not_do_it() -> None:
    found = told("The Red Column was not behind the killing of two farmers.")
    assert [actors for kind, actors, _ in found if kind == "ASSAULT"] == [[]]


def test_who_is_accused_of_it_did_it() -> None:
    found = told("Prosecutors charged two officers with the murder of the bishop.")
    assert ("ASSAULT", ["two officers"], ["bishop"]) in found
