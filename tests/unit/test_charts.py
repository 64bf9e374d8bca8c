"""Which size somebody takes, by a general chart."""

from __future__ import annotations

import pytest

from actions.goods.charts import Body, asks_for_size, body, letter, shoe


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("I'm 185 cm 82 kg", Body(185, 82)),
        ("我身高160体重50穿什么码", Body(160, 50)),
        ("身高175，体重130斤", Body(175, 65)),
        ("体重110", Body(None, 55)),
        ("1.72m 70kg", Body(172, 70)),
        ("5'10 and 170 lbs", Body(178, 77)),
        ("I wear US 9", Body(us=9)),
        ("英码8", Body(uk=8)),
    ],
)
def test_measures_as_people_write_them(text: str, measures: Body) -> None:
    assert body(text) == measures


def test_the_larger_of_what_weight_and_height_say() -> None:
    assert letter("men", Body(185, 82)) == "XL"
    assert letter("women", Body(160, 50)) == "S"
    assert letter("men", Body(185, 60)) == "XL"
    assert letter("men", Body()) == ""


def test_shoes_of_other_countries() -> None:
    assert (shoe("men", Body(us=9)), shoe("women", Body(us=9))) == ("42", "40")
    assert (shoe("men", Body(uk=8)), shoe("women", Body())) == ("42", "")


@pytest.mark.parametrize(
    "text",
    [
        "what size should I take",
        "我身高160体重50穿什么码",
        "这个偏大还是偏小",
        "US 9, what EU size is that?",
    ],
)
def test_a_question_for_a_size(text: str) -> None:
    assert asks_for_size(text)


@pytest.mark.parametrize(
    "text", ["what sizes are there", "size 42", "a 160 cm desk for 100 kg", "有什么码"]
)
def test_no_question_for_a_size(text: str) -> None:
    assert not asks_for_size(text)
