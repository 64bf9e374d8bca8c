"""What the widget's tests share: a page to stand on, answers to give, photos, and short ways."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import JSON, Assistant, Gateway

EVIL = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'

HOST_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="{base}/widget.js" {attributes}></script></head>
<body><main {main}><h1>A shop</h1><button id="buy" type="button">Buy</button></main></body>
</html>"""


def host_page(base: str = "", lang: str = "en", attributes: str = "", main: str = "") -> str:
    """A shop's page with the widget's one script tag."""
    return HOST_PAGE.format(base=base, lang=lang, attributes=attributes, main=main)


def card(product_id: str, **more: Any) -> JSON:
    """A product card as the actions send it."""
    title = product_id.replace("-", " ").capitalize()
    plain = {
        "product_id": product_id,
        "variant_id": f"{product_id}-1",
        "title": title,
        "image": f"/media/{product_id}.svg",
        "price": 5000,
        "price_text": "¥50",
        "compare_at": None,
        "compare_at_text": "",
        "currency": "CNY",
        "stock": 12,
        "colour": "red",
        "size": "",
        "url": f"/p/{product_id}",
        "why": "",
    }
    return plain | more


KETTLES = [
    card(
        "kettle-red",
        compare_at=6500,
        compare_at_text="¥65",
        stock=3,
        why="Because you looked at a teapot",
    ),
    card("kettle-blue", price=9000, price_text="¥90", stock=0),
    card("kettle-green", title="保温电热水壶 1.7 升", price=12900, price_text="¥129"),
]

CART: JSON = {
    "lines": [
        {
            "product_id": "kettle-red",
            "variant_id": "kettle-red-1",
            "title": "Red kettle",
            "image": "/media/kettle-red.svg",
            "variant": "red",
            "quantity": 2,
            "total_text": "¥100",
        }
    ],
    "pieces": 2,
    "discount_text": "-¥10",
    "total_text": "¥90",
}

ORDER: JSON = {
    "number": "SKABC2345",
    "status": "shipped",
    "placed_at": "2026-03-02T10:00:00+00:00",
    "currency": "CNY",
    "subtotal": 10050,
    "shipping": 0,
    "discount": 1000,
    "total": 9050,
    "lines": [
        {
            "id": "l1",
            "product_id": "kettle-red",
            "title_en": "Red kettle",
            "title_zh": "红色水壶",
            "colour": "red",
            "size": "1.5 l",
            "quantity": 2,
            "unit_price": 5025,
        }
    ],
    "history": [
        {
            "kind": kind,
            "at": "2026-03-02T10:00:00+00:00",
            "place_en": "Hangzhou" if kind == "shipped" else "",
            "place_zh": "杭州" if kind == "shipped" else "",
            "carrier": "SwiftParcel" if kind == "shipped" else "",
            "tracking": "SW123" if kind == "shipped" else "",
        }
        for kind in ("placed", "paid", "shipped")
    ],
}


def furnish(assistant: Assistant) -> None:
    """Teach the assistant the answers that most tests ask for."""
    choices = [
        {"title": "Cheaper ones", "payload": '/refine_search{"price": "lower"}'},
        {"title": "Show more", "payload": "/show_more"},
    ]
    assistant.script |= {
        "kettles": [
            {"text": "Here are three kettles."},
            {"custom": {"cards": KETTLES, "quick_replies": choices}},
        ],
        "cart": [{"text": "In your cart:"}, {"custom": {"cart": CART, "link": "/cart"}}],
        "order": [{"text": "Your order is on its way."}, {"custom": {"order": ORDER}}],
        "person": [{"text": "Somebody will come.", "buttons": choices}],
    }


class Widget:
    """The widget on a page, as a shopper finds its parts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.launcher = page.locator(".launcher")
        self.panel = page.locator("dialog.panel")
        self.log = page.get_by_role("log")
        self.field = page.locator("textarea")
        self.messages = page.locator("article.message")
        self.own = page.locator("article.shopper")
        self.answers = page.locator("article.bot")
        self.newest_note = page.locator("article.newest .note")

    async def open(self) -> None:
        """Open it by its launcher."""
        await self.launcher.click()
        await expect(self.panel).to_be_visible()

    async def say(self, text: str) -> None:
        """Type and send."""
        await self.field.fill(text)
        await self.field.press("Enter")

    async def ask(self, text: str, answer: str = "") -> Locator:
        """Type, send, and see the answer; its message."""
        before = await self.answers.count()
        await self.say(text)
        await expect(self.answers).not_to_have_count(before)
        last = self.answers.nth(before)
        if answer:
            await expect(last).to_contain_text(answer)
        return last

    async def texts(self) -> list[str]:
        """Every bubble in its order."""
        return await self.page.locator("article.message .bubble").all_inner_texts()


async def visit(page: Page, gateway: Gateway, html: str | None = None) -> Widget:
    """Go to a shop's page and wait for its widget."""
    furnish(gateway.assistant)
    gateway.host_pages["shop"] = html or host_page()
    await page.goto(gateway.url("/host/shop"))
    await expect(page.locator("shop-assistant[data-ready]")).to_be_attached()
    return Widget(page)


def photo(width: int = 400, height: int = 300, form: str = "JPEG") -> bytes:
    """A small picture file."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#b44").save(out, form)
    return out.getvalue()
