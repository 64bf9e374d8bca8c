"""Goods: what exists, what matches, and how one is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from shop.currencies import minor_units as minor_units
from shop.currencies import money as money
from shop.database import now
from shop.errors import NotFound
from shop.tables import Brand, Category, Product, Variant

EN, ZH = "en", "zh"


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


@dataclass(frozen=True)
class Named:
    """A brand or category as shoppers may call it."""

    id: str
    name_en: str
    name_zh: str
    aliases: tuple[str, ...] = ()
    parent_id: str | None = None

    def name(self, language: str) -> str:
        """Its name in the language, or in the other one when that is missing."""
        first, second = (
            (self.name_zh, self.name_en) if language == ZH else (self.name_en, self.name_zh)
        )
        return first or second or self.id

    @property
    def words(self) -> tuple[str, ...]:
        """All its names, without empty ones."""
        return tuple(w for w in (self.name_en, self.name_zh, *self.aliases) if w)


@dataclass(frozen=True)
class Vocabulary:
    """The catalogue's own words: what an entity tagger can know without retraining."""

    brands: tuple[Named, ...] = ()
    categories: tuple[Named, ...] = ()
    colours: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    version: str = field(default="", compare=False)


async def vocabulary(session: AsyncSession) -> Vocabulary:
    """Everything the active catalogue calls its goods by."""
    brands = (await session.scalars(select(Brand).order_by(Brand.id))).all()
    categories = (await session.scalars(select(Category).order_by(Category.id))).all()
    colours = (await session.scalars(select(Variant.colour).distinct())).all()
    sizes = (await session.scalars(select(Variant.size).distinct())).all()
    attributes = (await session.scalars(select(Product.attributes).where(Product.active))).all()
    return Vocabulary(
        tuple(Named(b.id, b.name_en, b.name_zh, tuple(b.aliases)) for b in brands),
        tuple(Named(c.id, c.name_en, c.name_zh, tuple(c.aliases), c.parent_id) for c in categories),
        tuple(sorted(filter(None, colours))),
        tuple(sorted(filter(None, sizes))),
        _values(attributes, "material"),
        _values(attributes, "keywords"),
        await version(session),
    )


async def version(session: AsyncSession) -> str:
    """Changes whenever a product was added, changed or hidden; cheap to ask."""
    count, last = (await session.execute(select(func.count(), func.max(Product.updated_at)))).one()
    return f"{count}@{last.isoformat() if last else ''}"


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
    price = select(func.min(Variant.price)).where(*_variant_terms(filters))
    least_price = price.correlate(Product).scalar_subquery()
    rows = await session.execute(
        select(Product.id, least_price).where(Product.active).order_by(least_price)
    )
    return [product_id for product_id, least in rows if least is not None and product_id in ids]


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


def below(categories: Iterable[str]) -> Select[str]:
    """A query of these categories and all below them, however deep."""
    tree = select(Category.id).where(Category.id.in_(list(categories))).cte(recursive=True)
    tree = tree.union(select(Category.id).where(Category.parent_id == tree.c.id))
    return select(tree.c.id)


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


def best_variant(product: Product, filters: Filters | None = None) -> Variant | None:
    """The cheapest variant that fits, one with stock before one without."""
    fitting = [v for v in product.variants if filters is None or filters.fits(v)]
    pool = fitting or list(product.variants)
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
    return select(Variant.id).where(*_variant_terms(filters)).correlate(Product)


def _variant_terms(filters: Filters) -> list[ColumnElement[bool]]:
    found = [Variant.product_id == Product.id]
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


def _values(attributes: Iterable[dict[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(sorted({str(value) for each in attributes for value in each.get(key, ())}))


def _folded(words: Iterable[str]) -> set[str]:
    return {word.casefold() for word in words}
