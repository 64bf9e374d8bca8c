"""What a shopper's widget can ask for; each method is one frame's meaning, free of sockets."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import waiting
from bot.frames import (
    Frame,
    box_of,
    clean,
    defused,
    message_frame,
    name_of,
    number_of,
    public,
    read_frame,
    text_of,
)
from bot.live import DESK, Hub
from bot.owners import owner_frame
from bot.phrases import GOES_ON, TO_ASSISTANT, language_of, phrase
from bot.turns import TurnQueue
from shop import carts, catalogue, conversations, events, identity, promises
from shop.conversations import BOT, QUEUE, Draft, Received
from shop.database import Sessions, writing
from shop.errors import Invalid, NotFound
from shop.handoffs import cancel_waiting, rate
from shop.office import Office
from shop.tables import Conversation, Message, Photo, Visitor

RATES = "/rate_help "  # the payload of a star, see `Desk.resolve`
TYPING_MS = 4000  # a sign of typing that is not renewed goes out
CARD_ACTIONS = ("add", "similar", "dismiss", "details")


class Shopper:
    """One visitor in one conversation."""

    def __init__(
        self,
        sessions: Sessions,
        turns: TurnQueue,
        hub: Hub,
        office: Office,
        visitor: Visitor,
        conversation_id: str,
    ) -> None:
        self._sessions = sessions
        self._turns = turns
        self._hub = hub
        self._office = office
        self._visitor = visitor
        self.conversation_id = conversation_id

    async def welcome(self, after: int, language: str) -> Frame:
        """What was said beyond `after`; everything when `after` is none of our numbers."""
        async with writing(self._sessions) as session:
            conversation = await session.get_one(Conversation, self.conversation_id)
            conversation.language = conversation.language or language
            unknown = after > conversation.last_seq
            found = await conversations.history(
                session, self.conversation_id, 0 if unknown else after
            )
            conversation.shopper_got = conversation.last_seq
            frame = {
                **await owner_frame(session, conversation),
                "type": "welcome",
                "conversation_id": conversation.id,
                "messages": [public(message) for message in found],
                "last_seq": conversation.last_seq,
                "reset": unknown,
            }
        self._hub.publish_to_staff(self.conversation_id, read_frame(conversation))
        return frame

    async def say(self, frame: Frame) -> Frame:
        """A message in the shopper's own words, with a photo or without; the ack."""
        client_id = name_of(frame, "client_id")
        photo_id = frame.get("photo_id")
        if photo_id is None:
            text = text_of(frame)
            if not text:
                raise Invalid("the message is empty")
            rest = GOES_ON.fullmatch(text)
            if rest:  # of who waits for nobody it is a message like others
                await self.leave_queue()
            return await self._receive(
                client_id, Draft(text), defused(rest["rest"] if rest else text)
            )
        text = text_of(frame) if frame.get("text") else ""
        photo = await self._photo(name_of(frame, "photo_id"))
        content: Frame = {"photo_id": photo.id, "width": photo.width, "height": photo.height}
        if (box := box_of(frame)) is not None:
            content["box"] = box
        payload = defused(text) if text else "/send_photo"  # turns.py sends the photo along
        return await self._receive(client_id, Draft(text, content), payload)

    async def pick(self, frame: Frame) -> Frame:
        """A quick reply, named by its message and place; the ack."""
        replies = (await self._message(frame)).content.get("quick_replies", [])
        chosen = _at(replies, number_of(frame, "index"))
        payload = str(chosen["payload"])
        if payload.startswith(RATES):
            return await self._rate(name_of(frame, "client_id"), str(chosen["title"]), payload)
        sent = payload if payload.startswith("/") else defused(clean(payload))
        return await self._receive(name_of(frame, "client_id"), Draft(str(chosen["title"])), sent)

    async def _rate(self, client_id: str, title: str, payload: str) -> Frame:
        """Keep how a person's help was rated, once; it is no message for the assistant."""
        _, handoff_id, stars = payload.split()
        async with writing(self._sessions) as session:
            found = await conversations.remark(session, self.conversation_id, client_id, title)
            thanks = None
            if found.fresh and await rate(session, self.conversation_id, handoff_id, int(stars)):
                text = phrase("rated", await self._language())
                draft = Draft(text)
                thanks = await conversations.append(session, self.conversation_id, "system", draft)
        for message in (found.message, thanks):
            if message is not None and found.fresh:
                self._hub.publish(self.conversation_id, message_frame(message))
        return _ack(found)

    async def card(self, frame: Frame) -> Frame:
        """A button on a product card; the ack."""
        action = frame.get("action")
        if action not in CARD_ACTIONS:
            raise Invalid(f"unknown card action {action!r}")
        message = await self._message(frame)
        chosen = _at(message.content.get("cards", []), number_of(frame, "index"))
        values = {k: chosen[k] for k in ("product_id", "variant_id") if chosen.get(k)}
        language = language_of(chosen["title"], await self._language())
        text = phrase(f"card_{action}", language, title=chosen["title"])
        payload = f"/card_{action}" + json.dumps(values, ensure_ascii=False)
        return await self._receive(name_of(frame, "client_id"), Draft(text), payload)

    async def event(self, frame: Frame) -> None:
        """Something done on the shop's pages: view, favourite, search ..."""
        kind, product_id = frame.get("kind"), frame.get("product_id")
        if kind not in events.FROM_PAGES:
            raise Invalid(f"kind is one of {', '.join(events.FROM_PAGES)}")
        async with writing(self._sessions) as session:
            visitor = await session.get_one(Visitor, self._visitor.id)
            price = None
            if product_id is not None:
                product = await catalogue.product(session, name_of(frame, "product_id"))
                variant = catalogue.best_variant(product)
                price = variant.price if variant else None
            await events.record(
                session,
                visitor,
                str(kind),
                product_id=product_id,
                query=clean(str(frame.get("query") or "")),
                price=price,
                conversation_id=self.conversation_id,
            )

    async def identify(self, token: str, secret: str) -> Frame:
        """Bind this visitor to the customer whom a signed token names."""
        customer_id = identity.verified_customer_id(token, secret)
        async with writing(self._sessions) as session:
            visitor = await session.get_one(Visitor, self._visitor.id)
            customer = await identity.identify(session, visitor, customer_id)
            await carts.adopt(session, visitor)
            self._visitor = visitor
        return {"type": "identified", "name": customer.name}

    async def leave_queue(self) -> None:
        """Stop waiting for a person; the assistant answers again."""
        async with writing(self._sessions) as session:
            if not await conversations.change_owner(session, self.conversation_id, QUEUE, BOT):
                return
            await cancel_waiting(session, self.conversation_id)
            conversation = await session.get_one(Conversation, self.conversation_id)
            text = phrase("is_back", conversation.language)
            note = await conversations.append(session, self.conversation_id, "system", Draft(text))
        self._hub.publish(self.conversation_id, message_frame(note))
        self._hub.publish(self.conversation_id, {"type": "owner", "owner": BOT})
        self._hub.publish(DESK, {"conversation_id": self.conversation_id})

    async def typing(self, _frame: Frame) -> None:
        """The shopper is writing; those who watch see that, and not what."""
        sign = {"type": "typing", "author": "shopper", "until_ms": TYPING_MS}
        self._hub.publish_to_staff(self.conversation_id, sign)

    async def seen(self, frame: Frame) -> None:
        """What was on the shopper's screen, up to a `seq`."""
        seq = number_of(frame, "seq")
        async with writing(self._sessions) as session:
            conversation = await session.get_one(Conversation, self.conversation_id)
            conversation.shopper_read = max(
                conversation.shopper_read, min(seq, conversation.last_seq)
            )
        self._hub.publish_to_staff(self.conversation_id, read_frame(conversation))

    async def _receive(self, client_id: str, draft: Draft, payload: str) -> Frame:
        async with writing(self._sessions) as session:
            received = await conversations.receive(
                session, self.conversation_id, client_id, draft, payload
            )
            waits = await self._waits(session, received)
            note = await self._noted(session, received) if waits else None
            still_waits = waits and await self._is_waiting(session)
        for message in (received.message, note):
            if message is not None and received.fresh:
                self._hub.publish(self.conversation_id, message_frame(message))
        if received.turn is not None and received.turn.status == "queued":
            self._turns.wake(self.conversation_id)
        if waits and TO_ASSISTANT.fullmatch(draft.text):
            await self.leave_queue()
        elif waits and not still_waits:  # an address was left, and the wait is over
            self._hub.publish(self.conversation_id, {"type": "owner", "owner": BOT})
            self._hub.publish(DESK, {"conversation_id": self.conversation_id})
        return _ack(received)

    async def _waits(self, session: AsyncSession, received: Received) -> bool:
        """Whether a new message is read by nobody yet, as a person is waited for."""
        if not received.fresh or received.turn is not None:
            return False
        return await self._is_waiting(session)

    async def _is_waiting(self, session: AsyncSession) -> bool:
        conversation = await session.get_one(
            Conversation, self.conversation_id, populate_existing=True
        )
        return conversation.owner == QUEUE

    async def _noted(self, session: AsyncSession, received: Received) -> Message | None:
        """What becomes of a message to the person who is waited for, where that is to be said."""
        message = received.message
        if TO_ASSISTANT.fullmatch(message.text):
            return None
        conversation = await session.get_one(Conversation, self.conversation_id)
        language = language_of(message.text, conversation.language)
        if handoff := await promises.make(session, self.conversation_id, message.text):
            until = self._office.said(handoff.promised_for or message.at, language)
            text = phrase("promised", language, contact=handoff.contact, until=until)
        else:
            text = await waiting.told(session, message, language)
        if not text:
            return None
        return await conversations.append(session, self.conversation_id, "system", Draft(text))

    async def _message(self, frame: Frame) -> Message:
        async with self._sessions() as session:
            found = await session.get(Message, name_of(frame, "message_id"))
        if found is None or found.conversation_id != self.conversation_id:
            raise NotFound("no such message")
        return found

    async def _photo(self, photo_id: str) -> Photo:
        async with self._sessions() as session:
            found = await session.get(Photo, photo_id)
        if found is None or found.conversation_id != self.conversation_id:
            raise NotFound("no such photo")
        return found

    async def _language(self) -> str:
        async with self._sessions() as session:
            return (await session.get_one(Conversation, self.conversation_id)).language


def _ack(received: Received) -> Frame:
    message = received.message
    return {"type": "ack", "client_id": message.client_id, "seq": message.seq, "id": message.id}


def _at(items: list[dict[str, Any]], index: int) -> dict[str, Any]:
    if index >= len(items):
        raise Invalid("there is no such choice")
    return items[index]
