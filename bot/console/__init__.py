"""The console at `/staff`: people see what the assistant hands over, answer, and give back."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

from aiohttp import web

from bot.console import conversations, session, socket
from bot.console.desk import Desk
from bot.console.rules import guard
from bot.keys import HUB, SESSIONS
from bot.pages import WEB


def add_to(app: web.Application) -> None:
    """Add the console's pages, its API and its socket, each behind its rule."""
    app.middlewares.append(guard)
    app[socket.ONLINE] = Counter()
    for part in (session, conversations, socket):
        app.add_routes(part.routes)
    app.router.add_static("/static/console", WEB / "console")
    app.cleanup_ctx.append(desk)


async def desk(app: web.Application) -> AsyncIterator[None]:
    """The people's half, which tells of what changes hands."""
    made = Desk(app[SESSIONS], app[HUB])
    app[conversations.DESK] = made
    attending = asyncio.create_task(made.attend(), name="desk")
    yield
    attending.cancel()
    await asyncio.gather(attending, return_exceptions=True)
