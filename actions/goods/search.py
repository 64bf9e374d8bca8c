"""search_product and refine_search: goods for what a shopper describes, over several messages."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from actions.goods import measures, sold_out
from actions.goods.described import price, refinements
from actions.goods.finding import ask_first, find
from actions.goods.measures import Change
from actions.goods.pointing import by_price, names_goods
from actions.goods.questions import told_fact
from actions.goods.said import said_in
from actions.goods.wanted import Wanted
from actions.goods.wishes import (
    ALIKE,
    ANY_PRICE,
    CHEAPER,
    DEARER,
    GIFT,
    GOES_ON,
    HAVE,
    MORE,
    PURPOSE,
)
from actions.skill import Skill
from actions.turn import Turn
from language.interests import interests
from shop import catalogue, selection
from shop.selection import Filters
from shop.tables import Product

FURTHER = 0.9  # "cheaper" asks for a tenth below the middle of what was shown
ROUND = 10  # major units; nobody asks for things under ¥233.10


class SearchProduct(Skill):
    """Goods as described; a new search, though "and a lamp?" keeps price and person."""

    called = "action_search_product"

    async def answer(self, turn: Turn) -> None:
        """Search for what this message says; first a question, where it says very little."""
        said = said_in(turn)
        if department := turn.given("department"):
            said = replace(said, category=(department,))
        if await ask_first(turn, said) or await sold_out.told(turn):
            return
        before = _before(turn)
        if turn.shown and (measures.change(turn.text) or turns_down(before, said)):
            await self.services.skills["action_refine_search"].answer(turn)
            return
        known = said.person or interests(turn.text)
        if known and GIFT.search(turn.text) and not said.category:
            await self.services.skills["action_recommend"].answer(turn)
            return
        if said.category:
            await _another(turn, before, said)
        elif not turn.shown or not (before.category or before.words):
            await find(turn, said if said.words else before.refined(said))
        elif not turn.services.search.mentioned(said.words) and HAVE.search(turn.text):
            await find(turn, said)  # "do you have assam?" is no wish for what was searched before
        elif (
            PURPOSE.search(turn.text)
            or await _mentioned(turn, before, said.words)
            or not (said.said or await names_goods(turn, said.words))
        ):
            await self.services.skills["action_refine_search"].answer(turn)
        else:
            await find(turn, said)


class RefineSearch(Skill):
    """ "In blue", "cheaper", "show me more": changes to the search before."""

    called = "action_refine_search"

    async def answer(self, turn: Turn) -> None:
        """Change the running search by what this message says, and search again."""
        said, before = said_in(turn), _before(turn)
        if turn.given("drop") or ANY_PRICE.search(turn.text):
            before = before.without("price")
            said = replace(said, words="") if not said.category else said
            await find(turn, before.refined(said))
            return
        if before.empty and said.silent and not turn.shown:
            await ask_first(turn, said)
            return
        if ALIKE.search(turn.text) and turn.shown:
            await self.services.skills["action_similar"].answer(turn)
            return
        if turn.shown and (change := measures.change(turn.text)) and _bare(said).silent:
            await _sized(turn, before, change)
            return
        if turns_down(before, said):
            turn.put(wanted=replace(before, category=()).refined(said).write())
            await self.services.skills["action_recommend"].answer(turn)
            return
        if turn.shown and said.order and by_price(turn.text) and _only_order(said):
            await self.services.skills["action_product_question"].answer(turn)
            return
        if said.category and said.category != before.category:
            await _another(turn, before, said)
            return
        other = _bare(said).silent and not said.category
        if said.said and other and not await _mentioned(turn, before, said.said):
            await find(turn, said)  # goods of another kind, which no category knows
            return
        if not said.category and (before.words or before.category):
            # What the tagger could not place is no name of goods here, but what they should be;
            # beside a colour or a price it is mere talk, unless some goods mention it.
            bare = _bare(said)
            asked = bare.silent or await _mentioned(turn, before, said.words)
            said = replace(bare, feature=said.words if asked else "")
        await self._changed(turn, before, said)

    async def _changed(self, turn: Turn, before: Wanted, said: Wanted) -> None:
        direction = turn.given("direction") or _direction(turn.text)
        if direction and not said.order and said.price_max is None and said.price_min is None:
            await find(turn, await _priced(turn, before.refined(said), direction))
        elif said.silent and not turn.given("more") and not MORE.search(turn.text):
            await _again(turn, before)
        else:
            await find(turn, before.refined(said), more=said.silent)


async def _another(turn: Turn, before: Wanted, said: Wanted) -> None:
    """Search for another kind of goods: "and a mug?" keeps price and person, "mugs" does not.

    After a photo of several things it says which of them is meant.
    """
    if before.photo and not before.category:
        await find(turn, replace(before.refined(said), photo=before.photo))
        return
    if not GOES_ON.search(turn.text) or before.empty:
        await find(turn, said)
        return
    wanted = before.refined(said)
    await find(turn, wanted, kept="" if price(turn, said) else price(turn, wanted))


async def _mentioned(turn: Turn, wanted: Wanted, words: str) -> bool:
    """Whether some goods of a search mention the words."""
    if not words:
        return False
    async with turn.reading() as (session, _):
        goods = await selection.matching(session, turn.filters(Wanted(category=wanted.category)))
    return bool(await asyncio.to_thread(turn.services.search.mentioning, words, goods))


def _before(turn: Turn) -> Wanted:
    return Wanted.read(turn.slot("wanted"))


def _bare(said: Wanted) -> Wanted:
    """What is said without the words that no slot took."""
    return replace(said, words="", said="", beyond="")


def turns_down(before: Wanted, said: Wanted) -> bool:
    """Whether a message only says that the goods of the search are not wanted: "no more pans"."""
    gone = {name for slot, name in said.excluded if slot == "category"}
    return bool(gone) and not said.category and (not before.category or gone >= {*before.category})


def _only_order(said: Wanted) -> bool:
    return replace(said, order="").silent


def _direction(text: str) -> str | None:
    if CHEAPER.search(text):
        return "cheaper"
    return "dearer" if DEARER.search(text) else None


async def _priced(turn: Turn, wanted: Wanted, direction: str) -> Wanted:
    """The search, below or above the middle price of what was shown."""
    async with turn.reading() as (session, _):
        ids = [entry["product_id"] for entry in turn.shown]
        goods = await catalogue.products(session, ids)
    prices = sorted(v.price for p in goods if (v := catalogue.best_variant(p)))
    if not prices:
        return wanted
    middle = prices[len(prices) // 2]
    if direction == "cheaper":
        return replace(wanted, price_max=_rounded(turn, middle * FURTHER), price_min=None)
    return replace(wanted, price_min=middle, price_max=None)


def _rounded(turn: Turn, price: float) -> int:
    """An amount as a person would name it."""
    step = ROUND * catalogue.minor_units(turn.services.settings.currency)
    return round(price / step) * step if price > 2 * step else round(price)


async def _sized(turn: Turn, wanted: Wanted, change: Change) -> None:
    """Goods of the running search that are bigger, smaller, lighter, heavier than those shown."""
    async with turn.reading() as (session, _):
        shown = await catalogue.products(session, [entry["product_id"] for entry in turn.shown])
        kinds = frozenset(p.category_id for p in shown if p.category_id)
        filters = replace(turn.filters(wanted), category=kinds)
        allowed = await selection.matching(session, filters) - turn.rejected
        if allowed <= {p.id for p in shown}:  # nothing else fits; any of the kind, then
            filters = Filters(category=kinds)
            allowed = await selection.matching(session, filters) - turn.rejected
        goods = await catalogue.products(session, sorted(allowed)) if kinds else []
    further = await asyncio.to_thread(measures.further, goods, shown, change)
    if not further:
        turn.say(f"utter_no_{change.name}")
        return
    turn.put(asked=None)
    turn.say(f"utter_{change.name}")
    found = [(p, catalogue.best_variant(p, filters), _stated(turn, p, change)) for p in further]
    turn.cards(found, refinements(turn, len(found)))


def _stated(turn: Turn, product: Product, change: Change) -> str:
    """The first of the facts that a product states."""
    facts = product.attributes.get("facts") or {}
    fact = next((name for name in change.facts if name in facts), "")
    return told_fact(product, fact, turn.services.reader, turn.language) if fact else ""


async def _again(turn: Turn, wanted: Wanted) -> None:
    """What was shown once more, where a message changes nothing; and what may be changed."""
    async with turn.reading() as (session, _):
        goods = await catalogue.products(session, [entry["product_id"] for entry in turn.shown])
    if not goods:
        await find(turn, wanted)
        return
    turn.say("utter_again")
    why = {entry["product_id"]: entry.get("why") or "" for entry in turn.shown}
    turn.cards(
        [(p, turn.variant_shown(p), why[p.id]) for p in goods], refinements(turn, len(goods))
    )


SKILLS = (SearchProduct, RefineSearch)
