"""The local server: lists the brochures, shows the page of each, does what the page asks for."""

import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from pipeline.errors import BrochureError
from pipeline.report import as_complaint
from pipeline.review.acts import parse_request
from pipeline.review.desk import Desk
from pipeline.review.guard import MAX_BODY, Guard, with_frames_forbidden
from pipeline.write.page.template import asset, environment, policy, policy_of_page

LOOPBACK: Final = "127.0.0.1"


def make_app(desks: Sequence[Desk], host: str, token: str) -> ASGIApp:
    """Return the application for some brochures; `host` has the port."""

    def desk_of(request: Request) -> Desk:
        number: int = request.path_params["number"]
        if not 1 <= number <= len(desks):
            raise HTTPException(404)
        return desks[number - 1]

    def index(_request: Request) -> Response:
        if len(desks) == 1:
            return RedirectResponse(f"/{token}/1/", 303)
        return _listing(desks=desks, problem=None)

    def page(request: Request) -> Response:
        try:
            html = desk_of(request).page()
        except BrochureError as error:
            return _listing(desks=desks, problem=as_complaint(error), status=500)
        header = with_frames_forbidden(policy_of_page(editing=True))
        return HTMLResponse(html, headers={"Content-Security-Policy": header})

    async def acts(request: Request) -> Response:
        desk = desk_of(request)
        try:
            asked = parse_request(await _body(request))
        except ValueError as error:
            return JSONResponse({"problem": str(error)}, 400)
        try:
            answer = await run_in_threadpool(desk.do, asked)
        except BrochureError as error:
            return JSONResponse({"problem": as_complaint(error)}, 500)
        return JSONResponse(asdict(answer))  # also with a problem: the page words it

    routes = [
        Route("/{token}/", index),
        Route("/{token}/{number:int}/", page),
        Route("/{token}/{number:int}/acts", acts, methods=["POST"]),
    ]
    app = Starlette(routes=routes)
    app.router.redirect_slashes = False  # it would lead to whatever host was asked for
    return Guard(app, host, token)


async def _body(request: Request) -> bytes:
    """Return what was sent, which may be more than it said."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            raise HTTPException(413)
    return body


def _listing(*, desks: Sequence[Desk], problem: str | None, status: int = 200) -> Response:
    html = (
        environment()
        .get_template("brochures.html.j2")
        .render(desks=desks, problem=problem, css=asset("page.css"))
    )
    header = with_frames_forbidden(policy())
    return HTMLResponse(html, status, {"Content-Security-Policy": header})


def serve(desks: Sequence[Desk], port: int, opened: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `opened` is told the address once somebody listens there."""
    import uvicorn

    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((LOOPBACK, port))
    listening.listen()
    host, token = f"{LOOPBACK}:{listening.getsockname()[1]}", secrets.token_urlsafe(32)
    config = uvicorn.Config(
        make_app(desks, host, token),
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        limit_concurrency=50,
    )
    opened(f"http://{host}/{token}/")
    with listening:
        uvicorn.Server(config).run(sockets=[listening])
