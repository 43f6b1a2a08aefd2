"""The codes of what can go wrong between a document and its record."""

CODING_FAILED = "C001"
PROCESS_DIED = "C002"
