"""Sets that compare documents with each other."""

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.across import by_half, labels_of, pair_tallies
from benchmarks.halves import half_of
from benchmarks.outcomes import Outcome, Tally
from benchmarks.running import figures, silent
from benchmarks.sets import ecbplus, news_clusters, np4e
from khaldun.coding.draft import Draft
from khaldun.record import Document, EventType
from tests.benchmarks.drafts import actor, draft, on, report

DAY = "2019-05-14"


def test_documents_are_compared_within_their_half() -> None:
    outcomes = [Outcome(item=f"d{n}", found=f"d{n}") for n in range(12)]

    def tallies(found: Sequence[str]) -> list[tuple[Tally, ...]]:
        assert len({half_of(name) for name in found}) == 1
        return [(Tally(metric="seen", values=(float(len(found)),)),) for _ in found]

    made = by_half(outcomes, str, lambda _: None, tallies)
    assert {t.values[0] for o in made for t in o.tallies} == {
        float(sum(half_of(f"d{n}") is half for n in range(12)))
        for half in {half_of(f"d{n}") for n in range(12)}
    }
    assert all(outcome.found is None for outcome in made)


def test_pairs_stand_with_their_first_document() -> None:
    assert pair_tallies([1, 1, 2], ["x", "x", "x"]) == [(1, 1, 2), (0, 0, 1), (0, 0, 0)]
    assert labels_of([[0, 2], [1]], 3) == [0, 1, 0]


def _same_half(number: int) -> list[str]:
    names = (f"n{n}" for n in range(100))
    return [n for n in names if half_of(n) is half_of("n0")][:number]


def test_stories_are_compared() -> None:
    def told(name: str, text: str, event: str) -> Outcome:
        cluster = news_clusters.Cluster(event=event)
        item = news_clusters.Item(
            doc_id=name, text=text, annotations=(news_clusters.Story(cluster=cluster),)
        )
        return news_clusters.judge(item, silent)

    one, two, three = _same_half(3)
    outcomes = [
        told(one, "Fire at Larkhill refinery near Port Adaba", "fire"),
        told(two, "Port Adaba: Larkhill refinery fire is out", "fire"),
        told(three, "Kestrel council election draws few voters", "vote"),
    ]
    found = figures(news_clusters.SET, news_clusters.compare(outcomes))
    assert {f.metric: f.value for f in found}["pairs of one story F1"] == 1.0


def test_event_mentions_of_one_word_and_story_are_one_event() -> None:
    text = "A fire burned Larkhill refinery near Port Adaba"

    def told(name: str) -> Outcome:
        mention = ecbplus.Mention(begin=2, end=6, type="ACTION", coref="f", validated=True)
        item = ecbplus.Item(doc_id=name, text=text, topic=1, annotations=(mention,))
        return ecbplus.judge(item, silent)

    outcomes = ecbplus.compare([told(name) for name in _same_half(3)])
    assert figures(ecbplus.SET, outcomes).__next__().value == 1.0


def _of_incident(name: str, town: str, incident: str) -> Outcome:
    text = f"The TLF seized pupils in {town}."

    def code(document: Document) -> Draft:
        made = report(text, EventType.ASSAULT, "seized", ["tlf"], ["pupils"], when=on(DAY))
        named = (actor("tlf", text, "TLF"), actor("pupils", text, "pupils"))
        return replace(draft(document), actors=named, reports=(made,))

    item = np4e.Item(doc_id=name, text=text, split=incident, annotations=())
    return np4e.judge(item, code)


def test_incidents_that_share_an_event_are_seen() -> None:
    one, two = _same_half(2)
    outcomes = [_of_incident(one, "Moundou", "first"), _of_incident(two, "Doba", "second")]
    found = {f.metric: f.value for f in figures(np4e.SET, np4e.compare(outcomes))}
    assert found["documents joined with another"] == 1.0
    assert found["joined documents that are of one incident"] == 0.0
