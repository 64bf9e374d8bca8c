"""What axe says of widget and shop by WCAG 2.1 AA, on wide and narrow windows, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Gateway
from tests.browser.widget_world import photo, visit

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
WINDOWS = [(1280, 800), (390, 780)]


async def faults(page: Page) -> list[str]:
    """Rule and element of each violation."""
    # Colours are read from what is drawn, so nothing may be half-way through a transition.
    await page.evaluate("Promise.all(document.getAnimations().map((a) => a.finish()))")
    found = await Axe().run(page, options=RULES)
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_widget_with_all_it_can_show(
    browser: Browser, gateway: Gateway, size: tuple[int, int], scheme: str
) -> None:
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = await context.new_page()
    widget = await visit(page, gateway)
    assert await faults(page) == []
    await widget.open()
    assert await faults(page) == []
    for text in ("kettles", "cart", "order", "person", "hello"):
        await widget.ask(text)
    assert await faults(page) == []
    await page.get_by_role("button", name="切换到中文").click()
    assert await faults(page) == []
    await context.close()


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_pages_of_the_shop(
    browser: Browser, shop: str, size: tuple[int, int], scheme: str
) -> None:
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = await context.new_page()
    for path in ("/", "/c/kettle", "/search?q=red", "/p/kettle-red", "/demo/sign-in", "/nothing"):
        for language in ("en", "zh"):
            await page.goto(f"{shop}{path}{'&' if '?' in path else '?'}lang={language}")
            assert await faults(page) == [], path
    await page.goto(f"{shop}/p/kettle-red")
    await page.locator("[data-put]").click()
    await expect(page.locator("[data-pieces]")).to_have_text("1")
    await page.goto(f"{shop}/demo/sign-in")
    await page.locator(".people button").click()
    for path in ("/cart", "/checkout"):
        await page.goto(f"{shop}{path}")
        assert await faults(page) == [], path
    for name, value in {"phone": "13800000000", "line": "1 Mill Bank", "city": "上海"}.items():
        await page.locator(f"input[name={name}]").fill(value)
    await page.locator("button.big").click()
    await expect(page.locator("h1")).to_contain_text("SK")
    assert await faults(page) == []
    await page.goto(f"{shop}/orders")
    assert await faults(page) == []
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= size[0]  # nothing sticks out sideways
    await context.close()


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_owners_page(
    browser: Browser, gateway: Gateway, size: tuple[int, int], scheme: str
) -> None:
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = await context.new_page()
    for language in ("en", "zh"):
        await page.goto(gateway.url(f"/?lang={language}"))
        await expect(page.locator(".launcher")).to_be_visible()
        assert await faults(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= size[0]
    await page.locator("[data-copy]").click()
    await page.locator(".launcher").click()
    await page.locator("textarea").fill("hello")
    await page.locator("textarea").press("Enter")
    await expect(page.locator("article.bot")).to_contain_text("You said: hello")
    await context.close()


async def test_the_whole_of_it_by_keyboard(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await widget.launcher.focus()
    await page.keyboard.press("Enter")
    await expect(widget.field).to_be_focused()
    await page.keyboard.type("kettles")
    await page.keyboard.press("Enter")
    await expect(widget.answers).to_have_count(1)
    add = page.get_by_role("button", name="Add to cart").first
    for _ in range(25):
        if await add.evaluate("(node) => node === node.getRootNode().activeElement"):
            break
        await page.keyboard.press("Shift+Tab")
    await expect(add).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(widget.answers).to_have_count(2)
    await page.keyboard.press("Escape")
    await expect(widget.panel).to_be_hidden()
    await expect(widget.launcher).to_be_focused()


async def test_a_photo_is_previewed_and_sent_with_its_words(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await page.locator("input[type=file]").set_input_files(
        {"name": "kettle.jpg", "mimeType": "image/jpeg", "buffer": photo(3000, 2000)}
    )
    await expect(page.locator(".preview img")).to_be_visible()
    assert await faults(page) == []
    await widget.say("do you have this?")
    await expect(widget.answers).to_have_count(1)
    sent = widget.own.last.locator("img.photo")
    await expect(sent).to_be_visible()
    await page.reload()
    await expect(widget.own.last.locator("img.photo")).to_be_visible()


async def test_a_part_of_a_photo_just_sent_can_be_framed_and_searched(
    page: Page, gateway: Gateway
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await page.locator("input[type=file]").set_input_files(
        {"name": "kettle.jpg", "mimeType": "image/jpeg", "buffer": photo(900, 600)}
    )
    await widget.say("do you have this?")
    await expect(widget.answers).to_have_count(1)
    await page.get_by_role("button", name="Choose a part").click()
    frame = page.get_by_role("group", name="Draw a frame")
    await expect(frame).to_be_focused()
    await frame.press("ArrowRight")
    assert await faults(page) == []
    await page.get_by_role("button", name="Search this part").click()
    await expect(widget.answers).to_have_count(2)
    await expect(widget.own).to_have_count(2)
    await expect(widget.own.last.locator(".crop")).to_be_visible()
    await page.reload()
    await expect(widget.own.last.locator(".crop")).to_be_visible()


async def test_a_file_that_is_no_photo_is_refused_with_a_reason(
    page: Page, gateway: Gateway
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await page.locator("input[type=file]").set_input_files(
        {"name": "kettle.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"}
    )
    await widget.say("this one")
    await expect(page.get_by_role("alert").filter(has_text="not a photo")).to_be_visible()
    await expect(widget.answers).to_have_count(0)
