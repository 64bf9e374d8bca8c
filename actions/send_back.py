"""return_request, exchange, damaged_or_wrong_item: one line of an order comes back."""

from __future__ import annotations

from typing import Any

from actions.order_questions import confirmed, line_meant, other_variant
from actions.turn import JSON, Turn
from shop import effects, returns
from shop.catalogue import money
from shop.errors import Conflict
from shop.tables import Order


async def send_back(turn: Turn, task: JSON, kind: str, order: Order) -> None:
    """Find the line, and for an exchange what for; confirm; then register it."""
    line = line_meant(turn, task, order)
    if line is None:
        return
    task = task | {"line": line.id}
    title = line.title_zh if turn.zh else line.title_en
    amount = money(returns.refund_of(order, line), order.currency)
    try:
        async with turn.reading() as (session, _):
            await returns.check(session, order, line, kind)
    except Conflict as error:
        turn.put(task=None)
        turn.say(f"utter_return_{error}", title=title)
        return
    variant: str | None = None
    if kind == returns.EXCHANGE:
        wanted = await other_variant(turn, task, line)
        if wanted is None:
            return
        variant = wanted.id
        task = task | {"variant": variant}
    if not confirmed(turn, task, f"utter_{kind}_confirm", title=title, amount=amount):
        return
    turn.put(task=None)
    try:
        async with turn.writing() as (session, visitor):

            async def do() -> dict[str, Any]:
                made = await returns.request(
                    session, visitor, order.number, line.id, kind,
                    reason=str(task.get("reason", "")), exchange_variant_id=variant,
                )  # fmt: skip
                return {"id": made.id}

            await effects.once(session, f"{turn.turn_id}:{kind}", do)
    except Conflict as error:
        turn.say(f"utter_return_{error}", title=title)
        return
    turn.say(f"utter_{kind}_done", title=title, amount=amount)
