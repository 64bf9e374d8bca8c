"""The gateway as programs and browsers without scripts see it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer

from bot.app import init_app
from shop.database import Sessions
from shop.settings import Settings

Browser = TestClient
NewBrowser = Callable[[], Awaitable[TestClient]]
OWN = {"Sec-Fetch-Site": "same-origin"}
FOREIGN = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}


@pytest.fixture
async def server(sessions: Sessions, settings: Settings) -> AsyncIterator[TestServer]:
    """A gateway with the demo's pages on the small shop of `sessions`; nobody answers as Rasa."""
    app = init_app(replace(settings, rasa_port=1, actions_port=1, turn_deadline=0.2))
    server = TestServer(app)
    await server.start_server()
    yield server
    await server.close()


@pytest.fixture
async def new_browser(server: TestServer) -> AsyncIterator[NewBrowser]:
    """Makes browsers, each with cookies of its own."""
    made: list[TestClient] = []

    async def make() -> TestClient:
        client = TestClient(server, cookie_jar=CookieJar(unsafe=True))
        made.append(client)
        return client

    yield make
    for client in made:
        await client.session.close()


@pytest.fixture
async def browser(new_browser: NewBrowser) -> Browser:
    return await new_browser()
