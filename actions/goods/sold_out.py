"""Goods that are asked for and have no stock: it is said, not passed over."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.recommending import similar
from actions.goods.wanted import Wanted
from actions.turn import MOST_CARDS, Turn
from shop import catalogue, selection
from shop.selection import Filters
from shop.tables import Product


async def told(turn: Turn) -> bool:
    """Say that the product named has no stock, and show similar ones; False for any other."""
    if not turn.text:
        return False
    async with turn.reading() as (session, _):
        product = await _named(turn, session)
        goods = await similar(turn, session, product, MOST_CARDS, Filters()) if product else []
    if product is None:
        return False
    title = catalogue.title(product, turn.language)
    turn.say("utter_out_of_stock", title=title)
    if goods:
        wanted = Wanted(category=tuple(filter(None, [product.category_id])))
        turn.put(wanted=wanted.write(), seen=[p.id for p, _, _ in goods], asked=None)
        turn.say("utter_similar", title=title)
        turn.cards(goods)
    return True


async def all_of(turn: Turn, wanted: Wanted) -> bool:
    """Say that all goods of the kind that is wanted are sold out, and show them."""
    if not wanted.category:
        return False
    async with turn.reading() as (session, _):
        ids = await selection.matching(session, turn.filters(wanted, in_stock=False))
        goods = await catalogue.products(session, sorted(ids)[:MOST_CARDS])
    if not goods:
        return False
    titles = [catalogue.title(product, turn.language) for product in goods]
    turn.say("utter_out_of_stock", title=("、" if turn.zh else ", ").join(titles))
    turn.cards([(product, None, "") for product in goods])
    return True


async def _named(turn: Turn, session: AsyncSession) -> Product | None:
    found = await catalogue.products(session, await turn.titled())
    gone = [p for p in found if p.variants and all(v.stock <= 0 for v in p.variants)]
    return gone[0] if gone else None
