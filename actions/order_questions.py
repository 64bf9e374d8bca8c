"""What the tasks about orders ask: which line, which variant, and "shall I?"."""

from __future__ import annotations

import json
import re
from typing import Any

from actions.goods import variant_name
from actions.turn import JSON, Turn
from shop import catalogue, orders
from shop.tables import Order, OrderLine, Variant

MOST_CHOICES = 10


# Questions about sending back, rather than the wish to do it.
OF_POLICY = re.compile(
    r"how (long|many days|soon|does|do|can)|who pays|cost|fee|for free|polic(y|ies)|rules?\b|"
    r"do i have to pay|^\W*(can|could|may) (i|we|it|this|that)\b|what if|"
    r"几天|多久|多长时间|运费|[能可](不能)?以?退.{0,4}[吗么嘛]|能不能|可不可以|怎么退|流程|条件|规定|政策|支持.*退",
    re.IGNORECASE,
)
LOST = re.compile(
    r"\b(don'?t|do not|dont) (have|know|remember)|\b(lost|forgot(ten)?|can'?t find|cannot find|"
    r"no idea|without)\b|忘|找不到|不知道|没有?(订单号|单号|号)|丢|不记得",
    re.IGNORECASE,
)


# Another shop's numbers look otherwise; alone in an answer they are understood.
BARE_NUMBER = re.compile(r"[#＃]?\s*([a-z]{0,5}-?\d[\da-z-]{2,20})\W*", re.IGNORECASE)


def bare_number(text: str) -> str | None:
    """The order number that a message consists of."""
    found = BARE_NUMBER.fullmatch(text.strip())
    return orders.normal_number(found[1]) if found else None


def asks_policy(turn: Turn, task: JSON) -> bool:
    """Whether a message asks what the shop's rules are, and names no order."""
    if turn.slot("order_number") or task.get("number") or not turn.text:
        return False
    return bool(OF_POLICY.search(turn.text))


def confirmed(turn: Turn, task: JSON, question: str, **values: Any) -> bool:
    """Whether this message says yes to the question asked before; asks it otherwise."""
    if task.get("asked") == question and turn.intent == "affirm":
        return True
    turn.put(task=task | {"asked": question})
    turn.say(question, **values)
    replies = [turn.reply("label_yes", "/affirm"), turn.reply("label_no", "/deny")]
    turn.show({"quick_replies": replies, "expects": "confirmation"})
    return False


def line_meant(turn: Turn, task: JSON, order: Order) -> OrderLine | None:
    """The line of the order that it is about; asks which one when there are several."""
    wanted = turn.given("line_id") or task.get("line")
    listed = task.get("asked") == "line" and not task.get("behind")
    ordinal = turn.slot("ordinal") if listed else None
    for place, line in enumerate(order.lines, 1):
        if line.id == wanted or len(order.lines) == 1 or place == ordinal:
            return line
    turn.put(task=task | {"asked": "line", "behind": False})
    turn.say("utter_which_line")
    replies = [
        {
            "title": line.title_zh if turn.zh else line.title_en,
            "payload": f"/{task['kind']}"
            + json.dumps({"line_id": line.id, "order_number": order.number}),
        }
        for line in order.lines
    ]
    turn.show({"quick_replies": replies, "expects": "line"})
    return None


async def other_variant(turn: Turn, task: JSON, line: OrderLine) -> Variant | None:
    """Another size or colour of a line's product; asks which one, None until it is said."""
    async with turn.reading() as (session, _):
        product = await catalogue.product(session, line.product_id or "")
    others = [v for v in product.variants if v.id != line.variant_id and v.stock >= line.quantity]
    chosen = turn.given("variant_id") or task.get("variant")
    if chosen:
        return next((v for v in others if v.id == chosen), None)
    size, colour = set(turn.slot("size") or ()), set(turn.slot("colour") or ())
    named = bool(size or colour)
    fitting = [
        v for v in others if (not size or v.size in size) and (not colour or v.colour in colour)
    ]
    if named and len(fitting) > 1:  # "in L" keeps the colour that was ordered
        kept = [v for v in fitting if v.colour == line.colour or v.size == line.size]
        fitting = kept or fitting
    if named and len(fitting) == 1:
        return fitting[0]
    if not others:
        turn.put(task=None)
        turn.say("utter_exchange_none")
        return None
    turn.put(task=task | {"asked": "variant"})
    turn.say("utter_exchange_which")
    replies = [
        {
            "title": variant_name(turn, v),
            "payload": f"/{task['kind']}" + json.dumps({"variant_id": v.id}),
        }
        for v in (fitting or others)[:MOST_CHOICES]
    ]
    turn.show({"quick_replies": replies, "expects": "variant"})
    return None
