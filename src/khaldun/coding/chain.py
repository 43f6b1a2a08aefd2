"""The chain: the stages in their order, and how a document goes through them."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

from khaldun.coding import (
    actors,
    attribution,
    certainty,
    confidence,
    events,
    forecasts,
    futures,
    mentions,
    places,
    predicates,
    quantities,
    relations,
    reports,
    syntax,
    times,
    verify,
)
from khaldun.coding.draft import Draft, Stage
from khaldun.coding.lexicon.loading import versions as lexicon_versions
from khaldun.gazetteer import gazetteer
from khaldun.ontology import plover, registry
from khaldun.record import CodedDocument, CoderIdentity, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedStage:
    """A stage with the versioned name that decides, with its lexicon, what it finds."""

    name: str
    run: Stage


STAGES: tuple[NamedStage, ...] = tuple(
    NamedStage(name=module.NAME, run=module.run)
    for module in (
        mentions,
        actors,
        places,
        times,
        predicates,
        events,
        quantities,
        attribution,
        certainty,
        reports,
        relations,
        forecasts,
        futures,
        confidence,
        verify,
    )
)


def draft_of(document: Document, parsed: syntax.Syntax | None = None) -> Draft:
    """`document` taken through every stage; `parsed` spares the parser, for benchmarks."""
    draft = Draft(
        document=document, syntax=parsed or syntax.parse(document), published=document.published
    )
    for stage in STAGES:
        draft = stage.run(draft)
    return draft


def code_document(document: Document, parsed: syntax.Syntax | None = None) -> CodedDocument:
    """The records of `document`; a pure function of it and of `versions()`."""
    return coded(draft_of(document, parsed))


def coded(draft: Draft) -> CodedDocument:
    """The records of a finished draft."""
    document = replace(draft.document, published=draft.published)
    return CodedDocument(
        coder=identity(),
        document=document,
        actors=draft.actors,
        places=draft.places,
        times=draft.times,
        reports=draft.reports,
        relations=draft.relations,
        forecasts=draft.forecasts,
        unclassified=draft.unclassified,
        warnings=draft.warnings,
    )


@cache
def identity() -> CoderIdentity:
    """This coder, with every version that decides its results."""
    return CoderIdentity(
        name="rules",
        version=version("khaldun"),
        ontology=plover().version,
        resources=versions(),
    )


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Name and version of every model, stage, lexicon and data file, in order of the name."""
    found = {
        "spacy": version("spacy"),
        syntax.MODEL: version(syntax.MODEL),
        "gazetteer": gazetteer().version,
        "registry": registry().version,
        "stage:syntax": syntax.NAME,
        **{f"stage:{stage.name.split('.')[0]}": stage.name for stage in STAGES},
        **{f"lexicon:{name}": number for name, number in lexicon_versions()},
    }
    return tuple(sorted(found.items()))
