"""Orders into the shop: whole ones only, with customers and goods that the shop knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import Invalid
from shop.feeds.goods import Terms
from shop.feeds.kinds import Refused
from shop.feeds.order_groups import together
from shop.feeds.order_rows import Bought, bought, number_of
from shop.feeds.records import Record, Rejected
from shop.feeds.rows import Row, differs, existing, put
from shop.feeds.seen import ADDED, CHANGED, UNCHANGED, Seen
from shop.feeds.values import LARGEST, digest, show
from shop.tables import Customer, Delivery, Order, OrderLine, Product, Variant, new_id

NEW_ORDER: Row = {
    "customer_id": None, "email": "", "phone": "", "shipping": 0, "discount": 0, "address": {},
    "coupon_code": None, "payment_method": "",
}  # fmt: skip
ORDERS: Any = Order.__table__
LINES: Any = OrderLine.__table__
DELIVERIES: Any = Delivery.__table__


@dataclass(frozen=True)
class _Shop:
    """What the database has of everything that a batch of orders names."""

    by_number: dict[str, Row]
    by_id: dict[str, Row]
    lines: dict[str, Row]
    deliveries: dict[str, Row]
    customers: dict[str, Row]
    by_email: dict[str, list[str]]
    products: dict[str, Row]
    variants: dict[str, Row]


class Orders:
    """Takes orders in."""

    kind = Order.__tablename__

    def __init__(self, terms: Terms, seen: Seen) -> None:
        self._terms = terms
        self._seen = seen
        self._last = ("", "")  # number and currency of the row before

    def key(self, record: Record) -> str:
        """The order's number."""
        return number_of(record)

    def parse(self, record: Record) -> Bought:
        """What a row says; raises `Invalid`."""
        number, currency = self._last
        known = currency if number and number == number_of(record) else self._terms.currency
        found = bought(record, known)
        self._last = (found.number, found.currency)
        return found

    def whole(self, items: Iterator[Bought | Rejected]) -> Iterator[Bought | Rejected]:
        """Rows that stand together and have one number, as one order; none of a broken one."""
        return together(items)

    async def store(self, session: AsyncSession, items: Sequence[Bought], write: bool) -> Refused:
        """Take a batch in; what could not be taken."""
        shop = await _look(session, items)
        known = self._seen.known(self.kind, {item.number for item in items})
        refused: Refused = []
        states: dict[str, int] = {}
        new: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
        for item in items:
            try:
                if item.number in states or known.get(item.number):
                    raise Invalid(f"order {item.number} stands twice; its rows must be together")
                rows = _rows(shop, item)
                shop.by_id[rows[0]["id"]] = rows[0]
            except Invalid as error:
                refused.append((item.line, str(error)))
                continue
            states[item.number] = _keep(shop, item, rows, new)
        self._seen.mark(self.kind, states.items())
        if write:
            for table, found in zip((ORDERS, LINES, DELIVERIES), new, strict=True):
                await put(session, table, found)
        return refused


async def _look(session: AsyncSession, items: Sequence[Bought]) -> _Shop:
    orders = [item.order for item in items]
    bought_rows = [line.row for item in items for line in item.lines]

    async def rows(column: Any, wanted: Any, lock: bool = False) -> dict[str, Row]:
        return {row[column.name]: row for row in await existing(session, column, wanted, lock)}

    by_number = await rows(ORDERS.c.number, (item.number for item in items), lock=True)
    ids = [row["id"] for row in by_number.values()]
    variants = await rows(Variant.__table__.c.id, (row["variant_id"] for row in bought_rows))
    products = {row["product_id"] for row in (*bought_rows, *variants.values())}
    return _Shop(
        by_number,
        await rows(ORDERS.c.id, (order.get("id") for order in orders)),
        {row["id"]: row for row in await existing(session, LINES.c.order_id, ids)},
        {row["id"]: row for row in await existing(session, DELIVERIES.c.order_id, ids)},
        await rows(Customer.__table__.c.id, (order.get("customer_id") for order in orders)),
        await _by_email(session, {order.get("email", "") for order in orders} - {""}),
        await rows(Product.__table__.c.id, products),
        variants,
    )


async def _by_email(session: AsyncSession, emails: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    query = select(Customer.email, Customer.id).where(Customer.email.in_(sorted(emails)))
    for email, customer in await session.execute(query):
        found.setdefault(email, []).append(customer)
    return found


def _rows(shop: _Shop, item: Bought) -> tuple[Row, list[Row], list[Row]]:
    """The order's own row, its lines' and its steps'; raises `Invalid`."""
    order = _order(shop, item)
    if not item.lines and item.number not in shop.by_number:
        raise Invalid("has no lines")
    lines = _lines(shop, item, order)
    if lines:
        order["subtotal"] = item.order.get("subtotal", _sum(lines))
        total = order["subtotal"] + order["shipping"] - order["discount"]
        order["total"] = item.order.get("total", max(0, total))
    if max(order["subtotal"], order["total"]) > LARGEST:
        raise Invalid("comes to more than the shop can reckon with")
    steps = [
        {"id": digest("step", (order["id"], step["kind"], step["at"])), "order_id": order["id"]}
        | step
        for step in item.steps
    ]
    order.setdefault("updated_at", max(step["at"] for step in steps))
    return order, lines, steps


def _order(shop: _Shop, item: Bought) -> Row:
    said = dict(item.order)
    old = shop.by_number.get(item.number, {})
    key = said.setdefault("id", old.get("id") or new_id())
    if old and old["id"] != key:
        raise Invalid(f"number {item.number} is that of order {show(old['id'])}")
    if key in shop.by_id and shop.by_id[key]["number"] != item.number:
        raise Invalid(f"id {show(key)} is that of order {shop.by_id[key]['number']}")
    customer = said.pop("customer_id", None)
    if customer and customer not in shop.customers:
        raise Invalid(f"there is no customer {show(customer)}")
    same = shop.by_email.get(said.get("email", ""), [])
    if customer or len(same) == 1:
        said["customer_id"] = customer or same[0]
    if customer and not said.get("email"):
        said["email"] = shop.customers[customer]["email"]
    return {**NEW_ORDER, **old, **said, "number": item.number}


def _lines(shop: _Shop, item: Bought, order: Row) -> list[Row]:
    """Lines with what they do not say themselves taken from the goods; raises `Invalid`."""
    found: dict[str, Row] = {}
    for line in item.lines:
        row = dict(line.row)
        variant = shop.variants.get(row["variant_id"] or "")
        if row["variant_id"] and variant is None:
            raise Invalid(f"line {line.at}: there is no variant {show(row['variant_id'])}")
        if variant:
            row["product_id"] = row["product_id"] or variant["product_id"]
            row["colour"] = row["colour"] or variant["colour"]
            row["size"] = row["size"] or variant["size"]
        product = shop.products.get(row["product_id"] or "")
        if row["product_id"] and product is None:
            raise Invalid(f"line {line.at}: there is no product {show(row['product_id'])}")
        if product and not (row["title_en"] or row["title_zh"]):
            row |= {name: product[name] for name in ("title_en", "title_zh")}
        what = [row[n] for n in ("product_id", "variant_id", "title_en", "title_zh", "colour",
                                 "size")]  # fmt: skip
        again = sum(other["what"] == what for other in found.values())
        own = row.pop("line_id", None)
        row["id"] = digest("line", (order["id"], *([own] if own else [*what, again])))
        found[row["id"]] = row | {"order_id": order["id"], "what": what}
    return [{name: row[name] for name in LINES.c.keys()} for row in found.values()]


def _sum(lines: Sequence[Row]) -> int:
    return sum(line["quantity"] * line["unit_price"] for line in lines)


def _keep(
    shop: _Shop,
    item: Bought,
    rows: tuple[Row, list[Row], list[Row]],
    new: tuple[list[Row], list[Row], list[Row]],
) -> int:
    """Add what differs to the rows that are to be written; what becomes of the order."""
    order, lines, steps = rows
    old = shop.by_number.get(order["number"])
    other_lines = [line for line in lines if differs(shop.lines.get(line["id"]), line)]
    other_steps = [step for step in steps if differs(shop.deliveries.get(step["id"]), step)]
    changed = bool(other_lines or other_steps) or differs(old, order)
    if old and changed and "updated_at" not in item.order:
        order["updated_at"] = now()
    if changed:
        new[0].append(order)
    new[1].extend(other_lines)
    new[2].extend(other_steps)
    return ADDED if old is None else CHANGED if changed else UNCHANGED
