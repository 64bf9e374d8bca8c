"""Colour and size of a product: what can be chosen, and what a choice means."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from shop.catalogue import best_variant, money
from shop.tables import Product, Variant


@dataclass(frozen=True)
class Choices:
    """The colours and sizes of a product, and the variant chosen at first."""

    colours: tuple[str, ...]
    sizes: tuple[str, ...]
    chosen: Variant | None
    variants: str
    """All variants as JSON, for the page's script."""
    pictures: dict[str, str]
    """Colour -> picture."""


def choices(product: Product, colour: str | None, size: str | None) -> Choices:
    """What the page offers; the asked variant first, else the best of the asked colour or size."""
    asked = [
        v for v in product.variants if colour in (None, v.colour) and size in (None, v.size)
    ] or [v for v in product.variants if colour == v.colour]
    chosen = min(asked, key=lambda v: (v.stock <= 0, v.price, v.id), default=best_variant(product))
    return Choices(
        tuple(dict.fromkeys(v.colour for v in product.variants if v.colour)),
        tuple(dict.fromkeys(v.size for v in product.variants if v.size)),
        chosen,
        json.dumps([_plain(v, product) for v in product.variants], ensure_ascii=False),
        {v.colour: v.image or product.image for v in product.variants},
    )


def variant_of(product: Product, colour: str, size: str) -> Variant | None:
    """The variant with exactly this colour and size."""
    return next((v for v in product.variants if (v.colour, v.size) == (colour, size)), None)


def _plain(variant: Variant, product: Product) -> dict[str, Any]:
    before = variant.compare_at
    return {
        "id": variant.id,
        "colour": variant.colour,
        "size": variant.size,
        "price": money(variant.price, product.currency),
        "before": money(before, product.currency) if before else "",
        "stock": variant.stock,
        "image": variant.image or product.image,
    }
