"""Shoppers' photos: how many are kept, for how long, and that their files go with them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop import policies
from shop.database import now
from shop.tables import Conversation, Photo, Visitor

log = logging.getLogger(__name__)

MOST_DAYS = 30
MOST_PHOTOS = 60  # of a conversation; the oldest make room
MOST_SPACE = 60_000_000  # bytes of a conversation
UNKNOWN_FOR = 3600.0  # seconds after which a file that no row names is nobody's


async def add(session: AsyncSession, photo: Photo) -> list[str]:
    """Keep a photo; the files of those of its conversation that make room for it."""
    session.add(photo)
    await session.flush()
    newest_first = select(Photo).where(Photo.conversation_id == photo.conversation_id)
    kept = await session.scalars(newest_first.order_by(Photo.created_at.desc()))
    space, gone = 0, []
    for count, each in enumerate(kept.all()):
        space += each.size
        if each is not photo and (count >= MOST_PHOTOS or space > MOST_SPACE):
            gone.append(each)
    return await _remove(session, gone)


async def forget(session: AsyncSession, visitor: Visitor) -> list[str]:
    """Remove the visitor's photos; their files, to be deleted once this is committed."""
    mine = select(Conversation.id).where(Conversation.visitor_id == visitor.id)
    found = await session.scalars(select(Photo).where(Photo.conversation_id.in_(mine)))
    return await _remove(session, found.all())


async def expire(session: AsyncSession) -> list[str]:
    """Remove photos older than the shop promises, and never keeps more than `MOST_DAYS`; their
    files."""
    days = (await policies.facts(session, "privacy")).get("photo_days", MOST_DAYS)
    kept = timedelta(days=min(int(days), MOST_DAYS))
    found = await session.scalars(select(Photo).where(Photo.created_at < now() - kept))
    return await _remove(session, found.all())


async def strays(session: AsyncSession, files: Iterable[str]) -> list[str]:
    """Which of these files no photo names: an erasure or an upload was cut short."""
    known = set((await session.scalars(select(Photo.file))).all())
    return [name for name in files if name not in known]


def aged(folder: Path, least: float = UNKNOWN_FOR) -> list[str]:
    """Names of the files that lie in the folder for so many seconds."""
    before = now().timestamp() - least
    if not folder.is_dir():
        return []
    return [path.name for path in folder.iterdir() if path.stat().st_mtime < before]


def discard(folder: Path, files: Iterable[str]) -> None:
    """Delete files; what is gone already is fine, what cannot be deleted is left to the sweep."""
    for name in files:
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            log.warning("photo %s: %s", name, error)


async def _remove(session: AsyncSession, photos: Iterable[Photo]) -> list[str]:
    names = {photo.id: photo.file for photo in photos}
    if names:
        await session.execute(delete(Photo).where(Photo.id.in_(names)))
    return list(names.values())
