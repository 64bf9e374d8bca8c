"""Goods by the shopper's history, and by likeness."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods import measures
from actions.goods.retrieval import Found
from actions.goods.wanted import OLDEST_CHILD
from actions.turn import Turn
from recsys.model import Act, Recommendation
from shop import catalogue, events, selection
from shop.database import now
from shop.selection import Filters
from shop.tables import Product, Visitor

VARIETY, OF_A_KIND = 5, 2  # so many times as many are ranked; so many of one family are shown


async def recommended(
    turn: Turn,
    session: AsyncSession,
    visitor: Visitor,
    filters: Filters,
    k: int,
    without: Collection[str] = (),
    age: int | None = None,
) -> list[Found]:
    """What this shopper's own acts lead to, each with the act that caused it.

    Goods made for the person in question come before those that merely suit anyone; a child gets
    what is made for children, of its age where that is stated.
    """
    history = await _history(session, visitor)
    rejected = turn.rejected | {act.item_id for act in history if act.kind == "dismiss"}
    passed = rejected.union(without)
    recommender = turn.services.recommender
    found: list[Recommendation] = []
    for pool in await _pools(session, filters, age):
        allowed = pool - passed - {r.item_id for r in found}
        ranked = await asyncio.to_thread(
            recommender.recommend, history, VARIETY * k, allowed, rejected
        )
        found += (await _varied(session, ranked))[: k - len(found)]
        if len(found) >= k:
            break
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


async def suitable(session: AsyncSession, filters: Filters, age: int | None) -> set[str]:
    """Goods that suit the person: of the age, where they state one."""
    fitting = await selection.matching(session, filters)
    if age is None:
        return fitting
    if age <= OLDEST_CHILD:
        return set().union(*await _pools(session, filters, age))
    facts = await catalogue.facts(session, fitting)
    stated = {name: measures.years(each) for name, each in facts.items()}
    return {name for name, span in stated.items() if not span or span[0] <= age <= span[1]}


async def _pools(session: AsyncSession, filters: Filters, age: int | None) -> list[set[str]]:
    """Which goods come first: those made for the person, and no others for a child."""
    fitting = await selection.matching(session, filters)
    if not filters.genders or "unisex" in filters.genders:
        return [fitting]
    made = await selection.matching(session, replace(filters, made_for=True))
    if "kids" not in filters.genders:
        return [made, fitting]
    if age is None:
        return [made]
    facts = await catalogue.facts(session, fitting)
    stated = {name: measures.years(each) for name, each in facts.items()}
    of_age = {name for name, span in stated.items() if span and span[0] <= age <= span[1]}
    return [of_age, {name for name in made if not stated[name]}]


async def _varied(session: AsyncSession, ranked: Sequence[Recommendation]) -> list[Recommendation]:
    """A few of each kind before more of any; else their order stays."""
    kinds = await catalogue.kinds(session, [r.item_id for r in ranked])
    taken: Counter[str | None] = Counter()
    few: list[Recommendation] = []
    more: list[Recommendation] = []
    for each in ranked:
        taken[kinds.get(each.item_id)] += 1
        (few if taken[kinds.get(each.item_id)] <= OF_A_KIND else more).append(each)
    return few + more


async def similar(
    turn: Turn, session: AsyncSession, product: Product, k: int, filters: Filters
) -> list[Found]:
    """Goods like this one that pass the filters, of its own family first."""
    allowed = await selection.matching(session, filters) - turn.rejected - {product.id}
    family = frozenset({product.category_id} if product.category_id else ())
    near = await selection.matching(session, replace(filters, category=family)) & allowed
    recommender = turn.services.recommender
    ids: list[str] = []
    for pool in (near, allowed - near):
        if len(ids) < k:
            found = await asyncio.to_thread(recommender.similar, product.id, k - len(ids), pool)
            ids += [r.item_id for r in found]
    why = turn.word("why_similar", title=catalogue.title(product, turn.language))
    goods = await catalogue.products(session, ids)
    return [(p, catalogue.best_variant(p, filters), why) for p in goods]


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
