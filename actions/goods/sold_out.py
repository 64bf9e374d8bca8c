"""A product that is asked for by its name and has no stock: it is said, not passed over."""

from __future__ import annotations

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.retrieval import similar
from actions.goods.wanted import Wanted
from actions.turn import MOST_CARDS, Turn
from language.text import simplify, stem, tokenise
from shop import catalogue
from shop.catalogue import Filters
from shop.tables import Product

LOOKED_AT = 5  # best hits; the one that is named stands among them
NAMED = 0.75  # share of a title's words that a message has
FEWEST = 2  # words, or Chinese characters beyond those of a kind: 奶酪刀 is no kind
FEWEST_HAN = 4
OVERLOOKED = frozenset("the a an with of for and in to".split())


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
    hits = await asyncio.to_thread(turn.services.search.search, turn.text, LOOKED_AT)
    found = await catalogue.products(session, [hit.product_id for hit in hits])
    gone = [p for p in found if p.variants and all(v.stock <= 0 for v in p.variants)]
    brands = {each.id: each.words for each in turn.services.brands}
    return next((p for p in gone if names(turn.text, p, brands.get(p.brand_id or "", ()))), None)


def names(text: str, product: Product, brand: tuple[str, ...] = ()) -> bool:
    """Whether a text has most words of a product's title, its brand's aside."""
    said = set(_stems(text))
    brand_words = {word for name in brand for word in _stems(name)}
    for title in (product.title_en, product.title_zh):
        words = [word for word in _stems(title) if word not in brand_words]
        han = sum("\u4e00" <= word[0] <= "\u9fff" for word in words)
        enough = len(words) >= (FEWEST_HAN if han else FEWEST)
        if enough and sum(word in said for word in words) >= NAMED * len(words):
            return True
    return False


def _stems(text: str) -> list[str]:
    found = (stem(token.text) for token in tokenise(simplify(text)))
    return [word for word in found if word.strip() and word not in OVERLOOKED]
