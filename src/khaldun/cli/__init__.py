"""The `khaldun` command: thin, one file a command."""

from khaldun.cli.group import main

__all__ = ["main"]
