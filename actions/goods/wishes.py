"""How shoppers ask for cheaper, more or other goods, in both languages."""

from __future__ import annotations

import re

from language.normalise import stops
from language.text import simplify

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
    "reduced": re.compile(
        r"\b(on (sale|offer|special)|sales?( items?| goods)?|(special )?offers?|discounted|"
        r"reduced|marked down|mark ?downs?|clearance|bargains?|deals?|price cuts?)\b|"
        r"打折|打[一二三四五六七八九\d]折|特价|折扣(商品|款|的|区)|降价|促销|减价|清仓|甩卖|特惠|在?做活动的",
        re.IGNORECASE,
    ),
    "newest": re.compile(
        r"\b(what'?s|anything|something|any|whats) new\b(?! (in|for) (my|our))|\bnew(est)? "
        r"(arrivals?|in|stuff|products?|items?|goods|ones|things|collections?|releases?)\b|"
        r"\b(newest|latest|just (in|arrived)|recently added)\b|"
        r"新品|上新|新到|新款|新上架|新上的|最新|新出的|有什么新|新货",
        re.IGNORECASE,
    ),
    "selling": re.compile(
        r"\bbest[- ]?sellers?\b|\b(best|top)[- ]selling\b|\bsell(s|ing)? (the )?(best|well|most)\b|"
        r"\bmost (popular|bought|sold)\b|\bwhat('?s| is| are)?( \w+)? (popular|trending|hot)\b|"
        r"\bpopular (items?|products?|goods|things|ones)\b|\b(everyone|everybody|people|others) "
        r"(is |are )?(buy|buying)\b|卖[得的](最|很|比较|特别)?[好火多]|热销|畅销|热卖|销量|爆款|"
        r"最火|最热门|"
        r"大家都(在)?买|最受欢迎|人气|买[得的]最多",
        re.IGNORECASE,
    ),
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
        r"\b(what|which)('s| is| are)? (the |your )?best\b(?! way| time| price)|"
        r"(评分|评价|口碑|好评)最(高|好|多)|最受好评|最好(用|的|吃|看|喝|穿)?(?=[?？呢吗啊呀]?\W*$|的)",
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
# What asks for goods by their name.
HAVE = re.compile(
    r"\b(do|did) (you|u|ya) (have|sell|stock|carry)\b|\b(have|got) (you )?(got )?any\b|"
    r"有没有|[有卖].{1,8}[吗么没]\W*$|卖不卖",
    re.IGNORECASE,
)
# What somebody likes or does, by which a gift is chosen.
LIKES = re.compile(
    r"\b(loves?|likes?|enjoys?|into|mad (about|on)|crazy about|fan of|does|plays?|hobby|hobbies)\b|"
    r"喜欢|爱好|热爱|最爱|爱|迷|玩",
    re.IGNORECASE,
)
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


LISTS = ("reduced", "newest", "selling")
"""Orders that leave out what is not on them."""


def order_of(text: str) -> str:
    """What a message wants first of all: a key of `FIRST`, or ""."""
    clean = simplify(text)
    return next((name for name, words in FIRST.items() if words.search(clean)), "")


def without_order(words: str, text: str) -> str:
    """Words of a message without those by which it says what comes first: "sale" of "on sale"."""
    clean, order = simplify(text), order_of(text)
    if not order:
        return words
    said = " ".join(match.group().lower() for match in FIRST[order].finditer(clean))
    kept = [w for w in words.split() if w.lower() not in said.split() and w not in said]
    left = FIRST[order].sub("", " ".join(kept))
    left = left.strip().removeprefix("的").strip()
    return "" if all(map(stops, left.split())) else left


# What begins so says what the goods are to be or to do, and names no others.
PURPOSE = re.compile(
    r"^\W*((and|but|also|ideally|preferably|it'?s|something|one|ones) )*"
    r"(for|with|without|at least|at most|that (can|is|has)|which (can|is|has))\b|"
    r"^\W*(最好|要能|能够?|可以|适合|用来|用于|带|要有)",
    re.IGNORECASE,
)
