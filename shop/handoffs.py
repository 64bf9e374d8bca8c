"""Handing a conversation over to people and back: the queue, who waits in it, who has taken it."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shop import orders
from shop.conversations import BOT, QUEUE, change_owner, drop_turns, locked
from shop.database import now
from shop.errors import Conflict
from shop.tables import Conversation, Handoff, Message, Visitor

WAITING, TAKEN = OPEN = ("waiting", "taken")

ORDER_NUMBER = re.compile(r"[A-Z]{2}[A-Z0-9]{5,}")

DAMAGED_TASK = "damaged_or_wrong_item"  # as the actions call it in the memory
PER_MINUTE = 0.1  # of waiting
ANGRY, DAMAGED, BUYING = 2.0, 1.5, 1.0
LIKELY = 0.5  # a purchase intent worth hurrying for
SAMPLE, RECENT, FEWEST = 20, timedelta(days=14), 3  # waits from which the usual one is told


@dataclass(frozen=True)
class Waiting:
    """One who waits, how urgent it is, and why; `reasons` are `{kind, value?}`."""

    handoff: Handoff
    conversation: Conversation
    score: float
    reasons: list[dict[str, Any]] = field(default_factory=list)


async def enqueue(
    session: AsyncSession,
    conversation_id: str,
    reason: str,
    urgency: float,
    packet: dict[str, Any],
) -> Handoff:
    """Put a conversation into the queue; one that waits, or that a person has, stays as it is."""
    conversation = await locked(session, conversation_id)
    found = await current(session, conversation_id)
    if found is not None:
        return found
    handoff = Handoff(
        conversation_id=conversation_id,
        reason=reason,
        status=WAITING,
        urgency=urgency,
        packet=packet,
        created_at=now(),
    )
    session.add(handoff)
    await change_owner(session, conversation.id, BOT, QUEUE)
    await session.flush()
    return handoff


async def current(session: AsyncSession, conversation_id: str) -> Handoff | None:
    """The stretch that is open now, if any."""
    found = await session.scalar(
        select(Handoff)
        .where(Handoff.conversation_id == conversation_id, Handoff.status.in_(OPEN))
        .order_by(Handoff.created_at.desc())
        .limit(1)
    )
    return found


async def waiting(session: AsyncSession, at: datetime | None = None) -> list[Waiting]:
    """Everyone who waits, the most urgent first."""
    rows = await session.execute(
        select(Handoff, Conversation)
        .join(Conversation, Conversation.id == Handoff.conversation_id)
        .where(Handoff.status == WAITING, Conversation.owner == QUEUE)
    )
    moment = at or now()
    found = [weighed(handoff, conversation, moment) for handoff, conversation in rows]
    return sorted(found, key=lambda one: (-one.score, one.handoff.created_at))


def weighed(handoff: Handoff, conversation: Conversation, at: datetime) -> Waiting:
    """How urgent a handoff is, with every reason that counts."""
    minutes = max(0.0, (at - handoff.created_at) / timedelta(minutes=1))
    task = conversation.memory.get("task") or {}
    anger = float(handoff.packet.get("anger") or (handoff.reason == "anger"))
    damaged = handoff.reason == "damaged" or task.get("kind") == DAMAGED_TASK
    chance = conversation.purchase_intent or 0.0
    score = handoff.urgency + PER_MINUTE * minutes
    reasons: list[dict[str, Any]] = []
    if anger > 0:
        score += ANGRY * anger
        reasons.append({"kind": "anger"})
    if damaged:
        score += DAMAGED
        reasons.append({"kind": "damaged"})
    if chance >= LIKELY:
        score += BUYING * chance
        reasons.append({"kind": "intent", "value": round(chance, 2)})
    return Waiting(handoff, conversation, score, reasons)


async def position(session: AsyncSession, handoff: Handoff) -> int:
    """Its place in the queue, 1 for the next, as staff see the order."""
    places = [one.handoff.id for one in await waiting(session)]
    return places.index(handoff.id) + 1 if handoff.id in places else 1


async def usual_wait(session: AsyncSession) -> int | None:
    """Minutes that people have waited lately, by the median; None where too few have."""
    rows = await session.execute(
        select(Handoff.created_at, Handoff.taken_at)
        .where(Handoff.taken_at.is_not(None), Handoff.created_at > now() - RECENT)
        .where(Handoff.reason != TAKEN)
        .order_by(Handoff.taken_at.desc())
        .limit(SAMPLE)
    )
    waits = [(taken - created) / timedelta(minutes=1) for created, taken in rows if taken]
    return max(1, round(statistics.median(waits))) if len(waits) >= FEWEST else None


async def take(
    session: AsyncSession, conversation_id: str, staff_id: str, from_staff: str | None = None
) -> Handoff:
    """Make a person the owner, by compare-and-set; the bot is silent from here on.

    From the queue or the bot, or from the colleague named. Raises `Conflict` when somebody else
    was faster.
    """
    conversation = await locked(session, conversation_id)
    expected = (from_staff,) if from_staff else (BOT, QUEUE)
    before = conversation.owner
    if before not in expected or not await change_owner(session, conversation.id, before, staff_id):
        raise Conflict("a colleague has this conversation")
    # Dropped here and not when they end: by then it may have been given back.
    await drop_turns(session, conversation_id)
    handoff = await current(session, conversation_id)
    if handoff is None:
        handoff = Handoff(conversation_id=conversation_id, reason=TAKEN, created_at=now())
        session.add(handoff)
    handoff.status, handoff.staff_id = TAKEN, staff_id
    handoff.taken_at = handoff.taken_at or now()
    await session.flush()
    return handoff


async def held(session: AsyncSession, conversation_id: str, staff_id: str) -> Handoff:
    """The stretch that this member of staff has in hand; raises `Conflict`."""
    conversation = await locked(session, conversation_id)
    found = await current(session, conversation_id)
    if conversation.owner != staff_id or found is None:
        raise Conflict("this conversation is not yours")
    return found


async def give_back(
    session: AsyncSession, conversation_id: str, staff_id: str, topic: str | None = None
) -> Handoff:
    """The bot answers again, from the very next message; with a `topic` the matter is resolved.

    The bot starts from what was said meanwhile (`remember`), in a fresh tracker: its old one ends
    before the people came.
    """
    handoff = await held(session, conversation_id, staff_id)
    await change_owner(session, conversation_id, staff_id, BOT)
    handoff.status = "returned" if topic is None else "resolved"
    handoff.topic, handoff.closed_at = topic or "", now()
    conversation = await locked(session, conversation_id)
    conversation.memory = await remember(session, conversation, handoff)
    conversation.rasa_visit += 1
    await session.flush()
    return handoff


async def remember(
    session: AsyncSession, conversation: Conversation, handoff: Handoff
) -> dict[str, Any]:
    """The bot's memory after people spoke: goods they showed are what "the second one" means, the
    order they spoke of is the order, and questions open before them are not any more."""
    memory = dict(conversation.memory)
    for name in ("asked", "refusals", "erasing", "adding", "task"):
        memory.pop(name, None)
    said = (
        await session.scalars(
            select(Message)
            .where(Message.conversation_id == conversation.id)
            .where(Message.at >= (handoff.taken_at or handoff.created_at))
            .order_by(Message.seq.desc())
        )
    ).all()
    visitor = await session.get_one(Visitor, conversation.visitor_id)
    theirs = {order.number for order in await orders.mine(session, visitor)}
    named = (n for m in said for n in ORDER_NUMBER.findall(m.text.upper()) if n in theirs)
    if number := next(named, None):
        memory["order"] = number
    if shown := next((m.content["cards"] for m in said if m.content.get("cards")), None):
        keys = ("product_id", "variant_id", "why")
        memory["shown"] = [{key: card.get(key) for key in keys} for card in shown]
        memory["focus"] = shown[0]["product_id"] if len(shown) == 1 else None
    return memory


async def first_while_waiting(session: AsyncSession, handoff: Handoff, message: Message) -> bool:
    """Whether a shopper's message is the first since the conversation waits for a person."""
    if handoff.status != WAITING:
        return False
    said = await session.scalar(
        select(func.count())
        .select_from(Message)
        .where(
            Message.conversation_id == message.conversation_id,
            Message.author == "shopper",
            Message.at > handoff.created_at,
        )
    )
    return said == 1


async def cancel_waiting(
    session: AsyncSession, conversation_id: str, status: str = "cancelled"
) -> None:
    """End the wait because the shopper went back to the assistant, or nobody came (`expired`)."""
    await session.execute(
        update(Handoff)
        .where(Handoff.conversation_id == conversation_id, Handoff.status == WAITING)
        .values(status=status, closed_at=now())
    )


async def overdue(session: AsyncSession, limit: timedelta) -> Sequence[str]:
    """Conversations that have waited for a person for longer than `limit`."""
    rows = await session.scalars(
        select(Handoff.conversation_id).where(
            Handoff.status == WAITING, Handoff.created_at < now() - limit
        )
    )
    return rows.all()


async def rate(session: AsyncSession, conversation_id: str, handoff_id: str, stars: int) -> bool:
    """Keep a shopper's rating of a stretch of this conversation; False for a second one."""
    result = await session.execute(
        update(Handoff)
        .where(Handoff.id == handoff_id, Handoff.conversation_id == conversation_id)
        .where(Handoff.rating.is_(None))
        .values(rating=stars)
    )
    assert isinstance(result, CursorResult)  # noqa: S101  an UPDATE always gives one
    return bool(result.rowcount)
