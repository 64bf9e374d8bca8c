"""The only file that calls Rasa."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from shop.conversations import Draft
from shop.errors import Unavailable

RETRY_AFTER = 0.25  # seconds between tries while Rasa starts again
LOOK = aiohttp.ClientTimeout(2)
EMPTY_TRIES = 3  # with 1 and 2 seconds between them
JSON = dict[str, Any]


@dataclass
class Answer:
    """Messages for the shopper, and what the assistant wants to know again later."""

    drafts: list[Draft] = field(default_factory=list)
    memory: JSON | None = None


class Rasa:
    """Rasa's REST channel."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._url = url
        self._greeted = False

    async def talk(self, sender: str, message: str, metadata: JSON, limit: float) -> Answer:
        """What the assistant answers, within `limit` seconds; raises `Unavailable`.

        Rasa answers 200 with nothing when an action failed, so an empty answer is a failure; it
        is asked `EMPTY_TRIES` times, as the action server may just be starting. A refused or
        broken connection is tried until the limit. A turn that runs twice has its effects once
        (`shop.effects`).
        """
        empty = 0
        try:
            async with asyncio.timeout(limit):
                while True:
                    try:
                        return await self._post(sender, message, metadata)
                    except aiohttp.ClientConnectionError:
                        await asyncio.sleep(RETRY_AFTER)
                    except Unavailable:
                        empty += 1
                        if empty == EMPTY_TRIES:
                            raise
                        await asyncio.sleep(empty)
        except TimeoutError:
            raise Unavailable(f"no answer from Rasa within {limit:.0f} s") from None

    async def _post(self, sender: str, message: str, metadata: JSON) -> Answer:
        body = {"sender": sender, "message": message, "metadata": metadata}
        async with self._http.post(f"{self._url}/webhooks/rest/webhook", json=body) as answer:
            if answer.status != 200:
                raise Unavailable(f"Rasa answered {answer.status}")
            found = answer_of(await answer.json())
        if not found.drafts:
            raise Unavailable("Rasa answered nothing")
        return found

    async def healthy(self) -> bool:
        """Whether Rasa is there and has a model: without one it still says that it is well.

        So it must answer a greeting once; after that, and until it is away, a look is enough.
        """
        try:
            async with self._http.get(self._url, timeout=LOOK) as answer:
                there = answer.status == 200
            self._greeted = there and (self._greeted or bool(await self._greeting()))
        except (aiohttp.ClientError, TimeoutError, Unavailable):
            self._greeted = False
        return self._greeted

    async def _greeting(self) -> list[Draft]:
        async with asyncio.timeout(LOOK.total):
            return (await self._post("health.1", "/greet", {})).drafts


def answer_of(replies: list[JSON]) -> Answer:
    """Rasa's replies as messages: structured content joins the words that came before it."""
    answer = Answer()
    found = answer.drafts
    for reply in replies:
        text = (reply.get("text") or "").strip()
        content = dict(reply.get("custom") or {})
        answer.memory = content.pop("memory", answer.memory)
        if buttons := reply.get("buttons"):
            content["quick_replies"] = [
                {"title": b["title"], "payload": b["payload"]} for b in buttons
            ]
        if not text and content and found and not found[-1].content:
            found[-1] = Draft(found[-1].text, content)
        elif text or content:
            found.append(Draft(text, content))
    return answer
