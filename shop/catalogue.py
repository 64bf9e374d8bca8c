"""Goods: what exists, and how one is shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from shop.currencies import minor_units as minor_units
from shop.currencies import money as money
from shop.database import now
from shop.errors import NotFound
from shop.selection import Filters
from shop.tables import Category, Product, Variant

EN, ZH = "en", "zh"


async def kinds(session: AsyncSession, ids: Collection[str]) -> dict[str, str | None]:
    """The category of each product."""
    query = select(Product.id, Product.category_id).where(Product.id.in_(ids))
    return {product_id: category for product_id, category in await session.execute(query)}


async def facts(session: AsyncSession, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """What each product states of itself, by the name of the fact."""
    query = select(Product.id, Product.attributes).where(Product.id.in_(ids))
    return {name: each.get("facts") or {} for name, each in await session.execute(query)}


async def children(session: AsyncSession, parents: Collection[str]) -> Sequence[Category]:
    """The families of departments, or for none the departments; none for a family."""
    inside = Category.parent_id.in_(parents) if parents else Category.parent_id.is_(None)
    filled = exists().where(Product.category_id == Category.id, Product.active)
    query = select(Category).where(inside)
    if parents:
        query = query.where(filled)
    return (await session.scalars(query.order_by(Category.id))).all()


async def products(session: AsyncSession, ids: Sequence[str]) -> list[Product]:
    """Products in the order of `ids`, with brand, category and variants; unknown ids left out."""
    rows = await session.scalars(_whole().where(Product.id.in_(ids)))
    found = {product.id: product for product in rows}
    return [found[i] for i in ids if i in found]


async def product(session: AsyncSession, product_id: str) -> Product:
    """One product with brand, category and variants; raises `NotFound`."""
    found = await products(session, [product_id])
    if not found:
        raise NotFound(f"no product {product_id!r}")
    return found[0]


async def changed_since(session: AsyncSession, moment: datetime | None) -> list[Product]:
    """Products changed after `moment` (all of them for None), also those hidden since."""
    query = _whole().order_by(Product.updated_at)
    if moment is not None:
        query = query.where(Product.updated_at > moment)
    return list(await session.scalars(query))


def best_variant(
    product: Product, filters: Filters | None = None, colour: str = ""
) -> Variant | None:
    """The cheapest variant that fits, one with stock before one without; one in `colour`, where
    there is such a one that fits."""
    fitting = [v for v in product.variants if filters is None or filters.fits(v)]
    pool = [v for v in fitting if v.colour == colour] or fitting or list(product.variants)
    return min(pool, key=lambda v: (v.stock <= 0, v.price, v.id), default=None)


def title(product: Product, language: str) -> str:
    """The title in the language, or in the other one when that is missing."""
    first, second = product.title_en, product.title_zh
    if language == ZH:
        first, second = second, first
    return first or second


def card(
    product: Product, language: str, *, variant: Variant | None = None, why: str = ""
) -> dict[str, Any]:
    """A product as the widget shows it; price and stock are those of this moment."""
    chosen = variant or best_variant(product)
    return {
        "product_id": product.id,
        "variant_id": chosen.id if chosen else None,
        "title": title(product, language),
        "image": (chosen.image if chosen else "") or product.image,
        "price": chosen.price if chosen else None,
        "price_text": money(chosen.price, product.currency) if chosen else "",
        "compare_at": chosen.compare_at if chosen else None,
        "compare_at_text": (
            money(chosen.compare_at, product.currency) if chosen and chosen.compare_at else ""
        ),
        "currency": product.currency,
        "stock": chosen.stock if chosen else 0,
        "colour": chosen.colour if chosen else "",
        "size": chosen.size if chosen else "",
        "url": f"/p/{product.id}",
        "as_of": now().isoformat(),
        "why": why,
    }


def _whole() -> Select[Product]:
    return select(Product).options(
        joinedload(Product.brand),
        joinedload(Product.category),
        selectinload(Product.variants),
    )
