"""Numbers, money, sizes and places as shoppers write them."""

from __future__ import annotations

import pytest

from language import normalise
from language.normalise import common_gazetteer, lexicon
from language.numbers import amount, chinese, english
from language.spelling import Spelling

COLOURS = (
    "black white grey silver red pink orange yellow green blue navy purple brown beige gold cream "
    "teal burgundy khaki transparent multicolour"
).split()


@pytest.mark.parametrize(
    ("text", "value"),
    [("三百", 300), ("三百五", 350), ("三百零五", 305), ("一千二", 1200), ("十五", 15),
     ("二十", 20), ("两万三", 23_000), ("一万零五十", 10_050), ("二〇二", 202),
     ("kettle", None), ("", None)],
)  # fmt: skip
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert chinese(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("two hundred and fifty", 250), ("twenty five", 25), ("a thousand", 1000), ("kettle", None)],
)
def test_english_numerals(text: str, value: int | None) -> None:
    assert english(text) == value


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [("¥99.9", 9990, 9990, "CNY"), ("200块", 20000, 20000, "CNY"), ("1,299", 129900, 129900, None),
     ("1.5k", 150000, 150000, None), ("两三百", 20000, 30000, None),
     ("七八十块", 7000, 8000, "CNY"),
     ("20美元", 2000, 2000, "USD"), ("£15", 1500, 1500, "GBP"),
     ("two hundred yuan", 20000, 20000, "CNY")],
)  # fmt: skip
def test_amounts(text: str, low: int, high: int, currency: str | None) -> None:
    found = amount(text)
    assert found is not None
    assert (found.low, found.high, found.currency) == (low, high, currency)


@pytest.mark.parametrize(
    ("text", "size"),
    [("42码", "42"), ("eu 38", "38"), ("大号", "L"), ("xl", "XL"), ("L码", "L"), ("medium", "M"),
     ("1.7l", "1.7 L"), ("20寸", "20 inch"), ("a5", "A5"), ("500毫升", "500 ml")],
)  # fmt: skip
def test_sizes(text: str, size: str) -> None:
    assert normalise.size(text) == size


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("两双", 2), ("3x", 3), ("a pair of", 1), ("a couple of", 2), ("half a dozen", 6), ("俩", 2),
     ("a dozen", 12), ("two pairs of", 2), ("十二个", 12)],
)  # fmt: skip
def test_quantities(text: str, quantity: int) -> None:
    assert normalise.quantity(text) == quantity


@pytest.mark.parametrize(
    ("text", "place"),
    [("second", 2), ("第三个", 3), ("3rd", 3), ("number 2", 2), ("last", -1), ("最后一个", -1),
     ("倒数第二个", -2), ("second to last", -2), ("2号", 2)],
)  # fmt: skip
def test_places(text: str, place: int) -> None:
    assert normalise.ordinal(text) == place


@pytest.mark.parametrize(
    ("kind", "word", "meant"),
    [("colour", "酒红", "burgundy"), ("colour", "藏青", "navy"), ("colour", "off-white", "cream"),
     ("material", "真皮", "leather"), ("material", "pu leather", "faux-leather"),
     ("occasion", "七夕", "valentines"), ("gender", "老婆", "women"),
     ("gender", "toddlers", "kids")],
)  # fmt: skip
def test_shades_and_synonyms_mean_an_id(kind: str, word: str, meant: str) -> None:
    assert common_gazetteer().ids(kind, word) == (meant,)


def test_every_colour_has_a_name_in_both_languages() -> None:
    assert set(lexicon("colours")) == set(COLOURS)
    names = common_gazetteer().names
    assert all({"en", "zh"} <= names[colour].keys() for colour in COLOURS)


def test_a_slip_is_forgiven_and_another_word_is_not_touched() -> None:
    spelling = Spelling(["kettle", "backpack", "table"])
    spelling.know(["cable"])
    assert spelling.correct("kettel") == "kettle"
    assert spelling.correct("backpak") == "backpack"
    assert spelling.correct("cable") == "cable"
    assert spelling.correct("mug") == "mug"
