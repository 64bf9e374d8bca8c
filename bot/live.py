"""Who listens to which conversation right now; each listener has a bounded queue."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Frame = dict[str, Any]

QUEUE_LIMIT = 200


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


class Hub:
    """Delivers frames to all listeners of a topic (a conversation's id, or `staff`)."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)

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

    def count(self, topic: str) -> int:
        """How many listen."""
        return len(self._listeners.get(topic, ()))
