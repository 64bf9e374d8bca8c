"""Rasa's trackers in memory, the latest ones only.

The gateway's database is the truth about a conversation, and what actions must know again comes
from there (`Conversation.memory`), so a tracker that falls out here costs nothing but its history.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

MOST = 2_000  # visits; some 50 KB each


class RecentTrackers(InMemoryTrackerStore):
    """An `InMemoryTrackerStore` that forgets who has been silent longest."""

    def __init__(
        self, domain: Domain, event_broker: EventBroker | None = None, **kwargs: Any
    ) -> None:
        kwargs.pop("host", None)
        super().__init__(domain, event_broker, **kwargs)
        self.store: OrderedDict[str, str] = OrderedDict()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep a tracker as the latest one."""
        await super().save(tracker)
        self.store.move_to_end(tracker.sender_id)
        while len(self.store) > MOST:
            self.store.popitem(last=False)
