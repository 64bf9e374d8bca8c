"""The photo door as a shopper's program meets it: forms, bounds, owners, and what is deleted."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import func, select, update

from bot.uploads import door, receiving
from bot.uploads.receiving import Doorway
from shop import identity, photos, privacy
from shop.database import Sessions, now, writing
from shop.errors import TooMany, Unavailable
from shop.settings import Settings
from shop.tables import Photo, Policy
from tests.integration.conftest import Browser, NewBrowser, new_token
from tests.integration.hostile_photos import photo

FORM = "multipart/form-data; boundary=line"
SOUND = photo("JPEG", (160, 120))
LINE = b"--line\r\nContent-Disposition: form-data; name=%b\r\n\r\n%b\r\n"
END = b"--line--\r\n"


async def send(browser: Browser, token: str, body: Any, kind: str = "") -> tuple[int, Any]:
    """Post a form, or bytes as `kind`; status and answer."""
    headers = {"Authorization": f"Bearer {token}"} | ({"Content-Type": kind} if kind else {})
    async with browser.post("/api/photos", data=body, headers=headers) as answer:
        return answer.status, await answer.json()


def form(raw: bytes = SOUND, name: str = "photo", **more: str) -> aiohttp.FormData:
    """A form as browsers make it."""
    made = aiohttp.FormData()
    made.add_field(name, raw, filename="a.jpg", content_type=more.get("kind", "image/jpeg"))
    return made


async def sent(browser: Browser, token: str) -> str:
    status, body = await send(browser, token, form())
    assert status == 200, body
    return str(body["photo_id"])


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"", "multipart/form-data", "form"),
        (b"", FORM, "form"),
        (b"x" * 5000, FORM, "form"),
        (b"{}", "application/json", "form"),
        (SOUND, "image/jpeg", "form"),
        (LINE % (b"photo", SOUND) + END, "multipart/mixed; boundary=line", "form"),
        (LINE % (b"other", SOUND) + END, FORM, "form"),
        (LINE % (b"photo", b"") + END, FORM, "empty"),
        (LINE % (b"photo", SOUND), FORM, "form"),
        (LINE % (b"photo", SOUND) * 2 + END, FORM, "single"),
        (LINE % (b"photo", SOUND) * 2000 + END, FORM, "single"),
        (LINE % (b"photo", bytes(8 * 2**20 + 1)) + END, FORM, "large"),
        (LINE % (b"photo", bytes(9 * 2**20)) + END, FORM, "large"),
        (b"--line\r\n" + b"A: b\r\n" * 500 + b"\r\nx\r\n" + END,
         FORM, "form"),
        (b"--line\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n\r\nx\r\n"
         b"--in--\r\n" + END, FORM, "form"),
    ],
)  # fmt: skip
async def test_forms_without_one_photo_are_refused(
    browser: Browser, body: bytes, kind: str, reason: str
) -> None:
    status, answer = await send(browser, await new_token(browser), body, kind)
    assert (status, answer["error"].get("reason")) == (400, reason)
    assert answer["error"]["text"]


async def test_a_wrong_content_type_is_not_believed(browser: Browser) -> None:
    token = await new_token(browser)
    assert (await send(browser, token, form(kind="text/html")))[0] == 200
    status, answer = await send(browser, token, form(b"<svg onload=alert(1)>", kind="image/png"))
    assert (status, answer["error"]["reason"]) == (400, "format")


async def test_an_upload_that_stalls_is_given_up(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = receiving.photo_in
    monkeypatch.setattr(door, "photo_in", lambda request: whole(request, 5.0, 0.2))

    async def stalling() -> Any:
        yield LINE % (b"photo", SOUND[:500])
        await asyncio.sleep(1)  # what is tested is the clock
        yield SOUND[500:]

    status, answer = await send(browser, await new_token(browser), stalling(), FORM)
    assert (status, answer["error"]["reason"]) == (400, "slow")


def test_so_many_are_taken_at_once() -> None:
    doorway = Doorway(at_once=3, of_one=2)
    with doorway.passing("a"), doorway.passing("a"):
        with pytest.raises(TooMany), doorway.passing("a"):
            pass
        with doorway.passing("b"), pytest.raises(Unavailable), doorway.passing("c"):
            pass
    with doorway.passing("a"):
        pass


async def test_a_visitor_who_sends_too_many_waits_and_others_do_not(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "TRIES", 3)
    token = await new_token(browser)
    for raw in (SOUND, b"no photo", SOUND):
        await send(browser, token, form(raw))
    status, answer = await send(browser, token, form())
    assert status == 429 and 0 < answer["error"]["retry_after"] <= 600
    await sent(browser, await new_token(browser))


async def test_a_photo_is_its_owners_alone(browser: Browser, new_browser: NewBrowser) -> None:
    mine, other = await new_token(browser), await new_token(await new_browser())
    path = f"/api/photos/{await sent(browser, mine)}"
    for token, status in ((mine, 200), (other, 404), ("nobody's", 403)):
        async with browser.get(path, headers={"Authorization": f"Bearer {token}"}) as answer:
            assert answer.status == status
    async with browser.get(path) as answer:
        assert answer.status == 403
    for name in ("..%2f..%2fshop.db", "%00", "a" * 500):
        async with browser.get(
            f"/api/photos/{name}", headers={"Authorization": f"Bearer {mine}"}
        ) as answer:
            assert answer.status == 404


async def test_erasing_takes_the_photos_and_their_files(
    browser: Browser, sessions: Sessions, settings: Settings
) -> None:
    mine, other = await new_token(browser), await new_token(browser)
    first, kept = await sent(browser, mine), await sent(browser, other)
    async with writing(sessions) as session:
        visitor = await identity.visitor_of(session, mine)
        files = await privacy.erase(session, visitor)
    photos.discard(settings.photos, files)
    for token, photo_id, status in ((mine, first, 404), (other, kept, 200)):
        async with browser.get(
            f"/api/photos/{photo_id}", headers={"Authorization": f"Bearer {token}"}
        ) as answer:
            assert answer.status == status
    assert len(list(settings.photos.iterdir())) == 1


@pytest.mark.parametrize(("promised", "age", "stays"), [
    (None, 29, True), (None, 31, False), (7, 8, False), (7, 6, True), (365, 31, False),
])  # fmt: skip
async def test_photos_go_when_it_was_promised(
    browser: Browser, sessions: Sessions, settings: Settings,
    promised: int | None, age: int, stays: bool,
) -> None:  # fmt: skip
    photo_id = await sent(browser, await new_token(browser))
    async with writing(sessions) as session:
        if promised:
            facts = {"photo_days": promised}
            session.add(Policy(topic="privacy", language="en", title="", text="", facts=facts))
        await session.execute(update(Photo).values(created_at=now() - timedelta(days=age)))
    await door.sweep(sessions, settings.photos)
    async with sessions() as session:
        assert (await session.get(Photo, photo_id) is not None) == stays
    assert len(list(settings.photos.iterdir())) == stays


async def test_files_that_no_photo_names_are_swept(
    browser: Browser, sessions: Sessions, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sent(browser, await new_token(browser))
    (settings.photos / "stray.jpg").write_bytes(SOUND)
    await door.sweep(sessions, settings.photos)
    assert len(list(settings.photos.iterdir())) == 2  # it may be on its way to its row
    monkeypatch.setattr(photos.aged, "__defaults__", (-60.0,))
    await door.sweep(sessions, settings.photos)
    assert len(list(settings.photos.iterdir())) == 1


async def test_the_oldest_make_room(
    browser: Browser, sessions: Sessions, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "MOST_PHOTOS", 2)
    token = await new_token(browser)
    ids = [await sent(browser, token) for _ in range(4)]
    async with sessions() as session:
        left = set((await session.scalars(select(Photo.id))).all())
    assert left == set(ids[2:]) and len(list(settings.photos.iterdir())) == 2


async def test_space_is_bounded_and_the_new_photo_is_never_the_victim(
    browser: Browser, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "MOST_SPACE", 1)
    token = await new_token(browser)
    ids = [await sent(browser, token) for _ in range(2)]
    async with sessions() as session:
        assert list((await session.scalars(select(Photo.id))).all()) == ids[1:]


async def test_a_full_disk_is_said(
    browser: Browser, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "FREE", 2**62)
    status, answer = await send(browser, await new_token(browser), form())
    assert (status, answer["error"]["code"]) == (503, "unavailable")
    async with sessions() as session:
        assert not await session.scalar(select(func.count()).select_from(Photo))


async def test_a_decoder_that_was_ended_is_replaced(browser: Browser, server: TestServer) -> None:
    token, darkroom = await new_token(browser), server.app[door.DARKROOM]
    process = await darkroom.warm()
    process.kill()
    await process.wait()
    await sent(browser, token)
    assert darkroom.pid != process.pid
