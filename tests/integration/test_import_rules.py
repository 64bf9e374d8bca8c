"""Policies and coupons come in, once, and are told apart by what a shopper reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from shop import coupons, policies
from shop.__main__ import main
from shop.database import Sessions
from shop.errors import NotFound
from shop.tables import Coupon, Policy
from tests.integration.import_world import World

POLICIES = (
    "topic,language,title,text,facts.fee,facts.free_from,facts.days_max\n"
    'shipping,,,"We send within a day, by post.",9.90,99,5\n'
    "配送,,运费,满99元包邮。,,,\n"
    "contact,en,Call us,Phone 123.,,,\n"
)
COUPONS = (
    "code,percent,amount,min_total,ends_at,title,public,category\n"
    "spring-10,10%,,100,2099-01-01,10% off,,\n"
    "FIVE,,5.00,,2099-01-01,立减五元,no,kettle\n"
    "OLD,50,,,2020-01-01,,,\n"
)


@pytest.fixture
def world(sessions: Sessions, tmp_path: Path) -> World:
    return World(sessions, tmp_path)


async def test_policies_come_in_once_and_facts_are_the_topics(world: World) -> None:
    assert (await world.bring("policies", POLICIES)).counts == (3, 0, 0, 0)
    assert await world.all(Policy, "topic", "language", "title") == [
        ("hours", "en", "Call us"), ("shipping", "en", "Shipping"), ("shipping", "zh", "运费"),
    ]  # fmt: skip
    async with world.sessions() as session:
        for language in ("en", "zh"):
            [said] = await policies.on(session, ["shipping"], language)
            assert said.facts == {"fee": 990, "free_from": 9900, "days_max": 5}
    assert (await world.bring("policies", POLICIES)).counts == (0, 0, 3, 0)
    changed = "topic,text,facts.fee\nshipping,By bicycle.,12\n"
    assert (await world.bring("policies", changed)).counts == (0, 1, 0, 0)
    async with world.sessions() as session:
        [chinese] = await policies.on(session, ["shipping"], "zh")
    assert (chinese.facts["fee"], chinese.text) == (1200, "满99元包邮。")


async def test_a_topic_of_the_owners_own_comes_in(world: World) -> None:
    rows = "topic,text\nGift wrapping,We wrap in cloth.\n过敏原,不含坚果。\n"
    assert (await world.bring("policies", rows)).counts == (2, 0, 0, 0)
    assert await world.all(Policy, "topic", "language", "title") == [
        ("gift_wrapping", "en", "Gift wrapping"), ("过敏原", "zh", "过敏原"),
    ]  # fmt: skip


async def test_policies_with_mistakes_are_told_by_line(world: World) -> None:
    lines = [
        '{"topic": " ", "text": "Fine."}',
        '{"topic": "returns"}',
        '{"topic": "returns", "text": "Sept jours.", "language": "fr"}',
        '{"topic": "returns", "text": "Seven days.", "facts": {"return_days": "a week"}}',
        '{"topic": "returns", "text": "Seven days.", "facts": {"return_days": 7}}',
        '{"topic": "refunds", "text": "Eight days."}',
    ]
    told = await world.bring("policies", "\n".join(lines))
    assert told.counts == (1, 0, 0, 5)
    for number, reason in enumerate(
        ("has no topic", "has no text", "neither en nor zh", "not a whole number"), 1
    ):
        assert f"feed1.txt:{number}: " in told.said
        assert reason in told.said
    assert "topic and language 'returns en' stands twice" in told.said
    assert "has no column text" in (await world.bring("policies", "topic,words\na,b\n")).said


async def test_coupons_come_in_and_are_taken_in_any_case(world: World) -> None:
    assert (await world.bring("coupons", COUPONS)).counts == (3, 0, 0, 0)
    assert (await world.bring("coupons", COUPONS)).counts == (0, 0, 3, 0)
    async with world.sessions() as session:
        assert [c.code for c in await coupons.running(session)] == ["SPRING-10"]
        spring = await coupons.valid(session, "spring-10")
        assert (spring.kind, spring.value, spring.min_total) == ("percent", 10, 10000)
        five = await coupons.valid(session, "five")
        assert (five.kind, five.value, five.category_id) == ("amount", 500, "kettle")
        assert (five.title_zh, five.title_en) == ("立减五元", "")
        with pytest.raises(NotFound):
            await coupons.valid(session, "OLD")


async def test_coupons_with_mistakes_are_told_by_line(world: World) -> None:
    rows = [
        "two words,10,,2099-01-01,,",
        "BOTH,10,5,2099-01-01,,",
        "NONE,,,2099-01-01,,",
        "MUCH,110,,2099-01-01,,",
        "WHEN,10,,,,",
        "BACK,10,,2020-01-01,2021-01-01,",
        "WHERE,10,,2099-01-01,,moon",
        "GOOD,10,,2099-01-01,,",
        "good,20,,2099-01-01,,",
    ]
    head = "code,percent,amount,ends_at,starts_at,category\n"
    told = await world.bring("coupons", head + "\n".join(rows))
    assert told.counts == (1, 0, 0, 8)
    for reason in ("has not 3 to 40", "both percent and amount", "no percent or amount",
                   "from 1 to 100", "has no ends_at", "ends before it begins",
                   "no category 'moon'", "code 'GOOD' stands twice"):  # fmt: skip
        assert reason in told.said
    assert await world.all(Coupon, "code") == ["GOOD"]


@pytest.mark.parametrize(("kind", "column"), [("policies", "facts.NAME"), ("coupons", "min_total")])
def test_help_lists_the_columns(kind: str, column: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["import", kind, "--help"])
    said = capsys.readouterr().out
    assert column in said and "--currency" in said
