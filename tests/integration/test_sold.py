"""Whether the shop knows what it sells: shares of `sold.yml`, with the trained models."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import yaml

from actions.goods.unsold import nearest
from actions.goods.wanted import Wanted, from_slots
from actions.services import Services
from shop import selection
from shop.database import create_engine, create_sessions
from shop.settings import Settings

PREPARED = Path("var/prepared/dialogue")
ASKED = yaml.safe_load((Path(__file__).parent / "sold.yml").read_text(encoding="utf-8"))
OFFERED, REFUSED = 0.95, 0.88  # shares from which nobody should fall back

pytestmark = pytest.mark.skipif(
    not PREPARED.exists(), reason="the shop is not prepared: make test does it"
)


@pytest.fixture(scope="module")
def offered() -> dict[str, bool]:
    """By what is asked for: whether the shop offers it as what it is."""
    return asyncio.run(_judge([text for texts in ASKED.values() for text in texts]))


async def _judge(texts: list[str]) -> dict[str, bool]:
    settings = Settings()
    engine = create_engine(settings)
    services = Services(settings, create_sessions(engine))
    await services.refresh()
    found = {}
    for text in texts:
        wanted = from_slots(services.reader.read(text).slots)
        found[text] = await _offers(services, wanted)
    await engine.dispose()
    return found


async def _offers(services: Services, wanted: Wanted) -> bool:
    if not wanted.category:
        return nearest(services.search, wanted) is None
    if not wanted.beyond:
        return True
    async with services.sessions() as session:
        kind = await selection.matching(
            session, Wanted(category=wanted.category).filters(in_stock=False)
        )
    return bool(services.search.mentioning(wanted.beyond, kind))


def test_what_is_sold_is_offered(offered: dict[str, bool]) -> None:
    missed = [text for text in ASKED["sold"] if not offered[text]]
    assert len(missed) <= (1 - OFFERED) * len(ASKED["sold"]), missed


def test_what_is_not_sold_is_not_padded(offered: dict[str, bool]) -> None:
    padded = [text for text in ASKED["not_sold"] if offered[text]]
    assert len(padded) <= (1 - REFUSED) * len(ASKED["not_sold"]), padded
