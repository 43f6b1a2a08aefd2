"""Who may talk to the workbench: this machine's browser, from a page of ours, with the token.

A page of a foreign site must not read the record or write to it through the reader's browser.
So the host that a request names must be ours (against DNS rebinding), what writes must come
from a page of ours (against forged requests), and every request must have the cookie that the
one-time address of `khaldun serve` sets.
"""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ENTRANCE = "/enter"
MARK = "x-khaldun"
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_SAME_SITE = frozenset({"same-origin", "none"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
)


@dataclass(slots=True, kw_only=True)
class Gate:
    """The hosts that are ours, the token of the one-time address, and the cookie it gives.

    `hosts` are names with their port, as the Host header writes them.
    """

    hosts: frozenset[str]
    token: str | None = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @classmethod
    def at(cls, names: Iterable[str], port: int) -> "Gate":
        """A gate for these host names on one port."""
        return cls(hosts=frozenset(f"{name}:{port}" for name in names))

    @property
    def cookie(self) -> str:
        """The name of the cookie: two workbenches on one machine must not share it."""
        port = min(self.hosts, default=":0").rpartition(":")[2]
        return f"khaldun-{port}"

    def admit(self, token: str) -> bool:
        """Whether this is the token; it is good only once."""
        good = self.token is not None and hmac.compare_digest(token.encode(), self.token.encode())
        if good:
            self.token = None
        return good

    def knows(self, headers: Headers) -> bool:
        """Whether the request has our cookie."""
        try:
            sent = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            return False
        return sent is not None and hmac.compare_digest(sent.value.encode(), self.session.encode())


class Guarded:
    """An application behind a gate; what it answers has the headers that keep a page ours."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS:
                    headers[name] = value
            await send(message)

        answer = self._refusal(scope) or self._entrance(Request(scope))
        await (answer or self._app)(scope, receive, sealed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0] not in self._gate.hosts:
            return PlainTextResponse("This address is not that of the workbench.", 400)
        if scope["method"] in _SAFE_METHODS or _from_our_page(headers, hosts[0]):
            return None
        return PlainTextResponse("Only a page of the workbench may write to the record.", 403)

    def _entrance(self, request: Request) -> Response | None:
        """The answer to the one-time address, and to whoever has not come through it."""
        if request.url.path == ENTRANCE:
            if not self._gate.admit(request.query_params.get("token", "")):
                return _stranger()
            answer = RedirectResponse("/", 303)
            answer.set_cookie(
                self._gate.cookie, self._gate.session, httponly=True, samesite="strict"
            )
            return answer
        return None if self._gate.knows(request.headers) else _stranger()


def _from_our_page(headers: Headers, host: str) -> bool:
    """Whether a request that writes was sent by a script of one of our pages."""
    origins = headers.getlist("origin")
    ours = len(origins) == 1 and origins[0] == f"http://{host}"
    return ours and MARK in headers and headers.get("sec-fetch-site", "none") in _SAME_SITE


def _stranger() -> Response:
    return PlainTextResponse(
        "Open the address that khaldun serve printed; it is good once. "
        "For another one, stop the command and start it again.",
        403,
    )
