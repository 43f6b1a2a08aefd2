from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from khaldun.errors import IdentifierError, SpanError
from khaldun.record import CodedDocument, Span, spans_of
from tests.strategies import coded_documents


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(coded_documents())
def test_every_quote_is_what_stands_in_the_text(coded: CodedDocument) -> None:
    text = coded.document.text
    assert all(text[span.start : span.end] == span.quote for span in coded.spans())


def test_a_wrong_quote_cannot_be_recorded(battle: CodedDocument) -> None:
    wrong = replace(battle.reports[0], trigger=Span(0, 5, "other"))
    with pytest.raises(SpanError):
        replace(battle, reports=(wrong,))


def test_an_id_that_is_not_defined_cannot_be_used(battle: CodedDocument) -> None:
    wrong = replace(battle.relations[0], target="nobody")
    with pytest.raises(IdentifierError, match="nobody"):
        replace(battle, relations=(wrong,))


def test_an_id_cannot_be_defined_twice(battle: CodedDocument) -> None:
    with pytest.raises(IdentifierError, match="twice: r1"):
        replace(battle, reports=battle.reports * 2)


def test_spans_are_found_at_any_depth(battle: CodedDocument) -> None:
    report = battle.reports[0]
    found = list(spans_of((report, (battle.actors,))))
    mentions = [m.span for actor in battle.actors for m in actor.mentions]
    assert {report.trigger, report.evidence, *report.certainty.cues, *mentions} <= {*found}
    assert len(found) == len(list(spans_of(report))) + len(list(spans_of(battle.actors)))
