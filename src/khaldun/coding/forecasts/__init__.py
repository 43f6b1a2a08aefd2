"""Forecasts: what is said to come, by whom, how likely, on what condition and by when."""

from dataclasses import replace

from khaldun.coding.draft import Draft
from khaldun.coding.forecasts.describing import Describer

NAME = "forecasts.v1"

__all__ = ["NAME", "run"]


def run(draft: Draft) -> Draft:
    """Fill `draft.forecasts`, in text order, with ids f1, f2 …; probabilities after ICD 203."""
    describer = Describer(draft, rule=NAME)
    found = [f for sentence in draft.syntax.sentences for f in describer.forecasts(sentence)]
    numbered = (replace(f, id=f"f{n}") for n, f in enumerate(found, start=1))
    return replace(draft, forecasts=tuple(numbered))
