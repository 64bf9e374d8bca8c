"""product_price, product_stock, product_question, compare_products: about goods that were shown."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods import pointed_at, variant_name
from actions.purchase import forecast
from actions.questions import asked_about, facts_of
from actions.skill import Skill
from actions.turn import JSON, Turn
from shop import catalogue, events, reviews
from shop.catalogue import money
from shop.tables import Product, Variant

MOST_COMPARED = 4


async def meant(turn: Turn, session: AsyncSession) -> Product | None:
    """The product a message is about; asks which one where that cannot be told."""
    found = await pointed_at(turn, session)
    if found:
        turn.put(focus=found[0].id)
        return found[0]
    shown = await catalogue.products(session, [entry["product_id"] for entry in turn.shown])
    if shown:
        turn.say("utter_which_one")
        turn.show({"quick_replies": [_choice(turn, product) for product in shown]})
    else:
        turn.say("utter_nothing_shown")
    return None


class ProductPrice(Skill):
    """What it costs now, with a reduction and the range over its variants."""

    called = "action_product_price"

    async def answer(self, turn: Turn) -> None:
        """Name the price of the variant meant, or of all."""
        async with turn.reading() as (session, _):
            product = await meant(turn, session)
        if product is None:
            return
        variants = variants_meant(turn, product) or list(product.variants)
        prices = [v.price for v in variants]
        title = catalogue.title(product, turn.language)
        low, high = (money(p, product.currency) for p in (min(prices), max(prices)))
        before = max((v.compare_at or 0 for v in variants), default=0)
        if low != high:
            turn.say("utter_price_range", title=title, low=low, high=high)
        elif before > max(prices):
            turn.say(
                "utter_price_reduced",
                title=title,
                price=low,
                before=money(before, product.currency),
            )
        else:
            turn.say("utter_price", title=title, price=low)
        turn.cards([(product, min(variants, key=lambda v: v.price), "")], ways_on(turn, product))


class ProductStock(Skill):
    """Whether it is there, in the size and colour asked for, and what is there instead."""

    called = "action_product_stock"

    async def answer(self, turn: Turn) -> None:
        """Count what is left of the variants meant."""
        async with turn.reading() as (session, _):
            product = await meant(turn, session)
        if product is None:
            return
        title = catalogue.title(product, turn.language)
        asked = variants_meant(turn, product)
        wanted_variant = bool(turn.slot("size") or turn.slot("colour"))
        if wanted_variant and not asked:
            turn.say("utter_no_such_variant", title=title, have=self._choices(turn, product))
            turn.cards([(product, None, "")], ways_on(turn, product))
            return
        variants = asked or list(product.variants)
        left = [v for v in variants if v.stock > 0]
        if left:
            turn.say("utter_in_stock", title=title, which=self._listed(turn, left))
        else:
            there = [v for v in product.variants if v.stock > 0]
            name = "utter_out_of_stock_but" if there else "utter_out_of_stock"
            turn.say(name, title=title, have=self._listed(turn, there))
        best = left[0] if left else None
        similar = turn.reply("label_similar", f"/card_similar{_payload(product)}")
        replies = ways_on(turn, product) if left else [similar]
        turn.cards([(product, best, "")], replies)

    @staticmethod
    def _listed(turn: Turn, variants: Sequence[Variant]) -> str:
        parts = []
        for v in variants[:8]:
            name = variant_name(turn, v)
            count = turn.word("few_left", count=v.stock) if v.stock < 5 else ""
            parts.append(f"{name}{count}" if name else turn.word("left", count=v.stock))
        return ", ".join(parts)

    @staticmethod
    def _choices(turn: Turn, product: Product) -> str:
        names = (variant_name(turn, v) for v in product.variants if v.stock > 0)
        return ", ".join(dict.fromkeys(filter(None, names)))


class ProductQuestion(Skill):
    """What the catalogue and its buyers say: facts, care, sizes, reviews."""

    called = "action_product_question"

    async def answer(self, turn: Turn) -> None:
        """Answer the fact asked for; where the catalogue does not state it, say so."""
        async with turn.reading() as (session, _):
            product = await meant(turn, session)
            opinion = await reviews.opinion(session, product.id, turn.language) if product else None
        if product is None or opinion is None:
            return
        async with turn.writing() as (session, visitor):
            await events.record(
                session, visitor, "view", product_id=product.id,
                price=min((v.price for v in product.variants), default=None),
                conversation_id=turn.conversation_id,
            )  # fmt: skip
            await forecast(turn, session, visitor)
        title = catalogue.title(product, turn.language)
        topic = asked_about(turn.text)
        if topic == "reviews":
            self._reviews(turn, title, opinion)
        elif topic:
            facts = facts_of(product, topic, turn.services.reader, turn.language)
            if facts:
                turn.say("utter_fact", title=title, facts=facts)
            else:
                turn.say("utter_fact_unknown", title=title, about=turn.word(f"topic_{topic}"))
        if not topic:
            description = product.description_zh if turn.zh else product.description_en
            everything = facts_of(product, "", turn.services.reader, turn.language)
            turn.say("utter_details", title=title, description=description, facts=everything)
        turn.cards([(product, None, "")], ways_on(turn, product))

    @staticmethod
    def _reviews(turn: Turn, title: str, opinion: reviews.Opinion) -> None:
        if not opinion.count:
            turn.say("utter_no_reviews", title=title)
            return
        turn.say("utter_reviews", title=title, count=opinion.count, stars=f"{opinion.stars:.1f}")
        quoted = [r.text for r in (opinion.praise, opinion.complaint) if r]
        if quoted:
            turn.say("utter_quotes", quotes="\n".join(f"“{text}”" for text in quoted))


class CompareProducts(Skill):
    """Two to four goods side by side, by what differs."""

    called = "action_compare_products"

    async def answer(self, turn: Turn) -> None:
        """Compare those named, or the first shown."""
        async with turn.reading() as (session, _):
            shown = await catalogue.products(session, [e["product_id"] for e in turn.shown])
            if len(shown) < 2:
                shown += [p for p in await pointed_at(turn, session) if p not in shown]
            goods = shown[: turn.slot("quantity") or MOST_COMPARED][:MOST_COMPARED]
            rated = await reviews.stars(session, [p.id for p in goods])
        if len(goods) < 2:
            turn.say("utter_compare_what")
            return
        rows = []
        for place, product in enumerate(goods, 1):
            variant = catalogue.best_variant(product)
            facts = facts_of(product, "", turn.services.reader, turn.language)
            mean, count = rated.get(product.id, (0.0, 0))
            parts = [money(variant.price, product.currency) if variant else ""]
            parts += [turn.word("stars", stars=f"{mean:.1f}", count=count)] if count else []
            parts += [facts]
            name = catalogue.title(product, turn.language)
            rows.append(f"{place}. {name}: " + "; ".join(filter(None, parts)))
        turn.say("utter_compare", rows="\n".join(rows))
        cheapest = min(goods, key=lambda p: min(v.price for v in p.variants))
        best = max(goods, key=lambda p: rated.get(p.id, (0.0, 0)))
        verdict = [turn.word("verdict_cheapest", title=catalogue.title(cheapest, turn.language))]
        if best.id in rated and best is not cheapest:
            verdict.append(turn.word("verdict_best", title=catalogue.title(best, turn.language)))
        turn.say("utter_verdict", verdict=" ".join(verdict))
        turn.cards([(p, None, "") for p in goods])


def variants_meant(turn: Turn, product: Product) -> list[Variant]:
    """The variants of the colour and size that the message names; empty when it names none."""
    sizes = {str(s).casefold() for s in turn.slot("size") or ()}
    colours = set(turn.slot("colour") or ())
    if not sizes and not colours:
        return []
    return [
        v
        for v in product.variants
        if (not sizes or v.size.casefold() in sizes) and (not colours or v.colour in colours)
    ]


def ways_on(turn: Turn, product: Product) -> list[JSON]:
    """What one may want next with one product in view."""
    payload = _payload(product)
    return [
        turn.reply("label_add", f"/card_add{payload}"),
        turn.reply("label_reviews", f"/product_reviews{payload}"),
        turn.reply("label_similar", f"/card_similar{payload}"),
    ]


def _choice(turn: Turn, product: Product) -> JSON:
    title = catalogue.title(product, turn.language)
    return {"title": title, "payload": f"/card_details{_payload(product)}"}


def _payload(product: Product) -> str:
    return json.dumps({"product_id": product.id}, ensure_ascii=False)


SKILLS = (ProductPrice, ProductStock, ProductQuestion, CompareProducts)
