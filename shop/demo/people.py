"""Customers of the demo shop with orders in every state, and what buyers say. All invented."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from shop.orders import (
    ALPHABET,
    CANCELLED,
    DELIVERED,
    PACKING,
    PAID,
    PENDING,
    SHIPPED,
)
from shop.tables import (
    Category,
    Customer,
    Delivery,
    Order,
    OrderLine,
    Product,
    Return,
    Review,
    Table,
)

SEED = 11
TEXTS = yaml.safe_load((Path(__file__).parent / "texts.yaml").read_text(encoding="utf-8"))
STATES = {PENDING: 1, PAID: 2, PACKING: 2, SHIPPED: 4, DELIVERED: 9, CANCELLED: 1}
# How many days ago an order of a state may have been placed.
AGE = {
    PENDING: (0, 1),
    PAID: (0, 2),
    PACKING: (1, 3),
    SHIPPED: (2, 6),
    DELIVERED: (4, 90),
    CANCELLED: (2, 60),
}
SIGNED_IN = 3  # customers that the storefront offers
# Delivered one to four days ago, and nine to thirteen.
FRESH, EXCHANGEABLE = (4.5, 7.0), (12.5, 16.0)
STEPS = (("placed", 0.0), ("paid", 0.1), ("packed", 0.9), ("shipped", 1.5), ("in_transit", 2.2),
         ("delivered", 3.5))  # fmt: skip
REACHED = {PENDING: 1, PAID: 2, PACKING: 3, SHIPPED: 5, DELIVERED: 6, CANCELLED: 2}
FREE_FROM, FEE = 9900, 1000


def customers(count: int, at: datetime) -> Iterator[Customer]:
    """Invented customers; the first three are the ones that the storefront signs in."""
    chance = random.Random(SEED)  # noqa: S311  a demo, the same each time
    names = TEXTS["names"]
    for number in range(count):
        chinese = number % 2 == 1
        first, last = (
            chance.choice(names["zh" if chinese else "en"][k]) for k in ("first", "last")
        )
        name = f"{last}{first}" if chinese else f"{first} {last}"
        phone = f"1{chance.randrange(30, 99)}{chance.randrange(10**8):08d}"
        city = chance.choice(TEXTS["cities"])
        yield Customer(
            id=f"demo-{number:03d}",
            name=name,
            email=f"demo{number:03d}@example.com",
            phone=phone,
            language="zh" if chinese else "en",
            address={
                "name": name,
                "phone": phone,
                "line": f"{chance.randrange(1, 200)} {chance.choice(TEXTS['streets'])}",
                "city": city["zh" if chinese else "en"],
                "country": "CN",
            },
            created_at=at - timedelta(days=chance.randrange(100, 700)),
        )


def orders(people: Sequence[Customer], goods: Sequence[Product], at: datetime) -> Iterator[Table]:
    """One to four orders each; the first customers have one in every state."""
    chance = random.Random(SEED + 1)  # noqa: S311  a demo, the same each time
    for place, customer in enumerate(people):
        states = list(STATES)
        if place >= SIGNED_IN:
            states = chance.choices(states, list(STATES.values()), k=chance.randint(1, 4))
        for state in states:
            order = _order(customer, state, goods, chance, at)
            yield order
            if state == DELIVERED and chance.random() < 0.15:
                yield _returned(order, chance)


def recent_orders(
    people: Sequence[Customer], goods: Sequence[Product], at: datetime
) -> Iterator[Order]:
    """For those that the storefront signs in: an order to return, and one only to exchange.

    The first was delivered within the last days, clothes, whose size may not fit; the second
    is past the days of return, but not past those of exchange and of claims.
    """
    chance = random.Random(SEED + 3)  # noqa: S311  a demo, the same each time
    clothes = [p for p in goods if {"S", "M"} <= {v.size for v in p.variants if v.stock}]
    for customer in people[:SIGNED_IN]:
        for ages, pool in ((FRESH, clothes), (EXCHANGEABLE, goods)):
            yield _order(customer, DELIVERED, pool, chance, at, ages)


def reviews(goods: Sequence[Product], at: datetime, each: int = 8) -> Iterator[Review]:
    """Reviews put together from many people's phrases, about what the product is."""
    chance = random.Random(SEED + 2)  # noqa: S311  a demo, the same each time
    for product in goods:
        quality = chance.gauss(4.1, 0.45)
        for _ in range(chance.randint(each - 3, each + 4)):
            stars = min(5, max(1, round(chance.gauss(quality, 0.9))))
            language = chance.choice(["en", "zh"])
            yield Review(
                product_id=product.id,
                author=_author(language, chance),
                language=language,
                rating=stars,
                text=_opinion(product, stars, language, chance),
                created_at=at - timedelta(days=chance.randrange(1, 300)),
            )


def _order(
    customer: Customer,
    state: str,
    goods: Sequence[Product],
    chance: random.Random,
    at: datetime,
    ages: tuple[float, float] | None = None,
) -> Order:
    days = chance.uniform(*(ages or AGE[state]))
    placed = at - timedelta(days=days, minutes=chance.randrange(600))
    lines = [_line(chance.choice(goods), chance) for _ in range(chance.choice([1, 1, 2, 3]))]
    subtotal = sum(line.unit_price * line.quantity for line in lines)
    shipping = 0 if subtotal >= FREE_FROM else FEE
    return Order(
        id=f"order-{customer.id}-{chance.randrange(10**9)}",
        number="SK" + "".join(chance.choice(ALPHABET) for _ in range(7)),
        customer_id=customer.id,
        email=customer.email,
        phone=customer.phone,
        status=state,
        currency=goods[0].currency,
        subtotal=subtotal,
        shipping=shipping,
        discount=0,
        total=subtotal + shipping,
        payment_method=chance.choice(["alipay", "wechat", "card", "paypal"]),
        address=customer.address,
        placed_at=placed,
        updated_at=placed,
        lines=lines,
        history=list(_way(state, placed, at, chance)),
    )


def _line(product: Product, chance: random.Random) -> OrderLine:
    variant = chance.choice(product.variants)
    return OrderLine(
        id=f"line-{chance.randrange(10**12)}",
        product_id=product.id,
        variant_id=variant.id,
        title_en=product.title_en,
        title_zh=product.title_zh,
        colour=variant.colour,
        size=variant.size,
        quantity=chance.choice([1, 1, 1, 2]),
        unit_price=variant.price,
    )


def _way(state: str, placed: datetime, at: datetime, chance: random.Random) -> Iterator[Delivery]:
    carrier = chance.choice(TEXTS["carriers"])
    tracking = f"{carrier[:2].upper()}{chance.randrange(10**10):010d}"
    city = chance.choice(TEXTS["cities"])
    for kind, days in STEPS[: REACHED[state]]:
        sent = kind in ("shipped", "in_transit", "delivered")
        yield Delivery(
            kind=kind,
            at=min(placed + timedelta(days=days), at),
            place_en=city["en"] if sent else "",
            place_zh=city["zh"] if sent else "",
            carrier=carrier if sent else "",
            tracking=tracking if sent else "",
        )
    if state == CANCELLED:
        yield Delivery(kind="cancelled", at=min(placed + timedelta(days=0.3), at))


def _returned(order: Order, chance: random.Random) -> Return:
    line = order.lines[0]
    status = chance.choice(["requested", "approved", "received", "refunded"])
    asked = order.history[-1].at
    return Return(
        order_id=order.id,
        line_id=line.id,
        kind="return",
        reason=chance.choice(TEXTS["return_reasons"]),
        quantity=line.quantity,
        status=status,
        refund=line.unit_price * line.quantity,
        requested_at=asked,
        updated_at=asked,
    )


def _author(language: str, chance: random.Random) -> str:
    names: dict[str, list[str]] = TEXTS["names"][language]
    last, first = chance.choice(names["last"]), chance.choice(names["first"])
    return f"{last}**" if language == "zh" else f"{first} {last[0]}."


def _opinion(product: Product, stars: int, language: str, chance: random.Random) -> str:
    mood = "good" if stars >= 4 else "poor" if stars <= 2 else "mixed"
    said: dict[str, Any] = TEXTS["reviews"][language]
    parts = chance.sample(said[mood], k=chance.choice([1, 2, 2]))
    if chance.random() < 0.6:
        parts.append(chance.choice(said["about"][mood]))
    if chance.random() < 0.35:
        parts.insert(0, chance.choice(said["opening"]))
    text = ("" if language == "zh" else " ").join(parts)
    return text.replace("{thing}", _thing(product.category, language))


def _thing(category: Category | None, language: str) -> str:
    """What people call one of a family: "kettle", "pair of headphones", "水壶"."""
    if category is None:
        return "东西" if language == "zh" else "thing"
    if language == "zh":
        return next(name for name in (*category.aliases, category.name_zh) if not name.isascii())
    name = category.aliases[0].lower()
    return f"pair of {name}" if name.endswith("s") and not name.endswith("ss") else name
