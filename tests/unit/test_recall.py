"""Texts about the same as a question."""

from __future__ import annotations

import pytest

from shop.recall import nearest

TEXTS = [
    "Delivery takes two to four days in the mainland.",
    "You may return goods within seven days.",
    "Invoices are sent by e-mail on request.",
    "一般 2 到 4 天送达，偏远地区稍慢。",
    "七天内可以无理由退货，运费由买家承担。",
]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("how long is delivery?", 0),
        ("can I return this?", 1),
        ("I need an invoice", 2),
        ("几天能送达？", 3),
        ("我想退货", 4),
    ],
)
def test_the_nearest_text_comes_first(question: str, place: int) -> None:
    assert nearest(question, TEXTS)[0][0] == place


@pytest.mark.parametrize("question", ["", "the and you", "astronomy", "天文望远镜"])
def test_nothing_is_near_to_something_else(question: str) -> None:
    assert nearest(question, TEXTS) == []
