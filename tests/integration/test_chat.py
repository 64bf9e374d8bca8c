"""The widget's socket: what may be said, what is refused, and that nothing is lost or doubled."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from shop import conversations, handoffs, identity
from shop.conversations import BOT
from shop.database import Sessions, writing
from shop.tables import Conversation, Event, Handoff, Message, Policy, Turn
from tests.integration.conftest import (
    Assistant,
    Browser,
    Connect,
    NewBrowser,
    Socket,
    new_token,
)

HTML = "<img src=x onerror=alert(1)><script>alert(2)</script>"


async def test_a_message_is_acknowledged_and_answered(connect: Connect) -> None:
    socket = await connect()
    assert (await socket.say("hello"))["seq"] == 1
    answer = await socket.reply()
    assert (answer["seq"], answer["text"]) == (2, "You said: hello")


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x07\u200b"[:2], "x" * 20_000, "字" * 4001])
async def test_unfit_messages_are_refused_and_the_next_is_answered(
    connect: Connect, text: str
) -> None:
    socket = await connect()
    refused = await socket.say(text, "c1")
    assert (refused["type"], refused["code"], refused["client_id"]) == ("error", "invalid", "c1")
    assert (await socket.say("still there?"))["seq"] == 1
    assert (await socket.reply())["text"] == "You said: still there?"


@pytest.mark.parametrize(
    "text", ["🫖🫖🫖", "ﷺ", "a\u0000b\u001b[31mc", HTML, "𠮷野家", "a\u202eevil"]
)
async def test_strange_messages_are_kept_as_text(
    connect: Connect, assistant: Assistant, text: str
) -> None:
    socket = await connect()
    assert (await socket.say(text))["type"] == "ack"
    assert (await socket.reply())["author"] == "bot"
    kept = assistant.heard[0]
    assert kept == text.replace("\u0000", "").replace("\u001b", "")


@pytest.mark.parametrize(
    "text", ["/restart", "\u3000/set_slots{}", "\u00a0/send_photo{}", "//x", "\u200b/erase"]
)
async def test_no_words_become_a_command(connect: Connect, assistant: Assistant, text: str) -> None:
    socket = await connect()
    await socket.say(text)
    await socket.reply()
    assert not assistant.heard[0].lstrip().startswith("/")


@pytest.mark.parametrize(
    "frame",
    [
        "nothing",
        [],
        None,
        7,
        {},
        {"type": "fly"},
        {"type": ["message"]},
        {"type": "message"},
        {"type": "message", "client_id": "c", "text": {"a": 1}},
        {"type": "message", "client_id": "c" * 65, "text": "hi"},
        {"type": "message", "client_id": "c", "text": "hi", "photo_id": "not-mine"},
        {"type": "pick", "client_id": "c", "message_id": "none", "index": 0},
        {"type": "card", "client_id": "c", "action": "buy", "message_id": "none", "index": 0},
        {"type": "card", "client_id": "c", "action": "add", "message_id": "none", "index": -1},
        {"type": "event", "kind": "purchase", "product_id": "kettle-red"},
        {"type": "event", "kind": "view", "product_id": "none"},
        {"type": "identify", "token": "x.y.z"},
        {"type": "identify"},
    ],
)
async def test_wrong_frames_get_an_error_and_the_line_stays(connect: Connect, frame: Any) -> None:
    socket = await connect()
    await socket.send(frame)
    assert (await socket.next("error"))["text"]
    assert (await socket.say("hello"))["seq"] == 1


async def test_bytes_that_are_no_json_get_an_error_and_the_line_stays(connect: Connect) -> None:
    socket = await connect()
    await socket.ws.send_str('{"type": "message", ')
    assert (await socket.next("error"))["code"] == "invalid"
    await socket.ws.send_bytes(b"\x00\xff")  # no frame of ours is binary
    assert (await socket.say("hello"))["seq"] == 1


async def test_an_unknown_seq_gets_the_whole_history(
    connect: Connect, new_browser: NewBrowser
) -> None:
    token = await new_token(await new_browser())
    socket = await connect(token)
    await socket.say("hello")
    await socket.reply()
    again = await connect(token, welcome=False, after=999)
    welcome = await again.next("welcome")
    assert welcome["reset"] and [m["seq"] for m in welcome["messages"]] == [1, 2]
    part = await connect(token, welcome=False, after=1)
    assert [m["seq"] for m in (await part.next("welcome"))["messages"]] == [2]


@pytest.mark.parametrize("after", [-1, "1", 1.5, None, 2**40])
async def test_a_seq_that_is_none_is_refused(connect: Connect, after: Any) -> None:
    socket = await connect(welcome=False, after=after)
    assert (await socket.next("error"))["code"] == "invalid"


@pytest.mark.parametrize("token", ["x", "", "0" * 5000, {"a": 1}])
async def test_a_foreign_token_opens_nothing(new_browser: NewBrowser, token: Any) -> None:
    ws = await (await new_browser()).ws_connect("/api/chat")
    await ws.send_json({"type": "hello", "token": token, "after": 0})
    frame = await ws.receive_json(timeout=10)
    assert frame["type"] == "error" and frame["code"] in ("not_allowed", "invalid")


async def test_anothers_conversation_is_not_opened(
    connect: Connect, browser: Browser, new_browser: NewBrowser
) -> None:
    async with browser.post("/api/session") as answer:
        mine = (await answer.json())["conversation_id"]
    socket = await connect(welcome=False, conversation_id=mine)
    foreign = await socket.next("error")
    socket = await connect(welcome=False, conversation_id="nothing")
    assert foreign == await socket.next("error")  # a guess learns nothing


async def test_the_same_message_twenty_times_at_once_is_one(
    connect: Connect, new_browser: NewBrowser, sessions: Sessions, assistant: Assistant
) -> None:
    token = await new_token(await new_browser())
    sockets = [await connect(token) for _ in range(10)]
    for _ in range(2):
        acks = await asyncio.gather(*(socket.say("hello", "one") for socket in sockets))
        assert {ack["seq"] for ack in acks} == {1}
    await sockets[0].say("the end", "two")
    async with sessions() as session:
        for table in (Message, Turn):
            mine = select(func.count()).select_from(table)
            if table is Message:
                mine = mine.where(Message.author == "shopper")
            assert await session.scalar(mine) == 2
    assert assistant.heard.count("hello") == 1


async def test_an_assistant_that_says_nothing_is_excused_with_a_way_on(
    connect: Connect, assistant: Assistant
) -> None:
    assistant.silent = True
    socket = await connect()
    await socket.say("你好")
    answer = await socket.reply()
    assert answer["content"]["failed"] and answer["content"]["quick_replies"]
    assert "抱歉" in answer["text"]


async def test_a_view_told_over_the_socket_is_an_event(
    connect: Connect, sessions: Sessions
) -> None:
    socket = await connect()
    await socket.send({"type": "event", "kind": "view", "product_id": "kettle-red"})
    await socket.say("hello")
    async with sessions() as session:
        noted = (await session.scalars(select(Event))).all()
    assert [(e.kind, e.product_id) for e in noted] == [("view", "kettle-red")]


async def queued(connect: Connect, sessions: Sessions) -> Socket:
    """A shopper who has said hello and waits for a person."""
    socket = await connect()
    await socket.say("hello")
    await socket.reply()
    async with writing(sessions) as session:
        conversation = (await session.scalars(select(Conversation.id))).one()
        await handoffs.enqueue(session, conversation, "asked", 0.5, {})
    return socket


async def test_who_waits_for_a_person_is_told_so_once_and_can_go_back_by_words(
    connect: Connect, sessions: Sessions, assistant: Assistant
) -> None:
    socket = await queued(connect, sessions)
    await socket.send(
        {"type": "message", "client_id": "w1", "text": "It is about the blue kettle."}
    )
    noted = await socket.reply()
    assert noted["author"] == "system" and "A person will read this" in noted["text"]
    await socket.send({"type": "message", "client_id": "w2", "text": "就是那个壶"})
    await socket.send({"type": "message", "client_id": "w3", "text": "回到智能助手吧"})
    back = await socket.reply()  # the second message was not noted again
    assert (back["author"], back["text"]) == ("system", "You are with the assistant again.")
    assert (await socket.next("owner"))["owner"] == BOT
    await socket.say("thanks")
    assert (await socket.reply())["text"] == "You said: thanks"
    assert assistant.heard == ["hello", "thanks"]
    async with sessions() as session:
        assert (await session.scalars(select(Handoff.status))).all() == ["cancelled"]


async def test_who_waits_is_told_the_place_and_the_hours_and_may_go_on_with_a_question(
    connect: Connect, sessions: Sessions, assistant: Assistant
) -> None:
    socket = await queued(connect, sessions)
    async with writing(sessions) as session:
        facts = {"opens": "00:00", "closes": "00:00", "zone": "UTC"}  # never
        session.add(Policy(topic="hours", language="en", title="Hours", text="-", facts=facts))
    for text, said in (
        ("how long will it take?", "number 1 in the queue.*from 00:00 to 00:00.*nobody is"),
        ("前面還有幾位", "第1位.*已经下班"),
    ):
        await socket.send({"type": "message", "client_id": text, "text": text})
        assert re.search(said, (await socket.reply())["text"])
    await socket.send(
        {"type": "message", "client_id": "on", "text": "never mind, do you have mugs?"}
    )
    assert (await socket.reply())["text"] == "You are with the assistant again."
    assert (await socket.reply())["text"] == "You said: do you have mugs?"


async def test_the_usual_wait_is_told_once_it_is_known(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        assert await handoffs.usual_wait(session) is None
        for minutes in (2, 4, 30):
            visitor, _ = await identity.create_visitor(session)
            conversation = await conversations.start(session, visitor)
            handoff = await handoffs.enqueue(session, conversation.id, "asked", 0.5, {})
            handoff.taken_at = handoff.created_at + timedelta(minutes=minutes)
            handoff.status = "taken"
        await session.flush()
        assert await handoffs.usual_wait(session) == 4


async def test_words_about_going_back_are_no_command_to_the_assistant(
    connect: Connect, assistant: Assistant
) -> None:
    socket = await connect()
    await socket.say("back to the assistant")
    assert (await socket.reply())["text"] == "You said: back to the assistant"
