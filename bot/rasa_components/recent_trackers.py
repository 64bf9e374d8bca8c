"""Rasa's trackers in memory: live, short, and the latest ones only.

Rasa's own in-memory store writes a tracker out as JSON after each turn and reads it back before
the next, nearly half of a turn's time. Here the tracker itself is kept, with its last events; one
conversation is worked on by one turn at a time (Rasa's lock, and the gateway's queue before it).
The gateway's database is the truth about a conversation, and what actions must know again comes
from there (`Conversation.memory`), so a tracker that falls out costs nothing but its history.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

MOST = 2_000  # visits
TURNS = 2  # kept of each; no rule looks back further


class RecentTrackers(TrackerStore):
    """A tracker store that forgets who has been silent longest."""

    def __init__(
        self, domain: Domain, event_broker: EventBroker | None = None, **kwargs: Any
    ) -> None:
        kwargs.pop("host", None)
        super().__init__(domain, event_broker, **kwargs)
        self._trackers: OrderedDict[str, DialogueStateTracker] = OrderedDict()

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """A new tracker."""
        return DialogueStateTracker(sender_id, self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep a tracker, shortened, as the latest one."""
        await self.stream_events(tracker)
        tracker.events = deque(_shortened(tracker))
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


def _shortened(tracker: DialogueStateTracker) -> list[Event]:
    """What a tracker's slots hold, then the events of its last `TURNS` turns."""
    events = list(tracker.events)
    asked = [place for place, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(asked) <= TURNS:
        return events
    begins = max(place for place in range(asked[-TURNS]) if _listens(events[place]))
    held = [SlotSet(name, slot.value) for name, slot in tracker.slots.items() if slot.has_been_set]
    return [*held, *events[begins:]]


def _listens(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME
