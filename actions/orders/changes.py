"""change_order: another address, or another size or colour, while nothing is packed."""

from __future__ import annotations

import json
import re
from typing import Any

from actions.goods.version_names import variant_name
from actions.orders import address
from actions.orders.card import line_name
from actions.orders.questions import confirmed, line_meant, other_variant
from actions.turn import JSON, Turn
from language.text import simplify
from shop import effects, orders
from shop.errors import Conflict, Invalid, NotFound
from shop.tables import Order

ADDRESS, VARIANT = "address", "variant"
CHANGE_WHAT = "change"
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
        gone = order.status == orders.CANCELLED
        turn.say(
            "utter_cancelled_already" if gone else "utter_change_too_late", number=order.number
        )
        return
    what = turn.given("change") or task.get("change") or wish(turn)
    if what == ADDRESS:
        await _address(turn, task | {"change": ADDRESS}, order)
    elif what == VARIANT:
        await _variant(turn, task | {"change": VARIANT}, order)
    else:
        turn.put(task=task | {"asked": CHANGE_WHAT})
        turn.say("utter_change_what", number=order.number)
        replies = [
            turn.reply("label_address", "/change_order" + json.dumps({"change": ADDRESS})),
            turn.reply("label_variant", "/change_order" + json.dumps({"change": VARIANT})),
        ]
        turn.show({"quick_replies": replies, "expects": CHANGE_WHAT})


def wish(turn: Turn) -> str | None:
    """Whether a message speaks of the address or of size and colour; None for neither."""
    text = simplify(turn.text)
    if OF_ADDRESS.search(text) or address.PHONE.search(text):
        return ADDRESS
    named = turn.slot("size") or turn.slot("colour") or turn.given("variant_id")
    return VARIANT if named or OF_VARIANT.search(text) else None


async def _address(turn: Turn, task: JSON, order: Order) -> None:
    """Show the whole new address as it will be printed, and write it after a yes."""
    new: dict[str, str] = task.get("new") or {}
    if not new:
        turn.put(task=task | {"asked": ADDRESS})
        turn.say(
            "utter_change_address",
            number=order.number,
            address=address.printed(order.address, zh=turn.zh),
        )
        turn.show({"expects": ADDRESS})
        return
    whole = address.merged(order.address, new)
    shown = address.printed(whole, zh=turn.zh)
    corrected = task.get("shown") != shown
    task = task | {"shown": shown}
    if not confirmed(
        turn, task, "utter_address_confirm", new=corrected, number=order.number, address=shown
    ):
        return
    async with turn.writing() as (session, visitor):

        async def do() -> dict[str, Any]:
            await orders.change_address(session, visitor, order.number, whole)
            return {}

        await effects.once(session, f"{turn.turn_id}:change", do)
    turn.put(task=None)
    turn.say("utter_changed", number=order.number, address=shown)


async def _variant(turn: Turn, task: JSON, order: Order) -> None:
    line = await line_meant(turn, task, order)
    if line is None:
        return
    task = task | {"line": line.id}
    try:
        wanted = await other_variant(turn, task, line)
    except NotFound:
        turn.put(task=None)
        turn.say("utter_exchange_none", title=line_name(turn, line))
        return
    if wanted is None:
        return
    new = task.get("variant") not in (None, wanted.id)
    task = task | {"variant": wanted.id}
    title = line_name(turn, line)
    name = variant_name(turn, wanted)
    if not confirmed(turn, task, "utter_change_confirm", new=new, title=title, variant=name):
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
