"""Who listens to which conversation right now; each listener has a bounded queue."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Frame = dict[str, Any]

QUEUE_LIMIT = 200
STAFF = "staff"
"""The topic of the console's sockets."""
DESK = "desk"
"""The topic on which it is told that a conversation has another owner, or none yet."""


class Listener:
    """One socket's frames to send. `lagging` is set when it was too slow and lost some: it must
    be closed, and its widget asks for what it missed by `seq` when it comes back."""

    def __init__(self) -> None:
        self._frames: asyncio.Queue[Frame] = asyncio.Queue(QUEUE_LIMIT)
        self.lagging = asyncio.Event()

    def put(self, frame: Frame) -> None:
        """Queue a frame; never blocks."""
        try:
            self._frames.put_nowait(frame)
        except asyncio.QueueFull:
            self.lagging.set()

    async def get(self) -> Frame:
        """The next frame to send."""
        return await self._frames.get()

    def get_nowait(self) -> Frame:
        """The next frame if there is one; raises `asyncio.QueueEmpty`."""
        return self._frames.get_nowait()


class Hub:
    """Delivers frames to all listeners of a topic: a conversation's id, `STAFF` or `DESK`.

    What is published to a conversation that people watch goes to `STAFF`, too, with the
    conversation's id in the frame.
    """

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)
        self._watched: Counter[str] = Counter()

    @contextmanager
    def listening(self, topic: str, listener: Listener) -> Iterator[None]:
        """Deliver the topic to `listener` while the block runs."""
        self._listeners[topic].add(listener)
        try:
            yield
        finally:
            self._listeners[topic].discard(listener)
            if not self._listeners[topic]:
                del self._listeners[topic]

    def publish(self, topic: str, frame: Frame) -> None:
        """Hand a frame to everyone who listens to the topic now."""
        for listener in tuple(self._listeners.get(topic, ())):
            listener.put(frame)
        self.publish_to_staff(topic, frame)

    def publish_to_staff(self, conversation_id: str, frame: Frame) -> None:
        """Hand a frame to those who watch a conversation, and not to its shopper."""
        if self._watched[conversation_id] > 0:
            for listener in tuple(self._listeners.get(STAFF, ())):
                listener.put(frame | {"conversation_id": conversation_id})

    def watch(self, conversation_id: str) -> None:
        """From now on people see the conversation live; each `watch` needs its `unwatch`."""
        self._watched[conversation_id] += 1

    def unwatch(self, conversation_id: str) -> None:
        """One reason less for people to see it."""
        self._watched[conversation_id] -= 1
        if self._watched[conversation_id] <= 0:
            del self._watched[conversation_id]

    def count(self, topic: str) -> int:
        """How many listen."""
        return len(self._listeners.get(topic, ()))
