"""The shopper's socket and history, and where a session begins."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from bot import visits
from bot.frames import MAX_FRAME, Frame, number_of, public
from bot.keys import HUB, IDENTITY_SECRET, OFFICE, SESSIONS, SETTINGS, TURNS
from bot.live import Listener
from bot.pace import Allowance
from bot.shopper import Shopper
from bot.visits import bearer
from bot.web_errors import error_frame
from shop import conversations, identity
from shop.database import writing
from shop.errors import Invalid, ShopError, TooMany

log = logging.getLogger(__name__)

routes = web.RouteTableDef()

HELLO_LIMIT = 10.0  # seconds in which a socket must say who it is
HEARTBEAT = 25.0  # seconds; shorter than the idle limits of common proxies
SOCKETS_PER_CONVERSATION = 10  # a shopper's tabs

Handler = Callable[[Frame], Awaitable[Frame | None]]


@routes.post("/api/session")
async def begin(request: web.Request) -> web.Response:
    """A visitor's token and conversation: a new visitor's, or on a page of the shop the one's whom
    the page knows already. There a token in the header becomes the page's cookie, too."""
    async with writing(request.app[SESSIONS]) as session:
        visitor, token = await visits.session_of(session, request)
        conversation = await conversations.latest(session, visitor)
    return web.json_response({"token": token, "conversation_id": conversation.id})


@routes.get("/api/history")
async def history(request: web.Request) -> web.Response:
    """Messages with `seq` beyond `after`, for a page without a socket."""
    after = number_of({"after": _whole(request.query.get("after", "0"))}, "after")
    async with request.app[SESSIONS]() as session:
        visitor = await identity.visitor_of(session, bearer(request))
        conversation = await conversations.latest(session, visitor)
        found = await conversations.history(session, conversation.id, after)
    return web.json_response({"messages": [public(message) for message in found]})


@routes.get("/api/chat")
async def chat(request: web.Request) -> web.StreamResponse:
    """The shopper's socket; its first frame says who it is."""
    _check_origin(request)
    ws = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=MAX_FRAME)
    await ws.prepare(request)
    try:
        hello = await _hello(ws)
        shopper = await _shopper(request, hello)
        await _serve(request, ws, shopper, hello)
    except ShopError as error:
        await ws.send_json(error_frame(error))
        await ws.close(code=WSCloseCode.POLICY_VIOLATION)
    except ConnectionError:
        log.debug("a socket went away")
    return ws


async def _hello(ws: web.WebSocketResponse) -> Frame:
    try:
        message = await ws.receive(timeout=HELLO_LIMIT)
    except TimeoutError:
        raise Invalid("no hello") from None
    frame = frame_of(message.data) if message.type is WSMsgType.TEXT else {}
    if frame.get("type") != "hello" or not isinstance(frame.get("token"), str):
        raise Invalid("the first frame must be a hello with a token")
    return frame


async def _shopper(request: web.Request, hello: Frame) -> Shopper:
    app = request.app
    async with writing(app[SESSIONS]) as session:
        visitor = await identity.visitor_of(session, hello["token"])
        named = hello.get("conversation_id")
        conversation = (
            await conversations.owned(session, visitor, str(named))
            if named
            else await conversations.latest(session, visitor)
        )
    if app[HUB].count(conversation.id) >= SOCKETS_PER_CONVERSATION:
        raise TooMany("too many windows")
    return Shopper(app[SESSIONS], app[TURNS], app[HUB], app[OFFICE], visitor, conversation.id)


async def _serve(
    request: web.Request, ws: web.WebSocketResponse, shopper: Shopper, hello: Frame
) -> None:
    """Send and receive until either side ends.

    Listening begins before the history is read: what arrives between is sent twice rather than
    never, and the widget draws by `seq`.
    """
    listener = Listener()
    language = hello.get("language")
    with request.app[HUB].listening(shopper.conversation_id, listener):
        after = number_of(hello, "after", 0)
        listener.put(await shopper.welcome(after, language if language in ("en", "zh") else ""))
        sender = asyncio.create_task(send_all(ws, listener))
        try:
            await _receive(request, ws, shopper, listener)
        finally:
            sender.cancel()
            await asyncio.gather(sender, return_exceptions=True)


async def send_all(ws: web.WebSocketResponse, listener: Listener) -> None:
    """Send what a listener gets until it lags or the line breaks."""
    try:
        while not listener.lagging.is_set():
            await ws.send_json(await listener.get())
        await ws.close(code=WSCloseCode.TRY_AGAIN_LATER)
    except ConnectionError:
        await ws.close()


async def _receive(
    request: web.Request, ws: web.WebSocketResponse, shopper: Shopper, listener: Listener
) -> None:
    handlers = _handlers(request, shopper)
    allowance = Allowance(request.app[SETTINGS].messages_per_minute)
    async for message in ws:
        if message.type is not WSMsgType.TEXT:
            continue
        frame: Frame = {}
        try:
            frame = frame_of(message.data)
            handler = handlers.get(str(frame.get("type")))
            if handler is None:
                raise Invalid(f"unknown frame {str(frame.get('type'))[:40]!r}")
            allowance.take()
            answer = await handler(frame)
        except ShopError as error:
            answer = error_frame(error, frame.get("client_id"))
        if answer is not None:
            listener.put(answer)


def _handlers(request: web.Request, shopper: Shopper) -> dict[str, Handler]:
    async def identify(frame: Frame) -> Frame:
        secret = request.app[IDENTITY_SECRET]
        return await shopper.identify(str(frame.get("token")), secret)

    async def event(frame: Frame) -> None:
        await shopper.event(frame)

    async def leave(_frame: Frame) -> None:
        await shopper.leave_queue()

    async def ping(_frame: Frame) -> Frame:
        return {"type": "pong"}

    async def typing(frame: Frame) -> None:
        await shopper.typing(frame)

    async def seen(frame: Frame) -> None:
        await shopper.seen(frame)

    return {
        "message": shopper.say,
        "pick": shopper.pick,
        "card": shopper.card,
        "event": event,
        "identify": identify,
        "leave_queue": leave,
        "typing": typing,
        "seen": seen,
        "ping": ping,
    }


def _check_origin(request: web.Request) -> None:
    """A browser names the page that opens a socket; only ours and the owner's may."""
    origin = request.headers.get("Origin")
    settings = request.app[SETTINGS]
    own = {settings.origin, f"{request.scheme}://{request.host}"}
    if origin is not None and origin not in own | set(settings.allowed_origins):
        raise web.HTTPForbidden(text="this page may not embed the assistant")


def frame_of(data: str) -> Frame:
    """A frame as it came over a socket; raises `Invalid`."""
    try:
        frame: Any = json.loads(data)
    except ValueError:
        raise Invalid("that is no JSON") from None
    if not isinstance(frame, dict):
        raise Invalid("a frame is a JSON object")
    return frame


def _whole(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() else text
