"""The queue, taking over and giving back, as the store keeps them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from shop import catalogue, conversations, handoffs, identity, privacy
from shop.conversations import BOT, QUEUE, Draft
from shop.database import Sessions, now, writing
from shop.errors import Conflict
from shop.tables import Conversation, Handoff, Staff, StaffNote, Visitor

RACES = 1000


async def opened(sessions: Sessions) -> str:
    async with writing(sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        return (await conversations.start(session, visitor)).id


async def people(sessions: Sessions) -> None:
    async with writing(sessions) as session:
        for name in ("mia", "tom"):
            one = Staff(id=name, email=name, name=name, password_hash="", role="agent")
            one.created_at = now()
            session.add(one)


async def waits(
    sessions: Sessions, reason: str = "asked", minutes: int = 0, **more: Any
) -> tuple[str, str]:
    """A conversation that has waited so long; it and its handoff."""
    name = await opened(sessions)
    packet = {"anger": more.pop("anger", 0.0)}
    async with writing(sessions) as session:
        found = await handoffs.enqueue(session, name, reason, 0.5, packet)
        found.created_at = now() - timedelta(minutes=minutes)
        conversation = await session.get_one(Conversation, name)
        for key, value in more.items():
            setattr(conversation, key, value)
        return name, found.id


async def test_the_queue_is_ordered_by_urgency_and_says_why(sessions: Sessions) -> None:
    fresh, _ = await waits(sessions)
    old, _ = await waits(sessions, minutes=10)
    buying, _ = await waits(sessions, purchase_intent=0.9, minutes=3)
    broken, _ = await waits(sessions, memory={"task": {"kind": handoffs.DAMAGED_TASK}})
    angry, handoff_id = await waits(sessions, anger=0.9)
    async with sessions() as session:
        queue = await handoffs.waiting(session)
        assert await handoffs.position(session, await session.get_one(Handoff, handoff_id)) == 1
    assert [one.conversation.id for one in queue] == [angry, broken, buying, old, fresh]
    kinds = [[reason["kind"] for reason in one.reasons] for one in queue]
    assert kinds == [["anger"], ["damaged"], ["intent"], [], []]


async def test_long_waiting_outweighs_everything(sessions: Sessions) -> None:
    await waits(sessions, anger=1.0)
    old, _ = await waits(sessions, minutes=45)
    async with sessions() as session:
        assert (await handoffs.waiting(session))[0].conversation.id == old


async def test_one_takes_and_the_other_is_told(sessions: Sessions) -> None:
    await people(sessions)
    name, _ = await waits(sessions)

    async def take(who: str) -> bool:
        try:
            async with writing(sessions) as session:
                await handoffs.take(session, name, who)
        except Conflict:
            return False
        return True

    assert sorted(await asyncio.gather(take("mia"), take("tom"))) == [False, True]


async def test_whoever_has_it_keeps_it_when_the_bot_hands_over_late(sessions: Sessions) -> None:
    await people(sessions)
    name = await opened(sessions)
    async with writing(sessions) as session:
        taken = await handoffs.take(session, name, "mia")
    async with writing(sessions) as session:
        assert (await handoffs.enqueue(session, name, "anger", 0.8, {})).id == taken.id
        assert (await session.get_one(Conversation, name)).owner == "mia"
        assert await handoffs.waiting(session) == []


async def test_the_usual_wait_is_told_only_where_it_is_known(sessions: Sessions) -> None:
    await people(sessions)
    for minutes in (2, 4):
        name, _ = await waits(sessions, minutes=minutes)
        async with writing(sessions) as session:
            await handoffs.take(session, name, "mia")
            assert await handoffs.usual_wait(session) is None
    name, _ = await waits(sessions, minutes=30)
    async with writing(sessions) as session:
        await handoffs.take(session, name, "mia")
        assert await handoffs.usual_wait(session) == 4


async def test_given_back_the_bot_answers_the_next_message_and_knows_the_goods(
    sessions: Sessions,
) -> None:
    await people(sessions)
    name, _ = await waits(sessions, memory={"asked": "person", "shown": [{"product_id": "x"}]})
    async with writing(sessions) as session:
        await handoffs.take(session, name, "mia")
        card = catalogue.card(await catalogue.product(session, "kettle-red"), "en")
        await conversations.append(session, name, "staff", Draft("this?", {"cards": [card]}), "mia")
        unread = await conversations.receive(session, name, "a", Draft("yes"), "yes")
        assert unread.turn is None
    async with writing(sessions) as session:
        await handoffs.give_back(session, name, "mia")
    async with writing(sessions) as session:
        found = await conversations.receive(session, name, "b", Draft("add it"), "add it")
        assert found.turn is not None
        memory = await conversations.memory(session, name)
        assert [one["product_id"] for one in memory["shown"]] == ["kettle-red"]
        assert memory["focus"] == "kettle-red"
        assert "asked" not in memory
        begun = await conversations.next_turn(session, name)
        assert begun and begun.sender == f"{name}.2"  # its old tracker knows nothing of all this


async def test_an_answer_under_way_stays_unsaid_also_after_giving_back(sessions: Sessions) -> None:
    await people(sessions)
    name = await opened(sessions)
    async with writing(sessions) as session:
        await conversations.receive(session, name, "a", Draft("hi"), "hi")
        begun = await conversations.next_turn(session, name)
        assert begun
        await handoffs.take(session, name, "mia")
        await handoffs.give_back(session, name, "mia")
    async with writing(sessions) as session:
        assert await conversations.finish_turn(session, begun.turn.id, [Draft("late")]) == []


async def test_a_thousand_take_overs_while_the_bot_answers(
    sessions: Sessions,
) -> None:
    """Whoever wins, no word of the bot stands after the take-over."""
    await people(sessions)
    name = await opened(sessions)
    won = 0
    for race in range(RACES):
        async with writing(sessions) as session:
            if race:
                await handoffs.give_back(session, name, "mia")
            await conversations.receive(session, name, str(race), Draft("hi"), "hi")
            begun = await conversations.next_turn(session, name)
            assert begun

        async def answer(turn_id: str = begun.turn.id) -> int:
            async with writing(sessions) as session:
                return len(await conversations.finish_turn(session, turn_id, [Draft("an answer")]))

        async def take() -> int:
            async with writing(sessions) as session:
                await handoffs.take(session, name, "mia")
                joined = await conversations.append(session, name, "system", Draft("joined"))
                return joined.seq

        racers = [answer(), take()] if race % 2 else [take(), answer()]
        results = await asyncio.gather(*racers)
        said, joined = results if race % 2 else reversed(results)
        won += said
        async with sessions() as session:
            assert await conversations.history(session, name, after=joined) == []
    assert 0 < won < RACES  # both had their turns


async def test_rating_counts_once_and_only_for_its_conversation(sessions: Sessions) -> None:
    await people(sessions)
    name, handoff_id = await waits(sessions)
    other = await opened(sessions)
    async with writing(sessions) as session:
        assert not await handoffs.rate(session, other, handoff_id, 1)
        assert await handoffs.rate(session, name, handoff_id, 5)
        assert not await handoffs.rate(session, name, handoff_id, 1)
        assert (await session.get_one(Handoff, handoff_id)).rating == 5


async def test_cancelled_waits_are_out_of_the_queue(sessions: Sessions) -> None:
    name, _ = await waits(sessions)
    async with writing(sessions) as session:
        assert await conversations.change_owner(session, name, QUEUE, BOT)
        await handoffs.cancel_waiting(session, name)
        assert await handoffs.waiting(session) == []


@pytest.mark.parametrize("author", ["mia", "tom"])
async def test_only_who_has_it_gives_it_back(sessions: Sessions, author: str) -> None:
    await people(sessions)
    name, _ = await waits(sessions)
    async with writing(sessions) as session:
        await handoffs.take(session, name, "tom")
    async with writing(sessions) as session:
        if author == "tom":
            await handoffs.give_back(session, name, author, "order")
            assert (await session.get_one(Conversation, name)).owner == BOT
        else:
            with pytest.raises(Conflict):
                await handoffs.give_back(session, name, author)


async def test_erasing_takes_what_staff_were_told_and_wrote(sessions: Sessions) -> None:
    await people(sessions)
    name, handoff_id = await waits(sessions)
    async with writing(sessions) as session:
        session.add(StaffNote(conversation_id=name, staff_id="mia", text="of Ada", at=now()))
        (await session.get_one(Handoff, handoff_id)).contact = "ada@example.com"
        conversation = await session.get_one(Conversation, name)
        await privacy.erase(session, await session.get_one(Visitor, conversation.visitor_id))
    async with sessions() as session:
        found = await session.get_one(Handoff, handoff_id)
        assert (found.packet, found.contact) == ({}, "")
        assert (await session.scalars(select(StaffNote))).all() == []
