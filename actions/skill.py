"""What all skills share: a turn made from Rasa's call, a deadline, one log line."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.cart.routes import LAPSES
from actions.routing import CHATS, skill_for
from actions.services import Services
from actions.turn import Turn
from language.mood import mood
from shop.errors import Conflict, NotFound, TooMany

log = logging.getLogger(__name__)

DEADLINE = 6.0  # seconds; Rasa itself would wait for five minutes


class Skill(Action):
    """An action named `called` that answers a `Turn`."""

    called: ClassVar[str]
    refuses: ClassVar[bool] = False
    """Whether its answer is a refusal; any other answer ends a row of them."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def name(self) -> str:
        """As the domain calls it."""
        return self.called

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Answer within the deadline; what cannot be done is said, not hidden."""
        began = time.monotonic()
        turn = Turn(self.services, tracker, dispatcher)
        skill: Skill = self
        async with asyncio.timeout(DEADLINE):
            named = await skill_for(turn, refused=self.refuses)
            skill = self.services.skills.get(named or "", skill)
            if named != CHATS and mood(turn.text) == "sad":
                turn.say("utter_kind_word")
            try:
                await skill.answer(turn)
            except NotFound:
                turn.say("utter_gone")
            except Conflict:
                turn.say("utter_no_longer_possible")
            except TooMany as error:
                turn.say("utter_too_many_tries", minutes=max(1, round(error.retry_after / 60)))
        before = tracker.get_slot("asked")
        answered = any(e.get("name") == "asked" for e in turn.events)
        if before in LAPSES and not answered:
            turn.put(asked=None)
        if not skill.refuses and turn.slot("refusals"):
            turn.put(refusals=0)
        turn.remember()
        log.info("%s %.0f ms", skill.called, 1000 * (time.monotonic() - began))
        return turn.events

    async def answer(self, turn: Turn) -> None:
        """Do the skill's work on this turn."""
        raise NotImplementedError
