"""Whether somebody is there to answer."""

from __future__ import annotations

from datetime import UTC, datetime

from shop.hours import Hours

FACTS = {"opens": "09:00", "closes": "21:00", "zone": "Asia/Shanghai"}


def test_the_shops_own_clock_counts() -> None:
    hours = Hours.of(FACTS)
    assert hours
    assert hours.open_at(datetime(2026, 1, 5, 1, 0, tzinfo=UTC))
    assert not hours.open_at(datetime(2026, 1, 5, 0, 59, tzinfo=UTC))
    assert not hours.open_at(datetime(2026, 1, 5, 13, 0, tzinfo=UTC))
    told = hours.told(datetime(2026, 1, 5, 1, 30, tzinfo=UTC))
    assert told == {"opens": "09:00", "closes": "21:00", "clock": "09:30"}


def test_hours_may_go_past_midnight() -> None:
    hours = Hours.of({"opens": "18:00", "closes": "02:00", "zone": "UTC"})
    assert hours
    assert hours.open_at(datetime(2026, 1, 5, 1, 0, tzinfo=UTC))
    assert not hours.open_at(datetime(2026, 1, 5, 3, 0, tzinfo=UTC))


def test_a_shop_that_does_not_say_its_hours_has_none() -> None:
    for facts in ({}, {"opens": "nine", "closes": "21:00", "zone": "UTC"}, FACTS | {"zone": "X/Y"}):
        assert Hours.of(facts) is None
