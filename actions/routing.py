"""Which skill answers a message, where its words or what is open say better than its intent.

The classifier reads one message alone. What was asked before, and the goods and prices that the
tagger found, say more: "over 500" is nothing by itself and a refinement after a search.
"""

from __future__ import annotations

from actions.language_wish import WISHED, wished
from actions.open_question import CONTINUES, answers
from actions.turn import Turn

SEARCHES, REFINES, DETAILS = (
    "action_search_product",
    "action_refine_search",
    "action_product_question",
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


def skill_for(turn: Turn, *, refused: bool) -> str | None:
    """The name of the skill to answer instead of the classified one; None for that one."""
    if wished(turn.text):
        return WISHED
    if answers(turn):
        return CONTINUES
    return second_look(turn) if refused and turn.text else None


def second_look(turn: Turn) -> str | None:
    """What a message that the classifier refused still says, by what its words name.

    Only where little else is said: "is the sky blue" names a colour, but is about the sky.
    """
    kinds = sum(bool(turn.slot(name)) for name in KINDS)
    properties = sum(bool(turn.slot(name)) for name in PROPERTIES)
    others = len(turn.slot("keywords") or ())
    if kinds and others < kinds + properties:
        return SEARCHES
    if not turn.shown or turn.slot("task"):
        return None
    if properties and others < properties:
        return REFINES
    return DETAILS if turn.slot("ordinal") and not others else None
