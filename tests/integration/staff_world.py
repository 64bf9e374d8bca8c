"""Staff at their consoles, as programs see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from aiohttp import ClientWebSocketResponse

from shop import staff
from shop.database import Sessions, writing
from shop.tables import Staff
from tests.integration.conftest import OWN, Browser, NewBrowser

PASSWORD = "a-long-password"
API = "/api/staff"
JSON = Any


@dataclass
class Desk:
    """One member of staff, signed in."""

    browser: Browser
    me: Staff

    async def get(self, path: str, status: int = 200) -> JSON:
        async with self.browser.get(API + path) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def post(self, path: str, status: int = 200, **body: Any) -> JSON:
        async with self.browser.post(API + path, json=body, headers=OWN) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def take(self, name: str, status: int = 200) -> JSON:
        return await self.post(f"/conversations/{name}/take", status)

    async def reply(self, name: str, text: str, status: int = 200, **more: Any) -> JSON:
        body = {"client_id": uuid4().hex, "text": text} | more
        return await self.post(f"/conversations/{name}/messages", status, **body)

    async def line(self) -> Line:
        line = Line(await self.browser.ws_connect(API + "/socket", headers=OWN))
        line.welcome = await line.next("welcome")
        return line


class Line:
    """A console's socket."""

    welcome: JSON

    def __init__(self, ws: ClientWebSocketResponse) -> None:
        self.ws = ws

    async def send(self, kind: str, **more: Any) -> None:
        await self.ws.send_json({"type": kind} | more)

    async def next(self, kind: str) -> JSON:
        """The next frame of a kind; others are passed over."""
        while True:
            frame = await self.ws.receive_json(timeout=10)
            if frame["type"] == kind:
                return frame


async def signed_in(
    sessions: Sessions, new_browser: NewBrowser, name: str = "Mia", role: str = staff.AGENT
) -> Desk:
    """A new member of staff at a new console."""
    email = f"{name.lower()}@example.com"
    async with writing(sessions) as session:
        me = await staff.add(session, email, name, role, PASSWORD)
    browser = await new_browser()
    word = {"email": email, "password": PASSWORD}
    async with browser.post(API + "/session", json=word, headers=OWN) as answer:
        assert answer.status == 200, await answer.text()
    return Desk(browser, me)
