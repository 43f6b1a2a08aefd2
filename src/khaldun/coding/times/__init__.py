"""Time expressions: recognised, normalised, anchored on now or on what was told before.

A TIMEX grammar of its own. The rules and words are data, `lexicon/times.yaml`; the values are
those of TIMEX3 (ISO-TimeML); the days that an expression can cover are a range, the wider one
where its anchor is a range itself.
"""

from khaldun.coding.times.stage import normalise_phrase, read_times, run

NAME = "times.v1"

__all__ = ["NAME", "normalise_phrase", "read_times", "run"]
