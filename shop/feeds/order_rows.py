"""orders, as CSV with a header (a row for each line of an order) or as JSON lines.

  number           what the customer reads and types                              (needed)
  id               another id of yours; made when missing
  customer_id      a customer of the shop; else the one customer with this email, if there is one
  email, phone     by which a guest finds the order again
  status           pending_payment, paid, packing, shipped, delivered, cancelled  (needed)
  placed_at        and updated_at                                                 (needed)
  currency, shipping, discount, subtotal, total   what is missing is reckoned from the lines
  coupon_code, payment_method
  address.line, address.city …   as for customers
  line_id, product_id, variant_id (sku), title, colour, size, quantity, unit_price         the line;
                   what was bought is needed: a product of the shop, or a title; and unit_price
  paid_at, packed_at, shipped_at, delivered_at, cancelled_at, carrier, tracking   the way of it

In JSON `lines` is a list of objects with the columns of a line, and `history` one of steps
`{kind, at, place_en, place_zh, carrier, tracking}`. In CSV the rows of an order stand together, and
what is said of the order itself is taken from its first. An order with a row that cannot be used is
left out whole. Stock is not touched: it is what the catalogue says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shop.errors import Invalid
from shop.feeds.customers import email, phone
from shop.feeds.goods import TITLE
from shop.feeds.money import amount, currency
from shop.feeds.records import Record
from shop.feeds.values import (
    address,
    blank,
    choice,
    language_of,
    moment,
    needed,
    show,
    text,
    whole,
)
from shop.orders import CANCELLED, DELIVERED, PACKING, PAID, PENDING, SHIPPED

STATES = (PENDING, PAID, PACKING, SHIPPED, DELIVERED, CANCELLED)
OTHER_WORDS = {
    "pending": PENDING, "unpaid": PENDING, "待付款": PENDING, "on_hold": PENDING,
    "processing": PACKING, "unfulfilled": PACKING, "packed": PACKING, "已付款": PAID,
    "待发货": PAID, "fulfilled": SHIPPED, "sent": SHIPPED, "in_transit": SHIPPED,
    "已发货": SHIPPED, "completed": DELIVERED, "complete": DELIVERED, "已签收": DELIVERED,
    "已完成": DELIVERED, "canceled": CANCELLED, "已取消": CANCELLED,
}  # fmt: skip
STEPS = ("paid", "packed", "shipped", "delivered", "cancelled")
CARRIED = ("shipped", "delivered")
OF_LINES = ("product_id", "variant_id", "sku", "title", "title_en", "title_zh", "unit_price")
NOT_IN_NUMBER = re.compile(r"[\s#-]")
LONGEST_NUMBER = 32


@dataclass(slots=True)
class BoughtLine:
    """One line of an order, and where it stands in the file."""

    at: int
    row: dict[str, Any]


@dataclass(slots=True)
class Bought:
    """An order as a file tells it: columns of the tables, with amounts in minor units."""

    line: int
    number: str
    currency: str
    order: dict[str, Any] = field(default_factory=dict)
    """Only the columns that it speaks of."""
    lines: list[BoughtLine] = field(default_factory=list)
    steps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """Rows of the database that this may write."""
        return 1 + len(self.lines) + len(self.steps)


def number_of(record: Record) -> str:
    """The order's number as it is looked up by: without spaces, # and -, in capitals."""
    return NOT_IN_NUMBER.sub("", str(record.values.get("number") or "")).upper()


def bought(record: Record, default_currency: str) -> Bought:
    """What a record says of an order; raises `Invalid`.

    A row without status and time is a further line of an order: its `order` is empty.
    """
    values = record.values
    needed(values.get("number"), "number")
    number = number_of(record)
    if not 0 < len(number) <= LONGEST_NUMBER:
        raise Invalid(f"number {show(values['number'])} is not 1 to {LONGEST_NUMBER} characters")
    code = currency(values.get("currency"), "currency") or default_currency
    found = Bought(record.line, number, code)
    if not (blank(values.get("status")) and blank(values.get("placed_at"))):
        found.order = _order(values, code)
        found.steps = list(_steps(values, found.order["placed_at"]))
    found.lines = [BoughtLine(record.line, _line(each, code)) for each in _lines(values)]
    return found


def _order(values: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "status": choice(values.get("status"), "status", STATES, OTHER_WORDS),
        "currency": code,
        "placed_at": moment(values.get("placed_at"), "placed_at"),
    }
    readers: dict[str, Callable[[object], object]] = {
        "email": email,
        "phone": phone,
        "customer_id": lambda value: text(value, "customer_id") or None,
        "coupon_code": lambda value: text(value, "coupon_code") or None,
        "payment_method": lambda value: text(value, "payment_method"),
    }
    found |= {name: read(values[name]) for name, read in readers.items() if name in values}
    if where := address(values):
        found["address"] = where
    if given := text(values.get("id"), "id"):
        found["id"] = given
    if not blank(values.get("updated_at")):
        found["updated_at"] = moment(values["updated_at"], "updated_at")
    for name in ("subtotal", "shipping", "discount", "total"):
        if not blank(values.get(name)):
            found[name] = amount(values[name], name, code, code).minor
    return found


def _lines(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    nested = values.get("lines")
    if nested is None:
        if any(not blank(values.get(name)) for name in OF_LINES):
            yield values
        return
    yield from _objects(nested, "lines")


def _line(values: dict[str, Any], code: str) -> dict[str, Any]:
    sku = values.get("variant_id") or values.get("sku")
    found: dict[str, Any] = {
        "product_id": text(values.get("product_id"), "product_id") or None,
        "variant_id": text(sku, "variant_id") or None,
        "colour": text(values.get("colour", values.get("color")), "colour").casefold(),
        "size": text(values.get("size"), "size"),
        "quantity": 1,
    }
    for name in ("title_en", "title_zh"):
        found[name] = text(values.get(name), name, TITLE)
    if title := text(values.get("title"), "title", TITLE):
        found[f"title_{language_of(title)}"] = title
    if not any(found[n] for n in ("product_id", "variant_id", "title_en", "title_zh")):
        raise Invalid("has a line without product_id, variant_id or title")
    if not blank(values.get("quantity")):
        found["quantity"] = whole(values["quantity"], "quantity", 1)
    price = values.get("unit_price", values.get("price"))
    if blank(price):
        raise Invalid("has a line without unit_price")
    found["unit_price"] = amount(price, "unit_price", code, code).minor
    if given := text(values.get("line_id"), "line_id"):
        found["line_id"] = given
    return found


def _steps(values: dict[str, Any], placed: datetime) -> Iterator[dict[str, Any]]:
    """What happened to an order, at least that it was placed."""
    kinds = set()
    for each in _objects(values.get("history") or [], "history"):
        step = _step(needed(each.get("kind"), "kind", 32), each.get("at"), each)
        kinds.add(step["kind"])
        yield step
    if "placed" not in kinds:
        yield _step("placed", placed.isoformat(), {})
    for kind in STEPS:
        if not blank(values.get(f"{kind}_at")) and kind not in kinds:
            yield _step(kind, values[f"{kind}_at"], values if kind in CARRIED else {})


def _step(kind: str, at: object, values: dict[str, Any]) -> dict[str, Any]:
    names = ("place_en", "place_zh", "carrier", "tracking")
    return {
        "kind": "_".join(kind.casefold().replace("-", " ").split()),
        "at": moment(at, f"{kind}_at"),
        **{name: text(values.get(name), name) for name in names},
    }


def _objects(nested: object, name: str) -> Iterator[dict[str, Any]]:
    if not isinstance(nested, list) or not all(isinstance(each, dict) for each in nested):
        raise Invalid(f"{name} must be a list of objects")
    yield from nested
