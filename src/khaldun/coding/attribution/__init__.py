"""Who says what: sources, cues and contents, and the chain of holders of a word."""

from dataclasses import replace

from khaldun.coding.attribution.answers import answer_cues
from khaldun.coding.attribution.chain import attribution_of, frames_over, innermost_frame
from khaldun.coding.attribution.cues import Context
from khaldun.coding.attribution.extents import Extents
from khaldun.coding.attribution.frames import (
    CueFinder,
    carry_explanations,
    carry_over_semicolons,
    frames,
    hold_quotations,
    outer_and_sourced,
)
from khaldun.coding.attribution.quotations import quotations
from khaldun.coding.attribution.rules import attribution_rules
from khaldun.coding.draft import Draft

NAME = "attribution.v1"

__all__ = ["NAME", "attribution_of", "frames_over", "innermost_frame", "run"]


def run(draft: Draft) -> Draft:
    """Fill `draft.frames`, in text order of their cues (scheme of PolNeAR, Newell et al. 2018)."""
    syntax = draft.syntax
    context = Context(extents=Extents.of(syntax), rules=attribution_rules())
    quoted = quotations(syntax)
    finder = CueFinder(syntax, context, quoted)
    cues = [cue for sentence in syntax.sentences for cue in finder.cues(sentence)]
    cues = sorted((*cues, *answer_cues(draft)), key=lambda cue: cue.word.index)
    cues = outer_and_sourced(syntax, cues, quoted)
    carry_over_semicolons(syntax, cues)
    carry_explanations(syntax, cues)
    hold_quotations(syntax, cues, quoted)
    return replace(draft, frames=tuple(frames(draft, context, cues)))
