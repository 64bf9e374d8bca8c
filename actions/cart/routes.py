"""Which messages are about the cart, whatever they were taken for.

What is in the cart, what was asked about it and what was changed in it say more than the intent.
"""

from __future__ import annotations

import re

from actions.cart.changes import ALL, NONE, SET
from actions.cart.codes import ASKED as COUPON
from actions.cart.codes import COUPONS, of_coupon
from actions.cart.lines import named
from actions.cart.past import UNDO, undoes
from actions.cart.thresholds import MISSING, asks_what_is_missing
from actions.cart.wishes import CHANGED_MIND, IN_CART, QUESTION, open_wish, wish_of
from actions.orders.words import agreed
from actions.turn import Turn
from language.text import simplify
from shop import carts

CART, YES, NO = "action_view_cart", "action_affirm", "action_deny"
EMPTY = "empty_cart"  # in `asked`: whether to empty the cart
LAPSES = (EMPTY, COUPON)  # what is asked for the very next message alone
OF_PEOPLE = ("human_agent", "sentiment_complaint")
OF_PRIVACY = ("privacy_erase", "privacy_export")
OF_SHOPPER = re.compile(r"\b(me|my|you|your|mine|personal)\b|我|你|您|个人|信息", re.IGNORECASE)
EMPTIES = re.compile(r"\b(empty|clear|wipe)\b|清空|清车|车清", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(order|address|account|name|data|history|message|coupon|code|voucher|chat|delivery|"
    r"shipping|payment|e-?mail|phone|date|time)s?\b|"
    r"订单|地址|账号|账户|姓名|数据|记录|聊天|优惠|券|折扣码|配送|快递|电话|邮箱|日期|时间",
    re.IGNORECASE,
)
# Nothing but a way out of what is asked: "ok never mind", 那算了.
LEAVES = re.compile(
    r"\W*((oh|ok|okay|no|nah|hmm?|thanks|thank you|ah|well|actually|嗯|哦|好的?吧?|行吧?|那就?|"
    r"还是|先)\W*)*"
    r"(never ?mind|nvm|forget (about )?(it|that)|leave (it|that)|skip (it|that)|"
    r"(i'?ll |let me )?(pass|leave it)( on (it|that|this))?|not (now|today)|maybe (later|"
    r"another time)|"
    r"don'?t bother|no longer needed|算了|不用了|不必了|不加了|不选了|不买了|不要了|下次吧|"
    r"改天吧?|再说吧?)"
    r"(\W*(then|thanks|thank you|for now|吧|啦|了|谢谢|先这样|不买了|不要了|不加了|不用了|"
    r"再说吧?))*\W*",
    re.IGNORECASE,
)


async def cart_skill(turn: Turn) -> str | None:
    """The skill of the cart that answers a message; None where it is about something else."""
    if not turn.text or turn.slot("task"):
        return None
    if turn.slot("asked") == EMPTY and agreed(turn) and wish_of(turn) is None:
        return YES
    if LEAVES.fullmatch(simplify(turn.text)) and _open(turn):
        return NO
    if turn.intent not in OF_PEOPLE:
        if await of_coupon(turn):
            return COUPONS
        if undoes(turn):
            return UNDO
        if asks_what_is_missing(turn):
            return MISSING
    return CART if await _changes(turn) else None


def _open(turn: Turn) -> bool:
    """Whether something about the cart is asked; without it only a plain "never mind" is one."""
    waits = (turn.slot("in_cart") or {}).get("open") or turn.slot("adding") or turn.slot("erasing")
    if waits or turn.slot("asked") in LAPSES:
        return True
    return not CHANGED_MIND.search(simplify(turn.text))


async def _changes(turn: Turn) -> bool:
    """Whether a message changes the cart, said plainly."""
    text = simplify(turn.text)
    if open_wish(turn) and not QUESTION.search(text):
        return True
    if ELSEWHERE.search(text) or turn.slot("order_number") or turn.intent in OF_PEOPLE:
        return False
    wish = wish_of(turn)
    if wish is None:
        return False
    cart_named, about_shopper = IN_CART.search(text), OF_SHOPPER.search(text)
    if wish.way == ALL and EMPTIES.search(text):
        return bool(cart_named or not about_shopper)  # also where there is nothing in it
    thing = named(turn)
    if not await _holds(turn):
        counted = wish.way == SET or (turn.slot("cart_past") and CHANGED_MIND.search(text))
        sold = thing.wanted.category or turn.services.search.called(thing.called)
        return bool(counted and sold and not turn.slot("order"))
    if turn.intent in OF_PRIVACY:  # "remove everything", with goods in the cart, means these
        goods = wish.way == ALL or not thing.silent or turn.slot("ordinal")
        return bool(cart_named or (goods and not about_shopper))
    # "I don't want that" may also turn down what is shown; a place or the cart itself is plainer.
    vague = wish.way == NONE and turn.intent in ("not_interested", "deny", "refine_search")
    return not vague or bool(cart_named or (not thing.silent and CHANGED_MIND.search(text)))


async def _holds(turn: Turn) -> bool:
    """Whether something is in the cart; what was put in on the shop's pages counts as well."""
    if turn.slot("in_cart"):
        return True
    async with turn.reading() as (session, visitor):
        return bool((await carts.content(session, visitor)).lines)
