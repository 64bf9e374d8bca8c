"""Orders: whose they are, where they are, and how they read.

A shopper sees only their own. A verified customer's are known; a guest shows the order
number and the e-mail or phone on it. "No such order" and "not yours" are one answer.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from shop.database import now
from shop.errors import Invalid, NotFound
from shop.tables import Delivery, Order, OrderAccess, OrderLine, Visitor
from shop.throttle import attempt

PENDING, PAID, PACKING = "pending_payment", "paid", "packing"
SHIPPED, DELIVERED, CANCELLED = "shipped", "delivered", "cancelled"
NOT_SENT = (PENDING, PAID, PACKING)
BEFORE_PACKING = (PENDING, PAID)
WAY = ("placed", "paid", "packed", "shipped", "in_transit", "out_for_delivery", "delivered",
       "cancelled", "refunded")  # fmt: skip

NUMBER = re.compile(r"(?=.*\d)[A-Z0-9]{3,32}|SK[A-Z]{7}")
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without letters that are read as digits
ACCESS_LASTS = timedelta(hours=24)
DOOR = "order_lookup"


def new_number() -> str:
    """A number nobody can guess from another: SK and seven of 32 characters."""
    return "SK" + "".join(secrets.choice(ALPHABET) for _ in range(7))


def normal_number(text: str) -> str:
    """An order number as typed, made canonical; raises `Invalid`."""
    number = re.sub(r"[\s#-]", "", text).upper()
    if not NUMBER.fullmatch(number):
        raise Invalid("an order number has 3 to 32 letters and digits")
    return number


async def mine(session: AsyncSession, visitor: Visitor) -> Sequence[Order]:
    """All orders this visitor may see, newest first."""
    shown = select(OrderAccess.order_id).where(
        OrderAccess.visitor_id == visitor.id, OrderAccess.at > now() - ACCESS_LASTS
    )
    mine_by_name = Order.customer_id == visitor.customer_id if visitor.customer_id else false()
    allowed = or_(Order.id.in_(shown), mine_by_name)
    rows = await session.scalars(_whole().where(allowed).order_by(Order.placed_at.desc()))
    return rows.all()


async def one_of_mine(session: AsyncSession, visitor: Visitor, number: str) -> Order:
    """An order this visitor may see, by its number; raises `NotFound`."""
    for order in await mine(session, visitor):
        if order.number == number:
            return order
    raise NotFound("no such order for this visitor")


async def claim(session: AsyncSession, visitor: Visitor, number: str, contact: str) -> Order:
    """Let a guest in by order number and the e-mail or phone on it.

    Raises `TooMany` after five tries in an hour, `NotFound` for every mismatch alike. The caller
    commits also when this raises, so that tries count.
    """
    await attempt(session, DOOR, visitor.id)
    order = await session.scalar(_whole().where(Order.number == number))
    # The same work whether the order exists or not, so that time tells nothing either.
    known = [order.email, order.phone] if order else ["", ""]
    if order is None or not any([_same_contact(contact, other) for other in known]):
        raise NotFound("no such order for this visitor")
    access = await session.get(OrderAccess, (visitor.id, order.id))
    if access is None:
        session.add(OrderAccess(visitor_id=visitor.id, order_id=order.id, at=now()))
    else:
        access.at = now()
    await session.flush()
    return order


def line_of(order: Order, line_id: str) -> OrderLine:
    """A line of this order; raises `NotFound`."""
    for line in order.lines:
        if line.id == line_id:
            return line
    raise NotFound("no such line")


def steps(order: Order) -> list[Delivery]:
    """Its way so far, oldest first; steps of one moment in the order that they happen in."""
    rank = {kind: place for place, kind in enumerate(WAY)}
    return sorted(order.history, key=lambda step: (step.at, rank.get(step.kind, len(WAY))))


def when(order: Order, kind: str) -> datetime | None:
    """When a step of its history last happened."""
    times = [step.at for step in order.history if step.kind == kind]
    return max(times, default=None)


def brief(order: Order) -> dict[str, Any]:
    """An order as pages and widget show it to its owner; amounts in minor units."""
    return {
        "number": order.number,
        "status": order.status,
        "placed_at": order.placed_at.isoformat(),
        "currency": order.currency,
        "subtotal": order.subtotal,
        "shipping": order.shipping,
        "discount": order.discount,
        "total": order.total,
        "lines": [
            {
                "id": line.id,
                "product_id": line.product_id,
                "title_en": line.title_en,
                "title_zh": line.title_zh,
                "colour": line.colour,
                "size": line.size,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
            }
            for line in order.lines
        ],
        "history": [
            {
                "kind": step.kind,
                "at": step.at.isoformat(),
                "place_en": step.place_en,
                "place_zh": step.place_zh,
                "carrier": step.carrier,
                "tracking": step.tracking,
            }
            for step in steps(order)
        ],
    }


def _same_contact(given: str, known: str) -> bool:
    """Whether an e-mail or phone is the one on the order, however it is written."""
    one, other = _plain_contact(given), _plain_contact(known)
    return bool(other) and hmac.compare_digest(one.encode(), other.encode())


def _plain_contact(text: str) -> str:
    text = text.strip().casefold()
    if "@" in text:
        return text
    digits = re.sub(r"\D", "", text)
    return digits[-11:] if len(digits) >= 7 else ""  # without a country code


def _whole() -> Select[Order]:
    return select(Order).options(selectinload(Order.lines), selectinload(Order.history))
