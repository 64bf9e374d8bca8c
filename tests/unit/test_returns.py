"""Sending back: until when, what of, and once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from shop import identity, order_changes, orders, returns
from shop.database import Sessions, now, writing
from shop.demo import people
from shop.errors import Conflict
from shop.tables import Customer, Delivery, Order, OrderLine, Product, Variant, Visitor


async def delivered(
    session: AsyncSession, days: int, status: str = orders.DELIVERED
) -> tuple[Visitor, Order]:
    """A customer's visitor, and an order of two red kettles delivered so many days ago."""
    at = now() - timedelta(days=days)
    session.add(Customer(id="ada", created_at=at))
    visitor, _ = await identity.create_visitor(session)
    visitor.customer_id = "ada"
    order = Order(
        number="SK2222222", customer_id="ada", status=status, currency="CNY", subtotal=10000,
        total=10000, placed_at=at, updated_at=at,
        lines=[OrderLine(product_id="kettle-red", variant_id="kettle-red-1", quantity=2,
                         unit_price=5000)],
        history=[Delivery(kind=kind, at=at) for kind in ("delivered", "paid", "placed")],
    )  # fmt: skip
    session.add(order)
    await session.flush()
    return visitor, order


@pytest.mark.parametrize(
    ("days", "obstacles"),
    [
        (3, {"return": "", "exchange": "", "damaged": ""}),
        (10, {"return": "too_late", "exchange": "", "damaged": ""}),
        (20, {"return": "too_late", "exchange": "too_late", "damaged": "too_late"}),
    ],
)
async def test_faults_may_be_reported_longer_than_goods_may_be_returned(
    sessions: Sessions, days: int, obstacles: dict[str, str]
) -> None:
    async with writing(sessions) as session:
        _, order = await delivered(session, days)
        found = {k: (await returns.chances(session, [order], k))[0] for k in returns.DAYS}
    assert {kind: chance.obstacle for kind, chance in found.items()} == obstacles
    assert found["return"].days == days


async def test_nothing_of_a_cancelled_order_comes_back(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        _, order = await delivered(session, 1, orders.CANCELLED)
        for kind in returns.DAYS:
            with pytest.raises(Conflict, match="cancelled"):
                await returns.check(session, order, order.lines[0], kind)


async def test_a_new_one_for_a_broken_one_is_set_aside_and_no_money_goes(
    sessions: Sessions,
) -> None:
    async with writing(sessions) as session:
        visitor, order = await delivered(session, 10)
        line = order.lines[0].id
        made = await returns.request(
            session, visitor, order.number, line, returns.DAMAGED, "it leaks", "kettle-red-1"
        )
        assert (made.refund, made.reason) == (0, "it leaks")
        assert (await session.get_one(Variant, "kettle-red-1")).stock == 1
        assert (await returns.chances(session, [order], returns.DAMAGED))[0].obstacle == "open"


async def test_money_for_a_broken_one_takes_nothing_from_the_shelf(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        visitor, order = await delivered(session, 10)
        line = order.lines[0].id
        made = await returns.request(session, visitor, order.number, line, returns.DAMAGED)
        assert made.refund == 10000
        assert (await session.get_one(Variant, "kettle-red-1")).stock == 3


async def test_steps_of_one_moment_are_told_in_the_order_they_happen_in(
    sessions: Sessions,
) -> None:
    async with writing(sessions) as session:
        _, order = await delivered(session, 1)
        assert [step.kind for step in orders.steps(order)] == ["placed", "paid", "delivered"]


async def test_an_address_is_replaced_whole(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        visitor, order = await delivered(session, 0, orders.PAID)
        order.address = {"line": "5 Old St", "city": "Wuhan", "postcode": "430000"}
        new = {"line": "88 Garden Road", "city": "Shanghai", "postcode": ""}
        changed = await order_changes.change_address(session, visitor, order.number, new)
        assert changed.address == {"line": "88 Garden Road", "city": "Shanghai"}


def test_a_new_user_of_the_demo_can_try_a_return_and_an_exchange() -> None:
    at = now()
    variants = [Variant(id=f"v{size}", size=size, price=100, stock=5) for size in "SML"]
    shirt = Product(id="shirt", currency="CNY", title_en="Shirt", variants=variants)
    ages: dict[str, list[int]] = {}
    for order in people.recent_orders(list(people.customers(5, at)), [shirt], at):
        arrived = orders.when(order, orders.DELIVERED)
        assert arrived is not None
        ages.setdefault(str(order.customer_id), []).append((at - arrived).days)
    assert len(ages) == people.SIGNED_IN
    for fresh, older in ages.values():
        assert fresh < 7 <= older < 15
