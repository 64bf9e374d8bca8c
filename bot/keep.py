"""Processes that are kept: one that dies is started again, and all end together."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from asyncio.subprocess import STDOUT, Process
from collections.abc import Callable, Mapping
from pathlib import Path

GRACE = 10.0  # seconds a process has to end by itself
PAUSE = 0.5  # seconds before it is started again
SHORT = 10.0  # seconds; one that ended sooner never really ran
MOST_SHORT = 3  # short lives in a row, after which it is given up

Tell = Callable[[str], None]


async def keep(commands: Mapping[str, str], env: Mapping[str, str], logs: Path, tell: Tell) -> bool:
    """Run shell commands until SIGINT or SIGTERM; false when one of them would not stay up.

    Each writes to `logs/<name>.log`, is a process group of its own, and is started again when it
    ends. `tell` gets a line for each end.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    kept = [
        asyncio.create_task(_one(name, command, env, logs / f"{name}.log", tell))
        for name, command in commands.items()
    ]
    stopped = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([*kept, stopped], return_when=asyncio.FIRST_COMPLETED)
    for task in (*kept, stopped):
        task.cancel()
    await asyncio.gather(*kept, stopped, return_exceptions=True)
    return stopped in done


async def _one(name: str, command: str, env: Mapping[str, str], log: Path, tell: Tell) -> None:
    """Returns when the command is given up."""
    short = 0
    while True:
        began = time.monotonic()
        with log.open("ab") as out:
            process = await asyncio.create_subprocess_shell(
                f"exec {command}", stdout=out, stderr=STDOUT, env=env, start_new_session=True
            )
        try:
            status = await process.wait()
        except asyncio.CancelledError:
            await _end(process)
            raise
        short = short + 1 if time.monotonic() - began < SHORT else 0
        if short == MOST_SHORT:
            tell(f"{name} does not stay up (exit status {status}); see {log}")
            return
        tell(f"{name} ended (exit status {status}) and is started again")
        await asyncio.sleep(PAUSE)


async def _end(process: Process) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            return
        try:
            await asyncio.wait_for(process.wait(), GRACE)
        except TimeoutError:
            continue
        return
