"""What the shop promises: shipping, payment, invoice, warranty, hours."""

from __future__ import annotations

from typing import ClassVar

from actions.promises import tell, told
from actions.skill import Skill
from actions.turn import Turn


class PolicySkill(Skill):
    """Tells the shop's policy on a topic, in the language of the turn."""

    topic: ClassVar[str]

    async def answer(self, turn: Turn) -> None:
        """What answers the question, in the owner's words."""
        await tell(turn, self.topic)


class Promise(Skill):
    """Answers a question that was taken for another, though the shop's texts plainly answer it."""

    called = "action_promise"

    async def answer(self, turn: Turn) -> None:
        """The sentences that answer."""
        await told(turn)


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


SKILLS = (Promise, ShippingInfo, PaymentMethods, Invoice, Warranty, StoreHours)
