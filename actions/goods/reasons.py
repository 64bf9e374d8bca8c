"""Why a card is shown: the fact of the goods that meets a wish for a quality."""

from __future__ import annotations

from actions.goods.questions import told_fact
from actions.goods.wanted import Wanted
from actions.turn import Turn
from language import qualities, sayings
from shop.tables import Product


def of_wish(turn: Turn, wanted: Wanted, product: Product) -> str:
    """What a product states on the qualities that were asked for: "colour temperature: 2700 K"."""
    asked = sayings.named(f"{wanted.beyond} {wanted.words} {wanted.feature}")
    met = qualities.met(product.attributes.get("facts") or {})
    facts = dict.fromkeys(met[name] for name in asked if name in met)
    told = [told_fact(product, fact, turn.services.reader, turn.language) for fact in facts]
    return ("，" if turn.zh else ", ").join(told)
