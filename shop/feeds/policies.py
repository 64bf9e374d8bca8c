"""policies, as CSV with a header or as JSON lines with the same names.

topic            shipping, returns, payment, invoice, warranty, hours (also contact), coupons,
                 privacy, or one of your own such as allergens or engraving     (needed)
text             what the assistant says on it; HTML becomes text               (needed)
title            its heading; else the topic's usual name, or the topic as you write it
language         en or zh; else that of the text's characters
facts.NAME       figures that the assistant reckons with, or in JSON `facts: {…}`:
                 shipping   fee, free_from (amounts), days_min, days_max
                 returns    return_days, exchange_days, claim_days
                 payment    instalments_from (an amount)
                 privacy    photo_days
                 hours      opens, closes (09:00), zone (Europe/Paris): when staff answer

One row for each topic and language; a topic and language that the shop has is changed. Facts are of
the topic: either language's row may give them. Amounts are in SHOP_CURRENCY where they name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop.errors import Invalid
from shop.feeds.goods import Terms
from shop.feeds.kinds import OneRow, OneRowKind, Refused
from shop.feeds.money import amount
from shop.feeds.records import Record
from shop.feeds.seen import Seen
from shop.feeds.values import blank, language, language_of, prose, show, text, whole
from shop.tables import Policy

TITLES = {
    "shipping": ("Shipping", "配送说明"),
    "returns": ("Returns and exchanges", "退换货政策"),
    "payment": ("Payment", "支付方式"),
    "invoice": ("Invoices", "发票说明"),
    "warranty": ("Warranty", "保修政策"),
    "hours": ("Opening hours and contact", "营业时间与联系方式"),
    "coupons": ("Coupons", "优惠券"),
    "privacy": ("Privacy", "隐私说明"),
}
OTHERS = {"delivery": "shipping", "return": "returns", "refunds": "returns", "exchange": "returns",
          "exchanges": "returns", "payments": "payment", "invoices": "invoice",
          "guarantee": "warranty", "contact": "hours", "opening_hours": "hours",
          "coupon": "coupons", "配送": "shipping", "运费": "shipping", "退换货": "returns",
          "退货": "returns", "支付": "payment", "付款": "payment", "发票": "invoice",
          "保修": "warranty", "营业时间": "hours", "联系方式": "hours", "优惠券": "coupons",
          "隐私": "privacy"}  # fmt: skip
AMOUNTS = ("fee", "free_from", "instalments_from")
LONGEST_TOPIC = 80
NUMBER = re.compile(r"\d{1,9}(\.0+)?")
LANGUAGES = ("en", "zh")


class Policies(OneRowKind):
    """Takes in what the shop promises."""

    kind, table, names = Policy.__tablename__, Policy.__table__, ("topic", "language")

    def __init__(self, terms: Terms, seen: Seen) -> None:
        super().__init__(seen)
        self._terms = terms

    def parse(self, record: Record) -> OneRow:
        """What a row says; raises `Invalid`."""
        values = record.values
        written = text(values.get("topic"), "topic", LONGEST_TOPIC)
        if not written:
            raise Invalid("has no topic")
        topic = written.casefold().replace(" ", "_").replace("-", "_")
        topic = OTHERS.get(topic, topic)
        said = prose(values.get("text"), "text")
        if not said:
            raise Invalid("has no text")
        spoken = language(values.get("language"), "language") or language_of(said)
        if spoken not in LANGUAGES:
            raise Invalid(f"language {show(spoken)} is neither en nor zh")
        usual = TITLES.get(topic, (written, written))[LANGUAGES.index(spoken)]
        row: dict[str, Any] = {"topic": topic, "language": spoken, "text": said}
        row["title"] = text(values.get("title"), "title") or usual
        if facts := dict(self._facts(values)):
            row["facts"] = facts
        return OneRow(record.line, row)

    def defaults(self) -> dict[str, Any]:
        """A policy may have no figures."""
        return {"facts": {}}

    async def store(self, session: AsyncSession, items: Sequence[OneRow], write: bool) -> Refused:
        """Take a batch in, the facts of a topic in each of its languages."""
        topics = {item.row["topic"] for item in items}
        rows = await session.execute(
            select(Policy.topic, Policy.facts).where(Policy.topic.in_(topics))
        )
        facts: dict[str, dict[str, Any]] = {topic: {} for topic in topics}
        for topic, known in rows:
            facts[topic] |= known
        for item in items:
            facts[item.row["topic"]] |= item.row.get("facts", {})
        for item in items:
            item.row["facts"] = facts[item.row["topic"]]
        refused = await super().store(session, items, write)
        for topic, figures in facts.items() if write else ():
            await session.execute(update(Policy).where(Policy.topic == topic).values(facts=figures))
        return refused

    def _facts(self, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        nested = values.get("facts")
        if not blank(nested):
            if not isinstance(nested, dict):
                raise Invalid("facts must be an object of names and values")
            for name, value in nested.items():
                yield str(name), self._fact(str(name), value)
        for column, value in values.items():
            if column.startswith("facts.") and not blank(value):
                name = column.removeprefix("facts.")
                yield name, self._fact(name, value)

    def _fact(self, name: str, value: object) -> Any:
        called = f"facts.{name}"
        if name in AMOUNTS:
            return amount(value, called, "", self._terms.currency).minor
        if isinstance(value, list):
            return [text(each, called) for each in value]
        if name.endswith(("_days", "_months", "days_min", "days_max")):
            return whole(value, called)
        said = text(value, called, 1000)
        return int(float(said)) if NUMBER.fullmatch(said) else said
