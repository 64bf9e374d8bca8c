"""The project's own benchmark: `python -m bot bench`.

It starts a copy of the prepared shop on free ports, so that a running shop and its data stay
untouched, and measures what a shopper waits for: whole turns, widget to reply.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import psutil
from rich.console import Console
from rich.table import Table

from bot.prepare import prepare
from shop.errors import Unavailable
from shop.settings import Settings

SHOPPERS = (1, 8, 64)
TURNS = {1: 200, 8: 60, 64: 12}  # turns of each shopper
LONG = 150  # turns of the long conversation
START_LIMIT = 180.0
REPLY_LIMIT = 30.0
TALK = (
    "hello", "red kettle under 300", "cheaper", "how much is the second one", "有没有台灯",
    "便宜一点的", "第一个还有货吗", "what do the reviews say", "add it to my cart",
    "what's in my cart", "推荐一款耳机", "怎么退货", "how long does delivery take", "谢谢",
    "a wool blanket, not grey", "compare the first two", "你们几点下班", "tell me a joke",
    "show me more", "有优惠券吗",
)  # fmt: skip


async def bench(settings: Settings, console: Console, *, as_json: bool) -> None:
    """Measure start, turns, memory and model calls; print them with the machine's cores."""
    await prepare(settings, console)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="shop-bench-") as folder:
        copy = await asyncio.to_thread(_copy_of, settings, Path(folder))
        async with _running(copy, figures):
            for shoppers in SHOPPERS:
                figures |= await _crowd(copy.origin, shoppers)
            figures |= await _long(copy.origin)
            figures |= _memory()
        for name, ms in (await _model_calls(copy)).items():
            figures[f"{name}, ms"] = ms
    console.print(_table(figures))
    if as_json:
        print(json.dumps(figures | {"cores": os.cpu_count() or 0}))


def _copy_of(settings: Settings, folder: Path) -> Settings:
    var = folder / "var"
    shutil.copytree(settings.var, var, ignore=shutil.ignore_patterns("logs", "photos"))
    ports = [_free_port() for _ in range(3)]
    return replace(
        settings, var=var, port=ports[0], rasa_port=ports[1], actions_port=ports[2],
        messages_per_minute=1_000_000, public_url="",
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def _running(settings: Settings, figures: dict[str, float]) -> AsyncIterator[None]:
    """The shop as `make run` starts it, until it is ready; ended as Ctrl-C would."""
    names = ("var", "port", "rasa_port", "actions_port", "messages_per_minute", "public_url")
    env = os.environ | {f"SHOP_{name.upper()}": str(getattr(settings, name)) for name in names}
    began = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=env, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        await _ready(settings.origin, process, began + START_LIMIT)
        figures["start to ready, s"] = round(time.monotonic() - began, 1)
        yield
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await process.wait()


async def _ready(url: str, process: asyncio.subprocess.Process, until: float) -> None:
    async with aiohttp.ClientSession() as http:
        while time.monotonic() < until and process.returncode is None:
            try:
                async with http.get(f"{url}/health") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.2)
    raise Unavailable("the shop did not start; try `make run` to see why")


class Shopper:
    """One new conversation over the widget's socket."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        self._ws = ws

    @classmethod
    async def enter(cls, http: aiohttp.ClientSession, url: str) -> Shopper:
        """Begin a session and say hello."""
        async with http.post(f"{url}/api/session") as answer:
            token = (await answer.json())["token"]
        ws = await http.ws_connect(f"{url}/api/chat")
        await ws.send_json({"type": "hello", "token": token, "after": 0})
        await ws.receive_json()
        return cls(ws)

    async def say(self, text: str) -> float:
        """Milliseconds until the first message of the answer."""
        client_id, asked = uuid.uuid4().hex, sys.maxsize
        began = time.perf_counter()
        await self._ws.send_json({"type": "message", "client_id": client_id, "text": text})
        while True:
            frame = await self._ws.receive_json(timeout=REPLY_LIMIT)
            if frame["type"] == "error":
                raise Unavailable(f"the shop answered {frame['text']!r}")
            if frame["type"] == "ack" and frame["client_id"] == client_id:
                asked = frame["seq"]
            message = frame.get("message", {})
            if message.get("client_id") == client_id:
                asked = message["seq"]
            if message.get("author") == "bot" and message["seq"] > asked:
                return 1000 * (time.perf_counter() - began)


async def _crowd(url: str, shoppers: int) -> dict[str, float]:
    async with aiohttp.ClientSession() as http:
        people = [await Shopper.enter(http, url) for _ in range(shoppers)]
        for person in people:
            await person.say("hello")
        began = time.monotonic()
        each = await asyncio.gather(
            *(_talk(person, TURNS[shoppers], place) for place, person in enumerate(people))
        )
        took = time.monotonic() - began
    times = sorted(ms for talk in each for ms in talk)
    name = f"{shoppers} shopper" + ("s" if shoppers > 1 else "")
    return {
        f"{name}, turns/s": round(len(times) / took, 1),
        f"{name}, p50 ms": round(statistics.median(times), 1),
        f"{name}, p95 ms": round(times[int(0.95 * len(times))], 1),
    }


async def _talk(person: Shopper, turns: int, start: int) -> list[float]:
    return [await person.say(TALK[(start + n) % len(TALK)]) for n in range(turns)]


async def _long(url: str) -> dict[str, float]:
    """One text again and again: what grows is the conversation alone."""
    async with aiohttp.ClientSession() as http:
        person = await Shopper.enter(http, url)
        times = [await person.say("how long does delivery take") for _ in range(LONG)]
    early, late = statistics.median(times[2:7]), statistics.median(times[-5:])
    return {
        "5th turn, ms": round(early, 1),
        f"{LONG}th turn, ms": round(late, 1),
        f"{LONG}th / 5th": round(late / early, 2),
    }


def _memory() -> dict[str, float]:
    """Resident MiB of each of the three processes, and together."""
    found: dict[str, float] = {}
    for process in psutil.Process().children(recursive=True):
        words = " ".join(process.cmdline())
        for name in ("bot serve", "actions", "rasa run"):
            if name in words:
                key = f"memory of {name.split()[0]}, MiB"
                found[key] = found.get(key, 0.0) + process.memory_info().rss / 2**20
    found = {name: round(value) for name, value in found.items()}
    return found | {"memory together, MiB": sum(found.values())}


async def _model_calls(settings: Settings) -> dict[str, Any]:
    env = os.environ | {"SHOP_VAR": str(settings.var), "OMP_NUM_THREADS": "1"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "actions", "time", env=env,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    out, _ = await process.communicate()
    found: dict[str, Any] = json.loads(out)
    return found


def _table(figures: dict[str, float]) -> Table:
    table = Table(title=f"Shopkeeper on {os.cpu_count()} cores")
    table.add_column("figure")
    table.add_column("value", justify="right")
    for name, value in figures.items():
        table.add_row(name, f"{value:g}")
    return table
