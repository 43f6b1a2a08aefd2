import pytest

from khaldun.errors import OntologyError
from khaldun.ontology import (
    Quad,
    contexts,
    modes_of,
    needs_recipient,
    plover,
    quad_of,
    score_of,
)
from khaldun.record import EventType


def test_every_type_of_the_record_is_described() -> None:
    assert list(plover().types) == list(EventType)
    assert all(t.about for t in plover().types.values())


@pytest.mark.parametrize("event_type", EventType)
def test_scores_have_the_sign_of_their_quad(event_type: EventType) -> None:
    described = plover().types[event_type]
    scores = [described.score, *(m.score for m in described.modes.values() if m.score is not None)]
    assert all(-10 <= score <= 10 for score in scores)
    if described.quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION):
        assert min(scores) > 0
    elif described.quad is Quad.MATERIAL_CONFLICT:
        assert max(scores) < 0


@pytest.mark.parametrize("event_type", EventType)
def test_every_mode_is_described(event_type: EventType) -> None:
    for name in modes_of(event_type):
        mode = plover().mode(event_type, name)
        assert mode.name == name
        assert mode.about


def test_quads_have_the_numbers_that_data_sets_write() -> None:
    assert [quad.number for quad in Quad] == [1, 2, 3, 4]
    assert quad_of(EventType.ASSAULT).number == 4


def test_a_score_is_that_of_the_strongest_mode() -> None:
    assert score_of(EventType.ASSAULT, ["beat", "drone"]) == -9.5
    assert score_of(EventType.ASSAULT) == -9.0


def test_a_mode_without_a_score_has_that_of_its_type() -> None:
    assert score_of(EventType.PROTEST, ["vandalize"]) == score_of(EventType.PROTEST)


def test_an_unknown_mode_is_an_error_that_names_the_known() -> None:
    with pytest.raises(OntologyError, match=r"AID has no mode 'drone'; its modes are: none"):
        score_of(EventType.AID, ["drone"])


def test_recipients_are_needed_where_the_manual_says() -> None:
    needing = {t for t in EventType if needs_recipient(t)}
    assert needing == {EventType.COOPERATE, EventType.AID, EventType.SANCTION}


def test_contexts_are_known_by_name() -> None:
    assert "military" in contexts()
    assert len(set(contexts())) == len(contexts()) == 37
    with pytest.raises(OntologyError, match="no context 'weather'"):
        plover().check_context("weather")


def test_the_version_names_the_manual() -> None:
    assert plover().version == "plover-2.0/1"
