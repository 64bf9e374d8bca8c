"""Which skill answers a message, where its words or what is open say better than its intent.

The classifier reads one message alone. What was asked before, and the goods and prices that the
tagger found, say more: "over 500" is nothing by itself and a refinement after a search.
"""

from __future__ import annotations

from actions.cart_changes import of_cart
from actions.language_wish import WISHED, wished
from actions.one_character import kinds as one_character
from actions.open_question import CONTINUES, answers
from actions.pointing import NAMED_FROM
from actions.turn import Turn
from actions.versions import answers_version

SEARCHES, REFINES, DETAILS = (
    "action_search_product",
    "action_refine_search",
    "action_product_question",
)
ADDS, CART = "action_add_to_cart", "action_view_cart"
SMALL_TALK = ("affirm", "deny", "goodbye", "thanks")
OF_GOODS = ("search_product", "recommend", "refine_search", "product_price", "product_stock",
            "product_question")  # fmt: skip
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


def skill_for(turn: Turn, *, refused: bool) -> str | None:
    """The name of the skill to answer instead of the classified one; None for that one."""
    if wished(turn.text):
        return WISHED
    if answers(turn):
        return CONTINUES
    if answers_version(turn):
        return ADDS
    if of_cart(turn):
        return CART
    if turn.text and turn.shown and not turn.slot("task"):
        if turn.intent in SMALL_TALK and any(turn.slot(name) for name in PROPERTIES):
            return REFINES  # "no, not blue" says more than no
        if turn.intent == "exchange" and turn.slot("ordinal"):
            return DETAILS  # nothing was bought yet
    if not turn.slot("category") and (named := one_character(turn.text, turn.services.categories)):
        turn.put(category=named)
        return SEARCHES
    return second_look(turn) if refused and turn.text else None


def second_look(turn: Turn) -> str | None:
    """What a message that the classifier refused still says, by what its words name.

    Only where little else is said: "is the sky blue" names a colour, but is about the sky.
    """
    kinds = sum(bool(turn.slot(name)) for name in KINDS)
    properties = sum(bool(turn.slot(name)) for name in PROPERTIES)
    others = len(turn.slot("keywords") or ())
    if turn.guess == "add_to_cart" and turn.shown:
        return ADDS  # "put it in my bag" names no bag
    if kinds and (others < kinds + properties or turn.guess in OF_GOODS):
        return SEARCHES
    if 0 < others <= FEW and _in_stock_by_name(turn):
        return SEARCHES
    if not turn.shown or turn.slot("task"):
        return None
    if properties and (others < properties or turn.guess in OF_GOODS):
        return REFINES
    return DETAILS if turn.slot("ordinal") and not others else None


def _in_stock_by_name(turn: Turn) -> bool:
    """Whether the words that the tagger could not place are in some product's title."""
    hits = turn.services.search.search(" ".join(turn.slot("keywords")), 1)
    return bool(hits) and hits[0].score >= NAMED_FROM
