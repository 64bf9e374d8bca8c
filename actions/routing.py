"""Which skill answers a message, where its words or what is open say better than its intent.

The classifier reads one message alone. What was asked before, and the goods and prices that the
tagger found, say more: "over 500" is nothing by itself and a refinement after a search.
"""

from __future__ import annotations

import asyncio
import re

from actions.cart.counts import counted
from actions.cart.routes import cart_skill
from actions.cart.versions import answers_version
from actions.goods import measures, verdicts
from actions.goods.answering import asks
from actions.goods.charts import asks_for_size
from actions.goods.one_character import kinds as one_character
from actions.goods.pointing import IT, by_price, names_goods
from actions.goods.questions import OF_GOODS as TOPICS
from actions.goods.questions import asked_about
from actions.goods.verdicts import PICK
from actions.goods.wishes import ANY_PRICE, CHEAPER, DEARER, GOES_ON, LISTS, order_of
from actions.grievance import COMPLAINS, complains
from actions.language_wish import WISHED, wished
from actions.orders.open_question import CONTINUES, answers, begins, withdraws
from actions.orders.words import TASKS
from actions.promises import promised
from actions.turn import Turn
from language.mood import mood, starts_over

SEARCHES, REFINES, DETAILS = (
    "action_search_product",
    "action_refine_search",
    "action_product_question",
)
ADDS = "action_add_to_cart"
SMALL_TALK = ("affirm", "deny", "goodbye", "thanks")
TALK = (*SMALL_TALK, "greet", "bot_challenge", "sentiment_complaint", "human_agent")
OF_GOODS = ("search_product", "recommend", "refine_search", "product_price", "product_stock",
            "product_question")  # fmt: skip
DENIES = "action_deny"
CHATS, STARTS_OVER = "action_chat", "action_start_over"
SIZES, COMPARES = "action_size_advice", "action_compare_products"
PROMISE = "action_promise"
MISTAKEN = (*OF_GOODS, "add_to_cart", "sentiment_complaint", "checkout_help", "out_of_scope",
            "bot_challenge", "privacy_export", "privacy_erase")  # fmt: skip
# Requests that bad news and faces do not turn into small talk.
PLAIN = (*TASKS, "human_agent", "privacy_export", "privacy_erase", "add_to_cart", "view_cart")
SIDE_ISSUES = ("joke", "weather", "nothing")  # words that are said of goods as well
OF_US = re.compile(
    r"\b(you|your|order|delivery|parcel|shop|service)\b|你|店|货|单|快递|服务", re.IGNORECASE
)
PHOTO = "action_send_photo"
# What a photo may come along with that is no search for goods.
OF_MINE = ("order_status", "cancel_order", "change_order", "return_request", "refund_status",
           "exchange", "damaged_or_wrong_item", "sentiment_complaint", "human_agent", "invoice",
           "privacy_export", "privacy_erase")  # fmt: skip
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
ARTICLE = re.compile(r"^\W*(an?|the|some|any)\s+", re.IGNORECASE)
BOUGHT = re.compile(
    r"\b(orders?|ordered|bought|got|received|arrived|purchased?)\b|订单|訂單|买的|買的|收到|下单|"
    r"下單|到货",
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
    if withdraws(turn):
        return DENIES
    if starts_over(turn.text):
        return STARTS_OVER
    if answers(turn):
        return CONTINUES
    if turn.given("photo_id") and turn.intent not in OF_MINE and not begins(turn):
        return PHOTO
    if answers_version(turn):
        return ADDS
    if skill := await cart_skill(turn):
        return skill
    if begins(turn):
        return CONTINUES
    if refused and complains(turn.text):
        return COMPLAINS
    if turn.shown and not turn.slot("task") and (asked := _of_goods(turn, refused)):
        return asked
    if listed := _listed(turn, refused):
        return listed
    if (refused or turn.intent in SEARCHING) and _orders_one(turn):
        return ADDS
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
        if PUTS.search(turn.text) or LANDS.search(turn.text):
            return ADDS  # "put it in my bag" names no bag
        points = turn.slot("ordinal") or by_price(turn.text)
        if points and turn.intent in COUNTED and counted(turn):
            return ADDS  # "the cheapest one, 2 pcs"
        follows = turn.cart_view == "line" and turn.slot("ordinal") and GOES_ON.search(turn.text)
        if follows and turn.intent in COUNTED and not OF_IT.search(turn.text):
            return ADDS  # "and the third", after the first was put in
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
        version = turn.slot("colour") or turn.slot("size")
        if turn.intent in ("exchange", "change_order") and version and _unbought(turn):
            return "action_product_stock" if turn.slot("focus") else REFINES
        looked_for = refused or turn.intent in SEARCHING
        if turn.slot("focus") and looked_for and _about_it(turn):
            return DETAILS
        if looked_for and measures.change(turn.text) and not named:
            return REFINES  # "too heavy" looks for lighter ones
    if turn.intent == "affirm" and turn.slot("category") and not turn.slot("task"):
        return SEARCHES  # "ok mugs then"
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
    if kinds and (others < kinds + properties or turn.guess in OF_GOODS or _begins_with(turn)):
        return SEARCHES
    if 0 < others <= FEW and await names_goods(turn, " ".join(turn.slot("keywords"))):
        return SEARCHES
    if others <= FEW and _calls(turn):
        return SEARCHES  # goods that no category knows are to be said so
    if not turn.shown or turn.slot("task"):
        return None
    if properties and (others < properties or turn.guess in OF_GOODS):
        return REFINES
    if not others and (CHEAPER.search(turn.text) or DEARER.search(turn.text)):
        return REFINES
    pointed = turn.slot("ordinal") or by_price(turn.text)
    return DETAILS if pointed and not others else None


def _of_goods(turn: Turn, refused: bool) -> str | None:
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


def _orders_one(turn: Turn) -> bool:
    """Whether a message orders pieces of the one product that its words name: 来两份铁观音."""
    words = " ".join(turn.slot("keywords") or ())
    ordered = turn.slot("quantity") and TAKES.search(turn.text)
    return bool(ordered and words) and len(turn.services.search.entitled(words)) == 1


def _listed(turn: Turn, refused: bool) -> str | None:
    """The skill for "what's on sale", "new arrivals", "bestsellers": lists of the whole shop."""
    order = order_of(turn.text)
    if order not in LISTS or not (refused or turn.intent in LISTED_AS):
        return None
    if order == "reduced":
        about = turn.slot("focus") and IT.search(turn.text)
        return "action_product_price" if about else "action_coupon_discount"
    return SEARCHES if turn.slot("category") else "action_recommend"


def _unbought(turn: Turn) -> bool:
    """Whether no order was spoken of, so that "make it white" is said of goods in view."""
    return not (turn.slot("order") or turn.slot("order_number") or BOUGHT.search(turn.text))


def _chats(turn: Turn, *, refused: bool) -> bool:
    """Whether a message is small talk that a word of its own answers."""
    kind = mood(turn.text)
    if kind in ("", "crisis"):
        return bool(kind)
    if turn.intent in PLAIN or _names_anything(turn):
        return False
    if kind == "happy_face":  # a thumb is a yes where something was asked
        return not any(turn.slot(name) for name in ("task", "erasing", "asked", "adding"))
    if kind in SIDE_ISSUES and any(c.isalnum() for c in turn.text):
        return refused
    if turn.intent == "sentiment_complaint":
        return kind in ("sad", "ill") and not OF_US.search(turn.text)
    return True


def _names_anything(turn: Turn) -> bool:
    """Whether a message names goods, one of those shown, or what they should be."""
    names = {*KINDS, *PROPERTIES, "ordinal", "order_number"} - {"occasion"}  # "gift wrap"
    return any(turn.slot(name) for name in names)


def _about_it(turn: Turn) -> bool:
    """Whether a message asks about the thing in view, naming no other goods nor a change."""
    named = any(turn.slot(name) for name in (*KINDS, "colour", "price_min", "price_max"))
    return not named and not turn.slot("ordinal") and bool(OF_IT.search(turn.text))


def _begins_with(turn: Turn) -> bool:
    """Whether a message begins with the goods: "chair for my back pain, I sit all day"."""
    said = (turn.slot("kind") or {}).get("said", "")
    return bool(said) and ARTICLE.sub("", turn.text).lower().startswith(said.lower())


def _calls(turn: Turn) -> bool:
    """Whether a message asks for goods by a name, or is hardly more than one."""
    said = (turn.slot("kind") or {}).get("said", "") or " ".join(turn.slot("keywords") or ())
    if turn.guess in TALK:
        return False
    bare = len(said) >= MOSTLY * len(ARTICLE.sub("", turn.text).strip(" ?？!！.。"))
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
