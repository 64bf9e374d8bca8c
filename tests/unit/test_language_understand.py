"""What a shopper's message is understood to say."""

from __future__ import annotations

from typing import Any

import pytest

from language.gazetteer import Gazetteer
from language.understand import SLOTS, Reader
from tests.unit.language_world import corpus, models, reader


def said(text: str, previous: str = "en") -> dict[str, Any]:
    slots = reader().read(text, previous).slots
    return {name: value for name, value in slots.items() if value is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red kettle under 200", {"category": ["kettle"], "colour": ["red"], "price_max": 20000}),
        ("有没有红色的水壶", {"category": ["kettle"], "colour": ["red"]}),
        ("三百块以内的台灯", {"category": ["lamp"], "price_max": 30000}),
        ("两三百的台灯", {"category": ["lamp"], "price_min": 20000, "price_max": 30000}),
        ("100 to 200", {"price_min": 10000, "price_max": 20000}),
        ("around 150", {"price_min": 12000, "price_max": 18000}),
        ("the second one", {"ordinal": 2}),
        ("第二个", {"ordinal": 2}),
        ("最后一个", {"ordinal": -1}),
        ("i'll take the last one", {"ordinal": -1}),
        ("我要两双", {"quantity": 2}),
        ("a mug for my lamp", {"category": ["mug"]}),
        ("looking for a kettle and a mug", {"category": ["kettle", "mug"]}),
        ("台灯旁边放的杯子", {"category": ["mug"]}),
        ("水壶和杯子", {"category": ["kettle", "mug"]}),
        ("M码的", {"size": ["M"]}),
        ("do you have this in 42", {"size": ["42"]}),
        ("酒红色的", {"colour": ["burgundy"]}),
        ("藏青的双肩包", {"category": ["backpack"], "colour": ["navy"]}),
        ("Qingtaoli的杯子", {"brand": ["qingtao"], "category": ["mug"]}),
    ],
)
def test_says(text: str, expected: dict[str, Any]) -> None:
    found = said(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "excluded", "wanted"),
    [
        ("not leather", {"material": ["leather"]}, {}),
        ("不要红色", {"colour": ["red"]}, {}),
        ("no red or blue", {"colour": ["red", "blue"]}, {}),
        ("黄色以外都可以", {"colour": ["yellow"]}, {}),
        ("anything but plastic", {"material": ["plastic"]}, {}),
        ("not leather, canvas please", {"material": ["leather"]}, {"material": ["canvas"]}),
    ],
)
def test_what_is_refused_is_not_wanted(
    text: str, excluded: dict[str, list[str]], wanted: dict[str, list[str]]
) -> None:
    found = said(text)
    assert found["excluded"] == excluded
    for slot in excluded:
        assert found.get(slot) == wanted.get(slot)


@pytest.mark.parametrize("text", ["isn't there a red kettle?", "有没有红色的水壶", "是不是红色的"])
def test_a_question_refuses_nothing(text: str) -> None:
    found = said(text)
    assert "excluded" not in found
    assert found["colour"] == ["red"]


def test_traditional_characters_read_like_simplified_ones() -> None:
    assert said("有沒有紅色的電熱水壺") == said("有没有红色的电热水壶")


@pytest.mark.parametrize("text", ["sk7q2m4x9", "#SK7Q2M4X9", "SK 7Q2M4X9", "订单SK7Q2M4X9到哪了"])
def test_order_numbers_as_people_type_them(text: str) -> None:
    assert said(text)["order_number"] == "SK7Q2M4X9"


def test_contact_details_are_taken_whole() -> None:
    found = said("mail me at Ann.Lee@example.com or call 138 1234 5678")
    assert found["contact_email"] == "ann.lee@example.com"
    assert found["contact_phone"] == "13812345678"


def test_another_currency_is_reported_not_converted() -> None:
    found = said("mugs under $20")
    assert (found["price_max"], found["currency"]) == (2000, "USD")


def test_misspelt_goods_are_understood() -> None:
    assert said("red kettel")["category"] == ["kettle"]


def test_a_new_brand_is_known_without_training() -> None:
    new = Gazetteer.from_words(
        brands={"zorvex": ["Zorvex", "卓维斯"]}, categories=corpus().categories
    )
    later = Reader(models().tagger, new)
    for text in ("do you have Zorvex kettles", "有卓维斯的水壶吗"):
        assert later.read(text, "en").slots["brand"] == ["zorvex"]
        assert reader().read(text, "en").slots["brand"] is None


def test_words_that_no_slot_took_are_kept_for_search() -> None:
    assert "unicycles" in said("do you sell unicycles")["keywords"]


def test_spans_point_into_what_was_typed() -> None:
    text = "有沒有紅色的水壺"
    spans = reader().read(text, "zh").spans
    assert [text[s["start"] : s["end"]] for s in spans] == [s["text"] for s in spans]
    assert ("colour", ["red"]) in [(s["label"], s["value"]) for s in spans]


@pytest.mark.parametrize(
    ("text", "previous", "language"),
    [
        ("red kettle", "zh", "en"),
        ("红色的水壶", "en", "zh"),
        ("想要red的kettle", "en", "zh"),
        ("42", "zh", "zh"),
        ("ok", "zh", "zh"),
        ("👍", "zh", "zh"),
        ("SK7Q2M4X9", "zh", "zh"),
        ("SKUSGHFTT", "zh", "zh"),
        ("do you have 青陶里 mugs in stock", "zh", "en"),
    ],
)
def test_language_by_script(text: str, previous: str, language: str) -> None:
    assert reader().read(text, previous).language == language


@pytest.mark.parametrize("text", ["", "   ", "🙂" * 50, "\x00\x07", "x" * 20_000, "<b>red</b>"])
def test_any_text_gives_every_slot(text: str) -> None:
    assert set(reader().read(text, "en").slots) == set(SLOTS)


def test_ids_are_told_in_both_languages() -> None:
    assert reader().describe(("red", "oak"), "zh") == "红色、橡木"
    assert reader().describe(("kettle", "lumavo"), "en") == "Kettles, Lumavo"
    assert reader().describe(("nothing-known",), "en") == ""
