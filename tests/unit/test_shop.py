"""Carts and orders: what a shopper may do, and what nobody may."""

from __future__ import annotations

import pytest

from shop import carts, effects, identity, orders
from shop.catalogue import money
from shop.database import Sessions, writing
from shop.errors import Conflict, NotAllowed, NotFound, TooMany
from shop.selection import Filters, matching
from shop.tables import Variant

CONTACT = {"name": "Ada", "email": "ada@example.com", "phone": "13800000000", "line": "Lane 1"}


async def test_only_what_is_in_stock_and_in_budget_matches(sessions: Sessions) -> None:
    async with sessions() as session:
        assert await matching(session, Filters()) == {"kettle-red"}
        assert await matching(session, Filters(in_stock=False, price_max=6000)) == {"kettle-red"}
        assert await matching(session, Filters(colours=frozenset({"blue"}))) == set()


async def test_a_cart_takes_no_more_than_there_is(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        assert await carts.add(session, visitor, "kettle-red-1", 2) == 2
        with pytest.raises(Conflict):
            await carts.add(session, visitor, "kettle-red-1", 2)
        assert (await carts.content(session, visitor)).subtotal == 10000


async def test_an_order_takes_stock_and_cancelling_gives_it_back(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        await carts.add(session, visitor, "kettle-red-1", 2)
        order = await orders.place(session, visitor, CONTACT, "card")
        shelf = await session.get_one(Variant, "kettle-red-1")
        assert (order.total, shelf.stock) == (10000, 1)
        await orders.cancel(session, visitor, order.number)
        assert shelf.stock == 3
        with pytest.raises(Conflict):
            await orders.cancel(session, visitor, order.number)


async def test_no_such_order_and_not_yours_read_the_same_and_are_throttled(
    sessions: Sessions,
) -> None:
    async with writing(sessions) as session:
        owner, _ = await identity.create_visitor(session)
        await carts.add(session, owner, "kettle-red-1")
        number = (await orders.place(session, owner, CONTACT, "card")).number
        thief, _ = await identity.create_visitor(session)
        said = set()
        for tried, contact in ((number, "x@example.com"), ("SKAAAAAAA", "ada@example.com")):
            with pytest.raises(NotFound) as error:
                await orders.claim(session, thief, tried, contact)
            said.add(str(error.value))
        assert len(said) == 1
        with pytest.raises(NotFound):
            await orders.cancel(session, thief, number)
        for _ in range(3):
            with pytest.raises(NotFound):
                await orders.claim(session, thief, number, "y@example.com")
        with pytest.raises(TooMany):
            await orders.claim(session, thief, number, "ada@example.com")
        friend, _ = await identity.create_visitor(session)
        claimed = await orders.claim(session, friend, number, "ADA@example.com ")
        assert claimed.number == number


async def test_an_effect_happens_once(sessions: Sessions) -> None:
    done = []

    async def do() -> dict[str, object]:
        done.append(1)
        return {"n": len(done)}

    async with writing(sessions) as session:
        assert await effects.once(session, "turn:add", do) == {"n": 1}
        assert await effects.once(session, "turn:add", do) == {"n": 1}
    assert done == [1]


def test_only_a_fresh_token_of_the_shop_names_a_customer() -> None:
    key = "k" * 40
    assert identity.verified_customer_id(identity.sign_customer("c1", key), key) == "c1"
    with pytest.raises(NotAllowed):
        identity.verified_customer_id(identity.sign_customer("c1", "x" * 40), key)


@pytest.mark.parametrize(("minor", "text"), [(129900, "¥1,299"), (5990, "¥59.90"), (-500, "-¥5")])
def test_money_reads_as_people_write_it(minor: int, text: str) -> None:
    assert money(minor, "CNY") == text
