import re
from pathlib import Path

from khaldun.reading.problems import ReadingProblem

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "problems.md"


def test_the_documentation_lists_every_code() -> None:
    listed = re.findall(r"^\| (R\d{3}) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [problem.value for problem in ReadingProblem]
