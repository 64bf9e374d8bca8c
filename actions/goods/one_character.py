"""A kind of goods by one Chinese character: 刀, "有灯吗", of a shop that calls it 菜刀 or 灯具.

Single characters stand inside too many words (机会, 一刀切) to be words of the tagger; here they
count only where the message says nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from language.text import simplify
from shop.vocabulary import Named

ASKED = re.compile(
    r"\W*(?:请问|你好|你们|您们|您这|这里|店里)?(?:我)?(?:想要?|需要|要|求)?(?:买|购买|找|看看|看|来)?"
    r"(?:有没有|有)?(?:卖)?(?:[一1两几二三\d]?[把个件只条张盏双套种款台])?(?:好看的|便宜的?|好的)?"
    r"(?P<word>[\u4e00-\u9fff])"
    r"(?:有没有|有吗|有卖吗|卖吗|推荐|吗|呢|呀|啊)?\W*"
)
ENDINGS = "具子类品"  # 刀具 and 杯子 are 刀 and 杯; nobody asks for one of these alone
LONGEST = 5  # characters of a name whose last one says what it is


def kinds(text: str, categories: Iterable[Named]) -> list[str]:
    """The ids of the categories that the one character of a message names; none for others."""
    asked = ASKED.fullmatch(simplify(text))
    if asked is None or asked["word"] in ENDINGS:
        return []
    word = asked["word"]
    return [each.id for each in categories if any(_means(name, word) for name in each.words)]


def _means(name: str, word: str) -> bool:
    plain = simplify(name).strip()
    bare = plain.rstrip(ENDINGS)
    return word in (plain, bare) or (len(bare) <= LONGEST and bare.endswith(word))
