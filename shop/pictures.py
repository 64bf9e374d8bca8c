"""Which pictures show a product, and in what colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shop.tables import Product

DRAWN = ".svg"  # a drawing of goods without a picture; it looks like nobody's photo


class Shown(NamedTuple):
    """A picture of a product."""

    address: str
    product_id: str
    category: str
    colour: str
    """The one it shows; "" where the product has several."""


def of_all(products: Iterable[Product]) -> Iterator[Shown]:
    """The pictures of all that can be bought."""
    for product in products:
        for address, colour in of(product).items() if product.active else ():
            yield Shown(address, product.id, product.category_id or "", colour)


def of(product: Product) -> dict[str, str]:
    """Addresses of a product's pictures, each with the colour it shows; "" for one of several."""
    colours: dict[str, set[str]] = {}
    for variant in product.variants:
        colours.setdefault(variant.image or product.image, set()).add(variant.colour)
    colours.setdefault(product.image, {""})
    return {
        address: shown.pop() if len(shown) == 1 else ""
        for address, shown in colours.items()
        if address and not address.endswith(DRAWN)
    }
