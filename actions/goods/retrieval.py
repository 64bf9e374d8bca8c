"""Finding goods by words, properties and price; where nothing fits, the nearest."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods import reasons
from actions.goods.ordering import ordered, telling
from actions.goods.wanted import Wanted
from actions.photos import likeness
from actions.turn import Turn
from shop import catalogue, selection
from shop.tables import Product, Variant

RANKED = 40  # goods put in order before those are taken that say what was asked for
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
        those = await asyncio.to_thread(telling, turn, wanted, ids)
        gone = None if those else await _sold_out(turn, session, wanted)
        return Results(found, (), sum(name in those for name in ids), gone)
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
    """Goods that meet every condition, each with why it does."""
    filters = turn.filters(wanted)
    allowed = await selection.matching(session, filters) - without
    finder = turn.services.search
    for words in wanted.unwanted:
        allowed -= await asyncio.to_thread(finder.mentioning, words, allowed)
    if wanted.feature:
        allowed = await asyncio.to_thread(finder.mentioning, wanted.feature, allowed)
    if not allowed:
        return []
    why: dict[str, str] = {}
    colours: dict[str, str] = {}  # in which each looks most like a photo
    if wanted.order:
        why = await ordered(turn, session, wanted, filters, allowed)
    elif wanted.photo:
        for hit in await likeness.ranked(turn, session, wanted, allowed, k):
            why[hit.product_id], colours[hit.product_id] = likeness.why(turn, hit), hit.colour
    ids = list(why) or await asyncio.to_thread(_ranked, turn, wanted, allowed, k)
    found = await catalogue.products(session, ids[:k])
    return [
        (
            p,
            catalogue.best_variant(p, filters, colours.get(p.id, "")),
            why.get(p.id) or reasons.of_wish(turn, wanted, p),
        )
        for p in found
    ]


def _ranked(turn: Turn, wanted: Wanted, allowed: set[str], k: int) -> list[str]:
    """At most k of the allowed goods, by how well they answer the words."""
    finder, recommender = turn.services.search, turn.services.recommender
    told = " ".join(dict.fromkeys(f"{wanted.said} {wanted.words} {wanted.feature}".split()))
    words = told or turn.services.reader.describe(wanted.category, turn.language)
    ids = [hit.product_id for hit in finder.search(words, max(k, RANKED), allowed)]
    those = telling(turn, wanted, allowed)
    if those and not wanted.category:  # no kind was named: what says nothing of it is padding
        ids = [name for name in ids if name in those] + ids[: max(0, NEAREST - len(those))]
        ids = list(dict.fromkeys(ids))
    ids = sorted(ids, key=lambda name: name not in those)[:k]
    # A category names the goods already; what the words do not rank goes behind, by popularity.
    if len(ids) < k and (wanted.category or not wanted.words):
        popular = recommender.recommend([], k - len(ids), allowed - set(ids))
        ids += [r.item_id for r in popular]
    return ids


async def _sold_out(turn: Turn, session: AsyncSession, wanted: Wanted) -> Product | None:
    """Goods that say what nothing in stock says."""
    if not wanted.beyond:
        return None
    ids = await selection.matching(session, turn.filters(wanted, in_stock=False))
    those = await asyncio.to_thread(telling, turn, wanted, ids)
    return next(iter(await catalogue.products(session, sorted(those)[:1])), None)
