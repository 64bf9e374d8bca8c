"""A turn of a shopper with a small cart, for the rooms of the cart."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.services import Services
from actions.turn import Turn
from language.merchant import MerchantWords


def said(text: str, intent: str = "out_of_scope", **slots: Any) -> Turn:
    """A message with these slots; nothing of it reaches a database."""
    message = {"text": text, "entities": [], "intent": {"name": intent}}
    tracker = Tracker("c.1", slots, message, [], False, None, {}, None)
    reader = SimpleNamespace(mended=str)
    services = SimpleNamespace(merchant=MerchantWords(colour=set()), reader=reader)
    return Turn(cast(Services, services), tracker, CollectingDispatcher())
