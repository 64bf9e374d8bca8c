"""What the shop promises: shipping, payment, invoice, warranty, hours."""

from __future__ import annotations

import re
from typing import ClassVar

from actions.promises import tell, told
from actions.skill import Skill
from actions.turn import Turn
from language.text import simplify
from shop import policies
from shop.database import now
from shop.hours import Hours

NOW = re.compile(
    r"\b(now|right now|at the moment|currently|still open|are you open)\W*$|\banyone (there|"
    r"here)\b|"
    r"现在|这会儿?|这个点|还(营业|上班|在线)|下班了",
    re.IGNORECASE,
)


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

    async def answer(self, turn: Turn) -> None:
        """Whether staff are there now, where that is asked, and the owner's words."""
        if NOW.search(simplify(turn.text)):
            async with turn.reading() as (session, _):
                hours = Hours.of(await policies.facts(session, self.topic))
            if hours:
                there = hours.open_at(now())
                turn.say("utter_open_now" if there else "utter_closed_now", **hours.told(now()))
        await super().answer(turn)


SKILLS = (Promise, ShippingInfo, PaymentMethods, Invoice, Warranty, StoreHours)
