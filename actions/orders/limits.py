"""Why a task about an order is not possible, and what is possible instead."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from actions.orders.arrival import tell_arrival
from actions.orders.card import line_name
from actions.orders.choice import goods_of, of_order
from actions.orders.questions import goods_in, listing
from actions.orders.words import CANCEL, CHANGE, DAMAGED, EXCHANGE, REFUND, RETURN, STATUS, faulty
from actions.turn import JSON, Turn
from shop import orders, returns
from shop.tables import Order, OrderLine

KIND = {RETURN: returns.RETURN, EXCHANGE: returns.EXCHANGE, DAMAGED: returns.DAMAGED}
TOLD = ("kind", "reason", "remedy", "sorry", "theirs")  # also true of another order
WAYS = {RETURN: "label_return", EXCHANGE: "label_exchange", DAMAGED: "label_claim"}


async def nothing_possible(turn: Turn, task: JSON, mine: Sequence[Order]) -> None:
    """Say that none of their orders allows it, and why, by the one that comes nearest."""
    kind = task["kind"]
    turn.put(task=None)
    if kind in (CANCEL, CHANGE, REFUND):
        turn.say(
            {CANCEL: "utter_none_cancel", CHANGE: "utter_none_change"}.get(
                kind, "utter_none_refund"
            )
        )
        turn.show({"quick_replies": [turn.reply("label_orders", f"/{STATUS}")]})
        return
    async with turn.reading() as (session, _):
        found = await returns.chances(session, mine, KIND[kind])
    for obstacle in ("too_late", "open"):
        near = [each for each in found if each.obstacle == obstacle]
        if near:
            nearest = min(near, key=lambda each: each.days)
            line = nearest.order.lines[0] if len(nearest.order.lines) == 1 else None
            await refuse(turn, task, nearest.order, obstacle, line)
            return
    turn.say("utter_none_delivered")
    turn.show({"quick_replies": [turn.reply("label_orders", f"/{STATUS}")]})


async def refuse(
    turn: Turn, task: JSON, order: Order, obstacle: str, line: OrderLine | None = None
) -> None:
    """Why an order (or a line of it) cannot come back, and the ways that are open."""
    kind = task["kind"]
    turn.put(task=None)
    name = line_name(turn, line) if line else turn.word("label_order", number=order.number)
    async with turn.reading() as (session, _):
        chance = (await returns.chances(session, [order], KIND[kind]))[0]
    values = {"title": name, "number": order.number}
    if obstacle == "not_delivered":
        await not_here_yet(
            turn, task, order, line_name(turn, line) if line else goods_in(turn, order)
        )
        return
    if obstacle != "too_late":
        turn.say(f"utter_return_{obstacle}", **values)
        replies = [turn.reply("label_money", _payload(REFUND, order, {}))]
        if obstacle == "open":
            replies.append(turn.reply("label_person", "/human_agent"))
        turn.show({"quick_replies": replies})
        return
    turn.say(
        f"utter_late_{KIND[kind]}",
        days=days(turn, chance.days),
        limit=days(turn, chance.limit),
        **values,
    )
    await ways_on(turn, task, order, line)


async def not_here_yet(turn: Turn, task: JSON, order: Order, title: str) -> None:
    """Where an order is that has not come yet, what fits it, and whether another one is meant."""
    async with turn.reading() as (session, visitor):
        mine = await orders.mine(session, visitor)
        found = await returns.chances(session, mine, KIND[task["kind"]])
        others = [each.order for each in found if not each.obstacle]
        products = await goods_of(session, others)
    turn.say(
        "utter_not_here_yet",
        title=title,
        number=order.number,
        state=turn.word(f"status_{order.status}"),
    )
    replies = await _ways_of_undelivered(turn, order)
    if others:
        left: JSON = {name: task[name] for name in TOLD if name in task}
        turn.say("utter_not_here_other")
        options = [of_order(each, products) for each in others]
        known = {each.number: each for each in others}
        replies = [*listing(turn, left, options, known), *replies]
    turn.show({"quick_replies": replies})


async def _ways_of_undelivered(turn: Turn, order: Order) -> list[JSON]:
    """When it comes, and what can be done till then."""
    replies = await tell_arrival(turn, order)
    if order.status in orders.NOT_SENT:
        return [
            turn.reply("label_change", _payload(CHANGE, order, {})),
            turn.reply("label_cancel", _payload(CANCEL, order, {})),
        ]
    if not replies:
        turn.say("utter_here_all_the_same")
    return replies or [turn.reply("label_person", "/human_agent")]


async def ways_on(turn: Turn, task: JSON, order: Order, line: OrderLine | None) -> None:
    """Other kinds of sending back that are still open; for what broke later, the warranty."""
    replies = []
    payload = {"line_id": line.id} if line else {}
    async with turn.reading() as (session, _):
        for kind, label in WAYS.items():
            chance = (await returns.chances(session, [order], KIND[kind]))[0]
            if kind == task["kind"] or chance.obstacle:
                continue
            if kind == EXCHANGE and not await _exchangeable(session, order, line):
                continue
            replies.append(turn.reply(label, _payload(kind, order, payload)))
            turn.say(f"utter_still_{KIND[kind]}", limit=days(turn, chance.limit))
    if not replies and (task["kind"] == DAMAGED or faulty(task.get("reason", ""))):
        turn.say("utter_still_warranty")
        replies.append(turn.reply("label_warranty", "/warranty"))
    if not replies:
        replies.append(turn.reply("label_person", "/human_agent"))
    turn.show({"quick_replies": replies})


async def _exchangeable(session: AsyncSession, order: Order, line: OrderLine | None) -> bool:
    """Whether there is another size or colour of what was bought."""
    lines = [line] if line else order.lines
    return any([await returns.other_versions(session, each) for each in lines])


def refuse_cancel(turn: Turn, order: Order) -> None:
    """Why an order cannot be cancelled any more."""
    turn.put(task=None)
    done = order.status == orders.CANCELLED
    arrived = order.status == orders.DELIVERED
    late = "utter_cancel_delivered" if arrived else "utter_cancel_too_late"
    turn.say("utter_cancelled_already" if done else late, number=order.number)
    way = ("label_money", REFUND) if done else ("label_return", RETURN)
    if done or arrived:
        replies = [turn.reply(way[0], _payload(way[1], order, {}))]
        if done:
            replies.append(turn.reply("label_person", "/human_agent"))
        turn.show({"quick_replies": replies})


def days(turn: Turn, count: int) -> str:
    """A number of days, as one reads it."""
    return turn.word("label_day" if count == 1 else "label_days", n=count)


def _payload(intent: str, order: Order, more: JSON) -> str:
    return f"/{intent}" + json.dumps({"order_number": order.number} | more)
