"""The demo shop's pages as a browser without scripts sees them."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select
from yarl import URL

from shop.database import Sessions, now, writing
from shop.tables import Customer, Order, Product
from tests.integration.conftest import FOREIGN, OWN, Browser, NewBrowser
from tests.integration.test_shop_api import ADDRESS

EVIL = '"><script>alert(1)</script>'


async def page(browser: Browser, path: str, status: int = 200) -> str:
    async with browser.get(path) as answer:
        assert answer.status == status, path
        return await answer.text()


async def send(browser: Browser, path: str, **fields: str) -> tuple[str, str]:
    """Send a form and follow where it leads; the address and the page there."""
    async with browser.post(path, data=fields, headers=OWN) as answer:
        return str(answer.url.relative()), await answer.text()


async def put_in(browser: Browser, quantity: str = "1") -> tuple[str, str]:
    return await send(
        browser, "/cart/add", product="kettle-red", colour="red", size="", quantity=quantity
    )


async def test_every_page_opens_in_both_languages(browser: Browser) -> None:
    paths = ["/", "/c/kettle", "/p/kettle-red", "/search?q=kettle", "/cart", "/orders", "/help"]
    for path in [*paths, "/demo/sign-in"]:
        for language in ("en", "zh"):
            sign = "&" if "?" in path else "?"
            text = await page(browser, f"{path}{sign}lang={language}")
            assert f'<html lang="{"zh-CN" if language == "zh" else "en"}"' in text
            assert "/widget.js" in text


async def test_the_language_stays_on_the_next_page(browser: Browser) -> None:
    await page(browser, "/?lang=zh")
    assert "购物车还是空的" in await page(browser, "/cart")


async def test_a_listing_is_filtered_and_sorted(browser: Browser) -> None:
    text = await page(browser, "/c/kettle?sort=dear")
    assert text.index("blue kettle") < text.index("red kettle")
    assert "blue kettle" not in await page(browser, "/c/kettle?max=60")
    assert "blue kettle" not in await page(browser, "/c/kettle?stock=1")
    assert "red kettle" in await page(
        browser, "/c/kettle?min=a&max=%00&sort=x"
    )  # nonsense: no filter


async def test_one_thing_is_not_counted_as_several(browser: Browser) -> None:
    assert "2 products" in await page(browser, "/c/kettle?lang=en")
    one = await page(browser, "/c/kettle?max=60&lang=en")
    assert "1 product<" in one


async def test_titles_are_found_in_any_word_order_or_not_at_all(browser: Browser) -> None:
    assert "/p/kettle-red" in await page(browser, "/search?q=Kettle+RED")
    assert "/p/kettle-red" not in await page(browser, "/search?q=red+teapot")
    for nonsense in ("%25", "_", "%27", "a" * 3000, "%F0%9F%8D%B5"):
        assert "/p/kettle-red" not in await page(browser, f"/search?q={nonsense}")


@pytest.mark.parametrize("path", ["/c/none", "/p/none", "/c/kettle?page=99", "/c/kettle?page=x"])
async def test_what_is_not_there_leads_on(browser: Browser, path: str) -> None:
    text = await page(browser, path, 404)
    assert "could not find" in text and 'href="/"' in text


async def test_markup_from_addresses_and_titles_stays_text(
    browser: Browser, sessions: Sessions
) -> None:
    async with writing(sessions) as session:
        product = await session.get(Product, "kettle-red")
        assert product is not None
        product.title_en = product.description_en = EVIL
    for path in (f"/search?q={EVIL}", f"/?lang={EVIL}", "/p/kettle-red", "/c/kettle"):
        assert "<script>alert" not in await page(browser, path)


async def test_from_product_to_order_without_scripts(browser: Browser, sessions: Sessions) -> None:
    address, text = await put_in(browser, "2")
    assert address == "/cart?note=added" and "¥100" in text
    form = await page(browser, "/checkout")
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    address, text = await send(browser, "/checkout", method="card", **ADDRESS, **hidden)
    number = re.fullmatch(r"/orders/(SK\w+)\?note=placed", address)
    assert number and "Thank you!" in text
    again, _ = await send(browser, "/checkout", method="card", **ADDRESS, **hidden)
    assert again == address  # sent twice, ordered once
    assert number[1] in await page(browser, "/orders")
    async with sessions() as session:
        assert len((await session.scalars(select(Order))).all()) == 1


async def test_a_form_with_gaps_comes_back_filled_in(browser: Browser) -> None:
    await put_in(browser)
    fields = ADDRESS | {"email": "nobody", "name": EVIL}
    _, text = await send(browser, "/checkout", method="card", key="k", total="1", **fields)
    assert "Please check this." in text and "1 Mill Bank" in text
    assert "<script>alert" not in text


async def test_more_than_there_is_cannot_be_bought(browser: Browser) -> None:
    address, text = await put_in(browser, "4")
    assert address == "/p/kettle-red?note=few" and "no more of these" in text
    await put_in(browser, "3")
    address, _ = await send(browser, "/cart/change", variant="kettle-red-1", quantity="9")
    assert address == "/cart?note=few"
    address, _ = await send(browser, "/cart/change", variant="kettle-red-1", quantity="-1")
    assert address == "/cart?note=number"


async def test_forms_of_foreign_pages_are_refused(browser: Browser) -> None:
    await put_in(browser)
    for path in ("/cart/add", "/cart/change", "/checkout", "/demo/sign-in", "/demo/sign-out"):
        fields = {"product": "kettle-red", "colour": "red", "variant": "kettle-red-1"}
        fields |= {"quantity": "0", "customer": "demo-1", "method": "card", **ADDRESS}
        async with browser.post(path, data=fields, headers=FOREIGN) as answer:
            assert answer.status == 403, path
    assert "red kettle" in await page(browser, "/cart")


@pytest.fixture
async def customers(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        for name in ("demo-1", "demo-2", "real-1"):
            session.add(Customer(id=name, name=name, email=f"{name}@example.com", created_at=now()))


@pytest.mark.usefixtures("customers")
async def test_one_click_signs_in_and_keeps_the_cart(browser: Browser) -> None:
    await put_in(browser)
    address, text = await send(browser, "/demo/sign-in", customer="demo-1")
    assert address == "/orders" and "demo-1" in text
    assert "red kettle" in await page(browser, "/cart")
    _, text = await send(browser, "/demo/sign-out")
    assert "demo-1" not in text
    assert "red kettle" not in await page(browser, "/cart")


@pytest.mark.usefixtures("customers")
async def test_nobody_but_demo_customers_can_be_signed_in_as(browser: Browser) -> None:
    async with browser.post("/demo/sign-in", data={"customer": "real-1"}, headers=OWN) as answer:
        assert answer.status == 404


@pytest.mark.usefixtures("customers")
async def test_a_planted_session_is_worth_nothing_after_sign_in(
    browser: Browser, new_browser: NewBrowser
) -> None:
    async with browser.post("/api/session", headers=OWN) as answer:
        planted = (await answer.json())["token"]
    await send(browser, "/demo/sign-in", customer="demo-1")
    attacker = await new_browser()
    bearer = {"Authorization": f"Bearer {planted}"}
    async with attacker.get("/api/orders", headers=bearer) as answer:
        assert answer.status == 403


@pytest.mark.usefixtures("customers")
async def test_the_next_customer_of_a_shared_browser_begins_anew(browser: Browser) -> None:
    await send(browser, "/demo/sign-in", customer="demo-1")
    await put_in(browser)
    await send(browser, "/demo/sign-in", customer="demo-2")
    assert "red kettle" not in await page(browser, "/cart")


async def test_only_pictures_of_goods_are_handed_out(browser: Browser) -> None:
    for name in ("nothing.webp", "..%2f..%2fgoods.webp", "%2e%2e/goods.py"):
        async with browser.get(URL(f"/media/{name}", encoded=True)) as answer:
            assert answer.status == 404, name


async def test_pictures_are_drawn_for_what_is_sold_only(browser: Browser) -> None:
    assert "<svg" in await page(browser, "/media/kettle-red.svg")
    async with browser.get("/media/nothing.svg") as answer:
        assert answer.status == 404
