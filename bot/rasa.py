"""The only file that calls Rasa."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from shop.conversations import Draft
from shop.errors import Unavailable

RETRY_AFTER = 0.25  # seconds between tries while Rasa starts again
JSON = dict[str, Any]


class Rasa:
    """Rasa's REST channel."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._url = url

    async def talk(self, sender: str, message: str, metadata: JSON, limit: float) -> list[Draft]:
        """What the assistant answers, within `limit` seconds; raises `Unavailable`.

        Rasa answers 200 with nothing when an action failed, so an empty answer is a failure. A
        refused or broken connection is tried again: Rasa may just be starting, and a turn that
        runs twice has its effects once (`shop.effects`).
        """
        try:
            async with asyncio.timeout(limit):
                while True:
                    try:
                        return drafts(await self._post(sender, message, metadata))
                    except (aiohttp.ClientConnectionError, Unavailable):
                        await asyncio.sleep(RETRY_AFTER)
        except TimeoutError:
            raise Unavailable(f"no answer from Rasa within {limit:.0f} s") from None

    async def _post(self, sender: str, message: str, metadata: JSON) -> list[JSON]:
        body = {"sender": sender, "message": message, "metadata": metadata}
        async with self._http.post(f"{self._url}/webhooks/rest/webhook", json=body) as answer:
            if answer.status != 200:
                raise Unavailable(f"Rasa answered {answer.status}")
            replies: list[JSON] = await answer.json()
        if not replies:
            raise Unavailable("Rasa answered nothing")
        return replies

    async def healthy(self) -> bool:
        """Whether Rasa answers and has a model loaded."""
        try:
            async with self._http.get(self._url, timeout=aiohttp.ClientTimeout(2)) as answer:
                return answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False


def drafts(replies: list[JSON]) -> list[Draft]:
    """Rasa's replies as messages: structured content joins the words that came before it."""
    found: list[Draft] = []
    for reply in replies:
        text = (reply.get("text") or "").strip()
        content = dict(reply.get("custom") or {})
        if buttons := reply.get("buttons"):
            content["quick_replies"] = [
                {"title": b["title"], "payload": b["payload"]} for b in buttons
            ]
        if not text and found and not found[-1].content:
            found[-1] = Draft(found[-1].text, content)
        elif text or content:
            found.append(Draft(text, content))
    return found
