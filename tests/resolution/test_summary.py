"""What is shown of an event: values, differences, sources."""

from khaldun.record import (
    Attribution,
    Certainty,
    ContradictionKind,
    Event,
    Factuality,
    HolderKind,
    QuantityRole,
    Report,
    Stated,
)
from khaldun.resolution import Context, Decisions, resolve_reports
from tests.resolution.builders import CONTEXT, MAY, count, on, report, span, undated


def _event(*reports: Stated[Report], context: Context = CONTEXT) -> Event:
    pairs = frozenset((reports[0].id, r.id) for r in reports[1:])
    [made] = resolve_reports(reports, context, Decisions(together=pairs))
    return made.event


def _kinds(event: Event) -> dict[ContradictionKind, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {c.kind: (c.one, c.other) for c in event.contradictions}


def test_a_count_has_low_best_and_high_with_who_gives_which() -> None:
    event = _event(
        report("a", quantities=(count(40, None),)),
        report("b", quantities=(count(42),)),
        report("c", quantities=(count(42),)),
        report("d", quantities=(count(55, 60),)),
    )
    [taken] = event.counts
    assert (taken.low, taken.best, taken.high) == (40, 42, 60)
    assert [(f.report, f.minimum, f.maximum) for f in taken.figures] == [
        ("a", 40, 40), ("b", 42, 42), ("c", 42, 42), ("d", 55, 60),
    ]  # fmt: skip
    assert _kinds(event)[ContradictionKind.NUMBER] == (("a", "b", "c"), ("d",))


def test_of_figures_given_as_often_the_latest_is_the_best() -> None:
    late = report("a", quantities=(count(50),), published=MAY[20])
    assert _event(late, report("b", quantities=(count(42),))).counts[0].best == 50


def test_a_report_that_gives_a_best_figure_and_a_range_counts_once() -> None:
    event = _event(report("a", quantities=(count(42), count(30, 60))))
    [taken] = event.counts
    assert (taken.low, taken.best, taken.high, len(taken.figures)) == (30, 42, 60, 1)


def test_things_are_counted_by_what_they_are() -> None:
    destroyed = {"role": QuantityRole.DESTROYED}
    given = (count(3, unit="tanks", **destroyed), count(5, unit="lorries", **destroyed))
    assert [c.best for c in _event(report("a", quantities=given)).counts] == [5, 3]


def test_days_are_the_narrowest_and_the_widest_that_are_given() -> None:
    event = _event(
        report("a"), report("b", when=on(MAY[12], MAY[15])), report("c", when=undated(MAY[16]))
    )
    assert (event.earliest, event.latest) == (MAY[14], MAY[14])
    assert (event.first_day, event.last_day) == (MAY[12], MAY[16])


def test_a_day_that_nobody_states_is_not_shown() -> None:
    event = _event(report("a", when=undated(MAY[15])))
    assert (event.earliest, event.latest) == (None, MAY[15])


def test_places_are_shown_the_most_exact_first() -> None:
    assert _event(report("a", place="Logone"), report("b")).places == ("Moundou", "Logone")


def test_who_is_named_is_shown_before_who_is_only_described() -> None:
    event = _event(report("a"), report("b", actors=("front",)))
    assert event.actors == ("front",)
    assert event.recipients == ("pupils",)


def test_a_denial_contradicts() -> None:
    denial = report("b", certainty=Certainty(value=Factuality.CERTAINLY_NOT))
    assert _kinds(_event(report("a"), denial))[ContradictionKind.DENIED] == (("a",), ("b",))


def test_another_perpetrator_day_or_town_contradicts() -> None:
    kinds = _kinds(
        _event(
            report("a", actors=("front",)),
            report("b", actors=("front",)),
            report("c", actors=("rivals",), when=on(MAY[15]), place="Doba"),
        )
    )
    wanted = (ContradictionKind.PERPETRATOR, ContradictionKind.DATE, ContradictionKind.PLACE)
    assert [kinds[kind] for kind in wanted] == [(("a", "b"), ("c",))] * 3


def test_sources_are_independent_ones() -> None:
    agency = (Attribution(holder="Lake Wire", kind=HolderKind.MEDIA, cue=span("said")),)
    long = span("Gunmen have taken pupils from a school in the south of the country.")
    reports = (
        report("a", source="Lake Wire"),
        report("b", source="Daily Ledger", attribution=agency),
        report("c", source="River News", evidence=long),
        report("d", source="Plains Gazette", evidence=long),
        report("e", source="The Chronicle"),
        report("f", source="Morning Standard"),
    )
    copied = Context(entities=CONTEXT.entities, places=CONTEXT.places, lineages={"doc-f": "doc-e"})
    assert len(_event(*reports, context=copied).sources) == 3


def test_local_media_are_no_source_that_two_share() -> None:
    said = (Attribution(holder="local media", kind=HolderKind.MEDIA, cue=span("said")),)
    assert len(_event(report("a", attribution=said), report("b", attribution=said)).sources) == 2


def test_who_names_another_perpetrator_does_not_say_what_is_denied() -> None:
    never = Certainty(value=Factuality.CERTAINLY_NOT)
    event = _event(
        report("a"),
        report("b", actors=("front",), certainty=never),
        report("c", actors=("rivals",)),
    )
    assert _kinds(event)[ContradictionKind.DENIED] == (("a",), ("b",))
