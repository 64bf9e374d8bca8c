"""Returns, exchanges and claims on damaged or wrong goods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import Conflict, Invalid
from shop.orders import DELIVERED, SHIPPED, line_of, one_of_mine, when
from shop.policies import facts
from shop.tables import Order, OrderLine, Return, Variant, Visitor

RETURN, EXCHANGE, DAMAGED = "return", "exchange", "damaged"
OPEN = ("requested", "approved", "received")
DEFAULT_DAYS = {"return_days": 7, "exchange_days": 15, "claim_days": 15}


async def of_orders(session: AsyncSession, orders: Sequence[Order]) -> Sequence[Return]:
    """All returns of these orders, newest first."""
    rows = await session.scalars(
        select(Return)
        .where(Return.order_id.in_([order.id for order in orders]))
        .order_by(Return.requested_at.desc())
    )
    return rows.all()


async def deadline_passed(session: AsyncSession, order: Order, kind: str) -> bool:
    """Whether the time for this kind is over; it runs from delivery, by the returns policy."""
    rules = DEFAULT_DAYS | await facts(session, "returns")
    key = {RETURN: "return_days", EXCHANGE: "exchange_days", DAMAGED: "claim_days"}[kind]
    delivered = when(order, DELIVERED) or order.updated_at
    return now() > delivered + timedelta(days=int(rules[key]))


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

    Raises `NotFound`; `Conflict` with a reason: `open` (asked for already), `not_delivered`,
    `too_late`, `out_of_stock`; `Invalid` for an exchange against another product.
    """
    order = await one_of_mine(session, visitor, number)
    line = line_of(order, line_id)
    await check(session, order, line, kind)
    if kind == EXCHANGE:
        await _reserve(session, line, exchange_variant_id)
    at = now()
    found = Return(
        order_id=order.id,
        line_id=line.id,
        kind=kind,
        reason=reason[:2000],
        quantity=line.quantity,
        status="requested",
        refund=0 if kind == EXCHANGE else refund_of(order, line),
        exchange_variant_id=exchange_variant_id if kind == EXCHANGE else None,
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


async def check(session: AsyncSession, order: Order, line: OrderLine, kind: str) -> None:
    """Raise the `Conflict` that `request` would, stock aside."""
    known = await session.scalar(
        select(Return).where(Return.line_id == line.id, Return.status.in_(OPEN))
    )
    if known is not None:
        raise Conflict("open")
    arrived = (DELIVERED, SHIPPED) if kind == DAMAGED else (DELIVERED,)
    if order.status not in arrived:
        raise Conflict("not_delivered")
    if await deadline_passed(session, order, kind):
        raise Conflict("too_late")


async def _reserve(session: AsyncSession, line: OrderLine, variant_id: str | None) -> None:
    wanted = await session.get(Variant, variant_id) if variant_id else None
    if wanted is None or wanted.product_id != line.product_id:
        raise Invalid("exchange is for another size or colour of the same product")
    if wanted.stock < line.quantity:
        raise Conflict("out_of_stock")
    wanted.stock -= line.quantity
