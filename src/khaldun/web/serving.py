"""Runs the workbench until it is stopped."""

import socket
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from khaldun.errors import UsageError
from khaldun.web.application import application
from khaldun.web.safety import ENTRANCE, Gate

LOOPBACK = "127.0.0.1"


def serve(
    record: Path, *, host: str = LOOPBACK, port: int = 0, announce: Callable[[str], None]
) -> None:
    """Serve a record; `announce` is given the one-time address. Port 0 is any free one.

    Raises:
        UsageError: the address is taken or not of this machine.
    """
    listener = _listener(host, port)
    port = listener.getsockname()[1]
    names = ("127.0.0.1", "localhost") if _is_loopback(host) else (host,)
    gate = Gate.at(names, port)
    announce(f"http://{names[0]}:{port}{ENTRANCE}?token={gate.token}")
    config = uvicorn.Config(
        application(record, gate), log_level="warning", access_log=False, server_header=False
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listener(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise UsageError(f"{host}:{port} cannot be served on: {error.strerror}") from error


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
