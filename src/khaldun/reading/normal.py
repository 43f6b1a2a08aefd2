"""Text as it came to text that rules can count on; every offset refers to the latter.

Paragraphs are set apart by one empty line and hold no line break. Characters that are not
seen (controls, zero-width, marks of direction, soft hyphens) are gone, spaces are spaces, and
the text is in Unicode normalisation form C.
"""

import re
import unicodedata

from khaldun.reading.lines import paragraphs

_LINE_BREAKS = re.compile("\r\n?|[\x85\u2028\v]")
_PAGE_BREAKS = re.compile("[\f\u2029]")
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Controls, zero-width characters, marks of direction, the soft hyphen, invisible operators,
# annotation marks and the tag characters in which text can be hidden from a reader.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Numbers of notes, as encyclopaedias set them: "the town.[12] The army" is two sentences.
_NOTES = re.compile(r"(?<=[^\s\[])\[(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)\](?!\w)")
_SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(text: str, *, structured: bool = False) -> str:
    """`text` in the form described above.

    `structured` text keeps every line break as the end of a paragraph; in other text, lines
    that were wrapped at a margin are joined.
    """
    return "\n\n".join(paragraphs(clean(text), structured=structured))


def clean(text: str) -> str:
    """`text` with plain line feeds, nothing unseen, no numbers of notes, in form C."""
    text = _PAGE_BREAKS.sub("\n\n", _LINE_BREAKS.sub("\n", text))
    text = _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))
    return _NOTES.sub("", unicodedata.normalize("NFC", text))


def one_line(text: str) -> str:
    """`text`, such as a title, cleaned and on a single line."""
    return " ".join(_SPACES.sub(" ", clean(text)).split())
