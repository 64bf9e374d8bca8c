"""What is wanted in a message that says more: places, stories, refusals, the shop's own names."""

from __future__ import annotations

from typing import Any

import pytest

from language.gazetteer import Gazetteer
from language.interests import interests
from language.understand import Reader
from tests.unit.language_world import models, reader


def said(text: str) -> dict[str, Any]:
    return {k: v for k, v in reader().read(text, "en").slots.items() if v is not None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a wireless table lamp for my chair", "lamp"),
        ("a chair to go with my blue backpack", "chair"),
        ("kettle with a mug", "kettle"),
        ("a mug that fits on a table lamp", "mug"),
        ("椅子上放的台灯", "lamp"),
    ],
)
def test_the_head_noun_is_wanted_and_not_the_place(text: str, kind: str) -> None:
    assert said(text)["category"] == [kind]


def test_something_for_a_place_is_not_the_place() -> None:
    assert "category" not in said("something for my chair")


STORY = "my mother moved last week with one old chair and no lamp at all, so I need a good kettle"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (STORY, "kettle"),
        ("我妈上周搬家了，旧椅子坏了，台灯也没带，什么都没有，所以想买个水壶", "kettle"),
        ("I need a kettle because my mother moved last week and left her lamp and chair", "kettle"),
    ],
)
def test_the_wish_of_a_story_is_found(text: str, kind: str) -> None:
    assert said(text)["category"] == [kind]


@pytest.mark.parametrize(
    "text", ["not another kettle", "no more kettles please", "不要再给我看水壶了", "別再推薦水壺了"]
)
def test_a_kind_turned_down_is_excluded(text: str) -> None:
    found = said(text)
    assert (found["excluded"], found.get("category")) == ({"category": ["kettle"]}, None)


def test_small_parts_are_no_size() -> None:
    assert "size" not in said("any small parts?")
    assert said("a small one, size S")["size"]


TEAS = Gazetteer.from_words(
    brands={"hill": ["Hill"]},
    categories={"green": ["Green tea", "绿茶"], "red": ["Oolong", "乌龙"]},
)


def tea_shop() -> Reader:
    shop = Reader(models().tagger, TEAS)
    shop.know((), ["大红袍 武夷岩茶", "Keemun Gold"], {"material"})
    return shop


def test_a_category_called_by_a_colour_is_the_category() -> None:
    found = tea_shop().read("green tea please", "en").slots
    assert (found["category"], found["colour"]) == (["green"], None)


def test_a_colour_inside_a_title_is_no_colour() -> None:
    found = tea_shop().read("有大红袍吗", "zh").slots
    assert found["colour"] is None
    assert found["keywords"] == ["大红袍"]
    assert tea_shop().read("大红的有吗", "zh").slots["colour"] == ["red"]


def test_a_material_that_no_goods_have_is_a_word() -> None:
    assert tea_shop().read("bamboo leaves", "en").slots["material"] is None


@pytest.mark.parametrize(
    ("text", "liked"),
    [
        ("送给喜欢喝茶下棋的爸爸", ["喝茶", "下棋"]),
        ("my girlfriend does yoga", ["yoga"]),
        ("送老師", ["老师"]),
        ("a lamp", []),
    ],
)
def test_what_somebody_likes(text: str, liked: list[str]) -> None:
    assert [each.said for each in interests(text)] == liked
