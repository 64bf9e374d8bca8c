"""Coupons: which run now, and what one takes off a cart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import NotFound
from shop.tables import Coupon, Product


async def running(session: AsyncSession) -> Sequence[Coupon]:
    """Public coupons valid now, those that end first in front."""
    at = now()
    rows = await session.scalars(
        select(Coupon)
        .where(Coupon.public, Coupon.starts_at <= at, Coupon.ends_at > at)
        .order_by(Coupon.ends_at)
    )
    return rows.all()


async def valid(session: AsyncSession, code: str) -> Coupon:
    """The coupon with this code (any case), valid now; raises `NotFound`."""
    at = now()
    coupon = await session.get(Coupon, code.strip().upper())
    if coupon is None or not coupon.starts_at <= at < coupon.ends_at:
        raise NotFound("no such coupon runs")
    return coupon


async def named(session: AsyncSession, codes: Collection[str]) -> Sequence[Coupon]:
    """The coupons valid now that have one of these codes, given in capitals."""
    at = now()
    rows = await session.scalars(
        select(Coupon).where(Coupon.code.in_(codes), Coupon.starts_at <= at, Coupon.ends_at > at)
    )
    return rows.all()


def discount(coupon: Coupon, goods: Iterable[tuple[Product, int]]) -> int:
    """What a coupon takes off goods with their line totals, in minor units; never more than
    they cost, 0 below its minimum or outside its time."""
    if not coupon.starts_at <= now() < coupon.ends_at:
        return 0
    amount = sum(
        total for product, total in goods if coupon.category_id in (None, product.category_id)
    )
    if amount == 0 or amount < coupon.min_total:
        return 0
    if coupon.kind == "percent":
        return amount * coupon.value // 100
    return min(coupon.value, amount)
