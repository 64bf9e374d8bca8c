"""Values for slots that have a grammar rather than a list, and words that no catalogue has."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources

import yaml

from language.text import EN, ZH

UNSEEN = resources.files("language") / "carriers" / "unseen.yaml"
INVENTED = {"brand", "category", "attribute"}
TAILS = ("n", "x", "ro", "ly", "sen", "via", "field", "wood", "co", "s", "", "", "")


@cache
def unseen(slot: str) -> Mapping[str, tuple[str, ...]]:
    """Words of a slot by language that the catalogue may lack; parts of names for `brand`."""
    raw = yaml.safe_load(UNSEEN.read_text(encoding="utf-8"))[slot]
    return {name: tuple(w.replace("_", " ") for w in text.split()) for name, text in raw.items()}


FIGURES = (9, 15, 20, 35, 49.9, 50, 60, 80, 99, 100, 120, 150, 199, 200, 250, 300, 399, 500, 600,
           800, 999, 1000, 1200, 1500, 2000, 3000, 5000)  # fmt: skip
PRICE_EN = (
    "{}|{}|{}|{}|{}|¥{}|${}|{} yuan|{} rmb|{}rmb|{} bucks|{} cny|£{}|€{}|{}元|rmb {}|{} dollars"
).split("|")
PRICE_ZH = "{}|{}块|{}元|{}|¥{}|{}块钱|{}rmb".split("|")
SPOKEN = (
    "一百 两百 三百 五百 八百 一千 两千 三千 五十 六十 八十 一百五 两百五 一百二 三百八 一千五 "
    "一千二 二十 九十九 两千五 四百 六百 一万 三十 七百"
).split()
ABOUT = "两三百 三四百 一两百 五六百 七八十 百来块 两三百块 一百多 三百多 一两千 几百块".split()
QUANTITIES = (
    "one|two|three|four|five|six|ten|a dozen|1|2|3|4|5|6|8|10|12|a pair of|a couple of|2x|3x|x2|"
    "a set of|two pairs of|3 pcs|a few|both|2 pieces|a pair|a couple|set of 4|half a dozen|"
    "two sets of|twelve|20"
).split("|")
PLACES = (
    "first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|number 2|number one|no. 3|#2|#1|5th|"
    "second to last|number three|sixth|option 2|last|middle|final"
).split("|")
PLACES_ZH = (
    "第{}个 第{}款 第{} 第{}件 第{}双 第{}盏 第{}把 第{}条 {}号 "
    "最后一个 最后那个 倒数第{}个 "
    "最后一款 第{}张 第{}种 最后一件 第{}台"
).split()
COUNTS = "一 两 三 四 五 六 十 2 3 4 1 10 俩".split()
MEASURE_WORDS = "个双件条把张台套盏只份本瓶对支顶块箱包"
LETTERS = "XS S M L XL XXL s m l xl xxl".split()
MEASURES = (
    "1.7 L|500 ml|27 inch|A5|A4|20 cm|1.5m|24 inch|B5|30x40 cm|2L|160 x 80|queen size|16 oz"
).split("|")
SIZES_EN = "small|medium|large|extra large|EU 40|eu 39|one size".split("|")
SIZES_ZH = (
    "大号 中号 小号 加大码 均码 特大号 20寸 24寸 1.5米 两升 500毫升 30厘米 大码 小码 双人 单人"
).split()
CODE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def _amount(language: str, chance: random.Random) -> str:
    if language == ZH and chance.random() < 0.45:
        return chance.choice(SPOKEN) + chance.choice(("", "", "块", "块钱", "元", "元钱"))
    form = chance.choice(PRICE_EN if language == EN else PRICE_ZH)
    return form.format(f"{chance.choice(FIGURES):g}")


def _about(language: str, chance: random.Random) -> str:
    if language == ZH and chance.random() < 0.25:
        return chance.choice(ABOUT)
    return _amount(language, chance)


def _quantity(language: str, chance: random.Random) -> str:
    if language == EN:
        return chance.choice(QUANTITIES)
    number = chance.choice(COUNTS)
    return number if number == "俩" else number + chance.choice(MEASURE_WORDS)


def _ordinal(language: str, chance: random.Random) -> str:
    if language == EN:
        return chance.choice(PLACES)
    return chance.choice(PLACES_ZH).format(chance.choice("一二三四五六1234"))


def _order_number(language: str, chance: random.Random) -> str:
    code = "".join(chance.choice(CODE) for _ in range(7))
    whole = chance.choice(("SK{}", "sk{}", "#SK{}", "SK {}", "Sk{}")).format(code)
    return whole.lower() if chance.random() < 0.3 else whole


def _size(language: str, chance: random.Random) -> str:
    shoe = str(chance.randint(35, 46))
    letter, measure = chance.choice(LETTERS), chance.choice(MEASURES)
    if language == EN:
        word = chance.choice(SIZES_EN)
        return chance.choice((shoe, shoe, letter, letter, letter, measure, word))
    shoes = (f"{shoe}码", f"{shoe}码", shoe, f"{shoe}号")
    return chance.choice(
        (*shoes, f"{letter}码", letter, f"{letter}号", chance.choice(SIZES_ZH), measure)
    )


MADE: dict[str, Callable[[str, random.Random], str]] = {
    "price": _about, "price_min": _amount, "price_max": _amount, "quantity": _quantity,
    "ordinal": _ordinal, "order_number": _order_number, "size": _size,
}  # fmt: skip


def invent(language: str, chance: random.Random, slot: str) -> str:
    """A word of this kind that no catalogue holds, or not this one."""
    if slot == "brand":
        if language == ZH:
            return "".join(
                chance.choice(unseen("brand")[ZH]) for _ in range(chance.choice((2, 2, 3)))
            )
        name = "".join(chance.choice(unseen("brand")[EN]) for _ in range(chance.choice((2, 2, 3))))
        return (name + chance.choice(TAILS)).capitalize()
    word = chance.choice(unseen(slot if slot in INVENTED else "category")[language])
    plural = language == EN and slot == "category" and not word.endswith("s")
    return word + "s" if plural and chance.random() < 0.4 else word
