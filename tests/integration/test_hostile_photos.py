"""Three hundred files that nobody should send: the door reads what can be read, and stays well."""

from __future__ import annotations

import asyncio
import io
import os
import resource
import time
from typing import Any

import aiohttp
import psutil
import pytest
from aiohttp.test_utils import TestServer
from PIL import Image

from bot.uploads import cleaning
from bot.uploads.door import DARKROOM, TRIES
from bot.uploads.refusals import REASONS
from tests.integration.conftest import Browser, new_token
from tests.integration.hostile_photos import COUNT, MARK, endless, hostile, photo

MOST_MEMORY = 300 * 1024 * 1024  # bytes, of the process that decodes and of what the gateway gains
MOST_SECONDS = 2.0  # of processor time for one file

pytestmark = pytest.mark.timeout(900)


class Door:
    """Sends files, a new visitor for every few, and looks at what they cost."""

    def __init__(self, browser: Browser, server: TestServer) -> None:
        self._browser = browser
        self._darkroom = server.app[DARKROOM]
        self._token = ""
        self._sent = 0
        self.most_memory = 0
        self.costs: dict[str, tuple[float, float]] = {}  # seconds of processor, on the clock

    async def send(self, name: str, raw: bytes) -> Any:
        """The answer, and the photo as it is served then."""
        if self._sent % (TRIES - 5) == 0:
            self._token = await new_token(self._browser)
        self._sent += 1
        before, began = self._seconds(), time.monotonic()
        form = aiohttp.FormData()
        form.add_field("photo", raw, filename="IMG_1.jpg", content_type="image/jpeg")
        async with self._browser.post("/api/photos", data=form, headers=self._who) as answer:
            status, body = answer.status, await answer.json()
        self.costs[name] = (self._seconds() - before, time.monotonic() - began)
        self._look()
        if status != 200:
            return status, body, b""
        path = f"/api/photos/{body['photo_id']}"
        async with self._browser.get(path, headers=self._who) as answer:
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Content-Type"] == "image/jpeg"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            return status, body, await answer.read()

    @property
    def _who(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"}

    def _seconds(self) -> float:
        """Processor time of all that ever decoded; what ended is counted with our children."""
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = ended.ru_utime + ended.ru_stime
        if (pid := self._darkroom.pid) is not None:
            times = psutil.Process(pid).cpu_times()
            seconds += times.user + times.system
        return seconds

    def _look(self) -> None:
        if (pid := self._darkroom.pid) is None:
            return
        with open(f"/proc/{pid}/status") as status:
            peak = next(line for line in status if line.startswith("VmHWM"))
        self.most_memory = max(self.most_memory, int(peak.split()[1]) * 1024)


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="reads Linux's /proc")
async def test_nothing_hostile_is_served_as_it_came_nor_hurts(
    browser: Browser, server: TestServer
) -> None:
    door, me = Door(browser, server), psutil.Process()
    files = await asyncio.to_thread(hostile)
    assert len(files) == COUNT
    held = me.memory_info().rss
    taken, reasons = 0, set()
    for name, raw in files:
        status, body, served = await door.send(name, raw)
        assert status in (200, 400), (name, body)
        if status == 400:
            reasons.add(body["error"]["reason"])
            continue
        taken += 1
        assert served not in raw and MARK not in served, name
        seen = Image.open(io.BytesIO(served))
        seen.load()
        assert seen.format == "JPEG" and max(seen.size) <= cleaning.MAX_SIDE, name
        assert not seen.getexif() and not {"exif", "icc_profile", "comment"} & set(seen.info), name
    gained = me.memory_info().rss - held
    dearest = max(door.costs, key=lambda name: door.costs[name])
    slowest = max(door.costs.values(), key=lambda cost: cost[1])[1]
    print(
        f"\n{taken} of {COUNT} read, {COUNT - taken} refused for {sorted(reasons)}; the decoder"
        f" held {door.most_memory / 2**20:.0f} MB, the gateway gained {gained / 2**20:.0f} MB;"
        f" dearest {door.costs[dearest][0]:.2f} s of processor ({dearest}), slowest {slowest:.2f} s"
        f" on the clock under a load of {os.getloadavg()[0]:.1f}"
    )
    assert 50 < taken < 200 and reasons <= set(REASONS)
    assert door.most_memory <= MOST_MEMORY and gained <= MOST_MEMORY / 2
    assert door.costs[dearest][0] <= MOST_SECONDS


async def test_a_picture_that_never_ends_is_given_up_and_the_next_is_read(
    browser: Browser, server: TestServer
) -> None:
    door = Door(browser, server)
    name, raw = list(endless(None))[-1]  # type: ignore[arg-type]  # chance plays no part in them
    status, body, _ = await door.send(name, raw)
    assert (status, body["error"]["reason"]) == (400, "heavy")
    status, _, served = await door.send("sound", photo("JPEG"))
    assert status == 200 and served.startswith(b"\xff\xd8")
