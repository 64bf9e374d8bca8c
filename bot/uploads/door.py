"""The photo door's two routes, and what is deleted in time."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from aiohttp import web

from bot.keys import SESSIONS, SETTINGS
from bot.uploads.darkroom import Darkroom
from bot.uploads.passing import Cleaned
from bot.uploads.receiving import Doorway, photo_in
from bot.visits import bearer
from shop import conversations, identity, photos, throttle
from shop.database import Sessions, now, writing
from shop.errors import NotFound, Unavailable
from shop.tables import Photo

routes = web.RouteTableDef()

DARKROOM = web.AppKey("darkroom", Darkroom)
DOORWAY = web.AppKey("doorway", Doorway)

TRIES, WITHIN = 30, timedelta(minutes=10)  # uploads of one visitor
FREE = 200 * 1024 * 1024  # bytes of the disk that photos leave to the database
SWEEP_EVERY = 3600.0  # seconds
HEADERS = {
    "Content-Type": "image/jpeg",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",  # asked again each time, as it may have been erased
}


@routes.post("/api/photos")
async def receive(request: web.Request) -> web.Response:
    """Store one photo (multipart field `photo`) for the sender's conversation."""
    async with writing(request.app[SESSIONS]) as session:
        visitor = await identity.visitor_of(session, bearer(request))
        conversation = await conversations.latest(session, visitor)
        await throttle.attempt(session, "photo", visitor.id, TRIES, WITHIN)
    with request.app[DOORWAY].passing(visitor.id):
        cleaned = await request.app[DARKROOM].clean(await photo_in(request))
    photo = await _keep(request.app, conversation.id, cleaned)
    return web.json_response({"photo_id": photo.id, "width": photo.width, "height": photo.height})


@routes.get("/api/photos/{photo_id}")
async def show(request: web.Request) -> web.FileResponse:
    """A photo, to the visitor whose conversation has it."""
    async with request.app[SESSIONS]() as session:
        visitor = await identity.visitor_of(session, bearer(request))
        photo = await session.get(Photo, request.match_info["photo_id"])
        if photo is None:
            raise NotFound("no such photo")
        await conversations.owned(session, visitor, photo.conversation_id)
    return web.FileResponse(request.app[SETTINGS].photos / photo.file, headers=HEADERS)


async def open_door(app: web.Application) -> AsyncIterator[None]:
    """The process that decodes, warm, and every hour the deletion of what is kept no longer."""
    app[DOORWAY], app[DARKROOM] = Doorway(), Darkroom()
    await app[DARKROOM].warm()
    sweeping = asyncio.create_task(_sweep_for_ever(app[SESSIONS], app[SETTINGS].photos))
    yield
    sweeping.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await sweeping
    await app[DARKROOM].close()


async def sweep(sessions: Sessions, folder: Path) -> None:
    """Delete photos that are kept no longer, and files that belong to none."""
    files = await asyncio.to_thread(photos.aged, folder)
    async with writing(sessions) as session:
        gone = await photos.expire(session)
        gone += await photos.strays(session, files)
    await asyncio.to_thread(photos.discard, folder, gone)


async def _sweep_for_ever(sessions: Sessions, folder: Path) -> None:
    while True:
        await sweep(sessions, folder)
        await asyncio.sleep(SWEEP_EVERY)


async def _keep(app: web.Application, conversation_id: str, cleaned: Cleaned) -> Photo:
    folder, name = app[SETTINGS].photos, f"{secrets.token_hex(16)}.jpg"
    try:
        await asyncio.to_thread(_write, folder / name, cleaned.jpeg)
    except OSError as error:
        raise Unavailable(f"no photo can be kept: {error}") from error
    photo = Photo(
        conversation_id=conversation_id,
        file=name,
        width=cleaned.width,
        height=cleaned.height,
        size=len(cleaned.jpeg),
        created_at=now(),
    )
    async with writing(app[SESSIONS]) as session:
        gone = await photos.add(session, photo)
    await asyncio.to_thread(photos.discard, folder, gone)
    return photo


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if shutil.disk_usage(path.parent).free < FREE + len(data):
        raise OSError("the disk is nearly full")
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
