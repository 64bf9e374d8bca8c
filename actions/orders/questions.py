"""What the tasks about orders ask: which order, which line, which variant, and "shall I?"."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from actions.goods.version_names import variant_name
from actions.orders.card import line_name
from actions.orders.choice import by_goods, chosen, goods_of, of_line, saying
from actions.orders.words import FAULT, STATUS, SUPPOSED, agreed
from actions.turn import JSON, Turn
from language.text import simplify
from shop.catalogue import money
from shop.errors import NotFound
from shop.returns import other_versions
from shop.tables import Order, OrderLine, Variant

MOST_CHOICES, MOST_ORDERS = 10, 6
MOST_TITLE = 28  # characters

# Questions about sending back, rather than the wish to do it.
OF_RULES = re.compile(
    r"how (long|many days|soon|does|do|can)|who pays|cost|fee|for free|polic(y|ies)|rules?\b|"
    r"do i have to pay|几天|多久|多长时间|运费|怎么退|流程|条件|规定|政策",
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


def confirmed(turn: Turn, task: JSON, question: str, *, new: bool = False, **values: Any) -> bool:
    """Whether this message says yes to the question asked before; asks it otherwise.

    `new`: whether the message has also changed what it would be a yes to. When goods were shown
    since, a yes may be to those, and the question is asked again.
    """
    if task.get("asked") == question and not new and not task.get("behind") and agreed(turn):
        return True
    ask(turn, task, question, **values)
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
    listed = list(options)[:MOST_ORDERS]
    again = _again(task, "order_number", listed)
    turn.put(
        task=task | {"asked": "order_number", "behind": False, "options": listed, "again": again}
    )
    question = "utter_orders" if task["kind"] == STATUS else "utter_order_which"
    turn.say("utter_order_which_again" if again else question)
    replies = []
    for order in (known[option["id"]] for option in listed):
        state, total = turn.word(f"status_{order.status}"), money(order.total, order.currency)
        replies.append(
            {
                "title": f"{order.number} · {_goods(turn, order)} · {state} · {total}",
                "payload": f"/{task['kind']}" + json.dumps({"order_number": order.number}),
            }
        )
    turn.show({"quick_replies": replies + _person(turn, again), "expects": "order_number"})


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


async def other_variant(turn: Turn, task: JSON, line: OrderLine) -> Variant | None:
    """Another size or colour of a line's product; asks which one, None until it is said.

    Raises `NotFound` when there is no other one.
    """
    async with turn.reading() as (session, _):
        others = await other_versions(session, line)
    given = turn.given("variant_id")
    size, colour = _wanted(turn, task)
    named = bool(size or colour)
    fitting = [
        v
        for v in others
        if (not size or v.size.casefold() in size) and (not colour or v.colour in colour)
    ]
    if named and len(fitting) > 1:  # "in L" keeps the colour that was ordered
        kept = [v for v in fitting if v.colour == line.colour or v.size == line.size]
        fitting = kept or fitting
    if named and len(fitting) == 1 and not given:
        return fitting[0]
    if chosen_id := given or task.get("variant"):
        return next((v for v in others if v.id == chosen_id), None)
    if not others:
        raise NotFound("no other version in stock")
    turn.put(task=task | {"asked": "variant"})
    turn.say("utter_exchange_not_there" if named and not fitting else "utter_exchange_which")
    replies = [
        {
            "title": variant_name(turn, v),
            "payload": f"/{task['kind']}" + json.dumps({"variant_id": v.id}),
        }
        for v in (fitting or others)[:MOST_CHOICES]
    ]
    turn.show({"quick_replies": replies, "expects": "variant"})
    return None


def _wanted(turn: Turn, task: JSON) -> tuple[set[str], set[str]]:
    """Size and colour asked for: in this message, or where the task began."""
    size, colour = turn.slot("size") or (), turn.slot("colour") or ()
    if not size and not colour and task.get("asked") not in ("variant", "line"):
        size, colour = task.get("version") or ((), ())
    return {str(s).casefold() for s in size}, set(colour)


def _again(task: JSON, what: str, options: Sequence[JSON]) -> int:
    """How often the same has been asked in vain."""
    before = [option["id"] for option in task.get("options") or ()]
    same = task.get("asked") == what and before == [option["id"] for option in options]
    return int(task.get("again") or 0) + 1 if same else 0


def _person(turn: Turn, again: int) -> list[JSON]:
    return [turn.reply("label_person", "/human_agent")] if again > 1 else []


def _goods(turn: Turn, order: Order) -> str:
    """What is in an order, as short as a button."""
    if not order.lines:
        return ""
    line = order.lines[0]
    title = (line.title_zh if turn.zh else line.title_en) or line.title_en or line.title_zh
    short = title if len(title) <= MOST_TITLE else f"{title[:MOST_TITLE]}…"
    return f"{short} +{len(order.lines) - 1}" if len(order.lines) > 1 else short
