"""Whether a message answers what an open task about an order has asked.

An address or an order number is no intent, so the classifier takes it for anything; what was asked
says better what it is. A digression ("what does delivery cost?") is none of it and is answered
as itself; the question stays open.
"""

from __future__ import annotations

import re

from actions.orders import address
from actions.orders.changes import CHANGE_WHAT, wish
from actions.orders.choice import PICKERS, picks
from actions.orders.guests import spoken_number
from actions.orders.limits import KIND
from actions.orders.proofs import LOST
from actions.orders.reasons import RETURN_ASKED, reason_told
from actions.orders.remedy import remedy
from actions.orders.task import OF_SIZES, resized, settled
from actions.orders.words import CHANGE, REASON, TASKS, agreed, kind_of
from actions.turn import JSON, Turn
from language.text import simplify

CONTINUES = "action_order_task"
LEAVES = ("affirm", "deny", "human_agent", "privacy_erase", "privacy_export", "sentiment_complaint")
PLAIN_QUESTION = re.compile(r"[?？]\s*$")
OF_GOODS = ("search_product", "refine_search", "product_stock", "product_question", "out_of_scope")
# A list that is open is left by such words; without them, goods alone choose from it.
OF_BUYING = re.compile(
    r"\b(add|cart|basket|bag|compare|price|cost|how much|cheap(er)?|checkout|coupon)\b|"
    r"加入|加购|购物车|购物車|对比|比较|多少钱|多少錢|价|優惠|优惠|结算",
    re.IGNORECASE,
)
OF_PEOPLE = ("human_agent", "privacy_erase", "privacy_export")
# Clear wishes about goods or the shop, which name goods of an order only by chance.
ELSEWHERE = ("add_to_cart", "compare_products", "product_price", "recommend", "checkout_help",
             "coupon_discount", *OF_PEOPLE)  # fmt: skip
WITHDRAWS = re.compile(
    r"\b(keep(ing)? (it|them|this|that|those|the \w+)|changed my mind|never ?mind|forget (it|that)|"
    r"leave it|(don'?t|do not|dont|not) (cancel|return|exchange|change|send back) (it|them|that|"
    r"this|anything))\b|"
    r"不(退|换|取消|改)了|不用(退|换|取消|改)了?|别(退|换|取消|改)了?|先不(退|换|取消|改)|留着|"
    r"算了",
    re.IGNORECASE,
)
OF_VERSIONS = ("variant", *OF_SIZES)
SHORT = 4  # characters, "no" in either language


def answers(turn: Turn) -> bool:
    """Whether the open order task should go on with this message, whatever its intent."""
    task = turn.slot("task") or {}
    asked = task.get("asked")
    if asked == REASON:
        return _tells(turn)
    if not asked or not turn.text:
        return False
    if not OF_BUYING.search(turn.text) and turn.intent not in OF_PEOPLE and _picks(turn, task):
        return True  # also "no, the lamp", which reads like a refusal
    if asked in address.ASKED and _places(turn):
        return True
    if task["kind"] == CHANGE and address.looks_like_address(turn.text):
        return True  # told before it was asked
    if asked == CHANGE_WHAT and wish(turn):
        return True
    if asked in OF_VERSIONS and turn.intent in (*OF_GOODS, "affirm", "deny") and resized(turn):
        return True  # "L then", "no, the pink one"
    if turn.intent in LEAVES:
        return False
    if asked in ("order_number", "contact"):
        return (
            bool(turn.slot("contact_email") or turn.slot("contact_phone"))
            or spoken_number(turn, task) is not None
            or bool(LOST.search(turn.text))
        )
    if task["kind"] in KIND and turn.intent not in ELSEWHERE and settled(turn, task):
        return True
    if asked == RETURN_ASKED and turn.intent not in ELSEWHERE and not task.get("behind"):
        if reason_told(turn.text) or resized(turn):
            return True
    return asked.startswith("utter_") and agreed(turn)


def withdraws(turn: Turn) -> bool:
    """Whether a message takes the open task back: "I'll keep it", 不退了."""
    asked = (turn.slot("task") or {}).get("asked")
    text = simplify(turn.text)
    if not asked or asked == REASON or agreed(turn) or not WITHDRAWS.search(text):
        return False
    return not remedy(text) and kind_of(turn) in (None, turn.slot("task")["kind"])


def begins(turn: Turn) -> bool:
    """Whether a message is about an order by its words, though its intent is none of those."""
    return bool(turn.text) and turn.intent not in TASKS and kind_of(turn) is not None


def _tells(turn: Turn) -> bool:
    """Whether it tells, in words or by a photo, what is wrong with the goods."""
    if turn.given("photo_id"):
        return True
    refuses = turn.intent == "deny" and len(turn.text) <= SHORT
    return bool(turn.text) and not refuses and turn.intent not in ELSEWHERE


def _picks(turn: Turn, task: JSON) -> bool:
    """Whether it chooses from a list, or names other goods where a yes was asked for."""
    asks = task["asked"] in PICKERS or task["asked"].startswith("utter_")
    return asks and task["asked"] not in address.ASKED and picks(turn, task)


def _places(turn: Turn) -> bool:
    """Whether it is an address; also words that nothing else was made of."""
    if turn.intent in ("affirm", "human_agent"):
        return False
    unclear = turn.intent == "out_of_scope" and not PLAIN_QUESTION.search(turn.text)
    return unclear or address.looks_like_address(turn.text)
