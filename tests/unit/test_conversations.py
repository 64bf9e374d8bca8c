"""The message log and the turn queue, as a shopper sees them."""

from __future__ import annotations

from shop import conversations, identity
from shop.conversations import BOT, QUEUE, Draft
from shop.database import Sessions, writing


async def opened(sessions: Sessions) -> str:
    async with writing(sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        return (await conversations.start(session, visitor)).id


async def test_the_same_client_id_twice_is_one_message_and_one_turn(sessions: Sessions) -> None:
    name = await opened(sessions)
    async with writing(sessions) as session:
        first = await conversations.receive(session, name, "a", Draft("hi"), "hi")
        again = await conversations.receive(session, name, "a", Draft("hi"), "hi")
        assert (first.fresh, again.fresh) == (True, False)
        assert first.turn and again.turn and first.turn.id == again.turn.id
        assert len(await conversations.history(session, name)) == 1


async def test_a_turn_ends_once_and_its_replies_follow_the_question(sessions: Sessions) -> None:
    name = await opened(sessions)
    async with writing(sessions) as session:
        await conversations.receive(session, name, "a", Draft("hi"), "hi")
        found = await conversations.next_turn(session, name)
        assert found
        turn = found.turn
        assert found.sender == f"{name}.1"
        assert len(await conversations.finish_turn(session, turn.id, [Draft("hello")])) == 1
        assert await conversations.finish_turn(session, turn.id, [Draft("hello")]) == []
        texts = [message.text for message in await conversations.history(session, name)]
        assert texts == ["hi", "hello"]
        assert await conversations.next_turn(session, name) is None


async def test_after_a_person_takes_over_the_bot_is_silent(sessions: Sessions) -> None:
    name = await opened(sessions)
    async with writing(sessions) as session:
        await conversations.receive(session, name, "a", Draft("hi"), "hi")
        found = await conversations.next_turn(session, name)
        assert found
        assert await conversations.change_owner(session, name, BOT, "staff-1")
        assert not await conversations.change_owner(session, name, BOT, QUEUE)
        assert await conversations.finish_turn(session, found.turn.id, [Draft("late")]) == []
        later = await conversations.receive(session, name, "b", Draft("hello?"), "hello?")
        assert later.turn is None


async def test_a_turn_left_running_is_taken_up_again(sessions: Sessions) -> None:
    name = await opened(sessions)
    async with writing(sessions) as session:
        await conversations.receive(session, name, "a", Draft("hi"), "hi")
        await conversations.next_turn(session, name)
    async with writing(sessions) as session:
        assert list(await conversations.unfinished(session)) == [name]
        found = await conversations.next_turn(session, name)
        assert found and found.turn.attempts == 2
