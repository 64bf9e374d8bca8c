"""The real gateway with a real browser before it and a scripted assistant behind it."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Browser, Page, async_playwright

from bot.app import init_app
from shop.database import Sessions, now, writing
from shop.demo.drawings import draw
from shop.settings import Settings
from shop.tables import Customer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
JSON = dict[str, Any]
Script = list[JSON] | Callable[[JSON], list[JSON]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests are skipped; in CI that is a failure (see `browser`)."""
    if CHROMIUM or os.environ.get("CI_REQUIRE_BROWSER") == "1":
        return
    mark = pytest.mark.skip(reason="no chromium on this machine: apt-get install chromium")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(mark)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """On SQLite alone: a browser cannot tell which database it is."""
    return Settings(var=tmp_path)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    assert CHROMIUM, "CI_REQUIRE_BROWSER=1, but there is no chromium"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page on which nothing may go wrong unseen."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    context.set_default_timeout(15_000)
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    await context.close()
    assert not errors


@dataclass
class Assistant:
    """Stands in for Rasa's REST channel: answers by script and remembers what it was asked."""

    script: dict[str, Script] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    """Pages of another origin, by path."""
    hold: asyncio.Event = field(default_factory=asyncio.Event)
    """While it is clear, no answer is given."""
    port: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        asked = await request.json()
        message = asked["message"]
        self.heard.append(message)
        await self.hold.wait()
        replies = self.script.get(message, self.script.get(message.partition("{")[0]))
        if callable(replies):
            replies = replies(asked)
        return web.json_response(replies or [{"text": f"You said: {message}"}])

    async def page(self, request: web.Request) -> web.Response:
        return web.Response(text=self.pages[request.path], content_type="text/html")


@pytest.fixture
async def assistant() -> AsyncIterator[Assistant]:
    made = Assistant(port=free_port())
    made.hold.set()
    app = web.Application()
    app.router.add_post("/webhooks/rest/webhook", made.answer)
    app.router.add_get("/pages/{name}", made.page)
    runner = await serve(app, made.port)
    yield made
    await runner.cleanup()


@dataclass
class Gateway:
    """The gateway without the demo shop's pages; a test may stop it and start it again, with the
    same port and database."""

    settings: Settings
    assistant: Assistant
    host_pages: dict[str, str] = field(default_factory=lambda: defaultdict(str))
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = init_app(self.settings)
        app.router.add_get("/host/{name}", self._page)
        app.router.add_get("/media/{name}.svg", self._picture)
        self._runner = await serve(app, self.settings.port)

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def url(self, path: str) -> str:
        return f"{self.settings.origin}{path}"

    async def _page(self, request: web.Request) -> web.Response:
        text = self.host_pages[request.match_info["name"]]
        return web.Response(text=text, content_type="text/html")

    async def _picture(self, request: web.Request) -> web.Response:
        family, _, colour = request.match_info["name"].partition("-")
        return web.Response(text=draw(family, colour), content_type="image/svg+xml")


@pytest.fixture
async def gateway(
    sessions: Sessions, assistant: Assistant, tmp_path: Path
) -> AsyncIterator[Gateway]:
    """A gateway on the small shop of `sessions`."""
    made = Gateway(
        Settings(
            var=tmp_path,
            port=free_port(),
            rasa_port=assistant.port,
            turn_deadline=20,
            demo=False,
            allowed_origins=(f"http://127.0.0.1:{assistant.port}",),
        ),
        assistant,
    )
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def shop(sessions: Sessions, tmp_path: Path) -> AsyncIterator[str]:
    """The demo shop's address."""
    async with writing(sessions) as session:
        session.add(Customer(id="demo-1", name="Ada", email="a@example.com", created_at=now()))
    port = free_port()
    runner = await serve(
        init_app(Settings(var=tmp_path, port=port, rasa_port=1, actions_port=1)), port
    )
    yield f"http://127.0.0.1:{port}"
    await runner.cleanup()


async def serve(app: web.Application, port: int) -> web.AppRunner:
    """Serve on the loopback interface; sockets still open are cut at once when it ends."""
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
