"""Orders: where one is, cancelling, changing, returning, exchanging, claims, refunds.

One conversation over several messages: which order (and, for a guest, whose), which line, then a
confirmation. What is still open stands in the slot `task`; every answer continues it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.order_changes import change, wish
from actions.order_questions import LOST, asks_policy, bare_number, confirmed
from actions.send_back import send_back
from actions.service import tell
from actions.skill import Skill
from actions.turn import JSON, Turn
from shop import effects, orders, returns
from shop.catalogue import money
from shop.errors import NotFound, TooMany
from shop.tables import Order, Visitor

STATUS, CANCEL, CHANGE, REFUND = "order_status", "cancel_order", "change_order", "refund_status"
RETURN, EXCHANGE, DAMAGED = "return_request", "exchange", "damaged_or_wrong_item"
TASKS = (STATUS, CANCEL, CHANGE, REFUND, RETURN, EXCHANGE, DAMAGED)
MOST_TITLE = 28  # characters
# Words of the wish, not of the goods.
COMMON = {"order", "cancel", "change", "address", "with", "return", "where", "what", "that", "this",
          "want", "please", "exchange", "refund", "have", "from", "size", "colour"}  # fmt: skip
OF_RETURNS = (RETURN, EXCHANGE, REFUND)
KIND = {RETURN: returns.RETURN, EXCHANGE: returns.EXCHANGE, DAMAGED: returns.DAMAGED}
# Which orders a task can be about at all, to ask about fewer.
FITTING = {
    CANCEL: orders.NOT_SENT,
    CHANGE: orders.NOT_SENT,
    RETURN: (orders.DELIVERED,),
    EXCHANGE: (orders.DELIVERED,),
    DAMAGED: (orders.DELIVERED, orders.SHIPPED),
}


class OrderTask(Skill):
    """Begins a task, or continues the open one with what this message adds."""

    called = "action_order_task"

    async def answer(self, turn: Turn) -> None:
        """Find the order, then the line, then confirm, then do it."""
        task = self._task(turn)
        if task["kind"] in OF_RETURNS and turn.intent in OF_RETURNS and asks_policy(turn, task):
            await self._policy(turn)
            return
        order = await self._order(turn, task)
        if order is None:
            return
        turn.put(task=task | {"number": order.number})
        await self._go_on(turn, task | {"number": order.number}, order)

    @staticmethod
    async def _policy(turn: Turn) -> None:
        """The rules of sending back, and the way to begin; what was open stays open."""
        await tell(turn, "returns", turn.reply("label_return", f"/{RETURN}"))

    @staticmethod
    def _task(turn: Turn) -> JSON:
        open_task = turn.slot("task") or {}
        if open_task and turn.intent == STATUS and turn.slot("order_number") == turn.text.strip():
            return dict(open_task)  # a bare number answers the open question
        if open_task and turn.intent == STATUS and LOST.search(turn.text):
            return dict(open_task)  # "I lost the number" begins nothing new
        kind = turn.intent if turn.intent in TASKS else open_task.get("kind", STATUS)
        kept = open_task if kind == open_task.get("kind") or turn.intent not in TASKS else {}
        if turn.intent in TASKS and open_task.get("number") and not turn.slot("order_number"):
            kept = {"number": open_task["number"]} | kept  # the same order, another wish
        task = {**kept, "kind": kind}
        if kind == CHANGE and turn.text and "change" not in task and (what := wish(turn)):
            task["change"] = what  # said before the order is known
        if kind in KIND and turn.intent == kind and turn.text:
            task.setdefault("reason", turn.text)
        return task

    async def _order(self, turn: Turn, task: JSON) -> Order | None:
        """The order meant, if it is theirs; asks for what is missing otherwise."""
        typed = turn.given("order_number") or turn.slot("order_number") or task.get("number")
        if task.get("asked") == "order_number":
            typed = typed or bare_number(turn.text)
        contact = turn.slot("contact_email") or turn.slot("contact_phone")
        async with turn.reading() as (session, visitor):
            mine = await orders.mine(session, visitor)
        known = [order for order in mine if order.number == typed]
        if known:
            return known[0]
        try:
            if typed and contact:
                async with turn.writing() as (session, visitor):
                    return await self._claimed(session, visitor, typed, contact)
        except NotFound:
            turn.say("utter_order_unknown")
            turn.put(task={"kind": task["kind"], "asked": "order_number"})
            return None
        if typed:
            turn.put(task=task | {"number": typed, "asked": "contact"})
            turn.say("utter_order_contact", number=typed)
            turn.show({"expects": "contact"})
            return None
        return self._chosen(turn, task, mine)

    @staticmethod
    async def _claimed(session: AsyncSession, visitor: Visitor, number: str, contact: str) -> Order:
        """A guest's order; the try is kept also when it fails."""
        try:
            return await orders.claim(session, visitor, number, contact)
        except (NotFound, TooMany):
            await session.commit()
            raise

    @staticmethod
    def _chosen(turn: Turn, task: JSON, mine: Sequence[Order]) -> Order | None:
        fitting = [o for o in mine if o.status in FITTING.get(task["kind"], (o.status,))]
        ordinal = turn.slot("ordinal")
        if ordinal and 0 < ordinal <= len(fitting):
            return fitting[ordinal - 1]
        words = [word.casefold() for word in turn.slot("keywords") or ()]
        words += [w for w in re.findall(r"[a-z]{4,}", turn.text.casefold()) if w not in COMMON]
        named = [o for o in fitting or mine if any(word in _titles(o) for word in words)]
        if len(named) == 1:
            return named[0]
        turn.put(task=task | {"asked": "order_number", "behind": False})
        if not mine:
            lost = task.get("asked") == "order_number" and LOST.search(turn.text)
            turn.say("utter_order_number_where" if lost else "utter_order_number")
            person = [turn.reply("label_person", "/human_agent")] if lost else []
            turn.show({"expects": "order_number", "quick_replies": person})
            return None
        pool = fitting or list(mine)
        if len(pool) == 1:
            return pool[0]
        turn.say("utter_order_which")
        replies = [
            {
                "title": f"{order.number} · {_goods(turn, order)} · "
                f"{turn.word('status_' + order.status)} · {money(order.total, order.currency)}",
                "payload": f"/{task['kind']}" + json.dumps({"order_number": order.number}),
            }
            for order in pool[:6]
        ]
        turn.show({"quick_replies": replies, "expects": "order_number"})
        return None

    async def _go_on(self, turn: Turn, task: JSON, order: Order) -> None:
        kind = task["kind"]
        if kind == STATUS:
            turn.put(task=None)
            show_status(turn, order)
        elif kind == REFUND:
            turn.put(task=None)
            await self._refund(turn, order)
        elif kind == CHANGE:
            await change(turn, task, order)
        elif kind == CANCEL:
            await self._cancel(turn, task, order)
        else:
            await send_back(turn, task, KIND[kind], order)

    async def _cancel(self, turn: Turn, task: JSON, order: Order) -> None:
        if order.status not in orders.NOT_SENT:
            turn.put(task=None)
            name = (
                "utter_cancelled_already"
                if order.status == orders.CANCELLED
                else ("utter_cancel_too_late")
            )
            turn.say(name, number=order.number)
            return
        if not confirmed(
            turn,
            task,
            "utter_cancel_confirm",
            number=order.number,
            total=money(order.total, order.currency),
        ):
            return
        async with turn.writing() as (session, visitor):

            async def do() -> dict[str, Any]:
                await orders.cancel(session, visitor, order.number)
                return {}

            await effects.once(session, f"{turn.turn_id}:cancel", do)
        turn.put(task=None)
        turn.say("utter_cancelled", number=order.number, total=money(order.total, order.currency))

    @staticmethod
    async def _refund(turn: Turn, order: Order) -> None:
        async with turn.reading() as (session, _):
            found = await returns.of_orders(session, [order])
        if order.status == orders.CANCELLED:
            turn.say(
                "utter_refund_cancelled",
                number=order.number,
                amount=money(order.total, order.currency),
            )
        elif not found:
            turn.say("utter_refund_none", number=order.number)
        for each in found:
            state = turn.word(f"return_{each.status}")
            turn.say(
                "utter_refund_state",
                number=order.number,
                state=state,
                amount=money(each.refund, order.currency),
            )


def _goods(turn: Turn, order: Order) -> str:
    """What is in an order, as short as a button."""
    if not order.lines:
        return ""
    line = order.lines[0]
    title = (line.title_zh if turn.zh else line.title_en) or line.title_en or line.title_zh
    short = title if len(title) <= MOST_TITLE else f"{title[:MOST_TITLE]}…"
    return f"{short} +{len(order.lines) - 1}" if len(order.lines) > 1 else short


def _titles(order: Order) -> str:
    return " ".join(f"{line.title_en} {line.title_zh}" for line in order.lines).casefold()


def show_status(turn: Turn, order: Order) -> None:
    """Where an order is, with its last step and what comes next."""
    last = order.history[-1] if order.history else None
    place = (last.place_zh if turn.zh else last.place_en) if last else ""
    turn.say(
        "utter_order_status",
        number=order.number,
        state=turn.word(f"status_{order.status}"),
        date=order.updated_at.strftime("%Y-%m-%d") if last is None else f"{last.at:%Y-%m-%d}",
        place=f" ({place})" if place else "",
    )
    if last and last.tracking:
        turn.say("utter_tracking", carrier=last.carrier, tracking=last.tracking)
    turn.show({"order": orders.brief(order)})


SKILLS = (OrderTask,)
