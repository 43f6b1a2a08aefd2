"""The sets of time expressions, with coders that say nothing, all, or half of it."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.outcomes import AnySet
from benchmarks.running import figures, silent
from benchmarks.sets import recognizers, timenorm_tsv, wikiwars
from khaldun.coding.draft import Draft
from khaldun.record import Document, Time, Timex, TimexType
from tests.benchmarks.drafts import draft, span_of

_TEXT = "On 3 May 1941 they landed ; by June they had left ."


def _time(identifier: str, text: str, quote: str, value: str) -> Time:
    return Time(
        id=identifier,
        span=span_of(text, quote),
        timex=Timex(type=TimexType.DATE, value=value),
        earliest=date(1941, 5, 3),
        latest=date(1941, 5, 3),
    )


def _coder(*times: tuple[str, str]) -> object:
    def code(document: Document) -> Draft:
        made = tuple(
            _time(f"t{n}", document.text, quote, value) for n, (quote, value) in enumerate(times)
        )
        return replace(draft(document), times=made)

    return code


def _values(chosen: AnySet, item: object, code: object) -> dict[str, float]:
    return {f.metric: f.value for f in figures(chosen, [chosen.judge(item, code)])}


def _wars() -> wikiwars.Item:
    return wikiwars.Item(
        doc_id="1",
        text=_TEXT,
        annotations=(
            wikiwars.Timex2(begin=3, end=13, text="3 May 1941", val="1941-05-03"),
            wikiwars.Timex2(begin=31, end=35, text="June", val="1941-06"),
        ),
    )


def test_wikiwars_of_a_perfect_coder() -> None:
    found = _values(
        wikiwars.SET, _wars(), _coder(("3 May 1941", "1941-05-03"), ("June", "1941-06"))
    )
    assert found["detection F"] == found["value F"] == 1.0


def test_wikiwars_of_a_silent_coder() -> None:
    found = _values(wikiwars.SET, _wars(), silent)
    assert found["detection F"] == found["value F"] == 0.0


def test_wikiwars_tells_values_from_detection() -> None:
    found = _values(wikiwars.SET, _wars(), _coder(("May 1941", "1941-05-03"), ("June", "1942-06")))
    assert (found["detection F"], found["value F"]) == (1.0, 0.5)


def test_wikiwars_counts_what_the_gold_lacks_against_precision() -> None:
    said = [("3 May 1941", "1941-05-03"), ("June", "1941-06"), ("landed", "X"), ("left", "X")]
    found = _values(wikiwars.SET, _wars(), _coder(*said))
    assert (found["detection P"], found["detection R"]) == (0.5, 1.0)


def _phrase(text: str, value: str) -> timenorm_tsv.Item:
    gold = timenorm_tsv.Timex3(begin=0, end=len(text), text=text, type="DATE", value=value)
    return timenorm_tsv.Item(doc_id="1", text=text, dct="1941-06-01", annotations=(gold,))


def test_timenorm_compares_values() -> None:
    right = _values(
        timenorm_tsv.SET, _phrase("May 3", "1941-05-03"), _coder(("May 3", "1941-05-03"))
    )
    wrong = _values(
        timenorm_tsv.SET, _phrase("May 3", "1941-05-03"), _coder(("May 3", "1940-05-03"))
    )
    assert (right["value accuracy"], wrong["value accuracy"]) == (1.0, 0.0)


@pytest.mark.parametrize("text", ["1989-10-30", "that year", "the year-ago quarter"])
def test_timenorm_leaves_out_what_no_news_phrase_tells(text: str) -> None:
    assert not timenorm_tsv.judge(_phrase(text, "1989"), silent).tallies


def _command(**fields: object) -> recognizers.Item:
    timex = recognizers.Timex(type="date", surface="3 May", **fields)  # type: ignore[arg-type]
    return recognizers.Item(
        doc_id="1",
        text="we left on 3 May",
        dct="1941-06-01T00:00:00",
        split="DateParser",
        annotations=(timex,),
    )


def test_recognizers_takes_any_reading_of_the_gold() -> None:
    item = _command(
        resolution={
            "PastResolution": {"date": "1941-05-03"},
            "FutureResolution": {"date": "1942-05-03"},
        }
    )
    assert _values(recognizers.SET, item, _coder(("3 May", "x")))["value accuracy"] == 1.0
    assert _values(recognizers.SET, item, silent)["value accuracy"] == 0.0


def test_recognizers_reads_exclusive_ends_and_named_ones() -> None:
    timex = recognizers.Timex(
        type="daterange",
        surface="in May",
        resolution={"values": [{"start": "1941-05-01", "end": "1941-06-01"}]},
    )
    assert recognizers.readings(timex) == [
        (date(1941, 5, 1), date(1941, 5, 31)),
        (date(1941, 5, 1), date(1941, 6, 1)),
    ]


def test_recognizers_leaves_out_what_is_not_resolved() -> None:
    assert not recognizers.judge(_command(resolution=None), silent).tallies


def test_recognizers_compares_lengths_in_seconds() -> None:
    time = _time("t", "for two days", "two days", "P2D")
    assert recognizers.meanings([time], "duration") == [172800.0]
    assert recognizers.meanings([], "duration") == []


def test_recognizers_joins_the_two_ends_of_a_range() -> None:
    first, last = (_time(i, "May or June", "May", "x") for i in "ab")
    last = replace(last, earliest=date(1941, 6, 1), latest=date(1941, 6, 30))
    start, middle, end = date(1941, 5, 3), date(1941, 6, 1), date(1941, 6, 30)
    assert recognizers.meanings([first, last], "range") == [(start, end), (start, middle)]
