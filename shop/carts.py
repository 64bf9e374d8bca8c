"""Carts: one per visitor; a verified customer has one on all devices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from shop.coupons import discount
from shop.database import now
from shop.errors import Conflict, Invalid, NotFound
from shop.events import record
from shop.tables import Cart, CartLine, Coupon, Product, Variant, Visitor

MOST = 99  # pieces of one thing; more than this is a wholesale enquiry


@dataclass(frozen=True)
class Line:
    """One thing in the cart, at its price and stock of this moment."""

    product: Product
    variant: Variant
    quantity: int

    @property
    def total(self) -> int:
        """Price of all pieces, minor units."""
        return self.variant.price * self.quantity


@dataclass(frozen=True)
class Content:
    """A cart as it stands now; amounts in minor units of `currency`."""

    lines: tuple[Line, ...] = ()
    coupon: Coupon | None = None
    currency: str = ""

    @property
    def subtotal(self) -> int:
        """What the goods cost before any coupon."""
        return sum(line.total for line in self.lines)

    @property
    def discount(self) -> int:
        """What the coupon takes off."""
        if self.coupon is None:
            return 0
        return discount(self.coupon, [(line.product, line.total) for line in self.lines])

    @property
    def total(self) -> int:
        """What is left to pay for the goods."""
        return self.subtotal - self.discount

    @property
    def pieces(self) -> int:
        """How many things are in it."""
        return sum(line.quantity for line in self.lines)


async def content(session: AsyncSession, visitor: Visitor) -> Content:
    """What is in the visitor's cart now."""
    cart = await _find(session, visitor)
    if cart is None:
        return Content()
    rows = await session.execute(
        select(CartLine, Variant, Product)
        .join(Variant, Variant.id == CartLine.variant_id)
        .join(Product, Product.id == Variant.product_id)
        .where(CartLine.cart_id == cart.id)
        .options(selectinload(Product.variants))
        .order_by(CartLine.added_at, CartLine.variant_id)
    )
    lines = tuple(Line(p, v, line.quantity) for line, v, p in rows)
    coupon = await session.get(Coupon, cart.coupon_code) if cart.coupon_code else None
    return Content(lines, coupon, lines[0].product.currency if lines else "")


async def add(
    session: AsyncSession,
    visitor: Visitor,
    variant_id: str,
    quantity: int = 1,
    conversation_id: str | None = None,
) -> int:
    """Put pieces of a variant into the cart and note the event; how many are in it then.

    Raises `NotFound`, `Invalid` for a quantity out of range, `Conflict` when stock is short.
    """
    variant = await session.get(Variant, variant_id)
    product = await session.get(Product, variant.product_id) if variant else None
    if variant is None or product is None or not product.active:
        raise NotFound("no such article")
    cart = await _find(session, visitor) or await _open(session, visitor)
    line = await session.get(CartLine, (cart.id, variant_id))
    wanted = quantity + (line.quantity if line else 0)
    _check(variant, quantity, wanted)
    if line is None:
        session.add(
            CartLine(cart_id=cart.id, variant_id=variant_id, quantity=wanted, added_at=now())
        )
    else:
        line.quantity = wanted
    cart.updated_at = now()
    await record(
        session,
        visitor,
        "cart",
        product_id=product.id,
        variant_id=variant_id,
        quantity=quantity,
        price=variant.price,
        conversation_id=conversation_id,
    )
    await session.flush()
    return wanted


async def change(session: AsyncSession, visitor: Visitor, variant_id: str, quantity: int) -> None:
    """Set how many pieces are wanted; 0 removes. Raises as `add` does."""
    cart = await _find(session, visitor)
    line = await session.get(CartLine, (cart.id, variant_id)) if cart else None
    variant = await session.get(Variant, variant_id)
    if cart is None or line is None or variant is None:
        raise NotFound("that is not in the cart")
    if quantity == 0:
        await session.delete(line)
    else:
        _check(variant, quantity, quantity)
        line.quantity = quantity
    cart.updated_at = now()
    await session.flush()


async def put(session: AsyncSession, visitor: Visitor, pieces: Mapping[str, int]) -> bool:
    """Set how many pieces there are of each variant, 0 for none, whether it is in the cart or not.

    Of what is short there are as many as there is stock; what is no longer sold is left out.
    Whether everything could be had.
    """
    cart = await _find(session, visitor) or await _open(session, visitor)
    whole = True
    for variant_id, wanted in pieces.items():
        line = await session.get(CartLine, (cart.id, variant_id))
        variant = await session.get(Variant, variant_id)
        product = await session.get(Product, variant.product_id) if variant else None
        stock = variant.stock if variant and product and product.active else 0
        most = min(max(wanted, 0), MOST, stock)
        whole = whole and most == wanted
        if line is not None and most == 0:
            await session.delete(line)
        elif line is not None:
            line.quantity = most
        elif most:
            session.add(
                CartLine(cart_id=cart.id, variant_id=variant_id, quantity=most, added_at=now())
            )
    cart.updated_at = now()
    await session.flush()
    return whole


async def lines(session: AsyncSession, pieces: Mapping[str, int]) -> tuple[Line, ...]:
    """Variants with so many pieces each as lines of a cart; unknown ones are left out."""
    rows = await session.execute(
        select(Variant, Product)
        .join(Product, Product.id == Variant.product_id)
        .where(Variant.id.in_(pieces))
        .options(selectinload(Product.variants))
    )
    found = {variant.id: (product, variant) for variant, product in rows}
    return tuple(Line(*found[name], count) for name, count in pieces.items() if name in found)


async def clear(session: AsyncSession, visitor: Visitor) -> None:
    """Empty the cart, coupon included."""
    cart = await _find(session, visitor)
    if cart is not None:
        await session.execute(delete(CartLine).where(CartLine.cart_id == cart.id))
        cart.coupon_code = None
        cart.updated_at = now()


async def use_coupon(session: AsyncSession, visitor: Visitor, code: str | None) -> None:
    """Remember the coupon for this cart; whether it applies is reckoned when shown."""
    cart = await _find(session, visitor) or await _open(session, visitor)
    cart.coupon_code = code
    cart.updated_at = now()
    await session.flush()


async def adopt(session: AsyncSession, visitor: Visitor) -> None:
    """Move what an anonymous visitor had into the cart of the customer it turned out to be."""
    mine = await session.scalar(select(Cart).where(Cart.visitor_id == visitor.id))
    if mine is None or visitor.customer_id is None:
        return
    theirs = await _find(session, visitor)
    if theirs is None:
        mine.visitor_id, mine.customer_id = None, visitor.customer_id
        return
    for line in await session.scalars(select(CartLine).where(CartLine.cart_id == mine.id)):
        known = await session.get(CartLine, (theirs.id, line.variant_id))
        if known is None:
            session.add(
                CartLine(
                    cart_id=theirs.id,
                    variant_id=line.variant_id,
                    quantity=line.quantity,
                    added_at=line.added_at,
                )
            )
        else:
            known.quantity = min(known.quantity + line.quantity, MOST)
    await session.execute(delete(CartLine).where(CartLine.cart_id == mine.id))
    await session.delete(mine)
    await session.flush()


async def _find(session: AsyncSession, visitor: Visitor) -> Cart | None:
    whose = (
        Cart.customer_id == visitor.customer_id
        if visitor.customer_id
        else Cart.visitor_id == visitor.id
    )
    return await session.scalar(select(Cart).where(whose))


async def _open(session: AsyncSession, visitor: Visitor) -> Cart:
    known = visitor.customer_id is not None
    cart = Cart(
        visitor_id=None if known else visitor.id,
        customer_id=visitor.customer_id,
        updated_at=now(),
    )
    session.add(cart)
    await session.flush()
    return cart


def _check(variant: Variant, quantity: int, wanted: int) -> None:
    if not 0 < quantity <= MOST or wanted > MOST:
        raise Invalid(f"between 1 and {MOST} pieces")
    if wanted > variant.stock:
        raise Conflict(f"only {variant.stock} left")
