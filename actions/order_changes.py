"""change_order: another address, or another size or colour, while nothing is packed."""

from __future__ import annotations

import json
import re
from typing import Any

from actions.goods import variant_name
from actions.order_questions import confirmed, line_meant, other_variant
from actions.turn import JSON, Turn
from shop import effects, orders
from shop.errors import Conflict, Invalid
from shop.tables import Order

ADDRESS, VARIANT = "address", "variant"
OF_ADDRESS = re.compile(
    r"address|deliver|ship|street|postcode|zip|phone|moved?\b|地址|收货|送到|寄到|电话|手机|搬家",
    re.IGNORECASE,
)
OF_VARIANT = re.compile(
    r"size|colou?r|bigger|smaller|larger|尺码|码|颜色|大一|小一|号|色", re.IGNORECASE
)


async def change(turn: Turn, task: JSON, order: Order) -> None:
    """Ask what is to change, then the new value, then do it."""
    if order.status not in orders.NOT_SENT:
        turn.put(task=None)
        turn.say("utter_change_too_late", number=order.number)
        return
    what = turn.given("change") or task.get("change") or _what(turn, task)
    if what == ADDRESS:
        await _address(turn, task | {"change": ADDRESS}, order)
    elif what == VARIANT:
        await _variant(turn, task | {"change": VARIANT}, order)
    else:
        turn.put(task=task)
        turn.say("utter_change_what", number=order.number)
        replies = [
            turn.reply("label_address", "/change_order" + json.dumps({"change": ADDRESS})),
            turn.reply("label_variant", "/change_order" + json.dumps({"change": VARIANT})),
        ]
        turn.show({"quick_replies": replies, "expects": "change"})


def _what(turn: Turn, task: JSON) -> str | None:
    if turn.given("address") or task.get("asked") == ADDRESS:
        return ADDRESS
    return wish(turn)


def wish(turn: Turn) -> str | None:
    """Whether a message speaks of the address or of size and colour; None for neither."""
    if OF_ADDRESS.search(turn.text):
        return ADDRESS
    named = turn.slot("size") or turn.slot("colour") or turn.given("variant_id")
    return VARIANT if named or OF_VARIANT.search(turn.text) else None


async def _address(turn: Turn, task: JSON, order: Order) -> None:
    address = turn.given("address") or (turn.text if task.get("asked") == ADDRESS else "")
    if not address:
        turn.put(task=task | {"asked": ADDRESS})
        turn.say("utter_change_address", number=order.number)
        turn.show({"expects": ADDRESS})
        return
    async with turn.writing() as (session, visitor):

        async def do() -> dict[str, Any]:
            await orders.change_address(session, visitor, order.number, {"line": address})
            return {}

        await effects.once(session, f"{turn.turn_id}:change", do)
    turn.put(task=None)
    turn.say("utter_changed", number=order.number, address=address)


async def _variant(turn: Turn, task: JSON, order: Order) -> None:
    line = line_meant(turn, task, order)
    if line is None:
        return
    task = task | {"line": line.id}
    wanted = await other_variant(turn, task, line)
    if wanted is None:
        return
    task = task | {"variant": wanted.id}
    title = line.title_zh if turn.zh else line.title_en
    name = variant_name(turn, wanted)
    if not confirmed(turn, task, "utter_change_confirm", title=title, variant=name):
        return
    turn.put(task=None)
    try:
        async with turn.writing() as (session, visitor):

            async def do() -> dict[str, Any]:
                await orders.change_variant(session, visitor, order.number, line.id, wanted.id)
                return {}

            await effects.once(session, f"{turn.turn_id}:change", do)
    except (Conflict, Invalid):
        turn.say("utter_change_variant_no", title=title, variant=name)
        return
    turn.say("utter_changed_variant", title=title, variant=name, number=order.number)
