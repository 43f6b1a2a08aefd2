import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.cli.console import PLAIN_WIDTH, WIDEST, console_for, counting, print_problem, safe
from khaldun.record import Problem


@given(st.text())
def test_safe_text_keeps_its_length_and_is_one_line(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert len(safe(text).splitlines()) <= 1


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\x00"])
def test_what_a_terminal_obeys_is_replaced(character: str) -> None:
    assert safe(f"a{character}b") == "a\ufffdb"


def test_off_a_terminal_the_width_is_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console_for().width == PLAIN_WIDTH


def test_a_wide_terminal_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert console_for().width == WIDEST


def test_a_problem_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    print_problem(Problem(code="R001", source="a\nb.txt", message="gone"))
    assert capsys.readouterr().err == "R001 a b.txt: gone\n"


def test_counting_is_silent_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with counting("documents", shown=True) as count:
        count()
    assert capsys.readouterr() == ("", "")
