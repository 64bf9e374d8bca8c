"""The gateway's side of the process that decodes: kept warm, ended when it misbehaves."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from bot.uploads.passing import ANSWER, QUESTION, Cleaned
from bot.uploads.receiving import MAX_BYTES
from bot.uploads.refusals import Refused
from shop.errors import Unavailable

log = logging.getLogger(__name__)

ROOT = Path(__file__).parents[2]
PROGRAM = ("-m", "bot.uploads.developing")
PASSED_ON = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # none of the shop's secrets
LASTS = 6.0  # seconds on the clock; the process itself counts processor time, and ends sooner
WAITS = 20.0  # seconds for those before in the queue


class Darkroom:
    """Cleans one picture at a time; a process that was ended is followed by a new one."""

    def __init__(self, lasts: float = LASTS) -> None:
        self._lasts = lasts
        self._process: Process | None = None
        self._one = asyncio.Lock()

    @property
    def pid(self) -> int | None:
        """The process that decodes, while there is one."""
        return self._process.pid if self._process else None

    async def clean(self, raw: bytes | bytearray) -> Cleaned:
        """The photo as it is kept; raises `Refused`, or `Unavailable` when too many wait."""
        try:
            await asyncio.wait_for(self._one.acquire(), WAITS)
        except TimeoutError:
            raise Unavailable("too many photos wait to be read") from None
        try:
            return await self._developed(raw)
        finally:
            self._one.release()

    async def warm(self) -> Process:
        """The process, started where there is none."""
        if self._process is None or self._process.returncode is not None:
            environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *PROGRAM, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=ROOT,
                env=environment | {"MALLOC_ARENA_MAX": "1"},
            )  # fmt: skip
        return self._process

    async def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()

    async def _developed(self, raw: bytes | bytearray) -> Cleaned:
        process = await self.warm()
        try:
            async with asyncio.timeout(self._lasts):
                return await _ask(process, raw)
        except (TimeoutError, asyncio.IncompleteReadError, ConnectionError, Broken) as error:
            slow = isinstance(error, TimeoutError)
            await self.close()
            code = process.returncode
            log.warning("a picture of %d bytes ended its decoder (%s)", len(raw), code)
            raise Refused("heavy" if slow or code == -signal.SIGPROF else "damaged") from error
        except asyncio.CancelledError:
            await self.close()  # its answer would be taken for the next one's
            raise


class Broken(Exception):
    """An answer that the process, were it sound, would not give."""


async def _ask(process: Process, raw: bytes | bytearray) -> Cleaned:
    if process.stdin is None or process.stdout is None:
        raise Broken("no pipes")
    process.stdin.write(QUESTION.pack(len(raw)))
    process.stdin.write(raw)
    await process.stdin.drain()
    good, width, height, size = ANSWER.unpack(await process.stdout.readexactly(ANSWER.size))
    if size > MAX_BYTES:
        raise Broken(f"an answer of {size} bytes")
    body = await process.stdout.readexactly(size)
    if good == 1:
        return Cleaned(body, width, height)
    raise Refused(body.decode())
