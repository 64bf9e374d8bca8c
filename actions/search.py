"""search_product and refine_search: goods for what a shopper describes, over several messages."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

from actions import measures, sold_out
from actions.goods import search
from actions.pointing import NAMED_FROM
from actions.purchase import READY, forecast
from actions.skill import Skill
from actions.turn import JSON, MOST_CARDS, Turn
from actions.wanted import ALIKE, CHEAPER, DEARER, MORE, Wanted, from_slots
from shop import catalogue, events
from shop.catalogue import Filters, money

OWNED = (
    "category",
    "brand",
    "colour",
    "size",
    "material",
    "occasion",
    "gender",
    "price_min",
    "price_max",
    "excluded",
    "keywords",
)
FURTHER = 0.9  # "cheaper" asks for a tenth below the middle of what was shown
ROUND = 10  # major units; nobody asks for things under ¥233.10


class SearchProduct(Skill):
    """Goods as described; a new search, though "and a lamp?" keeps price and person."""

    called = "action_search_product"

    async def answer(self, turn: Turn) -> None:
        """Search for what this message says; first a question, where it says very little."""
        said = from_slots({name: turn.slot(name) for name in OWNED})
        if department := turn.given("department"):
            said = replace(said, category=(department,))
        if await ask_first(turn, said) or await sold_out.told(turn):
            return
        before = _before(turn)
        if said.category or not turn.shown or not (before.category or before.words):
            await find(turn, said if said.category or said.words else before.refined(said))
        elif await _mentioned(turn, before, said.words) or not await _names_goods(turn, said.words):
            await self.services.skills["action_refine_search"].answer(turn)
        else:
            await find(turn, said)


class RefineSearch(Skill):
    """ "In blue", "cheaper", "show me more": changes to the search before."""

    called = "action_refine_search"

    async def answer(self, turn: Turn) -> None:
        """Change the running search by what this message says, and search again."""
        said = from_slots({name: turn.slot(name) for name in OWNED})
        before = _before(turn)
        if before.empty and said.silent and not turn.shown:
            await ask_first(turn, said)
            return
        if ALIKE.search(turn.text) and turn.shown:
            await self.services.skills["action_similar"].answer(turn)
            return
        if not said.category and (before.words or before.category):
            # What the tagger could not place is no name of goods here, but what they should be;
            # beside a colour or a price it is mere talk, unless some goods mention it.
            bare = replace(said, words="")
            asked = bare.silent or await _mentioned(turn, before, said.words)
            said = replace(bare, feature=said.words if asked else "")
        direction = turn.given("direction") or _direction(turn.text)
        if direction and said.price_max is None and said.price_min is None:
            await find(turn, await _priced(turn, before.refined(said), direction))
        elif said.silent and (way := measures.direction(turn.text)):
            await _sized(turn, before, way)
        elif said.silent and not turn.given("more") and not MORE.search(turn.text):
            await _again(turn, before)
        else:
            await find(turn, before.refined(said), more=said.silent)


async def find(turn: Turn, wanted: Wanted, *, more: bool = False) -> None:
    """Search and show, saying what was given up when nothing fits."""
    seen = set(turn.slot("seen") or ()) if more else set()
    async with turn.reading() as (session, _):
        results = await search(turn, session, wanted, MOST_CARDS, seen)
    async with turn.writing() as (session, visitor):
        query = turn.text or wanted.words
        await events.record(
            session, visitor, "search", query=query, conversation_id=turn.conversation_id
        )
        await forecast(turn, session, visitor)
    # A wish that no goods mention is not asked of every search to come.
    kept = replace(wanted, feature="") if "feature" in results.given_up else wanted
    turn.put(wanted=kept.write(), asked=None)
    if not results.goods:
        turn.say("utter_no_more" if more else "utter_nothing_found")
        turn.show({"quick_replies": [turn.reply("label_popular", "/recommend")]})
        return
    ids = [product.id for product, _, _ in results.goods]
    turn.put(seen=[*sorted(seen), *ids])
    what = describe(turn, wanted)
    if results.given_up:
        lost = ("或" if turn.zh else " or ").join(
            _given_up(turn, wanted, name) for name in results.given_up
        )
        turn.say("utter_nearest", what=what, given_up=lost)
    elif not what:
        turn.say("utter_found_any")
    elif more:
        turn.say("utter_more", what=what)
    else:
        turn.say("utter_found", what=what, count=len(results.goods))
    turn.cards(results.goods, _refinements(turn, len(results.goods)))


async def _names_goods(turn: Turn, words: str) -> bool:
    """Whether the words are some product's own name."""
    hits = await asyncio.to_thread(turn.services.search.search, words, 1)
    return bool(hits) and hits[0].score >= NAMED_FROM


async def _mentioned(turn: Turn, wanted: Wanted, words: str) -> bool:
    """Whether some goods of a search mention the words."""
    if not words:
        return False
    async with turn.reading() as (session, _):
        goods = await catalogue.matching(session, turn.filters(Wanted(category=wanted.category)))
    return bool(await asyncio.to_thread(turn.services.search.mentioning, words, goods))


async def ask_first(turn: Turn, said: Wanted) -> bool:
    """Ask one question before showing goods, where there is a whole department to choose from.

    Never twice in a row, and not to someone who is about to buy: they see goods at once.
    """
    if not said.empty and said != Wanted(category=said.category):
        return False
    async with turn.writing() as (session, visitor):
        choices = await catalogue.children(session, said.category)
        if not choices or turn.slot("asked"):
            return False
        if not said.empty and await forecast(turn, session, visitor) >= READY:
            return False
    name = "department" if said.empty else "family"
    replies = [
        {
            "title": choice.name_zh if turn.zh else choice.name_en,
            "payload": "/search_product" + json.dumps({"department": choice.id}),
        }
        for choice in choices
    ]
    turn.put(asked=name, wanted=said.write())
    what = turn.services.reader.describe(said.category, turn.language)
    turn.say(f"utter_ask_{name}", what=what)
    turn.show({"quick_replies": replies})
    return True


def describe(turn: Turn, wanted: Wanted) -> str:
    """The search in a few words, so that a shopper sees what was understood."""
    reader, language = turn.services.reader, turn.language
    parts = [reader.describe(getattr(wanted, slot), language) for slot in ("brand", "category")]
    parts += [reader.describe(getattr(wanted, s), language) for s in ("colour", "material")]
    parts += [reader.describe(wanted.occasion, language)]
    parts += [_sizes(turn, wanted)] if wanted.size else []
    parts += [reader.describe((wanted.gender,), language)] if wanted.gender else []
    parts += [wanted.feature] if wanted.category else [wanted.words, wanted.feature]
    for slot, name in wanted.excluded:
        parts.append(turn.word("not_this", what=reader.describe((name,), language) or slot))
    parts.append(_price(turn, wanted))
    return " · ".join(part for part in parts if part)


def _sizes(turn: Turn, wanted: Wanted) -> str:
    said = "/".join(wanted.size)
    return said if " " in said else turn.word("size_is", size=said)  # "15 inch" says it all


def _price(turn: Turn, wanted: Wanted) -> str:
    currency = turn.services.settings.currency
    low, high = (
        money(p, currency) if p is not None else "" for p in (wanted.price_min, wanted.price_max)
    )
    if low and high:
        return f"{low}-{high}"
    if high:
        return turn.word("price_under", price=high)
    return turn.word("price_over", price=low) if low else ""


def _before(turn: Turn) -> Wanted:
    return Wanted.read(turn.slot("wanted"))


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


async def _sized(turn: Turn, wanted: Wanted, way: int) -> None:
    """Goods of the running search that are bigger (1) or smaller (-1) than those shown."""
    async with turn.reading() as (session, _):
        shown = await catalogue.products(session, [entry["product_id"] for entry in turn.shown])
        kinds = frozenset(p.category_id for p in shown if p.category_id)
        filters = replace(turn.filters(wanted), category=kinds)
        allowed = await catalogue.matching(session, filters) - turn.rejected
        if allowed <= {p.id for p in shown}:  # nothing else fits; any of the kind, then
            filters = Filters(category=kinds)
            allowed = await catalogue.matching(session, filters) - turn.rejected
        goods = await catalogue.products(session, sorted(allowed)) if kinds else []
    further = await asyncio.to_thread(measures.beyond, goods, shown, way)
    if not further:
        turn.say("utter_no_bigger" if way > 0 else "utter_no_smaller")
        return
    turn.put(asked=None)
    turn.say("utter_bigger" if way > 0 else "utter_smaller")
    found = [(p, catalogue.best_variant(p, filters), "") for p in further]
    turn.cards(found, _refinements(turn, len(found)))


async def _again(turn: Turn, wanted: Wanted) -> None:
    """What was shown once more, where a message changes nothing; and what may be changed."""
    async with turn.reading() as (session, _):
        goods = await catalogue.products(session, [entry["product_id"] for entry in turn.shown])
    if not goods:
        await find(turn, wanted)
        return
    turn.say("utter_again")
    why = {entry["product_id"]: entry.get("why") or "" for entry in turn.shown}
    turn.cards([(p, None, why[p.id]) for p in goods], _refinements(turn, len(goods)))


def _given_up(turn: Turn, wanted: Wanted, name: str) -> str:
    return f"“{wanted.feature}”" if name == "feature" else turn.word(f"given_up_{name}")


def _refinements(turn: Turn, count: int) -> list[JSON]:
    replies = [turn.reply("label_cheaper", '/refine_search{"direction": "cheaper"}')]
    replies.append(turn.reply("label_more", '/refine_search{"more": "yes"}'))
    if count > 1:
        replies.append(turn.reply("label_compare", "/compare_products"))
    return replies


SKILLS = (SearchProduct, RefineSearch)
