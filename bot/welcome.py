"""The first page of a shop of one's own: that the assistant runs, and what its owner does next."""

from __future__ import annotations

from pathlib import Path

import jinja2
from aiohttp import web
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.keys import SESSIONS, SETTINGS
from bot.pages import WEB
from bot.shop_api import language_of
from shop.catalogue import ZH
from shop.database import now
from shop.settings import Settings
from shop.tables import Coupon, Policy, Product, Review

FILES = WEB / "welcome"
TEMPLATE = Path(__file__).parent / "welcome.html"

routes = web.RouteTableDef()
routes.static("/static/welcome", FILES)


@routes.get("/")
async def welcome(request: web.Request) -> web.Response:
    """How the assistant gets onto the owner's pages, what it knows so far, and itself to try."""
    settings, language = request.app[SETTINGS], language_of(request)
    async with request.app[SESSIONS]() as session:
        counts = await counted(session)
    text = _template().render(
        zh=language == ZH,
        tag=script_tag(settings),
        origins=settings.allowed_origins,
        name=settings.shop_name,
        counts=counts,
    )
    answer = web.Response(text=text, content_type="text/html")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Vary"] = "Cookie, Accept-Language"
    return answer


def script_tag(settings: Settings) -> str:
    """What an owner puts on each page of the shop."""
    return f'<script type="module" src="{settings.origin}/widget.js"></script>'


async def counted(session: AsyncSession) -> dict[str, int]:
    """How much of each the assistant knows: goods on offer, topics, running coupons, reviews."""
    at = now()
    queries = {
        "products": select(func.count()).select_from(Product).where(Product.active),
        "policies": select(func.count(Policy.topic.distinct())),
        "coupons": select(func.count())
        .select_from(Coupon)
        .where(Coupon.starts_at <= at, Coupon.ends_at > at),
        "reviews": select(func.count()).select_from(Review),
    }
    return {name: await session.scalar(query) or 0 for name, query in queries.items()}


def _template() -> jinja2.Template:
    source = TEMPLATE.read_text(encoding="utf-8")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(source)
