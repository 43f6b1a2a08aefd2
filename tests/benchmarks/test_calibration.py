from dataclasses import replace

import numpy as np
import pytest

from benchmarks.calibration import METRICS, Verdict, tallies
from benchmarks.confidence import Example, Fitted, fitted, written
from khaldun.coding.confidence import REASONS
from khaldun.record import Report
from tests.resolution.builders import report


def _report(confidence: float | None) -> Report:
    return replace(report("a").item, confidence=confidence)


def _figures(*verdicts: Verdict) -> dict[str, float]:
    formulas = {metric.name: metric.formula for metric in METRICS}
    sums: dict[str, list[float]] = {}
    for tally in tallies(verdicts):
        before = sums.get(tally.metric, [0.0] * len(tally.values))
        sums[tally.metric] = [a + b for a, b in zip(before, tally.values, strict=True)]
    return {name: float(formulas[name](np.array(values))) for name, values in sums.items()}


def test_a_confidence_that_is_right_as_often_as_it_says_is_calibrated() -> None:
    right = [Verdict(report=_report(0.75), type=True, parties=True)] * 3
    found = _figures(*right, Verdict(report=_report(0.75), type=False))
    assert found["expected calibration error"] == pytest.approx(0)
    assert found["mean confidence"] == found["judged reports right"] == 0.75
    assert found["Brier score"] == found["Brier score of the base rate"] == 0.1875
    assert found["right at confidence 0.7 to 0.8"] == 0.75


def test_errors_of_bins_do_not_cancel_out() -> None:
    found = _figures(
        Verdict(report=_report(0.9), type=False),
        Verdict(report=_report(0.1), type=True, parties=True),
    )
    assert found["expected calibration error"] == pytest.approx(0.9)
    assert found["Brier score"] == pytest.approx(0.81)


def test_what_cannot_be_judged_or_has_no_confidence_is_left_out() -> None:
    unjudged = Verdict(report=_report(0.5), type=True)
    assert tallies([unjudged, Verdict(report=_report(None), type=False)]) == []


def test_a_report_of_a_wrong_type_is_wrong_whatever_its_parties() -> None:
    assert Verdict(report=_report(0.5), type=False).right is False


def test_a_reason_of_the_wrong_sign_weighs_nothing() -> None:
    doubt = frozenset({"a word of force"})
    found = [Example(part="type", reasons=doubt, right=True)] * 20
    found += [Example(part="type", reasons=frozenset(), right=right) for right in (True, False)]
    model = fitted("type", found)
    assert model.weights["a word of force"] == 0


def test_a_doubt_that_data_bear_out_weighs_against() -> None:
    doubt = frozenset({"told in passing"})
    found = [Example(part="type", reasons=doubt, right=n > 6) for n in range(10)]
    found += [Example(part="type", reasons=frozenset(), right=n > 0) for n in range(10)]
    assert fitted("type", found).weights["told in passing"] < 0


def test_only_the_numbers_of_the_file_are_written() -> None:
    models = {
        part: Fitted(constant=1.5, weights=dict.fromkeys(reasons, -0.25))
        for part, reasons in REASONS.items()
    }
    text = (
        "# kept\ntype:\n  constant: 9\n  reasons:\n  - id: counted\n    weight: 0\n    example: a\n"
    )
    assert written(text, models) == text.replace("9", "1.5").replace("weight: 0", "weight: -0.25")
