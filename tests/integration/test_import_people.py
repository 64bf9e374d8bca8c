"""Customers, orders, reviews and events come in, once, with what they name."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shop import identity, orders
from shop.database import Sessions, now, writing
from shop.tables import Customer, Delivery, Event, Order, OrderLine, Review, Visitor, new_id
from tests.integration.import_world import World

CUSTOMERS = (
    "id,name,first_name,last_name,email,phone,language,address.line,address.city,created_at\n"
    "c1,Ada Lovelace,,,Ada@Example.com,+44 20 7946 0000,en-GB,1 Lane,London,2025-01-02\n"
    "c2,王小明,,,wang@example.com,13800000000,zh_CN,,,\n"
)
ORDERS = (
    "number,customer_id,email,status,placed_at,shipping,discount,variant_id,title,quantity,"
    "unit_price,shipped_at,carrier,tracking\n"
    "#1001,c1,,shipped,2026-01-02 10:00:00 +0800,10,5,kettle-red-1,,2,50.00,2026-01-03,SF,SF1\n"
    "#1001,,,,,,,,Gift wrap,1,3.50,,,\n"
    "1002,,Wang@example.com,已签收,2026-01-05,,,kettle-blue-1,蓝水壶,1,90,,,\n"
)


@pytest.fixture
def world(sessions: Sessions, tmp_path: Path) -> World:
    return World(sessions, tmp_path)


async def test_customers_come_in_once_and_are_changed_by_id(world: World) -> None:
    assert (await world.bring("customers", CUSTOMERS)).counts == (2, 0, 0, 0)
    async with world.sessions() as session:
        ada = await session.get_one(Customer, "c1")
    assert (ada.email, ada.language, ada.phone) == ("ada@example.com", "en", "+44 20 7946 0000")
    assert ada.address == {"line": "1 Lane", "city": "London"}
    assert ada.created_at == datetime(2025, 1, 2, tzinfo=UTC)
    assert (await world.bring("customers", CUSTOMERS)).counts == (0, 0, 2, 0)
    again = "id,first_name,last_name,created_at\nc1,Ada,King,2026-01-01\nc2,小明,王,\n"
    assert (await world.bring("customers", again)).counts == (0, 1, 1, 0)
    async with world.sessions() as session:
        ada = await session.get_one(Customer, "c1")
    assert (ada.name, ada.email) == ("Ada King", "ada@example.com")
    assert ada.created_at == datetime(2025, 1, 2, tzinfo=UTC)


async def test_customers_with_mistakes_are_told_by_line(world: World) -> None:
    lines = [
        '{"id": "a", "email": "nobody"}',
        '{"id": "b", "phone": "12"}',
        '{"email": "x@example.com"}',
        '{"id": "c", "address": {"planet": "Mars"}}',
        '{"id": "d", "created_at": "soon"}',
        '{"id": "e", "email": "e@example.com"}',
        '{"id": "e", "email": "f@example.com"}',
    ]
    told = await world.bring("customers", "\n".join(lines))
    assert told.counts == (1, 0, 0, 6)
    for number, reason in enumerate(("not an address", "not a telephone number", "has no id",
                                     "'planet'", "not a time"), 1):  # fmt: skip
        assert f"feed1.txt:{number}: " in told.said
        assert reason in told.said
    assert "feed1.txt:7: id 'e' stands twice" in told.said


async def test_orders_come_in_whole_with_their_lines_and_their_way(world: World) -> None:
    await world.bring("customers", CUSTOMERS)
    assert (await world.bring("orders", ORDERS)).counts == (2, 0, 0, 0)
    assert await world.all(
        Order, "number", "customer_id", "email", "status", "subtotal", "total"
    ) == [
        ("1001", "c1", "ada@example.com", "shipped", 10350, 10850),
        ("1002", "c2", "wang@example.com", "delivered", 9000, 9000),
    ]
    lines = await world.all(OrderLine, "unit_price", "title_en", "title_zh", "product_id", "colour")
    assert lines == [
        (350, "Gift wrap", "", None, ""),
        (5000, "red kettle", "", "kettle-red", "red"),
        (9000, "", "蓝水壶", "kettle-blue", "blue"),
    ]
    way = await world.all(Delivery, "kind", "carrier", "tracking")
    assert way == [("placed", "", ""), ("placed", "", ""), ("shipped", "SF", "SF1")]
    placed = await world.all(Order, "placed_at")
    assert placed[0] == datetime(2026, 1, 2, 2, tzinfo=UTC)
    before = await world.all(Order, "number", "updated_at")
    assert (await world.bring("orders", ORDERS)).counts == (0, 0, 2, 0)
    assert await world.all(Order, "number", "updated_at") == before


async def test_an_imported_order_is_its_customers_and_changes_with_the_file(world: World) -> None:
    await world.bring("customers", CUSTOMERS)
    await world.bring("orders", ORDERS)
    delivered = ORDERS.replace("shipped,2026-01-02", "delivered,2026-01-02")
    assert (await world.bring("orders", delivered)).counts == (0, 1, 1, 0)
    async with writing(world.sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        visitor.customer_id = "c1"
        await session.flush()
        (mine,) = await orders.mine(session, await session.get_one(Visitor, visitor.id))
    assert (mine.number, mine.status, len(mine.lines)) == ("1001", "delivered", 2)
    assert mine.updated_at > datetime(2026, 2, 1, tzinfo=UTC)


async def test_an_order_with_one_bad_row_is_left_out_whole(world: World) -> None:
    head = "number,customer_id,status,placed_at,variant_id,unit_price\n"
    rows = (
        "1,,paid,2026-01-02,kettle-red-1,5\n"
        "1,,,,kettle-red-1,oops\n"
        "2,,nowhere,2026-01-02,kettle-red-1,5\n"
        "2,,,,kettle-red-1,5\n"
        "3,,paid,2026-01-02,kettle-red-1,5\n"
        "3,,,,no-such-thing,5\n"
        "4,nobody,paid,2026-01-02,kettle-red-1,5\n"
        "5,,paid,2026-01-02,,\n"
        "6,,paid,2026-01-02,kettle-red-1,5\n"
        "7,,paid,2026-01-02,kettle-red-1,5\n"
        "6,,,,kettle-blue-1,5\n"
    )
    told = await world.bring("orders", head + rows)
    assert await world.all(Order, "number", "total") == [("6", 500), ("7", 500)]
    for line in (
        "feed1.txt:3: unit_price 'oops' is not an amount",
        "feed1.txt:2: order 1 is left out: a row of it cannot be used",
        "feed1.txt:4: status 'nowhere' is none of pending_payment",
        "feed1.txt:5: order 2 is left out",
        "feed1.txt:6: line 7: there is no variant 'no-such-thing'",
        "feed1.txt:8: there is no customer 'nobody'",
        "feed1.txt:9: has no lines",
        "feed1.txt:12: order 6 is left out: its first row has neither status nor placed_at",
    ):
        assert line in told.said


async def test_a_row_that_cannot_be_read_among_an_orders_rows_leaves_it_out(world: World) -> None:
    row = "{},paid,2026-01-02,kettle-red-1,5\n"
    content = "number,status,placed_at,variant_id,unit_price\n" + row.format(1) + '1,"\n'
    told = await world.bring("orders", content + row.format(1) + row.format(2))
    assert await world.all(Order, "number") == ["2"]
    assert "feed1.txt:2: order 1 is left out" in told.said


async def test_orders_as_json_lines_nest_lines_and_history(world: World) -> None:
    one = {
        "number": "SK-ABCDEFG", "id": "own-7", "email": "guest@example.com", "phone": "13800000000",
        "status": "delivered", "placed_at": "2026-01-02T10:00:00Z", "currency": "JPY",
        "total": 2500, "address": {"line": "Lane 1", "city": "Kyoto"},
        "lines": [{"product_id": "kettle-red", "unit_price": 1000},
                  {"product_id": "kettle-red", "unit_price": 1000}],
        "history": [{"kind": "Placed", "at": "2026-01-02T10:00:00Z"},
                    {"kind": "out for delivery", "at": "2026-01-04", "place_en": "Kyoto"}],
    }  # fmt: skip
    assert (await world.bring("orders", json.dumps(one))).counts == (1, 0, 0, 0)
    assert await world.all(Order, "id", "number", "subtotal", "total", "currency") == [
        ("own-7", "SKABCDEFG", 2000, 2500, "JPY")
    ]
    assert await world.all(Delivery, "kind", "place_en") == [
        ("out_for_delivery", "Kyoto"), ("placed", ""),
    ]  # fmt: skip
    async with writing(world.sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        claimed = await orders.claim(session, visitor, "SKABCDEFG", "Guest@Example.com")
        assert len(claimed.lines) == 2  # the same thing bought twice is two lines
    assert (await world.bring("orders", json.dumps(one))).counts == (0, 0, 1, 0)
    other = {**one, "number": "SK1234567"}
    told = await world.bring("orders", json.dumps(other))
    assert "id 'own-7' is that of order SKABCDEFG" in told.said


async def test_two_customers_of_one_address_share_no_order(world: World) -> None:
    twins = "id,email\nt1,t@example.com\nt2,t@example.com\n"
    await world.bring("customers", twins)
    row = (
        "number,email,status,placed_at,title,unit_price\n9,t@example.com,paid,2026-01-02,Thing,5\n"
    )
    await world.bring("orders", row)
    assert await world.all(Order, "number", "customer_id", "email") == [
        ("9", None, "t@example.com")
    ]


async def test_reviews_come_in_once_with_or_without_an_id(world: World) -> None:
    content = (
        "id,product_id,rating,title,text,author,created_at\n"
        "r1,kettle-red,5,,<p>Good &amp; fast</p>,Ada,2026-01-02\n"
        ",kettle-red,4.0,不错,很好用,王**,\n"
        "r3,no-such,5,,x,,\n"
        "r4,kettle-red,6,,x,,\n"
    )
    told = await world.bring("reviews", content)
    assert told.counts == (2, 0, 0, 2)
    assert "feed1.txt:4: there is no product 'no-such'" in told.said
    assert "feed1.txt:5: rating '6' is not a whole number from 1 to 5" in told.said
    assert await world.all(Review, "rating", "language", "text", "author") == [
        (4, "zh", "不错\n很好用", "王**"), (5, "en", "Good & fast", "Ada"),
    ]  # fmt: skip
    assert (await world.bring("reviews", content)).counts == (0, 0, 2, 2)
    changed = "id,product_id,rating,text\nr1,kettle-red,2,broke\n"
    assert (await world.bring("reviews", changed)).counts == (0, 1, 0, 0)
    assert (2, "broke") in await world.all(Review, "rating", "text")


async def test_events_come_in_once(world: World) -> None:
    await world.bring("customers", CUSTOMERS)
    content = (
        "kind,at,visit_id,visitor_id,customer_id,product_id,variant_id,query,price\n"
        "view_item,2026-01-02T10:00:00Z,,v1,,kettle-red,,,\n"
        "add_to_cart,2026-01-02T10:01:00Z,,v1,,kettle-red,kettle-red-1,,50.00\n"
        "search,1767348120,,v1,,,,水壶,\n"
        "view,2026-01-03T10:00:00Z,own-visit,,c1,kettle-blue,,,\n"
        "view,2026-01-02T10:00:00Z,,v1,,kettle-red,,,\n"
        "view,2026-01-02T10:00:00Z,,v1,,no-such,,,\n"
        "view,2026-01-02T10:00:00Z,,,nobody,kettle-red,,,\n"
        "view,2026-01-02T10:00:00Z,,,,kettle-red,,,\n"
        "view,2026-01-02T10:00:00Z,,v1,,,,,\n"
        "stare,2026-01-02T10:00:00Z,,v1,,kettle-red,,,\n"
    )
    told = await world.bring("events", content)
    assert told.counts == (4, 0, 1, 5)
    for number, reason in ((7, "there is no product 'no-such'"), (8, "no customer 'nobody'"),
                           (9, "has neither visitor_id nor"), (10, "has no product_id"),
                           (11, "kind 'stare' is none of view")):  # fmt: skip
        assert any(
            line.startswith(f"feed1.txt:{number}: ") and reason in line
            for line in told.said.splitlines()
        )
    found = await world.all(Event, "at", "kind", "visitor_id", "customer_id", "query", "price")
    assert [row[1:] for row in found] == [
        ("view", "v1", None, "", None),
        ("cart", "v1", None, "", 5000),
        ("search", "v1", None, "水壶", None),
        ("view", None, "c1", "", None),
    ]
    visits = await world.all(Event, "visit_id")
    assert len(set(visits)) == 2  # a visitor's day, and the visit that the file names
    assert (await world.bring("events", content)).counts == (0, 0, 5, 5)


async def test_events_of_the_running_shop_stay_beside_imported_ones(world: World) -> None:
    async with writing(world.sessions) as session:
        session.add(Event(visit_id=new_id(), visitor_id="v1", kind="view",
                          product_id="kettle-red", at=now()))  # fmt: skip
    row = '{"kind": "view", "at": "2026-01-02", "visitor_id": "v1", "product_id": "kettle-red"}\n'
    assert (await world.bring("events", row * 2)).counts == (1, 0, 1, 0)
    assert len(await world.all(Event, "id")) == 2
