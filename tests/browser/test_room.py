"""The button that opens the assistant never lies on a control of the demo shop's pages."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

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


async def _fill(page: Page, shop: str) -> None:
    """Something in the cart, and a customer signed in."""
    await page.goto(f"{shop}/demo/sign-in")
    await page.locator(".people button").click()
    await page.goto(f"{shop}/p/kettle-red")
    await page.locator("[data-put]").click()
    await expect(page.locator(".held [data-pieces]")).to_have_text("1")
