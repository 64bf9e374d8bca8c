"""When people of the shop are there, and by when they promise to answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shop.errors import Invalid
from shop.settings import Settings

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LINE = re.compile(r"([a-z]{3})(?:-([a-z]{3}))? (\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)")
WEEK = 7


@dataclass(frozen=True)
class Opening:
    """From when to when on one day of the week (0 is Monday), in the shop's time zone."""

    day: int
    begins: time
    ends: time


@dataclass(frozen=True)
class Office:
    """The hours of a shop; none at all means that somebody is always there."""

    openings: tuple[Opening, ...]
    zone: ZoneInfo
    promise: timedelta

    @classmethod
    def of(cls, settings: Settings) -> Office:
        """What the owner has set; raises `Invalid` naming what cannot be read."""
        try:
            zone = ZoneInfo(settings.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise Invalid(f"SHOP_TIME_ZONE={settings.time_zone!r} is no time zone") from None
        openings = tuple(one for line in settings.office_hours for one in _openings(line))
        return cls(openings, zone, timedelta(hours=settings.promise_hours))

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is there at a moment."""
        local = at.astimezone(self.zone)
        return not self.openings or any(
            one.day == local.weekday() and one.begins <= local.time() < one.ends
            for one in self.openings
        )

    def opens(self, at: datetime) -> datetime:
        """When it opens next, or the moment itself while it is open."""
        if self.is_open(at):
            return at
        local = at.astimezone(self.zone)
        found = []
        for ahead in range(WEEK + 1):
            day = local.date() + timedelta(days=ahead)
            for one in self.openings:
                begins = datetime.combine(day, one.begins, self.zone)
                if one.day == day.weekday() and begins > local:
                    found.append(begins)
        return min(found)

    def promised(self, at: datetime) -> datetime:
        """By when somebody gets in touch with one who comes now."""
        return self.opens(at) + self.promise

    def said(self, at: datetime, language: str) -> str:
        """A moment as shoppers read it, in the shop's time zone."""
        local = at.astimezone(self.zone)
        if language == "zh":
            return f"{local.month}月{local.day}日{local:%H:%M}"
        return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"


def _openings(line: str) -> list[Opening]:
    found = LINE.fullmatch(line.strip().lower())
    try:
        if found is None:
            raise ValueError
        first = DAYS.index(found[1])
        last = DAYS.index(found[2] or found[1])
        begins, ends = time(int(found[3]), int(found[4])), time(int(found[5]), int(found[6]))
        if begins >= ends:
            raise ValueError
    except ValueError:
        raise Invalid(
            f"SHOP_OFFICE_HOURS: {line!r} does not read like 'mon-fri 09:00-18:00'"
        ) from None
    days = range(first, last + 1 if last >= first else last + 1 + WEEK)
    return [Opening(day % WEEK, begins, ends) for day in days]
