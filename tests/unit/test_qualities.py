"""Qualities in a shopper's words, and goods that have them by what they state."""

from __future__ import annotations

import pytest

from language import qualities, sayings
from language.products import ProductText
from language.search import ProductSearch
from tests.unit.language_world import corpus, models


@pytest.mark.parametrize(
    ("facts", "quality"),
    [
        ({"colour_temperature": "2700 K"}, "warm light"),
        ({"colour_temperature": "3000-6000 K"}, "warm light"),
        ({"colour_temperature": "4000 K"}, "cool light"),
        ({"movement": "silent sweep"}, "quiet"),
        ({"water_resistance": "IP67"}, "waterproof"),
        ({"washing": "machine wash at 30 °C"}, "machine-washable"),
        ({"dishwasher": "safe"}, "dishwasher-safe"),
        ({"coating": "non-stick"}, "non-stick"),
    ],
)
def test_a_fact_proves_a_quality(facts: dict[str, str], quality: str) -> None:
    assert quality in qualities.met(facts)


@pytest.mark.parametrize(
    ("facts", "quality"),
    [
        ({"colour_temperature": "4000 K"}, "warm light"),
        ({"water_resistance": "splash-proof"}, "waterproof"),
        ({"water_resistance": "none"}, "water-resistant"),
        ({"stretch": "no"}, "stretchy"),
        ({"dishwasher": "not safe"}, "dishwasher-safe"),
        ({"washing": "hand wash cold"}, "machine-washable"),
    ],
)
def test_what_a_fact_denies_is_no_quality(facts: dict[str, str], quality: str) -> None:
    assert quality not in qualities.met(facts)


def test_a_text_claims_what_it_says_and_not_what_it_denies() -> None:
    assert qualities.had({}, ["A silent clock"]) == ("quiet",)
    assert qualities.had({}, ["This bag is not waterproof.", "不防水"]) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lamp with warm light", "warm light"),
        ("暖光灯", "warm light"),
        ("光線暖一點的檯燈", "warm light"),
        ("non stick pan", "non-stick"),
        ("不沾锅", "non-stick"),
        ("可机洗的毯子", "machine-washable"),
        ("安静的键盘", "quiet"),
        ("干皮用", "dry skin"),
    ],
)
def test_many_words_name_one_quality(text: str, name: str) -> None:
    assert sayings.named(text) == [name]


def test_goods_are_found_by_a_quality_that_their_texts_say_otherwise() -> None:
    search = ProductSearch(models().encoder, corpus().gazetteer)
    warm = ProductText("lamp-9", "Glass lamp", "玻璃灯", qualities=("warm light",))
    cold = ProductText("lamp-8", "Steel lamp", "钢灯", qualities=("cool light",))
    search.put([warm, cold])
    for said in ("warm light", "暖光", "warm"):
        assert search.mentioning(said, {"lamp-8", "lamp-9"}) == {"lamp-9"}
