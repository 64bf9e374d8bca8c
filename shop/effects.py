"""What a turn does to the shop is done once, also when the turn runs twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.tables import Effect


async def once(
    session: AsyncSession, key: str, do: Callable[[], Awaitable[dict[str, Any]]]
) -> dict[str, Any]:
    """Run `do` and keep its result under `key`; a second call gives the kept result.

    Both happen in the caller's transaction, which must be a writing one. The claim is written
    before `do` runs, so that two callers at once cannot both pass it.
    """
    known = await session.get(Effect, key)
    if known is not None:
        return known.result
    effect = Effect(key=key, at=now())
    session.add(effect)
    await session.flush()
    effect.result = await do()
    await session.flush()
    return effect.result
