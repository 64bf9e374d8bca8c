"""What the shop promises: shipping, payment, invoice, warranty, hours; by its policies."""

from __future__ import annotations

from typing import ClassVar

from actions.skill import Skill
from actions.turn import JSON, Turn
from shop import policies
from shop.errors import NotFound


class PolicySkill(Skill):
    """Tells the shop's policy on a topic, in the language of the turn."""

    topic: ClassVar[str]

    async def answer(self, turn: Turn) -> None:
        """The policy as the owner wrote it."""
        await tell(turn, self.topic)


async def tell(turn: Turn, topic: str, *replies: JSON) -> None:
    """Say what the shop promises on a topic; where its owner has not said, offer a person."""
    try:
        async with turn.reading() as (session, _):
            found = await policies.policy(session, topic, turn.language)
    except NotFound:
        turn.say("utter_policy_missing")
        turn.show({"quick_replies": [turn.reply("label_person", "/human_agent")]})
        return
    turn.say("utter_policy", title=found.title, text=found.text)
    if replies:
        turn.show({"quick_replies": list(replies)})


class ShippingInfo(PolicySkill):
    """Cost, times and regions of delivery."""

    called, topic = "action_shipping_info", "shipping"


class PaymentMethods(PolicySkill):
    """Ways of paying."""

    called, topic = "action_payment_methods", "payment"


class Invoice(PolicySkill):
    """Invoices and receipts."""

    called, topic = "action_invoice", "invoice"


class Warranty(PolicySkill):
    """Guarantee and repair."""

    called, topic = "action_warranty", "warranty"


class StoreHours(PolicySkill):
    """Opening hours and ways to reach the shop."""

    called, topic = "action_store_hours_contact", "hours"


SKILLS = (ShippingInfo, PaymentMethods, Invoice, Warranty, StoreHours)
