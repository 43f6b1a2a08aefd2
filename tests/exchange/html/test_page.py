import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings

from khaldun.exchange.html import to_html
from khaldun.record import Actor, CodedDocument, CoderIdentity, Document, Mention, Span
from tests.strategies import coded_documents

few = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
VOID = {"meta", "input"}


class _Page(HTMLParser):
    """What a browser would see: ids, links, tags, and the text of the text panel."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[tuple[str, str]] = []
        self.text = ""
        self.marked: list[tuple[str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes |= values.keys()
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        if tag not in VOID:
            self.open.append((tag, values.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(classes == "text" for _, classes in self.open):
            self.text += data
            self.marked.append((data, self.open[-1][1]))


def _shown(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", "\ufffd", text)


@few
@given(coded_documents())
def test_the_text_is_shown_whole_and_in_order(coded: CodedDocument) -> None:
    assert _Page(to_html([coded])).text == _shown(coded.document.text)


@few
@given(coded_documents())
def test_every_link_has_its_target_and_every_id_is_unique(coded: CodedDocument) -> None:
    page = _Page(to_html([coded, coded]))
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


@few
@given(coded_documents())
def test_nothing_in_a_document_can_run_or_fetch(coded: CodedDocument) -> None:
    page = _Page(to_html([coded]))
    assert not page.tags & {"script", "img", "iframe", "link", "object", "form", "svg"}
    assert not {name for name in page.attributes if name.startswith(("on", "src", "style"))}
    assert all(link.startswith(("#", "http://", "https://")) for link in page.links)


def test_the_policy_allows_the_one_style_and_nothing_else(battle: CodedDocument) -> None:
    source = to_html([battle])
    style = source.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert "default-src &#x27;none&#x27;" in source
    assert f"sha256-{digest}" in source


def test_markup_in_the_text_is_text(battle: CodedDocument) -> None:
    assert "a &lt;b&gt;tank&lt;/b&gt; &amp; crew" in to_html([battle])


def test_a_script_address_is_no_link(battle: CodedDocument) -> None:
    document = replace(battle.document, url="javascript:alert(1)")
    page = _Page(to_html([replace(battle, document=document)]))
    assert not any("javascript" in link for link in page.links)


def test_overlapping_marks_share_the_words_they_share() -> None:
    text = "abcdef"
    first = Actor(id="a", name="first", mentions=(Mention(span=Span.of(text, 0, 4)),))
    second = Actor(id="b", name="second", mentions=(Mention(span=Span.of(text, 2, 6)),))
    coded = CodedDocument(
        coder=CoderIdentity(name="hand", version="1", ontology="p"),
        document=Document(id="d", text=text, language="en"),
        actors=(first, second),
    )
    page = _Page(to_html([coded]))
    assert [words for words, _ in page.marked] == ["ab", "cd", "ef"]


def test_the_kinds_of_evidence_are_marked_apart(battle: CodedDocument) -> None:
    marked = _Page(to_html([battle])).marked
    kinds = {words: set(classes.split()) for words, classes in marked}
    assert "m-event" in kinds["shelled"]
    assert {"m-certainty", "m-who"} <= kinds["said"]
    assert "m-time" in kinds["Tuesday"]
    assert "m-place" in kinds["Karda"]
    assert {"m-certainty", "m-forecast"} <= kinds["probably"]
    assert "m-uncoded" in kinds["Photo: a <b>tank</b> & crew"]


def test_a_card_says_who_how_sure_and_what_is_to_come(battle: CodedDocument) -> None:
    source = to_html([battle])
    for words in ("ASSAULT heavy-weapons", "probable", "a hospital official", "likely, 55% to 80%"):
        assert words in source


def test_two_documents_have_a_list_of_contents(battle: CodedDocument) -> None:
    assert to_html([battle, battle]).count('<a href="#d1-top">') == 1


def test_no_documents_make_an_empty_page() -> None:
    assert "<main></main>" in to_html([])
