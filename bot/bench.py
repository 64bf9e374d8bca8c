"""The project's own benchmark: `python -m bot bench`.

It starts a copy of the prepared shop on free ports, so that a running shop and its data stay
untouched, and measures what a shopper waits for: whole turns, widget to reply.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

import aiohttp
import psutil
from rich.console import Console
from rich.table import Table

from bot import trial
from bot.prepare import prepare
from shop.errors import Unavailable
from shop.settings import Settings

SHOPPERS = (1, 8, 64)
TURNS = {1: 200, 8: 60, 64: 12}  # turns of each shopper
LONG = 150  # turns of the long conversation
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
        copy = await asyncio.to_thread(trial.copy_of, settings, Path(folder))
        began = time.monotonic()
        async with trial.running(copy) as process:
            figures["start to ready, s"] = round(time.monotonic() - began, 1)
            for shoppers in SHOPPERS:
                figures |= await _crowd(copy.origin, shoppers)
            figures |= await _long(copy.origin)
            figures |= _memory(process.pid)
        for name, ms in (await _model_calls(copy)).items():
            figures[f"{name}, ms"] = ms
    console.print(_table(figures))
    if as_json:
        print(json.dumps(figures | {"cores": os.cpu_count() or 0}))


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


def _memory(pid: int) -> dict[str, float]:
    """Resident MiB of each of the three processes, and together."""
    found: dict[str, float] = {}
    for process in psutil.Process(pid).children(recursive=True):
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
