"""Handing a conversation over to people: the queue, and who waits in it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop.conversations import BOT, QUEUE, change_owner
from shop.database import now
from shop.tables import Conversation, Handoff, Message


async def enqueue(
    session: AsyncSession,
    conversation_id: str,
    reason: str,
    urgency: float,
    packet: dict[str, Any],
) -> Handoff:
    """Put a conversation into the queue; one that waits already keeps its place."""
    waiting = await session.scalar(
        select(Handoff).where(
            Handoff.conversation_id == conversation_id, Handoff.status == "waiting"
        )
    )
    if waiting is not None:
        return waiting
    handoff = Handoff(
        conversation_id=conversation_id,
        reason=reason,
        status="waiting",
        urgency=urgency,
        packet=packet,
        created_at=now(),
    )
    session.add(handoff)
    await change_owner(session, conversation_id, BOT, QUEUE)
    await session.flush()
    return handoff


async def position(session: AsyncSession, handoff: Handoff) -> int:
    """Its place in the queue, 1 for the next: more urgent ones first, then by age."""
    ahead = await session.scalar(
        select(func.count())
        .select_from(Handoff)
        .join(Conversation, Conversation.id == Handoff.conversation_id)
        .where(
            Handoff.status == "waiting",
            Conversation.owner == QUEUE,
            (Handoff.urgency > handoff.urgency)
            | ((Handoff.urgency == handoff.urgency) & (Handoff.created_at < handoff.created_at)),
        )
    )
    return (ahead or 0) + 1


async def first_while_waiting(session: AsyncSession, message: Message) -> bool:
    """Whether a shopper's message is the first since the conversation waits for a person."""
    since = await session.scalar(
        select(Handoff.created_at).where(
            Handoff.conversation_id == message.conversation_id, Handoff.status == "waiting"
        )
    )
    if since is None:
        return False
    said = await session.scalar(
        select(func.count())
        .select_from(Message)
        .where(
            Message.conversation_id == message.conversation_id,
            Message.author == "shopper",
            Message.at > since,
        )
    )
    return said == 1


async def cancel_waiting(session: AsyncSession, conversation_id: str) -> None:
    """End the wait because the shopper went back to the assistant."""
    await session.execute(
        update(Handoff)
        .where(Handoff.conversation_id == conversation_id, Handoff.status == "waiting")
        .values(status="cancelled", closed_at=now())
    )
