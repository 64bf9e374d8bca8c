"""What shoppers do, written in the transaction of what caused it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import now
from shop.errors import Invalid
from shop.tables import Event, Visitor, new_id

KINDS = ("view", "search", "cart", "purchase", "favourite", "dismiss")
# What only a page can know. Carts and purchases are noted by the transaction that makes them.
FROM_PAGES = ("view", "search", "favourite", "dismiss")
VISIT_GAP = timedelta(minutes=30)
# Not by id alone: an imported history is older than its rows.
LATEST_FIRST = (Event.at.desc(), Event.id.desc())


async def record(
    session: AsyncSession,
    visitor: Visitor,
    kind: str,
    *,
    product_id: str | None = None,
    variant_id: str | None = None,
    query: str = "",
    quantity: int = 1,
    price: int | None = None,
    conversation_id: str | None = None,
) -> Event:
    """Add one event, in the visitor's current visit or, after a pause, in a new one."""
    if kind not in KINDS:
        raise Invalid(f"unknown kind of event {kind!r}")
    at = now()
    last = await session.scalar(
        select(Event)
        .where(Event.visitor_id == visitor.id)
        .order_by(Event.at.desc(), Event.id.desc())
        .limit(1)
    )
    visit = last.visit_id if last and at - last.at < VISIT_GAP else new_id()
    event = Event(
        visit_id=visit,
        visitor_id=visitor.id,
        customer_id=visitor.customer_id,
        conversation_id=conversation_id,
        kind=kind,
        product_id=product_id,
        variant_id=variant_id,
        query=query[:500],
        quantity=quantity,
        price=price,
        at=at,
    )
    session.add(event)
    return event


async def recent(session: AsyncSession, visitor: Visitor, limit: int = 100) -> Sequence[Event]:
    """The visitor's last events, and on any device those of the customer, oldest first."""
    mine = Event.visitor_id == visitor.id
    who = or_(mine, Event.customer_id == visitor.customer_id) if visitor.customer_id else mine
    rows = await session.scalars(select(Event).where(who).order_by(*LATEST_FIRST).limit(limit))
    return list(reversed(rows.all()))


async def visit(session: AsyncSession, visitor: Visitor) -> Sequence[Event]:
    """Events of the visitor's current visit, oldest first; empty after a pause."""
    last = await session.scalar(
        select(Event)
        .where(Event.visitor_id == visitor.id)
        .order_by(Event.at.desc(), Event.id.desc())
        .limit(1)
    )
    if last is None or now() - last.at >= VISIT_GAP:
        return []
    rows = await session.scalars(
        select(Event).where(Event.visit_id == last.visit_id).order_by(Event.at, Event.id)
    )
    return rows.all()
