from hypothesis import given
from hypothesis import strategies as st

from khaldun.exchange.html.markup import element, text
from khaldun.web.site.addresses import named, relative, relinked, subject_of, told_apart


@given(st.text())
def test_a_name_is_one_that_every_file_system_holds(identifier: str) -> None:
    name = named(identifier)
    assert name.isascii()
    assert len(name) <= 100
    assert not set(name) & set('/\\:*?"<>| ')
    assert not name.startswith(".")


@given(st.lists(st.text(), unique=True))
def test_two_ids_have_two_names(identifiers: list[str]) -> None:
    assert len({named(identifier) for identifier in identifiers}) == len(identifiers)


def test_a_link_goes_from_file_to_file() -> None:
    assert relative("documents/doc-1.html#d-r0-text", "events/event-1.html") == (
        "../documents/doc-1.html#d-r0-text"
    )
    assert relative("events.html", "index.html") == "events.html"


def test_a_link_to_what_is_not_there_is_none() -> None:
    page = element("a", text("gone"), href="/events/x", class_="quote")
    assert relinked(page, "index.html", lambda _: None) == '<a class="quote">gone</a>'


@given(st.text())
def test_what_looks_like_a_link_in_a_text_stays_as_it_is(words: str) -> None:
    page = element("p", text(f' href="/events" {words}'))
    assert relinked(page, "index.html", lambda _: "wrong.html") == page


def test_how_a_reader_came_does_not_make_another_page() -> None:
    assert told_apart("/events?after=x&came=y~z") == told_apart("/events?came=&after=x")
    assert told_apart("/events?after=x") != told_apart("/events")


def test_an_address_of_one_thing_has_its_id() -> None:
    assert subject_of("/actors/a%2Fb") == ("actors", "a/b")
    assert subject_of("/actors") is None
