"""Conversations as lines of the console's inbox."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from shop import handoffs
from shop.conversations import BOT
from shop.database import now
from shop.handoffs import OPEN
from shop.tables import Conversation, Customer, Handoff, Message, Staff, Visitor

JSON = dict[str, Any]

PREVIEW = 140  # characters of the last message
LIVE = timedelta(minutes=15)  # in which a conversation with the bot counts as going on
MOST_LIVE = 30
MOST = 1000
PEOPLE = ("shopper", "staff")  # whose last words a row shows; the bot's say little

Found = Sequence[Any]


async def with_people(session: AsyncSession) -> list[JSON]:
    """All that wait, or that somebody has."""
    return _rows(await _find(session, Conversation.owner != BOT, MOST))


async def with_the_bot(session: AsyncSession) -> list[JSON]:
    """What goes on without people, the latest first; its words are seen by opening it alone."""
    live = and_(
        Conversation.owner == BOT, Conversation.updated_at > now() - LIVE, Conversation.last_seq > 0
    )
    return [row | {"last": row["last"] | {"text": ""}} for row in _rows(
        await _find(session, live, MOST_LIVE)
    )]  # fmt: skip


async def of(session: AsyncSession, ids: Collection[str]) -> list[JSON]:
    """These conversations, in whoever's hands they are."""
    return _rows(await _find(session, Conversation.id.in_(ids), len(ids)))


async def _find(session: AsyncSession, which: ColumnElement[bool], most: int) -> Found:
    spoken = aliased(Message)
    newest = (
        select(func.max(spoken.seq))
        .where(spoken.conversation_id == Conversation.id, spoken.author.in_(PEOPLE))
        .correlate(Conversation)
        .scalar_subquery()
    )
    last = and_(Message.conversation_id == Conversation.id, Message.seq == newest)
    stretch = and_(Handoff.conversation_id == Conversation.id, Handoff.status.in_(OPEN))
    query = (
        select(Conversation, Handoff, Message, Customer.name, Staff.name)
        .join(Visitor, Visitor.id == Conversation.visitor_id)
        .outerjoin(Customer, Customer.id == Visitor.customer_id)
        .outerjoin(Handoff, stretch)
        .outerjoin(Message, last)
        .outerjoin(Staff, Staff.id == Conversation.owner)
        .where(which)
        .order_by(Conversation.updated_at.desc())
        .limit(most)
    )
    return (await session.execute(query)).all()


def _rows(found: Found) -> list[JSON]:
    at = now()
    return [_row(at, *one) for one in found]


def _row(
    at: datetime,
    conversation: Conversation,
    handoff: Handoff | None,
    last: Message | None,
    customer: str | None,
    colleague: str | None,
) -> JSON:
    row: JSON = {
        "id": conversation.id,
        "owner": conversation.owner,
        "staff": colleague or "",
        "customer": customer or "",
        "language": conversation.language,
        "seq": conversation.last_seq,
        "got": conversation.shopper_got,
        "read": conversation.shopper_read,
        "updated_at": conversation.updated_at.isoformat(),
        "last": _last(last),
        "handoff": None,
    }
    if handoff is not None:
        weighed = handoffs.weighed(handoff, conversation, at)
        row["handoff"] = {
            "id": handoff.id,
            "status": handoff.status,
            "reason": handoff.reason,
            "since": handoff.created_at.isoformat(),
            "taken_at": handoff.taken_at.isoformat() if handoff.taken_at else None,
            "answered": handoff.answered_at is not None,
            "score": round(weighed.score, 3),
            "reasons": weighed.reasons,
            "promised_for": handoff.promised_for.isoformat() if handoff.promised_for else None,
        }
    return row


def _last(message: Message | None) -> JSON:
    if message is None:
        return {"author": "", "text": "", "kind": ""}
    kind = next((k for k in ("photo_id", "cards", "order", "cart") if message.content.get(k)), "")
    return {"author": message.author, "text": message.text[:PREVIEW], "kind": kind}
