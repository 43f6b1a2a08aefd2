import time
from datetime import date

import pytest

from khaldun.reading import read_bytes
from khaldun.reading.limits import DEFAULT_LIMITS, Limits
from khaldun.reading.page import read_page
from khaldun.reading.web import read
from khaldun.record import Document

MARKER = "The marker sentence says that the garrison at Fada left in the night."
PARAGRAPHS = (
    "<p>The army said on Monday that it had taken the bridge on the eastern bank of the river "
    "after two days of fighting, and that the rebels had fled into the hills.</p>"
    f"<p>{MARKER}</p>"
    "<p>A spokesman for the governor said that talks would go on in the capital, where envoys "
    "of three states have met since the beginning of June without a result.</p>"
)


def page(head: str = "", body: str = PARAGRAPHS) -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Army takes bridge</title>{head}"
        "</head><body><nav><a href=/>Home</a> <a href=/war>War</a></nav>"
        f"<article><h1>Army takes bridge</h1>{body}</article>"
        "<footer>© 2024 The Example Courier</footer></body></html>"
    ).encode()


def test_the_article_is_read_and_navigation_is_not() -> None:
    extract = read(page(), DEFAULT_LIMITS)
    assert extract is not None
    assert MARKER in extract.text
    assert "Home" not in extract.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-08-20T10:00:00Z">',
        '<meta content="2020-08-20" name="date">',
        '<script type="application/ld+json">{"datePublished": "2020-08-20T10:00:00Z"}</script>',
    ],
)
def test_the_date_that_the_page_declares(head: str) -> None:
    extract = read(page(head), DEFAULT_LIMITS)
    assert extract is not None
    assert extract.published == date(2020, 8, 20)


def test_a_title_with_the_name_of_the_site_is_its_headline() -> None:
    markup = page().replace(b"<title>Army takes bridge", b"<title>Army takes bridge | Courier")
    found = read_bytes(markup, name="x.html")
    assert isinstance(found, Document)
    assert found.title == "Army takes bridge"
    assert found.text.count("Army takes bridge") == 1


def test_the_year_of_a_copyright_notice_is_no_date() -> None:
    extract = read(page(), DEFAULT_LIMITS)
    assert extract is not None
    assert extract.published is None


def test_a_date_in_the_text_is_no_date_of_publication() -> None:
    body = PARAGRAPHS + "<p>The bridge was last taken on August 20, 2015, the army said.</p>"
    extract = read(page(body=body), DEFAULT_LIMITS)
    assert extract is not None
    assert extract.published is None


def test_the_first_date_in_the_article_is_taken_and_one_above_it_is_not() -> None:
    markup = page(body=f'<time datetime="2020-08-20">20 August</time>{PARAGRAPHS}')
    markup = markup.replace(b"<nav>", b'<time datetime="2024-01-01">today</time><nav>')
    extract = read(markup, DEFAULT_LIMITS)
    assert extract is not None
    assert extract.published == date(2020, 8, 20)


def test_a_date_line_below_the_headline() -> None:
    found = read_bytes(page(body=f"<p>Published on 20 August 2020</p>{PARAGRAPHS}"), name="x.html")
    assert isinstance(found, Document)
    assert found.published is not None
    assert found.published.earliest == date(2020, 8, 20)


def test_metadata_is_kept() -> None:
    head = (
        '<meta name="author" content="Jane Doe"><meta property="og:site_name" content="Courier">'
        '<link rel="canonical" href="https://example.org/2020/bridge">'
    )
    found = read_bytes(page(head), name="x.html")
    assert isinstance(found, Document)
    assert (found.title, found.byline, found.publisher, found.url) == (
        "Army takes bridge",
        "Jane Doe",
        "Courier",
        "https://example.org/2020/bridge",
    )


@pytest.mark.parametrize("depth", [10, 100, 190, 250, 400, 500, 1_000, 3_000, 50_000])
def test_no_depth_loses_a_sentence(depth: int) -> None:
    found = read_bytes(page(body="<div>" * depth + PARAGRAPHS + "</div>" * depth), name="x.html")
    assert isinstance(found, Document)
    assert MARKER in found.text


def test_a_page_too_large_for_the_search_is_read_whole() -> None:
    extract = read(page(), Limits(structured_bytes=100))
    assert extract is not None
    assert MARKER in extract.text


def test_scripts_and_styles_are_never_text() -> None:
    markup = "<p>One</p><script>if (a < b) { steal() }</script><style>p {}</style><p>Two</p>"
    assert read_page(markup).text.split() == ["One", "Two"]


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' + page(
        body=f"<p>&b;</p>{PARAGRAPHS}"
    )
    found = read_bytes(bomb, name="x.html")
    assert isinstance(found, Document)
    assert "lollol" not in found.text


@pytest.mark.parametrize("shape", ["<div>", "<p", "<a href='", "<!--", "&amp;", "<table><tr><td>"])
def test_time_grows_with_length_only(shape: str) -> None:
    times = []
    for copies in (20_000, 80_000):
        start = time.perf_counter()
        read_page(shape * copies)
        times.append(time.perf_counter() - start)
    assert times[1] < 12 * max(times[0], 0.005)
