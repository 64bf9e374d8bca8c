"""Which skill answers a message, where its words or what is open say better than its intent.

The classifier reads one message alone. What was asked before, and the goods and prices that the
tagger found, say more: "over 500" is nothing by itself and a refinement after a search.
"""

from __future__ import annotations

import re

from actions.cart.routes import cart_skill
from actions.cart.versions import answers_version
from actions.goods.charts import asks_for_size
from actions.goods.one_character import kinds as one_character
from actions.goods.routes import (
    ADDS,
    KINDS,
    OF_GOODS,
    PROPERTIES,
    SEARCHES,
    SEARCHING,
    asked_of_goods,
    listed,
    of_view,
    orders_one,
)
from actions.goods.second_look import second_look
from actions.grievance import COMPLAINS, complains
from actions.language_wish import WISHED, wished
from actions.orders.open_question import CONTINUES, answers, begins, withdraws
from actions.orders.words import TASKS
from actions.promises import answered, promised
from actions.turn import Turn
from language.mood import mood, starts_over

DENIES, PROMISE, SIZES, SUMS = (
    "action_deny",
    "action_promise",
    "action_size_advice",
    "action_checkout_help",
)
CHATS, STARTS_OVER = "action_chat", "action_start_over"
PHOTO = "action_send_photo"
MISTAKEN = (*OF_GOODS, "add_to_cart", "sentiment_complaint", "checkout_help", "out_of_scope",
            "bot_challenge")  # fmt: skip
# Requests that bad news and faces do not turn into small talk.
PLAIN = (*TASKS, "human_agent", "privacy_export", "privacy_erase", "add_to_cart", "view_cart")
# How long it takes to a place that no dictionary knows.
SHIPS = "action_shipping_info"
TO_PLACE = re.compile(
    r"\bhow (long|many days|soon|fast)\b.{0,20}\b(to|in) \w+\W*$|"
    r"^\W*(寄|送|发|發)?到[\u4e00-\u9fff]{2,6}?(大概|一般)?(要|得|需要)?(多久|几天|幾天|多长时间)",
    re.IGNORECASE,
)
PLAIN_WORDS = {"help": "action_bot_challenge", "never_mind": "action_deny"}
SIDE_ISSUES = ("joke", "weather", "nothing")  # words that are said of goods as well
OF_US = re.compile(
    r"\b(you|your|order|delivery|parcel|shop|service)\b|你|店|货|单|快递|服务", re.IGNORECASE
)
OF_US = re.compile(
    r"\b(you|your|order|delivery|parcel|shop|service)\b|你|店|货|单|快递|服务", re.IGNORECASE
)
# What a photo may come along with that is no search for goods.
OF_MINE = ("order_status", "cancel_order", "change_order", "return_request", "refund_status",
           "exchange", "damaged_or_wrong_item", "sentiment_complaint", "human_agent", "invoice",
           "privacy_export", "privacy_erase")  # fmt: skip
TOTAL = re.compile(
    r"\b(in total|total|altogether|in all|all together)\b|一共|总共|合计|总价", re.IGNORECASE
)
ABOUT_COSTS = ("shipping_info", "payment_methods", "product_price", "checkout_help", "out_of_scope")


async def skill_for(turn: Turn, *, refused: bool) -> str | None:
    """The name of the skill to answer instead of the classified one; None for that one."""
    if skill := _open(turn):
        return skill
    if skill := await cart_skill(turn):
        return skill
    if begins(turn):
        return CONTINUES
    if refused and complains(turn.text):
        return COMPLAINS
    if refused and TO_PLACE.search(turn.text):
        return SHIPS
    if refused and (other := PLAIN_WORDS.get(mood(turn.text))):
        return other
    if skill := _of_goods(turn, refused=refused):
        return skill
    if _chats(turn, refused=refused):
        return CHATS
    if turn.intent in MISTAKEN and await promised(turn, goods=_names_anything(turn)):
        return PROMISE
    if skill := _reckoned(turn):
        return skill
    in_view = turn.text and turn.shown and not turn.slot("task")
    if in_view and (skill := await of_view(turn, refused=refused)):
        return skill
    if turn.intent == "affirm" and turn.slot("category") and not turn.slot("task"):
        return SEARCHES  # "ok mugs then"
    if not turn.slot("category") and (kinds := one_character(turn.text, turn.services.categories)):
        turn.put(category=kinds)
        return SEARCHES
    if not (refused and turn.text):
        return None
    if not _names_anything(turn) and await answered(turn):
        return None  # the refusal tells it
    return await second_look(turn)


def _open(turn: Turn) -> str | None:
    """The skill for a way out of what is open, or for an answer to it; for a photo, its own."""
    if wished(turn.text):
        return WISHED
    if withdraws(turn):
        return DENIES
    if starts_over(turn.text):
        return STARTS_OVER
    if answers(turn):
        return CONTINUES
    if turn.given("photo_id") and turn.intent not in OF_MINE and not begins(turn):
        return PHOTO
    return ADDS if answers_version(turn) else None


def _of_goods(turn: Turn, *, refused: bool) -> str | None:
    """The skill for a question on the thing in view, a list of the shop, or an order by name."""
    if turn.shown and not turn.slot("task") and (asked := asked_of_goods(turn, refused)):
        return asked
    if found := listed(turn, refused):
        return found
    return ADDS if (refused or turn.intent in SEARCHING) and orders_one(turn) else None


def _reckoned(turn: Turn) -> str | None:
    """The skill for which size to take, or what all will cost."""
    goods = bool(turn.slot("category"))
    if turn.text and not turn.slot("task") and asks_for_size(turn.text, goods_named=goods):
        return SIZES
    costs = turn.slot("in_cart") and turn.intent in ABOUT_COSTS
    return SUMS if costs and TOTAL.search(turn.text) else None


def _chats(turn: Turn, *, refused: bool) -> bool:
    """Whether a message is small talk that a word of its own answers."""
    kind = mood(turn.text)
    if kind in ("", "crisis", *PLAIN_WORDS):
        return kind == "crisis"
    if turn.intent in PLAIN or _names_goods(turn):
        return False
    if kind == "happy_face":  # a thumb is a yes where something was asked
        return not any(turn.slot(name) for name in ("task", "erasing", "asked", "adding"))
    if kind in SIDE_ISSUES and any(c.isalnum() for c in turn.text):
        return refused
    if turn.intent == "sentiment_complaint":
        return kind in ("sad", "ill") and not OF_US.search(turn.text)
    return True


def _names_goods(turn: Turn) -> bool:
    """Whether a message names goods or what they should be; "my grandma" is a person."""
    return any(turn.slot(name) for name in (*KINDS, "colour", "material", "price_max", "ordinal"))


def _names_anything(turn: Turn) -> bool:
    """Whether a message names goods, one of those shown, or what they should be."""
    names = {*KINDS, *PROPERTIES, "ordinal", "order_number"} - {"occasion"}  # "gift wrap"
    return any(turn.slot(name) for name in names)
