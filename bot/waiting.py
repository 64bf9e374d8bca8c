"""What a shopper who waits for a person is told: the place in the queue, the time, the way back."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from bot.phrases import OF_WAITING, phrase
from shop import handoffs, policies
from shop.database import now
from shop.hours import Hours
from shop.tables import Message


async def told(session: AsyncSession, message: Message, language: str) -> str:
    """What to say to a message to the person who is waited for; "" for nothing.

    A question about the wait is answered each time, and the first message is acknowledged.
    """
    handoff = await handoffs.current(session, message.conversation_id)
    if handoff is None:
        return ""
    if not OF_WAITING.search(message.text):
        first = await handoffs.first_while_waiting(session, handoff, message)
        return phrase("waits", language) if first else ""
    position = await handoffs.position(session, handoff)
    parts = [phrase("place", language, position=str(position))]
    hours = Hours.of(await policies.facts(session, "hours"))
    if hours is None or hours.open_at(now()):
        parts.append(await _time(session, language))
    if hours:
        name = "open" if hours.open_at(now()) else "closed"
        parts.append(phrase(name, language, **hours.told(now())))
    parts.append(phrase("way_back", language))
    return ("" if language == "zh" else " ").join(parts)


async def _time(session: AsyncSession, language: str) -> str:
    """How long it usually takes, where that is known."""
    usual = await handoffs.usual_wait(session)
    if usual is None:
        return phrase("unsure", language)
    return phrase("usual", language, minutes=str(usual))
