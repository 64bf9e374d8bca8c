"""What a message puts into the cart: which goods, how many of each."""

from __future__ import annotations

import asyncio
import re

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart.counts import EACH
from actions.cart.lines import Named, described, named
from actions.cart.wishes import IN_CART
from actions.goods.items import meant
from actions.goods.pointing import IT, by_price
from actions.goods.wanted import Wanted
from actions.turn import Turn
from language.numbers import integer
from language.patterns import ordinals
from language.text import simplify
from shop import carts, catalogue, selection
from shop.tables import Product, Variant

AGAIN = re.compile(
    r"\b(another|(one|two|three|\d) more|more of)\b|"
    r"再(来|加|要|拿|买)|多(加|来|要|拿)|加(一|1)[个件双]",
    re.IGNORECASE,
)
ALL = re.compile(
    r"\b(both|all (of (them|these|those)|two|three|four)|them all|(one |two |\d )?(of )?each|"
    r"every one)\b|"
    r"都(给我)?(加|要|买|拿|放|来|下单)|全(都|部)?(加|要|买|拿|放|来)|各(来|要|加|买|"
    r"拿)?[一二两三\d]?|"
    r"([两俩三仨四])(个|款|件|样|只|条|双|本|盏)?都",
    re.IGNORECASE,
)
FIRST = re.compile(r"\b(?:the )?first (two|three|four|2|3|4)\b|前([两俩三四234])", re.IGNORECASE)
MOST_AT_ONCE = 4  # of a longer list "all of them" is hardly meant


async def several(turn: Turn, session: AsyncSession) -> list[Product]:
    """Goods of which a message adds each: "both", "the first and the third"; none for one alone."""
    text, shown = simplify(turn.text), turn.listed
    places = ordinals(turn.text)
    if found := FIRST.search(text):
        ids = shown[: integer(next(filter(None, found.groups()))) or 0]
    elif len(places) > 1:
        ids = [shown[n - 1 if n > 0 else n] for n in places if 0 < abs(n) <= len(shown)]
    elif found := ALL.search(text):
        told = re.search(r"\b(both|two|three|four)\b|[两俩三仨四]", text)
        count = 2 if told and told[0].lower() == "both" else integer(told[0]) if told else None
        fits = len(shown) == count if count else len(shown) <= MOST_AT_ONCE
        ids = shown if fits or (EACH.search(text) and len(shown) <= MOST_AT_ONCE) else []
    else:
        ids = []
    return await catalogue.products(session, ids) if len(ids) > 1 else []


async def one(turn: Turn, session: AsyncSession, cart: carts.Content) -> Product | None:
    """The product to put in; None where it had to ask, or showed what may be meant."""
    if given := turn.given("product_id"):
        return await catalogue.product(session, given)
    more, thing = bool(AGAIN.search(simplify(turn.text))), named(turn)
    held = {line.product.id for line in cart.lines}
    points = bool(turn.slot("ordinal")) or not thing.silent
    if held and more and not points and turn.slot("focus") not in held:
        return cart.lines[-1].product
    if not await _elsewhere(turn, session, thing):
        return await meant(turn, session)
    if found := await catalogue.products(session, await turn.titled()):
        return found[0]
    if more and len(lines := await described(turn, session, cart.lines, thing)) == 1:
        return lines[0].product
    await turn.services.skills["action_search_product"].answer(turn)
    return None


async def _elsewhere(turn: Turn, session: AsyncSession, thing: Named) -> bool:
    """Whether a message names goods that are none of those in view: "also add a notebook"."""
    if turn.slot("ordinal") or by_price(turn.text):
        return False
    # "Put it in my bag" names no bag, but "that lamp" is none of the mugs.
    if IT.search(turn.text) and (IN_CART.search(turn.text) or not thing.wanted.category):
        return False
    view = {*turn.listed, turn.slot("focus")} - {None}
    if thing.wanted.category or thing.wanted.brand:
        kinds = turn.filters(
            Wanted(category=thing.wanted.category, brand=thing.wanted.brand),
            in_stock=False,
        )
        return not view & await selection.matching(session, kinds)
    search = turn.services.search
    return bool(thing.called) and not await asyncio.to_thread(search.mentioning, thing.called, view)


def held(turn: Turn, product: Product, cart: carts.Content) -> Variant | None:
    """The version in the cart, where "one more" of it is wanted."""
    if turn.slot("size") or turn.slot("colour"):
        return None
    of_cart = turn.cart_view == "list" and turn.slot("ordinal")
    if not of_cart and not AGAIN.search(simplify(turn.text)):
        return None
    found = [line.variant for line in cart.lines if line.product.id == product.id]
    return found[0] if len(found) == 1 else None
