"""product_price, product_stock: of one of the goods that were shown."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart import currencies
from actions.cart.versions import variants_meant
from actions.goods.pointing import pointed_at, speaks_of
from actions.goods.questions import asked_about
from actions.goods.version_names import listed, variant_name
from actions.skill import Skill
from actions.turn import JSON, Turn
from shop import catalogue
from shop.catalogue import money
from shop.tables import Product, Variant

OF_PRICE = re.compile(
    r"price|cost|how much is|how much (for|are)|价|多少钱|几块|几钱|贵", re.IGNORECASE
)


async def meant(turn: Turn, session: AsyncSession, *, strictly: bool = False) -> Product | None:
    """The product a message is about; asks which one where that cannot be told.

    `strictly` never takes the one in view for another that the message names: "is keemun in
    stock" is then searched for.
    """
    found = await pointed_at(turn, session)
    if found and strictly and not speaks_of(turn, found[0]):
        await turn.services.skills["action_search_product"].answer(turn)
        return None
    if found:
        turn.put(focus=found[0].id)
        return found[0]
    shown = await catalogue.products(session, [entry["product_id"] for entry in turn.shown])
    if len(shown) > 1 and (turn.slot("colour") or turn.slot("size")):
        # "Do you have it in black", of a whole list, asks for the black ones.
        await turn.services.skills["action_refine_search"].answer(turn)
    elif shown:
        place = turn.slot("ordinal") or 0
        turn.say(
            "utter_only_so_many" if place > len(shown) else "utter_which_one", count=len(shown)
        )
        turn.show({"quick_replies": [_choice(turn, product) for product in shown]})
    elif turn.slot("category"):  # "add a mug to my cart": which one, is to be seen first
        await turn.services.skills["action_search_product"].answer(turn)
    else:
        turn.say("utter_nothing_shown")
    return None


class ProductPrice(Skill):
    """What it costs now, with a reduction and the range over its variants."""

    called = "action_product_price"

    async def answer(self, turn: Turn) -> None:
        """Name the price of the variant meant, or of all; "how much power" is no such question."""
        if asked_about(turn.text) and not OF_PRICE.search(turn.text):
            await self.services.skills["action_product_question"].answer(turn)
            return
        async with turn.reading() as (session, _):
            product = await meant(turn, session, strictly=True)
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
        currencies.tell(turn, prices, product.currency)
        turn.detail(product, min(variants, key=lambda v: v.price), ways_on(turn, product))


class ProductStock(Skill):
    """Whether it is there, in the size and colour asked for, and what is there instead."""

    called = "action_product_stock"

    async def answer(self, turn: Turn) -> None:
        """Count what is left of the variants meant."""
        async with turn.reading() as (session, _):
            product = await meant(turn, session, strictly=True)
        if product is None:
            return
        title = catalogue.title(product, turn.language)
        asked = variants_meant(turn, product)
        wanted_variant = bool(turn.slot("size") or turn.slot("colour"))
        if wanted_variant and not asked:
            turn.say("utter_no_such_variant", title=title, have=choices(turn, product))
            turn.detail(product, None, ways_on(turn, product))
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
        turn.detail(product, best, replies)

    @staticmethod
    def _listed(turn: Turn, variants: Sequence[Variant]) -> str:
        parts = []
        for v in variants[:8]:
            name = variant_name(turn, v)
            count = turn.word("few_left", count=v.stock) if v.stock < 5 else ""
            parts.append(f"{name}{count}" if name else turn.word("left", count=v.stock))
        return ", ".join(parts)


def choices(turn: Turn, product: Product) -> str:
    """The colours and sizes that are there, as one reads them."""
    return listed(turn, [v for v in product.variants if v.stock > 0])


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


SKILLS = (ProductPrice, ProductStock)
