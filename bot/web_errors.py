"""Errors of the shop as an HTTP answer or a frame: the one place that translates them."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

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
    """Answer a `ShopError` raised below with its status and a JSON body."""
    try:
        return await handler(request)
    except ShopError as error:
        code, status = kind(error)
        if status >= 500:
            log.error("%s %s: %s", request.method, request.path, error)
        return web.json_response({"error": code, "text": str(error)}, status=status)
