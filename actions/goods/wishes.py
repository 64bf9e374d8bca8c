"""How shoppers ask for cheaper, more or other goods, in both languages."""

from __future__ import annotations

import re

CHEAPER = re.compile(
    r"\b(cheaper|cheapest|less expensive|lower price|too (expensive|pricey|dear|much)|budget|"
    r"affordable|cheap)\b|便宜|平价|太贵|貴|贵了|实惠|低一点|预算",
    re.IGNORECASE,
)
DEARER = re.compile(
    r"\b(better quality|more expensive|fancier|premium|nicer|higher end|high-end|upmarket)\b|"
    r"高档|贵一点|好一点的|品质好|高级",
    re.IGNORECASE,
)
ALIKE = re.compile(
    r"\b(similar|alike|more like|like (this|that|it|the \w+ one)|same (kind|style|sort))\b|"
    r"差不多|类似|相似|同款|像(这|那)",
    re.IGNORECASE,
)
MORE = re.compile(
    r"\b(more|others?|another|else|next|different ones?|any other)\b|"
    r"还有|更多|别的|其他|其它|换一批|换一些|再来|再看看|多看|另外",
    re.IGNORECASE,
)


FIRST = {
    "cheapest": re.compile(
        r"\b(cheapest|least expensive|lowest[- ]priced?|most affordable|low(est)? to high(est)?|"
        r"(sort|order|rank)(ed)? (them )?by price|cheapest first)\b|按价格|价格排序|从低到高|"
        r"最便宜|最低价|价格最低|最实惠|最划算|最平价",
        re.IGNORECASE,
    ),
    "dearest": re.compile(
        r"\b(most expensive|priciest|dearest|highest[- ]priced?)\b|最贵|价格最高|最高价|最高档",
        re.IGNORECASE,
    ),
    "best": re.compile(
        r"\b(best|highest|top)[- ](rated|reviewed)\b|\bbest reviews?\b|"
        r"(评分|评价|口碑|好评)最(高|好|多)|最受好评",
        re.IGNORECASE,
    ),
}
# A message that goes on from the one before keeps its price: "and a mug?", "那杯子呢".
GOES_ON = re.compile(
    r"^\W*(and|also|plus|or|what about|how about|same for|what of)\b|\b(too|as well|also)\W*$|"
    r"^\W*(那|还有|再|也|另外|顺便)|呢[?？\W]*$",
    re.IGNORECASE,
)
GIFT = re.compile(r"\b(gifts?|presents?)\b|礼物|送", re.IGNORECASE)
# Who asks for "something warm" names no goods but what they should be like.
THEME = re.compile(
    r"\b(something|anything|things?|stuff|ones?|gifts?|presents?)\b|什么|东西|礼物|送给?|的[吗么呢]?\W*$",
    re.IGNORECASE,
)
ANY_PRICE = re.compile(
    r"\b(any price|no (price )?limit|whatever (the|it) (price|costs?)|price (doesn'?t|"
    r"does not) matter|"
    r"(forget|drop|ignore|never mind) the (price|budget|limit))\b|"
    r"(不限|不看|不管|不考虑|随便)(价格?|预算|多少钱)|(价格?|预算)(不限|随意|无所谓)|多少钱都(行|可以|好)",
    re.IGNORECASE,
)


def order_of(text: str) -> str:
    """What a message wants first of all: `cheapest`, `dearest`, `best` or ""."""
    return next((name for name, words in FIRST.items() if words.search(text)), "")


# What begins so says what the goods are to be or to do, and names no others.
PURPOSE = re.compile(
    r"^\W*((and|but|also|ideally|preferably|it'?s|something|one|ones) )*"
    r"(for|with|without|at least|at most|that (can|is|has)|which (can|is|has))\b|"
    r"^\W*(最好|要能|能够?|可以|适合|用来|用于|带|要有)",
    re.IGNORECASE,
)
