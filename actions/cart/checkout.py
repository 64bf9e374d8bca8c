"""checkout_help: what it will cost, and how to pay for it."""

from __future__ import annotations

from actions.cart import currencies
from actions.cart.showing import show
from actions.skill import Skill
from actions.turn import Turn
from shop import carts, catalogue, placing
from shop.catalogue import money


class CheckoutHelp(Skill):
    """How to place the order, with what it will cost as the cart stands."""

    called = "action_checkout_help"

    async def answer(self, turn: Turn) -> None:
        """Tell the sum with delivery, and where to pay it."""
        async with turn.reading() as (session, visitor):
            cart = await carts.content(session, visitor)
            shipping = await placing.shipping_cost(session, cart.total)
        if not cart.lines:
            turn.say("utter_checkout_empty")
            turn.show({"quick_replies": [turn.reply("label_popular", "/recommend")]})
            return
        amounts = {
            "goods": money(cart.subtotal, cart.currency),
            "discount": money(cart.discount, cart.currency),
            "shipping": money(shipping, cart.currency),
            "total": money(cart.total + shipping, cart.currency),
        }
        turn.say("utter_checkout" if cart.discount else "utter_checkout_full", **amounts)
        settings = turn.services.settings
        known = "utter_pay_there" if settings.cart_url else "utter_pay_here"
        turn.say(known if settings.cart_page else "utter_pay_in_shop")
        currencies.tell(turn, (cart.total + shipping,), cart.currency)
        sold_out = [line for line in cart.lines if line.variant.stock < line.quantity]
        for line in sold_out:
            turn.say(
                "utter_line_short",
                title=catalogue.title(line.product, turn.language),
                count=line.variant.stock,
            )
        replies = [
            turn.reply("label_coupons", "/coupon_discount"),
            turn.reply("label_payment", "/payment_methods"),
        ]
        show(turn, cart, replies, link=settings.cart_page)


SKILLS = (CheckoutHelp,)
