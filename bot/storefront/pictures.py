"""The picture of each product, rendered or drawn, and the shop's sign."""

from __future__ import annotations

import asyncio

from aiohttp import web
from sqlalchemy import select

from bot.keys import SESSIONS
from bot.pages import WEB
from shop.demo.drawings import draw
from shop.demo.goods import PICTURES
from shop.tables import Product

KEPT = {"Cache-Control": "public, max-age=86400"}

routes = web.RouteTableDef()


@routes.get(r"/media/{name:[a-z0-9.-]+}.webp")
async def rendered(request: web.Request) -> web.FileResponse:
    """A picture from the studio, of a product in its first colour or in the one named."""
    path = PICTURES / f"{request.match_info['name']}.webp"
    if not await asyncio.to_thread(path.is_file):
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=KEPT)


@routes.get("/media/{name}.svg")
async def picture(request: web.Request) -> web.Response:
    """The drawn picture of a product, in the colour that its name ends with."""
    name, _, colour = request.match_info["name"].partition(".")
    async with request.app[SESSIONS]() as session:
        family = await session.scalar(select(Product.category_id).where(Product.id == name))
    if family is None:
        raise web.HTTPNotFound
    return web.Response(text=draw(family, colour), content_type="image/svg+xml", headers=KEPT)


@routes.get("/favicon.ico")
async def favicon(_request: web.Request) -> web.FileResponse:
    """The sign for browsers that ask at the usual place."""
    headers = KEPT | {"Content-Type": "image/svg+xml"}
    return web.FileResponse(WEB / "storefront" / "favicon.svg", headers=headers)
