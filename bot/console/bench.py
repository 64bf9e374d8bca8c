"""The desk under load: `python -m bot bench --desk`.

A gateway on a database of its own, with 300 conversations in people's hands and 20 consoles that
are all told of everything; each member of staff does something once a second, far more than a
person would. What is measured is what they wait for: an act, from the click to the answer.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import statistics
import tempfile
import time
import uuid
from dataclasses import replace
from pathlib import Path

import aiohttp
from aiohttp import web
from rich.console import Console
from rich.table import Table

from bot.app import init_app
from shop import conversations, handoffs, identity, staff
from shop.conversations import Draft
from shop.database import create_engine, create_sessions, writing
from shop.migrate import migrate
from shop.settings import Settings

STAFF, OPEN, SAID = 20, 300, 30  # people, conversations, messages in each
ACTS, EVERY = 40, 1.0  # of each person, and seconds between them
PASSWORD = uuid.uuid4().hex
KINDS = ("open", "reply", "note", "search")
WEIGHTS = (4, 4, 1, 1)
HEADERS = {"Sec-Fetch-Site": "same-origin"}
TARGET = 150  # ms, the 95th percentile of all acts

Times = list[tuple[str, float]]


async def bench_desk(settings: Settings, console: Console, *, as_json: bool) -> None:
    """Measure, and print a table with the machine's cores; one JSON object as the last line."""
    with tempfile.TemporaryDirectory(prefix="shop-desk-") as folder:
        own = replace(settings, var=Path(folder), database_url="", port=0, demo=False, rasa_port=1)
        console.print(f"  {OPEN} conversations, {STAFF} members of staff …")
        ids = await _furnish(own)
        runner = web.AppRunner(init_app(own), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        try:
            times = await _work(f"http://127.0.0.1:{runner.addresses[0][1]}", ids)
        finally:
            await runner.cleanup()
    figures = _figures(times)
    console.print(_table(figures))
    if as_json:
        print(json.dumps(figures | {"cores": os.cpu_count() or 0}))


async def _furnish(settings: Settings) -> list[list[str]]:
    """The database; for each member of staff the conversations in their hands."""
    engine = create_engine(settings)
    await migrate(engine)
    sessions = create_sessions(engine)
    hands: list[list[str]] = []
    for number in range(STAFF):
        async with writing(sessions) as session:
            me = await staff.add(session, f"s{number}@shop.example", "", staff.AGENT, PASSWORD)
            mine = []
            for _ in range(OPEN // STAFF):
                visitor, _ = await identity.create_visitor(session)
                name = (await conversations.start(session, visitor)).id
                for said in range(SAID):
                    text = f"message {said} about kettles and parcels"
                    await conversations.append(
                        session, name, ("shopper", "bot")[said % 2], Draft(text)
                    )
                await handoffs.take(session, name, me.id)
                mine.append(name)
            hands.append(mine)
    await engine.dispose()
    return hands


async def _work(url: str, hands: list[list[str]]) -> Times:
    chance = random.Random(1)  # noqa: S311  the same load each time
    each = [_one(url, number, mine, chance) for number, mine in enumerate(hands)]
    began = time.process_time()
    times = [one for times in await asyncio.gather(*each) for one in times]
    # Gateway and consoles are one process here: what an act costs, however busy the machine is.
    return [*times, ("processor", 1000 * (time.process_time() - began) / len(times))]


async def _one(url: str, number: int, mine: list[str], chance: random.Random) -> Times:
    """One console: its socket is read all the time, its acts come at their pace."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, headers=HEADERS) as http:
        word = {"email": f"s{number}@shop.example", "password": PASSWORD}
        async with http.post(f"{url}/api/staff/session", json=word) as answer:
            answer.raise_for_status()
        ws = await http.ws_connect(f"{url}/api/staff/socket")
        reading = asyncio.create_task(_read(ws))
        times: Times = []
        await asyncio.sleep(EVERY * (1 + chance.random()))
        for _ in range(ACTS):
            kind = chance.choices(KINDS, WEIGHTS)[0]
            began = time.perf_counter()
            await _act(http, url, kind, chance.choice(mine))
            took = time.perf_counter() - began
            times.append((kind, 1000 * took))
            await asyncio.sleep(max(0.0, EVERY - took))
        reading.cancel()
        await ws.close()
        return times


async def _act(http: aiohttp.ClientSession, url: str, kind: str, name: str) -> None:
    at = f"{url}/api/staff/conversations"
    method, address, body = {
        "open": ("GET", f"{at}/{name}", None),
        "reply": (
            "POST",
            f"{at}/{name}/messages",
            {"text": "I look", "client_id": uuid.uuid4().hex},
        ),
        "note": ("POST", f"{at}/{name}/notes", {"text": "a note"}),
        "search": ("GET", f"{url}/api/staff/search?q=parcels", None),
    }[kind]
    async with http.request(method, address, json=body) as answer:
        answer.raise_for_status()
        await answer.read()


async def _read(ws: aiohttp.ClientWebSocketResponse) -> None:
    async for _ in ws:
        pass


def _figures(times: Times) -> dict[str, float]:
    found = {"processor time of an act, ms": round(dict(times)["processor"], 1)}
    times = [one for one in times if one[0] != "processor"]
    for kind in ("all", *KINDS):
        some = sorted(ms for one, ms in times if kind in ("all", one))
        found[f"{kind}, p50 ms"] = round(statistics.median(some), 1)
        found[f"{kind}, p95 ms"] = round(some[int(0.95 * len(some))], 1)
    return found


def _table(figures: dict[str, float]) -> Table:
    title = f"{STAFF} staff, {OPEN} open conversations, on {os.cpu_count()} cores"
    table = Table(title=title, caption=f"wanted: p95 of all at most {TARGET} ms")
    table.add_column("act")
    table.add_column("value", justify="right")
    for name, value in figures.items():
        table.add_row(name, f"{value:g}")
    return table
