"""How fast one may write: buckets that refill evenly."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from shop.errors import TooMany

MOST_REMEMBERED = 10_000  # visitors; whoever was idle longest starts afresh

Clock = Callable[[], float]


class Allowance:
    """So many a minute, and that many at once."""

    def __init__(self, per_minute: int, clock: Clock = time.monotonic) -> None:
        self._rate = per_minute / 60
        self._most = float(per_minute)
        self._left = self._most
        self._clock = clock
        self._at = clock()

    def take(self) -> None:
        """Use one; raises `TooMany` when none is left."""
        at = self._clock()
        self._left = min(self._most, self._left + (at - self._at) * self._rate)
        self._at = at
        if self._left < 1:
            raise TooMany("too many messages, wait a little", retry_after=1 / self._rate)
        self._left -= 1


class Paces:
    """An allowance for each visitor."""

    def __init__(self, per_minute: int, clock: Clock = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._known: OrderedDict[str, Allowance] = OrderedDict()

    def take(self, visitor_id: str) -> None:
        """Use one of the visitor's; raises `TooMany` when none is left."""
        allowance = self._known.pop(visitor_id, None) or Allowance(self._per_minute, self._clock)
        self._known[visitor_id] = allowance
        if len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        allowance.take()
