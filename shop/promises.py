"""Out of hours: an address that a shopper leaves, and by when somebody gets in touch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CursorResult, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop.conversations import BOT, QUEUE, change_owner
from shop.database import now
from shop.errors import Conflict
from shop.handoffs import WAITING, current
from shop.tables import Handoff

PROMISED = "promised"
"""The status of a stretch whose wait is over and whose matter is not."""
CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}|\+?\d[\d \-()]{5,18}\d", re.IGNORECASE)


async def make(session: AsyncSession, conversation_id: str, text: str) -> Handoff | None:
    """Keep the e-mail or phone in a text of one who came out of hours, and end the wait.

    None where nobody was asked for it, or the text has neither. `Handoff.promised_for` is then by
    when somebody has to get in touch.
    """
    handoff = await current(session, conversation_id)
    until = handoff.packet.get("promise") if handoff and handoff.status == WAITING else None
    contact = CONTACT.search(text)
    if handoff is None or until is None or contact is None:
        return None
    if not await change_owner(session, conversation_id, QUEUE, BOT):
        return None
    handoff.contact = contact[0].strip()[:255]
    handoff.promised_for = datetime.fromisoformat(until)
    handoff.status = PROMISED
    await session.flush()
    return handoff


async def open_ones(session: AsyncSession) -> Sequence[Handoff]:
    """Promises that nobody has kept yet, the most urgent first."""
    rows = await session.scalars(
        select(Handoff).where(Handoff.status == PROMISED).order_by(Handoff.promised_for)
    )
    return rows.all()


async def keep(session: AsyncSession, handoff_id: str, staff_id: str) -> Handoff:
    """Somebody has been in touch; raises `Conflict` where that was done, or never promised."""
    result = await session.execute(
        update(Handoff)
        .where(Handoff.id == handoff_id, Handoff.status == PROMISED)
        .values(status="resolved", kept_at=now(), closed_at=now(), staff_id=staff_id)
    )
    assert isinstance(result, CursorResult)  # noqa: S101  an UPDATE always gives one
    if not result.rowcount:
        raise Conflict("this is no open promise")
    return await session.get_one(Handoff, handoff_id, populate_existing=True)
