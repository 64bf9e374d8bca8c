"""A product that is asked for by its name and has no stock: it is said, not passed over."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.recommending import similar
from actions.goods.wanted import Wanted
from actions.turn import MOST_CARDS, Turn
from shop import catalogue
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


async def _named(turn: Turn, session: AsyncSession) -> Product | None:
    found = await catalogue.products(session, await turn.titled())
    gone = [p for p in found if p.variants and all(v.stock <= 0 for v in p.variants)]
    return gone[0] if gone else None
