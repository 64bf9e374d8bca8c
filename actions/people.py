"""Talk, refusal, people: greetings, what the assistant does not know, and a member of staff."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from actions.cart.changes import wished as cart_wished
from actions.grievance import COMPLAINS, complaint_about
from actions.language_wish import WISHED
from actions.orders.open_question import CONTINUES
from actions.promises import told
from actions.purchase import forecast
from actions.skill import Skill
from actions.turn import Turn
from shop import carts, conversations, effects, events, handoffs, photos, policies, privacy

HELPLESS = 2  # refusals in a row after which a person is offered first
MOST_SAID = 30  # messages that staff read before they answer
PERSON = "person"  # has been offered; yes means yes to it
URGENCY = {"asked": 0.5, "anger": 0.8, "refusals": 0.4}


class Affirm(Skill):
    """Yes, to the question that is open."""

    called = "action_affirm"

    async def answer(self, turn: Turn) -> None:
        """Go on with what was asked."""
        if turn.slot("erasing"):
            await erase(turn)
        elif turn.slot("asked") == PERSON:
            turn.put(asked=None)
            position = await hand_over(turn, "refusals")
            turn.say("utter_handed_over", position=position)
        elif turn.slot("task"):
            await self.services.skills[CONTINUES].answer(turn)
        else:
            turn.say("utter_affirm")


class Deny(Skill):
    """No: what was open is dropped."""

    called = "action_deny"

    async def answer(self, turn: Turn) -> None:
        """Forget the open question; "no, take it out" after adding takes it out."""
        dropped = turn.slot("task") or turn.slot("erasing")
        if not dropped and turn.slot("focus") and cart_wished(turn.text):
            await self.services.skills["action_view_cart"].answer(turn)
            return
        turn.put(task=None, erasing=None, asked=None, adding=None)
        turn.say("utter_dropped" if dropped else "utter_deny")


class SmallTalk(Skill):
    """Says one thing. An action of ours, so that words about an open task are still seen: an
    address is easily taken for a goodbye."""

    says: ClassVar[str]

    async def answer(self, turn: Turn) -> None:
        """Say it."""
        turn.say(self.says)


class Greet(SmallTalk):
    """Hello, and what it can do."""

    called, says = "action_greet", "utter_greet"


class Thanks(SmallTalk):
    """You are welcome."""

    called, says = "action_thanks", "utter_thanks"


class Goodbye(SmallTalk):
    """Goodbye."""

    called, says = "action_goodbye", "utter_goodbye"


class BotChallenge(SmallTalk):
    """A program, and says so."""

    called, says = "action_bot_challenge", "utter_bot_challenge"


class SwitchLanguage(Skill):
    """Goes on in the language asked for; `action_understand` has set the slot already."""

    called = WISHED

    async def answer(self, turn: Turn) -> None:
        """Say so, in that language."""
        turn.say("utter_language")


class OutOfScope(Skill):
    """Says that it does not know, with a way on; after two in a row, a person first."""

    called = "action_out_of_scope"
    refuses = True

    async def answer(self, turn: Turn) -> None:
        """Refuse, and count it; unless the shop's own texts have the answer."""
        if turn.text and await told(turn):
            turn.put(refusals=0)
            return
        count = int(turn.slot("refusals") or 0) + 1
        turn.put(refusals=count)
        person = turn.reply("label_person", "/human_agent")
        if count >= HELPLESS:
            turn.put(asked=PERSON)
            turn.say("utter_refuse_again")
            turn.show({"quick_replies": [person], "refused": True})
            return
        turn.say("utter_refuse")
        replies = [
            turn.reply("label_popular", "/recommend"),
            turn.reply("label_orders", "/order_status"),
            person,
        ]
        turn.show({"quick_replies": replies, "refused": True})


class HumanAgent(Skill):
    """Puts the conversation into the queue and says what will happen."""

    called = "action_human_agent"

    async def answer(self, turn: Turn) -> None:
        """Queue once, with what staff need to see."""
        position = await hand_over(turn, "asked")
        turn.say("utter_handed_over", position=position)


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
        """Count each kind of data and show the orders."""
        async with turn.reading() as (session, visitor):
            data = await privacy.held(session, visitor)
        numbers = ", ".join(order["number"] for order in data["orders"]) or turn.word("no_orders")
        counts = {name: data[name] for name in ("messages", "photos", "events")}
        turn.say("utter_privacy_export", orders=numbers, **counts)


class PrivacyErase(Skill):
    """Erases what is held, after a question."""

    called = "action_privacy_erase"

    async def answer(self, turn: Turn) -> None:
        """Ask first."""
        turn.put(erasing=True)
        turn.say("utter_erase_confirm")
        replies = [turn.reply("label_yes", "/affirm"), turn.reply("label_no", "/deny")]
        turn.show({"quick_replies": replies, "expects": "confirmation"})


class PhotoSearch(Skill):
    """Photos: how to send one, and what becomes of one that was sent."""

    called = "action_photo_search"

    async def answer(self, turn: Turn) -> None:
        """Searching by picture is on its way; say so, and offer words."""
        async with turn.reading() as (session, _):
            days = (await policies.facts(session, "privacy")).get("photo_days", 30)
        turn.say("utter_photo_got" if turn.given("photo_id") else "utter_photo_soon", days=days)


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
    Greet,
    Thanks,
    Goodbye,
    BotChallenge,
    SwitchLanguage,
    OutOfScope,
    HumanAgent,
    Complaint,
    PrivacyExport,
    PrivacyErase,
    PhotoSearch,
)
