"""add_to_cart, view_cart: what a shopper means to buy."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods import variant_name
from actions.items import meant, variants_meant
from actions.pointing import pointed_at
from actions.purchase import forecast
from actions.skill import Skill
from actions.turn import JSON, Turn
from actions.wanted import Wanted
from shop import carts, catalogue, effects
from shop.catalogue import money
from shop.errors import Conflict, Invalid, NotFound
from shop.tables import Product, Variant

REMOVE = re.compile(
    r"\b(remove|delete|take (it |that |them )?out|drop|empty|clear|don'?t want|without)\b|"
    r"删|去掉|拿掉|拿出来|移除|不要了|清空|少(一|1)(个|件)|减(一|1)?(个|件)|one (less|fewer)",
    re.IGNORECASE,
)
ALL = re.compile(r"\b(all|everything|empty|clear|whole)\b|清空|全部|全删|都", re.IGNORECASE)
ONE_LESS = re.compile(
    r"\b(remove|delete|drop) one\b(?! (with|in|that))|\bone (less|fewer)\b|少(一|1)(个|件)|"
    r"减(一|1)?(个|件)",
    re.IGNORECASE,
)


class AddToCart(Skill):
    """Puts the thing meant into the cart; asks for size or colour where there is a choice."""

    called = "action_add_to_cart"

    async def answer(self, turn: Turn) -> None:
        """Add once, whatever happens to the turn."""
        async with turn.reading() as (session, _):
            product = await meant(turn, session)
        if product is None:
            return
        variant = self._variant(turn, product)
        if variant is None:
            self._ask(turn, product)
            return
        # "the second one" is a place, not a number of pieces.
        quantity = int(turn.slot("quantity") or 1)
        try:
            async with turn.writing() as (session, visitor):

                async def put() -> dict[str, Any]:
                    count = await carts.add(
                        session, visitor, variant.id, quantity, turn.conversation_id
                    )
                    return {"count": count}

                await effects.once(session, f"{turn.turn_id}:add", put)
                cart = await carts.content(session, visitor)
                await forecast(turn, session, visitor)
        except Conflict:
            turn.say("utter_not_enough_stock", count=variant.stock)
            return
        except Invalid:
            turn.say("utter_how_many", most=carts.MOST)
            return
        name = " ".join(
            filter(
                None,
                (
                    catalogue.title(product, turn.language),
                    f"({n})" if (n := variant_name(turn, variant)) else "",
                ),
            )
        )
        turn.say("utter_added", title=name, quantity=quantity)
        turn.show({"cart": brief(turn, cart), "quick_replies": after_cart(turn)})

    @staticmethod
    def _variant(turn: Turn, product: Product) -> Variant | None:
        given = turn.given("variant_id")
        chosen = [v for v in product.variants if v.id == given] or variants_meant(turn, product)
        chosen = chosen or _as_searched(turn, product) or list(product.variants)
        there = [v for v in chosen if v.stock > 0]
        if given and there:
            # A card stands for its colour; sizes are still the shopper's to choose.
            sizes = {v.size for v in product.variants if v.colour == there[0].colour}
            if len(sizes) > 1 and not turn.given("chosen"):
                return None
        if len({v.size for v in there}) > 1:
            return None
        seen = {e["variant_id"] for e in turn.shown if e["product_id"] == product.id}
        colours = {v.colour for v in product.variants if v.id in seen}
        as_seen = [v for v in there if v.colour in colours]
        return (as_seen or there or chosen)[0]

    @staticmethod
    def _ask(turn: Turn, product: Product) -> None:
        given = turn.given("variant_id")
        colours = {v.colour for v in product.variants if v.id == given} or set(
            turn.slot("colour") or ()
        )
        choices = [
            v for v in product.variants if v.stock > 0 and (not colours or v.colour in colours)
        ]
        turn.say("utter_which_variant", title=catalogue.title(product, turn.language))
        replies = [
            {
                "title": variant_name(turn, v),
                "payload": "/card_add"
                + json.dumps({"product_id": product.id, "variant_id": v.id, "chosen": "yes"}),
            }
            for v in choices[:12]
        ]
        turn.show({"quick_replies": replies, "expects": "variant"})


class ViewCart(Skill):
    """What is in the cart; and taking things out of it."""

    called = "action_view_cart"

    async def answer(self, turn: Turn) -> None:
        """Change what the message asks to change, then show the cart."""
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            change = await self._change(turn, session, cart)
        if change is not None:
            cart = await self._changed(turn, change)
        if not cart.lines:
            turn.say("utter_cart_empty")
            turn.show({"quick_replies": [turn.reply("label_popular", "/recommend")]})
            return
        turn.say("utter_cart", count=cart.pieces, total=money(cart.total, cart.currency))
        replies = [
            turn.reply(
                "label_remove",
                "/view_cart" + json.dumps({"variant_id": line.variant.id}),
                title=catalogue.title(line.product, turn.language),
            )
            for line in cart.lines[:4]
        ]
        checkout = turn.reply("label_checkout", "/checkout_help")
        turn.show({"cart": brief(turn, cart), "quick_replies": [checkout, *replies]})

    @staticmethod
    async def _change(
        turn: Turn, session: AsyncSession, cart: carts.Content
    ) -> dict[str, int] | None:
        """Pieces wanted by variant id, None for a message that changes nothing."""
        if given := turn.given("variant_id"):
            return {given: 0}
        removes = bool(REMOVE.search(turn.text))
        if removes and ALL.search(turn.text):
            return {line.variant.id: 0 for line in cart.lines}
        number = turn.slot("quantity") or (1 if ONE_LESS.search(turn.text) else None)
        if (number is None and not removes) or not cart.lines:
            return None
        ids = {p.id for p in await pointed_at(turn, session)}
        lines = [line for line in cart.lines if line.product.id in ids]
        place = int(turn.slot("ordinal") or 0)
        if not lines and 0 < place <= len(cart.lines):
            lines = [cart.lines[place - 1]]
        if not lines and len(cart.lines) == 1:
            lines = [cart.lines[0]]
        if not lines:
            return None
        pieces = int(number or lines[0].quantity)
        left = lines[0].quantity - pieces if removes else pieces
        return {lines[0].variant.id: max(left, 0)}

    @staticmethod
    async def _changed(turn: Turn, change: dict[str, int]) -> carts.Content:
        """The cart after the change; what is no longer in it is as good as removed."""
        async with turn.writing() as (session, visitor):
            for variant_id, pieces in change.items():
                with suppress(NotFound):
                    await carts.change(session, visitor, variant_id, pieces)
            cart = await carts.content(session, visitor)
        turn.say("utter_cart_changed" if any(change.values()) else "utter_removed")
        return cart


def _as_searched(turn: Turn, product: Product) -> list[Variant]:
    """The variants of the colour and size that the running search asks for."""
    wanted = Wanted.read(turn.slot("wanted"))
    if not wanted.colour and not wanted.size:
        return []
    filters = turn.filters(Wanted(colour=wanted.colour, size=wanted.size))
    return [variant for variant in product.variants if filters.fits(variant)]


def brief(turn: Turn, cart: carts.Content) -> JSON:
    """A cart as the widget shows it."""
    return {
        "lines": [
            {
                "product_id": line.product.id,
                "variant_id": line.variant.id,
                "title": catalogue.title(line.product, turn.language),
                "image": line.variant.image or line.product.image,
                "variant": variant_name(turn, line.variant),
                "quantity": line.quantity,
                "total_text": money(line.total, cart.currency),
            }
            for line in cart.lines
        ],
        "pieces": cart.pieces,
        "discount_text": money(-cart.discount, cart.currency) if cart.discount else "",
        "total_text": money(cart.total, cart.currency) if cart.lines else "",
    }


def after_cart(turn: Turn) -> list[JSON]:
    """What one may want next with something in the cart."""
    return [
        turn.reply("label_checkout", "/checkout_help"),
        turn.reply("label_cart", "/view_cart"),
        turn.reply("label_coupons", "/coupon_discount"),
    ]


SKILLS = (AddToCart, ViewCart)
