"""The drawn picture of each product, and the shop's sign."""

from __future__ import annotations

from aiohttp import web
from sqlalchemy import select

from bot.keys import SESSIONS
from bot.pages import WEB
from shop.demo.drawings import draw
from shop.tables import Product

routes = web.RouteTableDef()


@routes.get("/media/{name}.svg")
async def picture(request: web.Request) -> web.Response:
    """The drawn picture of a product, in the colour that its name ends with."""
    name, _, colour = request.match_info["name"].partition(".")
    async with request.app[SESSIONS]() as session:
        family = await session.scalar(select(Product.category_id).where(Product.id == name))
    if family is None:
        raise web.HTTPNotFound
    headers = {"Cache-Control": "public, max-age=86400"}
    return web.Response(text=draw(family, colour), content_type="image/svg+xml", headers=headers)


@routes.get("/favicon.ico")
async def favicon(_request: web.Request) -> web.FileResponse:
    """The sign for browsers that ask at the usual place."""
    headers = {"Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400"}
    return web.FileResponse(WEB / "storefront" / "favicon.svg", headers=headers)
