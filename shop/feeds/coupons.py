"""coupons, as CSV with a header or as JSON lines with the same names.

code             letters, digits, - and _; what a shopper types                 (needed)
percent          what it takes off, in whole percent; or
amount           what it takes off, as money                                    (one of the two)
ends_at          when it ends                                                   (needed)
starts_at        when it begins; else at once
min_total        the least that goods must cost for it to count; else nothing
category         id of the only category that it is for; else for all goods
title, or title_en and title_zh
                 what it is in a few words: "10% off from ¥100"
public           whether the assistant tells anyone of it (true, the default) or only takes it

A code that the shop has is changed. Amounts are in SHOP_CURRENCY where they name none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import Invalid
from shop.feeds.goods import Terms
from shop.feeds.kinds import OneRow, OneRowKind, Refused, those_in
from shop.feeds.money import amount
from shop.feeds.records import Record
from shop.feeds.seen import Seen
from shop.feeds.values import blank, flag, language_of, moment, needed, show, text, whole
from shop.tables import Category, Coupon

CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{2,39}")


class Coupons(OneRowKind):
    """Takes coupons in."""

    kind, table, names = Coupon.__tablename__, Coupon.__table__, ("code",)

    def __init__(self, terms: Terms, seen: Seen) -> None:
        super().__init__(seen)
        self._terms = terms

    def parse(self, record: Record) -> OneRow:
        """What a row says; raises `Invalid`."""
        values = record.values
        code = needed(values.get("code"), "code").upper()
        if not CODE.fullmatch(code):
            raise Invalid(f"code {show(code)} has not 3 to 40 of A-Z, 0-9, - and _")
        row = {"code": code, **self._worth(values)}
        for name in ("starts_at", "ends_at"):
            if not blank(values.get(name)):
                row[name] = moment(values[name], name, ahead=True)
        if "ends_at" not in row:
            raise Invalid("has no ends_at")
        if row.get("starts_at", row["ends_at"]) > row["ends_at"]:
            raise Invalid("ends before it begins")
        if not blank(values.get("min_total")):
            row["min_total"] = self._money(values["min_total"], "min_total")
        if "category" in values:
            row["category_id"] = text(values["category"], "category") or None
        if not blank(values.get("public")):
            row["public"] = flag(values["public"], "public")
        return OneRow(record.line, row | _titles(values))

    def defaults(self) -> dict[str, Any]:
        """For all goods, from now on, told to anyone."""
        return {"min_total": 0, "category_id": None, "title_en": "", "title_zh": "",
                "starts_at": now(), "public": True}  # fmt: skip

    async def store(self, session: AsyncSession, items: Sequence[OneRow], write: bool) -> Refused:
        """Take a batch in; what could not be taken."""
        asked = {item.row["category_id"] for item in items if item.row.get("category_id")}
        there = await those_in(session, Category.id, asked) | {None}
        good = [item for item in items if item.row.get("category_id") in there]
        refused = [
            (item.line, f"there is no category {show(item.row['category_id'])}")
            for item in items
            if item.row.get("category_id") not in there
        ]
        return refused + await super().store(session, good, write)

    def _worth(self, values: dict[str, Any]) -> dict[str, Any]:
        percent, money = (not blank(values.get(name)) for name in ("percent", "amount"))
        if percent == money:
            raise Invalid("has both percent and amount" if money else "has no percent or amount")
        if percent:
            said = text(values["percent"], "percent").rstrip("% ")
            return {"kind": "percent", "value": whole(said, "percent", 1, 100)}
        return {"kind": "amount", "value": self._money(values["amount"], "amount")}

    def _money(self, value: object, name: str) -> int:
        return amount(value, name, "", self._terms.currency).minor


def _titles(values: dict[str, Any]) -> dict[str, str]:
    names = ("title_en", "title_zh")
    found: dict[str, str] = {n: text(values[n], n) for n in names if n in values}
    if title := text(values.get("title"), "title"):
        found.setdefault(f"title_{language_of(title)}", title)
    return found
