from datetime import date

from khaldun.reading.markdown import plain, read

FILE = b"""---
title: "Army takes bridge"
author: Jane Doe
date: 2020-08-20
publisher: The Example Courier
url: https://example.org/bridge
tags: [war, river]
---

# Army takes bridge

The **army** said on [Monday](https://example.org/a_(b)) that it had *taken* the `bridge`.
It is the third this year.

> "We will go on," said the governor_general.

![A soldier](soldier.jpg)

- a truce
- an exchange

<!-- not for print -->
"""


def test_front_matter_is_metadata() -> None:
    extract = read(FILE)
    assert extract is not None
    assert (extract.title, extract.byline, extract.publisher, extract.url, extract.published) == (
        "Army takes bridge",
        "Jane Doe",
        "The Example Courier",
        "https://example.org/bridge",
        date(2020, 8, 20),
    )


def test_marks_of_formatting_are_dropped_and_words_kept() -> None:
    extract = read(FILE)
    assert extract is not None
    assert " ".join(extract.text.split()) == (
        "Army takes bridge The army said on Monday that it had taken the bridge. It is the "
        'third this year. "We will go on," said the governor_general. a truce an exchange'
    )


def test_a_file_without_front_matter_has_no_metadata() -> None:
    extract = read(b"The army withdrew.")
    assert extract is not None
    assert (extract.title, extract.published) == (None, None)


def test_front_matter_that_never_ends_is_text() -> None:
    extract = read(b"---\ntitle: x\nThe army withdrew.")
    assert extract is not None
    assert "The army withdrew." in extract.text


def test_a_comment_that_never_ends_is_text() -> None:
    assert plain("a <!-- b") == "a <!-- b"
