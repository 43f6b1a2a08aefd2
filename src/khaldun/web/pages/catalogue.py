"""Which address shows which page."""

from collections.abc import Callable

from khaldun.web.pages import (
    actor,
    agreement,
    charts,
    document,
    documents,
    event,
    forecasts,
    lists,
    network,
    overview,
    problems,
    review,
    search,
    situation,
)
from khaldun.web.view import Answer, View

Page = Callable[[View], Answer]
PAGES: tuple[tuple[str, Page], ...] = (
    ("/events", lists.events),
    ("/events/{subject}", event.answer),
    ("/relations", lists.relations),
    ("/actors", lists.actors),
    ("/actors/{subject}", actor.answer),
    ("/agreement", agreement.answer),
    ("/contradictions", lists.contradictions),
    ("/documents", documents.answer),
    ("/documents/{subject}", document.answer),
    ("/forecasts", forecasts.answer),
    ("/map", charts.places),
    ("/network", network.answer),
    ("/problems", problems.answer),
    ("/review", review.answer),
    ("/search", search.answer),
    ("/situation", situation.answer),
    ("/timeline", charts.timeline),
)
FIRST = overview.answer
