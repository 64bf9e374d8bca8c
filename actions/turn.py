"""One action's view of a turn: who asks, in what language, what was shown, and how to answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.titles import has_title
from actions.goods.wanted import Wanted
from actions.services import Services
from language.passages import Answer
from shop import catalogue, identity
from shop.database import writing
from shop.selection import Filters
from shop.tables import Product, Variant, Visitor

JSON = dict[str, Any]

MOST_CARDS = 8  # a carousel longer than this is not read to its end
MOST_REJECTED = 100
LOOKED_AT = 5  # best hits of a message; the one whose title is said stands among them
MEMORY = ("language", "shown", "focus", "wanted", "seen", "rejected", "task", "order", "erasing",
          "asked", "refusals", "adding", "in_cart", "cart_past")  # fmt: skip


@dataclass
class Turn:
    """What an action reads and writes; `events` are handed back to Rasa at its end."""

    services: Services
    tracker: Tracker
    dispatcher: CollectingDispatcher
    events: list[JSON] = field(default_factory=list)
    _text: str | None = None
    _titled: list[str] | None = None
    answers: dict[str, Answer | None] = field(default_factory=dict)
    """What the shop's own texts have on a message, once looked up (`actions/promises.py`)."""

    # --- what was said -----------------------------------------------------------------------

    @property
    def language(self) -> str:
        """`en` or `zh`: the language of this turn's answer."""
        return self.slot("language") or catalogue.EN

    @property
    def zh(self) -> bool:
        """Whether the answer is in Chinese."""
        return self.language == catalogue.ZH

    @property
    def text(self) -> str:
        """The shopper's words, slips of the finger put right; empty when a button was pressed."""
        if self._text is None:
            text: str = self.tracker.latest_message.get("text") or ""
            self._text = "" if text.startswith("/") else self.services.reader.mended(text)
        return self._text

    @property
    def intent(self) -> str:
        """What NLU took the message for."""
        return str((self.tracker.latest_message.get("intent") or {}).get("name") or "")

    @property
    def guess(self) -> str:
        """The likeliest intent, also where NLU did not trust it; "" for no message."""
        ranking = self.tracker.latest_message.get("intent_ranking") or [{}]
        return str(ranking[0].get("name") or "")

    @property
    def conversation_id(self) -> str:
        """The gateway's conversation; Rasa knows it as `<id>.<visit>`."""
        return str(self.tracker.sender_id).rpartition(".")[0]

    @property
    def turn_id(self) -> str:
        """The gateway's id of this turn, the key of its effects."""
        return str((self.tracker.latest_message.get("metadata") or {}).get("turn_id") or "")

    def slot(self, name: str) -> Any:
        """A slot's value, as this action has set it or as it was."""
        for event in reversed(self.events):
            if event.get("event") == "slot" and event.get("name") == name:
                return event["value"]
        return self.tracker.get_slot(name)

    def put(self, **slots: Any) -> None:
        """Set slots at the end of this action."""
        self.events.extend(SlotSet(name, value) for name, value in slots.items())

    def given(self, name: str) -> str | None:
        """What a button carried, such as a `product_id`, or came along, as a `photo_id` does."""
        for entity in self.tracker.latest_message.get("entities") or []:
            if entity.get("entity") == name:
                return str(entity["value"])
        along = self.tracker.latest_message.get("metadata") or {}
        return along[name] if name in ("photo_id", "photo_box") and name in along else None

    # --- who asks ----------------------------------------------------------------------------

    async def visitor(self, session: AsyncSession) -> Visitor:
        """Whose conversation this is; the only source of identity."""
        return await identity.visitor_of_conversation(session, self.conversation_id)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[tuple[AsyncSession, Visitor]]:
        """A session for reading, with the visitor."""
        async with self.services.sessions() as session:
            yield session, await self.visitor(session)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[tuple[AsyncSession, Visitor]]:
        """A transaction that writes, with the visitor."""
        async with writing(self.services.sessions) as session:
            yield session, await self.visitor(session)

    async def titled(self) -> list[str]:
        """Ids of the goods whose titles the message has in it, the likeliest first; sought once."""
        if self._titled is None:
            hits = await asyncio.to_thread(self.services.search.search, self.text, LOOKED_AT)
            async with self.services.sessions() as session:
                found = await catalogue.products(session, [hit.product_id for hit in hits])
            brands = {each.id: each.words for each in self.services.brands}
            self._titled = [
                p.id for p in found if has_title(self.text, p, brands.get(p.brand_id or "", ()))
            ]
        return self._titled

    def filters(self, wanted: Wanted, *, in_stock: bool = True) -> Filters:
        """A search as conditions on the catalogue, in the catalogue's own words."""
        found, stored = wanted.filters(in_stock=in_stock), self.services.merchant.stored
        return replace(
            found,
            colours=stored("colour", found.colours),
            exclude_colours=stored("colour", found.exclude_colours),
            materials=stored("material", found.materials),
            exclude_materials=stored("material", found.exclude_materials),
        )

    # --- what was shown ------------------------------------------------------------------------

    @property
    def shown(self) -> list[JSON]:
        """The goods shown last, `{product_id, variant_id, why}` in their order."""
        return list(self.slot("shown") or [])

    @property
    def cart_view(self) -> str:
        """What of the cart was shown last: `list`, `line`; "" where goods were shown since."""
        return str((self.slot("in_cart") or {}).get("view") or "")

    @property
    def listed(self) -> list[str]:
        """The goods in which a place counts: those of the cart, or those shown last."""
        if self.cart_view == "list":
            return list(self.slot("in_cart")["products"])
        return [entry["product_id"] for entry in self.shown]

    @property
    def rejected(self) -> set[str]:
        """Products that were turned down in this conversation."""
        return set(self.slot("rejected") or [])

    # --- answering -------------------------------------------------------------------------------

    def say(self, response: str, **values: Any) -> None:
        """Utter a Rasa response; its language follows the slot."""
        self.dispatcher.utter_message(response=response, **values)

    def show(self, content: Mapping[str, Any]) -> None:
        """Send structured content with the words before it."""
        self.dispatcher.utter_message(json_message=dict(content))

    def cards(
        self,
        goods: Sequence[tuple[Product, Variant | None, str]],
        quick_replies: Sequence[JSON] = (),
        **more: Any,
    ) -> None:
        """Show goods as cards, each with its `why`, and remember them as what was shown."""
        cards = [
            catalogue.card(product, self.language, variant=variant, why=why)
            for product, variant, why in goods[:MOST_CARDS]
        ]
        shown = [{k: card[k] for k in ("product_id", "variant_id", "why")} for card in cards]
        self.put(shown=shown, focus=cards[0]["product_id"] if len(cards) == 1 else None)
        adding = self.slot("adding") or {}
        if adding and [card["product_id"] for card in cards] != [adding["product_id"]]:
            self.put(adding=None)  # a size that is said now is one of these goods'
        if cart := self.slot("in_cart"):
            self.put(in_cart={**cart, "open": None, "view": ""})
        if task := self.slot("task"):  # "the second one" means these goods from now on
            self.put(task=task | {"behind": True})
        content: JSON = {"cards": cards, **more}
        if quick_replies:
            content["quick_replies"] = list(quick_replies)
        self.show(content)

    def detail(
        self, product: Product, variant: Variant | None, quick_replies: Sequence[JSON] = ()
    ) -> None:
        """Show one thing by itself; the list that it was taken from stays "the second one"."""
        listed, cart = self.shown, self.slot("in_cart")
        self.cards([(product, variant or self.variant_shown(product), "")], quick_replies)
        if product.id in {entry["product_id"] for entry in listed}:
            seen = {"variant_id": variant.id} if variant else {}  # "in white?", then "add it"
            self.put(shown=[e | seen if e["product_id"] == product.id else e for e in listed])
        if cart and cart.get("view") == "list" and product.id in cart["products"]:
            self.put(in_cart=cart)

    def variant_shown(self, product: Product) -> Variant | None:
        """The variant in which a product was shown last, or its best one."""
        listed = {entry["product_id"]: entry.get("variant_id") for entry in self.shown}
        found = (v for v in product.variants if v.id == listed.get(product.id))
        return next(found, None) or catalogue.best_variant(product)

    def remember(self) -> None:
        """Send along what must outlive Rasa's own memory; the gateway keeps it."""
        self.show({"memory": {name: self.slot(name) for name in MEMORY if self.slot(name)}})

    def word(self, name: str, **values: Any) -> str:
        """A label or reason in the language of the turn, from the domain's responses."""
        return self.services.words.get(name, self.language, **values)

    def reply(self, name: str, payload: str, **values: Any) -> JSON:
        """One quick reply: a label from the domain and the intent payload it stands for."""
        return {"title": self.word(name, **values), "payload": payload}
