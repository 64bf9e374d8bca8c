"""What the shop promises: shipping, returns, payment and so on, in both languages."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.errors import NotFound
from shop.tables import Policy


async def policy(session: AsyncSession, topic: str, language: str) -> Policy:
    """The text on a topic, in the other language where this one is missing; or `NotFound`."""
    rows = (await session.scalars(select(Policy).where(Policy.topic == topic))).all()
    if not rows:
        raise NotFound(f"the shop says nothing on {topic}")
    return next((row for row in rows if row.language == language), rows[0])


async def facts(session: AsyncSession, topic: str) -> dict[str, Any]:
    """The figures of a topic, the same in every language; empty where there are none."""
    row = await session.scalar(select(Policy).where(Policy.topic == topic).limit(1))
    return dict(row.facts) if row else {}
