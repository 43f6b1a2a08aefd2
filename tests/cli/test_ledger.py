import io
from dataclasses import replace

import pytest
from rich.console import Console

from khaldun.cli.ledger import print_actors, print_ledger
from khaldun.coding.draft import Joining
from khaldun.record import CodedDocument, Status

EXPECTED = """\
Two sides, one river
published 2025-03-04 to 2025-03-05 (from the dateline)
1 event, 1 relation, 1 forecast, 4 actors

EVENTS  1
  1  army ASSAULT heavy-weapons → rebels  “shelled”
     2025-03-04 (stated) · in Karda · killed: at least 12 fighters · probable (“said”), according
       to a hospital official [unnamed] (“said”)
     │ The army shelled Karda on Tuesday, killing at least 12 fighters, a hospital official said.

RELATIONS  1
  1  Northland backs rebels (weapons)
     undated · certain, according to the author
     │ Northland, which arms the rebels

FORECASTS  1
  1  Northland: will probably send more drones before the summer
     likely, 55% to 80% (“probably”) · horizon: by 2025-05-31 (stated) · according to the author
     │ Northland, which arms the rebels, will probably send more drones before the summer.

ACTORS  4
  army  MIL  ×1
  rebels  REB  ×2
  Northland  NOR GOV  ×1  also: Norland
  hospital official  person  ×1  office: official

WITHOUT A TYPE  1
  army “killing”
note: one sentence was too long to parse
"""


def _printed(coded: CodedDocument, width: int = 100) -> str:
    buffer = io.StringIO()
    print_ledger(Console(file=buffer, width=width, color_system=None), coded)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def test_a_document_reads_line_by_line(battle: CodedDocument) -> None:
    assert _printed(battle) == EXPECTED


def test_a_sentence_that_neighbours_share_is_printed_once(battle: CodedDocument) -> None:
    second = replace(battle.reports[0], id="r2")
    shown = _printed(replace(battle, reports=(battle.reports[0], second)))
    assert shown.count("│ The army shelled Karda") == 1
    assert shown.count("ASSAULT heavy-weapons") == 2


def test_what_did_not_simply_happen_is_said_on_the_first_line(battle: CodedDocument) -> None:
    planned = replace(battle.reports[0], status=Status.PLANNED)
    shown = _printed(replace(battle, reports=(planned,))).splitlines()
    line = next(row for row in shown if "ASSAULT" in row)
    assert "[planned]" in line


def test_an_event_without_an_actor_is_somebodys(battle: CodedDocument) -> None:
    nobody = replace(battle.reports[0], actors=(), recipients=())
    assert "somebody ASSAULT" in _printed(replace(battle, reports=(nobody,)))


@pytest.mark.parametrize("width", [30, 60, 140])
def test_lines_keep_to_the_width(battle: CodedDocument, width: int) -> None:
    assert max(map(len, _printed(battle, width).splitlines())) <= max(width, 55)


def test_an_empty_document_has_a_header_only(battle: CodedDocument) -> None:
    empty = CodedDocument(coder=battle.coder, document=battle.document)
    assert _printed(empty).count("\n") == 3


def test_actors_say_why_words_were_joined(battle: CodedDocument) -> None:
    buffer = io.StringIO()
    joining = Joining(actor="a2", span=battle.actors[1].mentions[1].span, reason="only candidate")
    print_actors(Console(file=buffer, color_system=None), battle.actors, [joining])
    assert "      “fighters”: only candidate" in buffer.getvalue()


def test_how_sure_the_coder_is_is_said_where_that_is_less_than_half(battle: CodedDocument) -> None:
    unsure = replace(battle.reports[0], confidence=0.42)
    assert "confidence 0.42" in _printed(replace(battle, reports=(unsure,)))
    assert "confidence" not in _printed(battle)
