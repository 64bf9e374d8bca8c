"""Front, department, search, product and promises: the pages on which one looks around."""

from __future__ import annotations

import re
from typing import Any

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot.frames import clean
from bot.keys import SESSIONS, SETTINGS
from bot.storefront.choices import choices
from bot.storefront.page import PAGES, Guest, guest, page_number, render
from shop import catalogue, policies, shelves
from shop.currencies import SIGNS, minor_units
from shop.errors import NotFound
from shop.reviews import stars
from shop.shelves import POPULAR, SORTS, Wish
from shop.tables import Category

PER_PAGE = 24
ON_FRONT = 8
REVIEWS, MOST_REVIEWS = 6, 200  # on a product's page at first, and when asked for all
LONGEST_QUERY = 100  # characters
AMOUNT = re.compile(r"\d{1,7}(\.\d{1,2})?", re.ASCII)
PROMISES = (
    "shipping", "returns", "payment", "warranty", "invoice", "coupons", "gifts", "hours", "about",
    "privacy",
)  # fmt: skip

routes = web.RouteTableDef()


@routes.get("/")
async def front(request: web.Request) -> web.Response:
    """What the shop is, its departments, what sells and what is new."""
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        best = await request.app[PAGES].best(session)
        popular = await shelves.shelf(session, Wish(in_stock=True, best=best), size=ON_FRONT)
        fresh = await shelves.shelf(session, Wish(in_stock=True, sort="new"), size=ON_FRONT)
        departments = await catalogue.children(session, ())
        return await render(
            session,
            request,
            "front.html",
            who,
            faces=await _faces(session, departments, best),
            popular=await _tiles(session, popular.ids, who),
            fresh=await _tiles(session, fresh.ids, who),
            facts=await _facts(session),
        )


@routes.get("/c/{category}")
async def category(request: web.Request) -> web.Response:
    """A department or family: its families, and its goods sorted and filtered."""
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        here = await session.get(Category, request.match_info["category"])
        if here is None:
            raise NotFound("no such category")
        best = await request.app[PAGES].best(session)
        above = await session.get(Category, here.parent_id) if here.parent_id else None
        families = await catalogue.children(session, [above.id if above else here.id])
        values = await _listed(session, request, who, best, category=here.id)
        faces = await _faces(session, families, best)
        values |= {"category": here, "above": above, "families": families, "faces": faces}
        return await render(session, request, "category.html", who, **values)


@routes.get("/search")
async def search(request: web.Request) -> web.Response:
    """Goods whose title, brand or family has the words; the assistant knows more ways to say it."""
    text = clean(request.query.get("q", ""))[:LONGEST_QUERY]
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        best = await request.app[PAGES].best(session)
        values = await _listed(session, request, who, best, words=text)
        return await render(session, request, "search.html", who, query=text, **values)


@routes.get("/p/{product}")
async def product(request: web.Request) -> web.Response:
    """One product; `?colour=` and `?size=` choose, `?reviews=all` shows what everyone says.

    The widget on the page notes the view, by the article's `data-product`.
    """
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        found = await catalogue.product(session, request.match_info["product"])
        if not found.active:
            raise NotFound("no longer sold")
        every = request.query.get("reviews") == "all"
        ratings = await shelves.ratings(session, found.id)
        values: dict[str, Any] = {
            "product": found,
            "choice": choices(found, request.query.get("colour"), request.query.get("size")),
            "reviews": await shelves.reviews(
                session, found.id, who.language, MOST_REVIEWS if every else REVIEWS
            ),
            "ratings": ratings,
            "rated": sum(ratings.values()),
            "mean": sum(s * n for s, n in ratings.items()) / max(1, sum(ratings.values())),
            "facts": await _facts(session),
            "note": request.query.get("note", ""),
        }
        above = found.category.parent_id if found.category else None
        values["above"] = await session.get(Category, above) if above else None
        best = await request.app[PAGES].best(session)
        wish = Wish(category=found.category_id, in_stock=True, best=best)
        beside = [i for i in (await shelves.shelf(session, wish, size=5)).ids if i != found.id]
        values["beside"] = await _tiles(session, beside[:4], who)
        return await render(session, request, "product.html", who, **values)


@routes.get("/help")
async def promises(request: web.Request) -> web.Response:
    """What the shop promises, in the reader's language."""
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        said = await policies.on(session, PROMISES, who.language)
        return await render(session, request, "help.html", who, policies=said)


async def _listed(
    session: AsyncSession, request: web.Request, who: Guest, best: list[str], **what: str
) -> dict[str, Any]:
    """The goods that a page's address asks for, and what its filter shows."""
    asked = request.query
    unit = minor_units(request.app[SETTINGS].currency)
    sort = asked.get("sort", POPULAR)
    wish = Wish(
        price_min=_amount(asked.get("min", ""), unit),
        price_max=_amount(asked.get("max", ""), unit),
        in_stock=asked.get("stock") == "1",
        sort=sort if sort in SORTS else POPULAR,
        best=best,
        category=what.get("category"),
        words=what.get("words", ""),
    )
    page = page_number(request)
    shelf = await shelves.shelf(session, wish, page, PER_PAGE)
    pages = max(1, -(-shelf.total // PER_PAGE))
    if page > pages:
        raise NotFound("no such page")
    turn = {n: str(request.rel_url.update_query(page=n)) for n in (page - 1, page + 1)}
    return {
        "tiles": await _tiles(session, shelf.ids, who),
        "total": shelf.total,
        "wish": wish,
        "asked": asked,
        "sorts": SORTS,
        "page": page,
        "pages": pages,
        "before": turn[page - 1] if page > 1 else "",
        "after": turn[page + 1] if page < pages else "",
        "sign": SIGNS.get(request.app[SETTINGS].currency, ""),
    }


async def _tiles(session: AsyncSession, ids: Any, who: Guest) -> list[dict[str, Any]]:
    """Cards with stars and colours."""
    found = await catalogue.products(session, list(ids))
    rated = await stars(session, [each.id for each in found])
    return [
        catalogue.card(each, who.language)
        | {
            "stars": rated.get(each.id),
            "colours": list(dict.fromkeys(v.colour for v in each.variants if v.colour)),
        }
        for each in found
    ]


async def _faces(session: AsyncSession, categories: Any, best: list[str]) -> dict[str, str]:
    """Category -> picture."""
    chosen = await shelves.faces(session, [each.id for each in categories], best)
    shown = {each.id: each for each in await catalogue.products(session, list(chosen.values()))}
    return {
        category: catalogue.card(shown[product_id], catalogue.EN)["image"]
        for category, product_id in chosen.items()
        if product_id in shown
    }


async def _facts(session: AsyncSession) -> dict[str, Any]:
    """The figures of delivery, returns and warranty that the pages promise with."""
    found: dict[str, Any] = {}
    for topic in ("shipping", "returns", "warranty", "hours"):
        found |= await policies.facts(session, topic)
    return found


def _amount(text: str, unit: int) -> int | None:
    """A price as typed into the filter, in minor units; None for what is no price."""
    return round(float(text) * unit) if AMOUNT.fullmatch(text.strip()) else None
