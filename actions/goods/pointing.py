"""What a message points at: "the second one", "the cheaper one", a name, or "it"."""

from __future__ import annotations

import asyncio
import re

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.questions import OF_GOODS, asked_about
from actions.goods.wanted import Wanted
from actions.turn import JSON, Turn
from shop import catalogue, selection
from shop.selection import Filters
from shop.tables import Product

NAMED_FROM = 0.45  # score from which words alone name a product: kinds of goods stay below
OTHER = re.compile(r"\b(the )?other( one)?\b|另(一|外)?(个|款|一)|其他那|换那个", re.IGNORECASE)
IT = re.compile(
    r"\b(it|its|it's|this|that|these|those|they|them)\b|它|[这那](个|款|条|双|件|只|把|台|盏)",
    re.IGNORECASE,
)
CHEAPEST = re.compile(
    r"\b(cheap(er|est)|least expensive|lowest[- ]priced) (one|of)\b|"
    r"\bthe cheap(er|est)$|便宜的?(那|这)(个|款|一)|最便宜的",
    re.IGNORECASE,
)
DEAREST = re.compile(
    r"\b(more|most) expensive (one|of)\b|\b(dear(er|est)|pric(ier|iest)) (one|of)\b|"
    r"贵的?(那|这)(个|款|一)|最贵的",
    re.IGNORECASE,
)


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
    if end := by_price(turn.text):
        goods = [p for p in await catalogue.products(session, shown) if p.variants]
        return sorted(goods, key=_cheapest, reverse=end == "dearest")[:1]
    wanted = Wanted.read(_named(turn))
    if not wanted.empty and (titled := await turn.titled()):
        return await catalogue.products(session, titled[:1])
    if await _is_it(turn, session):
        return await catalogue.products(session, [turn.slot("focus")])
    if asked_about(turn.text) in OF_GOODS and not (wanted.category or wanted.brand):
        view = [turn.slot("focus")] if turn.slot("focus") else shown
        return await catalogue.products(session, view) if len(view) == 1 else []
    if not wanted.empty:
        found = await _among(turn, session, wanted, set(shown)) or await _by_name(
            turn, session, wanted
        )
        if found:
            return found
    if alone := await _only_titled(turn, session):
        return alone
    if OTHER.search(turn.text) and len(shown) > 1:
        return await catalogue.products(session, _others(turn, shown))
    if focus := turn.slot("focus"):
        return await catalogue.products(session, [focus])
    return await catalogue.products(session, shown) if len(shown) == 1 else []


async def _is_it(turn: Turn, session: AsyncSession) -> bool:
    """Whether "it" is the thing in view: no brand and no other kind of goods is named."""
    if not turn.slot("focus") or not IT.search(turn.text) or turn.slot("brand"):
        return False
    named = frozenset(turn.slot("category") or ())
    kind = Filters(category=named, in_stock=False)
    return not named or turn.slot("focus") in await selection.matching(session, kind)


def speaks_of(turn: Turn, product: Product) -> bool:
    """Whether a message may speak of this product: it names nothing that the product is not."""
    words = " ".join(turn.slot("keywords") or ())
    if not words or turn.given("product_id") or turn.slot("ordinal") or IT.search(turn.text):
        return True
    finder = turn.services.search
    noise = not (turn.slot("kind") or finder.mentioned(words)) and turn.services.reader.everyday(
        words
    )
    return noise or bool(finder.mentioning(words, {product.id}))


async def names_goods(turn: Turn, words: str) -> bool:
    """Whether the words are some product's own name."""
    hits = await asyncio.to_thread(turn.services.search.search, words, 1)
    return bool(hits) and hits[0].score >= NAMED_FROM


def by_price(text: str) -> str:
    """`cheapest` or `dearest` where a message points so at one of the goods shown, else ""."""
    if CHEAPEST.search(text):
        return "cheapest"
    return "dearest" if DEAREST.search(text) else ""


def _cheapest(product: Product) -> int:
    return min(variant.price for variant in product.variants)


def _others(turn: Turn, shown: list[str]) -> list[str]:
    """Of two goods shown, the one that is not in focus; empty when it cannot be told."""
    rest = [name for name in shown if name != (turn.slot("focus") or shown[0])]
    return rest if len(rest) == 1 else []


async def _among(
    turn: Turn, session: AsyncSession, wanted: Wanted, shown: set[str]
) -> list[Product]:
    """Those of the shown goods that the words describe, when that is just one."""
    fitting = await selection.matching(session, turn.filters(wanted, in_stock=False)) & shown
    if fitting and wanted.words:  # "the acacia honey" is not the other honey, though shown alone
        named = await asyncio.to_thread(turn.services.search.mentioning, wanted.words, fitting)
        fitting = named if named or len(fitting) == 1 else fitting
    if len(fitting) > 1 and wanted.words:
        hits = await asyncio.to_thread(turn.services.search.search, wanted.words, 1, fitting)
        fitting = {hits[0].product_id} if hits else fitting
    return await catalogue.products(session, sorted(fitting)) if len(fitting) == 1 else []


async def _by_name(turn: Turn, session: AsyncSession, wanted: Wanted) -> list[Product]:
    """A product of the whole catalogue, when the words name one rather than a kind."""
    if not wanted.words and not wanted.brand:
        return []
    allowed = await selection.matching(session, turn.filters(wanted, in_stock=False))
    hits = await asyncio.to_thread(turn.services.search.search, turn.text, 1, allowed)
    if not hits or hits[0].score < NAMED_FROM:
        return []
    found = await catalogue.products(session, [hits[0].product_id])
    named = wanted.brand or (len(wanted.words.split()) > 1 and not IT.search(turn.text))
    return found if named and (not wanted.words or _in_title(wanted.words, found)) else []


async def _only_titled(turn: Turn, session: AsyncSession) -> list[Product]:
    """The one product of the shop whose title has all words of a message: "铁观音来两份"."""
    words = " ".join(turn.slot("keywords") or ())
    if not words or IT.search(turn.text):
        return []
    names = await asyncio.to_thread(turn.services.search.entitled, words)
    return await catalogue.products(session, names) if len(names) == 1 else []


def _in_title(words: str, found: list[Product]) -> bool:
    """Whether a title has half of the words; "dishwasher" asks about a thing and names none."""
    titles = " ".join(f"{p.title_en} {p.title_zh}" for p in found).casefold()
    said = words.casefold().split()
    return 2 * sum(word in titles for word in said) >= len(said)


def _named(turn: Turn) -> JSON:
    """What the present message says of a thing, without size and price, which are asked for."""
    names = ("category", "brand", "colour", "material")
    named: JSON = {name: turn.slot(name) for name in names if turn.slot(name)}
    return named | {"words": " ".join(turn.slot("keywords") or ())}
