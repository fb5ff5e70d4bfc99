"""Who may speak to the server: the page that it served itself, and nobody else.

A web page of somebody else can make a browser send requests to 127.0.0.1, also under a name of its
own (DNS rebinding). So a request is answered only if it names this server's own host, carries the
token of the address, which nobody can guess, and, where it wants to change something, comes from a
page of this very server.
"""

import hmac
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY: Final = 64 * 1024
"""Bytes of a request; the longest quote has a tenth of that."""
METHODS: Final = ("GET", "HEAD", "POST")

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Set on every answer that does not set them itself."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses what is not from the page; what it lets through goes to the application."""

    app: ASGIApp
    host: str
    """With the port, as in the address: `127.0.0.1:40123`."""
    token: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer: ASGIApp = self._refusal(scope) or self.app
        await answer(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") != [self.host]:
            return PlainTextResponse("This server has another name.", 421)
        if not self._knows_token(scope["path"]):
            return PlainTextResponse("Not found.", 404)
        if scope["method"] not in METHODS:
            return PlainTextResponse("Not allowed.", 405, {"Allow": ", ".join(METHODS)})
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
            return PlainTextResponse("This comes from another page.", 403)
        return self._refused_post(headers) if scope["method"] == "POST" else None

    def _knows_token(self, path: str) -> bool:
        given = path.removeprefix("/").partition("/")[0]
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def _refused_post(self, headers: Headers) -> Response | None:
        if headers.getlist("origin") != [f"http://{self.host}"]:
            return PlainTextResponse("This comes from another page.", 403)
        if headers.get("content-type") != "application/json":
            return PlainTextResponse("Only JSON is taken.", 415)
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdigit():
            return PlainTextResponse("How long is it?", 411)
        if len(length) > len(str(MAX_BODY)) or int(length) > MAX_BODY:
            return PlainTextResponse("This is too much.", 413, {"Connection": "close"})
        return None


def with_frames_forbidden(policy: str) -> str:
    """Return a page's policy as a header has it: there it can also forbid being framed."""
    return f"{policy}; frame-ancestors 'none'"
