"""One file out of a form: bounded in bytes, in time and in how many come at once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.uploads.refusals import Refused
from shop.errors import TooMany, Unavailable

FIELD = "photo"
MAX_BYTES = 8 * 1024 * 1024
ENVELOPE = 64 * 1024  # bytes of a form around its one file
CHUNK = 64 * 1024
LASTS = 90.0  # seconds for a whole upload: 8 MB over a poor mobile line
PAUSE = 15.0  # seconds in which something must arrive
AT_ONCE = 16  # uploads held in memory together, 8 MB each
AT_ONCE_OF_ONE = 3  # of one visitor


class Doorway:
    """How many uploads are under way; each holds its file in memory until it is cleaned."""

    def __init__(self, at_once: int = AT_ONCE, of_one: int = AT_ONCE_OF_ONE) -> None:
        self._at_once, self._of_one = at_once, of_one
        self._inside: Counter[str] = Counter()

    @contextmanager
    def passing(self, visitor_id: str) -> Iterator[None]:
        """Hold a place; raises `TooMany` for the visitor's own, `Unavailable` for all others'."""
        if self._inside[visitor_id] >= self._of_one:
            raise TooMany("too many uploads at once", retry_after=PAUSE)
        if self._inside.total() >= self._at_once:
            raise Unavailable("too many uploads at once")
        self._inside[visitor_id] += 1
        try:
            yield
        finally:
            self._inside[visitor_id] -= 1
            self._inside += Counter()  # forgets whoever has left


async def photo_in(request: web.Request, lasts: float = LASTS, pause: float = PAUSE) -> bytearray:
    """The bytes of the form's one file; raises `Refused`."""
    if request.content_type != "multipart/form-data":
        raise Refused("form")
    if (request.content_length or 0) > MAX_BYTES + ENVELOPE:
        raise Refused("large")
    try:
        async with asyncio.timeout(lasts):
            return await _only_part(await request.multipart(), pause)
    except TimeoutError:
        raise Refused("slow") from None
    except (ValueError, HttpProcessingError, web.RequestPayloadError) as error:
        raise Refused("form") from error


async def _only_part(form: MultipartReader, pause: float) -> bytearray:
    async with asyncio.timeout(pause):
        part = await form.next()
    if not isinstance(part, BodyPartReader) or part.name != FIELD:
        raise Refused("form")
    raw = bytearray()
    while True:
        async with asyncio.timeout(pause):
            chunk = await part.read_chunk(CHUNK)
        if not chunk:
            break
        raw += chunk
        if len(raw) > MAX_BYTES:
            raise Refused("large")
    async with asyncio.timeout(pause):
        if await form.next() is not None:
            raise Refused("single")
    if not raw:
        raise Refused("empty")
    return raw
