"""The widget's protocol in a terminal: `python -m bot chat`, by hand or from a script."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import WSCloseCode, WSMessageTypeError
from rich.console import Console

from shop.errors import Unavailable

Frame = dict[str, Any]

REPLY_LIMIT = 12.0  # seconds; beyond the gateway's own deadline
SETTLED = 0.15  # seconds without a further message after which a turn's replies are complete


class Talk:
    """One new conversation with the running shop; a line that the server cut is taken up again."""

    def __init__(self, http: aiohttp.ClientSession, url: str, token: str) -> None:
        self._http = http
        self._url = url
        self._token = token
        self._ws: aiohttp.ClientWebSocketResponse | None = None

    async def say(self, text: str, photo: Path | None = None) -> list[Frame]:
        """The assistant's messages to this one, or the server's refusal of it."""
        frame = {"type": "message", "client_id": uuid.uuid4().hex, "text": text}
        ws = await self._line()
        if photo is not None:
            sent = await self._upload(photo)
            if "photo_id" not in sent:
                return [{"text": f"refused: {sent['error']['text']}", "content": {}}]
            frame["photo_id"] = sent["photo_id"]
        try:
            await ws.send_json(frame)
            return await self._replies(ws)
        except (ConnectionError, WSMessageTypeError):
            self._ws = None
            return [{"text": _why_cut(ws), "content": {}}]

    async def _upload(self, photo: Path) -> Frame:
        form = aiohttp.FormData()
        form.add_field("photo", await asyncio.to_thread(photo.read_bytes), filename=photo.name)
        headers = {"Authorization": f"Bearer {self._token}"}
        async with self._http.post(f"{self._url}/api/photos", data=form, headers=headers) as answer:
            found: Frame = await answer.json()
            return found

    async def _line(self) -> aiohttp.ClientWebSocketResponse:
        if self._ws is None or self._ws.closed:
            self._ws = await self._http.ws_connect(f"{self._url}/api/chat")
            await self._ws.send_json({"type": "hello", "token": self._token, "after": 0})
            await self._ws.receive_json()
        return self._ws

    async def identify(self, token: str) -> None:
        """Sign in as the customer whom a shop's token names."""
        ws = await self._line()
        await ws.send_json({"type": "identify", "token": token})
        while (await ws.receive_json())["type"] not in ("identified", "error"):
            pass

    @staticmethod
    async def _replies(ws: aiohttp.ClientWebSocketResponse) -> list[Frame]:
        found: list[Frame] = []
        try:
            while True:
                limit = SETTLED if found else REPLY_LIMIT
                frame = await asyncio.wait_for(ws.receive_json(), limit)
                if frame["type"] == "error":
                    return [{"text": frame["text"], "content": {}}]
                if frame["type"] == "message" and frame["message"]["author"] != "shopper":
                    found.append(frame["message"])
        except TimeoutError:
            return found


async def chat(url: str, script: str | None, console: Console) -> int:
    """Talk by hand, or play a script and print one JSON line per turn; raises `Unavailable`."""
    try:
        return await _chat(url, script, console)
    except aiohttp.ClientError as error:
        raise Unavailable(f"No shop answers at {url}; `make run` starts it. ({error})") from None


async def _chat(url: str, script: str | None, console: Console) -> int:
    async with aiohttp.ClientSession() as http:
        if script is None:
            await _by_hand(http, url, console)
            return 0
        text = await asyncio.to_thread(Path(script).read_text, encoding="utf-8")
        for line in text.splitlines():
            if line.strip():
                await _play(http, url, json.loads(line), Path(script).parent)
    return 0


async def _open(http: aiohttp.ClientSession, url: str) -> Talk:
    async with http.post(f"{url}/api/session") as answer:
        return Talk(http, url, (await answer.json())["token"])


def _why_cut(ws: aiohttp.ClientWebSocketResponse) -> str:
    if ws.close_code == WSCloseCode.MESSAGE_TOO_BIG:
        return "refused: the message is longer than the server reads"
    return f"refused: the server ended the line (code {ws.close_code})"


async def _play(http: aiohttp.ClientSession, url: str, script: Frame, folder: Path) -> None:
    """Play one conversation; a turn's `photo` is a file, named from the script's folder."""
    talk = await _open(http, url)
    if token := script.get("identify"):
        await talk.identify(token)
    for number, turn in enumerate(script["turns"], 1):
        began = time.monotonic()
        photo = folder / turn["photo"] if turn.get("photo") else None
        replies = await talk.say(turn["user"], photo)
        line = {
            "id": script["id"],
            "turn": number,
            "user": turn["user"],
            "replies": [
                {
                    "text": reply["text"],
                    "cards": reply["content"].get("cards", []),
                    "quick_replies": reply["content"].get("quick_replies", []),
                }
                for reply in replies
            ],
            "ms": round(1000 * (time.monotonic() - began - SETTLED), 1),
        }
        print(json.dumps(line, ensure_ascii=False), flush=True)


async def _by_hand(http: aiohttp.ClientSession, url: str, console: Console) -> None:
    talk = await _open(http, url)
    while True:
        try:
            text = await asyncio.to_thread(console.input, "[bold]> [/bold]")
        except EOFError:
            return
        for reply in await talk.say(text):
            console.print(reply["text"], markup=False)
            for card in reply["content"].get("cards", []):
                console.print(f"  · {card['title']}  {card['price_text']}", markup=False)
            titles = [each["title"] for each in reply["content"].get("quick_replies", [])]
            if titles:
                console.print("  [" + "] [".join(titles) + "]", style="dim", markup=False)
