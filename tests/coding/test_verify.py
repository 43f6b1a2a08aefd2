from dataclasses import replace

from khaldun.coding import verify
from khaldun.record import Span
from tests.coding.helpers import coded

TEXT = "Rebels attacked the army."


def test_a_record_with_an_invented_quote_is_dropped_with_a_warning() -> None:
    draft = coded(TEXT)
    (report,) = draft.reports
    invented = replace(report, trigger=Span(0, 7, "invents"))
    verified = verify.run(replace(draft, reports=(invented,), warnings=()))
    assert verified.reports == ()
    assert "invents" in verified.warnings[0]


def test_a_record_with_an_undefined_id_is_dropped() -> None:
    draft = coded(TEXT)
    (report,) = draft.reports
    verified = verify.run(replace(draft, reports=(replace(report, actors=("a99",)),)))
    assert verified.reports == ()


def test_a_mode_of_another_type_is_taken_off() -> None:
    draft = coded(TEXT)
    (report,) = draft.reports
    verified = verify.run(replace(draft, reports=(replace(report, modes=("visit", "beat")),)))
    assert verified.reports[0].modes == ("beat",)


def test_what_holds_is_kept() -> None:
    draft = coded(TEXT)
    assert verify.run(draft).reports == draft.reports
