"""Who answers in a conversation, as its shopper is told."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from bot.frames import Frame
from shop import handoffs
from shop.conversations import BOT, QUEUE
from shop.tables import Conversation, Staff


async def owner_frame(session: AsyncSession, conversation: Conversation) -> Frame:
    """The bot; nobody yet, with the place in the queue; or a person, by name.

    Which account it is stays inside the house.
    """
    if conversation.owner == BOT:
        return {"type": "owner", "owner": BOT}
    if conversation.owner != QUEUE:
        person = await session.get(Staff, conversation.owner)
        return {"type": "owner", "owner": "staff", "name": person.name if person else ""}
    handoff = await handoffs.current(session, conversation.id)
    place = await handoffs.position(session, handoff) if handoff else 1
    return waiting_frame(place, await handoffs.usual_wait(session))


def waiting_frame(place: int, minutes: int | None) -> Frame:
    """A place in the queue; `minutes` is what others waited lately, None where that is unknown."""
    return {"type": "owner", "owner": QUEUE, "position": place, "minutes": minutes}
