"""The gateway's only wiring: what it is made of, in the order in which it starts and ends."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
from aiohttp import web

from bot import chat, console, pages, shop_api, storefront, visits, welcome
from bot.keys import HTTP, HUB, IDENTITY_SECRET, OFFICE, RASA, SESSIONS, SETTINGS, TURNS
from bot.live import Hub
from bot.rasa import Rasa
from bot.turns import TurnQueue
from bot.uploads import door
from bot.web_errors import translate
from shop.database import create_engine, create_sessions
from shop.office import Office
from shop.settings import Settings

MAX_BODY = 9 * 1024 * 1024  # a photo of 8 MiB with its form around it
RASA_CONNECTIONS = 64


def init_app(settings: Settings) -> web.Application:
    """The gateway as an aiohttp application."""
    app = web.Application(
        middlewares=[pages.secure_headers, pages.cross_origin, translate], client_max_size=MAX_BODY
    )
    app[SETTINGS] = settings
    app[HUB] = Hub()
    app[OFFICE] = Office.of(settings)
    app[IDENTITY_SECRET] = identity_secret(settings)
    for part in (chat, door, shop_api, pages):
        app.add_routes(part.routes)
    visits.add_to(app)
    if settings.demo:
        storefront.add_to(app)
    else:
        app.add_routes(welcome.routes)
    app.cleanup_ctx.extend([database, http, rasa, turns, door.open_door])
    console.add_to(app)
    return app


async def database(app: web.Application) -> AsyncIterator[None]:
    """One engine for the process."""
    engine = create_engine(app[SETTINGS])
    app[SESSIONS] = create_sessions(engine)
    yield
    await engine.dispose()


async def http(app: web.Application) -> AsyncIterator[None]:
    """One client session, for Rasa and the action server on the loopback interface."""
    connector = aiohttp.TCPConnector(limit=RASA_CONNECTIONS)
    async with aiohttp.ClientSession(connector=connector) as session:
        app[HTTP] = session
        yield


async def rasa(app: web.Application) -> AsyncIterator[None]:
    """The way to the dialogue."""
    app[RASA] = Rasa(app[HTTP], f"http://127.0.0.1:{app[SETTINGS].rasa_port}")
    yield


async def turns(app: web.Application) -> AsyncIterator[None]:
    """The turn queue, which first takes up what was left."""
    deadline = app[SETTINGS].turn_deadline
    queue = TurnQueue(app[SESSIONS], app[RASA], app[HUB], deadline)
    app[TURNS] = queue
    await queue.resume()
    yield
    await queue.close()


def identity_secret(settings: Settings) -> str:
    """The owner's key for identity tokens, or one made on the first start and kept in `var`."""
    if settings.identity_secret:
        return settings.identity_secret
    path: Path = settings.var / "identity_secret"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    secret = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w") as file:
        file.write(secret)
    return secret
