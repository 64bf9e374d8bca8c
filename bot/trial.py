"""A copy of the prepared shop on free ports, to be measured or broken without harm."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp

from shop.errors import Unavailable
from shop.settings import Settings

START_LIMIT = 180.0  # seconds
PASSED_ON = ("var", "port", "rasa_port", "actions_port", "messages_per_minute", "public_url")


def copy_of(settings: Settings, folder: Path) -> Settings:
    """Settings of a copy below `folder`, with what was prepared but without photos."""
    var = folder / "var"
    shutil.copytree(settings.var, var, ignore=shutil.ignore_patterns("logs", "photos"))
    ports = [_free_port() for _ in range(3)]
    return replace(
        settings, var=var, port=ports[0], rasa_port=ports[1], actions_port=ports[2],
        messages_per_minute=1_000_000, public_url="",
    )  # fmt: skip


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Process]:
    """The shop as `make run` starts it, from when it is ready; ended as Ctrl-C would."""
    env = os.environ | {f"SHOP_{name.upper()}": str(getattr(settings, name)) for name in PASSED_ON}
    until = time.monotonic() + START_LIMIT
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=env, stdout=DEVNULL
    )
    try:
        while not await healthy(settings.origin):
            if time.monotonic() > until or process.returncode is not None:
                raise Unavailable("the shop did not start; try `make run` to see why")
            await asyncio.sleep(0.2)
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await process.wait()


async def healthy(url: str) -> bool:
    """Whether gateway, Rasa and actions all answer."""
    try:
        async with aiohttp.ClientSession() as http, http.get(f"{url}/health") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
