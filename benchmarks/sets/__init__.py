"""One module a set; a set is loaded only when it is asked for by name."""

from functools import cache
from importlib import import_module

from benchmarks.outcomes import AnySet
from khaldun.errors import UsageError

NAMES = (
    "zsp_plv",
    "case2021_task2",
    "ipe",
    "hrdsattack",
    "isafpr",
    "muc34",
    "petrarch_validation",
    "re3d",
    "dse",
    "np4e",
    "gum_news",
    "event_location",
    "geoparsing",
    "wikiwars",
    "timenorm_tsv",
    "recognizers",
    "polnear",
    "factuality",
    "cdsco",
    "crudeoil",
    "peaceful",
    "conflict_sentences",
    "ties",
    "arguments",
    "ecbplus",
    "news_clusters",
)


@cache
def gold_set(name: str) -> AnySet:
    """The set of that name.

    Raises:
        UsageError: there is no such set.
    """
    if name not in NAMES:
        raise UsageError(f"no set is called {name}; there are {', '.join(NAMES)}")
    found: AnySet = import_module(f"benchmarks.sets.{name}").SET
    return found
