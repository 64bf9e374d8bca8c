"""Milliseconds of each model call, on the shop's present catalogue."""

from __future__ import annotations

import time
from collections.abc import Callable

from actions.services import Services
from forecasting.model import VisitEvent
from recsys.model import Act
from shop import selection
from shop.selection import Filters

MESSAGES = (
    "red kettle under 200", "三百块以内的台灯有吗", "do you have this in blue, size 42",
    "想给妈妈买个生日礼物", "something cheaper but not leather", "第二个多少钱",
)  # fmt: skip
ROUNDS = 50


async def timings(services: Services) -> dict[str, float]:
    """Median milliseconds by call."""
    async with services.sessions() as session:
        ids = sorted(await selection.matching(session, Filters()))
    allowed = set(ids)
    history = [Act(name, "view", 60.0 * place) for place, name in enumerate(ids[:10])]
    visit = [VisitEvent("view", name, 9_900, 1, 20.0 * i) for i, name in enumerate(ids[:10])]
    calls: dict[str, Callable[[int], object]] = {
        "entity tagger and slots": lambda i: services.reader.read(MESSAGES[i % len(MESSAGES)]),
        "product search": lambda i: services.search.search(MESSAGES[i % len(MESSAGES)], 8, allowed),
        "recommendation": lambda i: services.recommender.recommend(history, 8, allowed, set()),
        "similar goods": lambda i: services.recommender.similar(ids[i % len(ids)], 8, allowed),
        "purchase intent": lambda i: services.purchase_intent.predict(visit),
    }
    return {name: _median(call) for name, call in calls.items()}


def _median(call: Callable[[int], object]) -> float:
    call(0)
    took = []
    for number in range(ROUNDS):
        began = time.perf_counter()
        call(number)
        took.append(1000 * (time.perf_counter() - began))
    return round(sorted(took)[ROUNDS // 2], 2)
