"""Products and variants into the shop: what is there is compared, and only changes are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import Invalid
from shop.feeds.goods import SOME, Form, Goods
from shop.feeds.kinds import Refused
from shop.feeds.names import Names
from shop.feeds.records import Record, Rejected
from shop.feeds.rows import Row, differs, existing, put
from shop.feeds.seen import ADDED, CHANGED, UNCHANGED, Seen
from shop.feeds.values import show
from shop.tables import Product, Variant

PRODUCTS, VARIANTS = Product.__table__, Variant.__table__
PRODUCT, VARIANT = Product.__tablename__, Variant.__tablename__
NEW_PRODUCT: Row = {
    "brand_id": None, "category_id": None, "title_en": "", "title_zh": "", "description_en": "",
    "description_zh": "", "attributes": {}, "image": "", "active": True,
}  # fmt: skip
NEW_VARIANT: Row = {
    "colour": "", "size": "", "compare_at": None, "stock": 0, "image": "",
}  # fmt: skip


@dataclass
class _Batch:
    """Rows of a batch, as they were and as they will be."""

    at: datetime
    before: dict[str, Row]
    shelf: dict[str, Row]
    known: dict[str, bool]
    known_variants: dict[str, bool]
    """What this run took in before, and whether from this very file."""
    products: dict[str, Row] = field(default_factory=dict)
    variants: dict[str, Row] = field(default_factory=dict)

    def first(self, product: str) -> bool:
        """Whether the file has not yet said what this product is."""
        return product not in self.products and not self.known.get(product, False)


class Products:
    """Takes goods in, a batch at a time."""

    kind = PRODUCT

    def __init__(self, form: Form, names: Names, seen: Seen, in_stock: int, replace: bool) -> None:
        """`in_stock` counts as some; with `replace` the files are the whole truth."""
        self._form = form
        self._names = names
        self._seen = seen
        self._in_stock = in_stock
        self._replace = replace

    def key(self, record: Record) -> str:
        """The product's id as written."""
        return self._form.key(record)

    def parse(self, record: Record) -> Goods | None:
        """What a row says, None for nothing; raises `Invalid`."""
        return self._form.goods(record)

    def whole(self, items: Iterator[Goods | Rejected]) -> Iterator[Goods | Rejected]:
        """Rows of a product may stand anywhere: each is taken in by itself."""
        return items

    async def store(self, session: AsyncSession, goods: Sequence[Goods], write: bool) -> Refused:
        """Take a batch in; what could not be taken."""
        batch = await self._batch(session, goods)
        refused: Refused = []
        for each in goods:
            try:
                self._take(batch, each)
            except Invalid as error:
                refused.append((each.line, str(error)))
                self._seen.reject(PRODUCT, each.id)
        products, variants = self._settle(batch)
        if write:
            await self._names.write(session)
            await put(session, PRODUCTS, products)
            await put(session, VARIANTS, variants)
        return refused

    async def _batch(self, session: AsyncSession, goods: Sequence[Goods]) -> _Batch:
        ids = {each.id for each in goods}
        shelf = {variant["id"] for each in goods for variant in each.variants}
        return _Batch(
            now(),
            {row["id"]: row for row in await existing(session, PRODUCTS.c.id, ids)},
            {row["id"]: row for row in await existing(session, VARIANTS.c.id, shelf)},
            self._seen.known(PRODUCT, ids),
            self._seen.known(VARIANT, shelf),
        )

    def _take(self, batch: _Batch, goods: Goods) -> None:
        """All of a row or, with `Invalid`, nothing of it."""
        product = self._product(batch, goods)
        variants: dict[str, Row] = {}
        for given in goods.variants:
            if given["id"] in variants:
                raise Invalid(f"variant {show(given['id'])} stands twice in this row")
            variants[given["id"]] = self._variant(batch, goods, given)
        if batch.first(goods.id):
            if goods.brand is not None:
                product["brand_id"] = self._names.brand(goods.brand)
            if goods.category is not None:
                product["category_id"] = self._names.category(goods.category)
        batch.products[goods.id] = product
        batch.variants |= variants

    def _product(self, batch: _Batch, goods: Goods) -> Row:
        old = batch.products.get(goods.id) or batch.before.get(goods.id)
        if old is None and goods.id in batch.known:
            old = {"currency": goods.currency, "created_at": batch.at}  # a dry run's own
        if old is None:
            _check_new(goods)
        row = {**NEW_PRODUCT, "currency": goods.currency, "created_at": batch.at, **(old or {})}
        row |= {"id": goods.id, "updated_at": row.get("updated_at", batch.at)}
        row["currency"] = self._currency(batch, goods, row["currency"])
        if not batch.first(goods.id):
            return row
        shown = {"active": True} if self._replace else {}
        kept = {"created_at": row["created_at"]} if old else {}
        attributes = {**row["attributes"], **goods.product.get("attributes", {})}
        return {**row, **shown, **goods.product, **kept, "attributes": attributes}

    def _currency(self, batch: _Batch, goods: Goods, old: str) -> str:
        if not goods.currency or goods.currency == old:
            return old
        if not goods.stated:
            raise Invalid(f"the product is in {old}, and the row names no currency")
        if self._replace and batch.first(goods.id):
            return goods.currency
        # Variants that the file does not name would keep their figures.
        raise Invalid(f"is in {goods.currency}, the product in {old}; only --replace changes that")

    def _variant(self, batch: _Batch, goods: Goods, given: Row) -> Row:
        key = given["id"]
        if key in batch.variants or batch.known_variants.get(key):
            raise Invalid(f"variant {show(key)} stands twice in this file")
        old = batch.shelf.get(key, {})
        if old and old["product_id"] != goods.id:
            raise Invalid(f"variant {show(key)} belongs to product {show(old['product_id'])}")
        row = {**NEW_VARIANT, **old, **given, "product_id": goods.id}
        if "price" not in row:
            raise Invalid("has no price")
        if row["stock"] is SOME:
            row["stock"] = old.get("stock") or self._in_stock
        if row["compare_at"] is not None and row["compare_at"] <= row["price"]:
            row["compare_at"] = None  # no reduction
        return row

    def _settle(self, batch: _Batch) -> tuple[list[Row], list[Row]]:
        """The rows to write; what became of all of them is noted."""
        variants = [v for key, v in batch.variants.items() if differs(batch.shelf.get(key), v)]
        touched = {variant["product_id"] for variant in variants}
        states: dict[str, int] = {}
        for key, row in batch.products.items():
            old = batch.before.get(key)
            changed = key in touched or differs(old, row)
            states[key] = ADDED if old is None else CHANGED if changed else UNCHANGED
            if changed:
                row["updated_at"] = batch.at
        self._seen.mark(PRODUCT, states.items())
        self._seen.mark(VARIANT, [(key, ADDED) for key in batch.variants])
        return [row for key, row in batch.products.items() if states[key] != UNCHANGED], variants


def _check_new(goods: Goods) -> None:
    if not (goods.product.get("title_en") or goods.product.get("title_zh")):
        raise Invalid(f"has no title, and there is no product {show(goods.id)} yet")
    if not goods.currency:
        raise Invalid("has no price")
