"""When staff are there: the figures of the opening hours, and what the clock says to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True)
class Hours:
    """From when to when staff answer, in the shop's own time."""

    opens: time
    closes: time
    zone: ZoneInfo

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Hours | None:
        """From the figures of the topic `hours`; None where they do not say it."""
        try:
            opens, closes = (time.fromisoformat(str(facts[name])) for name in ("opens", "closes"))
            return cls(opens, closes, ZoneInfo(str(facts["zone"])))
        except (KeyError, ValueError, ZoneInfoNotFoundError):
            return None

    def open_at(self, moment: datetime) -> bool:
        """Whether staff are there; hours that end before they begin go past midnight."""
        clock = self._clock(moment)
        if self.opens <= self.closes:
            return self.opens <= clock < self.closes
        return clock >= self.opens or clock < self.closes

    def told(self, moment: datetime) -> dict[str, str]:
        """Opening, closing and the present time, as they are written in a sentence."""
        clocks = {"opens": self.opens, "closes": self.closes, "clock": self._clock(moment)}
        return {name: clock.strftime("%H:%M") for name, clock in clocks.items()}

    def _clock(self, moment: datetime) -> time:
        return moment.astimezone(self.zone).time()
