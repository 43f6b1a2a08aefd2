"""Everything Khaldun raises on purpose.

The exception tree:

* KhaldunError
  x RecordError
    + SpanError
    + IdentifierError
  x ContractError
  x FormatError
  x ResourceError
    + OntologyError
    + LexiconError
    + GazetteerError
  x UsageError
  x StoreError
    + NotARecordError
    + NewerRecordError
    + DamagedRecordError
    + LockedRecordError
    + FullDiskError
    + ReadOnlyRecordError

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


class FormatError(KhaldunError, ValueError):
    """A file as a whole is not in the format that it was said to be in."""


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


class StoreError(KhaldunError):
    """The file of a record cannot be used as asked; nothing that was acknowledged is lost."""


class NotARecordError(StoreError):
    """The path names no record: nothing, a folder, or a file of another kind."""


class NewerRecordError(StoreError):
    """The record was written by a later version of Khaldun."""


class DamagedRecordError(StoreError):
    """The file of the record is damaged."""


class LockedRecordError(StoreError):
    """Another process has kept the record locked for too long."""


class FullDiskError(StoreError):
    """There is no room on the disk; what was not acknowledged was not written."""


class ReadOnlyRecordError(StoreError):
    """The record may be read but not written."""
