"""The demo shop: its pages and drawn pictures, with the widget on each."""

from __future__ import annotations

from html import escape

from aiohttp import web
from sqlalchemy import select

from bot.keys import SESSIONS
from bot.pages import WEB
from shop import catalogue
from shop.catalogue import Filters
from shop.demo.drawings import draw
from shop.tables import Category, Product

PER_PAGE = 60


def add_to(app: web.Application) -> None:
    """Add the demo shop's pages."""
    app.add_routes(
        [
            web.get("/", front),
            web.get("/c/{category}", category),
            web.get("/p/{product}", product),
            web.get("/media/{name}.svg", picture),
            web.static("/static/shop", WEB / "storefront"),
        ]
    )


async def front(request: web.Request) -> web.Response:
    """Every department with some of its goods."""
    return await _listed(request, frozenset())


async def category(request: web.Request) -> web.Response:
    """One department or family."""
    return await _listed(request, frozenset({request.match_info["category"]}))


async def product(request: web.Request) -> web.Response:
    """One product with its variants."""
    language = _language(request)
    async with request.app[SESSIONS]() as session:
        found = await catalogue.product(session, request.match_info["product"])
    card = catalogue.card(found, language)
    about = found.description_zh if language == catalogue.ZH else found.description_en
    body = (
        f'<article class="product" data-product="{escape(found.id)}">'
        f'<img src="{escape(card["image"])}" alt="" width="420" height="420">'
        f"<div><h1>{escape(card['title'])}</h1><p class=price>{escape(card['price_text'])}</p>"
        f"<p>{escape(about)}</p></div></article>"
    )
    return _page(card["title"], body, language)


async def picture(request: web.Request) -> web.Response:
    """The drawn picture of a product, in the colour that its name ends with."""
    name, _, colour = request.match_info["name"].partition(".")
    async with request.app[SESSIONS]() as session:
        family = await session.scalar(select(Product.category_id).where(Product.id == name))
    if family is None:
        raise web.HTTPNotFound
    headers = {"Cache-Control": "public, max-age=86400"}
    return web.Response(text=draw(family, colour), content_type="image/svg+xml", headers=headers)


async def _listed(request: web.Request, categories: frozenset[str]) -> web.Response:
    language = _language(request)
    async with request.app[SESSIONS]() as session:
        departments = await session.scalars(select(Category).where(Category.parent_id.is_(None)))
        links = "".join(
            f'<a href="/c/{escape(c.id)}">'
            f"{escape(c.name_zh if language == catalogue.ZH else c.name_en)}</a>"
            for c in departments
        )
        ids = sorted(await catalogue.matching(session, Filters(category=categories)))
        goods = await catalogue.products(session, ids[:: max(1, len(ids) // PER_PAGE)][:PER_PAGE])
    tiles = "".join(_tile(each, language) for each in goods)
    return _page("Shopkeeper", f"<nav>{links}</nav><main class=grid>{tiles}</main>", language)


def _tile(each: Product, language: str) -> str:
    card = catalogue.card(each, language)
    return (
        f'<a class="tile" href="{escape(card["url"])}">'
        f'<img src="{escape(card["image"])}" alt="" loading="lazy" width="220" height="220">'
        f"<span>{escape(card['title'])}</span><b>{escape(card['price_text'])}</b></a>"
    )


def _page(title: str, body: str, language: str) -> web.Response:
    text = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        '<link rel="stylesheet" href="/static/shop/shop.css">'
        '<script type="module" src="/widget.js"></script></head>'
        '<body><header><a class="brand" href="/">Shopkeeper 掌柜</a>'
        f'<span><a href="?lang=en">English</a> <a href="?lang=zh">中文</a></span></header>'
        f"{body}</body></html>"
    )
    answer = web.Response(text=text, content_type="text/html")
    answer.set_cookie("lang", language, samesite="Lax", httponly=True)
    return answer


def _language(request: web.Request) -> str:
    asked = request.query.get("lang") or request.cookies.get("lang")
    if asked in (catalogue.EN, catalogue.ZH):
        return asked
    return catalogue.ZH if request.headers.get("Accept-Language", "").startswith("zh") else "en"
