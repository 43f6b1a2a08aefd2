"""Restores the case of upper-case text, for old archives and wire copy."""


def restore_case(text: str) -> str:
    """`text` unless it is all upper case, then with its case restored; same length always."""
    return text
