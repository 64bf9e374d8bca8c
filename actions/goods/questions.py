"""Which fact a question is about, and what the catalogue states on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from language.text import simplify
from shop.catalogue import EN, ZH
from shop.tables import Product

if TYPE_CHECKING:
    from language.understand import Reader

# A topic is found by its words and answered from facts whose keys contain one of `KEYS`.
WORDS: dict[str, re.Pattern[str]] = {
    topic: re.compile(pattern, re.IGNORECASE)
    for topic, pattern in {
        "choices": r"(what|which) (sizes?|colou?rs?)\b|\b(sizes?|colou?rs?) (do|are|does|is)\b|"
        r"(哪些|什么|几种|有哪几个?)(尺码|码|颜色|色|尺寸|规格)|(尺码|颜色)(有)?(哪些|什么)",
        "reviews": r"review|rating|stars|what do (people|buyers|others|customers)|feedback|"
        r"评价|评论|口碑|买家秀|好评|差评|几星|别人觉得",
        "brand": r"\b(what|which|whose) (brand|make)\b|\bbrand (is|of)\b|\bwho makes\b|"
        r"\bwhat'?s the brand\b|什么(牌子|品牌|brand)|哪个?(牌子|品牌|家的)|(牌子|品牌)(是什么|呢)",
        "safety": r"\bsafe(ty)?\b(?! payment)|toxic|harmful|small parts?|chok(e|ing)|lead[- ]free|"
        r"安全|有毒|无毒|甲醛|小零件|小部件|误吞|有害",
        "age": r"what ages?|how old|age (range|group|limit)|suitable age|几岁|"
        r"多大的?(孩子|宝宝|小孩|娃)|适用年龄|什么年龄|岁能|岁可以",
        "origin": r"where .*\bmade\b|made in\b|country of origin|产地|哪里(产|做|生产)|哪产",
        "scent": r"\bsmells?\b|\bscent|fragrance|什么(味|香)|味道|香味|气味",
        "assembly": r"assembl|put (it )?together|组装|安装",
        "material": r"material|made (of|from|out of)|fabric|leather|cotton|wood\b|"
        r"材质|材料|什么做的|面料|布料|皮的|真皮|纯棉|实木",
        "dimensions": r"dimension|how (big|tall|wide|long|large|high|deep)|measure|height|width|"
        r"length|diameter|size (in|of)|尺寸|多大|多高|多宽|多长|直径|大小",
        "weight": r"weigh|heavy|how light|多重|重量|重不重|轻不轻|几斤|多少克",
        "capacity": r"capacity|how (much|many) .*(hold|fit)|litre|liter|volume|"
        r"容量|多少升|装多少|能装",
        "power": r"watt|power|voltage|batter(y|ies)|charge|功率|多少瓦|电压|电池|续航|充电|待机",
        "care": r"wash|clean|care|dishwasher|iron|洗|清洁|保养|打理|洗碗机",
        "water": r"water\s?-?(proof|resist)|rain|splash|shower|swim|get(s|ting)? wet|ipx|"
        r"防水|淋雨|下雨|淋浴|洗澡|游泳|碰水|沾水",
        "compatibility": r"compatib|work with|fit .*(iphone|laptop|phone)|bluetooth|wireless|usb|"
        r"induction|兼容|适配|支持|蓝牙|无线|电磁炉",
        "brightness": r"bright|lumen|colour temperature|亮度|多亮|够亮|流明|色温|亮不亮",
        "warranty": r"warrant|guarantee|保修|质保",
    }.items()
}
KEYS: dict[str, tuple[str, ...]] = {
    "safety": ("age", "safety", "certif"),
    "age": ("age",),
    "origin": ("origin", "made_in"),
    "scent": ("scent",),
    "assembly": ("assembly",),
    "material": ("material", "fabric", "lining", "upper", "sole", "filling"),
    "dimensions": ("dimension", "height", "width", "length", "depth", "diameter", "size", "seat",
                   "shade", "screen", "pages"),
    "weight": ("weight",),
    "capacity": ("capacity", "volume", "load", "storage"),
    "power": ("power", "voltage", "battery", "charging", "wattage", "lumen", "light"),
    "care": ("care", "wash", "dishwasher", "cleaning"),
    "water": ("water", "ip_rating", "ip"),
    "compatibility": ("compat", "connect", "bluetooth", "wireless", "induction", "port", "layout"),
    "brightness": ("lumen", "brightness", "colour_temperature", "power"),
    "warranty": ("warranty",),
}  # fmt: skip


def asked_about(text: str) -> str:
    """The topic of a question, or "" for one about the product at large."""
    return next((topic for topic, words in WORDS.items() if words.search(text)), "")


# Topics on which a question is about goods, whatever else it may be taken for.
OF_GOODS = ("brand", "safety", "age", "origin", "scent", "assembly", "material", "dimensions",
            "weight", "capacity", "power", "care", "water", "compatibility",
            "brightness")  # fmt: skip


def facts_of(product: Product, topic: str, reader: Reader, language: str) -> str:
    """What the catalogue states on a topic, or all of it for ""; "" where it is silent."""
    attributes = product.attributes
    found: list[str] = []
    said = attributes.get("facts_zh") or {} if language == ZH else {}
    if topic in ("", "material") and attributes.get("material"):
        materials = tuple(attributes["material"])
        found.append(reader.describe(materials, language) or ", ".join(materials))
    keys = KEYS.get(topic, ())
    for key, value in (attributes.get("facts") or {}).items():
        if not topic or any(part in key for part in keys):
            found.append(_told(_readable(key, reader, language), said.get(key, value), language))
    return ("，" if language == ZH else ", ").join(found)


def told_fact(product: Product, key: str, reader: Reader, language: str) -> str:
    """One fact with its name: "colour temperature: 2700 K"."""
    attributes = product.attributes
    said = attributes.get("facts_zh") or {} if language == ZH else {}
    value = said.get(key) or (attributes.get("facts") or {})[key]
    return _told(_readable(key, reader, language), value, language)


def fact_named(product: Product, text: str, reader: Reader, language: str) -> str:
    """The facts whose own names stand in a question: "does it go in the microwave"."""
    attributes, asked = product.attributes, simplify(text).lower()
    said = attributes.get("facts_zh") or {} if language == ZH else {}
    found = []
    for key, value in (attributes.get("facts") or {}).items():
        names = [_readable(key, reader, EN), _readable(key, reader, ZH)]
        if any(len(name) > 1 and name.lower() in asked for name in names):
            found.append(_told(_readable(key, reader, language), said.get(key, value), language))
    return ("，" if language == ZH else ", ").join(found)


def _readable(key: str, reader: Reader, language: str) -> str:
    return reader.describe((key,), language) or key.replace("_", " ")


def _told(name: str, value: str, language: str) -> str:
    return f"{name}：{value}" if language == ZH else f"{name}: {value}"
