"""What a member of staff can do with a conversation; each method is one act, free of sockets.

Whoever waits, and every console, is told of each change of owner: `attend` does it a little later
and for several changes at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.console import rows
from bot.frames import message_frame, public, read_frame
from bot.live import DESK, STAFF, Hub, Listener
from bot.owners import owner_frame, waiting_frame
from bot.phrases import language_of, phrase
from shop import catalogue, conversations, handoffs, staff
from shop.conversations import BOT, QUEUE, Draft
from shop.database import Sessions, now, writing
from shop.errors import Invalid, NotAllowed, NotFound
from shop.handoffs import WAITING
from shop.office import Office
from shop.tables import Conversation, Staff, StaffNote

JSON = dict[str, Any]
Work = Callable[[AsyncSession], Awaitable[Draft | None]]

PAUSE = 0.1  # seconds in which changes are gathered before all are told
TYPING_MS = 4000
STARS = (5, 4, 3, 2, 1)
TOPICS = ("order", "delivery", "return", "damaged", "payment", "product", "complaint", "other")


class Desk:
    """The people's half of the gateway."""

    def __init__(self, sessions: Sessions, hub: Hub, office: Office) -> None:
        self._sessions = sessions
        self._hub = hub
        self._office = office
        self._with_people: set[str] = set()
        self._told: dict[str, tuple[int, int | None]] = {}

    # --- telling everybody ---------------------------------------------------------------------

    async def attend(self) -> None:
        """Watch what is with people, and tell of changes for ever."""
        listener = Listener()
        with self._hub.listening(DESK, listener):
            async with self._sessions() as session:
                found = await rows.with_people(session)
            for row in found:
                self._keep(row)
            while True:
                changed = {str((await listener.get())["conversation_id"])}
                await asyncio.sleep(PAUSE)
                with suppress(asyncio.QueueEmpty):
                    while True:
                        changed.add(str(listener.get_nowait()["conversation_id"]))
                await self.tell(changed)
                if not self._office.is_open(now()):
                    for name in changed:
                        await self._say_closed(name)

    async def give_up_waiting(self, limit: timedelta) -> None:
        """Hand back to the bot, with an apology, who has waited for longer than `limit`."""
        async with self._sessions() as session:
            late = await handoffs.overdue(session, limit)
        for name in late:
            async with writing(self._sessions) as session:
                if not await conversations.change_owner(session, name, QUEUE, BOT):
                    continue
                await handoffs.cancel_waiting(session, name, "expired")
                text = phrase("expired", await self._language(session, name))
                note = await conversations.append(session, name, "system", Draft(text))
            self._hub.publish(name, message_frame(note))
            self._hub.publish(name, {"type": "owner", "owner": BOT})
            self._hub.publish(DESK, {"conversation_id": name})

    async def _say_closed(self, conversation_id: str) -> None:
        """Ask who comes out of hours for an address, once, and say by when it is answered."""
        async with writing(self._sessions) as session:
            handoff = await handoffs.current(session, conversation_id)
            if handoff is None or handoff.status != WAITING or "promise" in handoff.packet:
                return
            at = now()
            until = self._office.promised(at)
            handoff.packet = handoff.packet | {"promise": until.isoformat()}
            language = await self._language(session, conversation_id)
            opens, until_said = (
                self._office.said(moment, language) for moment in (self._office.opens(at), until)
            )
            text = phrase("promise", language, opens=opens, until=until_said)
            note = await conversations.append(session, conversation_id, "system", Draft(text))
        self._hub.publish(conversation_id, message_frame(note))

    async def tell(self, changed: set[str]) -> None:
        """Send the changed rows to every console, and their place to all who wait."""
        async with self._sessions() as session:
            for row in await rows.of(session, changed):
                self._keep(row)
                self._hub.publish(STAFF, {"type": "row", "row": row})
            queue = await handoffs.waiting(session)
            minutes = await handoffs.usual_wait(session)
        places = {one.conversation.id: (place, minutes) for place, one in enumerate(queue, 1)}
        for name, told in places.items():
            if told != self._told.get(name):  # a voice would read the same again
                self._hub.publish(name, waiting_frame(*told))
        self._told = places

    def _keep(self, row: JSON) -> None:
        """Watch a conversation while people have it."""
        name, with_people = row["id"], row["owner"] != BOT
        if with_people and name not in self._with_people:
            self._with_people.add(name)
            self._hub.watch(name)
        elif not with_people and name in self._with_people:
            self._with_people.discard(name)
            self._hub.unwatch(name)

    # --- acts ----------------------------------------------------------------------------------

    async def take(self, me: Staff, conversation_id: str, holder: str | None = None) -> JSON:
        """Answer from now on instead of the bot; from the colleague `holder`, who had it, only
        by those who lead. Raises `Conflict` when somebody was faster."""
        if holder is not None and not staff.may(me.role, staff.LEAD):
            raise NotAllowed("only who leads takes a conversation from a colleague")

        async def work(session: AsyncSession) -> Draft:
            await handoffs.take(session, conversation_id, me.id, holder)
            word = "moved" if holder else "joined"
            return self._said(await self._language(session, conversation_id), word, me)

        return await self._act(me, "take", conversation_id, work)

    async def reply(
        self, me: Staff, conversation_id: str, client_id: str, text: str, goods: list[str]
    ) -> JSON:
        """Say something, show goods, or both; the message. The same `client_id` says it once."""
        if not text and not goods:
            raise Invalid("the message is empty")
        client_id = f"s:{client_id}"[:64]
        async with writing(self._sessions) as session:
            handoff = await handoffs.held(session, conversation_id, me.id)
            known = await conversations.said(session, conversation_id, client_id)
            if known is not None:
                return public(known)
            content = await self._content(session, conversation_id, me, text, goods)
            message = await conversations.append(
                session, conversation_id, "staff", Draft(text, content), me.id, client_id
            )
            handoff.answered_at = handoff.answered_at or message.at
            conversation = await conversations.locked(session, conversation_id)
            if self._hub.count(conversation_id):
                conversation.shopper_got = message.seq
            staff.note_look(session, me.id, "reply", conversation_id)
        self._hub.publish(conversation_id, message_frame(message))
        self._hub.publish_to_staff(conversation_id, read_frame(conversation))
        return public(message)

    async def give_back(self, me: Staff, conversation_id: str) -> JSON:
        """Let the bot answer again, from the very next message."""

        async def work(session: AsyncSession) -> Draft:
            await handoffs.give_back(session, conversation_id, me.id)
            return self._said(await self._language(session, conversation_id), "returned", me)

        return await self._act(me, "give_back", conversation_id, work)

    async def resolve(self, me: Staff, conversation_id: str, topic: str) -> JSON:
        """Close the matter under a topic, give back, and ask for a rating."""
        if topic not in TOPICS:
            raise Invalid(f"a topic is one of {', '.join(TOPICS)}")

        async def work(session: AsyncSession) -> Draft:
            handoff = await handoffs.give_back(session, conversation_id, me.id, topic)
            language = await self._language(session, conversation_id)
            closed = self._said(language, "resolved", me)
            stars = [
                {"title": phrase(f"stars_{n}", language), "payload": f"/rate_help {handoff.id} {n}"}
                for n in STARS
            ]
            text = f"{closed.text} {phrase('rate', language, name=me.name)}"
            return Draft(text, {"quick_replies": stars})

        return await self._act(me, "resolve", conversation_id, work)

    async def transfer(self, me: Staff, conversation_id: str, colleague_id: str) -> JSON:
        """Put it into a colleague's hands; raises `NotFound` for nobody or a shut account."""

        async def work(session: AsyncSession) -> Draft:
            other = await session.get(Staff, colleague_id)
            if other is None or other.disabled or other.id == me.id:
                raise NotFound("no such colleague")
            await handoffs.held(session, conversation_id, me.id)
            await handoffs.take(session, conversation_id, other.id, me.id)
            return self._said(await self._language(session, conversation_id), "moved", other)

        return await self._act(me, "transfer", conversation_id, work)

    async def note(self, me: Staff, conversation_id: str, text: str) -> JSON:
        """Tell colleagues something that no shopper sees."""
        if not text:
            raise Invalid("the note is empty")
        async with writing(self._sessions) as session:
            await conversations.locked(session, conversation_id)
            note = StaffNote(conversation_id=conversation_id, staff_id=me.id, text=text, at=now())
            session.add(note)
            staff.note_look(session, me.id, "note", conversation_id)
        told = {"by": me.name, "text": text, "at": note.at.isoformat()}
        self._hub.publish(STAFF, {"type": "note", "conversation_id": conversation_id, "note": told})
        return told

    def typing(self, me: Staff, conversation_id: str) -> None:
        """Show the shopper that somebody writes."""
        if conversation_id in self._with_people:
            sign = {"type": "typing", "author": "staff", "name": me.name, "until_ms": TYPING_MS}
            self._hub.publish(conversation_id, sign)

    async def _act(self, me: Staff, what: str, conversation_id: str, work: Work) -> JSON:
        """One act, its system message and its audit row in one transaction; then tell. The row."""
        async with writing(self._sessions) as session:
            draft = await work(session)
            message = (
                await conversations.append(session, conversation_id, "system", draft)
                if draft is not None
                else None
            )
            staff.note_look(session, me.id, what, conversation_id)
            conversation = await conversations.locked(session, conversation_id)
            owner = await owner_frame(session, conversation)
            row = (await rows.of(session, [conversation_id]))[0]
        self._keep(row)
        if message is not None:
            self._hub.publish(conversation_id, message_frame(message))
        self._hub.publish(conversation_id, owner)
        self._hub.publish(DESK, {"conversation_id": conversation_id})
        return row

    async def _content(
        self, session: AsyncSession, conversation_id: str, me: Staff, text: str, goods: list[str]
    ) -> JSON:
        content: JSON = {"by": me.name}
        if goods:
            language = language_of(text, await self._language(session, conversation_id))
            found = await catalogue.products(session, goods)
            if len(found) != len(set(goods)):
                raise NotFound("no such product")
            content["cards"] = [catalogue.card(product, language) for product in found]
        return content

    async def _language(self, session: AsyncSession, conversation_id: str) -> str:
        return (await session.get_one(Conversation, conversation_id)).language

    def _said(self, language: str, word: str, who: Staff) -> Draft:
        return Draft(phrase(word, language, name=who.name))
