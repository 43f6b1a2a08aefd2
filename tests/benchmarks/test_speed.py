"""The speed benchmark measures every part of the chain once a document."""

from benchmarks.speed import Clock, Speed, documents, measure, rows, samples
from khaldun.coding.chain import STAGES


def test_samples_are_repeated_to_the_size_asked_for() -> None:
    few = documents(1)
    assert len(few) == 1
    longest = max(len(text) for text in samples())
    total = sum(len(d.text) for d in documents(30_000))
    assert 30_000 <= total <= 30_000 + longest


def test_every_stage_is_timed() -> None:
    clock = Clock()
    measure(documents(1), clock)
    stages = {stage.name.split(".")[0] for stage in STAGES}
    assert set(clock.parts) == {"syntax", *stages, "records"}
    assert clock.words > 0
    assert clock.chain > 0 < clock.bare


def test_the_table_has_ratios_first() -> None:
    speed = Speed(
        words=10, bare_rate=2000.0, chain_rate=1600.0, ratio=1.25, own=0.2, words_made=0.05,
        stages={"syntax": 0.8}, peak_memory=200.0, cold_start=2.5, two_workers=1.9,
    )  # fmt: skip
    assert rows(speed)[0] == ("whole chain against bare parser, time", "1.25 ×")
    assert rows(speed)[1] == ("our stages against bare parser, time", "20%")
    assert rows(speed)[-1] == ("share of syntax", "80.0%")
