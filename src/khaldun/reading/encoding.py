"""Bytes to text: which encoding, or that it is no text at all."""

import codecs

from charset_normalizer import from_bytes

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b\x1a")
_MAX_CONTROL_SHARE = 0.02
_MAX_DAMAGE = 0.002
_MOSTLY_ASCII = 0.7


def decode(data: bytes, declared: str | None = None) -> str | None:
    """The text that `data` encodes, or None where it is not text.

    A byte order mark decides, then UTF-8 if it fits, then `declared` (what the file says of
    itself), then the likeliest legacy encoding. Bytes that do not fit become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _unmarked_utf16(data[:_SAMPLE])
    if wide is not None:
        return data.decode(wide, "replace")
    if _looks_binary(data[:_SAMPLE]):
        return None
    return _decode_bytewise(data, declared)


def _decode_bytewise(data: bytes, declared: str | None) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        damaged = data.decode("utf-8", "replace")
    whole_letters = any(ord(c) > 0x7F and c != "\ufffd" for c in damaged[:_SAMPLE])
    if whole_letters and damaged.count("\ufffd") <= max(1, _MAX_DAMAGE * len(damaged)):
        return damaged
    return data.decode(_known(declared) or _legacy(data[:_SAMPLE]), "replace")


def _known(name: str | None) -> str | None:
    """The codec of this name if it is one of text with a byte a letter or more."""
    try:
        found = codecs.lookup(name.strip()) if name else None
        "".encode(found.name) if found else b""
    except (LookupError, ValueError):
        return None
    return None if found is None or found.name.startswith("utf") else found.name


def _legacy(sample: bytes) -> str:
    """English with a few accents is in Windows-1252; detectors guess wildly on so few bytes."""
    plain = sum(1 for byte in sample if byte < 0x80)
    if plain >= _MOSTLY_ASCII * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def _looks_binary(sample: bytes) -> bool:
    controls = sum(1 for byte in sample if byte < 0x20 and byte not in _TEXT_CONTROLS)
    return controls > _MAX_CONTROL_SHARE * len(sample)


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Latin script every second byte is nought."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.9 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.9 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None
