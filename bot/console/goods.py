"""What staff reach for while they answer: goods to send, and replies that are often sent."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import yaml
from aiohttp import web
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.console.conversations import language_asked
from bot.console.rules import ME
from bot.frames import clean, name_of
from bot.keys import SESSIONS, SETTINGS
from bot.shop_api import body_of
from shop import catalogue, shelves, staff
from shop.database import now, writing
from shop.errors import Invalid, NotFound
from shop.shelves import Wish
from shop.tables import Correction, Message, Photo, Turn

routes = web.RouteTableDef()

CANNED = Path(__file__).parent / "canned.yaml"
OWN_CANNED = "canned.yaml"
"""An owner's list in `var`, instead of ours."""
LANGUAGES = ("en", "zh")
MOST_FOUND = 24


@routes.get("/api/staff/products")
async def products(request: web.Request) -> web.Response:
    """`?q=` words of a title, or nothing for the latest; cards at this moment's prices."""
    words = clean(request.query.get("q", ""))[:100]
    language = language_asked(request)
    async with request.app[SESSIONS]() as session:
        found = await shelves.shelf(session, Wish(words=words), size=MOST_FOUND)
        goods = await catalogue.products(session, found.ids)
        cards = [catalogue.card(product, language) for product in goods]
    return web.json_response({"products": cards, "total": found.total})


@routes.get("/api/staff/canned")
async def canned(request: web.Request) -> web.Response:
    """Replies with variables, in both languages."""
    own = request.app[SETTINGS].var / OWN_CANNED
    return web.json_response({"replies": await asyncio.to_thread(read_canned, own)})


@routes.post("/api/staff/conversations/{id}/corrections")
async def correct(request: web.Request) -> web.Response:
    """`{"message_id", "wrong", "right"}`: the bot showed one product, another was meant."""
    body = await body_of(request)
    message_id, wrong, right = (name_of(body, key) for key in ("message_id", "wrong", "right"))
    async with writing(request.app[SESSIONS]) as session:
        message = await session.get(Message, message_id)
        if message is None or message.conversation_id != request.match_info["id"]:
            raise NotFound("no such message")
        shown = {card["product_id"] for card in message.content.get("cards", ())}
        if wrong not in shown or wrong == right:
            raise Invalid("that message did not show it")
        await catalogue.product(session, right)
        asked = await _question(session, message)
        photo_id = asked.content.get("photo_id") if asked else None
        photo = await session.get(Photo, photo_id) if photo_id else None  # kept for a while only
        made = Correction(
            conversation_id=message.conversation_id, message_id=message.id,
            staff_id=request[ME].id, query=asked.text if asked else "",
            photo_id=photo.id if photo else None,
            wrong_product_id=wrong, right_product_id=right, at=now(),
        )  # fmt: skip
        session.add(made)
        staff.note_look(session, request[ME].id, "correction", message.conversation_id)
        await session.flush()
    return web.json_response({"id": made.id})


async def _question(session: AsyncSession, answer: Message) -> Message | None:
    """The shopper's message that an answer of the bot is to."""
    found = await session.scalar(
        select(Message).join(Turn, Turn.message_id == Message.id).where(Turn.id == answer.turn_id)
    )
    return found


def read_canned(own: Path) -> list[dict[str, Any]]:
    """The owner's list where there is one; raises `Invalid` naming what is wrong with it."""
    path = own if own.is_file() else CANNED
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        return [
            {
                "key": str(one["key"]),
                "title": {code: str(one["title"][code]) for code in LANGUAGES},
                "text": {code: str(one["text"][code]) for code in LANGUAGES},
            }
            for one in found
        ]
    except (yaml.YAMLError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise Invalid(f"{path}: {error}") from error
