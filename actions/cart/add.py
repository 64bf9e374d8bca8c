"""add_to_cart: what a shopper means to buy goes into the cart."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.cart import adding, question, versions
from actions.cart.counts import pieces
from actions.cart.past import note
from actions.cart.showing import ONE, after_cart, called, show
from actions.cart.versions import Choice
from actions.goods.version_names import listed
from actions.purchase import forecast
from actions.skill import Skill
from actions.turn import JSON, Turn
from shop import carts, catalogue, effects
from shop.errors import Conflict, Invalid
from shop.tables import Product, Variant

Wanted = tuple[Product, int]  # with how many pieces of it


class AddToCart(Skill):
    """Puts what is meant into the cart; asks for size or colour where there is a choice."""

    called = "action_add_to_cart"

    async def answer(self, turn: Turn) -> None:
        """Add each once, whatever happens to the turn; ask about one at a time."""
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            goods, waiting = await self._goods(turn, session, cart)
        unsettled: list[tuple[Product, Choice, int]] = []
        after: carts.Content | None = None
        for product, count in goods:
            held = adding.held(turn, product, cart)
            said = product.id not in waiting
            choice = Choice(one=held) if held else versions.chosen(turn, product, said=said)
            if choice.lacking is not None:
                _lacking(turn, product, choice)
            if choice.one is not None:
                after = await self._put(turn, product, choice.one, count) or after
            elif choice.left:
                unsettled.append((product, choice, count))
        if after is not None:
            show(turn, after, after_cart(turn), ONE)
        if unsettled:
            product, choice, count = unsettled[0]
            then: list[JSON] = [
                {"product_id": other.id, "quantity": wanted} for other, _, wanted in unsettled[1:]
            ]
            question.ask(turn, product, choice, count, then)

    @staticmethod
    async def _goods(
        turn: Turn, session: AsyncSession, cart: carts.Content
    ) -> tuple[list[Wanted], set[str]]:
        """What to add; and which of it waited for the question that this message answers."""
        open_question = turn.slot("adding") or {}
        answers = versions.answers_version(turn)
        many = [] if answers else await adding.several(turn, session)
        if many:
            count = pieces(turn, of_several=True)
            return [(product, count) for product in many], set()
        if answers:
            product = await catalogue.product(session, open_question["product_id"])
        else:
            found = await adding.one(turn, session, cart)
            if found is None:
                return [], set()
            product = found
        asked = versions.of_this(turn, product) or {}
        count = pieces(turn, of_several=False) or int(asked.get("quantity") or 1)
        later = {each["product_id"]: int(each["quantity"]) for each in asked.get("then") or ()}
        rest = await catalogue.products(session, list(later))
        return [(product, count), *((other, later[other.id]) for other in rest)], set(later)

    @staticmethod
    async def _put(
        turn: Turn, product: Product, variant: Variant, quantity: int
    ) -> carts.Content | None:
        """The cart with it; None where it could not be put in, which has been said."""
        try:
            async with turn.writing() as (session, visitor):
                before = await carts.content(session, visitor)

                async def put() -> dict[str, Any]:
                    count = await carts.add(
                        session, visitor, variant.id, quantity, turn.conversation_id
                    )
                    return {"count": count}

                await effects.once(session, f"{turn.turn_id}:add:{variant.id}", put)
                cart = await carts.content(session, visitor)
                await forecast(turn, session, visitor)
        except (Conflict, Invalid) as error:
            refused(turn, error, variant)
            return None
        note(turn, before, cart)
        turn.put(adding=None, focus=product.id)
        turn.say("utter_added", title=called(turn, product, variant), quantity=quantity)
        return cart


def refused(turn: Turn, error: Conflict | Invalid, variant: Variant) -> None:
    """Say why there cannot be so many pieces."""
    if isinstance(error, Invalid):
        turn.say("utter_how_many", most=carts.MOST)
    else:
        turn.say("utter_not_enough_stock", count=variant.stock)


def _lacking(turn: Turn, product: Product, choice: Choice) -> None:
    """Say that what was asked for is sold out, or does not exist."""
    title = catalogue.title(product, turn.language)
    if not any(v.stock > 0 for v in product.variants):
        turn.say("utter_out_of_stock", title=title)
        payload = json.dumps({"product_id": product.id})
        turn.show({"quick_replies": [turn.reply("label_similar", f"/card_similar{payload}")]})
        return
    name = "utter_out_of_stock_but" if choice.lacking else "utter_no_such_variant"
    turn.say(name, title=title, have=listed(turn, choice.left))


SKILLS = (AddToCart,)
