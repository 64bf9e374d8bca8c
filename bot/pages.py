"""Files, headers and health: what every page of the gateway has in common."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
from aiohttp import web
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.keys import HTTP, RASA, SESSIONS, SETTINGS
from shop.database import Sessions

routes = web.RouteTableDef()

WEB = Path(__file__).parent / "web"
PICTURES = Path(__file__).parent.parent / "shop" / "demo" / "pictures"

POLICY = (
    "default-src 'self'; img-src 'self' data: blob: https:; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; "
    "form-action 'self'"
)
Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


@routes.get("/health")
async def health(request: web.Request) -> web.Response:
    """200 when gateway, database, Rasa and action server all answer, else 503 saying which."""
    app = request.app
    rasa, actions, database = await asyncio.gather(
        app[RASA].healthy(),
        _answers(app[HTTP], f"http://127.0.0.1:{app[SETTINGS].actions_port}/health"),
        _database(app[SESSIONS]),
    )
    parts = {"gateway": True, "rasa": rasa, "actions": actions, "database": database}
    status = 200 if all(parts.values()) else 503
    body = {name: "ok" if good else "no answer" for name, good in parts.items()}
    return web.json_response(body, status=status)


@routes.get("/widget.js")
async def widget(_request: web.Request) -> web.FileResponse:
    """The one script a shop's page loads."""
    return _cached(WEB / "widget" / "widget.js", "text/javascript")


@web.middleware
async def secure_headers(request: web.Request, handler: Next) -> web.StreamResponse:
    """No inline code, no foreign frames, no sniffing, on whatever is answered."""
    try:
        answer = await handler(request)
    except web.HTTPException as error:
        _secure(error)
        raise
    if not answer.prepared:
        _secure(answer)
    return answer


@web.middleware
async def cross_origin(request: web.Request, handler: Next) -> web.StreamResponse:
    """Let the owner's pages, and no others, call the widget's API and load its script.

    Tokens travel in a header, never in a cookie, so a foreign page can do nothing with a visit.
    """
    origin = request.headers.get("Origin", "")
    public = request.path.startswith(("/static/widget/", "/widget.js", "/media/"))
    if public:
        allowed = "*"
    elif origin in request.app[SETTINGS].allowed_origins:
        allowed = origin
    else:
        return await handler(request)
    preflight = request.method == "OPTIONS"
    answer = web.Response(status=204) if preflight else await handler(request)
    if not answer.prepared:
        answer.headers["Access-Control-Allow-Origin"] = allowed
        answer.headers["Vary"] = "Origin"
        answer.headers["Access-Control-Allow-Headers"] = "authorization, content-type"
        answer.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, DELETE"
    return answer


def _secure(answer: web.StreamResponse) -> None:
    headers = answer.headers
    headers.setdefault("Content-Security-Policy", POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")


def _cached(path: Path, kind: str) -> web.FileResponse:
    headers = {"Content-Type": f"{kind}; charset=utf-8", "Cache-Control": "no-cache"}
    return web.FileResponse(path, headers=headers)


async def _answers(http: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with http.get(url, timeout=aiohttp.ClientTimeout(2)) as answer:
            return answer.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


async def _database(sessions: Sessions) -> bool:
    try:
        async with sessions() as session:
            await session.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError):
        return False
    return True


routes.static("/static/widget", WEB / "widget")
