"""The question which version of a product is meant, with a button for each answer."""

from __future__ import annotations

import json
from collections.abc import Sequence

from actions.cart.versions import CHOSEN, COLOUR, OTHERS, Choice
from actions.goods.version_names import colour_name, size_name, variant_name
from actions.turn import JSON, Turn
from shop import catalogue
from shop.tables import Product, Variant

MOST = 30  # buttons; what is beyond can be typed


def ask(
    turn: Turn, product: Product, choice: Choice, quantity: int, then: Sequence[JSON] = ()
) -> None:
    """Ask for what is not settled, and remember what is; and `then`, which goods wait behind it."""
    offered = _offers(choice)
    colours = {v.colour for v in choice.left}
    settled = {
        "colour": next(iter(colours)) if len(colours) == 1 else None,
        "size": offered[0].size if len({v.size for v in choice.left}) == 1 else None,
    }
    name = {"colour": "utter_which_colour", "size": "utter_which_size"}.get(choice.about)
    turn.say(name or "utter_which_variant", title=_titled(turn, product, choice))
    replies = [_button(turn, product, v, choice) for v in offered[:MOST]]
    others = {v.colour for v in product.variants if v.stock > 0} - colours
    if others and choice.about == "size":
        payload = {"product_id": product.id, "chosen": OTHERS}
        replies.append(turn.reply("label_other_colours", "/card_add" + json.dumps(payload)))
    turn.show({"quick_replies": replies, "expects": "variant"})
    turn.put(
        focus=product.id,
        asked=None,
        adding={
            "product_id": product.id,
            "quantity": quantity,
            "sizes": sorted({v.size for v in product.variants if v.size}),
            "offered": [v.id for v in offered],
            "about": choice.about,
            "then": list(then),
            **settled,
        },
    )


def _titled(turn: Turn, product: Product, choice: Choice) -> str:
    """The product with what of its version is settled: "Trail Shoe (43)"."""
    title, first = catalogue.title(product, turn.language), choice.left[0]
    known = ""
    if choice.about == "colour" and len({v.size for v in product.variants}) > 1:
        known = size_name(turn, first) if len({v.size for v in choice.left}) == 1 else ""
    elif choice.about == "size" and len({v.colour for v in product.variants}) > 1:
        known = colour_name(turn, first)
    return f"{title} ({known})" if known else title


def _offers(choice: Choice) -> list[Variant]:
    """One variant for each button."""
    if choice.about != "colour":
        return list(choice.left)
    return list({v.colour: v for v in reversed(choice.left)}.values())[::-1]


def _button(turn: Turn, product: Product, variant: Variant, choice: Choice) -> JSON:
    of_colour = [v for v in choice.left if v.colour == variant.colour]
    settles = COLOUR if choice.about == "colour" and len(of_colour) > 1 else CHOSEN
    payload = {"product_id": product.id, "variant_id": variant.id, "chosen": settles}
    if choice.about == "size":
        title = size_name(turn, variant)
    elif choice.about == "colour":
        title = colour_name(turn, variant)
    else:
        title = variant_name(turn, variant)
    return {"title": title or variant.id, "payload": "/card_add" + json.dumps(payload)}
