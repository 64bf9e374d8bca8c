"""add_to_cart, view_cart: what a shopper means to buy."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart import changes as cart_changes
from actions.cart import currencies, versions
from actions.cart.versions import Choice
from actions.goods.items import meant
from actions.goods.version_names import listed, variant_name
from actions.purchase import forecast
from actions.skill import Skill
from actions.turn import JSON, Turn
from language.text import simplify
from shop import carts, catalogue, effects
from shop.catalogue import money
from shop.errors import Conflict, Invalid, NotFound
from shop.tables import Product, Variant

AGAIN = re.compile(
    r"\b(another|(one|two|three|\d) more|more of)\b|"
    r"再(来|加|要|拿|买)|多(加|来|要|拿)|加(一|1)[个件双]",
    re.IGNORECASE,
)


class AddToCart(Skill):
    """Puts the thing meant into the cart; asks for size or colour where there is a choice."""

    called = "action_add_to_cart"

    async def answer(self, turn: Turn) -> None:
        """Add once, whatever happens to the turn."""
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            product = await self._product(turn, session, cart)
        if product is None:
            return
        adding = versions.of_this(turn, product) or {}
        # "the second one" is a place, not a number of pieces.
        quantity = int(turn.slot("quantity") or adding.get("quantity") or 1)
        held = self._held(turn, product, cart)
        choice = Choice(one=held) if held else versions.chosen(turn, product)
        if choice.lacking is not None:
            self._lacking(turn, product, choice)
        if choice.one is not None:
            await self._put(turn, product, choice.one, quantity)
        elif choice.left:
            versions.ask(turn, product, choice, quantity)

    @staticmethod
    async def _product(turn: Turn, session: AsyncSession, cart: carts.Content) -> Product | None:
        if versions.answers_version(turn):
            return await catalogue.product(session, turn.slot("adding")["product_id"])
        points = any(turn.slot(name) for name in ("ordinal", *cart_changes.DESCRIBES))
        held = {line.product.id for line in cart.lines}
        if (
            held
            and not points
            and turn.slot("focus") not in held
            and AGAIN.search(simplify(turn.text))
        ):
            return cart.lines[-1].product
        return await meant(turn, session)

    @staticmethod
    def _held(turn: Turn, product: Product, cart: carts.Content) -> Variant | None:
        """ "One more" is one more of what is in the cart."""
        if turn.slot("size") or turn.slot("colour") or not AGAIN.search(simplify(turn.text)):
            return None
        held = [line.variant for line in cart.lines if line.product.id == product.id]
        return held[0] if len(held) == 1 else None

    @staticmethod
    def _lacking(turn: Turn, product: Product, choice: Choice) -> None:
        """Say that what was asked for is sold out, or does not exist."""
        title = catalogue.title(product, turn.language)
        there = [v for v in product.variants if v.stock > 0]
        if not there:
            turn.say("utter_out_of_stock", title=title)
            payload = json.dumps({"product_id": product.id})
            turn.show({"quick_replies": [turn.reply("label_similar", f"/card_similar{payload}")]})
            return
        name = "utter_out_of_stock_but" if choice.lacking else "utter_no_such_variant"
        turn.say(name, title=title, have=listed(turn, choice.left))

    @staticmethod
    async def _put(turn: Turn, product: Product, variant: Variant, quantity: int) -> None:
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
        except (Conflict, Invalid) as error:
            _refused(turn, error, variant)
            return
        turn.put(adding=None, focus=product.id)
        turn.say("utter_added", title=_called(turn, product, variant), quantity=quantity)
        _show(turn, cart, after_cart(turn))


class ViewCart(Skill):
    """What is in the cart; and taking things out of it."""

    called = "action_view_cart"

    async def answer(self, turn: Turn) -> None:
        """Change what the message asks to change, then show the cart."""
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            change = await self._change(turn, session, cart)
        if change is None:
            return
        if change:
            cart = await self._changed(turn, cart, change)
        if not cart.lines:
            turn.put(in_cart=None)
            turn.say("utter_cart_empty")
            turn.show({"quick_replies": [turn.reply("label_popular", "/recommend")]})
            return
        turn.say(_counted(cart), count=cart.pieces, total=money(cart.total, cart.currency))
        currencies.tell(turn, (cart.total,), cart.currency)
        replies = [
            turn.reply(
                "label_remove",
                "/view_cart" + json.dumps({"variant_id": line.variant.id}),
                title=catalogue.title(line.product, turn.language),
            )
            for line in cart.lines[:4]
        ]
        _show(turn, cart, [turn.reply("label_checkout", "/checkout_help"), *replies])

    @staticmethod
    async def _change(
        turn: Turn, session: AsyncSession, cart: carts.Content
    ) -> dict[str, int] | None:
        """Pieces wanted by variant id, none to change nothing; None where it had to ask."""
        if given := turn.given("variant_id"):
            return {given: 0}
        wish = cart_changes.wished(turn.text) or cart_changes.open_wish(turn)
        if wish is None or not cart.lines:
            return {}
        if wish.way == cart_changes.ALL:
            return {line.variant.id: 0 for line in cart.lines}
        lines = await cart_changes.lines_meant(turn, session, cart.lines)
        if len(lines) == 1:
            return {lines[0].variant.id: wish.pieces(lines[0].quantity)}
        turn.say("utter_which_in_cart" if lines else "utter_not_in_cart")
        _show(turn, cart, after_cart(turn), open=asdict(wish) if lines else None)
        return None

    @staticmethod
    async def _changed(turn: Turn, before: carts.Content, change: dict[str, int]) -> carts.Content:
        """The cart after the change; what is no longer in it is as good as removed."""
        lines = {line.variant.id: line for line in before.lines}
        try:
            async with turn.writing() as (session, visitor):
                for variant_id, pieces in change.items():
                    with suppress(NotFound):
                        await carts.change(session, visitor, variant_id, pieces)
                cart = await carts.content(session, visitor)
        except (Conflict, Invalid) as error:
            _refused(turn, error, lines[next(iter(change))].variant)
            return before
        _tell(turn, lines, change)
        return cart


def _tell(turn: Turn, lines: dict[str, carts.Line], change: dict[str, int]) -> None:
    """What was changed, by name where it is one thing that was there."""
    line = lines.get(next(iter(change)))
    if len(change) > 1 or line is None:
        if lines:
            turn.say("utter_removed")
        return
    called = _called(turn, line.product, line.variant)
    pieces = change[line.variant.id]
    turn.put(focus=line.product.id)
    turn.say("utter_cart_changed" if pieces else "utter_taken_out", title=called, quantity=pieces)


def _refused(turn: Turn, error: Conflict | Invalid, variant: Variant) -> None:
    if isinstance(error, Invalid):
        turn.say("utter_how_many", most=carts.MOST)
    else:
        turn.say("utter_not_enough_stock", count=variant.stock)


def _called(turn: Turn, product: Product, variant: Variant) -> str:
    """A product with its version: "Latte Mug (green)"."""
    title, version = catalogue.title(product, turn.language), variant_name(turn, variant)
    return f"{title} ({version})" if version else title


def _counted(cart: carts.Content) -> str:
    return "utter_cart_one" if cart.pieces == 1 else "utter_cart"


def _show(turn: Turn, cart: carts.Content, replies: list[JSON], **more: Any) -> None:
    turn.put(in_cart={"lines": len(cart.lines), **more})
    turn.show({"cart": brief(turn, cart), "quick_replies": replies})


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
