"""What a message points at: "the second one", "the cheaper one", a name, or "it"."""

from __future__ import annotations

import asyncio
import re

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.wanted import Wanted
from actions.turn import JSON, Turn
from language.text import simplify, stem, tokenise
from shop import catalogue
from shop.tables import Product

NAMED_FROM = 0.45  # score from which words alone name a product: kinds of goods stay below
LOOKED_AT = 5  # best hits; the one whose title is said stands among them
TITLED = 0.75  # share of a title's words that a message has
FEWEST = 2  # words, or Chinese characters beyond those of a kind: 奶酪刀 is no kind
FEWEST_HAN = 4
OVERLOOKED = frozenset("the a an with of for and in to".split())
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
        listed = turn.listed
        place = ordinal - 1 if ordinal > 0 else len(listed) + ordinal
        return await catalogue.products(session, listed[place : place + 1] if place >= 0 else [])
    if end := by_price(turn.text):
        goods = [p for p in await catalogue.products(session, shown) if p.variants]
        return sorted(goods, key=_cheapest, reverse=end == "dearest")[:1]
    wanted = Wanted.read(_named(turn))
    if not wanted.empty and (found := await titled(turn, session)):
        return found[:1]
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


async def titled(turn: Turn, session: AsyncSession) -> list[Product]:
    """The goods whose titles a message has in it, the likeliest first."""
    hits = await asyncio.to_thread(turn.services.search.search, turn.text, LOOKED_AT)
    found = await catalogue.products(session, [hit.product_id for hit in hits])
    brands = {each.id: each.words for each in turn.services.brands}
    return [p for p in found if has_title(turn.text, p, brands.get(p.brand_id or "", ()))]


def has_title(text: str, product: Product, brand: tuple[str, ...] = ()) -> bool:
    """Whether a text has most words of a product's title, its brand's aside."""
    said = set(_stems(text))
    brand_words = {word for name in brand for word in _stems(name)}
    for title in (product.title_en, product.title_zh):
        words = [word for word in _stems(title) if word not in brand_words]
        han = sum("\u4e00" <= word[0] <= "\u9fff" for word in words)
        enough = len(words) >= (FEWEST_HAN if han else FEWEST)
        if enough and sum(word in said for word in words) >= TITLED * len(words):
            return True
    return False


def _stems(text: str) -> list[str]:
    found = (stem(token.text) for token in tokenise(simplify(text)))
    return [word for word in found if word.strip() and word not in OVERLOOKED]


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
    fitting = await catalogue.matching(session, turn.filters(wanted, in_stock=False)) & shown
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
    allowed = await catalogue.matching(session, turn.filters(wanted, in_stock=False))
    hits = await asyncio.to_thread(turn.services.search.search, turn.text, 1, allowed)
    if not hits or hits[0].score < NAMED_FROM:
        return []
    found = await catalogue.products(session, [hits[0].product_id])
    named = wanted.brand or (len(wanted.words.split()) > 1 and not IT.search(turn.text))
    return found if named and (not wanted.words or _in_title(wanted.words, found)) else []


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
