"""The application: which address leads to which page, and the few that write."""

import threading
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote as quoted

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from khaldun.errors import KhaldunError
from khaldun.exchange.dossier import Dossier, dossier_to_html, dossier_to_markdown
from khaldun.exchange.formats import FORMATS
from khaldun.exchange.html.markup import element, text
from khaldun.web import writing
from khaldun.web.layout import framed
from khaldun.web.pages.actor import dossier
from khaldun.web.pages.catalogue import FIRST, PAGES, Page
from khaldun.web.pages.document import anchors
from khaldun.web.safety import Gate, Guarded
from khaldun.web.showing import path_of
from khaldun.web.view import View
from khaldun.workspace import Record, open_record

Endpoint = Callable[[Request], Awaitable[Response]]
_TYPES = {".css": "text/css", ".js": "text/javascript", ".json": "application/json"}
_MISSING = "There is nothing at this address."


def application(record: Path, gate: Gate) -> ASGIApp:
    """The workbench over one record, behind its gate."""
    lock = threading.Lock()
    routes: list[BaseRoute] = [
        Route("/", _page(record, FIRST)),
        Route("/overview.json", _twin(record, FIRST)),
        Route("/at/{statement}", _place_of(record)),
        Route("/training.jsonl", _training(record)),
        Route("/export/{form}", _export(record)),
        Route("/actors/{subject}.md", _dossier(record, dossier_to_markdown, "md")),
        Route("/actors/{subject}.html", _dossier(record, dossier_to_html, "html")),
        Route("/static/{name:path}", _static),
        Route("/documents", _written(record, lock, writing.add), methods=["POST"]),
        Route("/decisions", _written(record, lock, writing.decide), methods=["POST"]),
    ]
    for path, page in PAGES:
        routes.append(Route(f"{path}.json", _twin(record, page)))
        routes.append(Route(path, _page(record, page)))
    return Guarded(Starlette(routes=routes), gate)


def _page(record: Path, page: Page) -> Endpoint:
    def make(request: Request) -> Response:
        with open_record(record) as opened:
            view = _view(opened, request)
            return HTMLResponse(framed(view, page(view)))

    return _told(make)


def _twin(record: Path, page: Page) -> Endpoint:
    def make(request: Request) -> Response:
        with open_record(record) as opened:
            data = page(_view(opened, request)).data
        return Response(msgspec.json.encode(data), media_type="application/json")

    return _told(make)


def _training(record: Path) -> Endpoint:
    """Reviewed statements as training data, as a file to keep."""

    def make(_: Request) -> Response:
        with open_record(record) as opened:
            lines = b"".join(line + b"\n" for line in opened.training())
        return _to_keep(lines, "training.jsonl")

    return _told(make)


def _export(record: Path) -> Endpoint:
    """What the filters of the address leave, in a format of others, as a file to keep."""

    def make(request: Request) -> Response:
        form = request.path_params["form"]
        with open_record(record) as opened:
            selection = _view(opened, request).selection
            written = opened.export(form, selection, table=request.query_params.get("table"))
        return _to_keep(written.data, f"{record.stem}{FORMATS[form].suffix}")

    return _told(make)


def _dossier(record: Path, write: Callable[[Dossier], str], suffix: str) -> Endpoint:
    """The dossier of an actor, as a file to keep."""

    def make(request: Request) -> Response:
        with open_record(record) as opened:
            written = write(dossier(_view(opened, request)))
        return _to_keep(written.encode(), f"dossier.{suffix}")

    return _told(make)


def _to_keep(data: bytes, name: str) -> Response:
    """A file that a browser saves and does not show, as a page of ours must not hold others'."""
    kept = f"attachment; filename*=UTF-8''{quoted(name, safe='')}"
    return Response(data, media_type="application/octet-stream",
                    headers={"content-disposition": kept})  # fmt: skip


def _place_of(record: Path) -> Endpoint:
    """Where a statement stands in its document; for an event or a tie, the page of it."""

    def make(request: Request) -> Response:
        identifier = request.path_params["statement"]
        with open_record(record) as opened:
            if identifier.startswith("event-"):
                return RedirectResponse(path_of("events", identifier), 303)
            if identifier.startswith("tie-"):
                identifier = opened.tie(identifier).relations[0]
            home = opened.statement(identifier).document
            place = anchors(opened.statement_ids(home), opened.coded(home))[identifier]
        return RedirectResponse(f"{path_of('documents', home)}#{place}", 303)

    return _told(make)


def _written(
    record: Path, lock: threading.Lock, write: Callable[[Record, bytes], writing.Written]
) -> Endpoint:
    """An endpoint that writes: one at a time, so that who comes second is told."""

    async def respond(request: Request) -> Response:
        body = await request.body()

        def make(_: Request) -> Response:
            with lock, open_record(record) as opened:
                written = write(opened, body)
            return Response(
                msgspec.json.encode(written.data), written.status, media_type="application/json"
            )

        return await _told(make)(request)

    return respond


def _told(make: Callable[[Request], Response]) -> Endpoint:
    """Run in a thread of its own; what is raised on purpose is an answer that says so."""

    async def respond(request: Request) -> Response:
        try:
            return await run_in_threadpool(make, request)
        except KhaldunError as error:
            return _failed(str(error))

    return respond


def _failed(message: str) -> Response:
    back = element("a", text("Overview"), href="/")
    page = element("body", element("main", element("p", text(message), role="alert"), back))
    return HTMLResponse(f"<!DOCTYPE html>\n{page}\n", 400)


def _view(record: Record, request: Request) -> View:
    subject = request.path_params.get("subject", "")
    path = request.url.path.removesuffix(".json")
    return View(record=record, path=path, query=dict(request.query_params), subject=subject)


async def _static(request: Request) -> Response:
    """A file that ships with the package; nothing else has an address."""
    name = request.path_params["name"]
    suffix = Path(name).suffix
    if ".." in name or suffix not in _TYPES:
        return PlainTextResponse(_MISSING, 404)
    package = "khaldun.exchange.html" if name == "page.css" else "khaldun.web"
    file = files(package).joinpath(name if name == "page.css" else f"static/{name}")
    if not file.is_file():
        return PlainTextResponse(_MISSING, 404)
    return Response(file.read_bytes(), media_type=_TYPES[suffix])
