"""A workbench that a browser looks at."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import ConsoleMessage, Page

from khaldun.web.application import application
from khaldun.web.safety import ENTRANCE, Gate

CHROMIUM = shutil.which("chromium")
OURS = ("http://127.0.0.1:", "file:", "data:", "blob:")


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The one-time address of a workbench over a record."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    gate = Gate.at(["127.0.0.1"], port)
    server = uvicorn.Server(uvicorn.Config(application(record, gate), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}{ENTRANCE}?token={gate.token}"
    finally:
        server.should_exit = True
        thread.join()


def complaints(page: Page) -> list[str]:
    """What the console and the page complain of from now on, and what leaves this machine."""
    told: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            told.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(OURS) else told.append(r.url))
    return told


def home(page: Page) -> str:
    """The address of the workbench that a page is of."""
    return "/".join(page.url.split("/")[:3])
