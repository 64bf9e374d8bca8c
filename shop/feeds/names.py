"""Brands and categories by the names that feeds give them; what is missing is made."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.feeds.rows import Row, put
from shop.feeds.values import language_of
from shop.tables import Brand, Category

BRANDS: Any = Brand.__table__
CATEGORIES: Any = Category.__table__
LONGEST_ID = 200  # leaves room for what others put before or after it


def slug(name: str) -> str:
    """An id from a name, the same each time: `Home & Garden` → `home-garden`, `家居` → `家居`."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    found = "-".join("".join(c if c.isalnum() else " " for c in folded).split())
    return _short(found) or _short(hashlib.sha256(name.encode()).hexdigest()[:12])


def _short(found: str) -> str:
    if len(found) <= LONGEST_ID:
        return found
    return f"{found[:LONGEST_ID]}-{hashlib.sha256(found.encode()).hexdigest()[:12]}"


class Names:
    """All brands and categories of the shop, and those that are still to be written."""

    def __init__(self, brands: Sequence[Row], categories: Sequence[Row]) -> None:
        self._brands = {row["id"]: row for row in brands}
        self._categories = {row["id"]: row for row in categories}
        self._ids: dict[tuple[str | None, str], str] = {}
        """By parent (for a brand the table itself) and name in lower case."""
        for row in brands:
            self._know(BRANDS.name, row)
        for row in categories:
            self._know(row["parent_id"], row)
        self._new: dict[str, dict[str, Row]] = {BRANDS.name: {}, CATEGORIES.name: {}}

    @classmethod
    async def load(cls, session: AsyncSession) -> Names:
        """Read those that there are."""
        brands = (await session.execute(select(BRANDS).order_by(BRANDS.c.id))).mappings()
        categories = (
            await session.execute(select(CATEGORIES).order_by(CATEGORIES.c.id))
        ).mappings()
        return cls([dict(row) for row in brands], [dict(row) for row in categories])

    def brand(self, names: Sequence[str]) -> str | None:
        """The id of the brand that goes by these names; None for no name."""
        if not names:
            return None
        made = slug(names[0])
        found = self._find(self._brands, BRANDS.name, names, made)
        return found or self._make(self._brands, BRANDS.name, {"id": made}, names)

    def category(self, path: Sequence[Sequence[str]]) -> str | None:
        """The id of the last level of a path, each level given by its names."""
        if len(path) == 1 and path[0][0] in self._categories:
            return path[0][0]
        parent: str | None = None
        for names in path:
            # Women > Shoes and Men > Shoes are two.
            made = _short(".".join(filter(None, (parent, slug(names[0])))))
            found = self._find(self._categories, parent, names, made)
            row = {"id": made, "parent_id": parent}
            parent = found or self._make(self._categories, parent, row, names)
        return parent

    async def write(self, session: AsyncSession) -> None:
        """Write what was made or named anew since the last time, parents first."""
        for table in (BRANDS, CATEGORIES):
            await put(session, table, self._new[table.name].values())
            self._new[table.name].clear()

    def _find(
        self, rows: dict[str, Row], parent: str | None, names: Sequence[str], made: str
    ) -> str | None:
        known = (self._ids.get((parent, name.casefold())) for name in names)
        found = next(filter(None, known), made if made in rows else None)
        if found is not None:
            self._name(rows, parent, found, names)
        return found

    def _make(
        self, rows: dict[str, Row], parent: str | None, row: Row, names: Sequence[str]
    ) -> str:
        row = {**row, "name_en": "", "name_zh": "", "aliases": []}
        rows[row["id"]] = row
        self._name(rows, parent, row["id"], names)
        return str(row["id"])

    def _name(
        self, rows: dict[str, Row], parent: str | None, key: str, names: Sequence[str]
    ) -> None:
        """Fill in names of a language that has none yet."""
        row, changed = rows[key], False
        for name in names:
            column = f"name_{language_of(name)}"
            if not row[column]:
                row[column], changed = name, True
                if name not in row["aliases"]:
                    row["aliases"] = [*row["aliases"], name]
        if changed:
            table = BRANDS.name if rows is self._brands else CATEGORIES.name
            self._new[table][key] = row
            self._know(parent, row)

    def _know(self, parent: str | None, row: dict[str, Any]) -> None:
        for name in (row["id"], row["name_en"], row["name_zh"], *(row["aliases"] or ())):
            if name:
                self._ids.setdefault((parent, name.casefold()), row["id"])
