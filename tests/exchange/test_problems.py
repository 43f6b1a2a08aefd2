import re
from pathlib import Path

from khaldun.exchange.problems import ExchangeProblem

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "problems.md"


def test_the_documented_problems_are_those_that_there_are() -> None:
    documented = re.findall(r"^\| (X\d{3}) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert documented == [problem.value for problem in ExchangeProblem]
