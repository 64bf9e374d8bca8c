"""How near this visit is to a purchase: forecast at each act, kept with the conversation."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from actions.turn import Turn
from forecasting.model import VisitEvent
from shop import events
from shop.tables import Conversation, Visitor

READY = 0.5  # from here on goods are shown rather than one more question asked


async def forecast(turn: Turn, session: AsyncSession, visitor: Visitor) -> float:
    """The chance that this visit ends in a purchase, noted for those who wait for a person."""
    await session.flush()
    acts = await events.visit(session, visitor)
    if not acts:
        return 0.0
    began = acts[0].at
    visit = [
        VisitEvent(a.kind, a.product_id, a.price, a.quantity, (a.at - began).total_seconds())
        for a in acts
    ]
    chance, reasons = turn.services.purchase_intent.predict(visit)
    conversation = await session.get_one(Conversation, turn.conversation_id)
    conversation.purchase_intent = chance
    conversation.purchase_reasons = [list(reason) for reason in reasons]
    return chance
