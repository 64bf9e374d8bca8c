"""view_cart: what is in the cart; and changing it by words."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, replace

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart import changes, currencies, swap
from actions.cart.add import refused
from actions.cart.changes import Wish
from actions.cart.lines import all_meant, lines_meant, named
from actions.cart.past import note
from actions.cart.routes import EMPTY
from actions.cart.showing import after_cart, called, listed, show, tell
from actions.cart.wishes import open_wish, wish_of
from actions.skill import Skill
from actions.turn import JSON, Turn
from shop import carts, catalogue
from shop.catalogue import money
from shop.errors import Conflict, Invalid, NotFound

Change = dict[str, int]  # pieces wanted by variant id


class ViewCart(Skill):
    """What is in the cart; taking things out of it, more or fewer of them, other versions."""

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
        self._show(turn, cart)

    async def emptied(self, turn: Turn) -> None:
        """Take everything out, after the question."""
        turn.put(asked=None)
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
        change = {line.variant.id: 0 for line in cart.lines}
        self._show(turn, await self._changed(turn, cart, change) if change else cart)

    @staticmethod
    def _show(turn: Turn, cart: carts.Content) -> None:
        tell(turn, cart)
        if not cart.lines:
            return
        currencies.tell(turn, (cart.total,), cart.currency)
        replies = [
            turn.reply(
                "label_remove",
                "/view_cart" + json.dumps({"variant_id": line.variant.id}),
                title=catalogue.title(line.product, turn.language),
            )
            for line in cart.lines[:4]
        ]
        show(turn, cart, [turn.reply("label_checkout", "/checkout_help"), *replies])

    async def _change(
        self, turn: Turn, session: AsyncSession, cart: carts.Content
    ) -> Change | None:
        """What is wanted, empty to change nothing; None where it had to ask or say something."""
        if given := turn.given("variant_id"):
            return {given: 0}
        wish = wish_of(turn) or open_wish(turn)
        if wish is None:
            return {}
        if not cart.lines:
            return await self._none_there(turn, wish)
        if wish.way == changes.ALL:
            return self._all(turn, cart)
        swaps = wish.way == changes.SWAP
        meant = swap.line_meant if swaps else lines_meant
        lines = await meant(turn, session, cart.lines)
        if wish.way == changes.OTHERS and lines:
            return {line.variant.id: 0 for line in cart.lines if line not in lines}
        if len(lines) == 1 or (lines and all_meant(turn, lines)):
            of_size = wish.way == changes.SET and swap.is_size(turn, lines[0])
            if (swaps or of_size) and len(lines) == 1:
                return self._swapped(turn, lines[0])
            return {line.variant.id: wish.pieces(line.quantity) for line in lines}
        turn.say("utter_which_in_cart" if lines else "utter_not_in_cart")
        kinds = [] if lines else self._kinds(turn)
        show(turn, cart, [*kinds, *after_cart(turn)], waits=asdict(wish) if lines else None)
        return None

    @staticmethod
    def _all(turn: Turn, cart: carts.Content) -> Change | None:
        """Everything out, where that was asked for twice; else the question."""
        if turn.slot("asked") == EMPTY:
            turn.put(asked=None)
            return {line.variant.id: 0 for line in cart.lines}
        turn.put(asked=EMPTY)
        total = money(cart.total, cart.currency)
        turn.say("utter_empty_confirm", count=cart.pieces, total=total)
        replies = [turn.reply("label_yes", "/affirm"), turn.reply("label_no", "/deny")]
        turn.show({"quick_replies": replies, "expects": "confirmation"})
        return None

    async def _none_there(self, turn: Turn, wish: Wish) -> Change | None:
        """With an empty cart, goods that were to be changed are shown instead."""
        thing = named(turn)
        if wish.way in (changes.NONE, changes.ALL, changes.OTHERS) or thing.silent:
            return {}
        what = turn.services.reader.describe(thing.wanted.category, turn.language)
        turn.say("utter_none_in_cart", what=what or thing.called or turn.word("such_goods"))
        await self.services.skills["action_search_product"].answer(turn)
        return None

    @staticmethod
    def _kinds(turn: Turn) -> list[JSON]:
        """A way to the goods named, which are not in the cart."""
        return [
            turn.reply(
                "label_show_kind",
                "/search_product" + json.dumps({"department": kind}),
                what=turn.services.reader.describe((kind,), turn.language),
            )
            for kind in named(turn).wanted.category[:1]
        ]

    @staticmethod
    def _swapped(turn: Turn, line: carts.Line) -> Change | None:
        turn.put(focus=line.product.id)
        new = swap.version(turn, line)
        if new is None:
            return None
        return {line.variant.id: 0, new.id: line.quantity} if new.id != line.variant.id else {}

    @staticmethod
    async def _changed(turn: Turn, before: carts.Content, change: Change) -> carts.Content:
        """The cart after the change; what is no longer in it is as good as removed."""
        lines = {line.variant.id: line for line in before.lines}
        try:
            async with turn.writing() as (session, visitor):
                for variant_id, pieces in change.items():
                    if pieces and variant_id not in lines:
                        await carts.add(session, visitor, variant_id, pieces)
                        continue
                    with suppress(NotFound):
                        await carts.change(session, visitor, variant_id, pieces)
                cart = await carts.content(session, visitor)
        except (Conflict, Invalid) as error:
            wanted = next((v for v in change if change[v]), next(iter(change)))
            every = [v for line in before.lines for v in line.product.variants]
            refused(turn, error, next(v for v in every if v.id == wanted))
            return before
        note(turn, before, cart)
        _tell(turn, lines, change, cart)
        return cart


def _tell(turn: Turn, lines: dict[str, carts.Line], change: Change, cart: carts.Content) -> None:
    """What was changed, by name where it was there."""
    there = [lines[name] for name in change if name in lines]
    new = [line for line in cart.lines if line.variant.id in change.keys() - lines.keys()]
    if there:
        turn.put(focus=there[0].product.id)
    if new:
        turn.say("utter_swapped", title=called(turn, new[0].product, new[0].variant))
        return
    gone = [line for line in there if not change[line.variant.id]]
    kept = [replace(line, quantity=change[line.variant.id]) for line in there if line not in gone]
    if gone:
        turn.say("utter_taken_out", title=listed(turn, gone))
    for line in kept:
        title = called(turn, line.product, line.variant)
        turn.say("utter_cart_changed", title=title, quantity=line.quantity)


SKILLS = (ViewCart,)
