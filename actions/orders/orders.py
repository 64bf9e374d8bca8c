"""Orders: where one is, cancelling, changing, returning, exchanging, claims, refunds.

One conversation over several messages: which order (and, for a guest, whose), which line, then a
confirmation. What is still open stands in the slot `task`; every answer continues it. The order
spoken of last stands in the slot `order`: "what about the money?" is about that one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actions.orders.answers import cancel, show_refund, show_status
from actions.orders.changes import VARIANT, abroad, change
from actions.orders.choice import among, by_goods, chosen, goods_of, of_order, picks, saying
from actions.orders.guests import guest_order, spoken_number
from actions.orders.limits import KIND, nothing_possible
from actions.orders.questions import ask_which, asks_policy
from actions.orders.remedy import wishes_money
from actions.orders.send_back import send_back
from actions.orders.task import begun
from actions.orders.words import (
    ANOTHER,
    ANOTHER_ONE,
    ARRIVAL,
    CANCEL,
    CARRIER,
    CHANGE,
    DAMAGED,
    EXCHANGE,
    FOLLOWS,
    OF_RETURNS,
    OTHER,
    OWN,
    REASON,
    REFERS,
    REFUND,
    RETURN,
    STATUS,
    WAITS,
    kind_of,
)
from actions.promises import tell
from actions.skill import Skill
from actions.turn import JSON, Turn
from language.text import simplify
from shop import orders, returns
from shop.tables import Order

MOST_KEPT = 10  # orders that are kept with the task, to be named by their goods
OF_ORDER = ("line", "variant", "asked", "told", "options", "again")


class OrderTask(Skill):
    """Begins a task, or continues the open one with what this message adds."""

    called = "action_order_task"

    async def answer(self, turn: Turn) -> None:
        """Find the order, then the line, then confirm, then do it."""
        task = begun(turn)
        async with turn.reading() as (session, visitor):
            mine = await orders.mine(session, visitor)
            goods = await goods_of(session, mine)
        options = [of_order(order, goods) for order in mine]
        if task["kind"] in (*OF_RETURNS, DAMAGED) and asks_policy(turn, task, options):
            await tell(turn, "returns", turn.reply("label_return", f"/{RETURN}"))
            return
        if task["kind"] == DAMAGED and not task.get("sorry"):
            task["sorry"] = True
            turn.say("utter_damaged_sorry")
        if task["kind"] == CHANGE and await abroad(turn, task):
            return
        task["theirs"] = options[:MOST_KEPT]
        task["guest"] = visitor.customer_id is None
        order = await self._order(turn, task, {order.number: order for order in mine}, options)
        if order is None:
            return
        if order.number != task.get("number"):  # a line of another order is none of this one
            task = {k: v for k, v in task.items() if k not in OF_ORDER}
        task = task | {"number": order.number}
        turn.put(task=task, order=order.number)
        await self._go_on(turn, task, order)

    async def _order(
        self, turn: Turn, task: JSON, known: Mapping[str, Order], options: Sequence[JSON]
    ) -> Order | None:
        """The order meant, if it is theirs; asks for what is missing otherwise."""
        number, held = turn.given("order_number") or spoken_number(turn, task), task.get("number")
        if number in known:
            return known[str(number)]
        if not number and _of_another(turn, task, options):
            return await guest_order(turn, task | {"number": None}, None)
        strange = held and held not in known and not by_goods(saying(turn), options)
        if number or not known or strange:
            return await guest_order(turn, task, number)
        return await self._theirs(turn, task, known, options)

    async def _theirs(
        self, turn: Turn, task: JSON, known: Mapping[str, Order], options: Sequence[JSON]
    ) -> Order | None:
        """The one of their orders that is meant; asks which, or says why it can be none."""
        possible = await self._possible(turn, task, list(known.values()))
        found = _named(turn, task, options, possible)
        last = turn.slot("order") or ""
        if task.pop("fresh", False) and _own(turn):
            task.pop("number", None)  # another task, and not said to be for the same order
        if not found and task.get("number") in known:
            found = [task["number"]]
        if not found and last in known and _same(turn, task["kind"], last in possible):
            found = [last]
        if not found:
            other = OTHER.search(simplify(turn.text)) is not None
            found = [number for number in possible if not (other and number == last)]
        if not found and last in known and not ANOTHER.search(simplify(turn.text)):
            found = [last]
        if not found:
            await nothing_possible(turn, task, list(known.values()))
            return None
        if len(found) == 1:
            return known[found[0]]
        ask_which(turn, task, [o for o in options if o["id"] in found], known)
        return None

    @staticmethod
    async def _possible(turn: Turn, task: JSON, mine: Sequence[Order]) -> list[str]:
        """The numbers of the orders that the task can be done for."""
        kind = task["kind"]
        if kind in (CANCEL, CHANGE):
            return [order.number for order in mine if order.status in orders.NOT_SENT]
        if kind == STATUS:
            return [order.number for order in mine]
        async with turn.reading() as (session, _):
            if kind in KIND:
                found = await returns.chances(session, mine, KIND[kind])
                return [each.order.number for each in found if not each.obstacle]
            if task.get("wish"):
                back_from = await returns.chances(session, mine, returns.RETURN)
                paid = (orders.PAID, orders.PACKING)
                return [c.order.number for c in back_from
                        if not c.obstacle or c.order.status in paid]  # fmt: skip
            back = {each.order_id for each in await returns.of_orders(session, mine)}
        return [o.number for o in mine if o.id in back or o.status == orders.CANCELLED]

    async def _go_on(self, turn: Turn, task: JSON, order: Order) -> None:
        kind = task["kind"]
        if kind == EXCHANGE and order.status in orders.NOT_SENT:  # it need not come back first
            task = task | {"kind": CHANGE, "change": VARIANT}
            kind = CHANGE
        if kind == CHANGE and task.get("change") == VARIANT and order.status == orders.DELIVERED:
            task = task | {"kind": EXCHANGE}
            kind = EXCHANGE
        if kind == REFUND and task.get("wish") and not await self._under_way(turn, order):
            kind = RETURN if order.status == orders.DELIVERED else CANCEL
            task = task | {"kind": kind}
        if kind == STATUS:
            turn.put(task=None)
            await show_status(turn, order)
        elif kind == REFUND:
            turn.put(task=None)
            await show_refund(turn, order)
        elif kind == CHANGE:
            await change(turn, task, order)
        elif kind == CANCEL:
            await cancel(turn, task, order)
        else:
            await send_back(turn, task, KIND[kind], order)

    @staticmethod
    async def _under_way(turn: Turn, order: Order) -> bool:
        """Whether money for an order goes back already."""
        async with turn.reading() as (session, _):
            return order.status == orders.CANCELLED or bool(
                await returns.of_orders(session, [order])
            )


def _named(turn: Turn, task: JSON, options: Sequence[JSON], possible: Sequence[str]) -> list[str]:
    """The orders that a message names, those first that the task is possible for."""
    said, text = saying(turn), turn.text
    picking = task.get("asked") == "order_number" and task.get("options")
    if picking and (found := among(turn, task, listed=not task.get("behind"))):
        return found
    fresh = kind_of(turn) == task["kind"] or picks(turn, task)
    if not text or task.get("asked") == REASON or (task.get("number") and not fresh):
        return []
    named = [option["id"] for option in by_goods(said, options)]
    if task.get("number") in named:
        return []
    if named:  # of one that is not possible the reason is told
        return [number for number in named if number in possible] or named[:1]
    if task.get("number") or task["kind"] == REFUND:
        return []
    within = chosen(said, [o for o in options if o["id"] in possible], listed=False)
    beyond = chosen(said, options, listed=False)
    return within or ([] if set(beyond) & set(possible) else beyond)


def _same(turn: Turn, kind: str, possible: bool) -> bool:
    """Whether a message goes on about the order spoken of last."""
    text = simplify(turn.text)
    if not text or ANOTHER.search(text):
        return False
    if REFERS.search(text):
        return True
    if OWN.search(text):
        return False
    if kind == STATUS:
        return any(each.search(text) for each in (ARRIVAL, CARRIER, WAITS))
    follows = bool(FOLLOWS.search(text))
    if kind == REFUND:
        return possible or follows or wishes_money(text)
    return possible and follows


def _own(turn: Turn) -> bool:
    """Whether a new task speaks of an order of its own: "cancel my order"."""
    text = simplify(turn.text)
    return bool(OWN.search(text) or ANOTHER.search(text)) and not REFERS.search(text)


def _of_another(turn: Turn, task: JSON, options: Sequence[JSON]) -> bool:
    """Whether a guest means an order that they have not shown to be theirs yet."""
    last = turn.slot("order")
    others = [option for option in options if option["id"] != last]
    another = ANOTHER_ONE.search(simplify(turn.text))
    return bool(task["guest"] and last and another) and not others


SKILLS = (OrderTask,)
