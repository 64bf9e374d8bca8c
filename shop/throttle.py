"""Guarded doors: a limited number of tries within a time."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import TooMany
from shop.tables import Attempt

HOUR = timedelta(hours=1)


async def attempt(
    session: AsyncSession, door: str, subject: str, limit: int = 5, within: timedelta = HOUR
) -> None:
    """Count one try of `subject` at `door`; raises `TooMany` beyond `limit`.

    Must be committed by the caller also when what lies behind the door fails.
    """
    since = now() - within
    await session.execute(
        delete(Attempt).where(Attempt.door == door, Attempt.subject == subject, Attempt.at <= since)
    )
    tries, first = (
        await session.execute(
            select(func.count(), func.min(Attempt.at)).where(
                Attempt.door == door, Attempt.subject == subject
            )
        )
    ).one()
    if tries >= limit:
        wait = (first + within - now()).total_seconds() if first else within.total_seconds()
        raise TooMany(f"more than {limit} tries at {door}", retry_after=max(wait, 0.0))
    session.add(Attempt(door=door, subject=subject, at=now()))
    await session.flush()


async def forgive(session: AsyncSession, door: str, subject: str) -> None:
    """Forget the tries of a subject that came in."""
    await session.execute(delete(Attempt).where(Attempt.door == door, Attempt.subject == subject))
