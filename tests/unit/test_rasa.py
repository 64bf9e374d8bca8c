"""Rasa's replies as the messages a shopper gets."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from aiohttp import web

from bot.rasa import Rasa, answer_of


def test_cards_join_the_words_before_them() -> None:
    found = answer_of([{"text": "Here:"}, {"custom": {"cards": [1]}}, {"text": "And more"}]).drafts
    assert [(d.text, d.content) for d in found] == [("Here:", {"cards": [1]}), ("And more", {})]


def test_buttons_become_quick_replies_and_empty_replies_vanish() -> None:
    found = answer_of(
        [{"text": "?", "buttons": [{"title": "A", "payload": "/a"}]}, {"text": " "}]
    ).drafts
    assert len(found) == 1
    assert found[0].content == {"quick_replies": [{"title": "A", "payload": "/a"}]}


def test_the_memory_is_no_message_and_the_words_before_it_stand_alone() -> None:
    answer = answer_of([{"text": "Hello"}, {"custom": {"memory": {"focus": "x"}}}])
    assert [(d.text, d.content) for d in answer.drafts] == [("Hello", {})]
    assert answer.memory == {"focus": "x"}


async def test_rasa_without_a_model_is_not_well(
    aiohttp_server: Callable[[web.Application], Awaitable[Any]],
) -> None:
    said: list[dict[str, str]] = []

    async def webhook(_request: web.Request) -> web.Response:
        return web.json_response(said)

    async def hello(_request: web.Request) -> web.Response:
        return web.Response(text="Hello from Rasa")

    app = web.Application()
    app.add_routes([web.get("/", hello), web.post("/webhooks/rest/webhook", webhook)])
    server = await aiohttp_server(app)
    async with aiohttp.ClientSession() as http:
        rasa = Rasa(http, str(server.make_url("/")).rstrip("/"))
        assert not await rasa.healthy()
        said.append({"text": "Hello!"})
        assert await rasa.healthy()
        await server.close()
        assert not await rasa.healthy()
