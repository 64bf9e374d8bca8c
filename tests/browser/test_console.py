"""Shopper and staff side by side, each in a window of their own, in both languages."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page, expect
from sqlalchemy import select

from shop import handoffs, staff
from shop.database import Sessions, writing
from shop.tables import Conversation, Handoff, Product, Staff
from tests.browser.conftest import Assistant, Gateway
from tests.browser.test_access import faults
from tests.browser.widget_world import Widget, visit

PASSWORD = "a-long-password"


class Console:
    """The console in a window, as its user finds its parts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.waiting = page.locator(".section").first.locator(".line")
        self.field = page.locator(".composer textarea")
        self.log = page.get_by_role("log")
        self.state = page.locator(".head .state")

    async def say(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    def said(self, text: str) -> Locator:
        return self.log.locator(".bubble", has_text=text)


@pytest.fixture
async def desk_page(browser: Browser) -> AsyncIterator[Page]:
    """A second window, with cookies of its own, on which nothing may go wrong unseen."""
    context = await browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    await context.close()
    assert not errors


async def account(sessions: Sessions, name: str = "Mia", role: str = staff.LEAD) -> Staff:
    async with writing(sessions) as session:
        return await staff.add(session, address(name), name, role, PASSWORD)


def address(name: str) -> str:
    return f"{name.lower() if name.isascii() else 'mei'}@example.com"


async def sign_in(page: Page, gateway: Gateway, name: str = "Mia") -> Console:
    await page.goto(gateway.url("/staff"))
    await page.locator("[name=email]").fill(address(name))
    await page.locator("[name=password]").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator(".inbox")).to_be_visible()
    return Console(page)


async def queue(sessions: Sessions, reason: str = "asked") -> str:
    async with writing(sessions) as session:
        name = await session.scalar(
            select(Conversation.id).order_by(Conversation.created_at.desc())
        )
        assert name
        await handoffs.enqueue(session, name, reason, 0.5, {})
        return name


async def waiting_shopper(page: Page, gateway: Gateway, sessions: Sessions) -> Widget:
    """A shopper in the queue, who has just seen the assistant answer."""
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("kettles")
    gateway.assistant.hold.clear()
    await widget.say("person please")
    await expect(page.locator(".typing")).to_be_visible()
    await queue(sessions)
    gateway.assistant.hold.set()
    await expect(page.get_by_text("You are number 1 in the queue")).to_be_visible()
    return widget


async def test_side_by_side(
    page: Page, desk_page: Page, gateway: Gateway, sessions: Sessions, assistant: Assistant
) -> None:
    await account(sessions)
    console = await sign_in(desk_page, gateway)
    await expect(console.waiting).to_have_count(0)
    widget = await waiting_shopper(page, gateway, sessions)
    await expect(console.waiting).to_have_count(1)
    await console.waiting.click()
    await expect(console.said("Here are three kettles.")).to_be_visible()
    await expect(console.state).to_have_text("Waiting for a person")

    await desk_page.keyboard.press("t")
    await expect(console.state).to_have_text("You answer")
    await expect(page.get_by_text("Mia from the shop has joined.")).to_be_visible()
    await expect(page.get_by_text("You are talking to Mia.")).to_be_visible()
    await expect(console.field).to_be_focused()

    await desk_page.keyboard.type("Which colour")
    await expect(page.locator(".typing")).to_be_visible()
    await expect(page.locator(".typing .spoken")).to_have_text("Mia is typing…")
    await desk_page.keyboard.press("Enter")
    await expect(page.locator("article.staff")).to_contain_text("MiaWhich colour")
    await expect(desk_page.locator(".foot.read")).to_have_text("Read")

    await widget.field.press_sequentially("red")
    await expect(desk_page.locator(".talk .sign")).to_contain_text("is typing…")
    await widget.field.press("Enter")
    await expect(console.said("red").last).to_be_visible()
    assert assistant.heard == ["kettles", "person please"]

    await console.field.press("Escape")
    await desk_page.keyboard.press("p")
    await desk_page.locator("dialog .choice", has_text="red kettle").click()
    await desk_page.get_by_role("button", name="Send").last.click()
    await expect(page.locator("article.staff .card")).to_contain_text("red kettle")

    await desk_page.get_by_role("button", name="Resolve").click()
    await desk_page.get_by_role("button", name="About a product").click()
    await expect(console.state).to_have_text("The assistant answers")
    await page.get_by_role("button", name="Very good").click()
    await expect(page.get_by_text("Thank you, that helps us.")).to_be_visible()
    await widget.ask("thanks", "You said: thanks")
    async with sessions() as session:
        found = await session.scalar(select(Handoff))
        assert found and (found.topic, found.rating) == ("product", 5)


async def test_side_by_side_in_chinese(
    page: Page, desk_page: Page, gateway: Gateway, sessions: Sessions
) -> None:
    await account(sessions, "小美")
    widget = await waiting_shopper(page, gateway, sessions)
    console = await sign_in(desk_page, gateway, "小美")
    await desk_page.get_by_role("button", name="切换到中文").click()
    await expect(desk_page.get_by_role("heading", name="会话")).to_be_visible()
    await console.waiting.click()
    await desk_page.get_by_role("button", name="接手").click()
    await console.say("您好，我来帮您。")
    await expect(page.locator("article.staff")).to_contain_text("小美您好，我来帮您。")
    await widget.say("谢谢")
    await expect(console.said("谢谢")).to_be_visible()
    await desk_page.get_by_role("button", name="交还助手").click()
    await expect(console.state).to_have_text("智能助手正在接待")
    await widget.ask("好的", "You said: 好的")


async def test_two_colleagues_see_each_other_and_pass_a_shopper_on(
    page: Page, desk_page: Page, browser: Browser, gateway: Gateway, sessions: Sessions
) -> None:
    await account(sessions)
    await account(sessions, "Tom", staff.AGENT)
    widget = await waiting_shopper(page, gateway, sessions)
    mia = await sign_in(desk_page, gateway)
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    tom = await sign_in(await context.new_page(), gateway, "Tom")
    await mia.waiting.click()
    await desk_page.get_by_role("button", name="Take over").click()
    await expect(tom.page.get_by_role("heading", name="Colleagues")).to_be_visible()
    await desk_page.get_by_role("button", name="Transfer").click()
    await desk_page.get_by_role("button", name="Tom here").click()
    await expect(tom.page.get_by_role("heading", name="Mine")).to_be_visible()
    await tom.page.locator(".line").first.click()
    await tom.say("Tom here")
    await expect(page.locator("article.staff")).to_contain_text("TomTom here")
    await expect(mia.field).to_be_disabled()
    await expect(page.get_by_text("You are talking to Tom.")).to_be_visible()
    await widget.say("hello Tom")
    await expect(mia.said("hello Tom")).to_be_visible()
    await context.close()


async def test_nothing_is_lost_while_the_line_is_away(
    page: Page, desk_page: Page, gateway: Gateway, sessions: Sessions
) -> None:
    await account(sessions)
    widget = await waiting_shopper(page, gateway, sessions)
    console = await sign_in(desk_page, gateway)
    await console.waiting.click()
    await desk_page.get_by_role("button", name="Take over").click()
    await expect(console.state).to_have_text("You answer")
    await gateway.stop()
    await expect(desk_page.locator(".offline")).to_be_visible()
    await console.say("written meanwhile")
    await expect(desk_page.locator(".foot.bad")).to_be_visible()
    await widget.say("me too")
    await gateway.start()
    await expect(console.said("me too")).to_be_visible(timeout=20_000)
    await expect(desk_page.locator(".offline")).to_be_hidden()
    await desk_page.get_by_role("button", name="Try again").click()
    await expect(page.locator("article.staff")).to_contain_text("written meanwhile")
    texts = await console.log.locator(".bubble").all_inner_texts()
    assert texts.count("me too") == texts.count("written meanwhile") == 1


HURT = (
    "<script>window.hurt=1</script>", "<img src=x onerror=window.hurt=1>", "\"><svg onload=hurt=1>",
    "javascript:window.hurt=1", "<iframe srcdoc='<script>parent.hurt=1</script>'>",
    "{{constructor.constructor('hurt=1')()}}", "</textarea><script>hurt=1</script>",
    "<a href='javascript:hurt=1'>x</a>", "https://x.example/\"onmouseover=\"hurt=1",
    "<style>@import 'data:,*{}'</style>", "<math><mtext></p><img src onerror=hurt=1>",
    "&lt;script&gt;hurt=1&lt;/script&gt;", "<b onclick=hurt=1>b</b>",
    "\u202e<script>hurt=1</script>",
    "<!--><img src=x onerror=hurt=1>-->", "<details open ontoggle=hurt=1>",
    "<input autofocus onfocus=hurt=1>", "<form><button formaction=javascript:hurt=1>",
    "<object data=javascript:hurt=1>", "<embed src=javascript:hurt=1>",
)  # fmt: skip
FRAMES = ("{}", "a {} b", "{0}{0}", "\n{}\n", "'{}'")


async def test_no_word_of_anybody_becomes_code_in_either_page(
    page: Page, desk_page: Page, gateway: Gateway, sessions: Sessions
) -> None:
    """A hundred strings from the shopper, the same in names, notes, titles and replies."""
    texts = [frame.format(text) for text in HURT for frame in FRAMES]
    assert len(texts) == 100
    await account(sessions)
    async with writing(sessions) as session:
        mia = await session.scalar(select(Staff))
        product = await session.get_one(Product, "kettle-red")
        assert mia
        mia.name = product.title_en = HURT[1]
        product.image = "javascript:window.hurt=1"
    widget = await waiting_shopper(page, gateway, sessions)
    console = await sign_in(desk_page, gateway)
    await console.waiting.click()
    await desk_page.get_by_role("button", name="Take over").click()
    for text in texts:
        await widget.say(text)
    await expect(console.log.locator(".by-shopper")).to_have_count(len(texts) + 2, timeout=30_000)
    for text in HURT:
        await console.say(text)
    await expect(page.locator("article.staff")).to_have_count(len(HURT), timeout=30_000)
    await console.field.press("Escape")
    await desk_page.keyboard.press("n")
    await console.say(HURT[0])
    await expect(desk_page.locator(".by-note")).to_have_count(1)
    await desk_page.keyboard.press("Escape")
    await desk_page.keyboard.press("p")
    await desk_page.locator("dialog .choice", has_text="onerror").click()
    await desk_page.locator("dialog footer .main").click()
    await expect(page.locator("article.staff .card")).to_have_count(1)
    await desk_page.keyboard.press("2")
    await desk_page.locator("[name=q]").fill("script")
    await desk_page.keyboard.press("Enter")
    await expect(desk_page.locator(".result")).to_have_count(1)
    for each in (page, desk_page):
        assert await each.evaluate("window.hurt") is None
        assert await each.locator("iframe, object, embed, [onerror], [onclick]").count() == 0


@pytest.mark.parametrize("size", [(1440, 900), (900, 800), (390, 780)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing(
    browser: Browser, page: Page, gateway: Gateway, sessions: Sessions,
    size: tuple[int, int], scheme: str,
) -> None:  # fmt: skip
    await account(sessions)
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    desk_page = await context.new_page()
    await desk_page.goto(gateway.url("/staff"))
    await expect(desk_page.locator("form")).to_be_visible()
    assert await faults(desk_page) == []
    console = await sign_in(desk_page, gateway)
    assert await faults(desk_page) == []
    await waiting_shopper(page, gateway, sessions)
    async with writing(sessions) as session:
        conversation = await session.scalar(select(Conversation))
        assert conversation
        conversation.purchase_intent = 0.8
        conversation.purchase_reasons = [["views", 1.0], ["minutes", -0.5]]
        conversation.memory = {
            "task": {"kind": handoffs.DAMAGED_TASK},
            "shown": [{"product_id": "kettle-red"}],
        }
    await desk_page.reload()
    await console.waiting.click()
    await expect(console.said("Here are three kettles.")).to_be_visible()
    assert await faults(desk_page) == []
    await desk_page.keyboard.press("t")
    await console.say("hello")
    await expect(console.said("hello")).to_be_visible()
    await desk_page.locator(".modes button").last.click()
    await console.say("a note")
    await expect(desk_page.locator(".by-note")).to_be_visible()
    assert await faults(desk_page) == []
    await console.field.press("Escape")
    for key in ("d", "?", "p", "c", "x", "e"):
        await desk_page.keyboard.press(key)
        opened = desk_page.locator(".beside" if key == "d" else "dialog[open]")
        await expect(opened, key).to_be_attached()
        assert await faults(desk_page) == [], key
        await desk_page.keyboard.press("d" if key == "d" else "Escape")
        # A dialog goes a moment after Escape; keys pressed before that are still its own.
        await expect(desk_page.locator("dialog")).to_have_count(0)
    for key in ("2", "3", "4"):
        await desk_page.keyboard.press(key)
        await expect(desk_page.locator(".page")).to_be_visible()
        assert await faults(desk_page) == [], key
    await context.close()
