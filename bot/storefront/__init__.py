"""The demo shop: pages on which a visitor shops, with the widget on each."""

from __future__ import annotations

from aiohttp import web

from bot.pages import WEB
from bot.storefront import basket, goods, people, pictures, till
from bot.storefront.page import PAGES, Pages, readable_errors


def add_to(app: web.Application) -> None:
    """Add the demo shop's pages."""
    app[PAGES] = Pages()
    app.middlewares.append(readable_errors)
    for part in (goods, basket, till, people, pictures):
        app.add_routes(part.routes)
    app.router.add_static("/static/shop", WEB / "storefront")
