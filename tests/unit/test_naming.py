"""What goods are called: by shoppers, and at the end of titles."""

from __future__ import annotations

from typing import Any

import pytest

from language.naming import head, heads
from language.normalise import Normaliser
from tests.unit.language_world import corpus, reader


def said(text: str) -> dict[str, Any]:
    return reader().read(text, "en").slots


@pytest.mark.parametrize(
    ("title", "its_heads"),
    [
        ("Bamboo Hat Pendant", {"pendant"}),
        ("Lamp with Linen Shade, White", {"lamp"}),
        ("The Snail (Picture Book)", {"snail", "book"}),
    ],
)
def test_a_title_is_the_thing_it_ends_in(title: str, its_heads: set[str]) -> None:
    assert heads(title) == its_heads


def test_a_chinese_title_ends_in_its_thing() -> None:
    assert "毛毯" in heads("布林顿 连帽可穿毛毯")
    assert "帽" not in "".join(heads("布林顿 连帽可穿毛毯"))


def test_the_head_of_a_phrase() -> None:
    assert (head("coffee maker"), head("kettle for tea"), head("帽子")) == (
        "maker",
        "kettle",
        "帽子",
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("gooseneck kettle", {"said": "gooseneck kettle", "beyond": "gooseneck"}),
        ("kettles", {"said": "kettles", "beyond": ""}),
        ("electric kettle please", {"said": "electric kettle", "beyond": ""}),
        ("电热水壶", {"said": "电热水壶", "beyond": ""}),
        ("a mug and a kettle", None),
    ],
)
def test_the_shoppers_words_for_the_goods(text: str, kind: dict[str, str] | None) -> None:
    assert said(text)["kind"] == kind


@pytest.mark.parametrize(
    ("words", "another"),
    [
        ("水壶", False),
        ("水壶类", False),
        ("水壶架", True),
        ("kettle for tea", False),
        ("kettle stand", True),
    ],
)
def test_what_follows_a_name_makes_another_thing_of_it(words: str, another: bool) -> None:
    assert Normaliser(corpus().gazetteer).ids("category", words).after is another


@pytest.mark.parametrize("text", ["my niece is 3 years old", "a 3-year-old", "三岁", "3岁的宝宝"])
def test_an_age_is_no_price(text: str) -> None:
    found = said(text)
    assert found["age"] == 3
    assert found["price_max"] is None


@pytest.mark.parametrize("text", ["身高160体重50", "I'm 185 cm and 82 kg", "US 9"])
def test_measures_of_a_person_are_neither_price_nor_size(text: str) -> None:
    found = said(text)
    assert (found["price_min"], found["price_max"], found["size"]) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "category"),
    [("put it in my backpack", None), ("put a backpack in the box", ["backpack"])],
)
def test_where_goods_are_put_is_none_of_them(text: str, category: list[str] | None) -> None:
    assert said(text)["category"] == category


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not too foldable", ["foldable"]),
        ("水壶不要折叠", ["折叠"]),
        ("没有拉链的背包", ["拉链"]),
        ("台灯不要太亮", ["亮"]),
    ],
)
def test_what_goods_should_not_be_is_excluded(text: str, words: list[str]) -> None:
    found = said(text)
    assert found["excluded"] == {"feature": words}
    assert not set(words) & set(found["keywords"] or ())


def test_prints_turned_down_are_all_printed_patterns() -> None:
    assert {"print", "floral"} <= set(said("kettle without prints")["excluded"]["pattern"])


def test_a_skin_type_is_no_leather() -> None:
    found = said("干皮用的杯子")
    assert found["material"] is None
    assert found["kind"] == {"said": "杯子", "beyond": "干皮"}
