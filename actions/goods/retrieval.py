"""Finding goods by words, properties and price; where nothing fits, the nearest."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.described import own_words
from actions.goods.wanted import Wanted
from actions.turn import Turn
from shop import catalogue, reviews, selection
from shop.selection import Filters
from shop.tables import Product, Variant

RANKED = 40  # goods put in order before those are taken that say what was asked for
USUAL_STARS, FEW_REVIEWS = 3.5, 5  # what a product is thought worth before anybody has rated it
RARE = 4  # one in so many of a kind says a word that sets it apart from the others
NEAREST = 4  # goods shown where nothing fits
Found = tuple[Product, Variant | None, str]


@dataclass(frozen=True)
class Results:
    """Goods with what was given up to find them, first to last."""

    goods: list[Found]
    given_up: tuple[str, ...]
    telling: int = 0
    """How many of them, from the first on, say what the shopper calls the goods."""
    sold_out: Product | None = None
    """One that says so, where only such are there that are sold out."""


async def search(
    turn: Turn, session: AsyncSession, wanted: Wanted, k: int, without: set[str] | None = None
) -> Results:
    """The best goods for a search; where nothing fits, the nearest, and what was given up."""
    without = (without or set()) | turn.rejected
    if found := await _exact(turn, session, wanted, k, without):
        ids = [product.id for product, _, _ in found]
        telling = await asyncio.to_thread(_telling, turn, wanted, ids)
        gone = None if telling else await _sold_out(turn, session, wanted)
        return Results(found, (), sum(name in telling for name in ids), gone)
    nearest: dict[str, Found] = {}
    given_up: list[str] = []
    for name, wider in wanted.one_given_up():
        more = await _exact(turn, session, wider, NEAREST, without)
        if more and len(nearest) < NEAREST:
            given_up.append(name)
            nearest |= {entry[0].id: entry for entry in more if entry[0].id not in nearest}
    if nearest:
        return Results(list(nearest.values())[:NEAREST], tuple(given_up))
    for name, wider in wanted.relaxed():
        given_up.append(name)
        if not wider.empty and (found := await _exact(turn, session, wider, NEAREST, without)):
            return Results(found, tuple(given_up))
    return Results([], ())


async def _exact(
    turn: Turn, session: AsyncSession, wanted: Wanted, k: int, without: set[str]
) -> list[Found]:
    filters = turn.filters(wanted)
    allowed = await selection.matching(session, filters) - without
    finder, recommender = turn.services.search, turn.services.recommender
    for words in wanted.unwanted:
        allowed -= await asyncio.to_thread(finder.mentioning, words, allowed)
    if wanted.feature:
        allowed = await asyncio.to_thread(finder.mentioning, wanted.feature, allowed)
    if not allowed:
        return []
    if wanted.order:
        ids = await _ordered(turn, session, wanted, filters, allowed)
        found = await catalogue.products(session, ids[:k])
        return [(p, catalogue.best_variant(p, filters), "") for p in found]
    told = " ".join(dict.fromkeys(f"{wanted.said} {wanted.words} {wanted.feature}".split()))
    words = told or turn.services.reader.describe(wanted.category, turn.language)
    hits = await asyncio.to_thread(finder.search, words, max(k, RANKED), allowed)
    ids = [hit.product_id for hit in hits]
    telling = await asyncio.to_thread(_telling, turn, wanted, allowed)
    if telling and not wanted.category:  # no kind was named: what says nothing of it is padding
        ids = [name for name in ids if name in telling] + ids[: max(0, NEAREST - len(telling))]
        ids = list(dict.fromkeys(ids))
    ids = sorted(ids, key=lambda name: name not in telling)[:k]
    # A category names the goods already; what the words do not rank goes behind, by popularity.
    if len(ids) < k and (wanted.category or not wanted.words):
        rest = allowed - set(ids)
        popular = await asyncio.to_thread(recommender.recommend, [], k - len(ids), rest)
        ids += [r.item_id for r in popular]
    found = await catalogue.products(session, ids)
    return [(p, catalogue.best_variant(p, filters), "") for p in found]


def _telling(turn: Turn, wanted: Wanted, ids: Collection[str]) -> set[str]:
    """Those that say what the shopper calls the goods, where it is more than their kind's name."""
    said = wanted.said or wanted.words
    if wanted.category:
        said = own_words(turn, wanted)
    return turn.services.search.mentioning(said, ids) if said else set()


async def _sold_out(turn: Turn, session: AsyncSession, wanted: Wanted) -> Product | None:
    """Goods that say what nothing in stock says."""
    if not wanted.beyond:
        return None
    ids = await selection.matching(session, turn.filters(wanted, in_stock=False))
    telling = await asyncio.to_thread(_telling, turn, wanted, ids)
    return next(iter(await catalogue.products(session, sorted(telling)[:1])), None)


async def _ordered(
    turn: Turn, session: AsyncSession, wanted: Wanted, filters: Filters, allowed: set[str]
) -> list[str]:
    """Allowed goods by price or by what buyers think; those that say what was asked for alone."""
    telling = await asyncio.to_thread(_telling, turn, wanted, allowed)
    if wanted.beyond or not wanted.category or RARE * len(telling) <= len(allowed):
        allowed = telling or allowed  # the cheapest jeans, but no such thing as the cheapest cup
    if wanted.order == "best":
        rated = await reviews.stars(session, sorted(allowed))
        return sorted(allowed, key=lambda name: (-esteem(*rated.get(name, (0.0, 0))), name))
    ids = await selection.by_price(session, allowed, filters)
    return ids if wanted.order == "cheapest" else ids[::-1]


def esteem(stars: float, count: int) -> float:
    """Mean stars, drawn to the middle where few have spoken."""
    return (stars * count + USUAL_STARS * FEW_REVIEWS) / (count + FEW_REVIEWS)
