"""What a message that the classifier refused still says, by what its words name."""

from __future__ import annotations

import re

from actions.goods.pointing import by_price, names_goods
from actions.goods.routes import (
    ADDS,
    DETAILS,
    KINDS,
    OF_GOODS,
    PROPERTIES,
    REFINES,
    SEARCHES,
    SMALL_TALK,
)
from actions.goods.wishes import CHEAPER, DEARER
from actions.turn import Turn

TALK = (*SMALL_TALK, "greet", "bot_challenge", "sentiment_complaint", "human_agent")
ASKS = re.compile(
    r"\b(buy|need|want|looking for|after|do you (have|sell|stock|carry)|have you got|any|got)\b|"
    r"^\W*\w+\W*$|买|想要|有没有|有.*[吗么]|卖|找|来[个件条双只把]|^\W*[\u4e00-\u9fff]{2,5}\W*$",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^\W*(an?|the|some|any)\s+", re.IGNORECASE)
BOUGHT = re.compile(
    r"\b(orders?|ordered|bought|got|received|arrived|purchased?)\b|订单|訂單|买的|買的|收到|下单|"
    r"下單|到货",
    re.IGNORECASE,
)
MOSTLY = 0.6  # of a message is a name, where it is a bare one
FEW = 3  # words; goods are rarely called by more


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
