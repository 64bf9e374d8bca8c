"""Errors of the shop as an HTTP answer or a frame: the one place that translates them."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.checkout import Unfit
from bot.uploads.refusals import Refused
from shop.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    ShopError,
    TooMany,
    Unavailable,
)

log = logging.getLogger(__name__)

KINDS: tuple[tuple[type[ShopError], str, int], ...] = (
    (NotFound, "not_found", 404),
    (NotAllowed, "not_allowed", 403),
    (Conflict, "conflict", 409),
    (Invalid, "invalid", 400),
    (TooMany, "too_many", 429),
    (Unavailable, "unavailable", 503),
)

HTTP_CODES = {
    401: "signed_out",
    403: "not_allowed",
    404: "not_found",
    405: "wrong_method",
    413: "too_large",
}

NUL = "\0"

Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


def kind(error: ShopError) -> tuple[str, int]:
    """A short name for programs, and the HTTP status."""
    for known, code, status in KINDS:
        if isinstance(error, known):
            return code, status
    return "failed", 500


def error_frame(error: ShopError, client_id: object = None) -> dict[str, Any]:
    """An error as the widget gets it, with the message it is about."""
    frame: dict[str, Any] = {"type": "error", "code": kind(error)[0], "text": str(error)}
    if isinstance(client_id, str):
        frame["client_id"] = client_id
    if isinstance(error, TooMany):
        frame["retry_after"] = error.retry_after
    return frame


@web.middleware
async def translate(request: web.Request, handler: Next) -> web.StreamResponse:
    """Answer a `ShopError` raised below with its status and `{"error": {"code", "text"}}`; the
    API's own refusals (no such path, too large) read alike."""
    try:
        if any(NUL in value for value in request.match_info.values()):
            raise NotFound("no such thing")  # PostgreSQL takes no such text
        return await handler(request)
    except ShopError as error:
        code, status = kind(error)
        if status >= 500:
            log.error("%s %s: %s", request.method, request.path, error)
        return web.json_response({"error": _body(error, code)}, status=status)
    except web.HTTPException as error:
        if error.status < 400 or not request.path.startswith("/api/"):
            raise
        code = HTTP_CODES.get(error.status, "failed")
        body = {"error": {"code": code, "text": error.reason}}
        return web.json_response(body, status=error.status)


def _body(error: ShopError, code: str) -> dict[str, Any]:
    body: dict[str, Any] = {"code": code, "text": str(error)}
    if isinstance(error, TooMany):
        body["retry_after"] = error.retry_after
    if isinstance(error, Unfit):
        body["fields"] = error.fields
    if isinstance(error, Refused):
        body["reason"] = error.reason
    return body
