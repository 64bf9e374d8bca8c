"""What the catalogue calls its goods: brands, families, colours, sizes, materials, keywords."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.catalogue import ZH
from shop.tables import Brand, Category, Product, Variant


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


async def read(session: AsyncSession) -> Vocabulary:
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


def _values(attributes: Iterable[dict[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(sorted({str(value) for each in attributes for value in each.get(key, ())}))
