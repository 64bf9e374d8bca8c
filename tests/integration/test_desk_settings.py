"""Out of hours, waiting too long, and what is kept of it all: promises, figures, search."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import select, update

from bot.app import init_app
from shop import conversations, handoffs, staff
from shop.conversations import Draft
from shop.database import Sessions, now, writing
from shop.settings import Settings
from shop.tables import Conversation, Correction, Handoff, Policy
from tests.integration.conftest import Assistant, Connect, NewBrowser
from tests.integration.staff_world import signed_in
from tests.integration.test_take_over import queued, together

CLOSED = {"office_hours": ("mon 03:00-03:01",), "time_zone": "Asia/Shanghai"}


@pytest.fixture
def more() -> dict[str, Any]:
    """Settings of the gateway that a test sets beside the usual ones."""
    return {}


@pytest.fixture
async def server(
    sessions: Sessions, settings: Settings, assistant: Assistant, more: dict[str, Any]
) -> AsyncIterator[TestServer]:
    made = replace(settings, rasa_port=assistant.port, actions_port=1, **more)
    server = TestServer(init_app(made))
    await server.start_server()
    yield server
    await server.close()


def hands_over(sessions: Sessions) -> Callable[[], Awaitable[list[dict[str, Any]]]]:
    """An assistant that puts the conversation into the queue, as its action would."""

    async def answer() -> list[dict[str, Any]]:
        await queued(sessions)
        return [{"text": "I fetch somebody."}]

    return answer


@pytest.mark.parametrize("more", [CLOSED])
async def test_out_of_hours_an_address_is_asked_for_and_the_promise_is_kept_track_of(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser, assistant: Assistant
) -> None:
    shopper = await connect()
    assistant.slow = hands_over(sessions)
    await shopper.say("a person please")
    assert (await shopper.reply())["text"] == "I fetch somebody."
    assert "Leave your e-mail or phone" in (await shopper.reply())["text"]
    leaves = {"type": "message", "client_id": "c", "text": "ada@example.com, thank you"}
    await shopper.send(leaves)
    assert "gets in touch at ada@example.com by Mon" in (await shopper.reply())["text"]
    while (await shopper.next("owner"))["owner"] != "bot":
        pass
    assistant.slow = None
    await shopper.say("and kettles?")
    assert (await shopper.reply())["text"] == "You said: and kettles?"
    mia = await signed_in(sessions, new_browser)
    (one,) = (await mia.get("/promises"))["promises"]
    assert one["contact"] == "ada@example.com"
    await mia.post(f"/promises/{one['id']}/kept")
    await mia.post(f"/promises/{one['id']}/kept", 409)
    assert (await mia.get("/promises"))["promises"] == []


@pytest.mark.parametrize("more", [{"wait_limit": 0.001}])
async def test_who_waited_too_long_is_handed_back_with_an_apology(
    connect: Connect, sessions: Sessions, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.console.LOOK_EVERY", 0.05)
    shopper = await connect()
    assistant.slow = hands_over(sessions)
    await shopper.say("a person please")
    texts = [(await shopper.reply())["text"] for _ in range(2)]
    assert texts[0] == "I fetch somebody."
    assert texts[1].startswith("Sorry, nobody at the shop was free")
    while (await shopper.next("owner"))["owner"] != "bot":
        pass
    assistant.slow = None
    await shopper.say("kettles then")
    assert (await shopper.reply())["text"] == "You said: kettles then"


async def test_past_conversations_are_found_by_words_in_both_languages(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper = await connect()
    await shopper.say("my parcel is at 100% lost, 快递丢了")
    await shopper.reply()
    mia = await signed_in(sessions, new_browser)
    for words, count in (("PARCEL", 1), ("快递", 1), ("100%", 1), ("0%x", 0), ("kettle", 0)):
        found = (await mia.get(f"/search?q={words.replace('%', '%25')}"))["conversations"]
        assert len(found) == count, words
    await mia.get("/search?q=x", status=400)


async def test_suggestions_come_from_policies_and_earlier_replies_without_personal_data(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, mia, _ = await together(connect, sessions, new_browser)
    async with writing(sessions) as session:
        session.add(Policy(topic="shipping", language="en", title="Delivery", facts={},
                           text="Delivery takes two to four days."))  # fmt: skip
        visitor = (await session.get_one(Conversation, name)).visitor_id
        other = Conversation(visitor_id=visitor, created_at=now(), updated_at=now())
        session.add(other)
        await session.flush()
        for question, answer in (
            ("how long is the delivery", "Delivery to islands takes a week, I am sorry."),
            ("how long is the delivery", "Delivery of SKABC2345 to Ada: 13800138000 is called."),
        ):
            await conversations.remark(session, other.id, answer[-9:], question)
            await conversations.append(session, other.id, "staff", Draft(answer), mia.me.id)
    await shopper.say("how long does delivery take?")
    found = (await mia.get(f"/conversations/{name}/suggestions"))["suggestions"]
    assert {one["text"] for one in found} == {
        "Delivery takes two to four days.",
        "Delivery to islands takes a week, I am sorry.",
    }


async def test_a_wrong_product_becomes_an_example_for_training(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser, assistant: Assistant
) -> None:
    async def shows() -> list[dict[str, Any]]:
        return [{"text": "this?"}, {"custom": {"cards": [{"product_id": "kettle-red"}]}}]

    shopper = await connect()
    assistant.slow = shows
    await shopper.say("a blue kettle")
    shown = await shopper.reply()
    name = await queued(sessions)
    mia = await signed_in(sessions, new_browser)
    body = {"message_id": shown["id"], "wrong": "kettle-red", "right": "kettle-blue"}
    path = f"/conversations/{name}/corrections"
    await mia.post(path, **body)
    async with sessions() as session:
        kept = await session.scalar(select(Correction))
        assert kept is not None
        assert (kept.query, kept.wrong_product_id, kept.right_product_id) == (
            "a blue kettle", "kettle-red", "kettle-blue",
        )  # fmt: skip
    await mia.post(path, 400, **body | {"wrong": "kettle-blue", "right": "kettle-red"})
    await mia.post(path, 404, **body | {"right": "none"})
    await mia.post(path, 404, **body | {"message_id": "none"})


async def test_a_days_figures(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, mia, _ = await together(connect, sessions, new_browser)
    second = await connect()
    await second.say("only the bot")
    await second.reply()
    await mia.reply(name, "here I am")
    await mia.post(f"/conversations/{name}/resolve", topic="order")
    async with writing(sessions) as session:
        handoff = await session.scalar(select(Handoff))
        assert handoff
        assert await handoffs.rate(session, name, handoff.id, 4)
        began = (handoff.answered_at or now()) - timedelta(seconds=90)
        await session.execute(update(Handoff).values(created_at=began))
    await mia.get("/figures", status=403)
    ann = await signed_in(sessions, new_browser, "Ann", staff.LEAD)
    found = await ann.get("/figures")
    assert (found["conversations"], found["handed"], found["alone"]) == (2, 1, 0.5)
    assert (found["answered"], found["resolved"], found["rating"]) == (90.0, 1, 4.0)
    assert found["topics"] == {"order": 1}
    assert sum(found["hours"]) == 1
    assert found["staff"][0]["name"] == "Mia"
    empty = await ann.get("/figures?day=2020-02-02")
    assert (empty["conversations"], empty["alone"], empty["answered"]) == (0, None, None)
    await ann.get("/figures?day=tomorrow", status=400)
