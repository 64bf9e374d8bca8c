"""A cart becomes an order: stock is taken, delivery reckoned, the purchase noted."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from shop import carts
from shop.database import now
from shop.errors import Conflict, Invalid
from shop.events import record
from shop.orders import PAID, new_number
from shop.policies import facts
from shop.tables import Delivery, Order, OrderAccess, OrderLine, Visitor


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
