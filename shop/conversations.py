"""The message log and the turn queue: nothing is lost, doubled or reordered.

`seq` counts up per conversation. Whoever writes takes the conversation's row first, so that two
writers of one conversation follow one another on every database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import NotFound
from shop.tables import Conversation, Message, Turn, Visitor, new_id

BOT, QUEUE = "bot", "queue"
WAITING = ("queued", "running")
MAX_ATTEMPTS = 3


@dataclass(frozen=True)
class Draft:
    """A message that has no place in the log yet."""

    text: str = ""
    content: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Received:
    """What became of a shopper's message; `fresh` is False when it was known already."""

    message: Message
    turn: Turn | None
    fresh: bool


@dataclass(frozen=True)
class Begun:
    """A turn under way: the message it answers, and the name under which Rasa knows the visit."""

    turn: Turn
    message: Message
    sender: str
    language: str


async def latest(session: AsyncSession, visitor: Visitor) -> Conversation:
    """The visitor's latest conversation, opened when there is none."""
    found = await session.scalar(
        select(Conversation)
        .where(Conversation.visitor_id == visitor.id)
        .order_by(Conversation.created_at.desc())
        .limit(1)
    )
    return found or await start(session, visitor)


async def start(session: AsyncSession, visitor: Visitor) -> Conversation:
    """A new conversation of this visitor."""
    at = now()
    conversation = Conversation(visitor_id=visitor.id, created_at=at, updated_at=at)
    session.add(conversation)
    await session.flush()
    return conversation


async def one(session: AsyncSession, conversation_id: str) -> Conversation:
    """A conversation, whosever it is; raises `NotFound`."""
    found = await session.get(Conversation, conversation_id)
    if found is None:
        raise NotFound("no such conversation")
    return found


async def owned(session: AsyncSession, visitor: Visitor, conversation_id: str) -> Conversation:
    """The conversation, if it is this visitor's; raises `NotFound` otherwise."""
    found = await one(session, conversation_id)
    if found.visitor_id != visitor.id:
        raise NotFound("no such conversation")
    return found


async def memory(session: AsyncSession, conversation_id: str) -> dict[str, Any]:
    """What the assistant wanted to know again; empty for an unknown conversation."""
    found = await session.get(Conversation, conversation_id)
    return dict(found.memory) if found else {}


async def receive(
    session: AsyncSession, conversation_id: str, client_id: str, draft: Draft, payload: str
) -> Received:
    """Store a shopper's message and, while the bot owns the conversation, a queued turn.

    The same `client_id` again gives the message it made the first time.
    """
    conversation = await locked(session, conversation_id)
    known = await said(session, conversation_id, client_id)
    if known is not None:
        turn = await session.scalar(select(Turn).where(Turn.message_id == known.id))
        return Received(known, turn, fresh=False)
    if conversation.owner != BOT:
        return await remark(session, conversation_id, client_id, draft.text, draft.content)
    message = _append(session, conversation, "shopper", draft, client_id=client_id)
    message.id, message.turn_id = new_id(), new_id()
    turn = Turn(
        id=message.turn_id,
        conversation_id=conversation_id,
        message_id=message.id,
        status="queued",
        payload=payload,
        queued_at=message.at,
    )
    session.add(turn)
    await session.flush()
    return Received(message, turn, fresh=True)


async def remark(
    session: AsyncSession,
    conversation_id: str,
    client_id: str,
    text: str,
    content: dict[str, Any] | None = None,
) -> Received:
    """Store a shopper's message that the bot does not answer."""
    conversation = await locked(session, conversation_id)
    known = await said(session, conversation_id, client_id)
    if known is not None:
        return Received(known, None, fresh=False)
    draft = Draft(text, content or {})
    message = _append(session, conversation, "shopper", draft, client_id=client_id)
    await session.flush()
    return Received(message, None, fresh=True)


async def said(session: AsyncSession, conversation_id: str, client_id: str) -> Message | None:
    """The message that a `client_id` made before, if it did."""
    found = await session.scalar(
        select(Message).where(
            Message.conversation_id == conversation_id, Message.client_id == client_id
        )
    )
    return found


async def append(
    session: AsyncSession,
    conversation_id: str,
    author: str,
    draft: Draft,
    staff_id: str | None = None,
    client_id: str | None = None,
) -> Message:
    """Store a message that is no shopper's (`bot`, `staff`, `system`)."""
    conversation = await locked(session, conversation_id)
    message = _append(session, conversation, author, draft, staff_id=staff_id, client_id=client_id)
    await session.flush()
    return message


async def history(
    session: AsyncSession, conversation_id: str, after: int = 0, limit: int = 500
) -> Sequence[Message]:
    """Messages with `seq` beyond `after`, oldest first; the newest `limit` of them."""
    newest = (
        select(Message)
        .where(Message.conversation_id == conversation_id, Message.seq > after)
        .order_by(Message.seq.desc())
        .limit(limit)
    )
    return list(reversed((await session.scalars(newest)).all()))


async def unfinished(session: AsyncSession) -> Sequence[str]:
    """Conversations that have turns queued, or left running by a gateway that died."""
    rows = await session.scalars(
        select(Turn.conversation_id).where(Turn.status.in_(WAITING)).distinct()
    )
    return rows.all()


async def next_turn(session: AsyncSession, conversation_id: str) -> Begun | None:
    """Mark the oldest waiting turn as running; None when none waits."""
    conversation = await locked(session, conversation_id)
    rows = await session.execute(
        select(Turn, Message)
        .join(Message, Message.id == Turn.message_id)
        .where(Turn.conversation_id == conversation_id, Turn.status.in_(WAITING))
        .order_by(Message.seq)
        .limit(1)
    )
    if (found := rows.first()) is None:
        return None
    turn, message = found
    turn.status = "running"
    turn.attempts += 1
    sender = f"{conversation.id}.{conversation.rasa_visit}"
    return Begun(turn, message, sender, conversation.language)


async def finish_turn(
    session: AsyncSession,
    turn_id: str,
    drafts: Sequence[Draft],
    *,
    memory: dict[str, Any] | None = None,
    error: str = "",
) -> list[Message]:
    """Store a turn's replies and what the assistant remembers, and end the turn.

    Where a person has taken the conversation over meanwhile, the bot's words are dropped, also when
    it was given back since: ending a turn that has ended already stores nothing.
    """
    conversation = await _locked_of_turn(session, turn_id)
    turn = await session.get_one(Turn, turn_id, populate_existing=True)
    if turn.status not in WAITING:
        return []
    at = now()
    turn.finished_at = at
    turn.ms = (at - turn.queued_at) / timedelta(milliseconds=1)
    turn.error = error
    # A hand-over made by this very turn leaves the queue as owner: its words are still the bot's.
    if conversation.owner not in (BOT, QUEUE):
        turn.status = "dropped"
        return []
    turn.status = "failed" if error else "done"
    if memory is not None:
        conversation.memory = memory
        conversation.language = memory.get("language") or conversation.language
    messages = [_append(session, conversation, "bot", d, turn_id=turn.id) for d in drafts]
    await session.flush()
    return messages


async def drop_turns(session: AsyncSession, conversation_id: str) -> None:
    """End the turns under way without a word: a person has the conversation."""
    await session.execute(
        update(Turn)
        .where(Turn.conversation_id == conversation_id, Turn.status.in_(WAITING))
        .values(status="dropped", finished_at=now())
    )


async def change_owner(session: AsyncSession, conversation_id: str, expect: str, to: str) -> bool:
    """Compare-and-set of a conversation's owner; False when it was no longer `expect`."""
    result = await session.execute(
        update(Conversation)
        .where(Conversation.id == conversation_id, Conversation.owner == expect)
        .values(owner=to, updated_at=now())
    )
    assert isinstance(result, CursorResult)  # noqa: S101  an UPDATE always gives one
    return bool(result.rowcount)


async def locked(session: AsyncSession, conversation_id: str) -> Conversation:
    """The conversation as it is now, held until the transaction ends; raises `NotFound`."""
    return await _for_update(session, Conversation.id == conversation_id)


async def _locked_of_turn(session: AsyncSession, turn_id: str) -> Conversation:
    of_turn = select(Turn.conversation_id).where(Turn.id == turn_id).scalar_subquery()
    return await _for_update(session, Conversation.id == of_turn)


async def _for_update(session: AsyncSession, which: ColumnElement[bool]) -> Conversation:
    query = select(Conversation).where(which).with_for_update()
    found = await session.scalar(query.execution_options(populate_existing=True))
    if found is None:
        raise NotFound("no such conversation")
    return found


def _append(
    session: AsyncSession,
    conversation: Conversation,
    author: str,
    draft: Draft,
    *,
    client_id: str | None = None,
    turn_id: str | None = None,
    staff_id: str | None = None,
) -> Message:
    conversation.last_seq += 1
    conversation.updated_at = now()
    message = Message(
        conversation_id=conversation.id,
        seq=conversation.last_seq,
        client_id=client_id,
        author=author,
        staff_id=staff_id,
        text=draft.text,
        content=draft.content,
        turn_id=turn_id,
        at=conversation.updated_at,
    )
    session.add(message)
    return message
