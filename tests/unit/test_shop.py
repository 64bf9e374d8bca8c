"""Carts and orders: what a shopper may do, and what nobody may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shop import carts, coupons, effects, identity, order_changes, orders, placing
from shop.catalogue import best_variant, money
from shop.database import Sessions, now, writing
from shop.errors import Conflict, NotAllowed, NotFound, TooMany
from shop.selection import Filters, matching
from shop.settings import Settings
from shop.tables import Coupon, Product, Variant

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


async def test_what_is_put_back_is_what_there_still_is(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        assert await carts.put(session, visitor, {"kettle-red-1": 2})
        assert not await carts.put(session, visitor, {"kettle-red-1": 9, "kettle-blue-1": 1})
        cart = await carts.content(session, visitor)
        assert [(line.variant.id, line.quantity) for line in cart.lines] == [("kettle-red-1", 3)]
        assert await carts.put(session, visitor, {"kettle-red-1": 0})
        assert not (await carts.content(session, visitor)).lines


async def test_codes_are_known_while_they_run(sessions: Sessions) -> None:
    day = timedelta(days=1)
    before = now() - 2 * day
    async with writing(sessions) as session:
        for code, ends in (("SAVE50", now() + day), ("OLD10", now() - day)):
            session.add(
                Coupon(code=code, kind="amount", value=5000, starts_at=before, ends_at=ends)
            )
        await session.flush()
        known = await coupons.named(session, {"SAVE50", "OLD10", "SHOES"})
        assert [coupon.code for coupon in known] == ["SAVE50"]


def test_a_cart_is_paid_where_the_owner_says() -> None:
    assert Settings().cart_page == "/cart"
    assert Settings(demo=False).cart_page == ""
    assert Settings.from_env({"SHOP_CART_URL": "https://x.example/c"}).cart_page.endswith("/c")


async def test_an_order_takes_stock_and_cancelling_gives_it_back(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        await carts.add(session, visitor, "kettle-red-1", 2)
        order = await placing.place(session, visitor, CONTACT, "card")
        shelf = await session.get_one(Variant, "kettle-red-1")
        assert (order.total, shelf.stock) == (10000, 1)
        await order_changes.cancel(session, visitor, order.number)
        assert shelf.stock == 3
        with pytest.raises(Conflict):
            await order_changes.cancel(session, visitor, order.number)


async def test_no_such_order_and_not_yours_read_the_same_and_are_throttled(
    sessions: Sessions,
) -> None:
    async with writing(sessions) as session:
        owner, _ = await identity.create_visitor(session)
        await carts.add(session, owner, "kettle-red-1")
        number = (await placing.place(session, owner, CONTACT, "card")).number
        thief, _ = await identity.create_visitor(session)
        said = set()
        for tried, contact in ((number, "x@example.com"), ("SKAAAAAAA", "ada@example.com")):
            with pytest.raises(NotFound) as error:
                await orders.claim(session, thief, tried, contact)
            said.add(str(error.value))
        assert len(said) == 1
        with pytest.raises(NotFound):
            await order_changes.cancel(session, thief, number)
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


def test_goods_are_shown_in_the_colour_that_is_meant_where_it_can_be_had() -> None:
    colours = {"red": 3, "blue": 0, "green": 5}
    mug = Product(id="mug", currency="CNY")
    mug.variants = [
        Variant(id=f"mug-{name}", colour=name, size="", price=price, stock=stock)
        for price, (name, stock) in enumerate(colours.items(), 1000)
    ]

    def shown(colour: str, filters: Filters) -> str:
        found = best_variant(mug, filters, colour)
        return found.colour if found else ""

    assert shown("", Filters()) == "red"  # the cheapest
    assert shown("green", Filters()) == "green"
    assert shown("blue", Filters()) == "red"  # sold out
    assert shown("green", Filters(colours=frozenset({"red"}))) == "red"
