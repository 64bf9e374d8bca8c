"""Shoppers with tastes and budgets who browse the demo shop: its event history.

Each simulated shopper likes two departments and, within them, a few families, colours and
materials, has a budget as a factor on a family's middle price, and a mood per visit: some know
what they want, some look around, some compare and leave. A visit walks from one product to
another of its family or of a family that goes with it, the liked ones more often; a product that
suits taste and budget is put into the cart more often; carts are bought more often by those who
knew what they wanted, and less often the further they are above the budget. Seeded throughout.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from shop.tables import Product

SEED = 7
MOODS = {"purpose": 0.35, "looking": 0.45, "comparing": 0.20}
STEPS = {"purpose": (2, 6), "looking": (2, 11), "comparing": (3, 9)}
CART = {"purpose": 0.20, "looking": 0.05, "comparing": 0.09}
BUY = {"purpose": 0.62, "looking": 0.28, "comparing": 0.35}
STAY = {"purpose": 0.75, "looking": 0.45, "comparing": 0.85}  # chance to stay in the family

EventRow = dict[str, Any]


@dataclass
class Shopper:
    """Who browses: what they like and what they can spend."""

    id: str
    families: list[str]
    colours: set[str]
    materials: set[str]
    budget: float
    seen: dict[str, int] = field(default_factory=dict)


class Simulator:
    """Makes event rows for a catalogue; the same seed makes the same history."""

    def __init__(self, products: Sequence[Product], seed: int = SEED) -> None:
        self._chance = random.Random(seed)  # noqa: S311  a simulation, not a secret
        self._products = {product.id: product for product in products}
        self._families: dict[str, list[Product]] = {}
        for product in products:
            self._families.setdefault(str(product.category_id), []).append(product)
        names = sorted(self._families)
        # Each family goes with two others, as pans go with knives; people do not know which.
        self._beside = {name: self._chance.sample(names, min(2, len(names))) for name in names}
        self._charm = {product.id: self._chance.lognormvariate(0, 0.7) for product in products}

    def history(self, shoppers: int, visits: int, until: datetime, days: int) -> Iterator[EventRow]:
        """Rows for the events table, visit by visit."""
        crowd = [self._shopper(number) for number in range(shoppers)]
        weights = [self._chance.paretovariate(1.6) for _ in crowd]
        starts = sorted(self._chance.random() for _ in range(visits))
        for number, share in enumerate(starts):
            shopper = self._chance.choices(crowd, weights)[0]
            at = until - timedelta(days=days * (1 - share), minutes=self._chance.randrange(60))
            yield from self._visit(shopper, f"sim-{number}", at)

    def _shopper(self, number: int) -> Shopper:
        chance = self._chance
        products = list(self._products.values())
        liked = chance.sample(sorted(self._families), min(4, len(self._families)))
        likes = chance.sample(products, min(6, len(products)))
        return Shopper(
            id=f"sim-{number}",
            families=liked,
            colours={v.colour for p in likes for v in p.variants[:1]},
            materials={m for p in likes for m in p.attributes.get("material", ())[:1]},
            budget=chance.lognormvariate(0, 0.4),
        )

    def _visit(self, shopper: Shopper, visit: str, at: datetime) -> Iterator[EventRow]:
        chance = self._chance
        mood = chance.choices(list(MOODS), list(MOODS.values()))[0]
        family = chance.choice(shopper.families)
        if chance.random() < (0.8 if mood == "purpose" else 0.3):
            category = self._families[family][0].category
            yield _row(shopper, visit, "search", at, query=category.name_en if category else family)
        cart: list[Product] = []
        product: Product | None = None
        for _ in range(chance.randint(*STEPS[mood])):
            at += timedelta(seconds=chance.expovariate(1 / (60 if mood == "comparing" else 35)))
            family = self._next_family(family, shopper, mood)
            product = self._pick(family, shopper, product)
            shopper.seen[product.id] = shopper.seen.get(product.id, 0) + 1
            yield _row(shopper, visit, "view", at, product)
            suits = self._suits(product, shopper)
            if suits < 0.25 and chance.random() < 0.05:
                yield _row(shopper, visit, "dismiss", at, product)
            elif suits > 0.7 and chance.random() < 0.08:
                yield _row(shopper, visit, "favourite", at, product)
            again = 1.5 if shopper.seen[product.id] > 1 else 1.0
            if chance.random() < CART[mood] * (0.4 + 1.2 * suits) * again:
                at += timedelta(seconds=chance.uniform(3, 40))
                cart.append(product)
                yield _row(shopper, visit, "cart", at, product)
        suits = sum(self._suits(p, shopper) for p in cart) / len(cart) if cart else 0.0
        if cart and chance.random() < BUY[mood] * (0.3 + 1.1 * suits):
            at += timedelta(seconds=chance.uniform(40, 300))
            for bought in cart:
                yield _row(shopper, visit, "purchase", at, bought)

    def _next_family(self, family: str, shopper: Shopper, mood: str) -> str:
        if self._chance.random() < STAY[mood]:
            return family
        if self._chance.random() < 0.6:
            return self._chance.choice(self._beside[family])
        return self._chance.choice(shopper.families)

    def _pick(self, family: str, shopper: Shopper, before: Product | None) -> Product:
        goods = [p for p in self._families[family] if p is not before] or self._families[family]
        weights = [self._charm[p.id] * (0.1 + self._suits(p, shopper)) ** 2 for p in goods]
        return self._chance.choices(goods, weights)[0]

    def _suits(self, product: Product, shopper: Shopper) -> float:
        """How well taste and budget are met, 0 to 1."""
        prices = sorted(p.variants[0].price for p in self._families[str(product.category_id)])
        affordable = prices[len(prices) // 2] * shopper.budget
        over = max(0.0, product.variants[0].price / affordable - 1)
        colour = bool(shopper.colours & {v.colour for v in product.variants})
        material = bool(shopper.materials & set(product.attributes.get("material", ())))
        return (0.3 + 0.4 * colour + 0.3 * material) / (1 + 2 * over)


def _row(
    shopper: Shopper,
    visit: str,
    kind: str,
    at: datetime,
    product: Product | None = None,
    query: str = "",
) -> EventRow:
    variant = product.variants[0] if product else None
    return {
        "visit_id": visit,
        "visitor_id": shopper.id,
        "kind": kind,
        "product_id": product.id if product else None,
        "variant_id": variant.id if variant else None,
        "query": query,
        "quantity": 1,
        "price": variant.price if variant else None,
        "at": at,
    }
