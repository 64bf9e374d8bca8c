"""The photo door: what a shopper uploads is checked, cleaned, re-encoded and kept for a while."""

from __future__ import annotations

import asyncio
import contextlib
import io
import logging
import secrets
import warnings
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pillow_heif
from aiohttp import BodyPartReader, web
from PIL import Image, ImageOps, UnidentifiedImageError
from sqlalchemy import delete, select

from bot.keys import SESSIONS, SETTINGS
from bot.visits import bearer
from shop import conversations, identity
from shop.database import Sessions, now, writing
from shop.errors import Invalid, NotFound
from shop.tables import Photo

log = logging.getLogger(__name__)

routes = web.RouteTableDef()

MAX_BYTES = 8 * 1024 * 1024
MAX_PIXELS = 24_000_000
MAX_SIDE = 2048  # what search needs; the original is not kept
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
KEPT_FOR = timedelta(days=30)
SWEEP_EVERY = 3600.0  # seconds

pillow_heif.register_heif_opener()


@routes.post("/api/photos")
async def receive(request: web.Request) -> web.Response:
    """Store one photo (multipart field `photo`) for the sender's conversation."""
    async with request.app[SESSIONS]() as session:
        visitor = await identity.visitor_of(session, bearer(request))
        conversation = await conversations.latest(session, visitor)
    raw = await _part(request)
    cleaned, width, height = await asyncio.to_thread(clean, raw)
    folder = request.app[SETTINGS].photos
    name = f"{secrets.token_hex(16)}.jpg"
    await asyncio.to_thread(_write, folder / name, cleaned)
    async with writing(request.app[SESSIONS]) as session:
        photo = Photo(
            conversation_id=conversation.id,
            file=name,
            width=width,
            height=height,
            size=len(cleaned),
            created_at=now(),
        )
        session.add(photo)
        await session.flush()
    return web.json_response({"photo_id": photo.id, "width": width, "height": height})


@routes.get("/api/photos/{photo_id}")
async def show(request: web.Request) -> web.FileResponse:
    """A photo, to the visitor whose conversation has it."""
    async with request.app[SESSIONS]() as session:
        visitor = await identity.visitor_of(session, bearer(request))
        photo = await session.get(Photo, request.match_info["photo_id"])
        if photo is None:
            raise NotFound("no such photo")
        await conversations.owned(session, visitor, photo.conversation_id)
    path = request.app[SETTINGS].photos / photo.file
    headers = {"Content-Type": "image/jpeg", "Cache-Control": "private, max-age=3600"}
    return web.FileResponse(path, headers=headers)


def clean(raw: bytes) -> tuple[bytes, int, int]:
    """A picture re-encoded as plain JPEG, upright and without metadata; with width and height.

    Size, format and frames are read from the header before any pixel is decoded. Raises
    `Invalid` saying what is wrong with the picture.
    """
    if len(raw) > MAX_BYTES:
        raise Invalid("the photo is larger than 8 MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # own limit below
            picture = Image.open(io.BytesIO(raw), formats=FORMATS)
        _check(picture)
        picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # lets JPEG decode smaller: faster, less memory
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((MAX_SIDE, MAX_SIDE))
        plain = flatten(upright)
        out = io.BytesIO()
        plain.save(out, "JPEG", quality=90)
    except Invalid:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise Invalid("this is not a picture I can read") from error
    return out.getvalue(), plain.width, plain.height


def flatten(picture: Image.Image) -> Image.Image:
    """Any mode as RGB; transparency becomes white, 16 bits are scaled rather than cut."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    plain = picture.convert("RGB")
    return Image.frombytes("RGB", plain.size, plain.tobytes())  # drops info, ICC and EXIF


def _check(picture: Image.Image) -> None:
    if picture.width * picture.height > MAX_PIXELS:
        raise Invalid("the photo has more than 24 megapixels")
    if min(picture.size) < 16:
        raise Invalid("the photo is too small")
    if getattr(picture, "n_frames", 1) != 1:
        raise Invalid("a moving picture is not a photo")


async def _part(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        raise Invalid("send the photo as a form field")
    reader = await request.multipart()
    async for part in reader:
        if isinstance(part, BodyPartReader) and part.name == "photo":
            return await _limited(part)
    raise Invalid("no photo in the form")


async def _limited(part: BodyPartReader) -> bytes:
    raw = bytearray()
    while chunk := await part.read_chunk(64 * 1024):
        raw += chunk
        if len(raw) > MAX_BYTES:
            raise Invalid("the photo is larger than 8 MB")
    return bytes(raw)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


async def retention(app: web.Application) -> AsyncIterator[None]:
    """Delete photos older than thirty days, now and every hour."""
    task = asyncio.create_task(_sweep(app[SESSIONS], app[SETTINGS].photos))
    yield
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def _sweep(sessions: Sessions, folder: Path) -> None:
    while True:
        async with writing(sessions) as session:
            old = Photo.created_at < now() - KEPT_FOR
            files = (await session.scalars(select(Photo.file).where(old))).all()
            await session.execute(delete(Photo).where(old))
        for name in files:
            await asyncio.to_thread((folder / name).unlink, missing_ok=True)
        await asyncio.sleep(SWEEP_EVERY)
