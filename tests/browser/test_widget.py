"""What a shopper sees of the widget, in Chromium, against the real gateway."""

from __future__ import annotations

import gzip

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import select, update

from bot.app import identity_secret
from bot.pages import WEB
from shop import conversations, identity
from shop.conversations import QUEUE, Draft
from shop.database import Sessions, now, writing
from shop.tables import Conversation, Customer, Event, Visitor
from tests.browser.conftest import JSON, Assistant, Gateway
from tests.browser.widget_world import EVIL, Widget, card, furnish, host_page, visit

MOST_BYTES = 30_000  # of all that a page loads, each file gzipped as a server sends it


async def test_what_a_page_loads_of_the_widget_is_small(page: Page, gateway: Gateway) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    widget = await visit(page, gateway)
    await widget.open()
    names = {url.rpartition("/")[2] for url in asked if "/widget/" in url or url.endswith(".js")}
    files = [path for path in (WEB / "widget").iterdir() if path.name in names]
    assert len(files) > 10
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) < MOST_BYTES


async def test_a_message_is_sent_and_answered(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await expect(widget.field).to_be_focused()
    await widget.ask("hello there", "You said: hello there")
    await expect(widget.newest_note).to_contain_text("Sent")
    assert assistant.heard == ["hello there"]


async def test_an_answer_under_way_shows_a_typing_sign(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    assistant.hold.clear()
    await widget.say("slow question")
    await expect(page.locator(".typing")).to_be_visible()
    assistant.hold.set()
    await expect(widget.answers).to_have_count(1)
    await expect(page.locator(".typing")).to_be_hidden()


async def test_the_typing_sign_goes_out_by_itself(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    await page.clock.install()
    widget = await visit(page, gateway)
    await widget.open()
    assistant.hold.clear()
    await widget.say("a question nobody answers")
    await expect(page.locator(".typing")).to_be_visible()
    await page.clock.run_for(11_000)
    await expect(page.locator(".typing")).to_be_hidden()
    assistant.hold.set()


async def test_history_is_there_after_a_reload(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("first")
    await widget.ask("second")
    before = await widget.texts()
    await page.reload()
    await expect(widget.messages).to_have_count(4)
    assert await widget.texts() == before
    await expect(widget.panel).to_be_visible()  # it was open, and is again on the next page
    assert await page.evaluate("document.activeElement.tagName") == "BODY"


async def test_unread_answers_are_counted_until_they_are_read(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    assistant.hold.clear()
    await widget.say("take your time")
    await expect(page.locator(".typing")).to_be_visible()
    await page.keyboard.press("Escape")
    assistant.hold.set()
    await expect(page.locator(".badge")).to_have_text("1")
    await expect(widget.launcher).to_have_accessible_name("Open the shop assistant, 1 unread")
    await page.reload()
    await expect(page.locator(".badge")).to_have_text("1")
    await widget.open()
    await page.keyboard.press("Escape")
    await expect(page.locator(".badge")).to_be_hidden()


async def test_a_restart_of_the_server_loses_and_doubles_nothing(
    page: Page, gateway: Gateway
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("before")
    await gateway.stop()
    await widget.say("into the dark")
    await expect(widget.newest_note).to_have_text("Sending…")
    await expect(page.locator(".banner.away")).to_be_visible()
    await gateway.start()
    await expect(widget.answers).to_have_count(2)
    assert await widget.texts() == [
        "before",
        "You said: before",
        "into the dark",
        "You said: into the dark",
    ]
    await expect(page.locator(".banner.away")).to_be_hidden()


async def test_without_network_messages_wait_and_answers_are_caught_up(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    assistant.hold.clear()
    await widget.say("one")
    await expect(widget.newest_note).to_contain_text("Sent")
    await page.context.set_offline(True)
    await expect(page.locator(".banner.away")).to_be_visible()
    assistant.hold.set()  # answered while nobody can hear
    await widget.say("two")
    await page.context.set_offline(False)
    await expect(widget.answers).to_have_count(2)
    assert await widget.texts() == ["one", "You said: one", "two", "You said: two"]
    assert assistant.heard == ["one", "two"]


async def test_an_unsent_message_says_so_and_a_tap_sends_it_once(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    await page.clock.install()
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("before")
    await gateway.stop()
    await widget.say("is anybody there?")
    await page.clock.run_for(16_000)
    retry = page.get_by_role("button", name="Not sent. Tap to retry")
    await expect(retry).to_be_visible()
    await gateway.start()
    await page.clock.run_for(20_000)
    await expect(page.locator(".banner.away")).to_be_hidden()
    await retry.click()
    await expect(widget.answers).to_have_count(2)
    await expect(widget.own).to_have_count(2)
    assert assistant.heard == ["before", "is anybody there?"]


async def test_what_was_unsent_is_sent_from_the_next_page(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("before")
    await gateway.stop()
    await widget.say("just before the click")
    await gateway.start()
    await page.reload()
    await expect(widget.answers).to_have_count(2)
    assert assistant.heard == ["before", "just before the click"]


async def test_goods_without_a_picture_have_a_drawn_bag(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    cards = [card("plain", image=None), card("lost", image="/media/lost.jpg"), card("kettle-red")]
    assistant.script["goods"] = [{"text": "Here:"}, {"custom": {"cards": cards}}]
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("goods", "Here:")
    await expect(page.locator(".card .frame svg")).to_have_count(2)
    await expect(page.locator(".card .frame img")).to_have_count(1)


async def test_cards_show_goods_and_their_buttons_reach_the_assistant(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    answer = await widget.ask("kettles", "Here are three kettles.")
    red, blue, green = await answer.get_by_role("listitem").all()
    for words in ("Kettle red", "¥50", "¥65", "Only 3 left", "Because you looked at a teapot"):
        await expect(red).to_contain_text(words)
    await expect(red.get_by_role("img")).to_have_attribute("alt", "Kettle red, red")
    await expect(red.get_by_role("link")).to_have_attribute("href", gateway.url("/p/kettle-red"))
    await expect(blue).to_contain_text("Sold out")
    await expect(blue.get_by_role("button", name="Add to cart")).to_have_count(0)
    await expect(green.locator(".title")).to_have_attribute("lang", "zh")
    await red.get_by_role("button", name="Add to cart").click()
    await expect(widget.answers).to_have_count(2)
    await blue.get_by_role("button", name="Similar").click()
    await expect(widget.answers).to_have_count(3)
    await green.get_by_role("button", name="Not for me").click()
    await expect(widget.answers).to_have_count(4)
    assert assistant.heard[1:] == [
        '/card_add{"product_id": "kettle-red", "variant_id": "kettle-red-1"}',
        '/card_similar{"product_id": "kettle-blue", "variant_id": "kettle-blue-1"}',
        '/card_dismiss{"product_id": "kettle-green", "variant_id": "kettle-green-1"}',
    ]


async def test_the_carousel_turns_by_its_arrows(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("kettles")
    last = page.locator(".card").last
    await expect(last).not_to_be_in_viewport(ratio=0.9)
    more = page.get_by_role("button", name="More products")
    await more.click()
    await expect(page.get_by_role("button", name="Previous products")).to_be_visible()
    await expect(last).to_be_in_viewport(ratio=0.9)
    await expect(more).to_be_hidden()


async def test_a_quick_reply_sends_its_payload_and_goes(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("kettles")
    await page.get_by_role("button", name="Cheaper ones").click()
    await expect(widget.answers).to_have_count(2)
    await expect(widget.own.last).to_contain_text("Cheaper ones")
    assert assistant.heard[-1] == '/refine_search{"price": "lower"}'
    await expect(page.get_by_role("button", name="Cheaper ones")).to_have_count(0)
    await expect(widget.field).to_be_focused()


async def test_cart_and_order_are_summed_up(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("cart")
    cart = page.get_by_role("region", name="Your cart")
    for words in ("Red kettle", "red × 2", "¥100", "-¥10", "2 pieces", "¥90"):
        await expect(cart).to_contain_text(words)
    link = cart.get_by_role("link", name="Go to cart")
    await expect(link).to_have_attribute("href", gateway.url("/cart"))
    await widget.ask("order")
    order = page.get_by_role("region", name="Order SKABC2345")
    for words in ("On its way", "2 Mar 2026", "¥100.50", "-¥10", "free", "¥90.50", "SW123"):
        await expect(order).to_contain_text(words)


async def test_the_language_is_switched_and_stays(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("order")
    await page.get_by_role("button", name="切换到中文").click()
    await expect(widget.field).to_have_attribute("placeholder", "您想找什么？")
    order = page.get_by_role("region", name="订单 SKABC2345")
    for words in ("运输中", "红色水壶", "包邮", "杭州"):
        await expect(order).to_contain_text(words)
    await expect(widget.newest_note).to_contain_text("已发送")
    await page.reload()
    await expect(widget.field).to_have_attribute("placeholder", "您想找什么？")


@pytest.mark.parametrize(
    ("html", "name"),
    [
        (host_page(lang="zh-CN"), "打开智能导购"),
        (host_page(lang="zh-CN", attributes='data-language="en"'), "Open the shop assistant"),
    ],
)
async def test_the_language_is_the_pages_or_the_tags(
    page: Page, gateway: Gateway, html: str, name: str
) -> None:
    widget = await visit(page, gateway, html)
    await expect(widget.launcher).to_have_accessible_name(name)


async def test_markup_in_texts_titles_and_addresses_stays_text(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    evil = card("kettle-red", title=EVIL, why=EVIL, image="javascript:window.hurt=1")
    evil |= {"url": "javascript:window.hurt=1", "price_text": EVIL, "colour": '" onload="hurt=1'}
    line: JSON = {"title": EVIL, "variant": EVIL, "image": "data:text/html,x", "quantity": 1}
    cart = {"lines": [line | {"total_text": EVIL}], "pieces": 1, "total_text": EVIL}
    assistant.script["evil"] = [
        {"text": EVIL, "buttons": [{"title": EVIL, "payload": "/x"}]},
        {"custom": {"cards": [evil], "cart": cart, "link": "javascript:window.hurt=1"}},
    ]
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask(EVIL)
    await widget.ask("evil")
    await expect(page.locator(".card .title")).to_have_text(EVIL)
    await expect(page.locator(".choices").get_by_text(EVIL)).to_be_visible()
    await page.reload()
    await expect(page.locator(".card .title")).to_have_text(EVIL)
    assert await page.locator("shop-assistant script, shop-assistant [onerror]").count() == 0
    assert await page.locator("shop-assistant [href^='javascript:']").count() == 0
    assert await page.evaluate("window.hurt") is None


async def test_addresses_in_answers_are_links(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    assistant.script["where"] = [{"text": "See https://example.com/a?b=1. 或 https://例.cn/店。"}]
    widget = await visit(page, gateway)
    await widget.open()
    answer = await widget.ask("where")
    links = [await a.get_attribute("href") for a in await answer.get_by_role("link").all()]
    assert links[0] == "https://example.com/a?b=1"
    assert len(links) == 2
    await expect(answer.locator(".bubble")).to_have_text(
        "See https://example.com/a?b=1. 或 https://例.cn/店。"
    )


async def test_an_unknown_visitor_begins_anew_and_loses_no_words(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    widget = await visit(page, gateway)
    await page.evaluate("localStorage.setItem('shopkeeper-token', 'nobody')")
    await page.reload()
    await widget.open()
    await widget.ask("hello?", "You said: hello?")
    assert assistant.heard == ["hello?"]


async def test_a_refused_message_says_why(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("kettles")
    card_button = page.get_by_role("button", name="Similar: Kettle red")
    await widget.field.evaluate("field => field.removeAttribute('maxlength')")
    await widget.say("x" * 4001)
    await expect(widget.newest_note).to_contain_text("Not sent: the server did not accept it")
    await widget.newest_note.get_by_role("button", name="Remove").click()
    await expect(widget.own).to_have_count(1)
    await expect(card_button).to_be_visible()


async def test_waiting_for_a_person_can_be_ended(
    page: Page, gateway: Gateway, assistant: Assistant, sessions: Sessions
) -> None:
    assistant.hold.clear()
    widget = await visit(page, gateway)
    await widget.open()
    await widget.say("person")
    await expect(page.locator(".typing")).to_be_visible()
    async with writing(sessions) as session:
        await session.execute(update(Conversation).values(owner=QUEUE))
    assistant.hold.set()
    await expect(page.get_by_text("in the queue for a person")).to_be_visible()
    await widget.say("are you there?")
    await expect(widget.newest_note).to_contain_text("a person will read it")
    await page.get_by_role("button", name="Back to the assistant").click()
    await expect(page.get_by_text("You are with the assistant again.")).to_be_visible()
    await expect(page.get_by_text("in the queue for a person")).to_be_hidden()
    await expect(widget.newest_note).not_to_contain_text("a person will read it")
    await widget.ask("hello again", "You said: hello again")


async def test_a_person_of_the_shop_is_named_as_such(
    page: Page, gateway: Gateway, sessions: Sessions
) -> None:
    widget = await visit(page, gateway)
    await widget.open()
    await widget.ask("hello")
    async with writing(sessions) as session:
        conversation = (await session.scalars(select(Conversation))).one()
        conversation.owner = "staff-1"
        await conversations.append(session, conversation.id, "staff", Draft("Lin here."))
    await page.reload()
    await expect(page.get_by_text("You are talking to a person.")).to_be_visible()
    await expect(page.locator("article.staff")).to_contain_text("SupportLin here.")


async def test_the_page_can_open_it_and_gets_its_focus_back(page: Page, gateway: Gateway) -> None:
    widget = await visit(page, gateway)
    await page.locator("#buy").focus()
    await page.evaluate("window.Shopkeeper.open()")
    await expect(widget.field).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("#buy")).to_be_focused()


async def test_views_are_told_by_the_page_and_by_its_marked_product(
    page: Page, gateway: Gateway, sessions: Sessions
) -> None:
    widget = await visit(page, gateway, host_page(main='data-product="kettle-red"'))
    await page.evaluate("window.Shopkeeper.track('favourite', 'kettle-blue')")
    await widget.open()
    await widget.ask("hello")  # sent after the two
    async with sessions() as session:
        found = await session.execute(select(Event.kind, Event.product_id))
        told = {(kind, product) for kind, product in found}
    assert told == {("view", "kettle-red"), ("favourite", "kettle-blue")}


async def test_identify_binds_the_customer_and_another_one_starts_anew(
    page: Page, gateway: Gateway, assistant: Assistant, sessions: Sessions
) -> None:
    async with writing(sessions) as session:
        for name in ("ada", "bo"):
            session.add(Customer(id=name, name=name.title(), created_at=now()))
    secret = identity_secret(gateway.settings)
    origin = f"http://127.0.0.1:{assistant.port}"  # a shop elsewhere, without cookies of ours
    assistant.pages["/pages/shop"] = host_page(base=gateway.url(""))
    await page.goto(f"{origin}/pages/shop")
    widget = Widget(page)
    await widget.open()
    await widget.ask("I am Ada")
    for name in ("ada", "ada", "bo"):
        word = identity.sign_customer(name, secret)
        await page.evaluate("word => window.Shopkeeper.identify(word)", word)
        known = "name => localStorage.getItem('shopkeeper-customer') === name"
        await page.wait_for_function(known, arg=name)
    await expect(widget.messages).to_have_count(0)
    await widget.ask("I am Bo")
    assert await widget.texts() == ["I am Bo", "You said: I am Bo"]
    async with sessions() as session:
        people = await session.scalars(select(Visitor.customer_id))
        assert sorted(filter(None, people)) == ["ada", "bo"]


async def test_it_works_on_the_page_of_another_origin(
    page: Page, gateway: Gateway, assistant: Assistant
) -> None:
    furnish(assistant)
    assistant.pages["/pages/shop"] = host_page(base=gateway.url(""))
    await page.goto(f"http://127.0.0.1:{assistant.port}/pages/shop")
    widget = Widget(page)
    await widget.open()
    answer = await widget.ask("kettles")
    drawn = "image => image.complete && image.naturalWidth > 0"
    red = answer.locator(".card img").first
    await page.wait_for_function(drawn, arg=await red.element_handle())
    await expect(red).to_have_attribute("src", gateway.url("/media/kettle-red.svg"))
    await expect(widget.panel).to_have_css("position", "fixed")
