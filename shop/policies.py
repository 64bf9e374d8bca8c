"""What the shop promises: shipping, returns, payment and so on, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.tables import Policy

TOPICS = ("shipping", "returns", "payment", "invoice", "warranty", "hours", "coupons", "privacy")
"""What every shop may write on; any other topic is its owner's own."""


async def texts(session: AsyncSession) -> Sequence[Policy]:
    """All that the shop has written, by topic."""
    return (await session.scalars(select(Policy).order_by(Policy.topic, Policy.language))).all()


async def on(session: AsyncSession, topics: Sequence[str], language: str) -> list[Policy]:
    """The texts on topics, in their order, in the other language where this one is missing."""
    rows = await texts(session)
    found = [[row for row in rows if row.topic == topic] for topic in topics]
    return [
        next((row for row in of_topic if row.language == language), of_topic[0])
        for of_topic in found
        if of_topic
    ]


async def facts(session: AsyncSession, topic: str) -> dict[str, Any]:
    """The figures of a topic, the same in every language; empty where there are none."""
    row = await session.scalar(select(Policy).where(Policy.topic == topic).limit(1))
    return dict(row.facts) if row else {}
