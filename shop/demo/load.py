"""Fill an empty database with the demo shop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import yaml
from rich.console import Console
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from shop.database import Sessions, now, writing
from shop.demo import goods, people
from shop.demo.simulator import Simulator
from shop.tables import Coupon, Event, Policy, Product, Return, Table

CUSTOMERS = 300
SHOPPERS, VISITS, DAYS = 2_500, 20_000, 120
BATCH = 5_000
POLICIES = Path(__file__).parent / "policies.yaml"


async def load(sessions: Sessions, console: Console) -> None:
    """Catalogue, policies, coupons, customers with orders, reviews and an event history.

    A database that has products already is left as it is; if they are the demo's, what the shop
    says of itself is brought up to date.
    """
    async with sessions() as session:
        if await session.scalar(select(func.count()).select_from(Product)):
            console.print("the database has products already; the demo shop is not loaded")
            if await session.get(Product, _first_product()) is None:
                return
            async with writing(sessions) as changing:
                for policy in policies():
                    await changing.merge(policy)
            return
    async with writing(sessions) as session:
        await _add(session, goods.rows())
        goods_on_sale = await products(session)
        console.print(f"{len(goods_on_sale)} products in {_families(goods_on_sale)} families")
        await _add(session, [*policies(), *coupons()])
        at = now()
        customers = list(people.customers(CUSTOMERS, at))
        await _add(session, customers)
        ordered = [
            *people.orders(customers, goods_on_sale, at),
            *people.recent_orders(customers, goods_on_sale, at),
        ]
        # Returns name their order by id alone, so the orders must be there before them.
        await _add(session, [row for row in ordered if not isinstance(row, Return)])
        await _add(session, [row for row in ordered if isinstance(row, Return)])
        await _add(session, people.reviews(goods_on_sale, at, each=12))
        history = Simulator(goods_on_sale).history(SHOPPERS, VISITS, at, DAYS)
        for number, rows in enumerate(_batches(history)):
            await session.execute(insert(Event), rows)
            console.print(f"events: {number * BATCH + len(rows)}")


def policies() -> Iterator[Policy]:
    """What the shop promises, a row per topic and language."""
    for topic, raw in yaml.safe_load(POLICIES.read_text(encoding="utf-8")).items():
        for language in ("en", "zh"):
            yield Policy(topic=topic, language=language, facts=raw["facts"], **raw[language])


def coupons() -> Iterator[Coupon]:
    """Three that run and may be told, one that only its holder knows, one that is over."""
    at = now()
    month = timedelta(days=30)
    yield Coupon(
        code="WELCOME10", kind="percent", value=10, min_total=10000,
        title_en="10% off from ¥100", title_zh="满100元打9折", starts_at=at - month,
        ends_at=at + 12 * month,
    )  # fmt: skip
    yield Coupon(
        code="SAVE50", kind="amount", value=5000, min_total=39900,
        title_en="¥50 off from ¥399", title_zh="满399减50", starts_at=at - month,
        ends_at=at + 6 * month,
    )  # fmt: skip
    yield Coupon(
        code="VIP20", kind="percent", value=20, min_total=0, public=False,
        title_en="20% off", title_zh="8折", starts_at=at - month, ends_at=at + 12 * month,
    )  # fmt: skip
    yield Coupon(
        code="SUMMER15", kind="percent", value=15, min_total=0, title_en="15% off",
        title_zh="85折", starts_at=at - 4 * month, ends_at=at - month,
    )  # fmt: skip


def _first_product() -> str:
    """The id of one of the demo's own products."""
    return next(row.id for row in goods.rows() if isinstance(row, Product))


async def _add(session: AsyncSession, rows: Iterable[Table]) -> None:
    session.add_all(rows)
    await session.flush()


async def products(session: AsyncSession) -> Sequence[Product]:
    """All of the catalogue with variants and families."""
    session.expire_all()
    rows = await session.scalars(
        select(Product)
        .options(selectinload(Product.variants), selectinload(Product.category))
        .order_by(Product.id)
    )
    return rows.all()


def _families(products: Sequence[Product]) -> int:
    return len({product.category_id for product in products})


def _batches(rows: Iterator[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    keys = ("customer_id", "conversation_id")
    empty = dict.fromkeys(keys)
    while batch := [row | empty for row, _ in zip(rows, range(BATCH), strict=False)]:
        yield batch
