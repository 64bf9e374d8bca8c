"""Cart, checkout, orders, identity and events, as scripts of the shop's pages use them, and as
somebody who should not."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import func, select

from bot.app import identity_secret
from bot.keys import SETTINGS
from bot.visits import COOKIE, WRITES_PER_MINUTE
from shop import identity
from shop.database import Sessions, now, writing
from shop.tables import Customer, Event, Order, Variant
from tests.integration.conftest import FOREIGN, OWN, Browser, NewBrowser

ADDRESS = {
    "name": "Ada Oakes",
    "email": "ada@example.com",
    "phone": "13800000000",
    "line": "1 Mill Bank",
    "city": "Shanghai",
}


async def post(browser: Browser, path: str, body: Any, headers: Any = OWN) -> tuple[int, Any]:
    async with browser.post(path, json=body, headers=headers) as answer:
        return answer.status, (await answer.json()) if answer.status != 204 else None


async def get(browser: Browser, path: str, headers: Any = None) -> Any:
    async with browser.get(path, headers=headers) as answer:
        assert answer.status == 200, await answer.text()
        return await answer.json()


def add(variant: str = "kettle-red-1", quantity: int = 1) -> dict[str, Any]:
    return {"action": "add", "variant_id": variant, "quantity": quantity}


async def buy(browser: Browser, key: str = "k1", **more: Any) -> tuple[int, Any]:
    body = {"contact": ADDRESS, "payment_method": "alipay", "key": key} | more
    return await post(browser, "/api/checkout", body)


async def test_what_is_put_into_the_cart_is_there_on_the_next_page(browser: Browser) -> None:
    status, body = await post(browser, "/api/cart", add(quantity=2))
    assert status == 200 and body["pieces"] == 2
    held = await get(browser, "/api/cart")
    assert held["lines"][0]["product_id"] == "kettle-red"
    assert held["subtotal"] == 10_000 and held["subtotal_text"] == "¥100"


async def test_an_amount_is_changed_and_a_line_removed(browser: Browser) -> None:
    await post(browser, "/api/cart", add())
    line = {"action": "set", "variant_id": "kettle-red-1", "quantity": 3}
    assert (await post(browser, "/api/cart", line))[1]["pieces"] == 3
    gone = {"action": "remove", "variant_id": "kettle-red-1"}
    assert (await post(browser, "/api/cart", gone))[1]["pieces"] == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (add(quantity=4), 409),
        (add("kettle-blue-1"), 409),
        (add("nothing-1"), 404),
        (add(quantity=-1), 400),
        (add(quantity=10**30), 400),
        ({"action": "add", "variant_id": ["x"], "quantity": 1}, 400),
        ({"action": "steal"}, 400),
        ([], 400),
        ({"action": "coupon", "code": "NOPE"}, 404),
    ],
)
async def test_what_cannot_be_done_is_refused_and_changes_nothing(
    browser: Browser, body: Any, status: int
) -> None:
    await post(browser, "/api/cart", add())
    answered, error = await post(browser, "/api/cart", body)
    assert answered == status
    assert set(error["error"]) >= {"code", "text"}
    assert (await get(browser, "/api/cart"))["pieces"] == 1


async def test_bytes_that_are_no_json_are_refused(browser: Browser) -> None:
    async with browser.post("/api/cart", data=b"\xff{", headers=OWN) as answer:
        assert answer.status == 400


async def test_an_order_is_placed_once_however_often_it_is_sent(
    browser: Browser, sessions: Sessions
) -> None:
    await post(browser, "/api/cart", add(quantity=2))
    first, second = await buy(browser), await buy(browser)
    assert first[0] == second[0] == 201
    assert first[1]["order"]["number"] == second[1]["order"]["number"]
    async with sessions() as session:
        assert await session.scalar(select(func.count()).select_from(Order)) == 1
        variant = await session.get(Variant, "kettle-red-1")
        assert variant is not None and variant.stock == 1
    mine = await get(browser, "/api/orders")
    assert [order["number"] for order in mine["orders"]] == [first[1]["order"]["number"]]


async def test_a_total_that_has_changed_is_not_charged(
    browser: Browser, sessions: Sessions
) -> None:
    await post(browser, "/api/cart", add())
    shown = (await get(browser, "/api/cart"))["total"]
    async with writing(sessions) as session:
        variant = await session.get(Variant, "kettle-red-1")
        assert variant is not None
        variant.price += 100
    assert (await buy(browser, total=shown))[0] == 409
    assert (await get(browser, "/api/orders"))["orders"] == []


async def test_an_address_with_gaps_names_its_fields(browser: Browser) -> None:
    await post(browser, "/api/cart", add())
    contact = ADDRESS | {"email": "nobody", "city": " "}
    status, body = await buy(browser, contact=contact)
    assert status == 400
    assert body["error"]["fields"] == {"email": "wrong", "city": "missing"}


async def test_a_foreign_page_can_change_nothing_with_the_cookie(browser: Browser) -> None:
    await post(browser, "/api/cart", add())
    for headers in (FOREIGN, {"Origin": "null"}, {}):
        status, _ = await post(browser, "/api/cart", add(), headers)
        assert status == 403
    assert (await get(browser, "/api/cart"))["pieces"] == 1


async def test_a_foreign_page_gets_a_session_of_its_own_and_no_cookie(browser: Browser) -> None:
    await post(browser, "/api/cart", add())
    async with browser.post("/api/session", headers=FOREIGN) as answer:
        token = (await answer.json())["token"]
        assert COOKIE not in answer.cookies
    held = await get(browser, "/api/cart", {"Authorization": f"Bearer {token}"})
    assert held["pieces"] == 0


async def test_widget_and_page_are_one_visitor(browser: Browser) -> None:
    await post(browser, "/api/cart", add())
    async with browser.post("/api/session", headers=OWN) as answer:
        token = (await answer.json())["token"]
    held = await get(browser, "/api/cart", {"Authorization": f"Bearer {token}"})
    assert held["pieces"] == 1


async def test_nobody_sees_anothers_cart_or_orders(
    browser: Browser, new_browser: NewBrowser
) -> None:
    await post(browser, "/api/cart", add())
    _, placed = await buy(browser)
    other = await new_browser()
    assert (await get(other, "/api/orders"))["orders"] == []
    number = placed["order"]["number"]
    async with other.get(f"/orders/{number}") as answer, other.get("/orders/SKNOSUCH1") as nothing:
        assert answer.status == nothing.status == 404
    for token in ("", "x", "Bearer", number):
        async with other.get("/api/orders", headers={"Authorization": f"Bearer {token}"}) as answer:
            assert answer.status == 403


async def test_the_checkout_key_of_another_is_worth_nothing(
    browser: Browser, new_browser: NewBrowser
) -> None:
    await post(browser, "/api/cart", add())
    _, mine = await buy(browser, key="same")
    other = await new_browser()
    await post(other, "/api/cart", add())
    status, theirs = await buy(other, key="same")
    assert status == 201 and theirs["order"]["number"] != mine["order"]["number"]


async def test_identity_comes_from_a_signed_word_only(
    browser: Browser, server: TestServer, sessions: Sessions
) -> None:
    async with writing(sessions) as session:
        session.add(Customer(id="c1", name="Ada", email="a@example.com", created_at=now()))
    secret = identity_secret(server.app[SETTINGS])
    good = identity.sign_customer("c1", secret)
    bad = identity.sign_customer("c1", "another-secret-of-32-bytes-or-more")
    assert (await post(browser, "/api/identify", {"token": bad}))[0] == 403
    assert (await post(browser, "/api/identify", {"token": 7}))[0] == 403
    assert await post(browser, "/api/identify", {"token": good}) == (200, {"name": "Ada"})


async def test_what_is_looked_at_is_noted_once_known(browser: Browser, sessions: Sessions) -> None:
    view = {"kind": "view", "product_id": "kettle-red"}
    assert (await post(browser, "/api/events", view))[0] == 204
    assert (await post(browser, "/api/events", {"kind": "purchase"}))[0] == 400
    assert (await post(browser, "/api/events", view | {"product_id": "none"}))[0] == 404
    assert (await post(browser, "/api/events", {"kind": "search", "query": " "}))[0] == 400
    async with sessions() as session:
        noted = (await session.scalars(select(Event))).all()
    assert [(event.kind, event.product_id, event.price) for event in noted] == [
        ("view", "kettle-red", 5000)
    ]


async def test_writes_are_paced(browser: Browser) -> None:
    view = {"kind": "view", "product_id": "kettle-red"}
    answers = []
    while 429 not in answers and len(answers) < 3 * WRITES_PER_MINUTE:  # some come back meanwhile
        answers.append((await post(browser, "/api/events", view))[0])
    assert answers[:WRITES_PER_MINUTE] == [204] * WRITES_PER_MINUTE
    assert answers[-1] == 429


async def test_unknown_paths_of_the_api_answer_as_the_api_does(browser: Browser) -> None:
    async with browser.get("/api/nothing") as answer:
        assert answer.status == 404
        assert (await answer.json())["error"]["code"] == "not_found"
