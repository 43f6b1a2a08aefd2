"""Everything Khaldun raises on purpose.

The exception tree:

* KhaldunError
  x RecordError
    + SpanError
    + IdentifierError
  x ContractError
  x ResourceError
    + OntologyError
    + LexiconError
    + GazetteerError
  x UsageError

A document that cannot be read is not an exception: readers give a `Problem`.
"""


class KhaldunError(Exception):
    """The root: catch it to catch whatever Khaldun raises on purpose."""


class RecordError(KhaldunError, ValueError):
    """A record was built from values that contradict each other."""


class SpanError(RecordError):
    """The quote of a span is not what stands at its offsets."""


class IdentifierError(RecordError):
    """A record names an id that its document does not define, or defines one twice."""


class ContractError(KhaldunError, ValueError):
    """JSON that claims to be a coded document does not follow the contract."""


class ResourceError(KhaldunError):
    """A data file, shipped or the user's own, is missing or malformed."""


class OntologyError(ResourceError):
    """An ontology or registry file breaks its rules."""


class LexiconError(ResourceError):
    """A lexicon file breaks its rules or one of its examples fails."""


class GazetteerError(ResourceError):
    """The gazetteer file is missing or cannot be read."""


class UsageError(KhaldunError, ValueError):
    """A call asks for something that cannot be done as asked; the message says what to do."""
