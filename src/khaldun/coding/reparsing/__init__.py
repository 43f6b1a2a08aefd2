"""Sentences too long for the parser: taken apart, parsed in pieces, and put together again."""

from khaldun.coding.reparsing.plans import Plan, plan
from khaldun.coding.reparsing.rejoining import rejoin

__all__ = ["Plan", "plan", "rejoin"]
