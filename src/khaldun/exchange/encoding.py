"""Text as bytes: what UTF-8, JSON and XML cannot carry is replaced, never refused."""

import json
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

import msgspec

# XML 1.0, production 2: what is no Char cannot be written, not even as a reference.
_NO_XML_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def utf8(text: str) -> bytes:
    """The text in UTF-8 with U+FFFD for lone surrogates."""
    return without_surrogates(text).encode()


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which UTF-8 cannot carry."""
    return _SURROGATES.sub(REPLACEMENT, text)


def json_bytes(value: object) -> bytes:
    """One line of JSON in UTF-8, with U+FFFD for lone surrogates."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(value)
        return utf8(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def json_lines(values: Iterable[object]) -> bytes:
    """JSON Lines: one value a line, each with its line end."""
    return b"".join(json_bytes(value) + b"\n" for value in values)


def xml_text(text: str) -> str:
    """The text as the content of an XML element."""
    return escape(_NO_XML_CHARACTER.sub(REPLACEMENT, text))


def xml_attribute(text: str) -> str:
    """The text as the value of an XML attribute, with its quotes."""
    return quoteattr(_NO_XML_CHARACTER.sub(REPLACEMENT, text))
