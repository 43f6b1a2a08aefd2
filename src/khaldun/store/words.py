"""Words that a person types, as a full-text query in which nothing has a meaning of its own."""

import re

_TOKEN = re.compile(r'"([^"]+)"|(\S+)')


def match(words: str) -> str:
    """The FTS5 query for all of these words; those in quotation marks must stand together."""
    found = (phrase or word for phrase, word in _TOKEN.findall(words))
    quoted = ('"' + token.replace('"', " ") + '"' for token in found)
    return " AND ".join(quoted) or '""'
