"""Goods by one character, and goods by their name."""

from __future__ import annotations

import pytest

from actions.goods.one_character import kinds
from actions.goods.titles import has_title
from shop.tables import Product
from shop.vocabulary import Named

SHOP = (
    Named("knives", "", "刀具"),
    Named("chef", "Chef's knives", "菜刀"),
    Named("lamps", "Lamps", "", ("吊灯",)),
    Named("mugs", "Mugs", "马克杯", ("杯子",)),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("刀", ["knives", "chef"]),
        ("有刀吗？", ["knives", "chef"]),
        ("我想买一把刀", ["knives", "chef"]),
        ("有没有燈", ["lamps"]),
        ("杯", ["mugs"]),
        ("一刀切", []),
        ("好", []),
        ("子", []),
        ("有吗", []),
        ("我想买台灯和杯", []),
    ],
)
def test_one_character_names_a_kind_only_where_nothing_else_is_said(
    text: str, found: list[str]
) -> None:
    assert kinds(text, SHOP) == found


KETTLE = Product(
    title_en="Lumavo Gooseneck Kettle with Oak Handle", title_zh="流漫 橡木柄鹅颈手冲电水壶"
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("do you have the gooseneck kettle with oak handle?", True),
        ("Gooseneck Kettle Oak Handle", True),
        ("橡木柄鹅颈手冲电水壶还有吗", True),
        ("a kettle", False),
        ("kettle with a handle", False),
        ("电水壶", False),
        ("Lumavo kettle", False),
    ],
)
def test_a_product_is_named_by_most_of_its_title(text: str, named: bool) -> None:
    assert has_title(text, KETTLE, ("Lumavo", "流漫")) is named
