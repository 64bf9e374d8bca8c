"""What was said before: search over past conversations, suggested replies, promises, the audit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.console import rows
from bot.console.rules import ME, looked
from bot.frames import clean
from bot.keys import SESSIONS
from shop import conversations, policies, recall, staff
from shop import promises as kept_promises
from shop.database import writing
from shop.errors import Invalid
from shop.tables import Conversation, Customer, Look, Message, Staff, Visitor

routes = web.RouteTableDef()

JSON = dict[str, Any]

SHORTEST, LONGEST = 2, 100  # characters of a search
MOST_FOUND, MOST_LOOKS, MOST_SUGGESTED = 40, 200, 5
AROUND = 60  # characters of a hit on either side
MOST_REPLIES = 400  # of staff, the latest, from which replies are suggested
LEAST_SHARED = 0.3  # of the question's words, by weight
LAST_WORDS = 2  # messages of the shopper that make the question
# A reply with an address, a number or a name's card is one shopper's and no other's.
PERSONAL = re.compile(r"\d{5,}|@|\b[A-Z]{2}[A-Z0-9]{6,}\b")
LEAST_REPLY = 20  # characters


@routes.get("/api/staff/search")
async def search(request: web.Request) -> web.Response:
    """`?q=` words, an order number or a customer's name: conversations, the latest first."""
    words = clean(request.query.get("q", ""))[:LONGEST]
    if len(words) < SHORTEST:
        raise Invalid("at least two characters")
    await looked(request, "search")
    async with request.app[SESSIONS]() as session:
        hits = await _hits(session, words)
        found = {row["id"]: row for row in await rows.of(session, list(hits))}
    shown = [{**found[name], "hit": hit} for name, hit in hits.items() if name in found]
    return web.json_response({"conversations": shown})


@routes.get("/api/staff/conversations/{id}/suggestions")
async def suggestions(request: web.Request) -> web.Response:
    """Sentences of the shop's texts and earlier replies of staff that suit the last words."""
    name = request.match_info["id"]
    async with request.app[SESSIONS]() as session:
        conversation = await conversations.one(session, name)
        said = await session.scalars(
            select(Message.text)
            .where(Message.conversation_id == name, Message.author == "shopper")
            .order_by(Message.seq.desc())
            .limit(LAST_WORDS)
        )
        question = " ".join(said)
        known = [*await _of_policies(session, conversation.language or "en")]
        known += await _of_staff(session, name)
    asked = [f"{one['title']} {one['text']}" for one in known]
    best = recall.nearest(question, asked, most=MOST_SUGGESTED, least=LEAST_SHARED)
    return web.json_response({"suggestions": [known[place] for place, _ in best]})


@routes.get("/api/staff/promises")
async def promises(request: web.Request) -> web.Response:
    """Those who were told that somebody gets in touch, and by when."""
    await looked(request, "promises")
    async with request.app[SESSIONS]() as session:
        open_ones = await kept_promises.open_ones(session)
        found = {
            row["id"]: row for row in await rows.of(session, [h.conversation_id for h in open_ones])
        }
    return web.json_response({
        "promises": [
            {
                "id": one.id,
                "contact": one.contact,
                "until": one.promised_for.isoformat() if one.promised_for else None,
                "reason": one.reason,
                "row": found[one.conversation_id],
            }
            for one in open_ones
        ]
    })  # fmt: skip


@routes.post("/api/staff/promises/{id}/kept")
async def kept(request: web.Request) -> web.Response:
    """Somebody has been in touch."""
    me = request[ME]
    async with writing(request.app[SESSIONS]) as session:
        done = await kept_promises.keep(session, request.match_info["id"], me.id)
        staff.note_look(session, me.id, "promise", done.conversation_id)
    return web.json_response({"id": done.id})


@routes.get("/api/staff/audit")
async def audit(request: web.Request) -> web.Response:
    """Who looked at what, the latest first; `?conversation=` for one alone."""
    query = select(Look, Staff.name).join(Staff, Staff.id == Look.staff_id)
    if name := request.query.get("conversation"):
        query = query.where(Look.conversation_id == name)
    async with request.app[SESSIONS]() as session:
        found = await session.execute(query.order_by(Look.id.desc()).limit(MOST_LOOKS))
    return web.json_response({
        "looks": [
            {"by": by, "what": look.what, "conversation": look.conversation_id,
             "at": look.at.isoformat()}
            for look, by in found
        ]
    })  # fmt: skip


async def _hits(session: AsyncSession, words: str) -> dict[str, str]:
    """Conversation -> what was found in it."""
    has = Message.text.icontains(words, autoescape=True)
    query = (
        select(Message.conversation_id, func.max(Message.seq), func.max(Message.at))
        .join(Conversation, Conversation.id == Message.conversation_id)
        .join(Visitor, Visitor.id == Conversation.visitor_id)
        .outerjoin(Customer, Customer.id == Visitor.customer_id)
        .where(
            Message.author != "system", or_(has, Customer.name.icontains(words, autoescape=True))
        )
        .group_by(Message.conversation_id)
        .order_by(func.max(Message.at).desc())
        .limit(MOST_FOUND)
    )
    found: dict[str, str] = {}
    for conversation_id, seq, _ in (await session.execute(query)).all():
        text = await session.scalar(
            select(Message.text).where(
                Message.conversation_id == conversation_id, Message.seq == seq
            )
        )
        found[conversation_id] = _around(text or "", words)
    return found


def _around(text: str, words: str) -> str:
    place = max(0, text.lower().find(words.lower()))
    begins = max(0, place - AROUND)
    ends = place + len(words) + AROUND
    return ("…" if begins else "") + text[begins:ends] + ("…" if ends < len(text) else "")


async def _of_policies(session: AsyncSession, language: str) -> list[JSON]:
    """Paragraphs of the shop's texts in the shopper's language."""
    return [
        {"title": policy.title, "text": part.strip(), "from": "policy"}
        for policy in await policies.texts(session)
        if policy.language == language
        for part in policy.text.split("\n")
        if part.strip()
    ]


async def _of_staff(session: AsyncSession, conversation_id: str) -> list[JSON]:
    """Replies that suit more than one shopper, each with the question that it answered."""
    asked = aliased(Message)
    before = (
        select(func.max(asked.seq))
        .where(asked.conversation_id == Message.conversation_id, asked.seq < Message.seq)
        .where(asked.author == "shopper")
        .correlate(Message)
        .scalar_subquery()
    )
    question = aliased(Message)
    found: Sequence[Any] = (
        await session.execute(
            select(question.text, Message.text)
            .join(question, question.conversation_id == Message.conversation_id)
            .where(question.seq == before, Message.author == "staff")
            .where(Message.conversation_id != conversation_id)
            .order_by(Message.at.desc())
            .limit(MOST_REPLIES)
        )
    ).all()
    unique = {text: title for title, text in reversed(found)}
    return [
        {"title": title[:80], "text": text, "from": "staff"}
        for text, title in unique.items()
        if len(text) >= LEAST_REPLY and not PERSONAL.search(text) and not PERSONAL.search(title)
    ]
