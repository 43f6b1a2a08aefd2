import re
from html import unescape
from pathlib import Path

import pytest

import khaldun
from khaldun.errors import UsageError
from khaldun.record import Selection
from khaldun.web.site import write_site

WHOLE = Selection()


def written(record: Path, folder: Path, selection: Selection = WHOLE) -> Path:
    with khaldun.open(record, read_only=True) as opened:
        write_site(opened, folder, selection=selection)
    return folder


@pytest.fixture(scope="module")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(filled, tmp_path_factory.mktemp("site"))


def links(page: Path) -> list[tuple[Path, str]]:
    """The files and anchors that a page leads to."""
    found = re.findall(r' (?:href|src)="([^"]*)"', page.read_text("utf-8"))
    parts = (link.partition("#") for link in found if not link.startswith("data:"))
    return [((page.parent / file) if file else page, anchor) for file, _, anchor in parts]


def test_every_link_leads_to_something(site: Path) -> None:
    for page in site.rglob("*.html"):
        for file, anchor in links(page):
            assert file.resolve().is_file(), (page, file)
            assert not anchor or f'id="{anchor}"' in file.read_text("utf-8"), (page, anchor)


@pytest.mark.parametrize(
    "name",
    ["index", "events", "timeline", "map", "network", "situation", "relations", "contradictions",
     "forecasts", "actors", "documents", "problems", "agreement", "search"],
)  # fmt: skip
def test_every_view_but_the_review_is_there(site: Path, name: str) -> None:
    assert (site / f"{name}.html").is_file()


def test_a_page_may_run_nothing_but_the_files_of_the_copy(site: Path) -> None:
    for page in site.rglob("*.html"):
        whole = unescape(page.read_text("utf-8"))
        assert "default-src 'none'; script-src 'self'" in whole
        assert "connect-src" not in whole
        assert 'type="module"' not in whole


def test_nothing_on_a_page_can_ask_or_write(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert "<form" not in page.read_text("utf-8"), page


def test_each_document_is_there_with_its_evidence_marked(site: Path) -> None:
    [document] = (site / "documents").iterdir()
    assert 'class="evidence event"' in document.read_text("utf-8")


def test_a_quote_of_an_event_leads_to_its_place_in_the_text(site: Path) -> None:
    anchors = [a for page in (site / "events").iterdir() for _, a in links(page)]
    assert any(anchor.endswith("-text") for anchor in anchors)


def test_licences_of_what_is_vendored_go_with_it(site: Path) -> None:
    assert (site / "static/vendor/d3-7.9.0.js").is_file()
    assert list((site / "static/vendor/licences").iterdir())


def test_the_same_record_gives_the_same_bytes(filled: Path, site: Path, tmp_path: Path) -> None:
    again = written(filled, tmp_path / "again")
    first = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    second = {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()}
    assert first == second


def test_a_part_has_only_what_belongs_to_it(filled: Path, site: Path, tmp_path: Path) -> None:
    part = written(filled, tmp_path / "part", Selection(types=("backs",)))
    assert "backs" in (part / "relations.html").read_text("utf-8")
    assert not (part / "events").exists()
    assert not (part / "situation.html").exists()
    assert len(list((part / "actors").iterdir())) < len(list((site / "actors").iterdir()))


def test_a_folder_with_something_in_it_is_left_alone(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not empty"):
        written(filled, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_record_has_a_copy_too(tmp_path: Path) -> None:
    khaldun.open(tmp_path / "empty.khaldun").close()
    site = written(tmp_path / "empty.khaldun", tmp_path / "site")
    assert "No events here." in (site / "events.html").read_text("utf-8")


def test_long_work_is_told_page_by_page(filled: Path, tmp_path: Path) -> None:
    told: list[None] = []
    with khaldun.open(filled, read_only=True) as opened:
        number = write_site(
            opened, tmp_path / "s", selection=WHOLE, progress=lambda: told.append(None)
        )
    assert len(told) == number == len(list((tmp_path / "s").rglob("*.html")))
