"""A guest's order: its number and the e-mail or phone on it, in whatever order they are told."""

from __future__ import annotations

import re

from sqlalchemy.ext.asyncio import AsyncSession

from actions.orders.proofs import LOST, bare_number, numbered, only_contact
from actions.turn import JSON, Turn
from shop import orders
from shop.errors import NotFound, TooMany
from shop.tables import Order, Visitor

HELPLESS = 2  # failures after which a person is offered, and where the number stands
LANDLINE = re.compile(r"[\d\s()+-]{7,20}")


def spoken_number(turn: Turn, task: JSON) -> str | None:
    """The order number in a message; another shop's form only where it was asked for or named."""
    number: str | None = turn.slot("order_number") or numbered(turn.text)
    asked = task.get("asked")
    if number or asked not in ("order_number", "contact") or only_contact(turn):
        return number
    if asked == "contact" and LANDLINE.fullmatch(turn.text.strip()):
        return None
    return bare_number(turn.text)


async def guest_order(turn: Turn, task: JSON, number: str | None) -> Order | None:
    """The order that number and contact open; asks for what is missing otherwise."""
    number = number or task.get("number")
    contact = _contact(turn, task)
    same = (number, contact) == (task.get("number"), task.get("contact"))
    stuck = same and task.get("asked") in ("order_number", "contact")
    task = task | {"misses": task.get("misses", 0) + stuck, "behind": False}
    if number:
        task["number"] = number
    if contact:
        task["contact"] = contact
    if number and contact and not stuck:
        async with turn.writing() as (session, visitor):
            order = await _claimed(session, visitor, number, contact)
        if order is not None:
            return order
        task["misses"] += 1
        turn.say("utter_order_unknown")
        _ask(turn, task, "order_number", "")
    elif number and not contact:
        _ask(turn, task, "contact", "utter_order_contact", stuck=stuck)
    else:
        _ask(turn, task, "order_number", "utter_order_number", stuck=stuck)
    return None


def _contact(turn: Turn, task: JSON) -> str | None:
    found = turn.slot("contact_email") or turn.slot("contact_phone")
    if not found and task.get("asked") == "contact" and LANDLINE.fullmatch(turn.text.strip()):
        found = turn.text.strip()
    return found or task.get("contact")


def _ask(turn: Turn, task: JSON, what: str, question: str, *, stuck: bool = False) -> None:
    """Ask for it; who is stuck, or has lost the number, is told where it stands."""
    turn.put(task=task | {"asked": what})
    lost = bool(LOST.search(turn.text)) and task.get("asked") == "order_number"
    helpless = lost or stuck or task["misses"] >= HELPLESS
    if question and not (helpless and what == "order_number"):
        turn.say(question, number=task.get("number", ""))
    person = []
    if helpless:
        turn.say("utter_order_number_where")
        person = [turn.reply("label_person", "/human_agent")]
    turn.show({"expects": what, "quick_replies": person})


async def _claimed(
    session: AsyncSession, visitor: Visitor, number: str, contact: str
) -> Order | None:
    """A guest's order, None for a mismatch; the try is kept also when it fails."""
    try:
        return await orders.claim(session, visitor, number, contact)
    except NotFound:
        return None
    except TooMany:
        await session.commit()
        raise
