"""The turn queue: a message goes to Rasa, its replies come back, once each and in order."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.frames import message_frame
from bot.live import DESK, Hub
from bot.owners import owner_frame
from bot.phrases import language_of, phrase
from bot.rasa import Answer, Rasa
from shop import conversations
from shop.conversations import Begun, Draft
from shop.database import Sessions, writing
from shop.errors import Unavailable
from shop.tables import Conversation

log = logging.getLogger(__name__)

TYPING_MS = 10_000  # the typing sign goes out by itself after this
DATABASE_PAUSE = 1.0  # seconds before a worker asks a database that failed again


class TurnQueue:
    """One worker per conversation with something to do; conversations run side by side."""

    def __init__(self, sessions: Sessions, rasa: Rasa, hub: Hub, deadline: float) -> None:
        self._sessions = sessions
        self._rasa = rasa
        self._hub = hub
        self._deadline = deadline
        self._workers: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()

    async def resume(self) -> int:
        """Take up turns that a gateway before us left; how many conversations had some."""
        async with self._sessions() as session:
            waiting = await conversations.unfinished(session)
        for conversation_id in waiting:
            self.wake(conversation_id)
        return len(waiting)

    def wake(self, conversation_id: str) -> None:
        """See to it that a conversation's waiting turns are worked off."""
        if conversation_id in self._workers:
            self._again.add(conversation_id)  # it may just have looked and found nothing
            return
        task = asyncio.create_task(self._work(conversation_id), name=f"turns {conversation_id}")
        self._workers[conversation_id] = task

    async def close(self) -> None:
        """Stop all workers; what they had begun stays in the queue."""
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)

    async def _work(self, conversation_id: str) -> None:
        try:
            while True:
                self._again.discard(conversation_id)
                try:
                    await self._all(conversation_id)
                except SQLAlchemyError:
                    log.exception("the database failed in a turn; it stays queued")
                    await asyncio.sleep(DATABASE_PAUSE)
                    continue
                if conversation_id not in self._again:
                    return
        finally:
            self._workers.pop(conversation_id, None)

    async def _all(self, conversation_id: str) -> None:
        """Work off the waiting turns, one after the other."""
        async with writing(self._sessions) as session:
            found = await conversations.next_turn(session, conversation_id)
        while found is not None:
            found = await self._one(conversation_id, found)

    async def _one(self, conversation_id: str, found: Begun) -> Begun | None:
        """Answer a turn; the next one, begun in the transaction that ends this."""
        self._typing(conversation_id)
        answer, error = await self._ask(found)
        if error:
            answer.drafts.append(_apology(language_of(found.message.text, found.language)))
        async with writing(self._sessions) as session:
            stored = await conversations.finish_turn(
                session, found.turn.id, answer.drafts, memory=answer.memory, error=error
            )
            conversation = await session.get_one(Conversation, conversation_id)
            handed = conversation.owner != conversations.BOT
            owner = await owner_frame(session, conversation) if handed else None
            following = await conversations.next_turn(session, conversation_id)
        for message in stored:
            self._hub.publish(conversation_id, message_frame(message))
        if owner is not None:
            self._hub.publish(conversation_id, owner)
            self._hub.publish(DESK, {"conversation_id": conversation_id})
        return following

    async def _ask(self, found: Begun) -> tuple[Answer, str]:
        """The answer, or an empty one with the reason."""
        turn = found.turn
        if turn.attempts > conversations.MAX_ATTEMPTS:
            return Answer(), "given up after a gateway died with it several times"
        metadata: dict[str, Any] = {"turn_id": turn.id, "language": found.language}
        if photo_id := found.message.content.get("photo_id"):
            metadata["photo_id"] = photo_id
            if box := found.message.content.get("box"):
                metadata["photo_box"] = ",".join(str(side) for side in box)
        try:
            return await self._rasa.talk(found.sender, turn.payload, metadata, self._deadline), ""
        except Unavailable as error:
            log.warning("turn %s failed: %s", turn.id, error)
            return Answer(), str(error)

    def _typing(self, conversation_id: str) -> None:
        frame = {"type": "typing", "author": "bot", "until_ms": TYPING_MS}
        self._hub.publish(conversation_id, frame)


def _apology(language: str) -> Draft:
    replies = [{"title": phrase("person", language), "payload": "/human_agent"}]
    return Draft(phrase("apology", language), {"quick_replies": replies, "failed": True})
