"""What is told about one order: where it is, when it comes, its money; and cancelling it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from actions.orders.arrival import DATE, tell_arrival
from actions.orders.card import card, line_name
from actions.orders.limits import refuse_cancel
from actions.orders.questions import confirmed
from actions.orders.words import agreed
from actions.turn import JSON, Turn
from shop import effects, order_changes, orders, returns
from shop.catalogue import money
from shop.database import now
from shop.tables import Order

LATE = timedelta(days=7)  # five working days and a weekend


async def show_status(turn: Turn, order: Order) -> None:
    """Where an order is, with its last step and when it comes."""
    way = orders.steps(order)
    last = way[-1] if way else None
    place = (last.place_zh if turn.zh else last.place_en) if last else ""
    turn.say(
        "utter_order_status",
        number=order.number,
        state=turn.word(f"status_{order.status}"),
        date=f"{(last.at if last else order.updated_at):{DATE}}",
        place=f" ({place})" if place else "",
    )
    if tracked := next((step for step in reversed(way) if step.tracking), None):
        turn.say("utter_tracking", carrier=tracked.carrier, tracking=tracked.tracking)
    replies = await tell_arrival(turn, order)
    turn.show({"order": card(turn, order)} | ({"quick_replies": replies} if replies else {}))


async def cancel(turn: Turn, task: JSON, order: Order) -> None:
    """Confirm, then cancel once; what was never paid is not paid back."""
    if order.status not in orders.NOT_SENT:
        refuse_cancel(turn, order)
        return
    amount = money(order.total, order.currency)
    paid = order.status != orders.PENDING
    question = "utter_cancel_confirm"
    replies = [turn.reply("label_yes", "/affirm")]
    if len(order.lines) > 1:
        if not (task.get("asked") == question and agreed(turn)):
            goods = ("、" if turn.zh else "; ").join(line_name(turn, line) for line in order.lines)
            turn.say("utter_cancel_whole", goods=goods)
        replies.append(turn.reply("label_person", "/human_agent"))
    if not confirmed(turn, task, question, replies, number=order.number, total=amount):
        return
    async with turn.writing() as (session, visitor):

        async def do() -> dict[str, Any]:
            await order_changes.cancel(session, visitor, order.number)
            return {}

        await effects.once(session, f"{turn.turn_id}:cancel", do)
    turn.put(task=None)
    turn.say(
        "utter_cancelled" if paid else "utter_cancelled_unpaid", number=order.number, total=amount
    )


async def show_refund(turn: Turn, order: Order) -> None:
    """What has been paid back or will be, for returns, claims and a cancelled order."""
    async with turn.reading() as (session, _):
        found = await returns.of_orders(session, [order])
    amount = money(order.total, order.currency)
    lines = {line.id: line for line in order.lines}
    if order.status == orders.CANCELLED:
        paid = orders.when(order, orders.PAID) is not None
        name = "utter_refund_cancelled" if paid else "utter_refund_unpaid"
        turn.say(name, number=order.number, amount=amount)
        if paid and now() > order.updated_at + LATE:
            turn.show({"quick_replies": [turn.reply("label_person", "/human_agent")]})
    elif not found:
        turn.say("utter_refund_none", number=order.number)
        if order.status == orders.DELIVERED:
            back = turn.reply(
                "label_return", f'/return_request{{"order_number": "{order.number}"}}'
            )
            turn.show({"quick_replies": [back]})
    for each in found:
        title = line_name(turn, lines[each.line_id]) if each.line_id in lines else ""
        name = "utter_refund_state" if each.refund else "utter_replacement_state"
        turn.say(
            name,
            number=order.number,
            title=title,
            state=turn.word(f"return_{each.status}"),
            amount=money(each.refund, order.currency),
        )
