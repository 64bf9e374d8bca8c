"""Another colour or size of what is in the cart: "change it to black", 换成43码."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart.lines import Named, described, named, places, within
from actions.cart.versions import variants_meant
from actions.goods.version_names import listed
from actions.turn import Turn
from language.text import simplify
from shop import catalogue
from shop.carts import Line
from shop.tables import Variant

MANY = 20  # pieces; a greater number is a size, where there is such a one
NUMBER = re.compile(r"\d+(?:\.\d+)?")


async def line_meant(turn: Turn, session: AsyncSession, lines: Sequence[Line]) -> list[Line]:
    """The lines whose version may be meant: colour and size say what they are to become."""
    if at := within(places(turn), len(lines)):
        return [lines[each] for each in at]
    thing = named(turn)
    bare = Named(replace(thing.wanted, colour=(), size=()), thing.beyond, thing.called)
    if not bare.silent:
        return await described(turn, session, lines, bare)
    focused = [line for line in lines if line.product.id == turn.slot("focus")]
    return focused[-1:] or list(lines[-1:])


def is_size(turn: Turn, line: Line) -> bool:
    """Whether the number of a message is a size of the line's product: "make it 43"."""
    said = turn.slot("size") or ()
    numbers = [n for n in NUMBER.findall(simplify(turn.text)) if n in said or float(n) > MANY]
    return any(v.size.split(" ")[0] in numbers for v in line.product.variants if v.size)


def version(turn: Turn, line: Line) -> Variant | None:
    """The version wished for, as near to the present one as can be; None where it has been said
    that there is none."""
    product, old = line.product, line.variant
    numbers = NUMBER.findall(simplify(turn.text))
    meant = variants_meant(turn, product) or [
        v for v in product.variants if v.size and v.size.split(" ")[0] in numbers
    ]
    there = [v for v in meant if v.stock > 0]
    if there:
        return min(there, key=lambda v: ((v.colour != old.colour) + (v.size != old.size), v.id))
    title = catalogue.title(product, turn.language)
    have = listed(turn, [v for v in product.variants if v.stock > 0])
    turn.say("utter_out_of_stock_but" if meant else "utter_no_such_variant", title=title, have=have)
    return None
