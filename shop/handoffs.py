"""Handing a conversation over to people: the queue, and who waits in it."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop.conversations import BOT, QUEUE, change_owner
from shop.database import now
from shop.tables import Conversation, Handoff, Message

LATELY = timedelta(days=7)
MOST_WAITS = 20  # of which the usual one is told


async def enqueue(
    session: AsyncSession,
    conversation_id: str,
    reason: str,
    urgency: float,
    packet: dict[str, Any],
) -> Handoff:
    """Put a conversation into the queue; one that waits already keeps its place."""
    known = await waiting(session, conversation_id)
    if known is not None:
        return known
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


async def waiting(session: AsyncSession, conversation_id: str) -> Handoff | None:
    """The hand-over that a conversation waits for."""
    found: Handoff | None = await session.scalar(
        select(Handoff).where(
            Handoff.conversation_id == conversation_id, Handoff.status == "waiting"
        )
    )
    return found


async def usual_wait(session: AsyncSession) -> timedelta | None:
    """The median of the last waits of these days; None where nobody was answered yet."""
    rows = await session.execute(
        select(Handoff.created_at, Handoff.taken_at)
        .where(Handoff.taken_at.is_not(None), Handoff.taken_at > now() - LATELY)
        .order_by(Handoff.taken_at.desc())
        .limit(MOST_WAITS)
    )
    waits = [(taken - created).total_seconds() for created, taken in rows if taken]
    return timedelta(seconds=median(waits)) if waits else None


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
