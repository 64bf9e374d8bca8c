"""Yes and no, a member of staff, complaints, and what is kept about a shopper."""

from __future__ import annotations

import asyncio
import re
from typing import Any

from actions.cart.cart import ViewCart
from actions.cart.changes import wished as cart_wished
from actions.cart.routes import EMPTY
from actions.grievance import COMPLAINS, complaint_about
from actions.orders.open_question import CONTINUES
from actions.promises import tell, told
from actions.purchase import forecast
from actions.skill import Skill
from actions.small_talk import PERSON
from actions.turn import Turn
from language.text import simplify
from shop import carts, conversations, effects, events, handoffs, photos, policies, privacy
from shop.database import now
from shop.hours import Hours

MOST_SAID = 30  # messages that staff read before they answer
# Asks whether what is kept is safe and who sees it, rather than for it.
OF_SAFETY = re.compile(
    r"\b(safe(ly)?|secure(ly)?|security|protect(ed)?|encrypt(ed)?|leak(ed|s)?|hack(ed)?|shared?|"
    r"sell|sold|third part|"
    r"privacy|who (can |could )?(sees?|reads?|has access|knows?)|give (it|them|my \w+) to|"
    r"how long (do|will|are))\b|"
    r"安全|泄露|泄漏|保密|卖给|出售|给别人|第三方|隐私|谁(能|会|可以)?(看|知道)|(保存|保留|留|"
    r"存)多久",
    re.IGNORECASE,
)
OF_ME = re.compile(r"\b(me|my|mine|i|us|our)\b|我", re.IGNORECASE)
ERASES = re.compile(
    r"\b(delet\w+|eras\w+|remov\w+|wip\w+|forget|purge|clear|destroy|get rid|close|cancel)\b|删|"
    r"清除|注销|抹|忘",
    re.IGNORECASE,
)
URGENCY = {"asked": 0.5, "anger": 0.8, "refusals": 0.4}


class Affirm(Skill):
    """Yes, to the question that is open."""

    called = "action_affirm"

    async def answer(self, turn: Turn) -> None:
        """Go on with what was asked."""
        if turn.slot("erasing"):
            await erase(turn)
        elif turn.slot("asked") == EMPTY:
            await ViewCart(self.services).emptied(turn)
        elif turn.slot("asked") == PERSON:
            turn.put(asked=None)
            await fetch(turn, "refusals")
        elif turn.slot("task"):
            await self.services.skills[CONTINUES].answer(turn)
        else:
            turn.say("utter_affirm")


class Deny(Skill):
    """No: what was open is dropped."""

    called = "action_deny"

    async def answer(self, turn: Turn) -> None:
        """Forget the open question; "no, take it out" after adding takes it out."""
        cart, adding = turn.slot("in_cart") or {}, turn.slot("adding")
        empties = turn.slot("asked") == EMPTY or cart.get("open")
        dropped = turn.slot("task") or turn.slot("erasing") or empties
        if not (dropped or adding) and turn.slot("focus") and cart_wished(turn.text):
            await self.services.skills["action_view_cart"].answer(turn)
            return
        turn.put(task=None, erasing=None, asked=None, adding=None)
        turn.put(in_cart={**cart, "open": None} if cart else None)
        turn.say("utter_dropped" if dropped else "utter_not_added" if adding else "utter_deny")


class HumanAgent(Skill):
    """Puts the conversation into the queue and says what will happen."""

    called = "action_human_agent"

    async def answer(self, turn: Turn) -> None:
        """Queue once, with what staff need to see."""
        await fetch(turn, "asked")


class Complaint(Skill):
    """Hears the anger, is sorry for what went wrong, and offers the way on that fits."""

    called = COMPLAINS

    async def answer(self, turn: Turn) -> None:
        """Apologise for the thing named; a person can always be had."""
        about = complaint_about(turn.text)
        turn.say(f"utter_complaint_{about}" if about else "utter_complaint")
        way = {
            "delivery": turn.reply("label_where", "/order_status"),
            "fault": turn.reply("label_claim", "/damaged_or_wrong_item"),
            "refund": turn.reply("label_money", "/refund_status"),
        }.get(about, turn.reply("label_orders", "/order_status"))
        turn.show({"quick_replies": [way, turn.reply("label_person", "/human_agent")]})


class PrivacyExport(Skill):
    """What is held about who asks."""

    called = "action_privacy_export"

    async def answer(self, turn: Turn) -> None:
        """Count each kind of data and show the orders; of its safety the shop's text speaks."""
        text = simplify(turn.text)
        if OF_SAFETY.search(text):
            await tell(turn, "privacy")
            return
        if text and not OF_ME.search(text) and await told(turn):
            return  # "do you have allergen information"
        async with turn.reading() as (session, visitor):
            data = await privacy.held(session, visitor)
        numbers = ", ".join(order["number"] for order in data["orders"]) or turn.word("no_orders")
        kinds = ("messages", "photos", "events")
        turn.say("utter_privacy_export", orders=numbers, **{name: data[name] for name in kinds})


class PrivacyErase(Skill):
    """Erases what is held, after a question."""

    called = "action_privacy_erase"

    async def answer(self, turn: Turn) -> None:
        """Ask first; whether it is safe is another question."""
        if OF_SAFETY.search(simplify(turn.text)) and not ERASES.search(simplify(turn.text)):
            await tell(turn, "privacy")
            return
        turn.put(erasing=True)
        turn.say("utter_erase_confirm")
        replies = [turn.reply("label_yes", "/affirm"), turn.reply("label_no", "/deny")]
        turn.show({"quick_replies": replies, "expects": "confirmation"})


async def erase(turn: Turn) -> None:
    """Erase once, whatever happens to the turn."""
    files: list[str] = []
    async with turn.writing() as (session, visitor):

        async def do() -> dict[str, Any]:
            files.extend(await privacy.erase(session, visitor))
            return {}

        await effects.once(session, f"{turn.turn_id}:erase", do)
    await asyncio.to_thread(photos.discard, turn.services.settings.photos, files)
    turn.put(erasing=None, shown=None, wanted=None, focus=None, task=None, order=None)
    turn.say("utter_erased")


async def fetch(turn: Turn, reason: str) -> None:
    """Ask for a person, and say what will happen and when somebody is there."""
    position = await hand_over(turn, reason)
    turn.say("utter_handed_over", position=position)
    async with turn.reading() as (session, _):
        hours = Hours.of(await policies.facts(session, "hours"))
    if hours:
        there = hours.open_at(now())
        turn.say("utter_staff_there" if there else "utter_staff_away", **hours.told(now()))


async def hand_over(turn: Turn, reason: str) -> int:
    """Put the conversation into the queue with its packet; its place there."""
    async with turn.writing() as (session, visitor):
        cart = await carts.content(session, visitor)
        seen = await events.visit(session, visitor)
        said = await conversations.history(session, turn.conversation_id, limit=MOST_SAID)
        packet = {
            "language": turn.language,
            "transcript": [{"author": m.author, "text": m.text} for m in said],
            "shown": turn.shown,
            "wanted": turn.slot("wanted"),
            "task": turn.slot("task"),
            "cart": {"pieces": cart.pieces, "total": cart.total},
            "events": len(seen),
        }
        intent = await forecast(turn, session, visitor)
        handoff = await handoffs.enqueue(
            session, turn.conversation_id, reason, URGENCY[reason] + intent / 10, packet
        )
        return await handoffs.position(session, handoff)


SKILLS = (
    Affirm,
    Deny,
    HumanAgent,
    Complaint,
    PrivacyExport,
    PrivacyErase,
)
