"""recommend, why_recommended, not_interested: what suits this shopper, and why."""

from __future__ import annotations

import json

from actions.goods import pointed_at, recommended, search, similar
from actions.search import OWNED
from actions.skill import Skill
from actions.turn import MOST_CARDS, MOST_REJECTED, Turn
from actions.wanted import Wanted, from_slots
from shop import catalogue, effects, events


class Recommend(Skill):
    """Goods for this shopper, within what the message says of kind, price, person, occasion."""

    called = "action_recommend"

    async def answer(self, turn: Turn) -> None:
        """Show what the shopper's acts lead to; where a kind is named, only that kind."""
        wanted = from_slots({name: turn.slot(name) for name in OWNED})
        async with turn.reading() as (session, visitor):
            goods = await recommended(turn, session, visitor, wanted.filters(), MOST_CARDS)
            if not goods:
                results = await search(turn, session, wanted, MOST_CARDS)
                goods = results.goods
        if not goods:
            turn.say("utter_nothing_found")
            return
        turn.put(wanted=wanted.write(), seen=[p.id for p, _, _ in goods])
        turn.say("utter_recommend")
        replies = [
            turn.reply("label_more", '/refine_search{"more": "yes"}'),
            turn.reply("label_why", "/why_recommended"),
        ]
        turn.cards(goods, replies)


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
        """Note the rejection of one thing, or of all that was shown, and offer others."""
        async with turn.writing() as (session, visitor):
            meant = await pointed_at(turn, session)
            ids = [p.id for p in meant] or [entry["product_id"] for entry in turn.shown]
            if not ids:
                turn.say("utter_nothing_shown")
                return

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
        async with turn.reading() as (session, visitor):
            goods = await recommended(turn, session, visitor, wanted.filters(), MOST_CARDS)
        turn.say("utter_dismissed")
        if goods:
            turn.cards(goods)


class Similar(Skill):
    """A card's "similar" button, and "more like the second one"."""

    called = "action_similar"

    async def answer(self, turn: Turn) -> None:
        """Show goods like the one meant."""
        async with turn.reading() as (session, _):
            meant = await pointed_at(turn, session)
            goods = await similar(turn, session, meant[0].id, MOST_CARDS) if meant else []
        if not meant:
            turn.say("utter_which_one")
        elif not goods:
            turn.say("utter_no_more")
        else:
            turn.say("utter_similar", title=catalogue.title(meant[0], turn.language))
            payload = json.dumps({"product_id": meant[0].id})
            turn.cards(goods, [turn.reply("label_details", f"/card_details{payload}")])


SKILLS = (Recommend, WhyRecommended, NotInterested, Similar)
