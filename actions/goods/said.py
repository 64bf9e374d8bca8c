"""What the present message says of goods, from the slots that `action_understand` has filled."""

from __future__ import annotations

from actions.goods.wanted import Wanted, from_slots
from actions.turn import Turn

OWNED = (
    "category",
    "brand",
    "colour",
    "size",
    "material",
    "occasion",
    "gender",
    "price_min",
    "price_max",
    "excluded",
    "keywords",
    "kind",
    "age",
)


def said_in(turn: Turn) -> Wanted:
    """What the present message says of goods."""
    return from_slots({name: turn.slot(name) for name in OWNED}, turn.text)
