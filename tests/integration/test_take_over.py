"""A shopper and people of the shop in one conversation, over their sockets."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from shop import handoffs, staff
from shop.database import Sessions, writing
from shop.tables import Conversation, Handoff, Look, Product
from tests.integration.conftest import OWN, Assistant, Connect, NewBrowser, Socket
from tests.integration.staff_world import Desk, Line, signed_in

HTML = "<img src=x onerror=alert(1)>"


async def queued(sessions: Sessions, reason: str = "asked") -> str:
    """Hand the one conversation there is over to people; its id."""
    async with writing(sessions) as session:
        name = await session.scalar(select(Conversation.id).order_by(Conversation.created_at))
        assert name
        await handoffs.enqueue(session, name, reason, 0.5, {})
        return name


async def together(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> tuple[Socket, str, Desk, Line]:
    """A shopper who talks to Mia."""
    shopper = await connect()
    await shopper.say("hello")
    await shopper.reply()
    name = await queued(sessions)
    mia = await signed_in(sessions, new_browser)
    line = await mia.line()
    await mia.take(name)
    joined = await shopper.reply()
    assert (joined["author"], joined["text"]) == ("system", "Mia from the shop has joined.")
    return shopper, name, mia, line


async def test_they_talk_and_the_bot_is_silent(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser, assistant: Assistant
) -> None:
    shopper, name, mia, line = await together(connect, sessions, new_browser)
    assert await shopper.next("owner") == {"type": "owner", "owner": "staff", "name": "Mia"}
    await shopper.say("where is my parcel?")
    frame = await line.next("message")
    while frame["message"]["author"] != "shopper":
        frame = await line.next("message")
    assert (frame["conversation_id"], frame["message"]["text"]) == (name, "where is my parcel?")
    await mia.reply(name, "I look at once.")
    said = await shopper.reply()
    assert (said["author"], said["text"]) == ("staff", "I look at once.")
    assert said["content"]["by"] == "Mia"
    assert assistant.heard == ["hello"]


async def test_given_back_the_very_next_message_is_the_bots(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser, assistant: Assistant
) -> None:
    shopper, name, mia, _ = await together(connect, sessions, new_browser)
    await mia.post(f"/conversations/{name}/give_back")
    assert (await shopper.next("owner"))["owner"] == "staff"
    assert (await shopper.next("owner"))["owner"] == "bot"
    await shopper.say("thanks")
    assert (await shopper.reply())["text"] == "You said: thanks"
    await mia.reply(name, "too late", status=409)


async def test_an_answer_under_way_is_not_said_after_a_take_over(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser, assistant: Assistant
) -> None:
    shopper = await connect()
    await shopper.say("hello")
    await shopper.reply()
    name = await queued_id(sessions)
    mia = await signed_in(sessions, new_browser)
    asked, go = asyncio.Event(), asyncio.Event()

    async def slow() -> list[dict[str, Any]]:
        asked.set()
        await go.wait()
        return [{"text": "LATE"}]

    assistant.slow = slow
    await shopper.say("a slow question")
    await asked.wait()
    await mia.take(name)
    go.set()
    await mia.reply(name, "It is me now")
    texts = [(await shopper.reply())["text"] for _ in range(2)]
    assert texts == ["Mia from the shop has joined.", "It is me now"]
    await mia.post(f"/conversations/{name}/give_back")
    await shopper.reply()
    assistant.slow = None
    await shopper.say("and now?")
    assert (await shopper.reply())["text"] == "You said: and now?"


async def queued_id(sessions: Sessions) -> str:
    async with sessions() as session:
        return str(await session.scalar(select(Conversation.id)))


async def test_of_two_who_take_it_one_gets_it(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    await connect()
    name = await queued(sessions)
    mia = await signed_in(sessions, new_browser, "Mia")
    tom = await signed_in(sessions, new_browser, "Tom")

    async def take(desk: Desk) -> int:
        path = f"/api/staff/conversations/{name}/take"
        async with desk.browser.post(path, json={}, headers=OWN) as answer:
            return answer.status

    assert sorted(await asyncio.gather(take(mia), take(tom))) == [200, 409]


async def test_the_same_reply_twice_is_said_once(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    _, name, mia, _ = await together(connect, sessions, new_browser)
    client_id = uuid4().hex
    answers = await asyncio.gather(
        *(mia.reply(name, "once", client_id=client_id) for _ in range(10))
    )
    assert len({answer["id"] for answer in answers}) == 1
    texts = [m["text"] for m in (await mia.get(f"/conversations/{name}"))["messages"]]
    assert texts.count("once") == 1


async def test_goods_are_sent_at_the_price_of_this_moment(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, mia, _ = await together(connect, sessions, new_browser)
    await mia.reply(name, "this one", goods=["kettle-red"])
    card = (await shopper.reply())["content"]["cards"][0]
    assert (card["product_id"], card["price"], card["stock"]) == ("kettle-red", 5000, 3)
    await mia.reply(name, "", goods=["none"], status=404)
    await mia.reply(name, "  ", status=400)


async def test_signs_of_typing_go_both_ways_without_the_words(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, _, line = await together(connect, sessions, new_browser)
    await shopper.send({"type": "typing", "text": "a secret"})
    sign = await line.next("typing")
    assert (sign["author"], sign["conversation_id"]) == ("shopper", name)
    assert "secret" not in str(sign)
    await line.send("typing", conversation_id=name)
    sign = await shopper.next("typing")
    assert (sign["author"], sign["name"]) == ("staff", "Mia")


async def test_staff_see_what_has_reached_the_shopper_and_what_was_read(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, mia, line = await together(connect, sessions, new_browser)
    said = await mia.reply(name, "hello")
    while (frame := await line.next("read"))["got"] < said["seq"]:
        pass
    assert frame["read"] < said["seq"]
    await shopper.send({"type": "seen", "seq": 10_000})
    assert (await line.next("read"))["read"] == said["seq"]


async def test_a_console_that_was_away_gets_what_it_missed(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, mia, line = await together(connect, sessions, new_browser)
    await line.ws.close()
    for text in ("one", "two", "three"):
        await shopper.say(text)
    line = await mia.line()
    assert [row["id"] for row in line.welcome["people"]] == [name]
    await line.send("watch", conversation_id=name, after=3)
    replay = await line.next("replay")
    assert [m["text"] for m in replay["messages"]] == ["one", "two", "three"]


async def test_who_waits_is_told_the_place_and_sees_it_change(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    first = await connect()
    await queued(sessions)
    second = await connect(welcome=False)
    async with writing(sessions) as session:
        rows = await session.scalars(select(Conversation).order_by(Conversation.created_at))
        ids = [row.id for row in rows]
        await handoffs.enqueue(session, ids[1], "asked", 0.5, {})
    await second.next("welcome")
    mia = await signed_in(sessions, new_browser)
    await mia.take(ids[0])
    assert (await first.next("owner"))["name"] == "Mia"
    frame = await second.next("owner")
    assert (frame["owner"], frame["position"], frame["minutes"]) == ("queue", 1, None)


async def test_a_resolved_matter_is_rated_once(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser, assistant: Assistant
) -> None:
    shopper, name, mia, _ = await together(connect, sessions, new_browser)
    await mia.post(f"/conversations/{name}/resolve", 400, topic="weather")
    await mia.post(f"/conversations/{name}/resolve", topic="delivery")
    asked = await shopper.reply()
    assert len(asked["content"]["quick_replies"]) == 5
    for index in (0, 4):
        pick = {"type": "pick", "message_id": asked["id"], "index": index}
        await shopper.send(pick | {"client_id": uuid4().hex})
        if index == 0:
            assert (await shopper.reply())["text"] == "Thank you, that helps us."
        await shopper.next("ack")
    async with sessions() as session:
        found = await session.scalar(select(Handoff))
        assert found and (found.status, found.topic, found.rating) == ("resolved", "delivery", 5)
    assert assistant.heard == ["hello"]


async def test_notes_are_for_colleagues_only(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, mia, line = await together(connect, sessions, new_browser)
    await mia.post(f"/conversations/{name}/notes", text=HTML)
    assert (await line.next("note"))["note"]["text"] == HTML
    await mia.reply(name, "after the note")
    assert (await shopper.reply())["text"] == "after the note"
    assert (await mia.get(f"/conversations/{name}"))["context"]["notes"][0]["by"] == "Mia"


async def test_a_colleague_goes_on_and_only_a_lead_takes_it_from_one(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper, name, mia, _ = await together(connect, sessions, new_browser)
    tom = await signed_in(sessions, new_browser, "Tom")
    ann = await signed_in(sessions, new_browser, "Ann", staff.LEAD)
    await mia.post(f"/conversations/{name}/transfer", to=tom.me.id)
    assert (await shopper.reply())["text"] == "Tom from the shop goes on from here."
    await mia.reply(name, "no longer mine", status=409)
    await tom.reply(name, "I am Tom")
    await mia.take(name, status=409)
    taking = f"/conversations/{name}/take"
    await mia.post(taking, 403, **{"from": tom.me.id})
    await ann.post(taking, **{"from": tom.me.id})
    await tom.reply(name, "no longer mine", status=409)


async def test_each_look_at_a_shopper_is_in_the_audit(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    _, name, mia, line = await together(connect, sessions, new_browser)
    await mia.get(f"/conversations/{name}")
    await line.send("watch", conversation_id=name, after=0)
    await line.next("replay")
    async with sessions() as session:
        found = (await session.scalars(select(Look).order_by(Look.id))).all()
    assert {(look.staff_id, look.conversation_id) for look in found} == {(mia.me.id, name)}
    assert [look.what for look in found] == ["take", "conversation", "live"]


async def test_the_context_has_what_staff_need(
    connect: Connect, sessions: Sessions, new_browser: NewBrowser
) -> None:
    shopper = await connect()
    event = {"type": "event", "kind": "view", "product_id": "kettle-red"}
    await shopper.send(event)
    await shopper.say("have you a kettle in green?")
    await shopper.reply()
    async with writing(sessions) as session:
        product = await session.get_one(Product, "kettle-blue")
        product.title_en = HTML
        conversation = await session.scalar(select(Conversation))
        assert conversation
        conversation.memory = {
            "shown": [{"product_id": "kettle-blue"}],
            "rejected": ["kettle-red"],
            "wanted": {"said": "green kettle", "category": ["kettle"], "price_max": 20000},
        }
        conversation.purchase_intent = 0.7
    name = await queued(sessions)
    mia = await signed_in(sessions, new_browser)
    found = await mia.get(f"/conversations/{name}")
    beside = found["context"]
    assert beside["summary"]["question"] == "have you a kettle in green?"
    assert beside["summary"]["wanted"] == "green kettle"
    goods = {name: [one["product_id"] for one in beside["goods"][name]]
             for name in ("shown", "viewed", "rejected")}  # fmt: skip
    assert goods == {
        "shown": ["kettle-blue"], "viewed": ["kettle-red"], "rejected": ["kettle-red"],
    }  # fmt: skip
    assert beside["goods"]["shown"][0]["title"] == HTML
    assert beside["intent"]["chance"] == 0.7
    assert beside["orders"] == []
    assert found["row"]["handoff"]["reasons"] == [{"kind": "intent", "value": 0.7}]
