"""Any of the three processes may die in the middle of a turn: nothing acknowledged is lost, nothing
is shown twice, and the shop comes back by itself."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import psutil
import pytest

from bot import trial
from shop.settings import Settings

PROGRAMS = {"gateway": "bot serve", "rasa": "rasa run", "actions": "-m actions"}
QUESTION = "how long does delivery take"  # answered by one message
ANSWERED_WITHIN = 60.0  # seconds, with Rasa's start among them
PREPARED = Path("var/prepared/dialogue")

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(not PREPARED.exists(), reason="the shop is not prepared: make test does it"),
]


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[tuple[str, int]]:
    """Address and process id of a running copy of the shop."""
    copy = await asyncio.to_thread(trial.copy_of, Settings(), tmp_path)
    async with trial.running(copy) as process:
        yield copy.origin, process.pid


class Widget:
    """Sends until it is acknowledged and reconnects, as the widget in the browser does."""

    def __init__(self, http: aiohttp.ClientSession, url: str, token: str) -> None:
        self._http, self._url, self._token = http, url, token
        self._unsent: dict[str, str] = {}
        self.acknowledged: set[str] = set()
        self.log: dict[int, dict[str, Any]] = {}
        self.doubled: list[int] = []
        self._ws: aiohttp.ClientWebSocketResponse | None = None

    async def say(self, text: str) -> None:
        client_id = uuid4().hex
        self._unsent[client_id] = text
        if self._ws is not None and not self._ws.closed:
            await self._send(client_id)

    async def live(self, until: Callable[[], bool]) -> None:
        """Receive, over as many lines as it takes, until all that was hoped for is there."""
        deadline = time.monotonic() + ANSWERED_WITHIN
        while not until():
            assert time.monotonic() < deadline, (self._unsent, self.log)
            try:
                await self._line(until)
            except (aiohttp.ClientError, ConnectionError, TimeoutError):
                await asyncio.sleep(0.2)

    async def _line(self, until: Callable[[], bool]) -> None:
        async with self._http.ws_connect(f"{self._url}/api/chat") as self._ws:
            after = max(self.log, default=0)
            await self._ws.send_json({"type": "hello", "token": self._token, "after": after})
            while not until():
                message = await self._ws.receive(timeout=5)
                if message.type is not aiohttp.WSMsgType.TEXT:
                    return
                await self._take(message.json())

    async def _take(self, frame: dict[str, Any]) -> None:
        if frame["type"] == "welcome":
            for message in frame["messages"]:
                self._store(message)
            for client_id in list(self._unsent):
                await self._send(client_id)
        elif frame["type"] == "ack":
            self._unsent.pop(frame["client_id"], None)
            self.acknowledged.add(frame["client_id"])
        elif frame["type"] == "message":
            self._store(frame["message"])

    def _store(self, message: dict[str, Any]) -> None:
        known = self.log.setdefault(message["seq"], message)
        if known["id"] != message["id"]:
            self.doubled.append(message["seq"])
        self._unsent.pop(message["client_id"], None)

    async def _send(self, client_id: str) -> None:
        frame = {"type": "message", "client_id": client_id, "text": self._unsent[client_id]}
        assert self._ws is not None
        await self._ws.send_json(frame)

    def count(self, author: str) -> int:
        return sum(message["author"] == author for message in self.log.values())


def kill(parent: int, program: str) -> None:
    """End one of the shop's processes without a chance to say goodbye."""
    for child in psutil.Process(parent).children(recursive=True):
        if program in " ".join(child.cmdline()):
            child.send_signal(signal.SIGKILL)
            return
    raise AssertionError(f"no process of {program}")


async def whole(url: str) -> None:
    """Wait until all three processes answer again."""
    for _ in range(int(ANSWERED_WITHIN / 0.2)):
        if await trial.healthy(url):
            return
        await asyncio.sleep(0.2)
    raise AssertionError("the shop did not come back")


async def test_each_process_is_killed_in_the_middle_of_a_turn(shop: tuple[str, int]) -> None:
    url, parent = shop
    async with aiohttp.ClientSession() as http:
        async with http.post(f"{url}/api/session") as answer:
            token = (await answer.json())["token"]
        widget = Widget(http, url, token)
        for killed, program in enumerate(PROGRAMS.values(), 1):
            for _ in range(3):
                await widget.say(QUESTION)
            acknowledged = len(widget.acknowledged)
            await widget.live(lambda: len(widget.acknowledged) > acknowledged)  # noqa: B023
            kill(parent, program)
            await widget.live(lambda: widget.count("bot") >= 3 * killed)  # noqa: B023
            await whole(url)
        assert widget.doubled == []
        async with http.get(
            f"{url}/api/history", headers={"Authorization": f"Bearer {token}"}
        ) as answer:
            history = (await answer.json())["messages"]
    said = [message["client_id"] for message in history if message["author"] == "shopper"]
    assert widget.acknowledged <= set(said)
    assert len(said) == len(set(said)) == 9
    assert [message["seq"] for message in history] == list(range(1, len(history) + 1))
    answered = [message["turn_id"] for message in history if message["author"] == "bot"]
    assert len(answered) == len(set(answered)) == 9  # each turn one answer, none twice
