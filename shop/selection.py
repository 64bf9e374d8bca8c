"""Which goods fit: conditions on products and on their variants, and the goods that meet them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.tables import Category, Product, Variant


@dataclass(frozen=True)
class Filters:
    """What the goods must be. Within a field any of the ids will do; fields are joined by and.

    Prices are minor units, both ends included.
    """

    category: frozenset[str] = frozenset()
    brand: frozenset[str] = frozenset()
    colours: frozenset[str] = frozenset()
    exclude_colours: frozenset[str] = frozenset()
    sizes: frozenset[str] = frozenset()
    materials: frozenset[str] = frozenset()
    exclude_materials: frozenset[str] = frozenset()
    exclude_brands: frozenset[str] = frozenset()
    exclude_categories: frozenset[str] = frozenset()
    exclude_patterns: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    made_for: bool = False
    """Whether the goods must be made for one of `genders`, rather than merely suit them."""
    occasions: frozenset[str] = frozenset()
    price_min: int | None = None
    price_max: int | None = None
    in_stock: bool = True

    @property
    def by_attributes(self) -> bool:
        """Whether a product's attributes must be read to decide."""
        return bool(
            self.materials
            or self.exclude_materials
            or self.exclude_patterns
            or self.genders
            or self.occasions
        )

    def fits(self, variant: Variant) -> bool:
        """Whether this variant alone satisfies colour, size, price and stock."""
        return (
            (not self.colours or variant.colour in self.colours)
            and variant.colour not in self.exclude_colours
            and (not self.sizes or variant.size.casefold() in _folded(self.sizes))
            and (self.price_min is None or variant.price >= self.price_min)
            and (self.price_max is None or variant.price <= self.price_max)
            and (not self.in_stock or variant.stock > 0)
        )


async def matching(session: AsyncSession, filters: Filters) -> set[str]:
    """Ids of active products that have one variant which satisfies all variant filters at once."""
    conditions = exists(_variant_conditions(filters))
    if not filters.by_attributes:  # which are long, and most of a large shop's time to read
        ids = await session.scalars(
            _product_conditions(select(Product.id), filters).where(conditions)
        )
        return set(ids)
    query = _product_conditions(select(Product.id, Product.attributes), filters)
    rows = (await session.execute(query.where(conditions))).all()
    return {product_id for product_id, attributes in rows if _suits(attributes, filters)}


async def by_price(session: AsyncSession, ids: Collection[str], filters: Filters) -> list[str]:
    """Those of `ids` that a variant makes fit, by the price of their cheapest one, lowest first."""
    mine = Variant.product_id == Product.id
    price = select(func.min(Variant.price)).where(mine, *variant_terms(filters))
    least_price = price.correlate(Product).scalar_subquery()
    rows = await session.execute(
        select(Product.id, least_price).where(Product.active).order_by(least_price)
    )
    return [product_id for product_id, least in rows if least is not None and product_id in ids]


def below(categories: Iterable[str]) -> Select[str]:
    """A query of these categories and all below them, however deep."""
    tree = select(Category.id).where(Category.id.in_(list(categories))).cte(recursive=True)
    tree = tree.union(select(Category.id).where(Category.parent_id == tree.c.id))
    return select(tree.c.id)


def _product_conditions(query: Select[Any], filters: Filters) -> Select[Any]:
    query = query.where(Product.active)
    if filters.category:
        query = query.where(Product.category_id.in_(below(filters.category)))
    if filters.brand:
        query = query.where(Product.brand_id.in_(filters.brand))
    if filters.exclude_categories:
        query = query.where(Product.category_id.not_in(below(filters.exclude_categories)))
    if filters.exclude_brands:
        query = query.where(Product.brand_id.not_in(filters.exclude_brands))
    return query


def _variant_conditions(filters: Filters) -> Select[str]:
    mine = Variant.product_id == Product.id
    return select(Variant.id).where(mine, *variant_terms(filters)).correlate(Product)


def variant_terms(filters: Filters) -> list[ColumnElement[bool]]:
    """What a variant must be, as conditions of a query."""
    found: list[ColumnElement[bool]] = []
    if filters.colours:
        found.append(Variant.colour.in_(filters.colours))
    if filters.exclude_colours:
        found.append(Variant.colour.not_in(filters.exclude_colours))
    if filters.sizes:
        found.append(func.lower(Variant.size).in_(_folded(filters.sizes)))
    if filters.price_min is not None:
        found.append(Variant.price >= filters.price_min)
    if filters.price_max is not None:
        found.append(Variant.price <= filters.price_max)
    if filters.in_stock:
        found.append(Variant.stock > 0)
    return found


def _suits(attributes: dict[str, Any], filters: Filters) -> bool:
    materials = set(attributes.get("material", ()))
    gender = attributes.get("gender")
    return (
        (not filters.materials or bool(materials & filters.materials))
        and not materials & filters.exclude_materials
        and attributes.get("pattern") not in filters.exclude_patterns
        # A product that names no gender, or is for all, suits everyone.
        and (
            not filters.genders
            or gender in filters.genders
            or (not filters.made_for and gender in (None, "", "unisex"))
        )
        and (not filters.occasions or bool(filters.occasions & set(attributes.get("occasion", ()))))
    )


def _folded(words: Iterable[str]) -> set[str]:
    return {word.casefold() for word in words}
