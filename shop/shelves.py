"""Goods as a shop's pages lay them out: sorted, filtered by price, found by title, in pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, case, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.selection import below
from shop.tables import Brand, Category, Event, Product, Review, Variant

POPULAR, NEW, CHEAP, DEAR = "popular", "new", "cheap", "dear"
SORTS = (POPULAR, NEW, CHEAP, DEAR)
SEASON = timedelta(days=60)  # what sold longer ago says little of what sells now
MOST_WORDS = 8
CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Wish:
    """Which goods a page asks for. Prices are minor units, both ends included."""

    category: str | None = None
    words: str = ""
    price_min: int | None = None
    price_max: int | None = None
    in_stock: bool = False
    sort: str = POPULAR
    best: Sequence[str] = field(default=(), repr=False)
    """Ids of best sellers, best first: the order of `popular`; the others follow, new first."""


@dataclass(frozen=True)
class Shelf:
    """One page of goods, by id, and how many there are on all pages."""

    ids: tuple[str, ...]
    total: int


async def shelf(session: AsyncSession, wish: Wish, page: int = 1, size: int = 24) -> Shelf:
    """Page `page` (from 1) of what is wished for; empty beyond the last page."""
    found = _wished(select(Product.id), wish)
    total = await session.scalar(select(func.count()).select_from(found.subquery()))
    query = found.order_by(*_order(wish)).limit(size).offset((page - 1) * size)
    return Shelf(tuple(await session.scalars(query)), total or 0)


async def best_sellers(session: AsyncSession, limit: int = 300) -> list[str]:
    """Ids of what was bought most often lately, most often first."""
    rows = await session.scalars(
        select(Event.product_id)
        .where(Event.kind == "purchase", Event.at > now() - SEASON, Event.product_id.is_not(None))
        .group_by(Event.product_id)
        .order_by(func.count().desc(), Event.product_id)
        .limit(limit)
    )
    return [str(product_id) for product_id in rows]


async def faces(
    session: AsyncSession, categories: Collection[str], best: Sequence[str]
) -> dict[str, str]:
    """For each department or family that has goods, the id of the one that stands for it."""
    family = select(Category.id, Category.parent_id).subquery()
    query = (
        select(Product.id, family.c.id, family.c.parent_id)
        .join(family, family.c.id == Product.category_id)
        .where(Product.active, family.c.id.in_(categories) | family.c.parent_id.in_(categories))
    )
    ranked = (await session.execute(query.where(Product.id.in_(best)))).all()
    rank = {product_id: place for place, product_id in enumerate(best)}
    found: dict[str, str] = {}
    for product_id, own, parent in sorted(ranked, key=lambda row: rank[row[0]]):
        for category in {own, parent} & set(categories):
            found.setdefault(category, product_id)
    if missing := set(categories) - found.keys():
        found |= await _first_of(session, missing)
    return found


async def reviews(
    session: AsyncSession, product_id: str, language: str, limit: int
) -> Sequence[Review]:
    """Reviews with words, those in the language first, the newest first among them."""
    foreign = case((Review.language == language, 0), else_=1)
    rows = await session.scalars(
        select(Review)
        .where(Review.product_id == product_id, Review.text != "")
        .order_by(foreign, Review.created_at.desc(), Review.id)
        .limit(limit)
    )
    return rows.all()


async def ratings(session: AsyncSession, product_id: str) -> dict[int, int]:
    """How many reviews gave five stars, four … one."""
    rows = await session.execute(
        select(Review.rating, func.count())
        .where(Review.product_id == product_id)
        .group_by(Review.rating)
    )
    counts = {rating: count for rating, count in rows}
    return {stars: counts.get(stars, 0) for stars in (5, 4, 3, 2, 1)}


def words_of(text: str) -> list[str]:
    """What a title must contain: words, and of Chinese, which has no spaces, the characters."""
    found: list[str] = []
    for word in text.casefold().split():
        plain = CHINESE.sub(" ", word).split()
        found += [*plain, *CHINESE.findall(word)]
    return list(dict.fromkeys(found))


async def _first_of(session: AsyncSession, categories: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in (Category.parent_id, Category.id):
        rows = await session.execute(
            select(column, func.min(Product.id))
            .join(Product, Product.category_id == Category.id)
            .where(Product.active, column.in_(categories))
            .group_by(column)
        )
        found |= {str(category): product_id for category, product_id in rows}
    return found


def _wished(query: Select[tuple[str]], wish: Wish) -> Select[tuple[str]]:
    query = query.where(Product.active)
    if wish.category:
        query = query.where(Product.category_id.in_(below([wish.category])))
    if wish.price_min is not None:
        query = query.where(_price() >= wish.price_min)
    if wish.price_max is not None:
        query = query.where(_price() <= wish.price_max)
    if wish.in_stock:
        query = query.where(_cheapest(Variant.stock > 0).is_not(None))
    if wish.words:
        query = _named(query, wish.words)
    return query


def _named(query: Select[tuple[str]], text: str) -> Select[tuple[str]]:
    """Every word somewhere in titles, brand or family, in either language."""
    query = query.outerjoin(Brand, Brand.id == Product.brand_id).outerjoin(
        Category, Category.id == Product.category_id
    )
    places = (
        Product.title_en, Product.title_zh, Brand.name_en, Brand.name_zh,
        Category.name_en, Category.name_zh,
    )  # fmt: skip
    words = words_of(text)[:MOST_WORDS]
    if not words:
        return query.where(false())
    for word in words:
        query = query.where(or_(*(place.icontains(word, autoescape=True) for place in places)))
    return query


def _order(wish: Wish) -> list[ColumnElement[Any]]:
    newest: list[ColumnElement[Any]] = [Product.created_at.desc(), Product.id.asc()]
    if wish.sort == NEW:
        return newest
    if wish.sort in (CHEAP, DEAR):
        price = _price()
        return [price.asc() if wish.sort == CHEAP else price.desc(), Product.id.asc()]
    first: list[ColumnElement[Any]] = []
    if wish.words:
        phrase = wish.words.strip()
        told = Product.title_en.icontains(phrase, autoescape=True) | Product.title_zh.icontains(
            phrase, autoescape=True
        )
        first.append(case((told, 0), else_=1))
    if wish.best:
        ranks = {product_id: place for place, product_id in enumerate(wish.best)}
        first.append(case(ranks, value=Product.id, else_=len(ranks)))
    return [*first, *newest]


def _price() -> ColumnElement[int]:
    """What a product costs at least: its cheapest variant in stock, or else at all."""
    return func.coalesce(_cheapest(Variant.stock > 0), _cheapest())


def _cheapest(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return (
        select(func.min(Variant.price))
        .where(Variant.product_id == Product.id, *conditions)
        .correlate(Product)
        .scalar_subquery()
    )
