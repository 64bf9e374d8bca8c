"""A day at the desk in figures: what was handed over, how fast and how well it was answered."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from aiohttp import web
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.keys import OFFICE, SESSIONS
from shop import promises
from shop.database import now
from shop.errors import Invalid
from shop.handoffs import TAKEN
from shop.office import Office
from shop.tables import Handoff, Message, Staff

routes = web.RouteTableDef()

JSON = dict[str, Any]


@routes.get("/api/staff/figures")
async def figures(request: web.Request) -> web.Response:
    """`?day=2026-03-02`, in the shop's time zone; else today."""
    office = request.app[OFFICE]
    try:
        asked = request.query.get("day")
        day = date.fromisoformat(asked) if asked else now().astimezone(office.zone).date()
    except ValueError:
        raise Invalid("a day reads like 2026-03-02") from None
    async with request.app[SESSIONS]() as session:
        return web.json_response(await of_day(session, office, day))


async def of_day(session: AsyncSession, office: Office, day: date) -> JSON:
    """The figures of one day; times are medians in seconds, None where there are none."""
    begins = datetime.combine(day, time(), office.zone)
    ends = begins + timedelta(days=1)
    talked = await session.scalar(
        select(func.count(Message.conversation_id.distinct())).where(
            Message.author == "shopper", Message.at >= begins, Message.at < ends
        )
    )
    rows = await session.execute(
        select(Handoff, Staff.name)
        .outerjoin(Staff, Staff.id == Handoff.staff_id)
        .where(Handoff.created_at >= begins, Handoff.created_at < ends, Handoff.reason != TAKEN)
        .order_by(Handoff.created_at)
    )
    found = [(handoff, by or "") for handoff, by in rows]
    all_of_them = [handoff for handoff, _ in found]
    handed = len({handoff.conversation_id for handoff in all_of_them})
    return {
        "day": day.isoformat(),
        "conversations": talked or 0,
        "handed": len(all_of_them),
        "alone": 1 - min(1.0, handed / talked) if talked else None,
        **_of(all_of_them),
        "hours": _hours(all_of_them, office),
        "reasons": Counter(handoff.reason for handoff in all_of_them),
        "topics": Counter(handoff.topic for handoff in all_of_them if handoff.topic),
        "ratings": Counter(str(h.rating) for h in all_of_them if h.rating),
        "staff": _by_staff(found),
        "promises": len(await promises.open_ones(session)),
    }


def _of(some: Sequence[Handoff]) -> JSON:
    ratings = [handoff.rating for handoff in some if handoff.rating]
    return {
        "answered": _median(h.answered_at - h.created_at for h in some if h.answered_at),
        "waited": _median(h.taken_at - h.created_at for h in some if h.taken_at),
        "resolved": sum(handoff.status == "resolved" for handoff in some),
        "rating": round(statistics.mean(ratings), 2) if ratings else None,
    }


def _median(times: Iterable[timedelta]) -> float | None:
    found = [each.total_seconds() for each in times]
    return round(statistics.median(found), 1) if found else None


def _hours(some: Sequence[Handoff], office: Office) -> list[int]:
    counts = Counter(handoff.created_at.astimezone(office.zone).hour for handoff in some)
    return [counts[hour] for hour in range(24)]


def _by_staff(found: Sequence[tuple[Handoff, str]]) -> list[JSON]:
    names = sorted({by for _, by in found if by})
    groups = {name: [handoff for handoff, by in found if by == name] for name in names}
    return [{"name": name, "taken": len(some), **_of(some)} for name, some in groups.items()]
