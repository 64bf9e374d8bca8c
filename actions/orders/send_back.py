"""return_request, exchange, damaged_or_wrong_item: one line of an order comes back."""

from __future__ import annotations

import json
from typing import Any

from actions.goods.version_names import variant_name
from actions.orders.card import line_name
from actions.orders.limits import refuse, ways_on
from actions.orders.questions import ask, confirmed, line_meant, line_named, other_variant
from actions.orders.words import BUT, DAMAGED, REASON, faulty, remedy
from actions.turn import JSON, Turn
from shop import effects, returns
from shop.catalogue import money
from shop.errors import Conflict, NotFound
from shop.tables import Order, OrderLine, Variant

WAYS = "utter_damaged_confirm"  # asks for money back or a new one
MONEY, NEW = "money", "new"


async def send_back(turn: Turn, task: JSON, kind: str, order: Order) -> None:
    """Find the line, and for an exchange what for; confirm; then register it."""
    async with turn.reading() as (session, _):
        chance = (await returns.chances(session, [order], kind))[0]
        under_way = {
            r.line_id for r in await returns.of_orders(session, [order]) if r.status in returns.OPEN
        }
    if chance.obstacle and (chance.obstacle != "open" or len(order.lines) == 1):
        named = await line_named(turn, task, order)
        asked_for = named is not None and named.id in under_way
        await refuse(turn, task, order, "open" if asked_for else chance.obstacle, named)
        return
    line = await line_meant(turn, task, order, [x for x in order.lines if x.id not in under_way])
    if line is None:
        return
    task = task | {"line": line.id}
    if line.id in under_way:
        await refuse(turn, task, order, "open", line)
    elif kind == returns.DAMAGED:
        await _claim(turn, task, order, line)
    elif kind == returns.EXCHANGE:
        await _exchange(turn, task, order, line)
    elif confirmed(turn, task, "utter_return_confirm", **_values(turn, order, line)):
        await _register(turn, task, kind, order, line)


async def _exchange(turn: Turn, task: JSON, order: Order, line: OrderLine) -> None:
    try:
        wanted = await other_variant(turn, task, line)
    except NotFound:
        turn.put(task=None)
        turn.say("utter_exchange_none", title=line_name(turn, line))
        await ways_on(turn, task, order, line)
        return
    if wanted is None:
        return
    new = task.get("variant") not in (None, wanted.id)
    task = task | {"variant": wanted.id}
    version = variant_name(turn, wanted)
    values = _values(turn, order, line) | {"variant": version}
    if confirmed(turn, task, "utter_exchange_confirm", new=new, **values):
        await _register(turn, task, returns.EXCHANGE, order, line, wanted.id, variant=version)


async def _claim(turn: Turn, task: JSON, order: Order, line: OrderLine) -> None:
    """What happened, asked once; then money or a new one; then registered."""
    if not faulty(task.get("reason", "")) and not task.get("told"):
        turn.put(task=task | {"asked": REASON, "told": True})
        turn.say("utter_damaged_what", title=line_name(turn, line))
        turn.show({"expects": REASON})
        return
    there = await _in_stock(turn, line)
    wish = task.get("remedy")
    if not there:
        if wish == NEW:
            turn.say("utter_damaged_no_new", title=line_name(turn, line))
        wish = task["remedy"] = MONEY
    values = _values(turn, order, line)
    chosen = turn.given("chosen") or remedy(turn.text)
    if task.get("asked") == WAYS and wish and chosen and not BUT.search(turn.text):
        done = True  # "a new one" answers what was asked
    elif wish:
        new = bool(remedy(turn.text)) and task.get("asked") != WAYS
        done = confirmed(turn, task, f"utter_damaged_{wish}_confirm", new=new, **values)
    elif done := task.get("asked") == WAYS and turn.intent == "affirm":
        wish = MONEY
    else:
        ask(turn, task, WAYS, [_way(turn, task, order, way) for way in (MONEY, NEW)], **values)
    if done:
        variant_id = line.variant_id if wish == NEW else None
        await _register(turn, task, returns.DAMAGED, order, line, variant_id)


def _way(turn: Turn, task: JSON, order: Order, way: str) -> JSON:
    payload = {"chosen": way, "line_id": task["line"], "order_number": order.number}
    return turn.reply(f"label_{way}_back", f"/{DAMAGED}" + json.dumps(payload))


async def _in_stock(turn: Turn, line: OrderLine) -> bool:
    """Whether the same article is there to be sent again."""
    async with turn.reading() as (session, _):
        same = await session.get(Variant, line.variant_id) if line.variant_id else None
    return same is not None and same.stock >= line.quantity


async def _register(
    turn: Turn,
    task: JSON,
    kind: str,
    order: Order,
    line: OrderLine,
    variant_id: str | None = None,
    **values: Any,
) -> None:
    """Write it once, whatever happens to the turn."""
    turn.put(task=None)
    values |= _values(turn, order, line)
    try:
        async with turn.writing() as (session, visitor):

            async def do() -> dict[str, Any]:
                made = await returns.request(
                    session, visitor, order.number, line.id, kind,
                    reason=str(task.get("reason", "")), exchange_variant_id=variant_id,
                )  # fmt: skip
                return {"id": made.id}

            await effects.once(session, f"{turn.turn_id}:{kind}", do)
    except Conflict as error:
        turn.say(f"utter_return_{error}", number=order.number, **values)
        return
    renewed = kind == returns.DAMAGED and variant_id is not None
    turn.say("utter_damaged_new_done" if renewed else f"utter_{kind}_done", **values)


def _values(turn: Turn, order: Order, line: OrderLine) -> dict[str, Any]:
    amount = money(returns.refund_of(order, line), order.currency)
    return {"title": line_name(turn, line), "amount": amount}
