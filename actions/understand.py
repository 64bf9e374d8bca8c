"""The slot mapping that Rasa runs once after each message: what do the words say?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict
from sqlalchemy.exc import SQLAlchemyError

from actions.language_wish import wished
from actions.services import Services
from actions.turn import MEMORY
from shop import catalogue, conversations

log = logging.getLogger(__name__)

HUNDREDTHS = 100  # the reader gives prices so, whatever the currency

# Each is set anew each turn, to None where the message does not say it: a value that stayed from
# an earlier message would be taken for a new one.
OWNED = (
    "brand",
    "category",
    "colour",
    "size",
    "material",
    "gender",
    "occasion",
    "price_min",
    "price_max",
    "quantity",
    "order_number",
    "ordinal",
    "contact_email",
    "contact_phone",
    "excluded",
    "keywords",
    "kind",
    "age",
)


class Understand(Action):
    """Fills the slots of the present message from the entity tagger."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def name(self) -> str:
        """As the domain calls it."""
        return "action_understand"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Slots for `OWNED` and the language; in a tracker that is new, the memory as well."""
        message = tracker.latest_message
        text = message.get("text") or ""
        before = tracker.get_slot("language")
        memory: dict[str, Any] = {}
        if before is None:
            memory = await self._memory(tracker)
            before = memory.get("language") or (message.get("metadata") or {}).get("language")
        before = before or "en"
        found: dict[str, Any] = {}
        language = before
        if text and not text.startswith("/"):
            try:
                reading = await asyncio.to_thread(self._services.reader.read, text, before)
                found = self._priced(reading.slots)
                language = wished(text) or reading.language
            except Exception:  # noqa: BLE001  if this action failed, the turn would go on with stale slots
                log.exception("the tagger failed; the turn goes on without entities")
        slots = {n: memory[n] for n in MEMORY if n in memory} | {n: found.get(n) for n in OWNED}
        slots["language"] = language
        # A slot that has its value already needs no event; a tracker's length is a turn's time.
        return [SlotSet(n, value) for n, value in slots.items() if tracker.get_slot(n) != value]

    async def _memory(self, tracker: Tracker) -> dict[str, Any]:
        """What the conversation's earlier Rasa visits left; none when it cannot be read."""
        conversation_id = str(tracker.sender_id).rpartition(".")[0]
        try:
            async with self._services.sessions() as session:
                return await conversations.memory(session, conversation_id)
        except SQLAlchemyError:
            log.exception("no memory of earlier visits; the turn goes on without it")
            return {}

    def _priced(self, slots: Mapping[str, Any]) -> dict[str, Any]:
        """The slots with prices in the shop's minor units, from hundredths of what was named."""
        settings = self._services.settings
        rate = settings.rate(slots.get("currency") or settings.currency)
        rate *= catalogue.minor_units(settings.currency) / HUNDREDTHS
        prices = {
            name: round(slots[name] * rate)
            for name in ("price_min", "price_max")
            if slots.get(name) is not None
        }
        return {**slots, **prices}
