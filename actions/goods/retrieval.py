"""Finding goods: by words, by the shopper's history, by likeness."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods import measures
from actions.goods.described import own_words
from actions.goods.wanted import Wanted
from actions.turn import Turn
from recsys.model import Act, Recommendation
from shop import catalogue, events, reviews
from shop.catalogue import Filters
from shop.database import now
from shop.tables import Product, Variant, Visitor

INCHES = re.compile(r"(\d+(?:\.\d+)?) inch\b")
RANKED = 40  # goods put in order before those are taken that say what was asked for
USUAL_STARS, FEW_REVIEWS = 3.5, 5  # what a product is thought worth before anybody has rated it
VARIETY, OF_A_KIND = 5, 2  # so many times as many are ranked; so many of one family are shown
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
    allowed = await catalogue.matching(session, filters) - without
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
    ids = await catalogue.matching(session, turn.filters(wanted, in_stock=False))
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
    ids = await catalogue.by_price(session, allowed, filters)
    return ids if wanted.order == "cheapest" else ids[::-1]


def esteem(stars: float, count: int) -> float:
    """Mean stars, drawn to the middle where few have spoken."""
    return (stars * count + USUAL_STARS * FEW_REVIEWS) / (count + FEW_REVIEWS)


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


async def _pools(session: AsyncSession, filters: Filters, age: int | None) -> list[set[str]]:
    """Which goods come first: those made for the person, and no others for a child."""
    fitting = await catalogue.matching(session, filters)
    if not filters.genders or "unisex" in filters.genders:
        return [fitting]
    made = await catalogue.matching(session, replace(filters, made_for=True))
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
    allowed = await catalogue.matching(session, filters) - turn.rejected - {product.id}
    family = frozenset({product.category_id} if product.category_id else ())
    near = await catalogue.matching(session, replace(filters, category=family)) & allowed
    recommender = turn.services.recommender
    ids: list[str] = []
    for pool in (near, allowed - near):
        if len(ids) < k:
            found = await asyncio.to_thread(recommender.similar, product.id, k - len(ids), pool)
            ids += [r.item_id for r in found]
    why = turn.word("why_similar", title=catalogue.title(product, turn.language))
    goods = await catalogue.products(session, ids)
    return [(p, catalogue.best_variant(p, filters), why) for p in goods]


def variant_name(turn: Turn, variant: Variant) -> str:
    """Colour and size, as one reads them."""
    return " ".join(filter(None, (colour_name(turn, variant), size_name(turn, variant))))


def colour_name(turn: Turn, variant: Variant) -> str:
    """The colour in the shopper's language; "" for none."""
    if not variant.colour:
        return ""
    return turn.services.reader.describe((variant.colour,), turn.language) or variant.colour


def size_name(turn: Turn, variant: Variant) -> str:
    """The size as one reads it: "24 inch" is 24寸 in Chinese."""
    return INCHES.sub(r"\1寸", variant.size) if turn.zh else variant.size


def listed(turn: Turn, variants: Sequence[Variant]) -> str:
    """Colours with their sizes, as one reads them: "cream 36/37/38, purple 38"."""
    by_colour: dict[str, list[Variant]] = {}
    for variant in variants:
        by_colour.setdefault(variant.colour, []).append(variant)
    parts = []
    for of_one in by_colour.values():
        sizes = "/".join(dict.fromkeys(size_name(turn, v) for v in of_one if v.size))
        parts.append(" ".join(filter(None, (colour_name(turn, of_one[0]), sizes))))
    return ("、" if turn.zh else ", ").join(filter(None, parts))


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
