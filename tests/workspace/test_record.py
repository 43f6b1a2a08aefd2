"""Adding to a record, and what it then lists."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import khaldun
from khaldun.errors import UsageError
from khaldun.exchange.json import to_json
from khaldun.record import Attribution, Factuality, HolderKind, Selection
from khaldun.store import Kind
from khaldun.workspace import Addition, Additions, Outcome, Record
from tests.workspace.made import attack, recoded


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with khaldun.open(tmp_path / "war.khaldun") as opened:
        yield opened


def test_a_document_gives_its_statements_and_what_they_come_to(record: Record) -> None:
    assert record.add_coded([attack()]) == Additions(new=1)
    (report,) = record.reports()
    (event,) = record.events()
    assert event.reports == (report.id,)
    assert event.actors == report.item.actors
    assert dict(record.names(event.actors)) == {event.actors[0]: "Harun Front"}
    (tie,) = record.relations()
    (forecast,) = record.forecasts()
    assert forecast.item.subjects == event.actors
    assert tie.target == event.actors[0]


def test_the_same_document_twice_adds_nothing(record: Record) -> None:
    record.add_coded([attack()])
    head = record.head
    assert record.add_coded([attack()]) == Additions(known=1)
    assert record.head == head


def test_coded_documents_are_added_from_files(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_bytes(to_json(attack()) + b"\n\nnonsense\n")
    assert record.add([path]) == Additions(new=1, problems=1)
    (problem,) = record.problems()
    assert problem.source == "coded.jsonl#3"
    assert record.add([path]) == Additions(known=1, problems=1)
    assert len(record.problems()) == 1


def test_texts_are_coded_once(record: Record, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Rebels attacked the base near Goma in 2024.", "utf-8")
    told: list[Addition] = []
    assert record.add([tmp_path], acknowledge=told.append) == Additions(new=1)
    assert record.add([tmp_path], acknowledge=told.append) == Additions(known=1)
    assert [addition.outcome for addition in told] == [Outcome.NEW, Outcome.KNOWN]
    (edition,) = record.documents()
    assert (edition.location, edition.source) == ("report.txt", "report.txt")


def test_a_text_at_another_location_is_another_edition(record: Record, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Rebels attacked the base near Goma in 2024.", "utf-8")
    assert record.add([tmp_path]) == Additions(new=1, editions=1)
    assert [e.location for e in record.documents()] == ["one.txt", "two.txt"]
    assert {stated.source for stated in record.reports()} == {"one.txt"}


def test_no_workers_is_a_usage_error(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="0 workers"):
        record.add([tmp_path], workers=0)


def test_a_text_that_cannot_be_kept_is_a_problem_and_the_rest_goes_on(record: Record) -> None:
    broken = attack()
    document = replace(broken.document, text=f"{broken.document.text} \ud800")
    assert record.add_coded([replace(broken, document=document), attack(killed=3)]) == Additions(
        new=1, problems=1
    )


def test_a_problem_goes_when_its_source_can_be_read(record: Record, tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text("", "utf-8")
    assert record.add([source]) == Additions(problems=1)
    assert [problem.source for problem in record.problems()] == ["report.txt"]
    source.write_text("Rebels attacked the army base near Goma on 3 March 2024.", "utf-8")
    assert record.add([source]) == Additions(new=1)
    assert len(record.problems()) == 0


def test_two_outlets_with_the_same_words_are_two_documents(record: Record) -> None:
    one = attack()
    other = attack(url="https://www.example.org/a")
    assert record.add_coded([one, other]) == Additions(new=2)
    assert len(record.reports()) == 2
    (event,) = record.events()
    assert len(event.reports) == 2


def test_a_page_read_again_with_another_text_is_a_new_edition(record: Record) -> None:
    url = "https://example.org/a"
    record.add_coded([attack(url=url, killed=12)])
    assert record.add_coded([attack(url=url, killed=14)]) == Additions(new=1)
    numbers = {e.number: e.current for e in record.documents()}
    assert numbers == {1: False, 2: True}
    (report,) = record.reports()
    assert report.item.quantities[0].maximum == 14
    (event,) = record.events()
    assert event.reports == (report.id,)


def test_a_page_that_goes_back_to_its_first_text_is_a_third_edition(record: Record) -> None:
    url = "https://example.org/a"
    for killed in (12, 14, 12):
        record.add_coded([attack(url=url, killed=killed)])
    assert {(e.number, e.current) for e in record.documents()} == {
        (1, False),
        (2, False),
        (3, True),
    }
    (report,) = record.reports()
    assert report.item.quantities[0].maximum == 12


def test_coding_again_gives_new_versions_and_keeps_the_ids(record: Record) -> None:
    record.add_coded([attack()])
    (before,) = record.reports()
    assert record.add_coded([recoded(attack(), instrument="mortars")]) == Additions(recoded=1)
    (after,) = record.reports()
    assert (after.id, after.version) == (before.id, 2)
    assert after.item.instrument == "mortars"
    changes = [(c.record, c.version, c.what) for c in record.changes(limit=None)]
    assert (after.id, 2, "changed") in changes


def test_what_a_newer_coder_leaves_out_is_removed_but_not_forgotten(record: Record) -> None:
    coded = attack()
    record.add_coded([coded])
    (report,) = record.reports()
    record.add_coded([recoded_without_reports(coded)])
    assert len(record.reports()) == len(record.events()) == 0
    assert (report.id, "removed") in [(c.record, c.what) for c in record.changes(limit=None)]
    with pytest.raises(UsageError, match="no statement"):
        record.statement(report.id)


def recoded_without_reports(coded: khaldun.CodedDocument) -> khaldun.CodedDocument:
    return replace(coded, coder=replace(coded.coder, version="2"), reports=())


def test_one_event_of_several_reports_shows_who_gave_which_number(record: Record) -> None:
    record.add_coded([attack("Daily Lamp", killed=12), attack("Evening Star", killed=15)])
    (event,) = record.events()
    assert event.sources == ("Daily Lamp", "Evening Star")
    assert [(c.low, c.high) for c in event.counts] == [(12, 15)]
    assert [e.id for e in record.contradictions()] == [event.id]


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(actor="harun front"), 2),
        (Selection(actor="Nobody"), 0),
        (Selection(place="Balqis"), 2),
        (Selection(country="LBY"), 2),
        (Selection(country="FRA"), 0),
        (Selection(types=("ASSAULT",)), 2),
        (Selection(types=("AID",)), 0),
        (Selection(first_day=date(2024, 3, 6)), 1),
        (Selection(last_day=date(2024, 3, 6)), 1),
        (Selection(certainty=(Factuality.CERTAIN,)), 2),
        (Selection(certainty=(Factuality.POSSIBLE,)), 0),
        (Selection(source="Daily Lamp"), 1),
        (Selection(text="killing soldiers"), 2),
        (Selection(text='"killing 15"'), 1),
        (Selection(text='a" OR b (NEAR'), 0),
        (Selection(actor="Zafar Army", source="Daily Lamp", text="killing"), 1),
    ],
    ids=str,
)
def test_every_filter_narrows_reports_and_events(
    record: Record, selection: Selection, found: int
) -> None:
    later = attack("Evening Star", killed=15, day=date(2024, 4, 30))
    record.add_coded([attack("Daily Lamp"), later])
    assert len(record.reports(selection)) == found
    assert len(record.events(selection)) == found
    assert record.count(Kind.REPORT, selection) == record.count(Kind.EVENT, selection) == found


def test_an_event_is_found_by_whoever_holds_or_copies_one_of_its_reports(record: Record) -> None:
    held = attack("Evening Star")
    cue = held.reports[0].trigger
    link = Attribution(holder="the army", kind=HolderKind.UNNAMED, cue=cue)
    report = replace(held.reports[0], attribution=(link,))
    record.add_coded([attack("Daily Lamp"), replace(held, reports=(report,))])
    for selection in (Selection(holder="The Army"), Selection(source="Evening Star")):
        assert len(record.events(selection)) == 1
    assert len(record.relations(Selection(source="Evening Star"))) == 1


def test_pages_follow_each_other_without_gap_or_overlap(record: Record) -> None:
    days = [date(2024, month, day) for month in range(1, 8) for day in (1, 20)]
    record.add_coded(attack(killed=n + 2, day=day) for n, day in enumerate(days))
    for listing in (record.events, record.statements, record.reports, record.documents):
        whole = listing(limit=None).items
        found: list[object] = []
        page = listing(limit=5)
        found.extend(page)
        while page.after:
            page = listing(limit=5, after=page.after)
            found.extend(page)
        assert tuple(found) == whole
    with pytest.raises(UsageError, match="page"):
        record.events(after="nonsense!")


def test_changes_are_paged_and_counted_from_any_number(record: Record) -> None:
    record.add_coded([attack()])
    whole = record.changes(limit=None).items
    assert whole[-1].sequence == record.head
    first = record.changes(limit=3)
    rest = record.changes(limit=None, after=first.after)
    assert (*first, *rest) == whole
    assert record.changes(record.head).items == ()


def test_search_finds_evidence_and_text(record: Record) -> None:
    record.add_coded([attack()])
    evidence, text = record.search("Balqis killing")
    assert evidence.record == record.reports().items[0].id
    assert text.record is None
    first = record.search("Balqis killing", limit=1)
    assert first.items == (evidence,)
    assert record.search("Balqis killing", limit=1, after=first.after).items == (text,)
    assert len(record.search("")) == 0


def test_an_account_of_a_selection_holds_what_it_names(record: Record) -> None:
    record.add_coded([attack(), attack("Evening Star", attacker="Wadi Brigade", killed=3)])
    account = record.account(Selection(source="Evening Star"))
    assert [e.document.publisher for e in account.editions] == ["Evening Star"]
    assert {"Wadi Brigade", "Zafar Army", "Tamur"} <= {e.actor.name for e in account.entities}
    assert all(entity.joinings for entity in account.entities)
    assert [place.name for place in account.places] == ["Balqis"]


def test_situation_timeline_and_ledger_are_read_from_the_record(record: Record) -> None:
    record.add_coded([attack()])
    assert record.situation(date(2024, 3, 6)).day == date(2024, 3, 6)
    assert len(record.timeline()) >= 2
    (entry,) = record.ledger(date(2024, 4, 1))
    assert entry.outcome is None
    assert len(record.dyads()) >= 1
