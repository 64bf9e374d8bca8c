"""The gateway as programs and browsers without scripts see it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import ClientWebSocketResponse, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.app import init_app
from shop.database import Sessions
from shop.settings import Settings

Browser = TestClient
NewBrowser = Callable[[], Awaitable[TestClient]]
OWN = {"Sec-Fetch-Site": "same-origin"}
FOREIGN = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}


@dataclass
class Assistant:
    """Stands in for Rasa: says what it heard, or nothing while it is `silent`."""

    heard: list[str] = field(default_factory=list)
    silent: bool = False
    slow: Callable[[], Awaitable[list[dict[str, Any]]]] | None = None
    """Answers instead, when it has come to it."""
    port: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        message = (await request.json())["message"]
        self.heard.append(message)
        if self.slow is not None:
            return web.json_response(await self.slow())
        return web.json_response([] if self.silent else [{"text": f"You said: {message}"}])


@pytest.fixture
async def assistant() -> AsyncIterator[Assistant]:
    made = Assistant()
    app = web.Application()
    app.router.add_post("/webhooks/rest/webhook", made.answer)
    async with TestServer(app) as server:
        made.port = server.port or 0
        yield made


@pytest.fixture
async def server(
    sessions: Sessions, settings: Settings, assistant: Assistant
) -> AsyncIterator[TestServer]:
    """A gateway with the demo's pages on the small shop of `sessions`."""
    app = init_app(replace(settings, rasa_port=assistant.port, actions_port=1))
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


class Socket:
    """A widget's socket, read as the widget reads it."""

    def __init__(self, ws: ClientWebSocketResponse) -> None:
        self.ws = ws

    async def send(self, frame: Any) -> None:
        await self.ws.send_json(frame)

    async def next(self, kind: str) -> Any:
        """The next frame of a kind; others are passed over."""
        while True:
            frame = await self.ws.receive_json(timeout=10)
            if frame["type"] == kind:
                return frame

    async def say(self, text: str, client_id: str = "") -> Any:
        """Say something; the ack or the error."""
        frame = {"type": "message", "client_id": client_id or uuid4().hex, "text": text}
        await self.send(frame)
        while True:
            answer = await self.ws.receive_json(timeout=10)
            if answer["type"] in ("ack", "error"):
                return answer

    async def reply(self) -> Any:
        """The next message of the other side."""
        while True:
            message = (await self.next("message"))["message"]
            if message["author"] != "shopper":
                return message


Connect = Callable[..., Awaitable[Socket]]


@pytest.fixture
async def connect(new_browser: NewBrowser) -> Connect:
    """Opens a socket: of a new visitor, or of the one with `token`; `hello` adds to the frame."""

    async def open_socket(token: str = "", welcome: bool = True, **hello: Any) -> Socket:
        browser = await new_browser()
        token = token or await new_token(browser)
        socket = Socket(await browser.ws_connect("/api/chat"))
        await socket.send({"type": "hello", "token": token, "after": 0} | hello)
        if welcome:
            await socket.next("welcome")
        return socket

    return open_socket


async def new_token(browser: Browser) -> str:
    """A new visitor's token."""
    async with browser.post("/api/session") as answer:
        return str((await answer.json())["token"])
