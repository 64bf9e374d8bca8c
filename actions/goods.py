"""Finding goods: by words, by the shopper's history, by what a message points at."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from actions.turn import JSON, Turn
from actions.wanted import Wanted
from recsys.model import Act
from shop import catalogue, events
from shop.catalogue import Filters
from shop.database import now
from shop.tables import Product, Variant, Visitor

Found = tuple[Product, Variant | None, str]

NAMED_FROM = 0.45  # score from which words alone name a product: kinds of goods stay below


OTHER = re.compile(r"\b(the )?other( one)?\b|另(一|外)?(个|款|一)|其他那|换那个", re.IGNORECASE)


@dataclass(frozen=True)
class Results:
    """Goods with what was given up to find them, first to last."""

    goods: list[Found]
    given_up: tuple[str, ...]
    wanted: Wanted


async def search(
    turn: Turn, session: AsyncSession, wanted: Wanted, k: int, without: set[str] | None = None
) -> Results:
    """The best goods for a search; where nothing fits, the nearest, and what was given up."""
    without = (without or set()) | turn.rejected
    found = await _exact(turn, session, wanted, k, without)
    given_up: list[str] = []
    wider = wanted
    for name, wider in wanted.relaxed():
        if found:
            break
        given_up.append(name)
        if not wider.empty:
            found = await _exact(turn, session, wider, k, without)
    return Results(found, tuple(given_up) if found else (), wider if given_up else wanted)


async def _exact(
    turn: Turn, session: AsyncSession, wanted: Wanted, k: int, without: set[str]
) -> list[Found]:
    filters = wanted.filters()
    allowed = await catalogue.matching(session, filters) - without
    if not allowed:
        return []
    words = wanted.words or turn.services.reader.describe(wanted.category, turn.language)
    hits = await asyncio.to_thread(turn.services.search.search, words, k, allowed)
    ids = [hit.product_id for hit in hits]
    # A category names the goods already; what the words do not rank goes behind.
    if wanted.category or not wanted.words:
        ids += sorted(allowed - set(ids))[: max(0, k - len(ids))]
    found = await catalogue.products(session, ids[:k])
    return [(p, catalogue.best_variant(p, filters), "") for p in found]


async def recommended(
    turn: Turn, session: AsyncSession, visitor: Visitor, filters: Filters, k: int
) -> list[Found]:
    """What this shopper's own acts lead to, each with the act that caused it."""
    allowed = await catalogue.matching(session, filters) - turn.rejected
    history = await _history(session, visitor)
    rejected = turn.rejected | {act.item_id for act in history if act.kind == "dismiss"}
    recommender = turn.services.recommender
    found = await asyncio.to_thread(recommender.recommend, history, k, allowed, rejected)
    causes = [r.because for r in found if r.because]
    goods = {
        p.id: p for p in await catalogue.products(session, [r.item_id for r in found] + causes)
    }
    kinds = {act.item_id: act.kind for act in history}
    return [
        (
            goods[r.item_id],
            catalogue.best_variant(goods[r.item_id], filters),
            _because(turn, goods.get(r.because or ""), kinds.get(r.because or "", "")),
        )
        for r in found
        if r.item_id in goods
    ]


async def similar(turn: Turn, session: AsyncSession, product_id: str, k: int) -> list[Found]:
    """Goods like this one, of its own family first."""
    product = await catalogue.product(session, product_id)
    allowed = await catalogue.matching(session, Filters()) - turn.rejected - {product_id}
    family = Filters(category=frozenset({product.category_id} if product.category_id else ()))
    near = await catalogue.matching(session, family) & allowed
    recommender = turn.services.recommender
    ids: list[str] = []
    for pool in (near, allowed - near):
        if len(ids) < k:
            found = await asyncio.to_thread(recommender.similar, product_id, k - len(ids), pool)
            ids += [r.item_id for r in found]
    why = turn.word("why_similar", title=catalogue.title(product, turn.language))
    return [(p, catalogue.best_variant(p), why) for p in await catalogue.products(session, ids)]


async def pointed_at(turn: Turn, session: AsyncSession) -> list[Product]:
    """The goods a message is about: a button's, "the second one", a name, or "it".

    Empty when it cannot be told.
    """
    if given := turn.given("product_id"):
        return await catalogue.products(session, [given])
    shown = [entry["product_id"] for entry in turn.shown]
    if ordinal := turn.slot("ordinal"):
        place = ordinal - 1 if ordinal > 0 else len(shown) + ordinal
        return await catalogue.products(session, shown[place : place + 1] if place >= 0 else [])
    wanted = Wanted.read(_named(turn))
    if not wanted.empty:
        found = await _among(turn, session, wanted, set(shown)) or await _by_name(
            turn, session, wanted
        )
        if found:
            return found
    if OTHER.search(turn.text) and len(shown) > 1:
        return await catalogue.products(session, _others(turn, shown))
    if focus := turn.slot("focus"):
        return await catalogue.products(session, [focus])
    return await catalogue.products(session, shown) if len(shown) == 1 else []


def variant_name(turn: Turn, variant: Variant) -> str:
    """Colour and size, as one reads them."""
    colour = turn.services.reader.describe((variant.colour,), turn.language)
    return " ".join(filter(None, (colour if variant.colour else "", variant.size)))


def _others(turn: Turn, shown: list[str]) -> list[str]:
    """Of two goods shown, the one that is not in focus; empty when it cannot be told."""
    rest = [name for name in shown if name != (turn.slot("focus") or shown[0])]
    return rest if len(rest) == 1 else []


async def _among(
    turn: Turn, session: AsyncSession, wanted: Wanted, shown: set[str]
) -> list[Product]:
    """Those of the shown goods that the words describe, when that is just one."""
    fitting = await catalogue.matching(session, wanted.filters(in_stock=False)) & shown
    if len(fitting) > 1 and wanted.words:
        hits = await asyncio.to_thread(turn.services.search.search, wanted.words, 1, fitting)
        fitting = {hits[0].product_id} if hits else fitting
    return await catalogue.products(session, sorted(fitting)) if len(fitting) == 1 else []


async def _by_name(turn: Turn, session: AsyncSession, wanted: Wanted) -> list[Product]:
    """A product of the whole catalogue, when the words name one rather than a kind."""
    if not wanted.words and not wanted.brand:
        return []
    allowed = await catalogue.matching(session, wanted.filters(in_stock=False))
    hits = await asyncio.to_thread(turn.services.search.search, turn.text, 1, allowed)
    if not hits or hits[0].score < NAMED_FROM:
        return []
    return await catalogue.products(session, [hits[0].product_id])


def _named(turn: Turn) -> JSON:
    """What the present message says of a thing, without size and price, which are asked for."""
    names = ("category", "brand", "colour", "material")
    named: JSON = {name: turn.slot(name) for name in names if turn.slot(name)}
    return named | {"words": " ".join(turn.slot("keywords") or ())}


async def _history(session: AsyncSession, visitor: Visitor) -> Sequence[Act]:
    at = now()
    return [
        Act(event.product_id, event.kind, (at - event.at).total_seconds())
        for event in await events.recent(session, visitor)
        if event.product_id
    ]


def _because(turn: Turn, cause: Product | None, kind: str) -> str:
    if cause is None:
        return turn.word("why_popular")
    name = f"why_{kind}" if f"why_{kind}" in turn.services.words else "why_view"
    return turn.word(name, title=catalogue.title(cause, turn.language))
