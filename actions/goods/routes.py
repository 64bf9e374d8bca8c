"""Which skill of the goods answers a message, by what is in view and what its words name."""

from __future__ import annotations

import asyncio
import re

from actions.cart.counts import counted
from actions.goods import measures, verdicts
from actions.goods.answering import asks
from actions.goods.pointing import IT, by_price
from actions.goods.questions import OF_GOODS as TOPICS
from actions.goods.questions import asked_about
from actions.goods.verdicts import PICK
from actions.goods.wishes import ALIKE, ANY_PRICE, GOES_ON, LISTS, order_of
from actions.turn import Turn

SEARCHES, REFINES, DETAILS = (
    "action_search_product",
    "action_refine_search",
    "action_product_question",
)
ADDS = "action_add_to_cart"
COMPARES, SIMILAR = "action_compare_products", "action_similar"
SMALL_TALK = ("affirm", "deny", "goodbye", "thanks")
OF_GOODS = ("search_product", "recommend", "refine_search", "product_price", "product_stock",
            "product_question")  # fmt: skip
SEARCHING = ("search_product", "refine_search", "recommend")
PUTS = re.compile(
    r"\b(put|pop|throw|drop|stick|chuck|add)\b.*\b(in|into|to)\b (my |the )?(bag|basket|"
    r"cart|trolley)\b|"
    r"(放|加|扔|丢)(进|到|入)?(我的?)?((购物)?(车|袋|包)|cart|basket)(里|中)?",
    re.IGNORECASE,
)
# "First one to cart x3" puts it there too; "what's in my cart" does not.
LANDS = re.compile(
    r"^(?!.*\b(what|what'?s|which|how|is|are|show|see|check|view|look|list|open|got|have|anything|"
    r"everything|total|still|leave|keep|items?)\b).*\b(to|into|in) (my |the )?(cart|basket|"
    r"trolley)\b"
    r"\W*(please|pls|thanks|thx)?\W*([x×*] ?\d+)?\W*$",
    re.IGNORECASE,
)
COUNTED = ("product_question", "out_of_scope", "view_cart", "product_price", "search_product")
# A question about the one thing in view rather than for goods: "适合跑马拉松吗", "is it warm".
OF_IT = re.compile(
    r"^\W*(and |but |so )?(is|are|does|do|can|could|will|would|has|have) (it|this|that|"
    r"they|these|those)\b|"
    r"^\W*(suitable|good|ok|okay|safe) (for|to)\b.*\?|"
    r"^\W*(这个?|那个?|它|这款|那款)?(适合|适不适合|能不能|能|可以|会不会|会|是不是|支持|好不好|"
    r"耐不耐|耐)"
    r".*([吗么嘛]|不能|不会|不是)?\W*$",
    re.IGNORECASE,
)
# What a question on a property of goods is taken for, and what a wish for a list of goods is.
ASKED_AS = (*OF_GOODS, "shipping_info", "warranty", "store_hours_contact", "size_advice",
            "photo_search", "privacy_export", "compare_products")  # fmt: skip
LISTED_AS = (*OF_GOODS, "coupon_discount", "store_hours_contact", "compare_products", "view_cart",
             "sentiment_complaint", "add_to_cart")  # fmt: skip
TAKES = re.compile(
    r"\b(i'?ll|i will|let me) (take|have|get)\b|\b(give|get) me\b|^\W*(add|take|order)\b|"
    r"^\W*(我|给我|帮我)?(再)?(来|要|拿|买|下单|订)",
    re.IGNORECASE,
)
BOUGHT = re.compile(
    r"\b(orders?|ordered|bought|got|received|arrived|purchased?)\b|订单|訂單|买的|買的|收到|下单|"
    r"下單|到货",
    re.IGNORECASE,
)
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


def asked_of_goods(turn: Turn, refused: bool) -> str | None:
    """The skill for a question on a property of the thing in view: "how heavy is it", 安全吗."""
    topic = asked_about(turn.text)
    other = any(turn.slot(name) for name in ("category", "price_min", "price_max", "order_number"))
    if topic not in TOPICS or other or not asks(turn.text):
        return None
    if turn.intent not in ASKED_AS and not refused:
        return None
    if turn.slot("ordinal") or IT.search(turn.text) and turn.slot("focus"):
        return DETAILS
    wish = any(turn.slot(name) for name in PROPERTIES if name not in ("size", "gender"))
    alone = turn.slot("focus") or topic == "safety"
    return DETAILS if alone and not wish else None


def orders_one(turn: Turn) -> bool:
    """Whether a message orders pieces of the one product that its words name: 来两份铁观音."""
    words = " ".join(turn.slot("keywords") or ())
    ordered = turn.slot("quantity") and TAKES.search(turn.text)
    return bool(ordered and words) and len(turn.services.search.entitled(words)) == 1


def listed(turn: Turn, refused: bool) -> str | None:
    """The skill for "what's on sale", "new arrivals", "bestsellers": lists of the whole shop."""
    order = order_of(turn.text)
    if order not in LISTS or not (refused or turn.intent in LISTED_AS):
        return None
    if order == "reduced":
        about = turn.slot("focus") and IT.search(turn.text)
        return "action_product_price" if about else "action_coupon_discount"
    return SEARCHES if turn.slot("category") else "action_recommend"


async def of_view(turn: Turn, *, refused: bool) -> str | None:
    """The skill for a message about the goods in view: one is taken, compared, or to differ."""
    if skill := _taken(turn):
        return skill
    pointed = turn.slot("ordinal") and (refused or turn.intent in OF_GOODS)
    if pointed and ALIKE.search(turn.text):
        return SIMILAR  # "more like the second"
    named = any(turn.slot(name) for name in KINDS)
    which = PICK.search(turn.text) or verdicts.asked(turn.text)
    one = bool(turn.slot("focus") and verdicts.asked(turn.text))
    if which and (len(turn.shown) > 1 or one) and not named:
        return COMPARES
    if ANY_PRICE.search(turn.text) and not named:
        return REFINES
    if turn.intent in SMALL_TALK and await _describes(turn):
        return REFINES  # "no, not blue" says more than no
    if turn.intent == "exchange" and turn.slot("ordinal"):
        return DETAILS  # nothing was bought yet
    if turn.intent in ("exchange", "change_order") and _other_version(turn):
        return "action_product_stock" if turn.slot("focus") else REFINES
    looked_for = refused or turn.intent in SEARCHING
    if turn.slot("focus") and looked_for and _about_it(turn):
        return DETAILS
    if looked_for and measures.change(turn.text) and not named:
        return REFINES  # "too heavy" looks for lighter ones
    return None


def _taken(turn: Turn) -> str | None:
    """The skill that puts one of the goods in view into the cart, where a message takes one."""
    if PUTS.search(turn.text) or LANDS.search(turn.text):
        return ADDS  # "put it in my bag" names no bag
    points = turn.slot("ordinal") or by_price(turn.text)
    if points and turn.intent in COUNTED and counted(turn):
        return ADDS  # "the cheapest one, 2 pcs"
    follows = turn.cart_view == "line" and turn.slot("ordinal") and GOES_ON.search(turn.text)
    if follows and turn.intent in COUNTED and not OF_IT.search(turn.text):
        return ADDS  # "and the third", after the first was put in
    return None


def _other_version(turn: Turn) -> bool:
    """Whether another colour or size is named and no order: "make it white" of goods in view."""
    version = turn.slot("colour") or turn.slot("size")
    bought = turn.slot("order") or turn.slot("order_number") or BOUGHT.search(turn.text)
    return bool(version) and not bought


def _about_it(turn: Turn) -> bool:
    """Whether a message asks about the thing in view, naming no other goods nor a change."""
    named = any(turn.slot(name) for name in (*KINDS, "colour", "price_min", "price_max"))
    return not named and not turn.slot("ordinal") and bool(OF_IT.search(turn.text))


async def _describes(turn: Turn) -> bool:
    """Whether a message says how goods should be or not be: "not bright", but not "no worries"."""
    excluded = turn.slot("excluded") or {}
    others = any(turn.slot(name) for name in PROPERTIES if name != "excluded")
    if others or excluded.keys() - {"feature"}:
        return True
    words = excluded.get("feature", ())
    finder = turn.services.search
    return any([await asyncio.to_thread(finder.mentioned, word) for word in words])
