"""What the shop promises: shipping, payment, invoice, warranty, hours; by its own texts."""

from __future__ import annotations

import asyncio
from functools import lru_cache
from typing import ClassVar

from actions.skill import Skill
from actions.turn import JSON, Turn
from language.passages import Passages, Text
from shop import policies

SURE = 0.75  # share of a question from which a text on another topic answers it
BEGINNING = 3  # sentences told of a text when the question is about all of it


class PolicySkill(Skill):
    """Tells the shop's policy on a topic, in the language of the turn."""

    topic: ClassVar[str]

    async def answer(self, turn: Turn) -> None:
        """What answers the question, in the owner's words."""
        await tell(turn, self.topic)


async def tell(turn: Turn, topic: str, *replies: JSON) -> None:
    """Say what the shop promises on a topic; where its owner has not said, offer a person.

    Of a long text the sentences that the question asks for; of another text, where that one
    plainly answers it.
    """
    promises = await _promises(turn)
    found = promises.answer(turn.text, turn.language, topic)
    if found and found.sentences and (found.text.topic == topic or found.score >= SURE):
        _say(turn, found.text, found.sentences, replies)
    elif text := promises.on(topic, turn.language):
        told = text.sentences if turn.given("whole") else text.sentences[:BEGINNING]
        _say(turn, text, told, replies)
    else:
        turn.say("utter_policy_missing")
        turn.show({"quick_replies": [turn.reply("label_person", "/human_agent")]})


async def told(turn: Turn) -> bool:
    """Whether some text of the shop plainly answers a message; then it has been said."""
    found = (await _promises(turn)).answer(turn.text, turn.language)
    if not found or not found.sentences or found.score < SURE:
        return False
    _say(turn, found.text, found.sentences, ())
    return True


def _say(turn: Turn, text: Text, told: list[str], replies: tuple[JSON, ...]) -> None:
    turn.say("utter_policy", title=text.title, text=("" if turn.zh else " ").join(told))
    shown = list(replies)
    if len(told) < len(text.sentences) and text.topic in WHOLE:
        payload = f'/{WHOLE[text.topic]}{{"whole": "yes"}}'
        shown.append(turn.reply("label_whole", payload, title=text.title))
    if shown:
        turn.show({"quick_replies": shown})


async def _promises(turn: Turn) -> Passages:
    async with turn.reading() as (session, _):
        rows = await policies.texts(session)
    texts = tuple(Text(row.topic, row.language, row.title, row.text) for row in rows)
    return await asyncio.to_thread(_passages, texts)


@lru_cache(maxsize=2)
def _passages(texts: tuple[Text, ...]) -> Passages:
    """Made anew when the owner changes a text."""
    return Passages(texts)


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


WHOLE = {
    skill.topic: skill.called.removeprefix("action_")
    for skill in (ShippingInfo, PaymentMethods, Invoice, Warranty, StoreHours)
}
"""The intent that tells a topic's text from its beginning to its end."""

SKILLS = (ShippingInfo, PaymentMethods, Invoice, Warranty, StoreHours)
