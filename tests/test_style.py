"""The shape of the source, and that what the user meets is documented."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import click
import pytest

from khaldun.__main__ import main
from khaldun.reading import ReadingProblem
from khaldun.workspace import CODING_FAILED, PROCESS_DIED

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "khaldun").rglob("*.py"))
DOCS = ROOT / "docs"
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
TYPICAL_FUNCTION = 10
MOST_PARAMETERS = 7

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(path: Path) -> Iterator[Function]:
    tree = ast.parse(path.read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _parameters(function: Function) -> int:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return sum(argument.arg not in ("self", "cls") for argument in named)


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_file_is_one_thing(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_functions_are_short_and_take_few_parameters(path: Path) -> None:
    found = list(_functions(path))
    assert [f.name for f in found if _length(f) > LONGEST_FUNCTION] == []
    assert [f.name for f in found if _parameters(f) > MOST_PARAMETERS] == []


def test_a_typical_function_is_about_ten_lines() -> None:
    lengths = [_length(function) for path in SOURCES for function in _functions(path)]
    assert median(lengths) <= TYPICAL_FUNCTION


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    public = [
        node
        for node in tree.body
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def _commands(group: click.Group, path: str = "khaldun") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


@pytest.mark.parametrize(("name", "command"), list(_commands(main)), ids=str)
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    page = (DOCS / "reference" / "command-line.md").read_text("utf-8")
    assert f"## {name}" in page
    options = [o for p in command.params if isinstance(p, click.Option) for o in p.opts]
    assert [option for option in options if option not in page] == []
    assert command.help


def test_every_problem_is_documented() -> None:
    page = (DOCS / "reference" / "problems.md").read_text("utf-8")
    codes = [*(problem.value for problem in ReadingProblem), CODING_FAILED, PROCESS_DIED]
    assert [code for code in codes if code not in page] == []


def test_no_problem_is_documented_that_is_not_there() -> None:
    page = (DOCS / "reference" / "problems.md").read_text("utf-8")
    codes = {*(problem.value for problem in ReadingProblem), CODING_FAILED, PROCESS_DIED}
    assert set(re.findall(r"\b[RC]\d{3}\b", page)) <= codes


@pytest.mark.parametrize("path", sorted([*DOCS.rglob("*.md"), ROOT / "README.md"]), ids=_name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_page_can_be_reached_from_the_index() -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    pages = [str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md") if page.name != "index.md"]
    assert [page for page in pages if f"({page})" not in index] == []
