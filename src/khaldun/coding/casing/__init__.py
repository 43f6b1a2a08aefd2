"""The case of upper-case text restored, for old archives, wire copy and headlines."""

from khaldun.coding.casing.restoring import restore_case

__all__ = ["restore_case"]
