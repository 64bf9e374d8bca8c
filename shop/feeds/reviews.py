"""reviews, as CSV with a header or as JSON lines with the same names.

product_id       a product of the shop                                          (needed)
rating           whole stars from 1 to 5                                        (needed)
text             or body; title is put before it; HTML becomes text
author, created_at
language         en, zh …; else that of the text's characters
id               makes a review changeable; without one the same words by the same author about
                 the same product are the same review
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.feeds.kinds import OneRow, OneRowKind, Refused, those_in
from shop.feeds.records import Record
from shop.feeds.values import (
    blank,
    digest,
    language,
    language_of,
    moment,
    needed,
    prose,
    show,
    text,
    whole,
)
from shop.tables import Product, Review


class Reviews(OneRowKind):
    """Takes reviews in."""

    kind, table = Review.__tablename__, Review.__table__

    def parse(self, record: Record) -> OneRow:
        """What a row says; raises `Invalid`."""
        values = record.values
        row: dict[str, Any] = {
            "product_id": needed(values.get("product_id"), "product_id"),
            "rating": whole(values.get("rating"), "rating", 1, 5),
            "author": text(values.get("author"), "author"),
            "text": _words(values),
        }
        row["language"] = language(values.get("language"), "language") or language_of(row["text"])
        if not blank(values.get("created_at")):
            row["created_at"] = moment(values["created_at"], "created_at")
        row["id"] = text(values.get("id"), "id") or digest(
            "review", (row[n] for n in ("product_id", "author", "rating", "text"))
        )
        return OneRow(record.line, row)

    def defaults(self) -> dict[str, Any]:
        """What a new review has where a file says nothing."""
        return {"created_at": now()}

    async def store(self, session: AsyncSession, items: Sequence[OneRow], write: bool) -> Refused:
        """Take a batch in; what could not be taken."""
        products = await those_in(session, Product.id, {i.row["product_id"] for i in items})
        good = [item for item in items if item.row["product_id"] in products]
        refused = [
            (item.line, f"there is no product {show(item.row['product_id'])}")
            for item in items
            if item.row["product_id"] not in products
        ]
        return refused + await super().store(session, good, write)


def _words(values: dict[str, Any]) -> str:
    name = "text" if "text" in values else "body"
    said = (text(values.get("title"), "title"), prose(values.get(name), name))
    return "\n".join(filter(None, said))
