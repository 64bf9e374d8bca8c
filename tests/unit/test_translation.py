"""Goods described in one language are found by the other."""

from __future__ import annotations

from language import translation
from language.products import ProductText
from language.search import ProductSearch
from language.text import EN, ZH
from tests.unit.language_world import models

SOFA = ProductText("sofa", title_zh="三人布艺沙发", description_zh="灰色，可拆洗，适合小户型客厅")
FRIDGE = ProductText("fridge", title_zh="双门冰箱", description_zh="静音省电")
PILLOW = ProductText("pillow", title_en="Goose down pillow", description_en="Soft for sleepers")
MIRROR = ProductText("mirror", title_en="Round wall mirror", description_en="Brass frame")


def test_words_are_told_in_the_other_language() -> None:
    words = translation.common()
    assert "枕头" in words.translated("goose down pillow", ZH)
    assert "sofa" in words.translated("三人沙发", EN)
    assert words.translated("zyxgrmpf", ZH) == ""


def test_goods_no_model_was_trained_on_are_found_across_languages() -> None:
    search = ProductSearch(models().encoder)
    search.put([SOFA, FRIDGE, PILLOW, MIRROR])
    for query, found in (
        ("a couch for a small flat", "sofa"),
        ("quiet fridge", "fridge"),
        ("软一点的枕头", "pillow"),
        ("圆形镜子", "mirror"),
    ):
        assert [hit.product_id for hit in search.search(query, 1)] == [found], query


def test_what_is_written_in_both_languages_stays_as_it_is() -> None:
    both = ProductText("mug", title_en="Mug", title_zh="马克杯")
    assert translation.common().completed(both) is both
