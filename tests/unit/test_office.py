"""Office hours, as an owner writes them and shoppers read them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shop.errors import Invalid
from shop.office import Office
from shop.settings import Settings


def office(*hours: str, zone: str = "Asia/Shanghai") -> Office:
    return Office.of(Settings(office_hours=hours, time_zone=zone))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "is_open", "opens"),
    [
        ("2026-03-02 01:00", True, "2026-03-02 01:00"),  # Monday 09:00 in Shanghai
        ("2026-03-02 00:59", False, "2026-03-02 01:00"),
        ("2026-03-02 10:00", False, "2026-03-03 01:00"),  # 18:00: just closed
        ("2026-03-06 11:00", False, "2026-03-07 02:00"),  # Friday evening, open on Saturday
        ("2026-03-07 07:00", False, "2026-03-09 01:00"),
    ],
)
def test_hours_are_those_of_the_shops_time_zone(moment: str, is_open: bool, opens: str) -> None:
    desk = office("mon-fri 09:00-18:00", "sat 10:00-14:00")
    assert desk.is_open(at(moment)) is is_open
    assert desk.opens(at(moment)) == at(opens)


def test_no_hours_are_always() -> None:
    assert office().is_open(at("2026-03-08 19:00"))


def test_a_promise_counts_from_the_next_opening_and_is_said_in_both_languages() -> None:
    desk = office("mon-fri 09:00-18:00")
    until = desk.promised(at("2026-03-07 07:00"))
    assert until == at("2026-03-09 05:00")
    assert desk.said(until, "en") == "Mon 9 Mar, 13:00"
    assert desk.said(until, "zh") == "3月9日13:00"


def test_a_week_may_turn_over() -> None:
    desk = office("fri-mon 09:00-18:00")
    assert desk.is_open(at("2026-03-08 02:00"))  # Sunday
    assert not desk.is_open(at("2026-03-04 02:00"))


@pytest.mark.parametrize(
    "line", ["9 to 5", "mon 18:00-09:00", "xyz 09:00-10:00", "mon 25:00-26:30"]
)
def test_what_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(Invalid, match="OFFICE_HOURS"):
        office(line)


def test_an_unknown_zone_is_named() -> None:
    with pytest.raises(Invalid, match="TIME_ZONE"):
        office(zone="Middle/Earth")
