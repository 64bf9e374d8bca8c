"""Everything has its room: the assistant's button lies on no control, long words stay inside."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Gateway
from tests.browser.widget_world import CART, card, visit

# At every place of the scroll bar: what the launcher covers of what one can press or fill in. Where
# a bar along the lower edge belongs to the launcher, pages end above that bar.
COVERED = """() => {
  const faults = new Set();
  const dock = document.querySelector(".dock");
  const bar = dock.checkVisibility() ? dock.getBoundingClientRect().top : innerHeight;
  const kinds = "a[href], button, input:not([type=hidden]), select";
  const controls = [...document.querySelectorAll(kinds)];
  for (let top = 0; top <= document.documentElement.scrollHeight; top += 40) {
    scrollTo({ top, behavior: "instant" });
    for (const control of controls) {
      const own = Boolean(control.closest(".dock"));
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
      if (!width || !height || !control.checkVisibility()) continue;
      for (const x of [left + 2, (left + right) / 2, right - 2])
        for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
          if (x < 0 || y < 0 || x >= innerWidth || y >= (own ? innerHeight : bar)) continue;
          if (document.elementFromPoint(x, y)?.localName === "shop-assistant")
            faults.add(`${control.outerHTML.slice(0, 80)} at ${Math.round(y)}`);
        }
    }
  }
  return [...faults];
}"""
# The whole of each control can be brought out from under bars by scrolling to it.
UNREACHED = """() => {
  const kinds = ":is(main, footer) :is(a[href], button, input:not([type=hidden]), select)";
  return [...document.querySelectorAll(kinds)].filter((control) => {
    const { width: shown } = control.getBoundingClientRect();
    const drawn = control.checkVisibility() && getComputedStyle(control).opacity !== "0";
    if (!shown || !drawn || control.matches(".hidden")) return false;
    control.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { left, top, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return !(control.contains(hit) || hit?.contains(control));
  }).map((control) => control.outerHTML.slice(0, 90));
}"""
PATHS = ("/", "/c/kettle", "/search?q=red", "/p/kettle-red", "/help", "/nothing", "/cart",
         "/checkout", "/orders", "/demo/sign-in")  # fmt: skip


@pytest.mark.parametrize("width", [360, 390, 480, 768, 1024, 1099, 1100, 1280, 1600])
async def test_no_control_is_covered(browser: Browser, shop: str, width: int) -> None:
    context = await browser.new_context(viewport={"width": width, "height": 640})
    page = await context.new_page()
    await _fill(page, shop)
    for path in PATHS:
        await page.goto(f"{shop}{path}{'&' if '?' in path else '?'}lang=en")
        await expect(page.locator("shop-assistant[data-ready]")).to_be_attached()
        assert await page.locator(".launcher").is_visible()
        assert await page.evaluate(COVERED) == [], path
        assert await page.evaluate(UNREACHED) == [], path
        overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, path
    await context.close()


TITLE = "A kettle with a handle of oak that boils a litre of water quickly and quietly " * 2
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
# What sticks out of the log, or out of a card or line that it belongs to.
STICKING_OUT = """() => {
  const log = document.querySelector("shop-assistant").shadowRoot.querySelector(".log");
  const faults = log.scrollWidth > log.clientWidth ? ["the log scrolls sideways"] : [];
  for (const part of log.querySelectorAll(".message *:not(.cards *, .cards), .card *")) {
    const frame = (part.closest(".card, .summary") ?? log).getBoundingClientRect();
    const { left, right, width } = part.getBoundingClientRect();
    if (width && !part.matches(".spoken") && (right > frame.right + 1 || left < frame.left - 1))
      faults.push(part.outerHTML.slice(0, 80));
  }
  return faults;
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_long_words_and_titles_stay_in_their_places(
    browser: Browser, gateway: Gateway, width: int
) -> None:
    context = await browser.new_context(viewport={"width": width, "height": 780})
    page = await context.new_page()
    widget = await visit(page, gateway)
    sums = {"price_text": "KWD 1,234,567.890", "compare_at_text": "KWD 2,345,678.901"}
    cards = [
        card("kettle-red", title=TITLE, why=TITLE, stock=3),
        card("kettle-blue", title=WORD, why=WORD, compare_at=6500, **sums),
        card("kettle-green", title="超长的商品名称" * 12),
    ]
    choices = [{"title": words, "payload": "/x"} for words in (TITLE, WORD, "38")]
    line = {**CART["lines"][0], "title": WORD, "variant": WORD, "total_text": "KWD 1,234,567.890"}
    gateway.assistant.script |= {
        "long": [{"text": f"{WORD} https://example.com/{'a' * 200}"},
                 {"custom": {"cards": cards, "quick_replies": choices}}],
        "long cart": [{"text": "Cart"}, {"custom": {"cart": {**CART, "lines": [line]}}}],
    }  # fmt: skip
    await widget.open()
    await widget.ask("long")
    assert await page.evaluate(STICKING_OUT) == []
    await widget.ask("long cart")
    assert await page.evaluate(STICKING_OUT) == []
    await context.close()


async def _fill(page: Page, shop: str) -> None:
    """Something in the cart, and a customer signed in."""
    await page.goto(f"{shop}/demo/sign-in")
    await page.locator(".people button").click()
    await page.goto(f"{shop}/p/kettle-red")
    await page.locator("[data-put]").click()
    await expect(page.locator(".held [data-pieces]")).to_have_text("1")
