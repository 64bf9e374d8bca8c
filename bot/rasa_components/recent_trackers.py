"""Rasa's trackers in memory: live, short, and the latest ones only.

Rasa's own in-memory store writes a tracker out as JSON after each turn and reads it back before
the next, nearly half of a turn's time. Here the tracker itself is kept, with its last events; one
conversation is worked on by one turn at a time (Rasa's lock, and the gateway's queue before it).
The gateway's database is the truth about a conversation, and what actions must know again comes
from there (`Conversation.memory`), so a tracker that falls out costs nothing but its history.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

MOST = 2_000  # visits; some 100 KB each
EVENTS = 64  # of a tracker: more than one turn can have, and no rule looks back further


class RecentTrackers(TrackerStore):
    """A tracker store that forgets who has been silent longest."""

    def __init__(
        self, domain: Domain, event_broker: EventBroker | None = None, **kwargs: Any
    ) -> None:
        kwargs.pop("host", None)
        super().__init__(domain, event_broker, **kwargs)
        self._trackers: OrderedDict[str, DialogueStateTracker] = OrderedDict()

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """A new tracker of bounded length."""
        return DialogueStateTracker(sender_id, self.domain.slots, max_event_history=EVENTS)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep a tracker as the latest one."""
        await self.stream_events(tracker)
        self._trackers[tracker.sender_id] = tracker
        self._trackers.move_to_end(tracker.sender_id)
        while len(self._trackers) > MOST:
            self._trackers.popitem(last=False)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker itself, None where there is none."""
        return self._trackers.get(sender_id)

    async def keys(self) -> Iterable[str]:
        """Who is known."""
        return self._trackers.keys()
