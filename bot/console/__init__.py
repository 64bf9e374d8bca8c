"""The console at `/staff`: people see what the assistant hands over, answer, and give back."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.console import conversations, figures, goods, past, session, socket
from bot.console.desk import Desk
from bot.console.rules import guard
from bot.keys import HUB, OFFICE, SESSIONS, SETTINGS
from bot.pages import WEB

log = logging.getLogger(__name__)

LOOK_EVERY = 15.0  # seconds between looks at who has waited too long


def add_to(app: web.Application) -> None:
    """Add the console's pages, its API and its socket, each behind its rule."""
    app.middlewares.append(guard)
    app[socket.ONLINE] = Counter()
    for part in (session, conversations, goods, past, figures, socket):
        app.add_routes(part.routes)
    app.router.add_static("/static/console", WEB / "console")
    app.cleanup_ctx.append(desk)


async def desk(app: web.Application) -> AsyncIterator[None]:
    """The people's half, which tells of what changes hands."""
    made = Desk(app[SESSIONS], app[HUB], app[OFFICE])
    app[conversations.DESK] = made
    tasks = [asyncio.create_task(made.attend(), name="desk")]
    if app[SETTINGS].wait_limit:
        limit = timedelta(minutes=app[SETTINGS].wait_limit)
        tasks.append(asyncio.create_task(_give_up_waiting(made, limit), name="wait limit"))
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _give_up_waiting(made: Desk, limit: timedelta) -> None:
    while True:
        try:
            await made.give_up_waiting(limit)
        except SQLAlchemyError:
            log.exception("the database failed; the next look is later")
        await asyncio.sleep(LOOK_EVERY)
