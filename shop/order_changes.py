"""What the owner of an order may still change: cancel it, another address, another version.

Each raises `NotFound` for an order that is not the visitor's.
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import Conflict, Invalid
from shop.orders import BEFORE_PACKING, CANCELLED, NOT_SENT, line_of, one_of_mine
from shop.tables import Delivery, Order, Variant, Visitor


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


async def restock(session: AsyncSession, variant_id: str | None, quantity: int) -> None:
    """Put pieces back on the shelf, if the article still exists."""
    variant = await session.get(Variant, variant_id) if variant_id else None
    if variant is not None:
        variant.stock += quantity


def _step(order: Order, kind: str) -> None:
    order.updated_at = now()
    order.history.append(Delivery(kind=kind, at=order.updated_at))
