"""The slot mapping that Rasa runs once after each message: what do the words say?"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.services import Services

log = logging.getLogger(__name__)

# Every one of them is returned each turn, None where the message does not say it: a value that
# stayed from an earlier message would be taken for a new one.
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
        """Slots for `OWNED` and the language."""
        message = tracker.latest_message
        text = message.get("text") or ""
        before = tracker.get_slot("language")
        before = before or (message.get("metadata") or {}).get("language") or "en"
        found: dict[str, Any] = {}
        language = before
        if text and not text.startswith("/"):
            try:
                reading = await asyncio.to_thread(self._services.reader.read, text, before)
                found, language = reading.slots, reading.language
            except Exception:  # noqa: BLE001  if this action failed, the turn would go on with stale slots
                log.exception("the tagger failed; the turn goes on without entities")
        events = [SlotSet(name, found.get(name)) for name in OWNED]
        return [*events, SlotSet("language", language)]
