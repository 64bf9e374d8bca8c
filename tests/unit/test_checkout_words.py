"""Where a shopper is sent to pay, in the demo shop and in another's."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.cart.checkout import CheckoutHelp
from actions.services import Services
from actions.turn import Turn
from actions.words import Words
from shop import carts, conversations, identity
from shop.database import Sessions, writing
from shop.settings import Settings


@pytest.mark.parametrize(
    ("owner", "says", "link"),
    [
        (Settings(), "utter_pay_here", "/cart"),
        (Settings(demo=False), "utter_pay_in_shop", None),
        (
            Settings(demo=False, cart_url="https://shop.example/basket"),
            "utter_pay_there",
            "https://shop.example/basket",
        ),
    ],
)
async def test_the_way_to_pay_is_one_that_the_shop_has(
    sessions: Sessions, owner: Settings, says: str, link: str | None
) -> None:
    async with writing(sessions) as session:
        visitor, _ = await identity.create_visitor(session)
        conversation = await conversations.start(session, visitor)
        await carts.add(session, visitor, "kettle-red-1")
    reader = SimpleNamespace(describe=lambda ids, language: "red", mended=str)
    services = SimpleNamespace(sessions=sessions, settings=owner, words=Words(), reader=reader)
    message: dict[str, Any] = {"text": "checkout", "intent": {"name": "checkout_help"}}
    tracker = Tracker(f"{conversation.id}.1", {}, message, [], False, None, {}, None)
    dispatcher = CollectingDispatcher()
    turn = Turn(cast(Services, services), tracker, dispatcher)
    await CheckoutHelp(cast(Services, services)).answer(turn)
    said = [message["response"] for message in dispatcher.messages if message["response"]]
    assert says in said
    assert dispatcher.messages[-1]["custom"].get("link") == link
