"""What is held about a visitor, and its removal."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop import orders, photos
from shop.tables import (
    Conversation,
    Correction,
    Event,
    Handoff,
    Message,
    Photo,
    StaffNote,
    Visitor,
)


async def held(session: AsyncSession, visitor: Visitor) -> dict[str, Any]:
    """How much is held of each kind, and the orders as their owner sees them."""
    mine = select(Conversation.id).where(Conversation.visitor_id == visitor.id)
    counts = {}
    for name, table, column in (
        ("messages", Message, Message.conversation_id.in_(mine)),
        ("photos", Photo, Photo.conversation_id.in_(mine)),
        ("events", Event, Event.visitor_id == visitor.id),
    ):
        counts[name] = await session.scalar(select(func.count()).select_from(table).where(column))
    known = [orders.brief(order) for order in await orders.mine(session, visitor)]
    return {**counts, "orders": known}


async def erase(session: AsyncSession, visitor: Visitor) -> list[str]:
    """Blank the visitor's messages, delete events and photos; orders stay, as the law wants.

    The photos' files, for `photos.discard` once this is committed.
    """
    mine = select(Conversation.id).where(Conversation.visitor_id == visitor.id)
    await session.execute(
        update(Message).where(Message.conversation_id.in_(mine)).values(text="", content={})
    )
    # What staff were told and have written about this shopper; who looked stays in the audit.
    await session.execute(
        update(Handoff).where(Handoff.conversation_id.in_(mine)).values(packet={}, contact="")
    )
    await session.execute(delete(StaffNote).where(StaffNote.conversation_id.in_(mine)))
    await session.execute(
        update(Correction).where(Correction.conversation_id.in_(mine)).values(query="")
    )
    await session.execute(delete(Event).where(Event.visitor_id == visitor.id))
    return await photos.forget(session, visitor)
