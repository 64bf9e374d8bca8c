"""The console's one socket: everything new at once, and after a gap what was missed, by `seq`."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from bot.chat import HEARTBEAT, frame_of, send_all
from bot.console import rows
from bot.console.conversations import DESK
from bot.console.rules import ME, whose
from bot.frames import MAX_FRAME, Frame, name_of, number_of, public
from bot.keys import HUB, SESSIONS
from bot.live import STAFF, Listener
from bot.web_errors import error_frame
from shop import conversations, staff
from shop.database import writing
from shop.errors import Invalid, ShopError
from shop.tables import Staff

log = logging.getLogger(__name__)

routes = web.RouteTableDef()

CHECK_EVERY = 30.0  # seconds between looks whether the session still holds
MOST_WATCHED = 200
ONLINE = web.AppKey("online", Counter[str])


@routes.get("/api/staff/socket")
async def socket(request: web.Request) -> web.StreamResponse:
    """First all rows and who is there; then rows, messages, notes and signs as they come."""
    ws = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=MAX_FRAME)
    await ws.prepare(request)
    line = Line(request, request[ME])
    try:
        async with line.open():
            sender = asyncio.create_task(send_all(ws, line.listener))
            checker = asyncio.create_task(_while_signed_in(request, ws))
            try:
                await line.receive(ws)
            finally:
                for task in (sender, checker):
                    task.cancel()
                await asyncio.gather(sender, checker, return_exceptions=True)
    except ConnectionError:
        log.debug("a console went away")
    return ws


class Line:
    """One console's socket: what it watches, beyond what is with people anyway."""

    def __init__(self, request: web.Request, me: Staff) -> None:
        self.app, self.me = request.app, me
        self.listener = Listener()
        self._watched: set[str] = set()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Be there while the block runs. Listening begins before the rows are read, so that what
        happens between comes twice rather than never."""
        hub, online = self.app[HUB], self.app[ONLINE]
        online[self.me.id] += 1
        try:
            with hub.listening(STAFF, self.listener):
                self.listener.put(await self._welcome())
                self._tell_who_is_here()
                yield
        finally:
            online[self.me.id] -= 1
            for name in self._watched:
                hub.unwatch(name)
            self._tell_who_is_here()

    async def receive(self, ws: web.WebSocketResponse) -> None:
        """Do what the console asks until it goes."""
        async for message in ws:
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                await self._do(frame_of(message.data))
            except ShopError as error:
                self.listener.put(error_frame(error))

    async def _do(self, frame: Frame) -> None:
        match frame.get("type"):
            case "watch":
                await self._watch(name_of(frame, "conversation_id"), number_of(frame, "after", 0))
            case "unwatch":
                self._unwatch(name_of(frame, "conversation_id"))
            case "typing":
                self.app[DESK].typing(self.me, name_of(frame, "conversation_id"))
            case "ping":
                self.listener.put({"type": "pong"})
            case other:
                raise Invalid(f"unknown frame {str(other)[:40]!r}")

    async def _watch(self, conversation_id: str, after: int) -> None:
        """From now on live, and first what came after `after`."""
        if len(self._watched) >= MOST_WATCHED:
            raise Invalid("too many conversations are open")
        if conversation_id not in self._watched:
            self._watched.add(conversation_id)
            self.app[HUB].watch(conversation_id)
        async with writing(self.app[SESSIONS]) as session:
            staff.note_look(session, self.me.id, "live", conversation_id)
        async with self.app[SESSIONS]() as session:
            found = await conversations.history(session, conversation_id, after)
        frame = {"type": "replay", "conversation_id": conversation_id}
        self.listener.put(frame | {"messages": [public(message) for message in found]})

    def _unwatch(self, conversation_id: str) -> None:
        if conversation_id in self._watched:
            self._watched.discard(conversation_id)
            self.app[HUB].unwatch(conversation_id)

    async def _welcome(self) -> Frame:
        async with self.app[SESSIONS]() as session:
            people = await rows.with_people(session)
            bot = await rows.with_the_bot(session)
            colleagues: list[dict[str, Any]] = [
                {"id": one.id, "name": one.name, "role": one.role}
                for one in await staff.everyone(session)
                if not one.disabled
            ]
        return {"type": "welcome", "people": people, "bot": bot, "colleagues": colleagues}

    def _tell_who_is_here(self) -> None:
        here = [name for name, count in self.app[ONLINE].items() if count > 0]
        self.app[HUB].publish(STAFF, {"type": "here", "staff": here})


async def _while_signed_in(request: web.Request, ws: web.WebSocketResponse) -> None:
    """Cut the line of a session that has ended, or of an account that was shut."""
    while True:
        await asyncio.sleep(CHECK_EVERY)
        try:
            await whose(request, acts=False)
        except web.HTTPUnauthorized:
            await ws.close(code=WSCloseCode.POLICY_VIOLATION, message=b"signed out")
            return
