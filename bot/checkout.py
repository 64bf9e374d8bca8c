"""From cart to order, for the shop's pages and its API alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.frames import clean
from shop import carts, effects, placing
from shop.errors import Conflict, Invalid
from shop.tables import Visitor

# Field -> most characters. What an address of an order is made of, with the e-mail for the receipt.
FIELDS = {
    "name": 80, "email": 120, "phone": 30, "line": 200, "city": 80, "region": 80, "postcode": 12,
    "country": 2,
}  # fmt: skip
REQUIRED = ("name", "email", "phone", "line", "city")
HOME = "CN"  # where the demo shop delivers
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
PHONE_DIGITS = range(7, 16)  # shortest number with area code; longest by E.164
METHODS = ("alipay", "wechat", "card", "paypal")


class Unfit(Invalid):
    """An address that cannot be delivered to; `fields` names what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {why}" for name, why in fields.items()))
        self.fields = dict(fields)


def contact_of(raw: Mapping[str, Any]) -> dict[str, str]:
    """Name, e-mail, phone and address as typed, cleaned; raises `Unfit`."""
    contact = {name: _text(raw.get(name)) for name in FIELDS}
    contact["country"] = contact["country"].upper() or HOME
    wrong = {name: "missing" for name in REQUIRED if not contact[name]}
    wrong |= {name: "too_long" for name, most in FIELDS.items() if len(contact[name]) > most}
    if not EMAIL.fullmatch(contact["email"]):
        wrong.setdefault("email", "wrong")
    if sum(c.isdigit() for c in contact["phone"]) not in PHONE_DIGITS:
        wrong.setdefault("phone", "wrong")
    if contact["country"] != HOME:
        wrong["country"] = "wrong"
    if wrong:
        raise Unfit(wrong)
    return {name: value for name, value in contact.items() if value}


async def place(
    session: AsyncSession,
    visitor: Visitor,
    contact: dict[str, str],
    method: str,
    *,
    key: str,
    total: int | None = None,
) -> str:
    """Order what is in the cart; the order's number.

    `key` is made by the page: the same key twice is one order. `total`, in minor units, is what
    the shopper was shown; `Conflict` when it would be another by now, or something sold out.
    """
    if method not in METHODS:
        raise Invalid(f"unknown way to pay {method!r}")

    async def do() -> dict[str, Any]:
        order = await placing.place(session, visitor, contact, method)
        if total is not None and order.total != total:
            raise Conflict("the total has changed")
        return {"number": order.number}

    # The visitor is part of the claim, so that nobody can use up the keys of others.
    done = await effects.once(session, f"checkout:{visitor.id}:{key}", do)
    return str(done["number"])


async def total_of(session: AsyncSession, cart: carts.Content) -> tuple[int, int]:
    """Delivery and the sum to pay, minor units."""
    shipping = await placing.shipping_cost(session, cart.total) if cart.lines else 0
    return shipping, cart.total + shipping


def _text(value: Any) -> str:
    return clean(value).replace("\n", " ") if isinstance(value, str) else ""
