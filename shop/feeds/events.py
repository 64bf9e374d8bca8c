"""events: what shoppers did, as CSV with a header or as JSON lines with the same names.

  kind             view, search, cart, purchase, favourite, dismiss; also the names that web
                   analytics use (view_item, add_to_cart …)                       (needed)
  at               the time; also timestamp                                       (needed)
  visitor_id       whoever it was, in any numbering of yours; or customer_id, a customer of the
                   shop                                                           (one is needed)
  visit_id         one visit; without it a visitor's acts of one day (UTC) are one
  product_id       a product of the shop                                 (needed but for searches)
  variant_id, query (of a search), quantity, price, currency

Events have no id: the same act of the same visit at the same time is the same event, and is not
taken in twice. They are never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.errors import Invalid
from shop.events import KINDS
from shop.feeds.goods import Terms
from shop.feeds.kinds import OneRow, Refused, those_in
from shop.feeds.money import amount, currency
from shop.feeds.records import Record, Rejected
from shop.feeds.rows import MOST_PARAMETERS, batches
from shop.feeds.values import blank, choice, digest, moment, show, text, whole
from shop.tables import Customer, Event, Product

OTHER_WORDS = {
    "page_view": "view", "pageview": "view", "view_item": "view", "click": "view",
    "addtocart": "cart", "add_to_cart": "cart", "add_to_basket": "cart", "buy": "purchase",
    "order": "purchase", "transaction": "purchase", "favorite": "favourite", "like": "favourite",
    "add_to_wishlist": "favourite", "wishlist": "favourite", "dislike": "dismiss",
}  # fmt: skip
TABLE: Any = Event.__table__
SAME = ("visit_id", "kind", "product_id", "variant_id", "query", "at")


class Events:
    """Takes events in."""

    kind = Event.__tablename__

    def __init__(self, terms: Terms, count: Callable[[int, int, int], None]) -> None:
        """`count` is told how many were added, changed and there already."""
        self._terms = terms
        self._count = count

    def key(self, _record: Record) -> str:
        """Events have no id."""
        return ""

    def parse(self, record: Record) -> OneRow:
        """What a row says; raises `Invalid`."""
        values = record.values
        kind = choice(values.get("kind", values.get("event")), "kind", KINDS, OTHER_WORDS)
        at = moment(values.get("at", values.get("timestamp")), "at")
        row: dict[str, Any] = {"kind": kind, "at": at, "conversation_id": None, "price": None}
        for name in ("visitor_id", "customer_id", "product_id", "variant_id"):
            row[name] = text(values.get(name), name) or None
        row["query"] = text(values.get("query"), "query", 500)
        if row["product_id"] is None and kind != "search":
            raise Invalid(f"has no product_id, which a {kind} needs")
        who = row["visitor_id"] or row["customer_id"]
        if not who:
            raise Invalid("has neither visitor_id nor customer_id")
        day = digest("visit", (who, at.date().isoformat()))
        row["visit_id"] = text(values.get("visit_id"), "visit_id") or day
        row["quantity"] = 1 if blank(values.get("quantity")) else whole(
            values["quantity"], "quantity", 1
        )  # fmt: skip
        if not blank(values.get("price")):
            code = currency(values.get("currency"), "currency")
            row["price"] = amount(values["price"], "price", code, self._terms.currency).minor
        return OneRow(record.line, row)

    def whole(self, items: Iterator[OneRow | Rejected]) -> Iterator[OneRow | Rejected]:
        """Each row is an event."""
        return items

    async def store(self, session: AsyncSession, items: Sequence[OneRow], write: bool) -> Refused:
        """Take a batch in; what could not be taken."""
        checks = (("product_id", Product.id, "product"), ("customer_id", Customer.id, "customer"))
        refused: Refused = []
        for name, column, called in checks:
            named = {item.row[name] for item in items if item.row[name]}
            there = await those_in(session, column, named)
            unknown = [i for i in items if i.row[name] and i.row[name] not in there]
            refused += [(i.line, f"there is no {called} {show(i.row[name])}") for i in unknown]
            items = [i for i in items if not i.row[name] or i.row[name] in there]
        before = await _known(session, [item.row for item in items])
        new: dict[tuple[Any, ...], dict[str, Any]] = {}
        for item in items:
            if (same := _same(item.row)) not in before:
                new.setdefault(same, item.row)
        self._count(len(new), 0, len(items) - len(new))
        if write and new:
            await session.execute(insert(TABLE), list(new.values()))
        return refused


def _same(row: Any) -> tuple[Any, ...]:
    return tuple(row[name] for name in SAME)


async def _known(session: AsyncSession, rows: Sequence[Any]) -> set[tuple[Any, ...]]:
    """Of these acts and others near them, those that the shop has."""
    found: set[tuple[Any, ...]] = set()
    times = [row["at"] for row in rows]
    for some in batches(sorted({row["visit_id"] for row in rows}), MOST_PARAMETERS):
        query = select(*(TABLE.c[name] for name in SAME)).where(
            TABLE.c.visit_id.in_(some), TABLE.c.at.between(min(times), max(times))
        )
        found |= {_same(row) for row in (await session.execute(query)).mappings()}
    return found
