"""What every page of the demo shop has: words, frame, whose it is, and errors one can read."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot import visits
from bot.keys import SESSIONS, SETTINGS
from bot.pages import WEB
from bot.shop_api import language_of
from bot.storefront import words
from bot.web_errors import kind
from shop import carts, catalogue, shelves
from shop.catalogue import EN, ZH
from shop.demo.drawings import COLOURS
from shop.errors import NotFound, ShopError
from shop.tables import Customer, Visitor

FILES = WEB / "storefront"
BEST_LASTS = 600.0  # seconds for which the list of best sellers may be old
YEAR = 365 * 24 * 3600  # seconds
# Addresses whose errors programs read; elsewhere a person gets a page.
FOR_PROGRAMS = ("/api/", "/static/", "/media/", "/health", "/widget.js")

Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Pages:
    """Templates and words, and what all pages share for a while."""

    def __init__(self) -> None:
        self._words = words.read()
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(asset=asset(), money=catalogue.money, paint=COLOURS.get)
        self._best: list[str] = []
        self._best_until = 0.0

    def words(self, language: str) -> words.Words:
        """What the pages say in a language."""
        return self._words[language]

    def html(self, template: str, language: str, values: Mapping[str, Any]) -> str:
        """A page as text."""
        return self._templates.get_template(template).render(t=self._words[language], **values)

    async def best(self, session: AsyncSession) -> list[str]:
        """Ids of best sellers, counted anew every ten minutes."""
        if time.monotonic() >= self._best_until:
            self._best_until = time.monotonic() + BEST_LASTS  # first, so that one request counts
            self._best = await shelves.best_sellers(session)
        return self._best


PAGES = web.AppKey("pages", Pages)


@dataclass(frozen=True)
class Guest:
    """Who looks at a page, in which language."""

    language: str
    visitor: Visitor | None
    customer: Customer | None


async def guest(session: AsyncSession, request: web.Request) -> Guest:
    """Who asks for this page."""
    visitor = await visits.reader(session, request)
    known = visitor.customer_id if visitor else None
    customer = await session.get(Customer, known) if known else None
    return Guest(language_of(request), visitor, customer)


async def render(
    session: AsyncSession,
    request: web.Request,
    template: str,
    who: Guest,
    *,
    status: int = 200,
    **values: Any,
) -> web.Response:
    """A page with its frame; never kept by caches, for it shows whose it is."""
    held = await carts.content(session, who.visitor) if who.visitor else carts.Content()
    frame = {
        "language": who.language,
        "other": _other(request, who.language),
        "departments": await catalogue.children(session, ()),
        "customer": who.customer,
        "pieces": held.pieces,
        "mark": visits.mark(who.visitor),
        "query": "",
        "currency": request.app[SETTINGS].currency,
    }
    text = request.app[PAGES].html(template, who.language, frame | values)
    answer = web.Response(text=text, status=status, content_type="text/html")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Vary"] = "Cookie, Accept-Language"
    answer.set_cookie("lang", who.language, max_age=YEAR, samesite="Lax", httponly=True)
    return answer


@web.middleware
async def readable_errors(request: web.Request, handler: Next) -> web.StreamResponse:
    """A page with a way on, where a shopper would otherwise see a program's error."""
    if request.path.startswith(FOR_PROGRAMS):
        return await handler(request)
    try:
        return await handler(request)
    except ShopError as error:
        status = kind(error)[1]
    except web.HTTPNotFound:
        status = 404
    async with request.app[SESSIONS]() as session:
        who = await guest(session, request)
        return await render(session, request, "error.html", who, status=status, code=status)


def back_to(path: str, **said: str) -> web.HTTPSeeOther:
    """Where a form leads, so that reloading does not send it again; raise it."""
    query = "&".join(f"{name}={value}" for name, value in said.items() if value)
    return web.HTTPSeeOther(f"{path}?{query}" if query else path)


def page_number(request: web.Request) -> int:
    """`?page=`, from 1; raises `NotFound` for what is no page."""
    raw = request.query.get("page", "1")
    if not (raw.isascii() and raw.isdigit() and 0 < int(raw[:9]) < 100_000):
        raise NotFound("no such page")
    return int(raw)


def asset() -> Callable[[str], str]:
    """Addresses of our files that change when the files do."""
    known = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:10]
        for path in sorted(FILES.iterdir())
        if path.is_file()
    }
    return lambda name: f"/static/shop/{name}?v={known[name]}"


def _other(request: web.Request, language: str) -> str:
    """This page in the other language."""
    return str(request.rel_url.update_query(lang=EN if language == ZH else ZH))
