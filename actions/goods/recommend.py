"""recommend, why_recommended, not_interested: what suits this shopper, and why."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.described import describe
from actions.goods.finding import find
from actions.goods.gifts import liked, serving
from actions.goods.pointing import pointed_at
from actions.goods.recommending import recommended, similar
from actions.goods.retrieval import Found, search
from actions.goods.said import OWNED, said_in
from actions.goods.wanted import Wanted, from_slots
from actions.goods.wishes import ALIKE, CHEAPER, DEARER, GIFT, LIKES
from actions.skill import Skill
from actions.turn import MOST_CARDS, MOST_REJECTED, Turn
from language.interests import interests
from shop import catalogue, effects, events
from shop.selection import Filters
from shop.tables import Product, Visitor

FEW = 4  # goods for what somebody likes from which on nothing else is put beside them


class Recommend(Skill):
    """Goods for this shopper, within what the message says of kind, price, person, occasion."""

    called = "action_recommend"

    async def answer(self, turn: Turn) -> None:
        """Show what the shopper's acts lead to, within what the message names.

        Where it says what somebody likes ("she loves tea"), goods that serve it come first. A
        button, which says nothing, asks for what is popular.
        """
        wanted = said_in(turn)
        if not turn.text and not turn.shown:
            wanted = replace(wanted, order="selling")
        named = wanted.beyond or wanted.said and not wanted.category
        if wanted.order or named and not gift(turn, wanted):
            await find(turn, wanted)  # "a coffee maker" is asked for by its name
            return
        if ALIKE.search(turn.text) and turn.shown:
            await self.services.skills["action_similar"].answer(turn)
            return
        async with turn.reading() as (session, visitor):
            goods = await self._chosen(turn, session, visitor, wanted)
        if not goods:
            turn.say("utter_nothing_found")
            return
        told = replace(wanted, said="", beyond="") if gift(turn, wanted) else wanted
        turn.put(wanted=told.write(), seen=[p.id for p, _, _ in goods], asked=None)
        what = describe(turn, told)
        turn.say("utter_recommend_for" if what else "utter_recommend", what=what)
        replies = [
            turn.reply("label_more", '/refine_search{"more": "yes"}'),
            turn.reply("label_why", "/why_recommended"),
        ]
        turn.cards(goods, replies)

    @staticmethod
    async def _chosen(
        turn: Turn, session: AsyncSession, visitor: Visitor, wanted: Wanted
    ) -> list[Found]:
        """Goods for what somebody likes; where those are few, what suits the shopper besides."""
        wishes = liked(wanted, turn.text) if not wanted.category else []
        goods = await serving(turn, session, wanted, wishes) if wishes else []
        filters = turn.filters(wanted)
        if wanted.category and wanted.words:
            goods = (await search(turn, session, wanted, MOST_CARDS)).goods
        if len(goods) < FEW:
            fitting = await recommended(turn, session, visitor, filters, MOST_CARDS, age=wanted.age)
            known = {product.id for product, _, _ in goods}
            goods += [found for found in fitting if found[0].id not in known]
        for words in wanted.unwanted:
            ids = {product.id for product, _, _ in goods}
            told = await asyncio.to_thread(turn.services.search.mentioning, words, ids)
            goods = [found for found in goods if found[0].id not in told]
        if not goods:
            goods = (await search(turn, session, wanted, MOST_CARDS)).goods
        return goods[:MOST_CARDS]


def gift(turn: Turn, wanted: Wanted) -> bool:
    """Whether goods are asked for by whom they are for, rather than by a name."""
    person = wanted.gender or wanted.age is not None or interests(turn.text)
    return not wanted.category and bool(
        GIFT.search(turn.text) or LIKES.search(turn.text) and person
    )


class WhyRecommended(Skill):
    """The reason kept with what was shown: the act or the likeness that led to it."""

    called = "action_why_recommended"

    async def answer(self, turn: Turn) -> None:
        """Name the reason for the thing meant, or for each thing shown."""
        reasons = {entry["product_id"]: entry.get("why") or "" for entry in turn.shown}
        async with turn.reading() as (session, _):
            meant = await pointed_at(turn, session)
            goods = meant or await catalogue.products(session, list(reasons))
        goods = [p for p in goods if p.id in reasons]
        if not goods:
            turn.say("utter_nothing_shown")
            return
        lines = [
            f"{catalogue.title(p, turn.language)}: {reasons[p.id] or turn.word('why_search')}"
            for p in goods
        ]
        turn.say("utter_why", reasons="\n".join(f"• {line}" for line in lines))


class NotInterested(Skill):
    """What is turned down is not shown again, and counts against what is like it."""

    called = "action_not_interested"

    async def answer(self, turn: Turn) -> None:
        """Note the rejection and offer others; a whole list turned down is only passed over."""
        if not turn.shown and not turn.given("product_id"):
            turn.say("utter_nothing_shown")
            return
        async with turn.writing() as (session, visitor):
            ids = [product.id for product in await pointed_at(turn, session)]

            async def note() -> dict[str, object]:
                for product_id in ids:
                    await events.record(
                        session,
                        visitor,
                        "dismiss",
                        product_id=product_id,
                        conversation_id=turn.conversation_id,
                    )
                return {}

            await effects.once(session, f"{turn.turn_id}:dismiss", note)
        turn.put(rejected=[*sorted(turn.rejected), *ids][-MOST_REJECTED:])
        wanted = Wanted.read(turn.slot("wanted"))
        passed = turn.rejected | {entry["product_id"] for entry in turn.shown}
        async with turn.reading() as (session, visitor):
            results = await search(turn, session, wanted, MOST_CARDS, passed)
            goods = results.goods if not wanted.empty else []
            goods = goods or await recommended(
                turn, session, visitor, turn.filters(wanted), MOST_CARDS, passed
            )
        turn.say("utter_dismissed" if ids else "utter_others")
        turn.put(seen=[*(turn.slot("seen") or ()), *(p.id for p, _, _ in goods)])
        if goods:
            turn.cards(goods, [turn.reply("label_more", '/refine_search{"more": "yes"}')])


class Similar(Skill):
    """A card's "similar" button, and "more like the second one"."""

    called = "action_similar"

    async def answer(self, turn: Turn) -> None:
        """Show goods like the one meant, cheaper or dearer or in a colour where that is said."""
        async with turn.reading() as (session, _):
            meant = await pointed_at(turn, session)
            goods = (
                await similar(turn, session, meant[0], MOST_CARDS, self._within(turn, meant[0]))
                if meant
                else []
            )
        if not meant:
            turn.say("utter_which_one")
        elif not goods:
            turn.say("utter_no_more")
        else:
            turn.say("utter_similar", title=catalogue.title(meant[0], turn.language))
            wanted = Wanted(category=tuple(filter(None, [meant[0].category_id])))
            turn.put(wanted=wanted.write(), seen=[p.id for p, _, _ in goods])
            payload = json.dumps({"product_id": meant[0].id})
            turn.cards(goods, [turn.reply("label_details", f"/card_details{payload}")])

    @staticmethod
    def _within(turn: Turn, product: Product) -> Filters:
        said = from_slots({name: turn.slot(name) for name in OWNED})
        filters = turn.filters(replace(said, category=(), words=""))
        prices = [variant.price for variant in product.variants]
        if CHEAPER.search(turn.text) and filters.price_max is None and prices:
            return replace(filters, price_max=min(prices) - 1)
        if DEARER.search(turn.text) and filters.price_min is None and prices:
            return replace(filters, price_min=max(prices) + 1)
        return filters


SKILLS = (Recommend, WhyRecommended, NotInterested, Similar)
