"""What a version of a product is called: its colour and size, as one reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.turn import Turn
from shop.tables import Variant

INCHES = re.compile(r"(\d+(?:\.\d+)?) inch\b")


def variant_name(turn: Turn, variant: Variant) -> str:
    """Colour and size, as one reads them."""
    return " ".join(filter(None, (colour_name(turn, variant), size_name(turn, variant))))


def colour_name(turn: Turn, variant: Variant) -> str:
    """The colour in the shopper's language; "" for none."""
    if not variant.colour:
        return ""
    return turn.services.reader.describe((variant.colour,), turn.language) or variant.colour


def size_name(turn: Turn, variant: Variant) -> str:
    """The size as one reads it: "24 inch" is 24寸 in Chinese."""
    return INCHES.sub(r"\1寸", variant.size) if turn.zh else variant.size


def listed(turn: Turn, variants: Sequence[Variant]) -> str:
    """Colours with their sizes, as one reads them: "cream 36/37/38, purple 38"."""
    by_colour: dict[str, list[Variant]] = {}
    for variant in variants:
        by_colour.setdefault(variant.colour, []).append(variant)
    parts = []
    for of_one in by_colour.values():
        sizes = "/".join(dict.fromkeys(size_name(turn, v) for v in of_one if v.size))
        parts.append(" ".join(filter(None, (colour_name(turn, of_one[0]), sizes))))
    return ("、" if turn.zh else ", ").join(filter(None, parts))
