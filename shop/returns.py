"""Returns, exchanges and claims on damaged or wrong goods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import Conflict, Invalid
from shop.orders import CANCELLED, DELIVERED, line_of, one_of_mine, when
from shop.policies import facts
from shop.tables import Order, OrderLine, Return, Variant, Visitor

RETURN, EXCHANGE, DAMAGED = "return", "exchange", "damaged"
OPEN = ("requested", "approved", "received")
DEFAULT_DAYS = {"return_days": 7, "exchange_days": 15, "claim_days": 15}
DAYS = {RETURN: "return_days", EXCHANGE: "exchange_days", DAMAGED: "claim_days"}


@dataclass(frozen=True)
class Chance:
    """Whether an order can be sent back: `obstacle` is "" or what `check` would raise for it.

    `days` have passed since delivery, of `limit` that the policy gives.
    """

    order: Order
    obstacle: str
    days: int
    limit: int


async def of_orders(session: AsyncSession, orders: Sequence[Order]) -> Sequence[Return]:
    """All returns of these orders, newest first."""
    rows = await session.scalars(
        select(Return)
        .where(Return.order_id.in_([order.id for order in orders]))
        .order_by(Return.requested_at.desc())
    )
    return rows.all()


async def chances(session: AsyncSession, orders: Sequence[Order], kind: str) -> list[Chance]:
    """For each order, whether a line of it can still be returned, exchanged or claimed for."""
    limit = await _limit(session, kind)
    under_way = {each.line_id for each in await of_orders(session, orders) if each.status in OPEN}
    found = []
    for order in orders:
        obstacle = _obstacle(order, limit)
        if not obstacle and all(line.id in under_way for line in order.lines):
            obstacle = "open"
        found.append(Chance(order, obstacle, days_since(order), limit))
    return found


def days_since(order: Order) -> int:
    """Whole days since an order was delivered, or last changed where that is not known."""
    return (now() - (when(order, DELIVERED) or order.updated_at)).days


async def _limit(session: AsyncSession, kind: str) -> int:
    """Days from delivery that the returns policy gives for this kind."""
    return int((DEFAULT_DAYS | await facts(session, "returns"))[DAYS[kind]])


def _obstacle(order: Order, limit: int) -> str:
    if order.status == CANCELLED:
        return "cancelled"
    if order.status != DELIVERED:
        return "not_delivered"
    arrived = when(order, DELIVERED) or order.updated_at
    return "too_late" if now() > arrived + timedelta(days=limit) else ""


async def request(
    session: AsyncSession,
    visitor: Visitor,
    number: str,
    line_id: str,
    kind: str,
    reason: str = "",
    exchange_variant_id: str | None = None,
) -> Return:
    """Ask for a return, exchange or compensation of one line of a visitor's own order.

    A claim on damaged goods may ask for a new one (`exchange_variant_id`) instead of money.
    Raises `NotFound`; `Conflict` with a reason: `open` (asked for already), `cancelled`,
    `not_delivered`, `too_late`, `out_of_stock`; `Invalid` for an exchange against another product.
    """
    order = await one_of_mine(session, visitor, number)
    line = line_of(order, line_id)
    await check(session, order, line, kind)
    replaced = kind == EXCHANGE or (kind == DAMAGED and exchange_variant_id is not None)
    if replaced:
        await _reserve(session, line, exchange_variant_id)
    at = now()
    found = Return(
        order_id=order.id,
        line_id=line.id,
        kind=kind,
        reason=reason[:2000],
        quantity=line.quantity,
        status="requested",
        refund=0 if replaced else refund_of(order, line),
        exchange_variant_id=exchange_variant_id if replaced else None,
        requested_at=at,
        updated_at=at,
    )
    session.add(found)
    await session.flush()
    return found


def refund_of(order: Order, line: OrderLine) -> int:
    """What a line gives back: its price less its share of the order's discount, minor units."""
    price = line.unit_price * line.quantity
    if order.subtotal == 0:
        return 0
    return price - order.discount * price // order.subtotal


async def other_versions(session: AsyncSession, line: OrderLine) -> Sequence[Variant]:
    """Other sizes and colours of a line's product that are in stock in its number of pieces."""
    rows = await session.scalars(
        select(Variant)
        .where(
            Variant.product_id == line.product_id,
            Variant.id != line.variant_id,
            Variant.stock >= line.quantity,
        )
        .order_by(Variant.id)
    )
    return rows.all()


async def check(session: AsyncSession, order: Order, line: OrderLine, kind: str) -> None:
    """Raise the `Conflict` that `request` would, stock aside."""
    known = await session.scalar(
        select(Return).where(Return.line_id == line.id, Return.status.in_(OPEN))
    )
    if known is not None:
        raise Conflict("open")
    if obstacle := _obstacle(order, await _limit(session, kind)):
        raise Conflict(obstacle)


async def _reserve(session: AsyncSession, line: OrderLine, variant_id: str | None) -> None:
    wanted = await session.get(Variant, variant_id) if variant_id else None
    if wanted is None or wanted.product_id != line.product_id:
        raise Invalid("exchange is for another size or colour of the same product")
    if wanted.stock < line.quantity:
        raise Conflict("out_of_stock")
    wanted.stock -= line.quantity
