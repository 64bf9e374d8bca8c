"""Goods that the files do not name any more: hidden, never deleted, since orders tell of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.feeds.seen import SPOILT, Seen
from shop.tables import Product, Variant

PAGE = 1_000
Transaction = Callable[[], AbstractAsyncContextManager[AsyncSession]]


async def hide_missing(transaction: Transaction, seen: Seen, write: bool) -> tuple[int, int]:
    """Hide products, and empty variants, that no file named; how many of each.

    A transaction a page, so that a running shop does not wait for all of it.
    """
    shown = select(Product.id, Product.id).where(Product.active)
    hidden, last = 0, ""
    while True:
        async with transaction() as session:
            page = await _page(session, shown, Product.id, last)
            missing = seen.missing(Product.__tablename__, page)
            hidden += len(missing)
            if write and missing:
                await _change(session, missing, active=False)
        if not page:
            break
        last = list(page)[-1]
    return hidden, await _empty(transaction, seen, write)


async def _empty(transaction: Transaction, seen: Seen, write: bool) -> int:
    stocked = select(Variant.id, Variant.product_id).where(Variant.stock > 0)
    emptied, last = 0, ""
    while True:
        async with transaction() as session:
            page = await _page(session, stocked, Variant.id, last)
            missing = _to_empty(seen, page)
            emptied += len(missing)
            if write and missing:
                gone = update(Variant).where(Variant.id.in_(missing)).values(stock=0)
                await session.execute(gone)
                await _change(session, sorted({page[variant] for variant in missing}))
        if not page:
            return emptied
        last = list(page)[-1]


async def _change(session: AsyncSession, products: list[str], **values: Any) -> None:
    changed = update(Product).where(Product.id.in_(products))
    await session.execute(changed.values(updated_at=now(), **values))


async def _page(
    session: AsyncSession, query: Select[str, str], key: Any, last: str
) -> dict[str, str]:
    page = query.where(key > last).order_by(key).limit(PAGE)
    return {found: owner for found, owner in await session.execute(page)}


def _to_empty(seen: Seen, variants: dict[str, str]) -> list[str]:
    """Variants (with their products) that are missing although all is known of the product."""
    owners = set(variants.values())
    hidden = set(seen.missing(Product.__tablename__, owners))
    clean = set(seen.missing(SPOILT, owners)) - hidden
    missing = seen.missing(Variant.__tablename__, variants)
    return [variant for variant in missing if variants[variant] in clean]
