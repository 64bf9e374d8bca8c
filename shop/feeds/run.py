"""An import from its files to its summary: a transaction a batch, so that a shop can go on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import Sessions, writing
from shop.errors import Invalid
from shop.feeds import forms
from shop.feeds.coupons import Coupons
from shop.feeds.customers import Customers
from shop.feeds.events import Events
from shop.feeds.goods import IN_STOCK, Form, Terms
from shop.feeds.google import Google
from shop.feeds.kinds import Kind
from shop.feeds.names import Names
from shop.feeds.orders import Orders
from shop.feeds.own import Own
from shop.feeds.policies import Policies
from shop.feeds.products import Products
from shop.feeds.records import Records, Rejected
from shop.feeds.replace import hide_missing
from shop.feeds.report import Report
from shop.feeds.reviews import Reviews
from shop.feeds.seen import ADDED, CHANGED, UNCHANGED, Seen
from shop.feeds.shopify import Shopify
from shop.feeds.source import Source

PRODUCTS = "products"
KINDS = (PRODUCTS, "customers", "orders", "reviews", "events", "policies", "coupons")
READERS: dict[str, Callable[[Terms], Form]] = {
    forms.CSV: Own,
    forms.JSONL: Own,
    forms.GOOGLE: Google,
    forms.SHOPIFY: Shopify,
}
NEEDED: dict[str, tuple[set[str], ...]] = {
    PRODUCTS: ({"id"},),
    "customers": ({"id"},),
    "orders": ({"number"},),
    "reviews": ({"product_id"}, {"rating"}),
    "events": ({"kind", "event"}, {"at", "timestamp"}),
    "policies": ({"topic"}, {"text"}),
    "coupons": ({"code"}, {"percent", "amount"}, {"ends_at"}),
}
"""Columns without which no row of the shop's own CSV could be used; any of each."""
BATCH = 2_000  # rows of the database; other writers wait for one batch, well under a second


@dataclass(frozen=True)
class Job:
    """What an owner asks for."""

    kind: str
    files: Sequence[Path]
    form: str = forms.AUTO
    terms: Terms = field(default_factory=Terms)
    in_stock: int = IN_STOCK
    dry: bool = False
    replace: bool = False


async def run(sessions: Sessions, job: Job, report: Report) -> None:
    """Bring the files in; what cannot be used is told to `report`, the rest goes in."""
    with Seen() as seen:
        async with sessions() as session:
            names = await Names.load(session)
        for path in job.files:
            seen.next_file()
            try:
                with Source(path) as source, report.progress(source):
                    await _file(sessions, job, source, seen, names, report)
            except Invalid as error:
                report.unread(str(error))
        if job.replace:
            await _replace(sessions, job, seen, report)
        report.count(*(seen.count(job.kind, state) for state in (ADDED, CHANGED, UNCHANGED)))
    report.summary(job.kind, job.dry)


async def _file(
    sessions: Sessions, job: Job, source: Source, seen: Seen, names: Names, report: Report
) -> None:
    found = forms.records(source, job.form, job.kind == PRODUCTS, NEEDED[job.kind])
    kind = _kind(job, found.form, seen, names, report)
    items = _accepted(kind, found.records, seen, report)
    for batch in _batches(items):
        async with _transaction(sessions, write=not job.dry) as session:
            for line, reason in await kind.store(session, batch, not job.dry):
                report.reject(line, reason)
        report.rows(len(batch), source)


def _kind(job: Job, form: str, seen: Seen, names: Names, report: Report) -> Kind[Any]:
    terms = job.terms
    made: dict[str, Callable[[], Kind[Any]]] = {
        PRODUCTS: lambda: Products(READERS[form](terms), names, seen, job.in_stock, job.replace),
        "customers": lambda: Customers(seen),
        "orders": lambda: Orders(terms, seen),
        "reviews": lambda: Reviews(seen),
        "events": lambda: Events(terms, report.count),
        "policies": lambda: Policies(terms, seen),
        "coupons": lambda: Coupons(terms, seen),
    }
    return made[job.kind]()


def _accepted(kind: Kind[Any], records: Records, seen: Seen, report: Report) -> Iterator[Any]:
    """What can be read and understood, in whole items; the rest is reported."""
    for each in kind.whole(_parsed(kind, records)):
        if not isinstance(each, Rejected):
            yield each
            continue
        report.reject(each.line, each.reason)
        if each.key:
            seen.reject(kind.kind, each.key)
        else:
            report.nameless += 1


def _parsed(kind: Kind[Any], records: Records) -> Iterator[Any]:
    for record in records:
        if isinstance(record, Rejected):
            yield record
            continue
        try:
            item = kind.parse(record)
        except Invalid as error:
            # Half a character, as JSON can write it, could not be kept.
            key = kind.key(record).encode("utf-8", "replace").decode()
            yield Rejected(record.line, str(error), key)
            continue
        if item is not None:
            yield item


def _batches(items: Iterator[Any]) -> Iterator[list[Any]]:
    """Items by `BATCH` of weight; those before a file breaks off are not lost."""
    batch: list[Any] = []
    weight = 0
    broken: Invalid | None = None
    try:
        for item in items:
            batch.append(item)
            weight += item.weight
            if weight >= BATCH:
                yield batch
                batch, weight = [], 0
    except Invalid as error:
        broken = error
    if batch:
        yield batch
    if broken:
        raise broken


async def _replace(sessions: Sessions, job: Job, seen: Seen, report: Report) -> None:
    """Hide what no file named, unless some of what they named is not known."""
    taken = sum(seen.count(PRODUCTS, state) for state in (ADDED, CHANGED, UNCHANGED))
    if report.unreadable or report.nameless or not taken:
        report.note(
            "nothing was hidden: a file or a row could not be read, so that what is missing "
            "is not known" if taken else "nothing was hidden: no product could be taken"
        )  # fmt: skip
        return
    write = not job.dry
    hidden, emptied = await hide_missing(lambda: _transaction(sessions, write), seen, write)
    report.note(f"{hidden} products hidden, {emptied} variants without stock: not in the files")


@asynccontextmanager
async def _transaction(sessions: Sessions, write: bool) -> AsyncIterator[AsyncSession]:
    async with writing(sessions) if write else sessions() as session:
        yield session
