"""Taking back what was changed in the cart: "undo that", "put the mugs back", 刚才删的加回来.

The slot `cart_past` holds the last changes, `{pieces: {variant id: how many more there were},
coupon: [before, after]}`, the newest at the end.
"""

from __future__ import annotations

import re

from actions.turn import JSON, Turn
from language.text import simplify
from shop import carts

UNDO = "action_undo_cart"
MOST_KEPT = 5  # changes that can be taken back
UNDOES = re.compile(
    r"\b(undo|revert|restore|re-?add)\b|\bundelete\b|"
    r"\b(put|bring|add|want|get|need|take|have) (\S+ ){0,4}back\b(?! (to|home))|"
    r"\bback in(to)? (the|my) (cart|basket|bag|trolley)\b|\b(change|set|switch) (it|that|"
    r"them) back\b|"
    r"\b(how|as|what) it was( before)?\b|"
    r"撤销|撤回|恢复|还原|复原|反悔|[加放拿弄找要改换搞]回(来|去|购物)|回到?刚才|变回",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\W*(please )?(undo|revert)( (it|that|this|the last (one|step|change)))?( please)?\W*|"
    r"\W*(撤销|撤回|还原|恢复)(一下|刚才的?(操作)?|上一步|吧|了)*\W*",
    re.IGNORECASE,
)
TAKES_BACK = re.compile(
    r"\bcancel (it|that|this)\b|^\W*(取消|不算)(刚才|刚刚|掉|这个|了|吧)*\W*$", re.IGNORECASE
)
# What was taken out is wanted again, though something else was changed since.
REMOVED = re.compile(
    r"\b(removed?|deleted?|dropped|took out|re-?add|undelete)\b|\badd .*\bback\b|删|去掉|拿掉|加回",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(orders?|refund(ed)?|money|return(ed)?|exchange|bought|purchase[ds]?|assistant|bot|address|"
    r"data|later|call|go|come)\b|订单|退款|退货|钱|地址|数据|记录|助手|机器人",
    re.IGNORECASE,
)


def note(turn: Turn, before: carts.Content, after: carts.Content) -> None:
    """Remember a change, so that it can be taken back."""
    had, has = pieces_of(before), pieces_of(after)
    pieces = {name: has.get(name, 0) - had.get(name, 0) for name in had | has}
    pieces = {name: more for name, more in pieces.items() if more}
    codes = [content.coupon.code if content.coupon else None for content in (before, after)]
    if pieces or codes[0] != codes[1]:
        entry: JSON = {"pieces": pieces, "turn": turn.turn_id}
        entry |= {"coupon": codes} if codes[0] != codes[1] else {}
        past = list(turn.slot("cart_past") or ())
        if past and past[-1].get("turn") == turn.turn_id:  # "both" is one change
            before_it = past.pop()
            total = {
                name: before_it["pieces"].get(name, 0) + pieces.get(name, 0)
                for name in before_it["pieces"] | pieces
            }
            entry = before_it | entry | {"pieces": total}
        turn.put(cart_past=[*past, entry][-MOST_KEPT:])


def undoes(turn: Turn) -> bool:
    """Whether a message takes back what was changed in the cart."""
    text = simplify(turn.text)
    if BARE.fullmatch(text) and not turn.slot("order"):
        return True  # also where there is nothing to take back, which is said
    if not turn.slot("cart_past") or ELSEWHERE.search(text) or turn.slot("order_number"):
        return False
    return bool(UNDOES.search(text) or (turn.cart_view and TAKES_BACK.search(text)))


def pieces_of(cart: carts.Content) -> dict[str, int]:
    """How many pieces there are of each variant."""
    return {line.variant.id: line.quantity for line in cart.lines}
