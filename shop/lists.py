"""Three lists that shoppers ask a shop for: what is reduced, what is new, what sells best."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.selection import Filters, variant_terms
from shop.tables import Event, Order, OrderLine, Product, Variant

SEASON = timedelta(days=60)  # what sold longer ago says little of what sells now


async def reduced(session: AsyncSession, ids: Collection[str], filters: Filters) -> dict[str, int]:
    """What each of `ids` that is reduced cost before, in minor units, the largest share off first.

    Only variants that meet the filters count.
    """
    query = select(Variant.product_id, Variant.price, Variant.compare_at).where(
        *variant_terms(filters), Variant.compare_at > Variant.price
    )
    best: dict[str, tuple[float, int]] = {}
    for product_id, price, before in await session.execute(query):
        if product_id in ids and before:
            best[product_id] = max(best.get(product_id, (0.0, 0)), (1 - price / before, before))
    order = sorted(best, key=lambda name: (-best[name][0], name))
    return {name: best[name][1] for name in order}


async def newest(session: AsyncSession, ids: Collection[str]) -> dict[str, datetime]:
    """Since when each of `ids` has been in the shop, the latest first."""
    query = select(Product.id, Product.created_at).order_by(Product.created_at.desc(), Product.id)
    return {name: at for name, at in await session.execute(query) if name in ids}


async def selling(session: AsyncSession, ids: Collection[str]) -> dict[str, int]:
    """How often each of `ids` was bought of late, most often first; unsold ones are left out.

    Purchases are counted; where the shop has noted none, pieces of its orders.
    """
    since = now() - SEASON
    bought = (
        select(Event.product_id, func.count())
        .where(Event.kind == "purchase", Event.at > since, Event.product_id.is_not(None))
        .group_by(Event.product_id)
        .order_by(func.count().desc(), Event.product_id)
    )
    ordered = (
        select(OrderLine.product_id, func.sum(OrderLine.quantity))
        .join(Order, Order.id == OrderLine.order_id)
        .where(Order.placed_at > since, Order.status != "cancelled")
        .where(OrderLine.product_id.is_not(None))
        .group_by(OrderLine.product_id)
        .order_by(func.sum(OrderLine.quantity).desc(), OrderLine.product_id)
    )
    rows = (await session.execute(bought)).all() or (await session.execute(ordered)).all()
    return {str(name): int(count) for name, count in rows if name in ids}
