"""The console's API on conversations. Each look at one leaves a row in the audit."""

from __future__ import annotations

from typing import Any

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot.console import rows
from bot.console.context import context
from bot.console.desk import Desk
from bot.console.rules import ME, looked
from bot.console.session import LANGUAGES
from bot.frames import MAX_TEXT, clean, name_of, public
from bot.keys import SESSIONS, SETTINGS
from bot.shop_api import body_of
from shop import conversations as store
from shop.errors import Invalid, NotFound
from shop.tables import Conversation, Photo

routes = web.RouteTableDef()

DESK = web.AppKey("console_desk", Desk)
MOST_GOODS = 8
AT = "/api/staff/conversations/{id}"


@routes.get("/api/staff/conversations")
async def inbox(request: web.Request) -> web.Response:
    """All that people have or that wait for them, and what goes on with the bot."""
    async with request.app[SESSIONS]() as session:
        found = await rows.with_people(session)
        live = await rows.with_the_bot(session)
    return web.json_response({"people": found, "bot": live})


@routes.get(AT)
async def one(request: web.Request) -> web.Response:
    """Row, transcript and context; `?lang=en|zh` for titles of goods."""
    name = request.match_info["id"]
    async with request.app[SESSIONS]() as session:
        conversation = await store.one(session, name)
        await looked(request, "conversation", name)
        found = await store.history(session, name)
        body = {
            "row": (await rows.of(session, [name]))[0],
            "messages": [public(message) for message in found],
            "context": await _beside(request, session, conversation),
        }
    return web.json_response(body)


@routes.get(AT + "/context")
async def beside(request: web.Request) -> web.Response:
    """The context alone, as it is now."""
    async with request.app[SESSIONS]() as session:
        conversation = await store.one(session, request.match_info["id"])
        return web.json_response(await _beside(request, session, conversation))


@routes.post(AT + "/take")
async def take(request: web.Request) -> web.Response:
    """`{"from"?}`: answer instead of the bot, or of the colleague who has it now."""
    body = await body_of(request)
    holder = name_of(body, "from") if body.get("from") is not None else None
    return web.json_response(await _desk(request).take(request[ME], _id(request), holder))


@routes.post(AT + "/messages")
async def reply(request: web.Request) -> web.Response:
    """`{"client_id", "text", "goods"?}`: say it in the shopper's widget."""
    body = await body_of(request)
    goods = body.get("goods") or []
    if not isinstance(goods, list) or len(goods) > MOST_GOODS:
        raise Invalid(f"goods are a list of at most {MOST_GOODS} product ids")
    named = [name_of({"id": each}, "id") for each in goods]
    client_id = name_of(body, "client_id")
    return web.json_response(
        await _desk(request).reply(request[ME], _id(request), client_id, text_in(body), named)
    )


@routes.post(AT + "/give_back")
async def give_back(request: web.Request) -> web.Response:
    """The bot answers again."""
    return web.json_response(await _desk(request).give_back(request[ME], _id(request)))


@routes.post(AT + "/resolve")
async def resolve(request: web.Request) -> web.Response:
    """`{"topic"}`: done."""
    topic = name_of(await body_of(request), "topic")
    return web.json_response(await _desk(request).resolve(request[ME], _id(request), topic))


@routes.post(AT + "/transfer")
async def transfer(request: web.Request) -> web.Response:
    """`{"to"}`: a colleague goes on."""
    to = name_of(await body_of(request), "to")
    return web.json_response(await _desk(request).transfer(request[ME], _id(request), to))


@routes.post(AT + "/notes")
async def note(request: web.Request) -> web.Response:
    """`{"text"}`, for colleagues only."""
    text = text_in(await body_of(request))
    return web.json_response(await _desk(request).note(request[ME], _id(request), text))


@routes.get("/api/staff/photos/{id}")
async def photo(request: web.Request) -> web.FileResponse:
    """A shopper's photo."""
    async with request.app[SESSIONS]() as session:
        found = await session.get(Photo, request.match_info["id"])
        if found is None:
            raise NotFound("no such photo")
    await looked(request, "photo", found.conversation_id)
    path = request.app[SETTINGS].photos / found.file
    headers = {"Content-Type": "image/jpeg", "Cache-Control": "private, no-store"}
    return web.FileResponse(path, headers=headers)


def language_asked(request: web.Request) -> str:
    """`?lang=`, else that of the account, else English."""
    asked = request.query.get("lang") or request[ME].language
    return asked if asked in LANGUAGES else "en"


def text_in(body: dict[str, Any]) -> str:
    """The text of a body, cleaned; raises `Invalid`."""
    text = body.get("text") or ""
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        raise Invalid(f"text is longer than {MAX_TEXT} characters")
    return clean(text)


async def _beside(
    request: web.Request, session: AsyncSession, conversation: Conversation
) -> dict[str, Any]:
    currency = request.app[SETTINGS].currency
    return await context(session, conversation, language_asked(request), currency)


def _desk(request: web.Request) -> Desk:
    return request.app[DESK]


def _id(request: web.Request) -> str:
    return request.match_info["id"]
