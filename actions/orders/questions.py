"""What the tasks about orders ask: which order, which line, and "shall I?"."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from actions.orders.card import line_name
from actions.orders.choice import by_goods, chosen, goods_of, of_line, saying, several
from actions.orders.words import CANCEL, CHANGE, FAULT, STATUS, SUPPOSED, agreed
from actions.turn import JSON, Turn
from language.text import simplify
from shop.catalogue import money
from shop.tables import Order, OrderLine

MOST_ORDERS = 6
MOST_TITLE = 28  # characters
WHICH = {STATUS: "utter_orders", CANCEL: "utter_cancel_which", CHANGE: "utter_change_which"}

# Questions about sending back, rather than the wish to do it.
OF_RULES = re.compile(
    r"how (long|many days|soon|does|do|can)|who pays|cost|fee|for free|polic(y|ies)|rules?\b|"
    r"do i have to pay|几天|多久|多长时间|运费|邮费|谁(来)?(出|付|承担)|退到哪|退回哪|怎么退|"
    r"流程|条件|规定|政策",
    re.IGNORECASE,
)
# Of an order that was just spoken of they are a wish.
MAY_I = re.compile(
    r"^\W*(can|could|may) (i|we|it|this|that)\b|[能可](不能)?以?退.{0,4}[吗么嘛]|能不能|"
    r"可不可以|支持.*退",
    re.IGNORECASE,
)


def asks_policy(turn: Turn, task: JSON, theirs: Sequence[JSON]) -> bool:
    """Whether a message asks what the shop's rules are, and names no order or goods of `theirs`."""
    text = simplify(turn.text)
    if FAULT.search(text) and SUPPOSED.search(text):
        return True
    if turn.slot("order_number") or task.get("number") or by_goods(saying(turn), theirs):
        return False
    if OF_RULES.search(text):
        return True
    return not turn.slot("order") and bool(MAY_I.search(text))


def confirmed(
    turn: Turn,
    task: JSON,
    question: str,
    replies: Sequence[JSON] = (),
    *,
    new: bool = False,
    **values: Any,
) -> bool:
    """Whether this message says yes to the question asked before; asks it otherwise.

    `new`: whether the message has also changed what it would be a yes to. When goods were shown
    since, a yes may be to those, and the question is asked again.
    """
    if task.get("asked") == question and not new and not task.get("behind") and agreed(turn):
        return True
    ask(turn, task, question, replies, **values)
    return False


def ask(turn: Turn, task: JSON, question: str, replies: Sequence[JSON] = (), **values: Any) -> None:
    """Ask whether to do it, with buttons; `replies` are ways of saying yes."""
    turn.put(task=task | {"asked": question, "behind": False})
    turn.say(question, **values)
    ways = list(replies) or [turn.reply("label_yes", "/affirm")]
    turn.show(
        {"quick_replies": [*ways, turn.reply("label_no", "/deny")], "expects": "confirmation"}
    )


def ask_which(turn: Turn, task: JSON, options: Sequence[JSON], known: Mapping[str, Order]) -> None:
    """Ask which order, newest first; who was asked the same before is told how to answer."""
    again = _again(task, "order_number", list(options)[:MOST_ORDERS])
    question = WHICH.get(task["kind"], "utter_order_which")
    turn.say("utter_order_which_again" if again else question)
    replies = listing(turn, task | {"again": again}, options, known)
    turn.show({"quick_replies": replies + _person(turn, again), "expects": "order_number"})


def listing(
    turn: Turn, task: JSON, options: Sequence[JSON], known: Mapping[str, Order]
) -> list[JSON]:
    """Open a list of orders for the task to choose from; its buttons."""
    listed = list(options)[:MOST_ORDERS]
    turn.put(task=task | {"asked": "order_number", "behind": False, "options": listed})
    replies = []
    for order in (known[option["id"]] for option in listed):
        state, total = turn.word(f"status_{order.status}"), money(order.total, order.currency)
        replies.append(
            {
                "title": f"{order.number} · {goods_in(turn, order)} · {state} · {total}",
                "payload": f"/{task['kind']}" + json.dumps({"order_number": order.number}),
            }
        )
    return replies


async def line_meant(
    turn: Turn, task: JSON, order: Order, lines: Sequence[OrderLine] = ()
) -> OrderLine | None:
    """The line of the order that it is about; asks which one when there are several.

    `lines`: those that come into question; all of the order's when none are given.
    """
    lines = lines or order.lines
    wanted, lone = turn.given("line_id") or task.get("line"), len(lines) == 1
    async with turn.reading() as (session, _):
        goods = await goods_of(session, [order])
    options = [of_line(line, goods) for line in lines]
    if together := several(saying(turn), options):
        wanted, *task["queue"] = together
        return next(line for line in lines if line.id == wanted)
    listed = task.get("asked") == "line" and not task.get("behind")
    found = chosen(saying(turn), options, listed=listed) if not wanted or listed else []
    if wanted and not turn.given("line_id") and task.get("asked", "").startswith("utter_"):
        found = [option["id"] for option in by_goods(saying(turn), options)]  # "no, the lamp"
    if not found and not listed and not wanted:
        found = chosen(task.get("said") or saying(turn), options, listed=False)
    one = found[0] if len(found) == 1 else None if found else wanted
    if line := next((line for line in lines if lone or line.id == one), None):
        return line
    again = _again(task, "line", options)
    turn.put(task=task | {"asked": "line", "behind": False, "options": options, "again": again})
    turn.say("utter_which_line_again" if again else "utter_which_line")
    replies = [
        {
            "title": line_name(turn, line),
            "payload": f"/{task['kind']}"
            + json.dumps({"line_id": line.id, "order_number": order.number}),
        }
        for line in lines
    ]
    turn.show({"quick_replies": replies + _person(turn, again), "expects": "line"})
    return None


async def line_named(turn: Turn, task: JSON, order: Order) -> OrderLine | None:
    """The line that was named by its goods, or the only one; nothing is asked."""
    async with turn.reading() as (session, _):
        goods = await goods_of(session, [order])
    options = [of_line(line, goods) for line in order.lines]
    found = by_goods(saying(turn), options) or by_goods(task.get("said") or {"text": ""}, options)
    ids = {turn.given("line_id") or (found[0]["id"] if len(found) == 1 else "")}
    return next((x for x in order.lines if x.id in ids or len(order.lines) == 1), None)


def _again(task: JSON, what: str, options: Sequence[JSON]) -> int:
    """How often the same has been asked in vain."""
    before = [option["id"] for option in task.get("options") or ()]
    same = task.get("asked") == what and before == [option["id"] for option in options]
    return int(task.get("again") or 0) + 1 if same else 0


def _person(turn: Turn, again: int) -> list[JSON]:
    return [turn.reply("label_person", "/human_agent")] if again > 1 else []


def goods_in(turn: Turn, order: Order) -> str:
    """What is in an order, as short as a button."""
    if not order.lines:
        return ""
    line = order.lines[0]
    title = (line.title_zh if turn.zh else line.title_en) or line.title_en or line.title_zh
    short = title if len(title) <= MOST_TITLE else f"{title[:MOST_TITLE]}…"
    return f"{short} +{len(order.lines) - 1}" if len(order.lines) > 1 else short
