"""Goods in an order that was asked for: by price, stars, arrival, sales or reduction."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.described import own_words
from actions.goods.wanted import Wanted
from actions.turn import Turn
from shop import lists, reviews, selection
from shop.catalogue import money
from shop.selection import Filters

RARE = 4  # one in so many of a kind says a word that sets it apart from the others
USUAL_STARS, FEW_REVIEWS = 3.5, 5  # what a product is thought worth before anybody has rated it


def telling(turn: Turn, wanted: Wanted, ids: Collection[str]) -> set[str]:
    """Those that say what the shopper calls the goods, where it is more than their kind's name."""
    said = wanted.said or wanted.words
    if wanted.category:
        said = own_words(turn, wanted)
    return turn.services.search.mentioning(said, ids) if said else set()


async def ordered(
    turn: Turn, session: AsyncSession, wanted: Wanted, filters: Filters, allowed: set[str]
) -> dict[str, str]:
    """Allowed goods in the order that is wanted, each with why it stands there.

    Those that say what was asked for go alone, where some do.
    """
    those = await asyncio.to_thread(telling, turn, wanted, allowed)
    if wanted.beyond or not wanted.category or RARE * len(those) <= len(allowed):
        allowed = those or allowed  # the cheapest jeans, but no such thing as the cheapest cup
    if wanted.words:
        finder = turn.services.search
        allowed = await asyncio.to_thread(finder.mentioning, wanted.words, allowed) or allowed
    match wanted.order:
        case "reduced":
            return await _reduced(turn, session, filters, allowed)
        case "newest":
            since = await lists.newest(session, allowed)
            days = {name: f"{at:%Y-%m-%d}" for name, at in since.items()}
            return {name: turn.word("why_newest", day=day) for name, day in days.items()}
        case "selling":
            sold = await lists.selling(session, allowed)
            return {name: turn.word("why_selling", count=count) for name, count in sold.items()}
        case "best":
            return await _rated(turn, session, allowed)
    ids = await selection.by_price(session, allowed, filters)
    return dict.fromkeys(ids if wanted.order == "cheapest" else ids[::-1], "")


async def _reduced(
    turn: Turn, session: AsyncSession, filters: Filters, allowed: set[str]
) -> dict[str, str]:
    before = await lists.reduced(session, allowed, filters)
    currency = turn.services.settings.currency
    return {
        name: turn.word("why_reduced", price=money(price, currency))
        for name, price in before.items()
    }


async def _rated(turn: Turn, session: AsyncSession, allowed: set[str]) -> dict[str, str]:
    stars = await reviews.stars(session, sorted(allowed))
    best = sorted(allowed, key=lambda name: (-esteem(*stars.get(name, (0.0, 0))), name))
    return {
        name: turn.word("stars", stars=f"{stars[name][0]:.1f}", count=stars[name][1])
        if name in stars
        else ""
        for name in best
    }


def esteem(stars: float, count: int) -> float:
    """Mean stars, drawn to the middle where few have spoken."""
    return (stars * count + USUAL_STARS * FEW_REVIEWS) / (count + FEW_REVIEWS)
