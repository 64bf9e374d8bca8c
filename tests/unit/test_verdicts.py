"""Which of several goods a message asks for."""

from __future__ import annotations

import pytest

from actions.goods.verdicts import PICK, asked


@pytest.mark.parametrize(
    ("text", "side", "way"),
    [
        ("which is lighter?", "weight", -1),
        ("哪个更轻", "weight", -1),
        ("which one has the longest battery", "battery", 1),
        ("哪款续航更久", "battery", 1),
        ("which is bigger", "size", 1),
        ("哪个最便宜", "price", -1),
        ("which holds the most", "capacity", 1),
    ],
)
def test_the_property_asked_about(text: str, side: str, way: int) -> None:
    found = asked(text)
    assert found and (found.name, found.way) == (side, way)


@pytest.mark.parametrize(
    "text", ["something lighter", "有更轻的吗", "最便宜的", "the cheapest one"]
)
def test_a_wish_or_a_thing_pointed_at_is_no_comparison(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize(
    "text", ["which one would you take?", "你会选哪个", "which is better", "选哪个好", "帮我选一个"]
)
def test_a_question_for_advice(text: str) -> None:
    assert PICK.search(text)


@pytest.mark.parametrize("text", ["which one is red", "第二个", "how much is it"])
def test_no_question_for_advice(text: str) -> None:
    assert not PICK.search(text)
