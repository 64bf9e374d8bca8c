"""What staff see beside a conversation, so that they can act within ten seconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop import carts, catalogue, events, handoffs, orders
from shop.catalogue import money
from shop.tables import (
    Category,
    Conversation,
    Customer,
    Handoff,
    Message,
    Staff,
    StaffNote,
    Turn,
    Visitor,
)

JSON = dict[str, Any]

MOST_GOODS, MOST_SEARCHES, MOST_ORDERS, MOST_FAILED = 12, 8, 5, 5
QUESTION = 160  # characters of the shopper's own words in the summary


async def context(
    session: AsyncSession, conversation: Conversation, language: str, currency: str
) -> JSON:
    """Shopper, goods, cart, orders, purchase intent and what went wrong; as they are now."""
    visitor = await session.get_one(Visitor, conversation.visitor_id)
    held = await carts.content(session, visitor)
    handoff = await handoffs.current(session, conversation.id)
    found = {
        "shopper": await _shopper(session, visitor, conversation),
        "goods": await _goods(session, visitor, conversation, language),
        "wanted": await _wanted(session, conversation.memory, language, currency),
        "cart": cart(held, language),
        "orders": await _orders(session, visitor),
        "intent": {
            "chance": conversation.purchase_intent,
            "reasons": conversation.purchase_reasons,
        },
        "failed": await _failed(session, conversation.id),
        "notes": await notes(session, conversation.id),
        "earlier": await _earlier(session, conversation.id),
    }
    return found | {"summary": await _summary(session, conversation, handoff, found)}


async def notes(session: AsyncSession, conversation_id: str) -> list[JSON]:
    """What staff have told each other, oldest first."""
    rows = await session.execute(
        select(StaffNote, Staff.name)
        .join(Staff, Staff.id == StaffNote.staff_id)
        .where(StaffNote.conversation_id == conversation_id)
        .order_by(StaffNote.at)
    )
    return [{"by": by, "text": note.text, "at": note.at.isoformat()} for note, by in rows]


def cart(held: carts.Content, language: str) -> JSON:
    """A cart with its value as text."""
    lines = [
        catalogue.card(line.product, language, variant=line.variant)
        | {"quantity": line.quantity, "total_text": money(line.total, line.product.currency)}
        for line in held.lines
    ]
    total = money(held.total, held.currency) if lines else ""
    return {"lines": lines, "pieces": held.pieces, "total_text": total}


async def _shopper(session: AsyncSession, visitor: Visitor, conversation: Conversation) -> JSON:
    customer = await session.get(Customer, visitor.customer_id) if visitor.customer_id else None
    return {
        "name": customer.name if customer else "",
        "email": customer.email if customer else "",
        "phone": customer.phone if customer else "",
        "verified": customer is not None,
        "language": conversation.language,
        "since": visitor.created_at.isoformat(),
    }


async def _goods(
    session: AsyncSession, visitor: Visitor, conversation: Conversation, language: str
) -> JSON:
    memory = conversation.memory
    acts = await events.recent(session, visitor)
    viewed = [a.product_id for a in reversed(acts) if a.kind == "view" and a.product_id]
    turned_down = [a.product_id for a in reversed(acts) if a.kind == "dismiss" and a.product_id]
    searches = [a.query for a in reversed(acts) if a.kind == "search" and a.query]
    shown = [one["product_id"] for one in memory.get("shown") or ()]
    groups = {
        "shown": shown,
        "viewed": viewed,
        "rejected": [*(memory.get("rejected") or ()), *turned_down],
    }
    goods = {
        name: await _cards(session, list(dict.fromkeys(ids))[:MOST_GOODS], language)
        for name, ids in groups.items()
    }
    searched = list(dict.fromkeys(searches))[:MOST_SEARCHES]
    return goods | {"searched": searched}


async def _cards(session: AsyncSession, ids: Sequence[str], language: str) -> list[JSON]:
    return [catalogue.card(p, language) for p in await catalogue.products(session, ids)]


async def _wanted(session: AsyncSession, memory: JSON, language: str, currency: str) -> list[JSON]:
    """The search in progress, as `{kind, text}`."""
    wanted = memory.get("wanted") or {}
    found = []
    if wanted.get("said"):
        found.append({"kind": "said", "text": wanted["said"]})
    for name in wanted.get("category") or ():
        category = await session.get(Category, name)
        names = (category.name_zh, category.name_en) if category else ("", "")
        text = next(filter(None, names if language == "zh" else reversed(names)), name)
        found.append({"kind": "category", "text": text})
    for kind in ("brand", "colour", "size", "material", "occasion"):
        found += [{"kind": kind, "text": str(value)} for value in wanted.get(kind) or ()]
    for kind in ("price_min", "price_max"):
        if wanted.get(kind) is not None:
            found.append({"kind": kind, "text": money(wanted[kind], currency)})
    return found


async def _orders(session: AsyncSession, visitor: Visitor) -> list[JSON]:
    """Those that this shopper has shown to be theirs; nobody else's, whatever number was typed."""
    return [
        {
            "number": order.number,
            "status": order.status,
            "placed_at": order.placed_at.isoformat(),
            "total_text": money(order.total, order.currency),
            "lines": [
                {"title_en": line.title_en, "title_zh": line.title_zh, "quantity": line.quantity}
                for line in order.lines
            ],
        }
        for order in list(await orders.mine(session, visitor))[:MOST_ORDERS]
    ]


async def _failed(session: AsyncSession, conversation_id: str) -> list[JSON]:
    rows = await session.execute(
        select(Message.text, Turn.error)
        .join(Message, Message.id == Turn.message_id)
        .where(Turn.conversation_id == conversation_id, Turn.status == "failed")
        .order_by(Message.seq.desc())
        .limit(MOST_FAILED)
    )
    return [{"text": text, "error": error} for text, error in rows]


async def _earlier(session: AsyncSession, conversation_id: str) -> list[JSON]:
    rows = await session.execute(
        select(Handoff, Staff.name)
        .outerjoin(Staff, Staff.id == Handoff.staff_id)
        .where(Handoff.conversation_id == conversation_id, Handoff.closed_at.is_not(None))
        .order_by(Handoff.created_at.desc())
    )
    return [
        {
            "at": handoff.created_at.isoformat(),
            "reason": handoff.reason,
            "status": handoff.status,
            "topic": handoff.topic,
            "by": by or "",
            "rating": handoff.rating,
        }
        for handoff, by in rows
    ]


async def _summary(
    session: AsyncSession, conversation: Conversation, handoff: Handoff | None, found: JSON
) -> JSON:
    """What the one line is made of; the console says it in the language of its user."""
    said = select(Message.text).where(
        Message.conversation_id == conversation.id, Message.author == "shopper", Message.text != ""
    )
    if handoff is not None:
        said = said.where(Message.at <= handoff.created_at)
    recent = list(await session.scalars(said.order_by(Message.seq.desc()).limit(5)))
    if handoff is not None and handoff.reason == "asked" and len(recent) > 1:
        recent.pop(0)  # "a person please" says nothing
    # Of the last words the longest say most.
    question = max(recent, key=len, default="")
    memory = conversation.memory
    return {
        "reason": handoff.reason if handoff else "",
        "question": question[:QUESTION],
        "wanted": (memory.get("wanted") or {}).get("said") or "",
        "order": memory.get("order") or "",
        "task": (memory.get("task") or {}).get("kind") or "",
        "cart": found["cart"]["total_text"],
        "failed": len(found["failed"]),
    }
