import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.encoding import decode

TEXT = "The “Sahel” command in Café Bouaké said that it had withdrawn – for now."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-32"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_encodings_of_one_text(data: bytes) -> None:
    assert decode(data) == TEXT


def test_a_damaged_byte_costs_one_letter() -> None:
    data = (TEXT * 20).encode() + b"\xff" + TEXT.encode()
    text = decode(data)
    assert text is not None
    assert text.replace("\ufffd", "") == TEXT * 21


def test_the_declared_encoding_is_used_where_utf8_does_not_fit() -> None:
    assert decode("Türkiye ağır silah".encode("cp1254"), "windows-1254") == "Türkiye ağır silah"


def test_a_declared_encoding_that_is_none_is_passed_over() -> None:
    assert decode("café".encode("cp1252"), "no-such-charset") == "café"


def test_a_stray_nul_does_not_make_text_binary() -> None:
    assert decode(TEXT.encode() + b"\x00" + TEXT.encode()) is not None


def test_noise_is_binary() -> None:
    assert decode(bytes(range(256)) * 8) is None


@given(st.binary())
def test_never_raises(data: bytes) -> None:
    assert decode(data) is None or isinstance(decode(data), str)
