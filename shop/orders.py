"""Orders: whose they are, where they are, and what may still be changed.

A shopper sees and changes only their own. A verified customer's are known; a guest shows the order
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

from shop import carts
from shop.database import now
from shop.errors import Conflict, Invalid, NotFound
from shop.events import record
from shop.policies import facts
from shop.tables import Delivery, Order, OrderAccess, OrderLine, Variant, Visitor
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


async def cancel(session: AsyncSession, visitor: Visitor, number: str) -> Order:
    """Cancel an order that was not sent yet and put its goods back; raises `Conflict`."""
    order = await one_of_mine(session, visitor, number)
    if order.status not in NOT_SENT:
        raise Conflict(order.status)
    for line in order.lines:
        await restock(session, line.variant_id, line.quantity)
    _step(order, CANCELLED)
    order.status = CANCELLED
    await session.flush()
    return order


async def change_address(
    session: AsyncSession, visitor: Visitor, number: str, address: dict[str, str]
) -> Order:
    """Give an order that was not sent yet another address, whole as it will be printed."""
    order = await one_of_mine(session, visitor, number)
    if order.status not in NOT_SENT:
        raise Conflict(order.status)
    order.address = {name: value.strip() for name, value in address.items() if value.strip()}
    _step(order, "address_changed")
    await session.flush()
    return order


async def change_variant(
    session: AsyncSession, visitor: Visitor, number: str, line_id: str, variant_id: str
) -> Order:
    """Change size or colour of a line before packing, at the same price or less.

    Raises `Conflict` when the order is too far, `Invalid` for a dearer or foreign variant.
    """
    order = await one_of_mine(session, visitor, number)
    if order.status not in BEFORE_PACKING:
        raise Conflict(order.status)
    line = line_of(order, line_id)
    wanted = await session.get(Variant, variant_id)
    if wanted is None or wanted.product_id != line.product_id:
        raise Invalid("that is another product")
    if wanted.price > line.unit_price:
        raise Invalid("that costs more than was paid")
    if wanted.stock < line.quantity:
        raise Conflict("out of stock")
    await restock(session, line.variant_id, line.quantity)
    wanted.stock -= line.quantity
    line.variant_id, line.colour, line.size = wanted.id, wanted.colour, wanted.size
    _step(order, "item_changed")
    await session.flush()
    return order


async def place(
    session: AsyncSession, visitor: Visitor, contact: dict[str, str], payment_method: str
) -> Order:
    """Turn the visitor's cart into an order: stock is taken, the cart emptied, events noted.

    `contact`: `name`, `email`, `phone` and address fields. Raises `Invalid` for an empty cart,
    `Conflict` when something sold out meanwhile.
    """
    cart = await carts.content(session, visitor)
    if not cart.lines:
        raise Invalid("the cart is empty")
    shipping = await shipping_cost(session, cart.total)
    at = now()
    order = Order(
        number=new_number(),
        customer_id=visitor.customer_id,
        email=contact.get("email", ""),
        phone=contact.get("phone", ""),
        status=PAID,
        currency=cart.currency,
        subtotal=cart.subtotal,
        shipping=shipping,
        discount=cart.discount,
        total=cart.total + shipping,
        coupon_code=cart.coupon.code if cart.coupon else None,
        payment_method=payment_method,
        address={k: v for k, v in contact.items() if k != "email"},
        placed_at=at,
        updated_at=at,
        lines=[],
        history=[Delivery(kind="placed", at=at), Delivery(kind="paid", at=at)],
    )
    session.add(order)
    for line in cart.lines:
        await _sell(session, visitor, order, line)
    await carts.clear(session, visitor)
    await session.flush()
    if visitor.customer_id is None:
        session.add(OrderAccess(visitor_id=visitor.id, order_id=order.id, at=at))
    return order


async def shipping_cost(session: AsyncSession, total: int) -> int:
    """What delivery costs for goods of this value, by the shipping policy."""
    rules = await facts(session, "shipping")
    return 0 if total >= rules.get("free_from", 0) else int(rules.get("fee", 0))


async def restock(session: AsyncSession, variant_id: str | None, quantity: int) -> None:
    """Put pieces back on the shelf, if the article still exists."""
    variant = await session.get(Variant, variant_id) if variant_id else None
    if variant is not None:
        variant.stock += quantity


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


async def _sell(session: AsyncSession, visitor: Visitor, order: Order, line: carts.Line) -> None:
    if line.variant.stock < line.quantity:
        raise Conflict(f"{line.product.id} sold out")
    line.variant.stock -= line.quantity
    order.lines.append(
        OrderLine(
            product_id=line.product.id,
            variant_id=line.variant.id,
            title_en=line.product.title_en,
            title_zh=line.product.title_zh,
            colour=line.variant.colour,
            size=line.variant.size,
            quantity=line.quantity,
            unit_price=line.variant.price,
        )
    )
    await record(
        session,
        visitor,
        "purchase",
        product_id=line.product.id,
        variant_id=line.variant.id,
        quantity=line.quantity,
        price=line.variant.price,
    )


def _step(order: Order, kind: str) -> None:
    order.updated_at = now()
    order.history.append(Delivery(kind=kind, at=order.updated_at))


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
