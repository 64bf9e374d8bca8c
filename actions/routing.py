"""Which skill answers a message, where its words or what is open say better than its intent.

The classifier reads one message alone. What was asked before, and the goods and prices that the
tagger found, say more: "over 500" is nothing by itself and a refinement after a search.
"""

from __future__ import annotations

import asyncio
import re

from actions.cart.changes import of_cart
from actions.cart.versions import answers_version
from actions.goods import verdicts
from actions.goods.charts import asks_for_size
from actions.goods.one_character import kinds as one_character
from actions.goods.pointing import by_price, names_goods
from actions.goods.verdicts import PICK
from actions.goods.wishes import ANY_PRICE
from actions.grievance import COMPLAINS, complains
from actions.language_wish import WISHED, wished
from actions.orders.open_question import CONTINUES, answers, begins
from actions.orders.words import TASKS
from actions.promises import promised
from actions.turn import Turn
from language.mood import mood, starts_over

SEARCHES, REFINES, DETAILS = (
    "action_search_product",
    "action_refine_search",
    "action_product_question",
)
ADDS, CART = "action_add_to_cart", "action_view_cart"
SMALL_TALK = ("affirm", "deny", "goodbye", "thanks")
OF_GOODS = ("search_product", "recommend", "refine_search", "product_price", "product_stock",
            "product_question")  # fmt: skip
CHATS, STARTS_OVER = "action_chat", "action_start_over"
SIZES, COMPARES = "action_size_advice", "action_compare_products"
PROMISE = "action_promise"
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
SEARCHING = ("search_product", "refine_search", "recommend")
ASKS = re.compile(
    r"\b(buy|need|want|looking for|after|do you (have|sell|stock|carry)|have you got|any|got)\b|"
    r"^\W*\w+\W*$|买|想要|有没有|有.*[吗么]|卖|找|来[个件条双只把]|^\W*[\u4e00-\u9fff]{2,5}\W*$",
    re.IGNORECASE,
)
PUTS = re.compile(
    r"\b(put|pop|throw|drop|stick|chuck|add)\b.*\b(in|into|to)\b (my |the )?(bag|basket|"
    r"cart|trolley)\b|"
    r"(放|加|扔|丢)(进|到|入)?(我的?)?((购物)?(车|袋|包)|cart|basket)(里|中)?",
    re.IGNORECASE,
)
# A question about the one thing in view rather than for goods: "适合跑马拉松吗", "is it warm".
OF_IT = re.compile(
    r"^\W*(and |but |so )?(is|are|does|do|can|could|will|would|has|have) (it|this|that|"
    r"they|these|those)\b|"
    r"^\W*(suitable|good|ok|okay|safe) (for|to)\b.*\?|"
    r"^\W*(这个?|那个?|它|这款|那款)?(适合|适不适合|能不能|能|可以|会不会|会|是不是|支持|好不好|耐不耐|耐)"
    r".*([吗么嘛]|不能|不会|不是)?\W*$",
    re.IGNORECASE,
)
MOSTLY = 0.6  # of a message is a name, where it is a bare one
TOTAL = re.compile(
    r"\b(in total|total|altogether|in all|all together)\b|一共|总共|合计|总价", re.IGNORECASE
)
ABOUT_COSTS = ("shipping_info", "payment_methods", "product_price", "checkout_help", "out_of_scope")
FEW = 3  # words; goods are rarely called by more
KINDS = ("category", "brand")
PROPERTIES = (
    "colour",
    "material",
    "size",
    "occasion",
    "gender",
    "price_min",
    "price_max",
    "excluded",
)


async def skill_for(turn: Turn, *, refused: bool) -> str | None:
    """The name of the skill to answer instead of the classified one; None for that one."""
    if wished(turn.text):
        return WISHED
    if starts_over(turn.text):
        return STARTS_OVER
    if answers(turn):
        return CONTINUES
    if answers_version(turn):
        return ADDS
    if of_cart(turn):
        return CART
    if begins(turn):
        return CONTINUES
    if refused and complains(turn.text):
        return COMPLAINS
    if refused and TO_PLACE.search(turn.text):
        return SHIPS
    if refused and (other := PLAIN_WORDS.get(mood(turn.text))):
        return other
    if _chats(turn, refused=refused):
        return CHATS
    if turn.intent in MISTAKEN and await promised(turn, goods=_names_anything(turn)):
        return PROMISE
    goods = bool(turn.slot("category"))
    if turn.text and not turn.slot("task") and asks_for_size(turn.text, goods_named=goods):
        return SIZES
    if turn.slot("in_cart") and turn.intent in ABOUT_COSTS and TOTAL.search(turn.text):
        return "action_checkout_help"
    if turn.text and turn.shown and not turn.slot("task"):
        if PUTS.search(turn.text):
            return ADDS  # "put it in my bag" names no bag
        named = any(turn.slot(name) for name in KINDS)
        which = PICK.search(turn.text) or verdicts.asked(turn.text)
        if which and len(turn.shown) > 1 and not named:
            return COMPARES
        if ANY_PRICE.search(turn.text) and not named:
            return REFINES
        if turn.intent in SMALL_TALK and await _describes(turn):
            return REFINES  # "no, not blue" says more than no
        if turn.intent == "exchange" and turn.slot("ordinal"):
            return DETAILS  # nothing was bought yet
        looked_for = refused or turn.intent in SEARCHING
        if turn.slot("focus") and looked_for and _about_it(turn):
            return DETAILS
    if not turn.slot("category") and (kinds := one_character(turn.text, turn.services.categories)):
        turn.put(category=kinds)
        return SEARCHES
    return await second_look(turn) if refused and turn.text else None


async def second_look(turn: Turn) -> str | None:
    """What a message that the classifier refused still says, by what its words name.

    Only where little else is said: "is the sky blue" names a colour, but is about the sky.
    """
    kinds = sum(bool(turn.slot(name)) for name in KINDS)
    properties = sum(bool(turn.slot(name)) for name in PROPERTIES)
    others = len(turn.slot("keywords") or ())
    if turn.guess == "add_to_cart" and turn.shown:
        return ADDS
    if kinds and (others < kinds + properties or turn.guess in OF_GOODS):
        return SEARCHES
    if 0 < others <= FEW and await names_goods(turn, " ".join(turn.slot("keywords"))):
        return SEARCHES
    if others <= FEW and _calls(turn):
        return SEARCHES  # goods that no category knows are to be said so
    if not turn.shown or turn.slot("task"):
        return None
    if properties and (others < properties or turn.guess in OF_GOODS):
        return REFINES
    pointed = turn.slot("ordinal") or by_price(turn.text)
    return DETAILS if pointed and not others else None


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


def _about_it(turn: Turn) -> bool:
    """Whether a message asks about the thing in view, naming no other goods nor a change."""
    named = any(turn.slot(name) for name in (*KINDS, "colour", "price_min", "price_max"))
    return not named and not turn.slot("ordinal") and bool(OF_IT.search(turn.text))


def _calls(turn: Turn) -> bool:
    """Whether a message asks for goods by a name, or is hardly more than one."""
    said = (turn.slot("kind") or {}).get("said", "")
    bare = len(said) >= MOSTLY * len(turn.text.strip())
    return bool(said) and (bare or turn.guess in OF_GOODS or bool(ASKS.search(turn.text)))


async def _describes(turn: Turn) -> bool:
    """Whether a message says how goods should be or not be: "not bright", but not "no worries"."""
    excluded = turn.slot("excluded") or {}
    others = any(turn.slot(name) for name in PROPERTIES if name != "excluded")
    if others or excluded.keys() - {"feature"}:
        return True
    words = excluded.get("feature", ())
    finder = turn.services.search
    return any([await asyncio.to_thread(finder.mentioned, word) for word in words])
