"""customers, as CSV with a header or as JSON lines with the same names.

  id               by which the shop's own sign-in names the customer             (needed)
  name             or first_name and last_name
  email, phone, language (en, zh …), created_at
  address.line, address.city, address.region, address.postcode, address.country,
  address.name, address.phone   or in JSON `address: {…}`

A customer that the shop has is changed, and keeps created_at. Columns that a file does not have are
left as they are.
"""

from __future__ import annotations

import re
from typing import Any

from shop.database import now
from shop.errors import Invalid
from shop.feeds.kinds import OneRow, OneRowKind
from shop.feeds.records import Record
from shop.feeds.values import HAN, address, blank, language, moment, needed, show, text
from shop.tables import Customer

EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
DIGITS = re.compile(r"\d")
FEWEST_DIGITS = 5
DEFAULTS = {"name": "", "email": "", "phone": "", "language": "", "address": {}}


class Customers(OneRowKind):
    """Takes customers in."""

    kind, table, kept = Customer.__tablename__, Customer.__table__, ("created_at",)

    def parse(self, record: Record) -> OneRow:
        """What a row says; raises `Invalid`."""
        values = record.values
        row: dict[str, Any] = {"id": needed(values.get("id"), "id")}
        if (name := _name(values)) is not None:
            row["name"] = name
        if "email" in values:
            row["email"] = email(values["email"])
        if "phone" in values:
            row["phone"] = phone(values["phone"])
        if "language" in values:
            row["language"] = language(values["language"], "language")
        if where := address(values):
            row["address"] = where
        if not blank(values.get("created_at")):
            row["created_at"] = moment(values["created_at"], "created_at")
        return OneRow(record.line, row)

    def defaults(self) -> dict[str, Any]:
        """What a new customer has where a file says nothing."""
        return {**DEFAULTS, "created_at": now()}


def email(value: object) -> str:
    """An address in lower case, as orders are looked up by; "" for none."""
    found = text(value, "email").lower()
    if found and not EMAIL.fullmatch(found):
        raise Invalid(f"email {show(value)} is not an address")
    return found


def phone(value: object) -> str:
    """A telephone number as written; "" for none."""
    found = text(value, "phone", 40).removeprefix("'")
    if found and len(DIGITS.findall(found)) < FEWEST_DIGITS:
        raise Invalid(f"phone {show(value)} is not a telephone number")
    return found


def _name(values: dict[str, Any]) -> str | None:
    if "name" in values:
        return text(values["name"], "name")
    if "first_name" not in values and "last_name" not in values:
        return None
    first, last = (text(values.get(n), n) for n in ("first_name", "last_name"))
    # 王 and 小明 are 王小明, Ada and Lovelace are Ada Lovelace.
    return f"{last}{first}" if HAN.search(last) else f"{first} {last}".strip()
